import type { ProviderFailureFacts } from "@patchbay/providers";
import type { OutcomeKind } from "../ports/shared-state.ts";

/** What a failure says about the endpoint. */
export function toOutcomeKind(
  failure: ProviderFailureFacts,
  { isByok, hasNextKey }: { readonly isByok: boolean; readonly hasNextKey: boolean },
): OutcomeKind {
  if (isOutage(failure)) return "error";
  const { fault } = failure;
  // The key at fault is a customer's, or one of several: the endpoint works for other requests.
  if (isByok || hasNextKey) return "uncounted";
  if (fault === "capacity") return "rate-limited";
  return fault === "key" ? "error" : "uncounted";
}

/** Whether the next attempt repeats work after an outage. The others were refused before any work: they are redirects. */
export function isRetry(failure: ProviderFailureFacts): boolean {
  return isOutage(failure);
}

/** 503 and 529 concern everyone who uses the endpoint, unlike 429, which is a limit of the key. */
function isOutage({ fault, status }: ProviderFailureFacts): boolean {
  return fault === "provider" || (fault === "capacity" && status !== 429);
}

/** Whether a failure concerns the key only, so that the same endpoint can be tried with the key of another payer. */
export function concernsKeyOnly({ fault }: ProviderFailureFacts): boolean {
  return fault === "key" || fault === "capacity";
}
