import type { ChatCompletionRequest, ChatMessage } from "@patchbay/spec";
import { countAhead, countMessage } from "../messages/message-tokens.ts";
import { splitSlices } from "../messages/split-ahead.ts";
import { sliceText } from "@patchbay/engine/data/text-slices";
import { createPace, type Pace } from "../context/pace.ts";
import type { Tokenizer } from "../messages/tokenizer.ts";

/** Prompts for models with a context of up to this many tokens are compressed by default. */
const shortContext = 8192;

/** Whether a prompt is compressed if it is too long for a model. */
export function isCompressed({ plugins, transforms }: ChatCompletionRequest, context: number): boolean {
  const plugin = plugins?.find(({ id }) => id === "context-compression") as { enabled?: boolean } | undefined;
  if (plugin) return plugin.enabled ?? true;
  if (transforms) return transforms.includes("middle-out");
  return context <= shortContext;
}

/**
 * Removes messages from the middle of a conversation until it fits, then removes the middle of the longest texts. The first
 * system message and the last message stay. Pauses for other requests.
 */
export async function middleOut(
  messages: readonly ChatMessage[],
  most: number,
  tokenizer: Tokenizer,
  signal?: AbortSignal,
): Promise<ChatMessage[]> {
  const all = messages.map((message) => 3 + countMessage(message, tokenizer));
  const { before, after, total } = dropMiddle(all, most, messages[0]?.role === "system" ? 1 : 0);
  const kept = [...messages.slice(0, before), ...messages.slice(after)];
  const counts = [...all.slice(0, before), ...all.slice(after)];
  if (total <= most) return kept;
  return cutLongest(kept, counts, { most, total, tokenizer, pace: createPace(signal) });
}

interface Kept {
  /** Messages before this index stay. */
  readonly before: number;
  /** Messages from this index on stay. */
  readonly after: number;
  /** Tokens of the messages that stay. */
  readonly total: number;
}

/** Removes the middle message repeatedly. The removed messages form one block that grows at both ends. */
function dropMiddle(counts: readonly number[], most: number, first: number): Kept {
  let total = counts.reduce((sum, count) => sum + count, 3);
  let before = counts.length;
  let after = counts.length;
  for (let length = counts.length; total > most && length > first + 2; length--) {
    const at = Math.min(Math.floor((length + first) / 2), length - 2);
    if (length === counts.length) before = after = at;
    total -= at < before ? counts[--before]! : counts[after++]!;
  }
  return { before, after, total };
}

interface Cutting {
  readonly most: number;
  readonly total: number;
  readonly tokenizer: Tokenizer;
  readonly pace: Pace;
}

/** Removes the middle of the longest texts until the messages fit. */
async function cutLongest(
  kept: ChatMessage[],
  counts: number[],
  { most, total: before, tokenizer, pace }: Cutting,
): Promise<ChatMessage[]> {
  let total = before;
  for (let round = 0; total > most && round < kept.length; round++) {
    const at = counts.indexOf(Math.max(...counts));
    const message = kept[at]!;
    if (typeof message.content !== "string") break;
    const room = Math.max(counts[at]! - 3 - (total - most) - 4, 2);
    const slices = [...sliceText(message.content)];
    const head = await splitSlices(slices, Math.ceil(room / 2), tokenizer, pace);
    const tail = await splitSlices(slices.toReversed(), Math.floor(room / 2), tokenizer, pace, true);
    const content = `${head.join("")}\n…\n${tail.join("")}`;
    kept[at] = { ...message, content };
    total -= counts[at]!;
    await countAhead({ messages: [kept[at]] }, tokenizer);
    counts[at] = 3 + countMessage(kept[at], tokenizer);
    total += counts[at];
  }
  return kept;
}
