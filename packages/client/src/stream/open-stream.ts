import { ChunkReader } from "./chunk-reader.ts";
import type { Exchange } from "../http/exchange.ts";
import type { Call } from "../http/request.ts";
import { readWhole } from "../http/send.ts";

/** Sends the call and hands over the answer while it still comes, once its first event is there. */
export function open({ attempt, settings }: Exchange, call: Call): Promise<ChunkReader> {
  return attempt(call, async (response, { watch, end }) => {
    call.response = response;
    // The caller reads the body, which still ends with the caller's signal.
    if (call.wantsRaw && response.ok) {
      watch.release(response.body);
      end({});
      call.isRaw = true;
      return response as never;
    }
    const { operation, options, input } = call;
    // A refusal, or no body at all: this throws.
    if (!response.ok || !response.body) await readWhole(response, operation.response);
    const reader = new ChunkReader(response, {
      operation,
      choices: Number(input.n ?? 1) || 1,
      idleTimeout: options.idleTimeout ?? settings.idleTimeout,
      watch,
      validate: settings.validate,
      onEnd: end,
    });
    return reader.peek();
  });
}
