"""The types of requests and responses, such as `ChatCompletion`, `ChatCompletionParams` and `FinishReason`."""

from importlib import import_module
from typing import TYPE_CHECKING

from patchbay_client.generated.types import NAMES

if TYPE_CHECKING:
    from patchbay_client.generated.types import *  # noqa: F403

_modules = {name: module for module, names in NAMES.items() for name in names.split()}

__all__ = sorted(_modules)  # pyright: ignore[reportUnsupportedDunderAll]


def __getattr__(name: str) -> object:
    module = _modules.get(name)
    if module is None:
        raise AttributeError(f"`{__name__}` has no type {name!r}.")
    value = getattr(import_module(f"patchbay_client.generated.{module}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return __all__
