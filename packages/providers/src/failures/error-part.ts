import { ProviderFailure, type ProviderFailureFacts } from "../failure.ts";
import type { ProviderError, ProviderPart } from "../unified.ts";
import { classify } from "./classify.ts";

type ErrorPart = Extract<ProviderPart, { readonly type: "error" }>;

/** The part that ends an output with a failure. */
export function toErrorPart(facts: ProviderFailureFacts): ErrorPart {
  const { status, message, errorType, retryAfterMs } = facts;
  const error: ProviderError = { status, message, errorType, ...(retryAfterMs !== undefined && { retryAfterMs }) };
  return { type: "error", error, facts };
}

/** The failure of an `error` part. */
export function toFailure({ error, facts }: ErrorPart): ProviderFailure {
  return new ProviderFailure(facts ?? classify({ ...error, code: error.errorType }));
}
