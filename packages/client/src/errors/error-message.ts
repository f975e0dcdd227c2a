import type { ErrorDetail } from "@patchbay/spec";
import { cut, isRecord, messageOf, sentenceOf, toJson } from "./error-detail.ts";

/** What the message of an `ApiError` is made from. */
interface Parts {
  readonly code: string;
  readonly detail: ErrorDetail | undefined;
  readonly body: unknown;
  readonly text: string | undefined;
  /** What is wrong with the body of a success. */
  readonly fault: string | undefined;
}

/** What went wrong, in the words of the service and of its provider, and what to do about it. */
export function explain(parts: Parts): string {
  const said = withoutKeys(saidIn(parts));
  const advice = adviceOn(parts, said);
  return `${said}${advice && (/[.!?)]$/.test(said) ? " " : ". ")}${advice}`;
}

/** A text without the API keys and tokens in it. */
export function withoutKeys(text: string): string {
  return text.replaceAll(/(\bsk-|\bBearer\s+)[\w.~+/=-]{8,}/gi, "$1***");
}

function saidIn({ detail, body, text = "", fault }: Parts): string {
  const plain = cut(text.trim(), 300);
  if (fault) return `The response body ${fault}${plain && `: ${plain}`}`;
  if (detail) return withReason(detail);
  if (isRecord(body)) return messageOf(body);
  return plain || "The response body is empty";
}

/** OpenRouter often says no more than "Provider returned error"; the reason is in what the provider said. */
function withReason({ message, metadata }: ErrorDetail): string {
  const reason = reasonOf(metadata?.raw);
  const said = reason && !message.includes(reason) ? `${message.replace(/[.!?:]+$/, "")}: ${reason}` : message;
  const provider = metadata?.provider_name;
  return typeof provider === "string" && provider && !said.includes(provider)
    ? `${said} (${cut(provider, 100)})`
    : said;
}

/** The sentence of a provider's own error: an object, its JSON, or a string. */
function reasonOf(raw: unknown): string | undefined {
  const reason = sentenceOf(raw) ?? (isRecord(raw) && Object.keys(raw).length > 0 ? toJson(raw) : undefined);
  return reason && cut(reason, 500);
}

/** What to do about it, where the service does not say so itself. */
function adviceOn({ code, detail, fault }: Parts, said: string): string {
  if (fault) return "Check `baseURL`, or send the request again.";
  const others: unknown = detail?.availability?.fallback_models;
  if (Array.isArray(others) && others.length > 0)
    return cut(`These could answer: ${others.slice(0, 5).join(", ")}.`, 500);
  if (said.includes("openrouter.ai/")) return "";
  if (code === "unauthorized") return "Check `apiKey`, or the variable OPENROUTER_API_KEY.";
  if (code === "insufficient_credits")
    return "Add credits at https://openrouter.ai/settings/credits, or lower `max_tokens`.";
  if (code === "forbidden" && /management/i.test(said)) return "Pass a management key as `managementKey`.";
  if (code === "not_found" && /data policy/i.test(said))
    return "The account's setting is at https://openrouter.ai/settings/privacy, the request's in `provider`.";
  return "";
}
