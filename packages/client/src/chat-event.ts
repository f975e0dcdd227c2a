import type {
  Annotation,
  AssistantAudio,
  AssistantImage,
  ChatCompletion,
  ChatCompletionChunk,
  ChatCompletionChoice,
  ChunkChoice,
  ReasoningDetail,
  ToolCall,
  ToolCallDelta,
  Usage,
} from "@patchbay/spec";
import { SurrogateJoiner } from "./surrogates.ts";
import { toWholeCall, type ToolCallPieces } from "./tool-call-pieces.ts";

/** One thing that happens in a chat; `index` says in which of its answers. */
export type ChatEvent =
  | { readonly type: "text"; readonly index: number; readonly text: string }
  | {
      readonly type: "reasoning";
      readonly index: number;
      readonly text: string;
      readonly details: readonly ReasoningDetail[];
    }
  | { readonly type: "refusal"; readonly index: number; readonly text: string }
  | {
      readonly type: "tool-call-delta";
      readonly index: number;
      /** Which call of the answer. */
      readonly call: number;
      readonly id: string | undefined;
      readonly name: string | undefined;
      /** More of the JSON text. */
      readonly arguments: string;
    }
  | { readonly type: "tool-call"; readonly index: number; readonly call: ToolCall }
  | { readonly type: "annotation"; readonly index: number; readonly annotation: Annotation }
  | { readonly type: "image"; readonly index: number; readonly image: AssistantImage }
  | { readonly type: "audio"; readonly index: number; readonly audio: AssistantAudio }
  | { readonly type: "finish"; readonly index: number; readonly reason: ChatCompletionChoice["finish_reason"] }
  | { readonly type: "usage"; readonly usage: Usage }
  | { readonly type: "done"; readonly completion: ChatCompletion };

/**
 * The events of a chat's chunks; `callsOf` gives the calls of an answer as far as they came. No text of an event ends in the
 * middle of a character.
 */
export async function* chatEventsOf(
  chunks: AsyncIterable<ChatCompletionChunk>,
  callsOf: (index: number) => ToolCallPieces | undefined,
): AsyncGenerator<ChatEvent, void> {
  const answers = new Map<number, AnswerEvents>();
  for await (const { choices, usage } of chunks) {
    for (const choice of choices) {
      const { index } = choice;
      let answer = answers.get(index);
      if (!answer) answers.set(index, (answer = new AnswerEvents(index, () => callsOf(index))));
      yield* answer.take(choice);
    }
    if (usage) yield { type: "usage", usage };
  }
  for (const answer of answers.values()) yield* answer.end();
}

/** The events of one answer of a chat. */
class AnswerEvents {
  readonly #index: number;
  readonly #callsOf: () => ToolCallPieces | undefined;
  readonly #joiner = new SurrogateJoiner<"text" | "reasoning" | "refusal" | number>();
  /** How many of its calls have begun, and how many were given whole. */
  #begun = 0;
  #given = 0;

  constructor(index: number, callsOf: () => ToolCallPieces | undefined) {
    this.#index = index;
    this.#callsOf = callsOf;
  }

  *take({ delta, finish_reason: reason }: ChunkChoice): Generator<ChatEvent, void> {
    const index = this.#index;
    const { content, reasoning, reasoning_details: details, refusal, audio } = delta;
    const thought = reasoning ? this.#joiner.add("reasoning", reasoning) : "";
    if (thought || details?.length) yield { type: "reasoning", index, text: thought, details: details ?? [] };
    if (content) yield* this.#text("text", content);
    if (refusal) yield* this.#text("refusal", refusal);
    for (const piece of delta.tool_calls ?? []) yield* this.#piece(piece);
    for (const annotation of delta.annotations ?? []) yield { type: "annotation", index, annotation };
    for (const image of delta.images ?? []) yield { type: "image", index, image };
    if (audio) yield { type: "audio", index, audio };
    if (!reason) return;
    // Calls of an answer that failed are not whole.
    if (reason !== "error") yield* this.end();
    yield { type: "finish", index, reason };
  }

  /** What was held back, and every call that was not given yet. */
  *end(): Generator<ChatEvent, void> {
    const index = this.#index;
    for (const [kind, text] of this.#joiner.rest())
      if (kind === "reasoning") yield { type: kind, index, text, details: [] };
      else if (typeof kind === "string") yield { type: kind, index, text };
      else yield { type: "tool-call-delta", index, call: kind, id: undefined, name: undefined, arguments: text };
    yield* this.#complete(Number.POSITIVE_INFINITY);
  }

  *#text(type: "text" | "refusal", piece: string): Generator<ChatEvent, void> {
    const text = this.#joiner.add(type, piece);
    if (text) yield { type, index: this.#index, text };
  }

  *#piece(piece: ToolCallDelta): Generator<ChatEvent, void> {
    const index = this.#index;
    const { index: call, id } = piece;
    if (call >= this.#begun) {
      this.#begun = call + 1;
      // A call is whole when the next one begins.
      yield* this.#complete(call);
    }
    const { name, arguments: text } = piece.function ?? {};
    const whole = text ? this.#joiner.add(call, text) : "";
    yield { type: "tool-call-delta", index, call, id: id ?? undefined, name: name ?? undefined, arguments: whole };
  }

  /** The calls before a key that were not given yet. */
  *#complete(before: number): Generator<ChatEvent, void> {
    const calls = this.#callsOf();
    if (!calls) return;
    const end = Math.min(before, calls.length);
    for (; this.#given < end; this.#given++) {
      const call = calls.at(this.#given);
      // Pieces of several calls can come mixed: what is not whole yet waits for the end.
      if (before < calls.length && !(call && calls.isWhole(this.#given))) return;
      if (call) yield { type: "tool-call", index: this.#index, call: toWholeCall(call) };
    }
  }
}
