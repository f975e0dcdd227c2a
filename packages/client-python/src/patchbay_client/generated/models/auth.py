# Written from openapi/ by `npm run generate`. Do not edit: change the contract or packages/codegen.
from pydantic import Field

from ..._models import Model as BaseModel


class AuthCodeRecord(BaseModel):
    """An authorization code for an application."""

    id: str = Field(repr=False)
    """The authorization code. Single use; expires after ten minutes."""
    app_id: int
    """Id of the application."""
    created_at: str
    """Creation time, ISO 8601."""


class AuthCode(BaseModel):
    """An authorization code for an application."""

    data: AuthCodeRecord
    """The authorization code."""


class ExchangedKey(BaseModel):
    """An API key for the application."""

    key: str = Field(repr=False)
    """The API key secret, `sk-or-v1-…`."""
    user_id: str | None
    """Id of the user who gave consent."""
