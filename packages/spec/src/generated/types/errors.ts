// Written from openapi/ by `npm run generate`. Do not edit: change the contract or packages/codegen.
import type { FileAnnotation } from "./annotations.ts";
import type { RoutingMetadata } from "./routing.ts";

/**
 * A filter that left no endpoint.
 */
export type AvailabilityConstraint = {
  /**
   * The field of the request, such as `provider.max_price`.
   */
  field?: string;
  /**
   * What to change.
   */
  detail?: string;
};

/**
 * Why a model cannot be served and what to do about it.
 */
export type ErrorAvailability = {
  /**
   * The reason.
   * - `model_not_found`: No model has this id (400).
   * - `wrong_endpoint`: The model exists and is served by another operation (400).
   * - `no_endpoints`: No provider serves the model (404).
   * - `model_deprecated`: The model was taken out of service (404).
   * - `model_unavailable_upstream`: The providers do not offer the model at present (404).
   * - `capacity_exhausted`: Every provider is at its limit; try again later (429).
   * - `temporarily_unavailable`: Every provider is down; try again later (503).
   * - `region_restricted`: The model may not be used from this region (403).
   * - `privacy_restricted`: The data policy of the request or the account leaves no endpoint (404).
   * - `constraint_filtered`: Another filter of the request leaves no endpoint (404).
   * - `free_variant_ended`: The free variant of the model has ended (404).
   */
  code:
    | "model_not_found"
    | "wrong_endpoint"
    | "no_endpoints"
    | "model_deprecated"
    | "model_unavailable_upstream"
    | "capacity_exhausted"
    | "temporarily_unavailable"
    | "region_restricted"
    | "privacy_restricted"
    | "constraint_filtered"
    | "free_variant_ended"
    | (string & {});
  /**
   * Whether the same request can succeed later.
   */
  retryable: boolean;
  /**
   * The models of the request.
   */
  requested_models?: Array<string>;
  /**
   * Where this failure is documented.
   */
  docs_url?: string;
  /**
   * Seconds to wait before the next try.
   */
  retry_after?: number | null;
  /**
   * Providers that were considered.
   */
  affected_providers?: Array<string>;
  /**
   * The filters that left no endpoint.
   */
  excluded_by?: Array<
    | "geo"
    | "data_region"
    | "data_policy:zdr"
    | "data_policy:training"
    | "max_price"
    | "context_length"
    | "require_parameters"
    | "quantization"
    | "allowed_providers"
    | (string & {})
  >;
  /**
   * Models that could answer instead.
   */
  fallback_models?: Array<string>;
  /**
   * The one filter to change.
   */
  constraint?: AvailabilityConstraint;
};

/**
 * The body of every failure, and of a failure that arrives under HTTP 200.
 */
export type ErrorBody = {
  /**
   * What went wrong.
   */
  error: ErrorDetail;
  /**
   * Id of the account that made the request, when it is known.
   */
  user_id?: string | null;
  /**
   * Which endpoints were considered and tried, when the request asked for it.
   */
  openrouter_metadata?: RoutingMetadata;
};

/**
 * One failure. The same shape as a body, inside a choice and inside a stream event.
 */
export type ErrorDetail = {
  /**
   * The HTTP status as an integer. Inside a stream some providers send a word instead, such as `server_error`.
   */
  code: number | string;
  /**
   * What went wrong, for people.
   */
  message: string;
  /**
   * Facts about the failure, for programs.
   */
  metadata?: ErrorMetadata | null;
  /**
   * Why the model cannot be served, and what could be used instead.
   */
  availability?: ErrorAvailability;
};

/**
 * Facts about a failure. Which fields are present depends on its kind.
 */
