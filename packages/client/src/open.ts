import type { ChatCompletionChunk } from "@patchbay/spec";
import { ChunkReader } from "./chunk-reader.ts";
import { toChunk } from "./completion.ts";
import { StreamError } from "./errors.ts";
import type { Exchange } from "./exchange.ts";
import type { Call } from "./request.ts";
import { readWhole } from "./send.ts";

/** Sends the call and hands over the answer while it still comes, once its first event is there. */
export function open({ attempt, settings }: Exchange, call: Call): Promise<ChunkReader<ChatCompletionChunk>> {
  return attempt(call, async (response, { watch, end }) => {
    // Somebody asked for the response itself, and nobody for its events.
    if (call.raw && response.ok) {
      end({});
      return response as never;
    }
    const { id, stream } = call.operation;
    const { done } = stream!;
    const idleTimeout = call.options.idleTimeout ?? settings.idleTimeout;
    const source = { operation: id, done, idleTimeout, watch, validate: settings.validate, onEnd: end };
    return new ChunkReader<ChatCompletionChunk>(await toEvents(response, done), source).peek();
  });
}

/** The response as events; an answer that came whole is one event. */
async function toEvents(response: Response, done: string): Promise<Response> {
  const type = response.headers.get("content-type") ?? "";
  if (response.ok && response.body && /^text\/event-stream/i.test(type)) return response;
  const chunk = toChunk(await readWhole(response));
  if (chunk === undefined)
    throw new StreamError(
      "no-stream",
      `A stream was asked for; the answer is ${type || "without a content type"} and no completion. Check \`baseURL\`.`,
    );
  return new Response(`data: ${JSON.stringify(chunk)}\n\ndata: ${done}\n\n`, { headers: response.headers });
}
