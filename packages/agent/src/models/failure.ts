import { ApiError, ConnectionError, PatchbayError, StreamError, TimeoutError } from "@patchbay/client";
import { saysTooLong } from "./too-long.ts";
import { messageOfThrown } from "../errors/thrown.ts";
import { toOwnError } from "./foreign-error.ts";

/**
 * What kind of failure a try met, which decides what is done next.
 * - `connection`: the request was not sent: refused, unknown host, no route.
 * - `ambiguous`: the connection failed after the request was sent, so that it may have been answered and billed.
 * - `timeout`: nobody answered in time, or fell silent before anything was shown.
 * - `unauthorized`: the key is not accepted (401).
 * - `credits`: the purse is empty (402).
 * - `forbidden`: moderation, a guardrail, or the wrong key (403).
 * - `missing`: the model is not there, or nobody may serve it (404, or 400 for an unknown name).
 * - `context`: prompt and answer are too long for the model.
 * - `request`: the request is wrong (other 4xx).
 * - `busy`: asked at a bad moment (408, 409, 425).
 * - `rate-limit`: too much was asked (429).
 * - `server`: the service or the provider failed (5xx).
 * - `broken`: the stream broke before anything was shown, the body is unusable, or the answer failed after a part of it; it may be
 *   billed.
 * - `shown`: it failed after something was shown.
 * - `empty`: the answer has no text and no calls.
 * - `rejected`: `accept` did not take the answer.
 * - `unknown`: anything else.
 */
export type FailureKind =
  | "connection"
  | "ambiguous"
  | "timeout"
  | "unauthorized"
  | "credits"
  | "forbidden"
  | "missing"
  | "context"
  | "request"
  | "busy"
  | "rate-limit"
  | "server"
  | "broken"
  | "shown"
  | "empty"
  | "rejected"
  | "unknown";

/** A failure by what it means. */
export interface Failure {
  readonly kind: FailureKind;
  readonly message: string;
  /** HTTP status, where there is one. */
  readonly status?: number;
  /** Milliseconds that the service asks to wait. */
  readonly retryAfter?: number;
}

const byStatus: Readonly<Record<number, FailureKind>> = {
  401: "unauthorized",
  402: "credits",
  403: "forbidden",
  404: "missing",
  408: "busy",
  409: "busy",
  425: "busy",
  429: "rate-limit",
};

/** Names of the service for prompts that are too long. */
const tooLong = new Set(["context_length_exceeded", "max_tokens_exceeded", "token_limit_exceeded", "string_too_long"]);

/** A status under which services and gateways report that a prompt is too long. Others have a meaning of their own. */
function canBeTooLong(status: number): boolean {
  return status === 400 || status === 422 || status >= 500;
}

/** Says what an error means; `shown` when something of the answer was shown before it. */
export function toFailure(error: unknown, shown = false): Failure {
  const message = messageOfThrown(error);
  if (shown) return { kind: "shown", message };
  if (error instanceof TimeoutError) return { kind: "timeout", message };
  if (error instanceof ConnectionError) return { kind: error.requestSent ? "ambiguous" : "connection", message };
  if (error instanceof StreamError) return { kind: "broken", message };
  if (!(error instanceof ApiError)) {
    const own = error instanceof PatchbayError ? undefined : toOwnError(error);
    return own ? { ...toFailure(own), message } : { kind: "unknown", message };
  }
  const { status, errorType = "", retryAfterMs: retryAfter } = error;
  const isTooLong = tooLong.has(errorType) || status === 413 || (canBeTooLong(status) && saysTooLong(error));
  // The service knows no model of this name, or no longer.
  const isGone = status === 400 && /is not a valid model ID/.test(message);
  const failed = isBilled(error) ? "broken" : "server";
  const other = status >= 400 && status < 500 ? "request" : failed;
  const kind = isTooLong ? "context" : isGone ? "missing" : (byStatus[status] ?? other);
  return { kind, message, status, ...(retryAfter !== undefined && { retryAfter }) };
}

/** Failures after which an answer can be billed that never arrived. */
export const mayBeBilled: ReadonlySet<FailureKind> = new Set(["ambiguous", "timeout", "broken", "shown"]);

/** Whether something was made that cannot be used. */
function isBilled({ code, partial }: ApiError): boolean {
  return code === "invalid_response" || partial?.choices.some(({ message }) => message.content) === true;
}
