# Data of the wire has any type until it is checked.
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false, reportUnknownArgumentType=false
"""The typed output of a run."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from .._errors import OutputError
from .._schema.output import format_issues, issues_of, read_value

if TYPE_CHECKING:
    from .._schema.output import OutputSchema
    from ._completion import Answer


def read_output(schema: OutputSchema, completion: Any, answer: Answer) -> Any:
    """Parses and validates the output.

    Raises:
        OutputError: when it is not valid JSON or does not match the schema.
    """
    text = answer.text
    try:
        value = read_value(text, schema.kind, is_truncated=False)
    except ValueError as cause:
        shown = json.dumps(text[:100], ensure_ascii=False)
        message = f"The output is not valid JSON: it starts with {shown}. Use another model, or relax the schema."
        raise OutputError(message, text=text, response=completion, completion=completion) from cause
    try:
        return schema.validate(value)
    except ValidationError as cause:
        issues = issues_of(cause)
        message = (
            f"The output does not match the schema: {format_issues(issues)}. Use another model, or relax the schema."
        )
        raise OutputError(message, text=text, response=completion, completion=completion, issues=issues) from cause


def to_repair_request(error: OutputError) -> str:
    """The message after which the model corrects its output."""
    problem = f"does not match the schema: {format_issues(error.issues)}" if error.issues else "is not valid JSON"
    return f"Your output {problem}. Respond with the corrected JSON only."
