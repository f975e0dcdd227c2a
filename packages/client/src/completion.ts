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
} from "@patchbay/spec";

/** The fields of a streamed piece that are texts to be joined, or lists to be appended to. */
type Fields = Record<string, unknown>;

/** How many pieces of text are kept apart before they are joined: one by one they would take more room than their text. */
const joinAt = 256;

/** One answer of a stream while it grows. */
class GrowingChoice {
  #text: string | undefined;
  #pieces: string[] = [];
  #reasoning: string | undefined;
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
    if (choice.native_finish_reason) this.#native = choice.native_finish_reason;
    if (choice.logprobs) this.#logprobs = join(this.#logprobs, choice.logprobs);
    for (const name in delta) {
      const value = delta[name as keyof typeof delta];
      if (name === "content") {
        if (typeof value === "string") this.#addText(value);
      } else if (name === "reasoning") {
        if (typeof value === "string") this.#reasoning = (this.#reasoning ?? "") + value;
      } else if (name === "tool_calls") {
        for (const piece of delta.tool_calls ?? []) addCall(this.#calls, piece);
      } else if (name === "reasoning_details") {
        for (const piece of delta.reasoning_details ?? []) addDetail(this.#details, piece);
      } else if (name !== "role" && value !== null && value !== undefined) addField(this.#rest, name, value);
    }
  }

  get calls(): readonly ToolCall[] {
    return this.#calls;
  }

  toChoice(): ChatCompletionChoice {
    this.#join();
    const message: ChatCompletionMessage = { role: "assistant", content: this.#text ?? null, ...this.#rest };
    if (this.#reasoning !== undefined) message.reasoning = this.#reasoning;
    if (this.#details.length > 0) message.reasoning_details = this.#details.map((detail) => ({ ...detail }));
    if (this.#calls.length > 0) message.tool_calls = this.#calls.map(toWholeCall);
    return {
      index: this.#last?.index ?? 0,
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
  readonly #late: Fields = {};
  readonly #choices: GrowingChoice[] = [];

  /** Takes the next chunk. */
  add(chunk: ChatCompletionChunk): void {
    this.#head ??= chunk;
    if (chunk.usage) this.#late.usage = chunk.usage;
    if (chunk.openrouter_metadata) this.#late.openrouter_metadata = chunk.openrouter_metadata;
    if (chunk.service_tier) this.#late.service_tier = chunk.service_tier;
    // Some events have no choices at all.
    for (const choice of chunk.choices ?? []) (this.#choices[choice.index ?? 0] ??= new GrowingChoice()).add(choice);
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
      const { tool_calls: calls, audio, ...delta } = message;
      return {
        ...choice,
        delta: {
          ...delta,
          ...(audio && { audio }),
          ...(calls && { tool_calls: calls.map((call, index) => ({ index, ...call }) as ToolCallDelta) }),
        },
      };
    }),
  };
}

/** A call without arguments gets the empty object: the text is sent back as JSON. */
export function toWholeCall(call: ToolCall): ToolCall {
  return { ...call, function: { ...call.function, arguments: call.function.arguments || "{}" } };
}

function addCall(calls: ToolCall[], { index, ...piece }: ToolCallDelta): void {
  // Without an index a piece with an id begins a call, and one without goes on with the last.
  const at = index ?? (piece.id ? calls.length : Math.max(calls.length - 1, 0));
  const call = (calls[at] ??= { id: "", type: "function", function: { name: "", arguments: "" } });
  const { function: { name, arguments: text, ...more } = {}, ...rest } = piece;
  Object.assign(call, rest, { id: call.id || (piece.id ?? "") });
  Object.assign(call.function, more, {
    name: call.function.name || (name ?? ""),
    arguments: call.function.arguments + (text ?? ""),
  });
}

/** Pieces of one detail share an index; where they have none, texts that follow one another belong together. */
function addDetail(details: ReasoningDetail[], piece: ReasoningDetail): void {
  const last = details.at(-1);
  const same = (one: ReasoningDetail): boolean => one.type === piece.type && one.index === piece.index;
  const found =
    piece.index === undefined
      ? last &&
        same(last) &&
        (piece.type === "reasoning.text" || piece.type === "reasoning.summary") &&
        !("signature" in last && last.signature)
        ? last
        : undefined
      : details.find(same);
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
    a || b ? [...(a ?? []), ...(b ?? [])] : null;
  return { ...before, ...more, content: both(before?.content, more.content) };
}

/** Lists grow, the texts of a refusal and of sound are joined, anything else is the latest. */
function addField(into: Fields, name: string, value: unknown): void {
  const before = into[name];
  if (Array.isArray(value)) into[name] = [...((before as unknown[] | undefined) ?? []), ...(value as unknown[])];
  else if (name === "refusal") into[name] = ((before as string | undefined) ?? "") + String(value);
  else if (name === "audio") into[name] = joinAudio(before as Fields | undefined, value as Fields);
  else into[name] = value;
}

function joinAudio(before: Fields = {}, more: Fields): Fields {
  const joined: Fields = { ...before, ...more };
  for (const name of ["data", "transcript"])
    if (typeof before[name] === "string") joined[name] = before[name] + String(more[name] ?? "");
  return joined;
}
