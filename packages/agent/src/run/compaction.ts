import type { ChatMessage, ToolCall } from "@patchbay/client";
import {
  dropResults,
  instructionsIn,
  lettersOf,
  startOfLast,
  toSummary,
  toTranscript,
  type CompactionOptions,
} from "../state/compaction-rules.ts";
import type { Conversation } from "../state/conversation.ts";
import type { RunEvent } from "../report/events.ts";
import { reached, spent } from "../report/run-limits.ts";
import { callModel, type ModelCall } from "../models/model-call.ts";
import type { ResolvedAgentOptions } from "./prepare-step.ts";
import { isSpecial } from "./stop-conditions.ts";
import { pass, type Scope } from "../report/scope.ts";

/** Where nothing is known yet: tokens a letter. */
const usual = 0.25;

/** Keeps the conversation of a run within its room. */
export class Compaction {
  readonly #options: CompactionOptions;
  readonly #plan: ResolvedAgentOptions;
  readonly #scope: Scope;
  readonly #conversation: Conversation;
  /** The last prompt. */
  #known = { tokens: 0, letters: 0 };
  #tokensPerLetter = usual;
  /** Letters of a beginning that nobody could sum up; it is tried again when it has grown by half. */
  #failedAt = 0;

  constructor(options: CompactionOptions, plan: ResolvedAgentOptions, conversation: Conversation, scope: Scope) {
    this.#options = options;
    this.#plan = plan;
    this.#conversation = conversation;
    this.#scope = scope;
  }

  /** Notes how many tokens the conversation had as it is now. */
  learn(promptTokens: number | undefined): void {
    if (!promptTokens) return;
    const letters = sum(this.#conversation.messages.map(lettersOf));
    const { tokens, letters: before } = this.#known;
    // Instructions and tools are in every prompt: what messages take is in the difference of two.
    if (tokens > 0 && letters > before && promptTokens > tokens)
      this.#tokensPerLetter = (promptTokens - tokens) / (letters - before);
    this.#known = { tokens: promptTokens, letters };
  }

  /** Makes room where it is needed; `isForced` when the service has said that there is too much. */
  async *run(ledger: ModelCall["ledger"], isForced: boolean): AsyncGenerator<RunEvent, void> {
    const { messages } = this.#conversation;
    const size = this.#promptOf(messages);
    const tokens = isForced ? Math.min(this.#options.maxPromptTokens, size * 0.6) : this.#options.maxPromptTokens;
    if (size <= tokens) return;
    const isFromUser = this.#fromUser();
    const { messages: kept, dropped } = dropResults(messages, { ...this.#options, maxPromptTokens: tokens }, size, {
      sizeOf: this.#sizeOf,
      isFromUser,
    });
    const until = startOfLast(kept, this.#options.keepLast ?? 3);
    const isEnough = this.#promptOf(kept) <= tokens;
    // Rules are no conversation, and stay as they are.
    const isRule = ({ role }: ChatMessage): boolean => role === "system" || role === "developer";
    const head = kept.slice(0, until).filter((message) => !isRule(message));
    const instructions = instructionsIn(head, tokens, this.#sizeOf);
    // A beginning that is short already, as a summary is, would not get shorter.
    const letters = sum(head.map((message) => (instructions.has(message) ? 0 : lettersOf(message))));
    const isShort = letters * this.#tokensPerLetter < tokens / 10 || letters < this.#failedAt * 1.5;
    // At a limit only the last answer may still be paid.
    const isKept = isEnough || isShort || this.#options.summaryModel === false || reached(ledger) !== undefined;
    const summary = isKept ? undefined : yield* this.#sumUp(toTranscript(head, instructions, isFromUser), ledger);
    if (!isKept && summary === undefined) this.#failedAt = letters;
    const stays = kept.slice(0, until).filter((message) => isRule(message) || instructions.has(message));
    const whole = summary === undefined ? kept : [...stays, toSummary(summary), ...kept.slice(until)];
    if (dropped === 0 && summary === undefined) return;
    messages.splice(0, messages.length, ...whole);
    yield { type: "compaction", dropped, summary, path: this.#scope.path };
  }

  /** What was said, in short; undefined when no model could say it. */
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
      // A refusal is not a summary, and one that was cut off has lost its end.
      const isWhole = step.refusal === undefined && !isSpecial(step.finishReason);
      return isWhole && message.content?.trim() ? message.content : undefined;
    } catch (error) {
      if (signal.aborted) throw error;
      // The conversation goes on as it is; the attempt is in the report.
      return undefined;
    }
  }

  /** What the user wrote: messages, and results of tools without `run`, which cannot run again without asking the user. */
  #fromUser(): (message: ChatMessage) => boolean {
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

  /** Tokens of a prompt with these messages. */
  #promptOf(messages: readonly ChatMessage[]): number {
    const { tokens, letters } = this.#known;
    return Math.max(tokens + (sum(messages.map(lettersOf)) - letters) * this.#tokensPerLetter, 0);
  }

  readonly #sizeOf = (messages: readonly ChatMessage[]): number => sum(messages.map(lettersOf)) * this.#tokensPerLetter;
}

const task =
  "Below is the beginning of a conversation between a user and an assistant that calls tools. Write down in short what the assistant has to know to go on: what is wanted, what was decided, what was found out with names, numbers and ids as they are, what was done, and what is still open. Answer with nothing else.";

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}
