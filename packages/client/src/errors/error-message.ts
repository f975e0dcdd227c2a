import type { ErrorDetail } from "@patchbay/spec";
import { isRecord } from "../encoding/is-record.ts";
import { findMessage, messageOf } from "./error-detail.ts";
import { cut, toJson, withoutKeys } from "./error-text.ts";

/** The facts from which the message of an `ApiError` is built. */
interface Parts {
  readonly code: string;
  readonly detail: ErrorDetail | undefined;
  readonly body: unknown;
  readonly text: string | undefined;
  /** Why the body of a success is unusable. */
  readonly fault: string | undefined;
}

/** Builds the message: what failed, in the words of the API and the provider, and what to do. */
export function explain(parts: Parts): string {
  const text = withoutKeys(findText(parts));
  const advice = adviceOn(parts, text);
  const separator = /[.!?)]$/.test(text) ? " " : ". ";
  return advice ? text + separator + advice : text;
}

function findText({ detail, body, text = "", fault }: Parts): string {
  const plain = cut(text.trim(), 300);
  if (fault) return `The response body ${fault}${plain && `: ${plain}`}`;
  if (detail) return withReason(detail);
  if (isRecord(body)) return messageOf(body);
  return plain || "The response body is empty";
}

/** OpenRouter often reports only "Provider returned error". The provider's message has the reason. */
function withReason({ message, metadata }: ErrorDetail): string {
  const reason = reasonOf(metadata?.raw);
  const text = reason && !message.includes(reason) ? `${message.replace(/[.!?:]+$/, "")}: ${reason}` : message;
  const provider = metadata?.provider_name;
  return typeof provider === "string" && provider && !text.includes(provider)
    ? `${text} (${cut(provider, 100)})`
    : text;
}

/** The message of a provider's own error: an object, its JSON, or a string. */
function reasonOf(raw: unknown): string | undefined {
  const reason = findMessage(raw) ?? (isRecord(raw) && Object.keys(raw).length > 0 ? toJson(raw) : undefined);
  return reason && cut(reason, 500);
}

/** What to do, unless the API's message already says so. */
function adviceOn({ code, detail, fault }: Parts, text: string): string {
  if (fault) return "Check `baseURL`, or send the request again.";
  const others: unknown = detail?.availability?.fallback_models;
  if (Array.isArray(others) && others.length > 0)
    return cut(`Available fallback models: ${others.slice(0, 5).join(", ")}.`, 500);
  if (text.includes("openrouter.ai/")) return "";
  if (code === "unauthorized") return "Check `apiKey`, or the variable OPENROUTER_API_KEY.";
  if (code === "insufficient_credits")
    return "Add credits at https://openrouter.ai/settings/credits, or lower `max_tokens`.";
  if (code === "forbidden" && /management/i.test(text)) return "Pass a management key as `managementKey`.";
  if (code === "not_found" && /data policy/i.test(text))
    return "Change the data policy of the account at https://openrouter.ai/settings/privacy, or `provider` of the request.";
  return "";
}
