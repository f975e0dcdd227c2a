import type { ErrorResponse } from "../adapter.ts";
import type { ProviderFailureFacts } from "../failure.ts";
import { classify } from "./classify.ts";
import { firstText, toObject } from "../fields/json-value.ts";
import type { ErrorDescription } from "./error-description.ts";

/** Type of an error within a response → the status that it would have as a response. */
const statuses: Readonly<Record<string, number>> = {
  invalid_request_error: 400,
  context_length_exceeded: 400,
  authentication_error: 401,
  billing_error: 402,
  insufficient_quota: 402,
  permission_error: 403,
  not_found_error: 404,
  request_too_large: 413,
  rate_limit_error: 429,
  rate_limit_exceeded: 429,
  timeout_error: 504,
  overloaded_error: 529,
  provider_overloaded: 503,
};

/** Classifies an error response whose body has one of the usual forms. */
export function readErrorResponse(response: ErrorResponse): ProviderFailureFacts {
  return classify(describeError(response));
}

/** Classifies an error within a response of status 200: an event of a stream, or a body. */
export function readInnerError(body: unknown): ProviderFailureFacts {
  const described = describeError({ status: 500, headers: {}, body });
  const { code } = toObject(toObject(body).error);
  const number = Number(code);
  const isStatus = Number.isInteger(number) && number >= 400 && number <= 599;
  return classify({ ...described, status: isStatus ? number : (statuses[described.code ?? ""] ?? 500) });
}

/**
 * What an error body says. The forms are those of OpenAI (`{error: {message, type, code}}`), Anthropic, Google, OpenRouter (with
 * `metadata`), a bare `{message}` or `{detail}`, and `{error: "text"}`. Other bodies have no message.
 */
export function describeError({ status, headers, body }: ErrorResponse): ErrorDescription {
  const raw = typeof body === "string" ? body : JSON.stringify(body);
  const fields = toObject(body);
  const inner = toObject(fields.error ?? (Array.isArray(body) ? toObject(body[0]).error : undefined));
  const metadata = toObject(inner.metadata);
  const text = typeof fields.error === "string" ? fields.error : undefined;
  const message = firstText(inner.message, text, fields.message, readDetail(fields.detail));
  const code = firstText(
    metadata.error_type,
    inner.error_type,
    inner.code,
    inner.status,
    inner.type,
    fields.error_type,
    fields.code,
    fields.type,
  );
  const { raw: upstream } = metadata;
  return {
    status,
    headers,
    raw,
    message: message !== undefined && typeof upstream === "string" ? `${message}: ${upstream}` : message,
    code: code ?? (typeof inner.code === "number" ? String(inner.code) : undefined),
  };
}

/** FastAPI's `detail`: a text, or a list of issues. */
function readDetail(detail: unknown): string | undefined {
  if (!Array.isArray(detail)) return firstText(detail);
  const messages = detail.map((issue) => firstText(toObject(issue).msg)).filter((text) => text !== undefined);
  return messages.length > 0 ? messages.join("; ") : undefined;
}
