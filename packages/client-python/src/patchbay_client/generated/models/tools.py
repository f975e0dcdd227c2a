# Written from openapi/ by `npm run generate`. Do not edit: change the contract or packages/codegen.
from typing import Literal

from ..._models import Model as BaseModel


class FunctionCall(BaseModel):
    """A function and its arguments."""

    name: str
    """Name of the function. Models may invent names."""
    arguments: str
    """The arguments as a JSON string. Models may produce invalid JSON."""


class ToolCall(BaseModel):
    """A tool call that the model requested."""

    id: str
    """Id of the call. The `tool` message with the result refers to it."""
    type: Literal["function"]
    """Always `function`."""
    function: FunctionCall
    """The function and its arguments."""
