// Written from openapi/ by `npm run generate`. Do not edit: change the contract or packages/codegen.
import type { ErrorMetadata } from "./errors.ts";
import type { RoutingMetadata } from "./routing.ts";

/**
 * An error of the Messages API.
 */
export type MessagesError = {
  /**
   * The kind of error.
   * - `invalid_request_error`: The request is invalid (400, 415, 422).
   * - `authentication_error`: The API key is missing or invalid (401).
   * - `billing_error`: The account has insufficient credits (402).
   * - `permission_error`: The key or the account lacks permission (403).
   * - `not_found_error`: The resource or the model does not exist (404).
   * - `request_too_large`: The body is too large (413).
   * - `rate_limit_error`: Too many requests (429).
   * - `api_error`: An internal error, or an error of the provider (500, 502).
   * - `overloaded_error`: The provider has no capacity (503, 529).
   * - `timeout_error`: The request timed out (408, 504, 524).
   */
  type:
    | "invalid_request_error"
    | "authentication_error"
    | "billing_error"
    | "permission_error"
    | "not_found_error"
    | "request_too_large"
    | "rate_limit_error"
    | "api_error"
    | "overloaded_error"
    | "timeout_error"
    | (string & {});
  /**
   * Error message for people.
   */
  message: string;
  /**
   * The kind of error as in `error.metadata.error_type` of the other APIs, such as `rate_limit_exceeded`.
   */
  error_type?: string;
  /**
   * Machine-readable details.
   */
  details?: MessagesErrorDetails | null;
};

/**
 * The body of an error response of the Messages API, in Anthropic's form.
 */
export type MessagesErrorBody = {
  /**
   * Always `error`.
   */
  type: "error";
  /**
   * The error.
   */
  error: MessagesError;
  /**
   * Id of the generation; null if none was created.
   */
  request_id: string | null;
  /**
   * Machine-readable details of the error, as in the other APIs. The mock server sends it with every 400 from validation.
   */
  metadata?: ErrorMetadata;
  /**
   * How the request was routed, if the request asked for it.
   */
  openrouter_metadata?: RoutingMetadata | null;
};

/**
 * Machine-readable details of an error.
 */
export type MessagesErrorDetails = {
  /**
   * A stable code that names the cause, such as `thread_unsupported_request`.
   */
  error_code?: string;
  /**
   * Features of the request that are not supported.
   */
  unsupported?: Array<string> | null;
  [key: string]: unknown;
};
