import type { ChatMessage, ContentPart } from "@patchbay/client";
import { boundaryBefore } from "../text/cut-text.ts";
import type { CompactionOptions } from "../options/compaction-options.ts";

/** A compacted conversation. */
export interface Compacted {
  readonly messages: readonly ChatMessage[];
  /** The number of dropped results. */
  readonly dropped: number;
}

/** The share of the limit to compact to, so that it does not happen at each step: a changed prompt is not cached. */
const share = 0.7;

/** Characters. A shorter result is not worth dropping. */
const short = 200;

/**
 * Drops tool results, the oldest first, until the prompt has the target size, except results from the user. `prompt` is
 * the current size, and `sizeOf` estimates the tokens of messages.
 */
export function dropResults(
  messages: readonly ChatMessage[],
  { maxPromptTokens: tokens, keepLast: keep = 3 }: CompactionOptions,
  prompt: number,
  {
    sizeOf,
    isFromUser,
  }: {
    readonly sizeOf: (messages: readonly ChatMessage[]) => number;
    readonly isFromUser: (message: ChatMessage) => boolean;
  },
): Compacted {
  const kept = [...messages];
  const until = startOfLast(messages, keep);
  let [size, dropped] = [prompt, 0];
  for (let at = 0; at < until && size > tokens * share; at++) {
    const message = kept[at]!;
    if (message.role !== "tool" || isFromUser(message)) continue;
    const characters = countCharacters(message);
    if (characters < short) continue;
    kept[at] = {
      ...message,
      content: `[This result of ${characters} characters was dropped to save space. Call the tool again if you need it.]`,
    };
    size -= sizeOf([message]) - sizeOf([kept[at]!]);
    dropped++;
  }
  return { messages: kept, dropped };
}

/** The index of the first of the last responses. Messages before it can be summarized. */
export function startOfLast(messages: readonly ChatMessage[], answers: number): number {
  let left = answers;
  for (let at = messages.length - 1; at >= 0; at--) if (messages[at]!.role === "assistant" && --left === 0) return at;
  return 0;
}

/** The share of the limit for messages of the user between the first and the last one. */
const shareOfUser = 0.5;

/**
 * The messages of the user that stay when the others are summarized: the first and the last one, whatever their length,
 * and the newest ones between them that fit. A previous summary is not a message of the user.
 */
export function instructionsIn(
  messages: readonly ChatMessage[],
  tokens: number,
  sizeOf: (messages: readonly ChatMessage[]) => number,
): ReadonlySet<ChatMessage> {
  const all = messages.filter((message) => message.role === "user" && !isSummary(message));
  const kept = new Set([...all.slice(0, 1), ...all.slice(-1)]);
  let left = tokens * shareOfUser - sizeOf([...kept]);
  for (const message of all.slice(1, -1).toReversed()) {
    left -= sizeOf([message]);
    if (left < 0) break;
    kept.add(message);
  }
  return kept;
}

const heading = "Summary of the conversation so far:";

/** The headings of summaries, including the former one, which stored states may have. */
const headings = [heading, "The conversation up to here, in short:"];

export function toSummary(text: string): ChatMessage {
  return { role: "user", content: `${heading}\n\n${text}` };
}

function isSummary({ content }: ChatMessage): boolean {
  return typeof content === "string" && headings.some((one) => content.startsWith(`${one}\n\n`));
}

/** The maximum number of characters per message in the transcript for the summary. */
const longest = 4000;

/**
 * A conversation as text, for the model that summarizes it. Messages of the user are cut only if they are in `kept`.
 */
export function toTranscript(
  messages: readonly ChatMessage[],
  kept: ReadonlySet<ChatMessage>,
  isFromUser: (message: ChatMessage) => boolean,
): string {
  const cut = (text: string): string =>
    text.length > longest ? `${text.slice(0, boundaryBefore(text, longest))} […]` : text;
  return messages
    .map((message) => {
      const calls = message.role === "assistant" ? (message.tool_calls ?? []) : [];
      const lines = calls.map(({ function: { name, arguments: text } }) => `calls ${name}(${cut(text)})`);
      const text = isFromUser(message) && !kept.has(message) ? textOf(message) : cut(textOf(message));
      return `${message.role}: ${[text, ...lines].filter(Boolean).join("\n")}`;
    })
    .join("\n\n");
}

/** A rough estimate: four characters per token, a thousand tokens per image or file. */
export function countCharacters(message: ChatMessage): number {
  const calls = message.role === "assistant" ? (message.tool_calls ?? []) : [];
  const ofCalls = calls.reduce((sum, call) => sum + call.function.name.length + call.function.arguments.length, 0);
  return partsOf(message).reduce((sum, part) => sum + (textIn(part)?.length ?? 4000), ofCalls);
}

function textOf(message: ChatMessage): string {
  return partsOf(message)
    .map((part) => textIn(part) ?? `[${part.type}]`)
    .join("\n");
}

function partsOf({ content }: ChatMessage): readonly ContentPart[] {
  return typeof content === "string" ? [{ type: "text", text: content }] : (content ?? []).filter(Boolean);
}

/** The text of a part, which may be missing in a foreign history; `undefined` for an image or a file. */
function textIn(part: ContentPart): string | undefined {
  return part.type === "text" ? String((part as { readonly text?: unknown }).text ?? "") : undefined;
}
