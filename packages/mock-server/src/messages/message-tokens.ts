import type { ChatCompletionRequest, ChatMessage } from "@patchbay/spec";
import { countTexts } from "./count-texts.ts";
import type { Tokenizer } from "./tokenizer.ts";
import { textOf } from "./message-text.ts";

/** Messages and tool lists whose tokens were counted. Each is counted once, however often a request is measured. */
const counted = new WeakMap<object, number>();

/** Longer requests, in characters, are counted in slices. Shorter ones take less time than a pause. */
const longRequest = 50_000;

/** Tokens of the text of a message. */
export function countMessage(message: ChatMessage, tokenizer: Tokenizer): number {
  return counted.get(message) ?? tokenizer.count(textOf(message));
}

/** Tokens of the definitions of tools. */
export function countTools(tools: ChatCompletionRequest["tools"], tokenizer: Tokenizer): number {
  if (!tools || tools.length === 0) return 0;
  return counted.get(tools) ?? tokenizer.count(JSON.stringify(tools));
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
  const subjects = messages.flatMap((message) => (counted.has(message) ? [] : [[message, textOf(message)] as const]));
  const definitions = tools && tools.length > 0 && !counted.has(tools) ? JSON.stringify(tools) : "";
  const length = subjects.reduce((sum, [, text]) => sum + text.length, definitions.length);
  if (length <= longRequest) return undefined;
  const all = definitions === "" ? subjects : [...subjects, [tools!, definitions] as const];
  return countAll(all, tokenizer, signal);
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
  for (const [index, [subject]] of subjects.entries()) counted.set(subject, counts[index]!);
}
