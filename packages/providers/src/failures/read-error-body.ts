import type { ErrorResponse } from "../adapter.ts";
import type { ProviderFailureFacts } from "../failure.ts";
import { classify } from "./classify.ts";
import type { ErrorDescription } from "./error-description.ts";

type Fields = Readonly<Record<string, unknown>>;

/** Classifies an error response whose body has one of the usual forms. */
export function readErrorResponse(response: ErrorResponse): ProviderFailureFacts {
  return classify(describeError(response));
}

/**
 * What an error body says. The forms are those of OpenAI (`{error: {message, type, code}}`), Anthropic, Google, OpenRouter (with
 * `metadata`), a bare `{message}` or `{detail}`, and `{error: "text"}`. Other bodies have no message.
 */
export function describeError({ status, headers, body }: ErrorResponse): ErrorDescription {
  const raw = typeof body === "string" ? body : JSON.stringify(body);
  const fields = toFields(body);
  const inner = toFields(fields.error ?? (Array.isArray(body) ? toFields(body[0]).error : undefined));
  const metadata = toFields(inner.metadata);
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
    code: code ?? toText(inner.code),
  };
}

function toFields(value: unknown): Fields {
  return typeof value === "object" && value !== null ? (value as Fields) : {};
}

function firstText(...values: readonly unknown[]): string | undefined {
  return values.find((value): value is string => typeof value === "string" && value !== "");
}

function toText(value: unknown): string | undefined {
  return typeof value === "number" ? String(value) : undefined;
}

/** FastAPI's `detail`: a text, or a list of issues. */
function readDetail(detail: unknown): string | undefined {
  if (!Array.isArray(detail)) return firstText(detail);
  const messages = detail.map((issue) => firstText(toFields(issue).msg)).filter((text) => text !== undefined);
  return messages.length > 0 ? messages.join("; ") : undefined;
}
