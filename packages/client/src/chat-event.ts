import type {
  Annotation,
  AssistantAudio,
  AssistantImage,
  ChatCompletion,
  ChatCompletionChunk,
  ChatCompletionChoice,
  ReasoningDetail,
  ToolCall,
  Usage,
} from "@patchbay/spec";

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

/** The events of a chat's chunks; `callsOf` gives the calls of an answer as far as they came. */
export async function* chatEventsOf(
  chunks: AsyncIterable<ChatCompletionChunk>,
  callsOf: (index: number) => readonly ToolCall[],
): AsyncGenerator<ChatEvent, void> {
  /** Answer → how many of its calls were given whole. */
  const given = new Map<number, number>();
  const complete = function* (index: number, before: number): Generator<ChatEvent, void> {
    const calls = callsOf(index);
    for (let at = given.get(index) ?? 0; at < Math.min(before, calls.length); at++) {
      given.set(index, at + 1);
      yield { type: "tool-call", index, call: calls[at]! };
    }
  };
  for await (const { choices, usage } of chunks) {
    for (const { index, delta, finish_reason: reason } of choices ?? []) {
      if (!given.has(index)) given.set(index, 0);
      const { content, reasoning, reasoning_details: details, refusal, audio } = delta;
      if (reasoning || details?.length)
        yield { type: "reasoning", index, text: reasoning ?? "", details: details ?? [] };
      if (content) yield { type: "text", index, text: content };
      if (refusal) yield { type: "refusal", index, text: refusal };
      for (const { index: place, id, function: { name, arguments: text = "" } = {} } of delta.tool_calls ?? []) {
        const call = place ?? Math.max(callsOf(index).length - 1, 0);
        // A call is whole when the next one begins.
        yield* complete(index, call);
        yield { type: "tool-call-delta", index, call, id, name, arguments: text };
      }
      for (const annotation of delta.annotations ?? []) yield { type: "annotation", index, annotation };
      for (const image of delta.images ?? []) yield { type: "image", index, image };
      if (audio) yield { type: "audio", index, audio };
      if (reason) {
        yield* complete(index, Number.POSITIVE_INFINITY);
        yield { type: "finish", index, reason };
      }
    }
    if (usage) yield { type: "usage", usage };
  }
  for (const index of given.keys()) yield* complete(index, Number.POSITIVE_INFINITY);
}
