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
import { placeOf, toWholeCall } from "./completion.ts";

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
  /** Answer → how many of its calls have begun. */
  const begun = new Map<number, number>();
  const complete = function* (index: number, before = Number.POSITIVE_INFINITY): Generator<ChatEvent, void> {
    const calls = callsOf(index);
    for (let at = given.get(index) ?? 0; at < Math.min(before, calls.length); at++) {
      const call = calls[at];
      // Pieces of several calls can come mixed: what is not whole yet waits for the end.
      if (before < calls.length && !(call && isJson(call.function.arguments))) return;
      given.set(index, at + 1);
      if (call) yield { type: "tool-call", index, call: toWholeCall(call) };
    }
  };
  for await (const { choices, usage } of chunks) {
    for (const { index = 0, delta, finish_reason: reason } of choices ?? []) {
      if (!given.has(index)) given.set(index, 0);
      const { content, reasoning, reasoning_details: details, refusal, audio } = delta ?? {};
      if (reasoning || details?.length)
        yield { type: "reasoning", index, text: reasoning ?? "", details: details ?? [] };
      if (content) yield { type: "text", index, text: content };
      if (refusal) yield { type: "refusal", index, text: refusal };
      for (const piece of delta?.tool_calls ?? []) {
        const count = begun.get(index) ?? 0;
        const call = placeOf(piece, count, callsOf(index)[count - 1]?.id);
        if (call >= count) {
          begun.set(index, call + 1);
          // A call is whole when the next one begins.
          yield* complete(index, call);
        }
        const { name, arguments: text } = piece.function ?? {};
        yield {
          type: "tool-call-delta",
          index,
          call,
          id: piece.id ?? undefined,
          name: name ?? undefined,
          arguments: text ?? "",
        };
      }
      for (const annotation of delta?.annotations ?? []) yield { type: "annotation", index, annotation };
      for (const image of delta?.images ?? []) yield { type: "image", index, image };
      if (audio) yield { type: "audio", index, audio };
      if (reason) {
        yield* complete(index);
        yield { type: "finish", index, reason };
      }
    }
    if (usage) yield { type: "usage", usage };
  }
  for (const index of given.keys()) yield* complete(index);
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
