import { ApiError, ConnectionError, PatchbayError, StreamError, TimeoutError } from "@patchbay/client";
import { failureRules, phrases, type FailureKind } from "../generated/fallback.ts";
import { messageOfThrown } from "../errors/thrown.ts";
import type { FailureRule } from "./fallback-policy.ts";
import { toOwnError } from "./foreign-error.ts";
import { matchesPhrases } from "./phrases.ts";

/** A classified failure. */
export interface Failure {
  readonly kind: FailureKind;
  readonly message: string;
  /** HTTP status, if there is one. */
  readonly status?: number;
  /** Milliseconds to wait, as the API requested. */
  readonly retryAfterMs?: number;
}

/** Classifies an error. `shown` says that output was shown before it. */
export function classifyError(error: unknown, shown = false): Failure {
  const message = messageOfThrown(error);
  const own = shown || error instanceof PatchbayError ? error : (toOwnError(error) ?? error);
  const { kind } = failureRules.find((rule) => isMatch(rule, own, shown))!;
  if (shown || !(own instanceof ApiError)) return { kind, message };
  const { status, retryAfterMs: retryAfter } = own;
  return { kind, message, status, ...(retryAfter !== undefined && { retryAfterMs: retryAfter }) };
}

const errorClasses = { timeout: TimeoutError, connection: ConnectionError, stream: StreamError, api: ApiError };

function isMatch(rule: FailureRule, error: unknown, shown: boolean): boolean {
  if (rule.shown && !shown) return false;
  if (rule.error && !(error instanceof errorClasses[rule.error])) return false;
  if (error instanceof ConnectionError) return rule.requestSent === undefined || rule.requestSent === error.requestSent;
  return !(error instanceof ApiError) || isMatchingResponse(rule, error);
}

function isMatchingResponse(rule: FailureRule, error: ApiError): boolean {
  const { status, errorType = "" } = error;
  const { types, statuses = [], statusFrom = Number.POSITIVE_INFINITY, statusBelow = Number.POSITIVE_INFINITY } = rule;
  const isAnyStatus = !rule.statuses && rule.statusFrom === undefined;
  return (
    (!types || types.includes(errorType)) &&
    (isAnyStatus || statuses.includes(status) || (status >= statusFrom && status < statusBelow)) &&
    (rule.says === undefined || matchesPhrases(error, phrases[rule.says]!)) &&
    (!rule.hasOutput || hasOutput(error))
  );
}

/** Whether the provider generated output that cannot be used. */
function hasOutput({ code, partial }: ApiError): boolean {
  return (
    code === "invalid_response" ||
    (partial !== undefined && "choices" in partial && partial.choices.some(({ message }) => message.content))
  );
}
