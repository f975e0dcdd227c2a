// Written from openapi/ by `npm run generate`. Do not edit: change the contract or packages/codegen.
import type { FileAnnotation } from "./annotations.ts";
import type { RoutingMetadata } from "./routing.ts";

/**
 * A filter that excludes every endpoint.
 */
export type AvailabilityConstraint = {
  /**
   * The field of the request, such as `provider.max_price`.
   */
  field?: string;
  /**
   * How to relax it.
   */
  detail?: string;
};

/**
 * Why a model is unavailable, and which alternatives exist.
 */
export type ErrorAvailability = {
  /**
   * The reason.
   * - `model_not_found`: No model with this id exists (400).
   * - `wrong_endpoint`: The model exists, but another operation serves it (400).
   * - `no_endpoints`: No provider serves the model (404).
   * - `model_deprecated`: The model was retired (404).
   * - `model_unavailable_upstream`: The providers currently do not offer the model (404).
   * - `capacity_exhausted`: Every provider is at capacity; retry later (429).
   * - `temporarily_unavailable`: Every provider is down; retry later (503).
   * - `region_restricted`: The model is not available in this region (403).
   * - `privacy_restricted`: The data policy of the request or the account excludes every endpoint (404).
   * - `constraint_filtered`: Another filter of the request excludes every endpoint (404).
   * - `free_variant_ended`: The free variant of the model was withdrawn (404).
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
   * Whether retrying the same request can succeed.
   */
  retryable: boolean;
  /**
   * The requested models.
   */
  requested_models?: Array<string>;
  /**
   * URL of the documentation of this error.
   */
  docs_url?: string;
  /**
   * Seconds to wait before retrying.
   */
  retry_after?: number | null;
  /**
   * Providers that the router considered.
   */
  affected_providers?: Array<string>;
  /**
   * The filters that excluded every endpoint.
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
   * Models that can serve the request instead.
   */
  fallback_models?: Array<string>;
  /**
   * The filter to relax.
   */
  constraint?: AvailabilityConstraint;
};

/**
 * The body of every error response, and of an error in a response with HTTP status 200.
 */
export type ErrorBody = {
  /**
   * The error.
   */
  error: ErrorDetail;
  /**
   * Id of the account that sent the request, if known.
   */
  user_id?: string | null;
  /**
   * The endpoints that the router considered and tried, if the request asked for it.
   */
  openrouter_metadata?: RoutingMetadata;
};

/**
 * An error. It has the same shape in a response body, in a choice and in a stream event.
 */
export type ErrorDetail = {
  /**
   * The HTTP status as an integer. In a stream, some providers send a string instead, such as `server_error`.
   */
  code: ErrorStatusOrName;
  /**
   * Error message for people.
   */
  message: string;
  /**
   * Machine-readable details of the error.
   */
  metadata?: ErrorMetadata | null;
  /**
   * Why the model is unavailable, and which alternatives exist.
   */
  availability?: ErrorAvailability;
};

/**
 * Details of an error. Which fields are present depends on the kind of error.
 */
