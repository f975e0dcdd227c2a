import type { ChatMessage } from "@patchbay/client";

/** The id of a call or of a result as text; undefined if it has none. */
export function idOf(id: unknown): string | undefined {
  const text = typeof id === "string" || typeof id === "number" ? String(id) : "";
  return text.trim() === "" ? undefined : text;
}

/** The ids of all calls of a conversation. */
export function callIdsOf(messages: readonly ChatMessage[]): Set<string> {
  const ids = messages.flatMap((message) =>
    message.role === "assistant" && Array.isArray(message.tool_calls)
      ? message.tool_calls.flatMap((call) => idOf(call?.id) ?? [])
      : [],
  );
  return new Set(ids);
}

/**
 * Ids for the calls of one answer. An id that is free stays; one that is missing or taken is replaced by one that is neither in
 * `taken` nor in `reserved`. Adds them to `taken`.
 */
export function uniqueIds(
  given: readonly (string | undefined)[],
  taken: Set<string>,
  reserved: ReadonlySet<string | undefined> = new Set(given),
): readonly string[] {
  return given.map((id, index) => {
    const own = id !== undefined && !taken.has(id) ? id : freeId(id ?? "call", index, taken, reserved);
    taken.add(own);
    return own;
  });
}

function freeId(
  base: string,
  from: number,
  taken: ReadonlySet<string>,
  reserved: ReadonlySet<string | undefined>,
): string {
  for (let number = from; ; number++) {
    const id = `${base}_${number}`;
    if (!taken.has(id) && !reserved.has(id)) return id;
  }
}
