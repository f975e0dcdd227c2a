import { ApiError, ConnectionError, PatchbayError, StreamError, TimeoutError } from "@patchbay/client";
import { saysTooLong } from "./too-long.ts";
import { messageOfThrown } from "../errors/thrown.ts";
import { toOwnError } from "./foreign-error.ts";

/**
 * The kind of failure of an attempt. It decides what the agent does next.
 * - `connection`: the request was not sent (connection refused, unknown host, no route).
 * - `ambiguous`: the connection failed after the request was sent. It may have been answered and billed.
 * - `timeout`: no response arrived in time, or the stream went silent before any output.
 * - `unauthorized`: the API key was rejected (401).
 * - `insufficient_credits`: the balance does not cover the request (402).
 * - `forbidden`: moderation, a guardrail, or a key of the wrong kind (403).
 * - `not_found`: the model does not exist, or no provider may serve it (404, or 400 for an unknown model name).
 * - `context_length_exceeded`: prompt and completion are too long for the model.
 * - `bad_request`: the request is invalid (other 4xx).
 * - `transient`: a temporary conflict or timeout of the API (408, 409, 425).
 * - `rate_limited`: too many requests (429).
 * - `server_error`: the API or the provider failed (5xx).
 * - `stream_interrupted`: the stream broke before any output, the body is unusable, or the completion failed after part of it. It may
 *   be billed.
 * - `after_output`: the attempt failed after output was shown.
 * - `empty_response`: the completion has no text and no tool calls.
 * - `rejected`: `accept` rejected the completion.
 * - `unknown`: anything else.
 */
export type FailureKind =
  | "connection"
  | "ambiguous"
  | "timeout"
  | "unauthorized"
  | "insufficient_credits"
  | "forbidden"
  | "not_found"
  | "context_length_exceeded"
  | "bad_request"
  | "transient"
  | "rate_limited"
  | "server_error"
  | "stream_interrupted"
  | "after_output"
  | "empty_response"
  | "rejected"
  | "unknown";

/** A classified failure. */
export interface Failure {
  readonly kind: FailureKind;
  readonly message: string;
  /** HTTP status, if there is one. */
  readonly status?: number;
  /** Milliseconds to wait, as the API requested. */
  readonly retryAfterMs?: number;
}

const byStatus: Readonly<Record<number, FailureKind>> = {
  401: "unauthorized",
  402: "insufficient_credits",
  403: "forbidden",
  404: "not_found",
  408: "transient",
  409: "transient",
  425: "transient",
  429: "rate_limited",
};

/** Error types for prompts that are too long. */
const tooLong = new Set(["context_length_exceeded", "max_tokens_exceeded", "token_limit_exceeded", "string_too_long"]);

/** Statuses with which APIs and gateways report a prompt that is too long. The others have their own meaning. */
function canBeTooLong(status: number): boolean {
  return status === 400 || status === 422 || status >= 500;
}

/** Classifies an error. `shown` says that output was shown before it. */
export function classifyError(error: unknown, shown = false): Failure {
  const message = messageOfThrown(error);
  if (shown) return { kind: "after_output", message };
  if (error instanceof TimeoutError) return { kind: "timeout", message };
  if (error instanceof ConnectionError) return { kind: error.requestSent ? "ambiguous" : "connection", message };
  if (error instanceof StreamError) return { kind: "stream_interrupted", message };
  if (!(error instanceof ApiError)) {
    const own = error instanceof PatchbayError ? undefined : toOwnError(error);
    return own ? { ...classifyError(own), message } : { kind: "unknown", message };
  }
  const { status, errorType = "", retryAfterMs: retryAfter } = error;
  const isTooLong = tooLong.has(errorType) || status === 413 || (canBeTooLong(status) && saysTooLong(error));
  // The API does not know the model, or not anymore.
  const isGone = status === 400 && /is not a valid model ID/.test(message);
  const failed = isBilled(error) ? "stream_interrupted" : "server_error";
  const other = status >= 400 && status < 500 ? "bad_request" : failed;
  const kind = isTooLong ? "context_length_exceeded" : isGone ? "not_found" : (byStatus[status] ?? other);
  return { kind, message, status, ...(retryAfter !== undefined && { retryAfterMs: retryAfter }) };
}

/** Failures that may be billed although no response arrived. */
export const mayBeBilled: ReadonlySet<FailureKind> = new Set([
  "ambiguous",
  "timeout",
  "stream_interrupted",
  "after_output",
]);

/** Whether the provider generated output that cannot be used. */
function isBilled({ code, partial }: ApiError): boolean {
  return (
    code === "invalid_response" ||
    (partial !== undefined && "choices" in partial && partial.choices.some(({ message }) => message.content))
  );
}
