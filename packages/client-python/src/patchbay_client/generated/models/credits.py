# Written from openapi/ by `npm run generate`. Do not edit: change the contract or packages/codegen.
from ..._models import Model as BaseModel


class CreditTotals(BaseModel):
    """Credits purchased and used over the lifetime of the account."""

    total_credits: float
    """Credits purchased or granted, in USD."""
    total_usage: float
    """Credits used, in USD."""


class Credits(BaseModel):
    """The credit balance of the account."""

    data: CreditTotals
    """The credit totals."""