export type ErrorMetadata = {
  /**
   * The kind of error, more specific than the HTTP status.
   * - `context_length_exceeded`: Prompt and completion together exceed the model's context length (400).
   * - `max_tokens_exceeded`: The request asks for more completion tokens than the model supports (400).
   * - `token_limit_exceeded`: The request exceeds a token limit (400).
   * - `string_too_long`: A string in the request is too long (400).
   * - `invalid_request`: A parameter is missing or invalid (400).
   * - `invalid_prompt`: The prompt is invalid (400).
   * - `content_policy_violation`: The content violates the provider's policy (400).
   * - `refusal`: The model refused (400).
   * - `invalid_image`: An image is unreadable (400).
   * - `image_too_large`: An image is too large (400).
   * - `image_too_small`: An image is too small (400).
   * - `unsupported_image_format`: The model does not support the image format (400).
   * - `image_download_failed`: An image could not be downloaded from its URL (400).
   * - `authentication`: The API key is missing or invalid (401).
   * - `payment_required`: The account has insufficient credits (402).
   * - `permission_denied`: The key or the account lacks permission (403).
   * - `not_found`: The resource does not exist (404).
   * - `image_not_found`: An image URL was not found (404).
   * - `precondition_failed`: A precondition of the request failed (412).
   * - `payload_too_large`: The body is too large (413).
   * - `unprocessable`: The body is well-formed but semantically invalid (422).
   * - `rate_limit_exceeded`: Too many requests (429).
   * - `server`: An internal error (500).
   * - `unmapped`: An error without a more specific type (500).
   * - `provider_unavailable`: The provider is down or returned an invalid response (502).
   * - `provider_overloaded`: The provider has no capacity (503).
   * - `timeout`: The request timed out (504).
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
   * The provider's own error code.
   */
  provider_code?: string | null;
  /**
   * Display name of the provider that failed.
   */
  provider_name?: string | null;
  /**
   * The provider's error, verbatim. Any JSON value, often a string that contains JSON.
   */
  raw?: unknown;
  /**
   * The requested model, for a moderation error.
   */
  model_slug?: string;
  /**
   * Why moderation flagged the input, for a moderation error (403).
   */
  reasons?: Array<string>;
  /**
   * The flagged part of the input, for a moderation error: up to 100 characters, with `...` in place of the middle.
   */
  flagged_input?: string;
  /**
   * The matched patterns, for a guardrail error (403).
   */
  patterns?: Array<string>;
  /**
   * The rate-limit headers, for clients that cannot read headers. Sent with a 429 from OpenRouter's own rate limits.
   */
  headers?: {
    [key: string]: string;
  };
  /**
   * The limit that was exceeded, such as `openrouter_free_tier_daily`. Do not retry right after exceeding a daily limit.
   */
  limit_source?: string;
  /**
   * Errors of the models or endpoints that were tried before, in order.
   */
  previous_errors?: Array<PreviousError>;
  /**
   * Files that were parsed before the error. Send them back to avoid parsing them again.
   */
  file_annotations?: Array<FileAnnotation>;
  /**
   * Every excluded endpoint with the reason, if no endpoint remained. Sent only by the mock server.
   */
  excluded_endpoints?: Array<ExcludedEndpoint>;
  /**
   * The problems of the request, one entry each. The mock server sends it with every 400 from validation.
   */
  issues?: Array<RequestIssue>;
  [key: string]: unknown;
};

/**
 * An HTTP status as an integer. In a stream, some providers send a string instead, such as `server_error`.
 */
export type ErrorStatusOrName = number | string;

/**
 * An endpoint that the router excluded.
 */
export type ExcludedEndpoint = {
  /**
   * The model that the endpoint serves.
   */
  model: string;
  /**
   * The endpoint's `tag`.
   */
  endpoint: string;
  /**
   * Display name of the provider.
   */
  provider: string;
  /**
   * Why the router excluded the endpoint.
   * - `off`: The endpoint is disabled.
   * - `region`: The endpoint is not available in the caller's country.
   * - `tier`: The endpoint belongs to a service tier that was not requested.
   * - `unlisted`: The provider is not among the allowed providers.
   * - `ignored`: The provider is among the ignored providers.
   * - `zdr`: The endpoint retains prompts.
   * - `training`: The endpoint may train on prompts.
   * - `distillation`: The model's author does not permit distillation.
   * - `quantization`: The endpoint's quantization is not among the accepted ones.
   * - `price`: The endpoint is more expensive than the maximum price.
   * - `modality`: The model does not support an input or output modality of the request.
   * - `context`: The prompt exceeds the endpoint's context length.
   * - `length`: The endpoint supports fewer completion tokens than requested.
   * - `tools`: The endpoint does not support tools.
   * - `schema`: The endpoint does not support structured outputs.
   * - `parameters`: The endpoint does not support every parameter of the request.
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
 * An earlier attempt that failed.
 */
export type PreviousError = {
  /**
   * Display name of the provider.
   */
  provider?: string;
  /**
   * The requested model.
   */
  model?: string;
  /**
   * The error, as in `error.code`.
   */
  code?: ErrorStatusOrName | null;
  /**
   * HTTP status of the provider's response.
   */
  status?: number | null;
  /**
   * Error message of the provider.
   */
  message?: string;
};

/**
 * One problem of a request.
 */
export type RequestIssue = {
  /**
   * The part of the request with the problem.
   * - `body`: The JSON body.
   * - `query`: The query string.
   * - `path`: The path.
   * - `header`: A header.
   */
  in: "body" | "query" | "path" | "header" | (string & {});
  /**
   * JSON pointer to the value; `""` means the whole part.
   */
  pointer: string;
  /**
   * Description of the problem.
   */
  message: string;
  /**
   * The expected value.
   */
  expected?: string;
  /**
   * The received value, shortened.
   */
  received?: string;
};
