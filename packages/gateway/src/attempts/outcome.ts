import type { ProviderFailureFacts } from "@patchbay/providers";
import type { OutcomeKind } from "../ports/shared-state.ts";

/** What a failure says about the endpoint. */
export function toOutcomeKind(
  { fault }: ProviderFailureFacts,
  { isByok, hasNextKey }: { readonly isByok: boolean; readonly hasNextKey: boolean },
): OutcomeKind {
  if (fault === "provider") return "error";
  // The key at fault is a customer's, or one of several: the endpoint works for other requests.
  if (isByok || hasNextKey) return "uncounted";
  if (fault === "capacity") return "rate-limited";
  return fault === "key" ? "error" : "uncounted";
}

/** Whether the next attempt repeats work after an outage. The others were refused before any work: they are redirects. */
export function isRetry({ fault }: ProviderFailureFacts): boolean {
  return fault === "provider";
}

/** Whether a failure concerns the key only, so that the same endpoint can be tried with the key of another payer. */
export function concernsKeyOnly({ fault }: ProviderFailureFacts): boolean {
  return fault === "key" || fault === "capacity";
}
