# Written from openapi/ by `npm run generate`. Do not edit: change the contract or packages/codegen.
from typing_extensions import NotRequired, TypedDict


class TraceConfigParam(TypedDict):
    """Observability metadata, forwarded to the configured destinations. Additional fields are preserved."""

    trace_id: NotRequired[str | None]
    """Groups requests into one trace."""
    trace_name: NotRequired[str | None]
    """Name of the trace."""
    span_name: NotRequired[str | None]
    """Name of the span that contains the generation."""
    generation_name: NotRequired[str | None]
    """Name of the generation."""
    parent_span_id: NotRequired[str | None]
    """Id of the parent span."""
