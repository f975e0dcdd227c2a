import type { ProviderFailureFacts } from "../failure.ts";
import type { ErrorDescription } from "./error-description.ts";
import { classOf } from "./failure-classes.ts";
import { recognize } from "./recognize.ts";
import { excerpt } from "./response-failures.ts";
import { readRetryAfter } from "./retry-after.ts";

/** Classifies a failure by what the provider says, then by the status. */
export function classify(description: ErrorDescription, now: number = Date.now()): ProviderFailureFacts {
  const { status, code, headers = {}, raw } = description;
  const found = recognize(description) ?? classOf(status);
  const isWaitable = found.fault === "capacity" || found.fault === "provider";
  const retryAfterMs = description.retryAfterMs ?? readRetryAfter(headers, now);
  return {
    fault: found.fault,
    next: found.next,
    status: found.status,
    message: found.message ?? excerpt(description.message, 500) ?? "The provider rejected the request.",
    errorType: found.errorType,
    ...(found.keyScope && { keyScope: found.keyScope }),
    ...(code !== undefined && { code: excerpt(code, 100) }),
    ...(isWaitable && retryAfterMs !== undefined && { retryAfterMs }),
    ...(raw !== undefined && { raw: excerpt(raw) }),
  };
}
