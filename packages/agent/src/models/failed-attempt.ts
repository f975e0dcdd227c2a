import type { ChatCompletion } from "@patchbay/client";
import { mayBeBilled } from "../generated/fallback.ts";
import type { OpenAttempt } from "../report/run-report.ts";
import type { UsageLedger } from "../report/usage-ledger.ts";
import { classifyError } from "./failure.ts";

/** Notes why an attempt failed, and its cost if it may be billed. */
export function noteFailure(
  attempt: OpenAttempt,
  error: unknown,
  partial: ChatCompletion | undefined,
  ledger: UsageLedger,
): void {
  const { kind, message } = classifyError(error);
  if (partial?.usage || mayBeBilled.has(kind)) attempt.cost = ledger.spend(partial?.usage);
  Object.assign(attempt, { outcome: "failed", failureKind: kind, reason: message });
}
