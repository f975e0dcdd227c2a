import type { ErrorResponse } from "../adapter.ts";
import type { ProviderFailureFacts } from "../failure.ts";
import { classify } from "../failures/classify.ts";
import { describeError } from "../failures/read-error-body.ts";

/** Classifies an error of Ollama: `{error: "text"}`. 503 is a full queue. */
export function readOllamaError(response: ErrorResponse): ProviderFailureFacts {
  return classify(describeError(response));
}
