import type {
  ChatCompletion,
  ChatCompletionChoice,
  ChatCompletionChunk,
  ChatCompletionMessage,
  ChunkChoice,
  Logprobs,
  ReasoningDetail,
  Usage,
} from "@patchbay/spec";
import { isRecord } from "../encoding/is-record.ts";
import { ApiError } from "../errors/api-error.ts";
import type { Accumulator } from "../stream/stream-kind.ts";
import { copyLevels, define } from "../stream/copy.ts";
import { ToolCallPieces } from "./tool-call-pieces.ts";

/** Fields of a delta: strings to concatenate, or arrays to append to. */
type Fields = Record<string, unknown>;

/** How many pieces of text are collected before they are joined. Single pieces need more memory than their text. */
const joinAt = 256;

/** Accumulates one choice of a stream. */
class ChoiceAccumulator {
  #text: string | undefined;
  #pieces: string[] = [];
  #reasoning: string | null | undefined;
  #last: ChunkChoice | undefined;
  #finish: ChunkChoice["finish_reason"] = null;
  #native: string | null | undefined;
  #logprobs: Logprobs | null | undefined;
  readonly #details = new ReasoningAccumulator();
  readonly calls = new ToolCallPieces();
  /** Unknown fields, `__proto__` included. Arrays in it belong to this object and grow in place. */
  readonly #rest = Object.create(null) as Fields;

