import type { Pagination } from "@patchbay/spec";
import { toJson } from "../errors/error-text.ts";
import type { Exchange } from "../http/exchange.ts";
import { send } from "../http/send.ts";
import type { Call } from "../http/request.ts";

type Page = Readonly<Record<string, unknown>>;

/** The items of a page and of all following pages. Each page is requested when it is reached. */
export async function* itemsFrom(
  first: unknown,
  call: Call,
  { offset: name, items, total, next }: Pagination,
  exchange: Exchange,
): AsyncGenerator<unknown, void> {
  let page = first as Page;
  let offset = Number(call.input[name] ?? 0);
  const seen = new Set<unknown>();
  for (;;) {
    const list = page[items] as readonly unknown[];
    const known = seen.size;
    for (const item of list) seen.add(keyOf(item));
    // A service that ignores the offset would return the same page indefinitely.
    if (seen.size === known) return;
    yield* list;
    offset += list.length;
    const all = total && page[total];
    const isLast =
      (next !== undefined && (at(page, next) ?? null) === null) || (typeof all === "number" && offset >= all);
    if (isLast) return;
    page = (await send(exchange, { ...call, input: { ...call.input, [name]: offset } })) as Page;
  }
}

/** The identity of an item. */
function keyOf(item: unknown): unknown {
  const { id, hash, slug } = item as Page;
  const key = id ?? hash ?? slug;
  return typeof key === "string" || typeof key === "number" ? key : toJson(item);
}

function at(page: unknown, path: string): unknown {
  return path.split(".").reduce<unknown>((node, name) => (node as Page | undefined)?.[name], page);
}
