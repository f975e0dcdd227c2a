# Written from openapi/ by `npm run generate`. Do not edit: change the contract or packages/codegen.
from ..._models import Model as BaseModel


class Provider(BaseModel):
    """A company that serves models."""

    name: str
    """Display name."""
    slug: str
    """Slug of the provider, used in routing preferences."""
    privacy_policy_url: str | None
    """URL of the privacy policy."""
    terms_of_service_url: str | None = None
    """URL of the terms of service."""
    status_page_url: str | None = None
    """URL of the status page."""
    headquarters: str | None = None
    """ISO code of the country of the headquarters."""
    datacenters: list[str] | None = None
    """ISO codes of the countries of the data centers."""


class ProviderList(BaseModel):
    """The providers that serve the models."""

    data: list[Provider]
    """The providers."""
