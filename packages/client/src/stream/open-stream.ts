import type { Exchange } from "../http/exchange.ts";
import type { Call } from "../http/request.ts";
import { readWhole } from "../http/send.ts";
import type { EventFormat, FormatSource } from "./event-format.ts";
import { StreamReader } from "./stream-reader.ts";

/**
 * Sends the call, and resolves to a reader of its stream once the first event has arrived, or to the response if the caller
 * requested it unread.
 */
export function openStream<Event>(
  exchange: Exchange,
  call: Call,
  createFormat: (source: FormatSource) => EventFormat<Event>,
): Promise<StreamReader<Event> | Response> {
  const { settings } = exchange;
  return exchange.attempt(call, async (response, { deadline, end }) => {
    const { operation, options, input } = call;
    // Throws for an error response and for a response without a body.
    if (!response.ok || !response.body) await readWhole(response, operation.response);
    const reader = new StreamReader(response, {
      operation,
      format: createFormat({ operation, choices: Number(input.n ?? 1) || 1 }),
      idleTimeout: options.idleTimeout ?? settings.idleTimeout,
      deadline,
      validate: settings.validate,
      onEnd: end,
    });
    return reader.peek();
  });
}
