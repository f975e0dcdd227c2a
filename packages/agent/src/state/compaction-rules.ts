import type { ChatMessage, ContentPart } from "@patchbay/client";
import { AgentError } from "../errors/agent-error.ts";
import { boundaryBefore } from "../text/cut-text.ts";
import { checkOptions, type OptionKinds } from "../options/check-options.ts";

/** How a conversation is kept within its room. */
export interface CompactionOptions {
  /**
   * Tokens of a prompt, at most, counted by the last prompt and by characters since. The first and the last message of the user stay
   * whatever their length, so that a conversation can exceed it.
   */
  readonly maxPromptTokens: number;
  /** How many of the last answers stay as they are, with the results of their calls. Default: 3. */
  readonly keepLast?: number | undefined;
  /** The model that writes down what was said, when it is not enough to drop old results; `false`: none. Default: the agent's own. */
  readonly summaryModel?: string | false | undefined;
}

/** What became of a conversation that had grown too long. */
export interface Compacted {
  readonly messages: readonly ChatMessage[];
  /** Results that were dropped. */
  readonly dropped: number;
}

/** Once something is dropped, as much is dropped that it need not be done again at each step: a changed prompt is not cached. */
const share = 0.7;

/** A result shorter than this, in letters, is not worth dropping. */
const short = 200;

const known = {
  maxPromptTokens: ["any"],
  keepLast: ["any"],
  summaryModel: ["string", "boolean"],
} satisfies OptionKinds<CompactionOptions>;

/** Refuses rules that mean nothing; throws `AgentError`. */
export function checkCompaction(options: CompactionOptions): void {
  checkOptions("compaction", options, known, {
    tokens: "maxPromptTokens",
    maxTokens: "maxPromptTokens",
    max_tokens: "maxPromptTokens",
    keep: "keepLast",
    summary: "summaryModel",
    model: "summaryModel",
  });
  const { maxPromptTokens: tokens, keepLast: keep = 1 } = options;
  if (!(typeof tokens === "number" && tokens > 0))
    throw new AgentError(`\`compaction.maxPromptTokens\` is ${tokens}; it is a number of tokens above 0.`);
  if (!(Number.isInteger(keep) && keep >= 1))
    throw new AgentError(`\`compaction.keepLast\` is ${keep}; it is a number from 1.`);
}

/**
 * Drops results of calls, the oldest first, until the prompt has this size, but none that the user gave. `prompt` is the size that it
 * has, and `sizeOf` gives the tokens of some messages.
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
    const letters = lettersOf(message);
    if (letters < short) continue;
    kept[at] = {
      ...message,
      content: `[This result of ${letters} letters was dropped to save room. Call again if it is needed.]`,
    };
    size -= sizeOf([message]) - sizeOf([kept[at]!]);
    dropped++;
  }
  return { messages: kept, dropped };
}

/** Where the last answers begin, with the results of their calls; what is before can be summed up. */
export function startOfLast(messages: readonly ChatMessage[], answers: number): number {
  let left = answers;
  for (let at = messages.length - 1; at >= 0; at--) if (messages[at]!.role === "assistant" && --left === 0) return at;
  return 0;
}

/** The share of the room that messages of the user may take beside the first and the last one. */
const shareOfUser = 0.5;

/**
 * The messages of the user that stay as they are when the rest of a beginning is summed up: the first and the last one, whatever their
 * length, and of those between the newest ones that fit. A summary of before is none.
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

const heading = "The conversation up to here, in short:";

export function toSummary(text: string): ChatMessage {
  return { role: "user", content: `${heading}\n\n${text}` };
}

function isSummary({ content }: ChatMessage): boolean {
  return typeof content === "string" && content.startsWith(`${heading}\n\n`);
}

/** Characters of an answer, a result or a message that stays as it is, for the model that sums up. */
const longest = 4000;

/** A conversation as one text, for a model that is to sum it up; what comes from the user is cut only where it is `kept` as it is. */
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

/** A rough count where nothing else is known: four letters a token, a thousand tokens an image or file. */
export function lettersOf(message: ChatMessage): number {
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

/** The text of a part, which a history from elsewhere may lack; undefined if it is an image or a file. */
function textIn(part: ContentPart): string | undefined {
  return part.type === "text" ? String((part as { readonly text?: unknown }).text ?? "") : undefined;
}