  add(choice: ChunkChoice): void {
    const { delta, finish_reason: finish } = choice;
    this.#last = choice;
    if (finish) this.#finish = finish;
    if (choice.native_finish_reason !== undefined) this.#native = choice.native_finish_reason ?? this.#native ?? null;
    if (choice.logprobs) this.#logprobs = join(this.#logprobs, choice.logprobs);
    else if (choice.logprobs === null) this.#logprobs ??= null;
    for (const name in delta) {
      const value = delta[name as keyof typeof delta];
      if (name === "content") {
        if (typeof value === "string") this.#addText(value);
      } else if (name === "reasoning") {
        if (typeof value === "string") this.#reasoning = (this.#reasoning ?? "") + value;
        else if (value === null) this.#reasoning ??= null;
      } else if (name === "tool_calls") {
        for (const piece of delta.tool_calls ?? []) this.calls.add(piece, delta.tool_calls);
      } else if (name === "reasoning_details") {
        for (const piece of delta.reasoning_details ?? []) this.#details.add(piece);
      } else if (name !== "role" && value !== undefined) addField(this.#rest, name, value);
    }
  }

  toChoice(): ChatCompletionChoice {
    this.#join();
    const calls = this.calls.toCalls();
    const details = this.#details.toDetails();
    // Streams start with an empty text even when only tool calls follow.
    const content = this.#text === "" && calls.length > 0 ? null : (this.#text ?? null);
    const message: ChatCompletionMessage = { role: "assistant", content, ...copyOf(this.#rest) };
    if (this.#reasoning !== undefined) message.reasoning = this.#reasoning;
    if (details.length > 0) message.reasoning_details = details;
    if (calls.length > 0) message.tool_calls = calls;
    const { delta: _, ...last } = this.#last!;
    return {
      ...last,
      index: last.index ?? 0,
      message,
      finish_reason: this.#finish,
      ...(this.#native !== undefined && { native_finish_reason: this.#native }),
      ...(this.#logprobs !== undefined && {
        logprobs: this.#logprobs && (copyOf(this.#logprobs) as Logprobs),
      }),
    };
  }

  #addText(piece: string): void {
    if (this.#pieces.push(piece) >= joinAt) this.#join();
  }

  #join(): void {
    if (this.#pieces.length > 0) this.#text = (this.#text ?? "") + this.#pieces.join("");
    this.#pieces = [];
  }
}

/** Error of an event → the piece of the completion in the same event. */
export const pieces = new WeakMap<object, ChatCompletionChunk>();

/** Accumulates a completion from its chunks. */
export class CompletionAccumulator implements Accumulator<ChatCompletionChunk, ChatCompletion> {
  #head: ChatCompletionChunk | undefined;
  #tail: ChatCompletionChunk | undefined;
  readonly #late: Fields = {};
  /** Index → choice. */
  readonly #choices = new Map<number, ChoiceAccumulator>();

  /** Adds the next chunk. */
  add(chunk: ChatCompletionChunk): void {
    this.#head ??= chunk;
    this.#tail = chunk;
    if (chunk.usage) this.#late.usage = chunk.usage;
    if (chunk.openrouter_metadata) this.#late.openrouter_metadata = chunk.openrouter_metadata;
    if (chunk.service_tier) this.#late.service_tier = chunk.service_tier;
    for (const choice of chunk.choices) {
      let accumulator = this.#choices.get(choice.index);
      if (!accumulator) this.#choices.set(choice.index, (accumulator = new ChoiceAccumulator()));
      accumulator.add(choice);
    }
  }

  /** A failed event can contain a piece, and the usage: tokens before a failure are charged. */
  addError(error: unknown): void {
    if (!(error instanceof ApiError)) return;
    const piece = pieces.get(error);
    if (piece) this.add(piece);
    const { usage } = (error.body ?? {}) as { readonly usage?: Usage };
    if (usage) this.#late.usage = usage;
  }

  /** The tool calls of a choice received so far. */
  callsOf(index: number): ToolCallPieces | undefined {
    return this.#choices.get(index)?.calls;
  }

  /** The completion received so far, in the shape of a non-streaming one; undefined before the first chunk. */
  toResult(): ChatCompletion | undefined {
    if (!this.#head) return undefined;
    const { id, created, model, provider, system_fingerprint: fingerprint } = this.#head;
    return {
      ...restOf(this.#head),
      ...restOf(this.#tail!),
      id,
      object: "chat.completion",
      created,
      model,
      ...(provider !== undefined && { provider }),
      choices: [...this.#choices].toSorted(([a], [b]) => a - b).map(([, choice]) => choice.toChoice()),
      system_fingerprint: fingerprint ?? null,
      ...this.#late,
    };
  }
}

/** The fields of a chunk that a completion has unchanged, including unknown fields. */
function restOf({ choices: _c, object: _o, usage: _u, debug: _d, ...rest }: ChatCompletionChunk): object {
  return rest;
}

/** Converts a complete completion to a single chunk; undefined when it has no choices. */
export function toChunk(whole: unknown): ChatCompletionChunk | undefined {
  const { choices, ...head } = whole as ChatCompletion;
  if (!Array.isArray(choices)) return undefined;
  const { system_fingerprint: fingerprint, ...rest } = head;
  return {
    ...rest,
    ...(fingerprint !== null && { system_fingerprint: fingerprint }),
    object: "chat.completion.chunk",
    choices: choices.map(({ message, ...choice }) => {
      const { tool_calls: calls, audio, ...delta } = message ?? {};
      return {
        ...choice,
        delta: {
          ...delta,
          ...(audio && { audio }),
          ...(calls && { tool_calls: calls.map((call, index) => ({ ...call, index })) }),
        },
      };
    }),
  };
}

/** Accumulates the reasoning details of one choice. */
class ReasoningAccumulator {
  readonly #details: Fields[] = [];
  /** Type and index → the current block. */
  readonly #open = new Map<string, Fields>();

  toDetails(): ReasoningDetail[] {
    return this.#details.map((detail) => ({ ...detail }) as ReasoningDetail);
  }

  /**
   * Deltas of one block share an index and do not have different ids. Without an index, consecutive texts belong
   * together. A text after a signature starts a new block, because the signature covers only the text before it.
   */
  add(piece: ReasoningDetail): void {
    const { index, ...rest } = piece as Fields;
    const hasIndex = index !== undefined && index !== null;
    const key = `${String(rest.type)} ${String(index)}`;
    const found = hasIndex ? this.#open.get(key) : this.#details.at(-1);
    if (!found || !isSameBlock(found, piece, hasIndex)) {
      const detail = { ...piece } as Fields;
      this.#details.push(detail);
      if (hasIndex) this.#open.set(key, detail);
      return;
    }
    for (const [name, value] of Object.entries(rest)) {
      if (value === null || value === undefined) continue;
      found[name] = blockTexts.has(name) && typeof found[name] === "string" ? found[name] + String(value) : value;
    }
  }
}

const blockTexts = new Set(["text", "summary", "data"]);

function isSameBlock(block: Fields, piece: Fields, hasIndex: boolean): boolean {
  if (block.type !== piece.type || (block.id && piece.id && block.id !== piece.id)) return false;
  const isSigned = Boolean(block.signature) && block.signature !== piece.signature;
  if (isSigned && (piece.text || piece.summary || !hasIndex)) return false;
  return hasIndex || piece.type === "reasoning.text" || piece.type === "reasoning.summary";
}

/** Appends log probabilities in place. `before` belongs to this module. */
function join(before: Logprobs | null | undefined, more: Logprobs): Logprobs {
  const into = (before ?? {}) as Fields;
  for (const [name, value] of Object.entries(more))
    if (Array.isArray(value) || value === null) addField(into, name, value);
    else into[name] = value;
  into.content ??= null;
  return into as unknown as Logprobs;
}

/** Appends arrays and concatenates strings, also within some fields; for any other value the latest one wins. */
function addField(into: Fields, name: string, value: unknown): void {
  const before = into[name] ?? undefined;
  if (value === null) into[name] ??= null;
  else if (Array.isArray(value)) {
    const list = Array.isArray(before) ? (before as unknown[]) : [];
    for (const item of value as unknown[]) list.push(item);
    into[name] = list;
  } else if (typeof value === "string") into[name] = (typeof before === "string" ? before : "") + value;
  else if (Object.hasOwn(textsIn, name))
    into[name] = joinTexts(textsIn[name]!, isRecord(before) ? before : {}, value as Fields);
  else into[name] = value;
}

/** Copies the fields, their arrays, and the objects with texts. */
function copyOf(fields: Fields): Fields {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [
      name,
      Array.isArray(value) || Object.hasOwn(textsIn, name) ? copyLevels(value, 1) : value,
    ]),
  );
}

/**
 * Field → the strings in it that arrive in pieces. OpenAI's `function_call` is the predecessor of `tool_calls`; some
 * providers still send it.
 */
const textsIn: Readonly<Record<string, readonly string[]>> = {
  audio: ["data", "transcript"],
  function_call: ["name", "arguments"],
};

/** Adds fields in place. `into` belongs to this module. */
function joinTexts(names: readonly string[], into: Fields, more: Fields): Fields {
  for (const [name, value] of Object.entries(more))
    if (!names.includes(name) || typeof into[name] !== "string") define(into, name, value);
    else if (value !== null) into[name] += String(value);
  return into;
}
