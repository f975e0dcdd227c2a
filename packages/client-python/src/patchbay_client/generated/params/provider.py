# Written from openapi/ by `npm run generate`. Do not edit: change the contract or packages/codegen.
from collections.abc import Mapping
from typing import Literal, TypeAlias

from typing_extensions import NotRequired, TypedDict

DataCollection: TypeAlias = Literal["deny", "allow"] | str
"""Whether providers that retain data or train on it are allowed. Default: `allow`.

- `deny`: Only providers that neither retain data nor train on it.
- `allow`: Any provider.
"""


Quantization: TypeAlias = (
    Literal["int4", "int8", "fp4", "mxfp4", "nvfp4", "fp6", "fp8", "mxfp8", "fp16", "bf16", "fp32", "unknown"] | str
)
"""Accepted quantizations of the weights.

- `int4`: 4-bit integers.
- `int8`: 8-bit integers.
- `fp4`: 4-bit floats.
- `mxfp4`: 4-bit floats with shared scales (MX).
- `nvfp4`: 4-bit floats with shared scales (NVIDIA).
- `fp6`: 6-bit floats.
- `fp8`: 8-bit floats.
- `mxfp8`: 8-bit floats with shared scales (MX).
- `fp16`: 16-bit floats.
- `bf16`: 16-bit brain floats (bfloat16).
- `fp32`: 32-bit floats.
- `unknown`: Not specified by the provider.
"""


ProviderSortKey: TypeAlias = Literal["price", "throughput", "latency", "exacto"] | str
"""Sort key for endpoints.

- `price`: Cheapest first.
- `throughput`: Fastest first.
- `latency`: Shortest time to first token first.
- `exacto`: Best tool calling first.
"""


ProviderSortPartition: TypeAlias = Literal["model", "none"] | str
"""Scope of the sort order. Default: `model`.

- `model`: Sorts the endpoints of each model separately, in the order of the models.
- `none`: Sorts the endpoints of all models together.
"""


class ProviderSortParam(TypedDict):
    """Sort order of the endpoints."""

    by: NotRequired[ProviderSortKey | None]
    """Sort key for endpoints."""
    partition: NotRequired[ProviderSortPartition | None]
    """Scope of the sort order. Default: `model`."""


SortPreferenceParam: TypeAlias = ProviderSortKey | ProviderSortParam
"""A sort key, or a sort order with its scope."""


MaxPriceValueParam: TypeAlias = str | float
"""A maximum price in USD, as a decimal string or as a number."""


class MaxPriceParam(TypedDict):
    """Maximum prices in USD, as decimal strings or numbers."""

    prompt: NotRequired[MaxPriceValueParam | None]
    """Maximum price per million prompt tokens. In USD per million tokens."""
    completion: NotRequired[MaxPriceValueParam | None]
    """Maximum price per million completion tokens. In USD per million tokens."""
    request: NotRequired[MaxPriceValueParam | None]
    """Maximum price per request. In USD."""
    image: NotRequired[MaxPriceValueParam | None]
    """Maximum price per image. In USD."""
    audio: NotRequired[MaxPriceValueParam | None]
    """Maximum price per unit of audio. In USD."""


class ThroughputCutoffsParam(TypedDict):
    """Tokens per second by percentile. Every given value applies."""

    p50: NotRequired[float | None]
    """50th percentile (median)."""
    p75: NotRequired[float | None]
    """75th percentile."""
    p90: NotRequired[float | None]
    """90th percentile."""
    p99: NotRequired[float | None]
    """99th percentile."""


ThroughputPreferenceParam: TypeAlias = float | ThroughputCutoffsParam
"""Tokens per second, as one number or by percentile. A number applies to the median."""


class LatencyCutoffsParam(TypedDict):
    """Seconds to the first token by percentile. Every given value applies."""

    p50: NotRequired[float | None]
    """50th percentile (median). In seconds."""
    p75: NotRequired[float | None]
    """75th percentile. In seconds."""
    p90: NotRequired[float | None]
    """90th percentile. In seconds."""
    p99: NotRequired[float | None]
    """99th percentile. In seconds."""


LatencyPreferenceParam: TypeAlias = float | LatencyCutoffsParam
"""Seconds to the first token, as one number or by percentile. A number applies to the median."""


class ProviderPreferencesParam(TypedDict):
    """Preferences for provider routing. Providers are named by slug, as in an endpoint's `tag`: a base slug
    (`google-vertex`) matches all its regions and variants, a full slug (`deepinfra/turbo`) only that endpoint.
    Endpoints of a service tier (`openai/priority`) match only their full slug.
    """

    order: NotRequired[list[str] | None]
    """Provider slugs to try first, in this order. Disables load balancing and sticky routing."""
    only: NotRequired[list[str] | None]
    """Slugs of the only allowed providers. If no endpoint remains, the request fails with 404."""
    ignore: NotRequired[list[str] | None]
    """Slugs of providers to exclude."""
    allow_fallbacks: NotRequired[bool | None]
    """Whether to try other endpoints if the first one fails. Default: True. With `order`, false restricts the request
    to the listed providers.
    """
    require_parameters: NotRequired[bool | None]
    """Whether to use only endpoints that support every parameter of the request. Default: False."""
    data_collection: NotRequired[DataCollection | None]
    """Whether providers that retain data or train on it are allowed. Default: `allow`."""
    zdr: NotRequired[bool | None]
    """True allows only endpoints with zero data retention. False does not override the account's setting."""
    enforce_distillable_text: NotRequired[bool | None]
    """True allows only models whose authors permit distillation."""
    quantizations: NotRequired[list[Quantization] | None]
    """Accepted quantizations of the weights."""
    sort: NotRequired[SortPreferenceParam | None]
    """Sorts the endpoints instead of load balancing."""
    max_price: NotRequired[MaxPriceParam | None]
    """Maximum prices. More expensive endpoints are excluded."""
    preferred_min_throughput: NotRequired[ThroughputPreferenceParam | None]
    """Preferred minimum throughput, in tokens per second. A number applies to the median of the last five minutes.
    Slower endpoints are tried last, not excluded.
    """
    preferred_max_latency: NotRequired[LatencyPreferenceParam | None]
    """Preferred maximum time to first token, in seconds. A number applies to the median of the last five minutes.
    Slower endpoints are tried last, not excluded.
    """
    options: NotRequired[Mapping[str, Mapping[str, object]] | None]
    """Map of provider slug to fields forwarded to that provider, for media operations."""
