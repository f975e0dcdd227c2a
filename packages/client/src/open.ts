import type { AnswerShape, ChatCompletionChunk } from "@patchbay/spec";
import { ChunkReader } from "./chunk-reader.ts";
import { toChunk } from "./completion.ts";
import { isRecord } from "./error-detail.ts";
import { ApiError, StreamError } from "./errors.ts";
import type { Exchange } from "./exchange.ts";
import type { Call } from "./request.ts";
import { readWhole } from "./send.ts";

/** Sends the call and hands over the answer while it still comes, once its first event is there. */
export function open({ attempt, settings }: Exchange, call: Call): Promise<ChunkReader<ChatCompletionChunk>> {
  return attempt(call, async (response, { watch, end }) => {
    call.response = response;
    // The caller reads the body, which still ends with the caller's signal.
    if (call.wantsRaw && response.ok) {
      watch.end();
      end({});
      call.isRaw = true;
      return response as never;
    }
    const { id, stream, answer: shape } = call.operation;
    const { done } = stream!;
    const idleTimeout = call.options.idleTimeout ?? settings.idleTimeout;
    const source = { operation: id, done, idleTimeout, watch, validate: settings.validate, onEnd: end };
    return new ChunkReader<ChatCompletionChunk>(await toEvents(response, done, shape), source).peek();
  });
}

/** The response as events; an answer that came whole is one event. */
async function toEvents(response: Response, done: string, shape: AnswerShape): Promise<Response> {
  const type = response.headers.get("content-type") ?? "";
  if (response.ok && response.body && /^text\/event-stream/i.test(type)) return response;
  const whole = await readWhole(response, shape).catch((cause: unknown) => {
    throw isOtherJson(cause)
      ? new StreamError(
          "no-stream",
          `A stream was asked for; the answer is ${type || "without a content type"} and no completion. Check \`baseURL\`.`,
          { cause },
        )
      : cause;
  });
  return new Response(`data: ${JSON.stringify(toChunk(whole))}\n\ndata: ${done}\n\n`, { headers: response.headers });
}

/** Whether the body is an object that has nothing of a completion. */
function isOtherJson(error: unknown): boolean {
  return (
    error instanceof ApiError &&
    error.code === "invalid_response" &&
    isRecord(error.body) &&
    !Array.isArray(error.body) &&
    !("choices" in error.body)
  );
}
