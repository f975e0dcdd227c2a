import { toConnectionError } from "./connection-error.ts";
import { detailOf, statusOf } from "./error-detail.ts";
import { ApiError } from "./errors.ts";
import type { Exchange } from "./exchange.ts";
import type { Call } from "./request.ts";

/** Sends the call and reads the whole answer. */
export function send({ attempt, settings: { validate } }: Exchange, call: Call): Promise<unknown> {
  return attempt(call, async (response, { watch, end }) => {
    // Its body is the caller's, and still ends with the caller's signal.
    if (call.raw && response.ok) {
      end({});
      return response;
    }
    const answer = await readWhole(response);
    validate?.(call.operation.id, answer, "answer");
    watch.end();
    end({ answer });
    return answer;
  });
}

/** The JSON of an answer; throws `ApiError` for a refusal, whatever its status. */
export async function readWhole(response: Response): Promise<object> {
  const text = await response.text().catch((cause: unknown) => {
    throw toConnectionError(cause);
  });
  const { status, headers, ok } = response;
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch (cause) {
    throw new ApiError({ status, headers, text, cause });
  }
  if (!ok) throw new ApiError({ status, headers, body, text });
  const detail = detailOf(body);
  // A failure can arrive under HTTP 200.
  if (detail) throw new ApiError({ status: statusOf(detail), headers, body, text });
  return body as object;
}
