# Written from openapi/ by `npm run generate`. Do not edit: change the contract or packages/codegen.
from ..._models import Model as BaseModel


class ActivityItem(BaseModel):
    """Usage of one model at one provider on one day."""

    date: str
    """Date in UTC, `YYYY-MM-DD`."""
    model: str
    """The model."""
    model_permaslug: str
    """The permanent slug of the model."""
    endpoint_id: str
    """Id of the endpoint."""
    provider_name: str
    """The provider."""
    requests: int
    """Number of requests."""
    prompt_tokens: int
    """Prompt tokens."""
    cached_tokens: int
    """Prompt tokens read from the provider's prompt cache."""
    completion_tokens: int
    """Completion tokens."""
    reasoning_tokens: int
    """Reasoning tokens."""
    usage: float
    """Credits used, in USD."""
    byok_usage_inference: float
    """Cost of requests with your own provider keys (BYOK), in USD."""
    workspace_id: str | None = None
    """The workspace, if grouped by workspace."""


class ActivityList(BaseModel):
    """Usage by day, model and provider."""

    data: list[ActivityItem]
    """The usage rows, newest day first."""
