import type {
  ChatCompletion,
  ChatCompletionChoice,
  ChatCompletionChunk,
  ChatCompletionMessage,
  ChunkChoice,
  Logprobs,
  ReasoningDetail,
  ToolCall,
  ToolCallDelta,
  Usage,
} from "@patchbay/spec";

/** The fields of a streamed piece that are texts to be joined, or lists to be appended to. */
type Fields = Record<string, unknown>;

/** How many pieces of text are kept apart before they are joined: one by one they would take more room than their text. */
const joinAt = 256;

/** One answer of a stream while it grows. */
class GrowingChoice {
  #text: string | undefined;
  #pieces: string[] = [];
  #reasoning: string | null | undefined;
  #last: ChunkChoice | undefined;
  #finish: ChunkChoice["finish_reason"] = null;
  #native: string | null | undefined;
  #logprobs: Logprobs | null | undefined;
  readonly #details: ReasoningDetail[] = [];
  readonly #calls: ToolCall[] = [];
  readonly #rest: Fields = {};

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
        for (const piece of delta.tool_calls ?? []) addCall(this.#calls, piece);
      } else if (name === "reasoning_details") {
        for (const piece of delta.reasoning_details ?? []) addDetail(this.#details, piece);
      } else if (name !== "role" && value !== undefined) addField(this.#rest, name, value);
    }
  }

  get calls(): readonly ToolCall[] {
    return this.#calls;
  }

