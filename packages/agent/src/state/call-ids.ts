import type { ChatMessage } from "@patchbay/client";

/** The id of a call or of a result as a string; `undefined` if it has none. */
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

/** Ids in use, each with the number from which the search for a similar free id starts. */
export type TakenIds = Map<string, number>;

/**
 * Unique ids for the calls of one message. A free id stays. A missing id or one in use is replaced by one that is
 * neither in `taken` nor in `reserved`. Adds them to `taken`.
 */
export function uniqueIds(
  given: readonly (string | undefined)[],
  taken: TakenIds,
  reserved: ReadonlySet<string | undefined> = new Set(given),
): readonly string[] {
  return given.map((id, index) => {
    const own = id !== undefined && !taken.has(id) ? id : freeId(id, index, taken, reserved);
    taken.set(own, 0);
    return own;
  });
}

function freeId(
  id: string | undefined,
  index: number,
  taken: TakenIds,
  reserved: ReadonlySet<string | undefined>,
): string {
  const base = id ?? "call";
  // Ids are never empty.
  const key = id ?? "";
  let number = Math.max(taken.get(key) ?? 0, index);
  while (taken.has(`${base}_${number}`) || reserved.has(`${base}_${number}`)) number++;
  taken.set(key, number + 1);
  return `${base}_${number}`;
}
