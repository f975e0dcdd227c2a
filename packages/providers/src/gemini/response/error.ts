import type { ErrorResponse } from "../../adapter.ts";
import type { ProviderFailureFacts } from "../../failure.ts";
import { classify } from "../../failures/classify.ts";
import { describeError } from "../../failures/read-error-body.ts";
import { parseDuration } from "../../failures/retry-after.ts";
import { toObject, toObjects, toText } from "../../fields/json-value.ts";

/** Classifies an error of Gemini: `{error: {code, message, status, details}}`, or a list with one such object. */
export function readGeminiError(response: ErrorResponse): ProviderFailureFacts {
  const details = readDetails(response.body);
  const { message, code, ...description } = describeError(response);
  const reason = details.map((detail) => toText(detail.reason)).find((text) => text !== undefined);
  return classify({ ...description, message, code: reason ?? code, retryAfterMs: readRetryDelay(details) });
}

/** Classifies an error in an event of a response with status 200. Its own code is the status. */
export function readGeminiStreamError(body: unknown): ProviderFailureFacts {
  const { code } = toObject(toObject(body).error);
  const status = typeof code === "number" && code >= 400 && code <= 599 ? code : 502;
  return readGeminiError({ status, headers: {}, body });
}

function readDetails(body: unknown): ReturnType<typeof toObjects> {
  const first: unknown = Array.isArray(body) ? body[0] : body;
  return toObjects(toObject(toObject(first).error).details);
}

/** Milliseconds of google.rpc.RetryInfo, whose `retryDelay` is a duration such as `12s` or `0.5s`. */
function readRetryDelay(details: ReturnType<typeof toObjects>): number | undefined {
  for (const { retryDelay } of details) {
    const ms = typeof retryDelay === "string" ? parseDuration(retryDelay) : undefined;
    if (ms !== undefined) return Math.min(Math.ceil(ms), 86_400_000);
  }
  return undefined;
}
