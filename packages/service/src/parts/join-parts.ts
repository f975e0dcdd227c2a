import type { Part, ToolCallPart } from "./part.ts";

/**
 * Joins the pieces of each text, each reasoning and each tool call. An output has the same joined parts, however it was split.
 * A tool call takes the place of its first piece. Parts without output (`usage`, `finish`, `error`) are left out.
 */
export function joinParts(parts: Iterable<Part>): Part[] {
  const joined: Part[] = [];
  let calls: Map<number, number> | undefined;
  for (const part of parts) {
    if (part.type === "response" || part.type === "usage" || part.type === "finish" || part.type === "error") continue;
    const place = part.type === "tool-call-delta" ? calls?.get(part.index) : joined.length - 1;
    const before = place === undefined ? undefined : joined[place];
    const both = before && joinTwo(before, part);
    if (both) joined[place!] = both;
    else {
      if (part.type === "tool-call-delta") (calls ??= new Map()).set(part.index, joined.length);
      joined.push(copyList(part));
    }
  }
  return joined;
}

/** Two adjacent parts as one, or `undefined` if they cannot be joined. A list that is joined grows in place. */
function joinTwo(before: Part, part: Part): Part | undefined {
  if ((before.type === "text" || before.type === "refusal") && part.type === before.type)
    return { type: before.type, text: before.text + part.text };
  // A signature completes a reasoning. What follows is another one.
  if (before.type === "reasoning" && part.type === "reasoning" && before.signature === undefined)
    return { ...before, ...part, text: before.text + part.text };
  if (before.type === "tool-call-delta" && part.type === "tool-call-delta") return joinCalls(before, part);
  if (before.type === "images" && part.type === "images") return grow(before, before.urls, part.urls);
  if (before.type === "annotations" && part.type === "annotations")
    return grow(before, before.annotations, part.annotations);
  if (before.type === "reasoning-details" && part.type === "reasoning-details")
    return grow(before, before.details, part.details);
  return undefined;
}

/** A part whose list grows. Its list belongs to `joinParts`, which copied it. */
function grow<P extends Part, T>(before: P, list: readonly T[], more: readonly T[]): P {
  for (const item of more) (list as T[]).push(item);
  return before;
}

/** A part with a list of its own. */
function copyList(part: Part): Part {
  switch (part.type) {
    case "images":
      return { ...part, urls: [...part.urls] };
    case "annotations":
      return { ...part, annotations: [...part.annotations] };
    case "reasoning-details":
      return { ...part, details: [...part.details] };
    default:
      return part;
  }
}

function joinCalls(before: ToolCallPart, part: ToolCallPart): ToolCallPart {
  return {
    ...before,
    ...(before.id === undefined && part.id !== undefined && { id: part.id }),
    ...(before.name === undefined && part.name !== undefined && { name: part.name }),
    arguments: (before.arguments ?? "") + (part.arguments ?? ""),
  };
}
