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
import { SurrogateJoiner } from "../encoding/surrogates.ts";
import { toWholeCall, type ToolCallPieces } from "./tool-call-pieces.ts";

/** One thing that happens in a chat; `index` says in which of its answers. */
export type ChatStreamEvent =
  | { readonly type: "text-delta"; readonly index: number; readonly text: string }
  | {
      readonly type: "reasoning-delta";
      readonly index: number;
      readonly text: string;
      readonly details: readonly ReasoningDetail[];
    }
  | { readonly type: "refusal-delta"; readonly index: number; readonly text: string }
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
  | { readonly type: "audio-delta"; readonly index: number; readonly audio: AssistantAudio }
  | { readonly type: "finish"; readonly index: number; readonly reason: ChatCompletionChoice["finish_reason"] }
  | { readonly type: "usage"; readonly usage: Usage }
  | { readonly type: "done"; readonly completion: ChatCompletion };

/**
 * The events of a chat's chunks; `callsOf` gives the calls of an answer as far as they came. No text of an event ends in the
 * middle of a character.
 */
export async function* toChatStreamEvents(
  chunks: AsyncIterable<ChatCompletionChunk>,
  callsOf: (index: number) => ToolCallPieces | undefined,
): AsyncGenerator<ChatStreamEvent, void> {
  const answers = new Map<number, AnswerEvents>();
  // A list costs less than a generator inside of a generator: each of those is a promise more for each event.
  let events: ChatStreamEvent[] = [];
  for await (const { choices, usage } of chunks) {
    for (const choice of choices) {
      const { index } = choice;
      let answer = answers.get(index);
      if (!answer) answers.set(index, (answer = new AnswerEvents(index, () => callsOf(index))));
      answer.take(choice, events);
    }
    if (usage) events.push({ type: "usage", usage });
    if (events.length === 0) continue;
    for (const event of events) yield event;
    events = [];
  }
  for (const answer of answers.values()) answer.end(events);
  yield* events;
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

  take({ delta, finish_reason: reason }: ChunkChoice, events: ChatStreamEvent[]): void {
    const index = this.#index;
    const { content, reasoning, reasoning_details: details, refusal, audio } = delta;
    const thought = reasoning ? this.#joiner.add("reasoning", reasoning) : "";
    if (thought || details?.length)
      events.push({ type: "reasoning-delta", index, text: thought, details: details ?? [] });
    const text = content ? this.#joiner.add("text", content) : "";
    if (text) events.push({ type: "text-delta", index, text });
    const refused = refusal ? this.#joiner.add("refusal", refusal) : "";
    if (refused) events.push({ type: "refusal-delta", index, text: refused });
    for (const piece of delta.tool_calls ?? []) this.#piece(piece, events);
    for (const annotation of delta.annotations ?? []) events.push({ type: "annotation", index, annotation });
    for (const image of delta.images ?? []) events.push({ type: "image", index, image });
    if (audio) events.push({ type: "audio-delta", index, audio });
    if (!reason) return;
    // Calls of an answer that failed are not whole.
    if (reason !== "error") this.end(events);
    events.push({ type: "finish", index, reason });
  }

  /** What was held back, and every call that was not given yet. */
  end(events: ChatStreamEvent[]): void {
    const index = this.#index;
    for (const [kind, text] of this.#joiner.rest())
      if (kind === "reasoning") events.push({ type: "reasoning-delta", index, text, details: [] });
      else if (typeof kind === "string") events.push({ type: `${kind}-delta`, index, text });
      else events.push({ type: "tool-call-delta", index, call: kind, id: undefined, name: undefined, arguments: text });
    this.#complete(Number.POSITIVE_INFINITY, events);
  }

  #piece(piece: ToolCallDelta, events: ChatStreamEvent[]): void {
    const index = this.#index;
    const { index: call, id } = piece;
    if (call >= this.#begun) {
      this.#begun = call + 1;
      // A call is whole when the next one begins.
      this.#complete(call, events);
    }
    const { name, arguments: text } = piece.function ?? {};
    const whole = text ? this.#joiner.add(call, text) : "";
    events.push({
      type: "tool-call-delta",
      index,
      call,
      id: id ?? undefined,
      name: name ?? undefined,
      arguments: whole,
    });
  }

  /** The calls before a key that were not given yet. */
  #complete(before: number, events: ChatStreamEvent[]): void {
    const calls = this.#callsOf();
    if (!calls) return;
    const end = Math.min(before, calls.length);
    for (; this.#given < end; this.#given++) {
      const call = calls.at(this.#given);
      // Pieces of several calls can come mixed: what is not whole yet waits for the end.
      if (before < calls.length && !(call && calls.isWhole(this.#given))) return;
      if (call) events.push({ type: "tool-call", index: this.#index, call: toWholeCall(call) });
    }
  }
}