export type ErrorMetadata = {
  /**
   * The kind of failure, finer than the HTTP status.
   * - `context_length_exceeded`: Prompt and answer together are longer than the context of the model (400).
   * - `max_tokens_exceeded`: More answer tokens were asked for than the model can give (400).
   * - `token_limit_exceeded`: A limit of tokens was passed (400).
   * - `string_too_long`: One string of the request is too long (400).
   * - `invalid_request`: A parameter is missing or wrong (400).
   * - `invalid_prompt`: The prompt cannot be used (400).
   * - `content_policy_violation`: The provider's policy forbids the content (400).
   * - `refusal`: The model refused (400).
   * - `invalid_image`: An image cannot be read (400).
   * - `image_too_large`: An image is too large (400).
   * - `image_too_small`: An image is too small (400).
   * - `unsupported_image_format`: An image has a format that the model does not take (400).
   * - `image_download_failed`: An image could not be fetched from its URL (400).
   * - `authentication`: The key is missing or wrong (401).
   * - `payment_required`: There is not enough credit (402).
   * - `permission_denied`: The key or the account may not do this (403).
   * - `not_found`: The thing does not exist (404).
   * - `image_not_found`: An image URL leads nowhere (404).
   * - `precondition_failed`: A condition of the request does not hold (412).
   * - `payload_too_large`: The body is too large (413).
   * - `unprocessable`: The body is well formed and makes no sense (422).
   * - `rate_limit_exceeded`: Too many requests (429).
   * - `server`: An internal failure (500).
   * - `unmapped`: A failure that fits no other kind (500).
   * - `provider_unavailable`: The provider is down or answered nonsense (502).
   * - `provider_overloaded`: The provider has no capacity (503).
   * - `timeout`: Nobody answered in time (504).
   */
  error_type?:
    | "context_length_exceeded"
    | "max_tokens_exceeded"
    | "token_limit_exceeded"
    | "string_too_long"
    | "invalid_request"
    | "invalid_prompt"
    | "content_policy_violation"
    | "refusal"
    | "invalid_image"
    | "image_too_large"
    | "image_too_small"
    | "unsupported_image_format"
    | "image_download_failed"
    | "authentication"
    | "payment_required"
    | "permission_denied"
    | "not_found"
    | "image_not_found"
    | "precondition_failed"
    | "payload_too_large"
    | "unprocessable"
    | "rate_limit_exceeded"
    | "server"
    | "unmapped"
    | "provider_unavailable"
    | "provider_overloaded"
    | "timeout"
    | (string & {});
  /**
   * The provider's own word for the failure.
   */
  provider_code?: string | null;
  /**
   * Display name of the provider that failed.
   */
  provider_name?: string | null;
  /**
   * What the provider said, as it came. Any JSON value, often a string that holds JSON.
   */
  raw?: unknown;
  /**
   * The model that was asked, on a moderation failure.
   */
  model_slug?: string;
  /**
   * Why the input was flagged, on a moderation failure (403).
   */
  reasons?: Array<string>;
  /**
   * The flagged part of the input, at most 100 characters with the middle cut to `...`, on a moderation failure.
   */
  flagged_input?: string;
  /**
   * The patterns that matched, on a guardrail failure (403).
   */
  patterns?: Array<string>;
  /**
   * The rate-limit headers again, for clients that cannot read headers, on a 429 of the service's own limits.
   */
  headers?: {
    [key: string]: string;
  };
  /**
   * Which limit was reached, for instance `openrouter_free_tier_daily`. A daily limit is not worth retrying now.
   */
  limit_source?: string;
  /**
   * Failures of the models or endpoints that were tried before, in order.
   */
  previous_errors?: Array<PreviousError>;
  /**
   * Files that were parsed before the failure; send them back to skip parsing them again.
   */
  file_annotations?: Array<FileAnnotation>;
  /**
   * Every endpoint that was left out, and why, when none was left. Sent by the reference server only.
   */
  excluded_endpoints?: Array<ExcludedEndpoint>;
  /**
   * What is wrong with the request, one entry a fault. The reference server sends it with every 400 of validation.
   */
  issues?: Array<RequestIssue>;
  [key: string]: unknown;
};

/**
 * An endpoint that may not answer the request.
 */
export type ExcludedEndpoint = {
  /**
   * The model that it serves.
   */
  model: string;
  /**
   * Its `tag`.
   */
  endpoint: string;
  /**
   * Display name of its provider.
   */
  provider: string;
  /**
   * Why it was left out.
   * - `off`: It is out of service.
   * - `region`: It may not be used from the country of the caller.
   * - `tier`: It is of a service tier that was not asked for.
   * - `unlisted`: It is not among the providers that are allowed.
   * - `ignored`: It is among the providers to be ignored.
   * - `zdr`: It keeps prompts.
   * - `training`: It may train on prompts.
   * - `distillation`: The author of the model does not permit distillation.
   * - `quantization`: Its precision is not among those accepted.
   * - `price`: It is dearer than the highest accepted price.
   * - `modality`: The model does not read or make what the request holds or wants.
   * - `context`: The prompt is longer than its context.
   * - `length`: It cannot give an answer as long as was asked for.
   * - `tools`: It does not support tools.
   * - `schema`: It does not support answers by a JSON Schema.
   * - `parameters`: It does not support every parameter of the request.
   */
  reason:
    | "off"
    | "region"
    | "tier"
    | "unlisted"
    | "ignored"
    | "zdr"
    | "training"
    | "distillation"
    | "quantization"
    | "price"
    | "modality"
    | "context"
    | "length"
    | "tools"
    | "schema"
    | "parameters"
    | (string & {});
};

/**
 * One earlier attempt that failed.
 */
export type PreviousError = {
  /**
   * Display name of the provider.
   */
  provider?: string;
  /**
   * The model that was asked.
   */
  model?: string;
  /**
   * The failure, as `error.code`.
   */
  code?: number | string | null;
  /**
   * The HTTP status of the provider's answer.
   */
  status?: number | null;
  /**
   * What the provider said.
   */
  message?: string;
};

/**
 * One fault of a request.
 */
export type RequestIssue = {
  /**
   * Which part of the request is at fault.
   * - `body`: The JSON body.
   * - `query`: The query string.
   * - `path`: The path.
   * - `header`: A header.
   */
  in: "body" | "query" | "path" | "header" | (string & {});
  /**
   * JSON pointer to the value, `""` for the whole part.
   */
  pointer: string;
  /**
   * What is wrong with it.
   */
  message: string;
  /**
   * What would have been right.
   */
  expected?: string;
  /**
   * What came, shortened.
   */
  received?: string;
};
