import type { MessagesError, MessagesErrorBody } from "@patchbay/spec";
import { getOwn } from "@patchbay/engine/data/get-own";
import type { ResponseError } from "../../http/error-details.ts";

/** Error type of the API → that of Anthropic. */
const types: Readonly<Record<string, string>> = {
  authentication: "authentication_error",
  payment_required: "billing_error",
  permission_denied: "permission_error",
  not_found: "not_found_error",
  payload_too_large: "request_too_large",
  rate_limit_exceeded: "rate_limit_error",
  provider_overloaded: "overloaded_error",
  timeout: "timeout_error",
};

/** HTTP status → Anthropic's error type, for errors whose own type has no equal. */
const typesByStatus: ReadonlyMap<number, string> = new Map(
  Object.entries({
    401: "authentication_error",
    402: "billing_error",
    403: "permission_error",
    404: "not_found_error",
    408: "timeout_error",
    413: "request_too_large",
    429: "rate_limit_error",
    503: "overloaded_error",
    504: "timeout_error",
    524: "timeout_error",
    529: "overloaded_error",
  }).map(([status, type]) => [Number(status), type]),
);

/** The error in Anthropic's form. */
export function toErrorObject(status: number, message: string, errorType: string | undefined): MessagesError {
  const usual = typesByStatus.get(status) ?? (status >= 500 ? "api_error" : "invalid_request_error");
  const type = getOwn(types, errorType ?? "") ?? usual;
  return { type, message, ...(errorType !== undefined && { error_type: errorType }) };
}

/** The body of an error response in Anthropic's form. Its `request_id` is the id of the generation, if there is one. */
export function toMessagesErrorBody(error: ResponseError): MessagesErrorBody {
  const { metadata, routing, availability, cause, headers } = error.details;
  const details = cause ?? (availability && { error_code: availability.code, ...availability });
  return {
    type: "error",
    error: { ...toErrorObject(error.status, error.message, error.errorType), ...(details && { details }) },
    request_id: headers?.["x-generation-id"] ?? null,
    ...(metadata && { metadata }),
    ...(routing && { openrouter_metadata: routing }),
  };
}
