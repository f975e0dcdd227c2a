"""JSON Schemas of outputs."""

from __future__ import annotations

from .strict import to_strict_json_schema

__all__ = ["to_strict_json_schema"]
