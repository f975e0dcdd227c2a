import type { ErrorResponse } from "../adapter.ts";
import type { ProviderFailureFacts } from "../failure.ts";
import { classify } from "../failures/classify.ts";
import { describeError } from "../failures/read-error-body.ts";

/** Classifies an error of Cohere: `{message, id}`. A trial key over its monthly calls is a 429 that no wait ends. */
export function readCohereError(response: ErrorResponse): ProviderFailureFacts {
  const description = describeError(response);
  const isTrialSpent = response.status === 429 && /trial key[\w ,]*(?:calls|month)/i.test(description.message ?? "");
  return classify(isTrialSpent ? { ...description, status: 402 } : description);
}
