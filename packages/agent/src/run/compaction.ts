import type { ChatMessage, ToolCall } from "@patchbay/client";
import {
  dropResults,
  instructionsIn,
  countCharacters,
  startOfLast,
  toSummary,
  toTranscript,
} from "../state/compaction-rules.ts";
import type { CompactionOptions } from "../options/compaction-options.ts";
import type { Conversation } from "../state/conversation.ts";
import type { RunEvent } from "../report/events.ts";
import { reached, spent } from "../report/run-limits.ts";
import { callModel, type ModelCall } from "../models/model-call.ts";
import type { ResolvedAgentOptions } from "./prepare-step.ts";
import { isSpecial } from "./stop-conditions.ts";
import { pass, type Scope } from "../report/scope.ts";

/** The default number of tokens per character. */
const usual = 0.25;

/** Keeps the conversation of a run within its size limit. */
export class Compaction {
  readonly #options: CompactionOptions;
  readonly #plan: ResolvedAgentOptions;
  readonly #scope: Scope;
  readonly #conversation: Conversation;
  /** The size of the last prompt. */
  #known = { tokens: 0, characters: 0 };
  #tokensPerCharacter = usual;
  /** Characters of messages that could not be summarized. It is tried again when they have grown by half. */
  #failedAt = 0;

  constructor(options: CompactionOptions, plan: ResolvedAgentOptions, conversation: Conversation, scope: Scope) {
    this.#options = options;
    this.#plan = plan;
    this.#conversation = conversation;
    this.#scope = scope;
  }

  /** Records the number of prompt tokens of the conversation. */
  learn(promptTokens: number | undefined): void {
    if (!promptTokens) return;
    const characters = sum(this.#conversation.messages.map(countCharacters));
    const { tokens, characters: before } = this.#known;
    // Instructions and tools are part of every prompt, so the size of messages is the difference of two prompts.
    if (tokens > 0 && characters > before && promptTokens > tokens)
      this.#tokensPerCharacter = (promptTokens - tokens) / (characters - before);
    this.#known = { tokens: promptTokens, characters };
  }

  /** Compacts the conversation if necessary. `isForced`: the API rejected the prompt as too long. */
  async *run(ledger: ModelCall["ledger"], isForced: boolean): AsyncGenerator<RunEvent, void> {
    const { messages } = this.#conversation;
    const size = this.#promptOf(messages);
    const tokens = isForced ? Math.min(this.#options.maxPromptTokens, size * 0.6) : this.#options.maxPromptTokens;
    if (size <= tokens) return;
    const isFromUser = this.#userMessageTest();
    const { messages: kept, dropped } = dropResults(messages, { ...this.#options, maxPromptTokens: tokens }, size, {
      sizeOf: this.#sizeOf,
      isFromUser,
    });
    const until = startOfLast(kept, this.#options.keepLast ?? 3);
    const isEnough = this.#promptOf(kept) <= tokens;
    // System messages are instructions, not conversation, and stay unchanged.
    const isRule = ({ role }: ChatMessage): boolean => role === "system" || role === "developer";
    const head = kept.slice(0, until).filter((message) => !isRule(message));
    const instructions = instructionsIn(head, tokens, this.#sizeOf);
    // Short messages, such as a previous summary, would not get shorter.
    const characters = sum(head.map((message) => (instructions.has(message) ? 0 : countCharacters(message))));
    const isShort = characters * this.#tokensPerCharacter < tokens / 10 || characters < this.#failedAt * 1.5;
    // At a limit, only the final response may still be requested.
    const isKept = isEnough || isShort || this.#options.summaryModel === false || reached(ledger) !== undefined;
    const summary = isKept ? undefined : yield* this.#sumUp(toTranscript(head, instructions, isFromUser), ledger);
    if (!isKept && summary === undefined) this.#failedAt = characters;
    const stays = kept.slice(0, until).filter((message) => isRule(message) || instructions.has(message));
    const whole = summary === undefined ? kept : [...stays, toSummary(summary), ...kept.slice(until)];
    if (dropped === 0 && summary === undefined) return;
    messages.splice(0, messages.length, ...whole);
    yield { type: "compaction", dropped, summary, path: this.#scope.path };
  }

  /** A summary of the messages; `undefined` if no model returned one. */
  async *#sumUp(transcript: string, ledger: ModelCall["ledger"]): AsyncGenerator<RunEvent, string | undefined> {
    const { client, models, fallback } = this.#plan;
    const { signal } = this.#scope;
    const { summaryModel: model } = this.#options;
    const own = model === undefined || model === false ? undefined : [model];
    const asked = own ?? models;
    const request = {
      ...(asked.length === 1 ? { model: asked[0]! } : { models: [...asked] }),
      messages: [{ role: "user" as const, content: `${task}\n\n${transcript}` }],
    };
    const call = {
      ...this.#scope,
      point: `${this.#conversation.point(ledger)}:summary`,
      client,
      ledger,
      isTyped: false,
      streams: false,
      isSpent: () => spent(ledger) !== undefined,
    };
    try {
      const { message, step } = yield* fallback && !own
        ? fallback.ask(models, { ...call, request, isAside: true })
        : callModel({ ...call, request: await pass(this.#scope, request) });
      // A refusal is not a summary, and a truncated summary is incomplete.
      const isWhole = step.refusal === undefined && !isSpecial(step.finishReason);
      return isWhole && message.content?.trim() ? message.content : undefined;
    } catch (error) {
      if (signal.aborted) throw error;
      // The conversation continues unchanged; the attempt is in the report.
      return undefined;
    }
  }

  /** Messages of the user, and results of tools without `execute`: they cannot be obtained again without the user. */
  #userMessageTest(): (message: ChatMessage) => boolean {
    const { tools } = this.#plan;
    const isManual = ({ function: { name } }: ToolCall): boolean => {
      const found = tools.get(name);
      return found?.kind === "tool" && !found.execute;
    };
    const ids = this.#conversation.messages.flatMap((message) =>
      message.role === "assistant" ? (message.tool_calls ?? []).filter(isManual).map(({ id }) => id) : [],
    );
    const manual = new Set(ids);
    return (message) => message.role === "user" || (message.role === "tool" && manual.has(message.tool_call_id));
  }

  /** The prompt tokens with these messages. */
  #promptOf(messages: readonly ChatMessage[]): number {
    const { tokens, characters } = this.#known;
    return Math.max(tokens + (sum(messages.map(countCharacters)) - characters) * this.#tokensPerCharacter, 0);
  }

  readonly #sizeOf = (messages: readonly ChatMessage[]): number =>
    sum(messages.map(countCharacters)) * this.#tokensPerCharacter;
}

const task =
  "Below is the beginning of a conversation between a user and an assistant that calls tools. Summarize briefly what the assistant has to know to continue: what the user wants, what was decided, what was found out (with exact names, numbers and ids), what was done, and what is still open. Reply with the summary only.";

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}
