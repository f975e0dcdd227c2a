import type { ProviderFailureFacts } from "../failure.ts";
import type { ProviderPart } from "../unified.ts";

/** A failure within a response as a part. */
export function toErrorPart(facts: ProviderFailureFacts): Extract<ProviderPart, { type: "error" }> {
  const { status, message, errorType, retryAfterMs } = facts;
  return {
    type: "error",
    error: { status, message, errorType, ...(retryAfterMs !== undefined && { retryAfterMs }) },
    facts,
  };
}
