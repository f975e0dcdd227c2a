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
import { toCompleteCall, type ToolCallPieces } from "./tool-call-pieces.ts";

/** An event of a streamed chat completion. `index` is the index of its choice. */
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
      /** Index of the tool call within the choice. */
      readonly call: number;
      readonly id: string | undefined;
      readonly name: string | undefined;
      /** The next part of the JSON text. */
      readonly arguments: string;
    }
  | { readonly type: "tool-call"; readonly index: number; readonly call: ToolCall }
  | { readonly type: "annotation"; readonly index: number; readonly annotation: Annotation }
  | { readonly type: "image"; readonly index: number; readonly image: AssistantImage }
  | { readonly type: "audio-delta"; readonly index: number; readonly audio: AssistantAudio }
  | { readonly type: "finish"; readonly index: number; readonly reason: ChatCompletionChoice["finish_reason"] }
  | { readonly type: "usage"; readonly usage: Usage }
  | { readonly type: "done"; readonly completion: ChatCompletion };

/** What the events need in addition to the chunks. */
export interface ChatEventSource {
  /** The tool calls of a choice received so far. */
  readonly callsOf: (index: number) => ToolCallPieces | undefined;
  /** The completion after the last chunk; undefined if the stream was closed before. */
  readonly complete: () => Promise<ChatCompletion | undefined>;
}

/** Converts chunks to events. No text ends in the middle of a character. */
export async function* toChatStreamEvents(
  chunks: AsyncIterable<ChatCompletionChunk>,
  { callsOf, complete }: ChatEventSource,
): AsyncGenerator<ChatStreamEvent, void> {
  const emitters = new Map<number, ChoiceEvents>();
  // One array costs less than nested generators, each of which adds a promise per event.
  let events: ChatStreamEvent[] = [];
  for await (const { choices, usage } of chunks) {
    for (const choice of choices) {
      const { index } = choice;
      let emitter = emitters.get(index);
      if (!emitter) emitters.set(index, (emitter = new ChoiceEvents(index, () => callsOf(index))));
      emitter.add(choice, events);
    }
    if (usage) events.push({ type: "usage", usage });
    if (events.length === 0) continue;
    for (const event of events) yield event;
    events = [];
  }
  for (const emitter of emitters.values()) emitter.end(events);
  for (const event of events) yield event;
  const completion = await complete();
  if (completion) yield { type: "done", completion };
}

/** Produces the events of one choice. */
class ChoiceEvents {
  readonly #index: number;
  readonly #callsOf: () => ToolCallPieces | undefined;
  readonly #joiner = new SurrogateJoiner<"text" | "reasoning" | "refusal" | number>();
  /** How many of its calls have started, and how many were emitted complete. */
  #started = 0;
  #emitted = 0;

  constructor(index: number, callsOf: () => ToolCallPieces | undefined) {
    this.#index = index;
    this.#callsOf = callsOf;
  }

  add({ delta, finish_reason: reason }: ChunkChoice, events: ChatStreamEvent[]): void {
    const index = this.#index;
    const { content, reasoning, reasoning_details: details, refusal, audio } = delta;
    const thinking = reasoning ? this.#joiner.add("reasoning", reasoning) : "";
    if (thinking || details?.length)
      events.push({ type: "reasoning-delta", index, text: thinking, details: details ?? [] });
    const text = content ? this.#joiner.add("text", content) : "";
    if (text) events.push({ type: "text-delta", index, text });
    const refusalText = refusal ? this.#joiner.add("refusal", refusal) : "";
    if (refusalText) events.push({ type: "refusal-delta", index, text: refusalText });
    for (const piece of delta.tool_calls ?? []) this.#piece(piece, events);
    for (const annotation of delta.annotations ?? []) events.push({ type: "annotation", index, annotation });
    for (const image of delta.images ?? []) events.push({ type: "image", index, image });
    if (audio) events.push({ type: "audio-delta", index, audio });
    if (!reason) return;
    // Calls of a failed choice are not complete.
    if (reason !== "error") this.end(events);
    events.push({ type: "finish", index, reason });
  }

  /** Emits held-back text and every call that was not emitted yet. */
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
    if (call >= this.#started) {
      this.#started = call + 1;
      // A call is complete when the next one starts.
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

  /** Emits the calls before a key that were not emitted yet. */
  #complete(before: number, events: ChatStreamEvent[]): void {
    const calls = this.#callsOf();
    if (!calls) return;
    const end = Math.min(before, calls.length);
    for (; this.#emitted < end; this.#emitted++) {
      const call = calls.at(this.#emitted);
      // Pieces of several calls can be interleaved: an incomplete call waits for the end.
      if (before < calls.length && !(call && calls.isComplete(this.#emitted))) return;
      if (call) events.push({ type: "tool-call", index: this.#index, call: toCompleteCall(call) });
    }
  }
}