  toChoice(): ChatCompletionChoice {
    this.#join();
    const calls = this.#calls.flatMap((call) => (call ? [toWholeCall(call)] : []));
    // Streams begin with an empty text even where only calls follow.
    const content = this.#text === "" && calls.length > 0 ? null : (this.#text ?? null);
    const message: ChatCompletionMessage = { role: "assistant", content, ...this.#rest };
    if (this.#reasoning !== undefined) message.reasoning = this.#reasoning;
    if (this.#details.length > 0) message.reasoning_details = this.#details.map((detail) => ({ ...detail }));
    if (calls.length > 0) message.tool_calls = calls;
    const { delta: _, ...last } = this.#last!;
    return {
      ...last,
      index: last.index ?? 0,
      message,
      finish_reason: this.#finish,
      ...(this.#native !== undefined && { native_finish_reason: this.#native }),
      ...(this.#logprobs !== undefined && { logprobs: this.#logprobs }),
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

/** A completion while its chunks come. */
export class GrowingCompletion {
  #head: ChatCompletionChunk | undefined;
  #tail: ChatCompletionChunk | undefined;
  readonly #late: Fields = {};
  readonly #choices: GrowingChoice[] = [];

  /** Takes the next chunk. */
  add(chunk: ChatCompletionChunk): void {
    this.#head ??= chunk;
    this.#tail = chunk;
    if (chunk.usage) this.#late.usage = chunk.usage;
    if (chunk.openrouter_metadata) this.#late.openrouter_metadata = chunk.openrouter_metadata;
    if (chunk.service_tier) this.#late.service_tier = chunk.service_tier;
    // Some events have no choices at all.
    for (const choice of chunk.choices ?? []) (this.#choices[choice.index ?? 0] ??= new GrowingChoice()).add(choice);
  }

  /** Notes what was used, where it was told beside the chunks. */
  usage(usage: Usage): void {
    this.#late.usage = usage;
  }

  /** The tool calls of an answer as far as they came. */
  callsOf(index: number): readonly ToolCall[] {
    return this.#choices[index]?.calls ?? [];
  }

  /** The completion as far as it came, like one that was not streamed; undefined before the first chunk. */
  toCompletion(): ChatCompletion | undefined {
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
      // A place that was skipped has no answer.
      choices: this.#choices.flatMap((choice) => (choice ? [choice.toChoice()] : [])),
      system_fingerprint: fingerprint ?? null,
      ...this.#late,
    };
  }
}

/** What a completion has of a chunk as it is, fields that nobody knows included. */
function restOf({ choices: _c, object: _o, usage: _u, debug: _d, ...rest }: ChatCompletionChunk): object {
  return rest;
}

/** A whole completion as the one event of a stream; undefined when it is none. */
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
          ...(calls && { tool_calls: calls.map((call, index) => ({ index, ...call })) }),
        },
      };
    }),
  };
}

/** A call without arguments gets the empty object: the text is sent back as JSON. */
export function toWholeCall(call: ToolCall): ToolCall {
  return { ...call, function: { ...call.function, arguments: call.function.arguments || "{}" } };
}

/**
 * Which call a piece belongs to, of so many that have begun. Without an index a piece with an id of its own begins a call,
 * and any other goes on with the last.
 */
export function placeOf(
  { index, id }: { readonly index?: number; readonly id?: string | undefined },
  count: number,
  lastId: string | undefined,
): number {
  return index ?? (id && id !== lastId ? count : Math.max(count - 1, 0));
}

function addCall(calls: ToolCall[], { index, ...piece }: ToolCallDelta): void {
  const at = placeOf({ index, id: piece.id }, calls.length, calls.at(-1)?.id);
  const call = (calls[at] ??= { id: "", type: "function", function: { name: "", arguments: "" } });
  const { function: said, ...rest } = piece;
  const { name, arguments: text, ...more } = said ?? {};
  Object.assign(call, rest, { id: call.id || (piece.id ?? ""), type: piece.type || call.type });
  Object.assign(call.function, more, {
    name: call.function.name || (name ?? ""),
    arguments: call.function.arguments + (text ?? ""),
  });
}

/**
 * Pieces of one detail share an index, and have no two ids; where they have no index, texts that follow one another belong
 * together.
 */
function addDetail(details: ReasoningDetail[], piece: ReasoningDetail): void {
  const last = details.at(-1);
  const same = (one: ReasoningDetail): boolean =>
    one.type === piece.type && one.index === piece.index && (!one.id || !piece.id || one.id === piece.id);
  const found =
    piece.index === undefined
      ? last &&
        same(last) &&
        (piece.type === "reasoning.text" || piece.type === "reasoning.summary") &&
        !("signature" in last && last.signature)
        ? last
        : undefined
      : details.findLast(same);
  if (!found) return void details.push({ ...piece });
  const into = found as Fields;
  for (const [name, value] of Object.entries(piece)) {
    if (value === null || value === undefined) continue;
    const isText = name === "text" || name === "summary" || name === "data";
    into[name] = isText && typeof into[name] === "string" ? into[name] + String(value) : value;
  }
}

function join(before: Logprobs | null | undefined, more: Logprobs): Logprobs {
  const both = (a: Logprobs["content"] | undefined, b: Logprobs["content"] | undefined): Logprobs["content"] =>
    a || b ? [...listOf(a), ...listOf(b)] : null;
  return {
    ...before,
    ...more,
    content: both(before?.content, more.content),
    ...((before?.refusal || more.refusal) && { refusal: both(before?.refusal, more.refusal) }),
  };
}

function listOf<Item>(value: readonly Item[] | null | undefined): readonly Item[] {
  return Array.isArray(value) ? value : [];
}

/** Lists grow and texts are joined, also those of sound; anything else is the latest. */
function addField(into: Fields, name: string, value: unknown): void {
  const before = into[name] ?? undefined;
  if (value === null) into[name] ??= null;
  else if (Array.isArray(value)) into[name] = [...listOf(before as unknown[]), ...(value as unknown[])];
  else if (typeof value === "string") into[name] = ((before as string | undefined) ?? "") + value;
  else if (name === "audio") into[name] = joinAudio(before as Fields | undefined, value as Fields);
  else into[name] = value;
}

function joinAudio(before: Fields = {}, more: Fields): Fields {
  const joined: Fields = { ...before, ...more };
  for (const name of ["data", "transcript"])
    if (typeof before[name] === "string") joined[name] = before[name] + String(more[name] ?? "");
  return joined;
}
