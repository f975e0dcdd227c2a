import type { ResponseEnd } from "@patchbay/service/ports/dispatcher";
import type { AttemptEnd } from "../attempts/attempt-policy.ts";

/** How a response ended, as the attempt policy counts it. */
export function toAttemptEnd({ good, cancelled, timing, validToolCalls }: ResponseEnd): AttemptEnd {
  if (cancelled) return { kind: "canceled" };
  if (good) return { kind: "ok", throughput: timing?.throughput, validToolCalls };
  return {
    kind: "failed",
    failure: {
      fault: "provider",
      next: "next-endpoint",
      status: 502,
      message: "The response broke off after its first content",
      errorType: "provider_unavailable",
    },
  };
}
