"""Typed client for the OpenRouter API and compatible servers."""

from ._version import __version__

__all__ = ["__version__"]
