import type { EventFeed, EventStream } from "./stream.ts";

/** Two feeds of one stream. It ends when both are closed; a failure comes to both. */
export function teeFeed<Event>(stream: EventStream<Event>): [EventFeed<Event>, EventFeed<Event>] {
  const source = stream[Symbol.asyncIterator]();
  let open = 2;
  const make = (): { readonly kept: Promise<IteratorResult<Event, undefined>>[]; readonly feed: EventFeed<Event> } => {
    const kept: Promise<IteratorResult<Event, undefined>>[] = [];
    const next = async (): Promise<Event | undefined> => {
      if (kept.length === 0) {
        const result = source.next();
        // The other one looks at the failure when it gets there.
        result.catch(() => undefined);
        for (const { kept } of both) kept.push(result);
      }
      return (await kept.shift()!).value;
    };
    const close = (): void => {
      if (--open === 0) void source.return?.();
    };
    return { kept, feed: { next, close, abort: (reason) => stream.abort(reason) } };
  };
  const both = [make(), make()] as const;
  return [both[0].feed, both[1].feed];
}
