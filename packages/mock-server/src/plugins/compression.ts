import type { ChatCompletionRequest, ChatMessage } from "@patchbay/spec";
import { textOf } from "../chat/prompt.ts";
import type { Tokenizer } from "../tokenizer.ts";

/** Models with a context of at most so many tokens have their prompts shortened unless told otherwise. */
const shortContext = 8192;

/** Whether a prompt is shortened when it is too long for a model. */
export function isCompressed({ plugins, transforms }: ChatCompletionRequest, context: number): boolean {
  const plugin = plugins?.find(({ id }) => id === "context-compression") as { enabled?: boolean } | undefined;
  if (plugin) return plugin.enabled ?? true;
  if (transforms) return transforms.includes("middle-out");
  return context <= shortContext;
}

/**
 * Drops messages from the middle of a conversation until it fits; then cuts the middle out of the longest text. The first
 * system message and the last message stay.
 */
export function middleOut(messages: readonly ChatMessage[], most: number, tokenizer: Tokenizer): ChatMessage[] {
  const kept = [...messages];
  const counts = kept.map((message) => 3 + tokenizer.count(textOf(message)));
  let total = counts.reduce((sum, count) => sum + count, 3);
  const first = kept[0]?.role === "system" ? 1 : 0;
  while (total > most && kept.length > first + 2) {
    const middle = Math.floor((kept.length + first) / 2) - (kept.length > first + 2 ? 0 : 1);
    const at = Math.min(middle, kept.length - 2);
    total -= counts[at]!;
    kept.splice(at, 1);
    counts.splice(at, 1);
  }
  for (let round = 0; total > most && round < kept.length; round++) {
    const at = counts.indexOf(Math.max(...counts));
    const message = kept[at]!;
    if (typeof message.content !== "string") break;
    const pieces = tokenizer.split(message.content);
    const room = Math.max(pieces.length - (total - most) - 4, 2);
    const content = `${pieces.slice(0, Math.ceil(room / 2)).join("")}\n…\n${pieces.slice(pieces.length - Math.floor(room / 2)).join("")}`;
    kept[at] = { ...message, content };
    total -= counts[at]!;
    counts[at] = 3 + tokenizer.count(content);
    total += counts[at];
  }
  return kept;
}
