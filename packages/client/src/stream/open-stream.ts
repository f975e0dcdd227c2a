import { ChunkReader } from "./stream-reader.ts";
import type { Exchange } from "../http/exchange.ts";
import type { Call } from "../http/request.ts";
import { readWhole } from "../http/send.ts";

/**
 * Sends the call, and resolves to a reader of its stream once the first event has arrived, or to the response if the caller
 * requested it unread.
 */
export function openStream(exchange: Exchange, call: Call): Promise<ChunkReader | Response> {
  const { settings } = exchange;
  return exchange.attempt(call, async (response, { deadline, end }) => {
    const { operation, options, input } = call;
    // Throws for an error response and for a response without a body.
    if (!response.ok || !response.body) await readWhole(response, operation.response);
    const reader = new ChunkReader(response, {
      operation,
      choices: Number(input.n ?? 1) || 1,
      idleTimeout: options.idleTimeout ?? settings.idleTimeout,
      deadline,
      validate: settings.validate,
      onEnd: end,
    });
    return reader.peek();
  });
}
