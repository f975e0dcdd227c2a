import type { ChatCompletionRequest, ChatMessage } from "@patchbay/spec";
import { BoundedMap } from "@patchbay/engine/data/bounded-map";
import { countTexts } from "./count-texts.ts";
import type { Tokenizer } from "./tokenizer.ts";
import { textOf } from "./message-text.ts";

/** Messages and tool lists whose tokens were counted. Each is counted once, however often a request is measured. */
const counted = new WeakMap<object, number>();

/**
 * Long texts whose tokens were counted. Coding agents send the same 79 kB of instructions and tools with every request:
 * 6.7 ms per request with counting, 3.0 ms without.
 */
const longTexts = new BoundedMap<string, number>({ entries: 64, bytes: 4_000_000 });

/** Shorter texts, in characters, are remembered by the tokenizer. */
const longText = 4096;

/** Longer requests, in characters, are counted in slices. Shorter ones take less time than a pause. */
const longRequest = 50_000;

/** In characters. Shorter requests have fewer tokens than are counted exactly. */
const hugeRequest = 2_000_000;

/** Tokens of the text of a message. */
export function countMessage(message: ChatMessage, tokenizer: Tokenizer): number {
  const known = counted.get(message);
  if (known !== undefined) return known;
  const count = countText(textOf(message), tokenizer);
  if (tokenizer.isEstimate) counted.set(message, count);
  return count;
}

/** Tokens of the definitions of tools. */
export function countTools(tools: ChatCompletionRequest["tools"], tokenizer: Tokenizer): number {
  if (!tools || tools.length === 0) return 0;
  return counted.get(tools) ?? countText(JSON.stringify(tools), tokenizer);
}

function countText(text: string, tokenizer: Tokenizer): number {
  if (text.length <= longText || tokenizer.isEstimate) return tokenizer.count(text);
  const known = longTexts.get(text);
  if (known !== undefined) return known;
  const count = tokenizer.count(text);
  longTexts.set(text, count);
  return count;
}

/**
 * Counts a long request before its other uses, and lets other requests run in between. `undefined` for a short request.
 * Rejects with the reason of the signal when the client disconnects.
 */
export function countAhead(
  { messages, tools }: Pick<ChatCompletionRequest, "messages" | "tools">,
  tokenizer: Tokenizer,
  signal?: AbortSignal,
): Promise<void> | undefined {
  // An estimate takes less time than a look at what is known.
  if (tokenizer.isEstimate) return undefined;
  const subjects: [object, string][] = [];
  const add = (subject: object, text: string): void => {
    const known = text.length > longText ? longTexts.get(text) : undefined;
    if (known === undefined) subjects.push([subject, text]);
    else counted.set(subject, known);
  };
  for (const message of messages) if (!counted.has(message)) add(message, textOf(message));
  if (tools && tools.length > 0 && !counted.has(tools)) add(tools, JSON.stringify(tools));
  const length = subjects.reduce((sum, [, text]) => sum + text.length, 0);
  return length <= longRequest ? undefined : countAll(subjects, tokenizer, signal);
}

async function countAll(
  subjects: readonly (readonly [object, string])[],
  tokenizer: Tokenizer,
  signal: AbortSignal | undefined,
): Promise<void> {
  const counts = await countTexts(
    subjects.map(([, text]) => text),
    tokenizer,
    { signal },
  );
  // The end of a huge request is estimated, and an estimate must not be used for another request.
  const isExact = subjects.reduce((sum, [, text]) => sum + text.length, 0) < hugeRequest;
  for (const [index, [subject, text]] of subjects.entries()) {
    counted.set(subject, counts[index]!);
    if (isExact && text.length > longText) longTexts.set(text, counts[index]!);
  }
}
