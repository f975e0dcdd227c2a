import type { Annotation, ReasoningDetail, ToolCall } from "@patchbay/spec";
import { findText } from "@patchbay/engine/data/find-text";
import type { Ids } from "@patchbay/engine/data/ids";
import type { Tokenizer } from "../messages/tokenizer.ts";
import type { ProviderError } from "../parts/part.ts";
import type { ModelOutput } from "../upstreams/model-output.ts";

/** A model's output, split into tokens if it is streamed, with counts in tokens of the common tokenizer. */
export interface TokenizedOutput {
  readonly reasoning: readonly string[];
  /** The server tool calls that ran before the final output. */
  readonly details: readonly ReasoningDetail[];
  readonly content: readonly string[];
  readonly toolCalls: readonly { readonly call: ToolCall; readonly pieces: readonly string[] }[];
  readonly images: readonly string[];
  readonly annotations: readonly Annotation[];
  readonly tokens: number;
  readonly reasoningTokens: number;
  readonly imageTokens: number;
  readonly finishReason: string;
  /** The provider's own name for the finish reason; `undefined` for the usual name. */
  readonly nativeFinishReason: string | undefined;
  /** The stop sequence that ended the text. */
  readonly stopSequence: string | undefined;
  readonly error: ProviderError | undefined;
}

/** Tokens of an image in an output. */
export const outputImageTokens = 1290;

/** How an output is truncated. */
interface CutOptions {
  readonly ids: Ids;
  /** In tokens of the common tokenizer. */
  readonly maxTokens: number;
  readonly stop: string | readonly string[] | null | undefined;
  /** Whether the reasoning is charged but not sent. */
  readonly hidden: boolean;
  readonly streamed: boolean;
  readonly details: readonly ReasoningDetail[];
}

/** Counts the tokens of an output and truncates it at the limit or at a stop sequence. */
export function cut(
  output: ModelOutput,
  tokenizer: Tokenizer,
  { ids, maxTokens, stop, hidden, streamed, details }: CutOptions,
): TokenizedOutput {
  let left = maxTokens;
  let complete = true;
  const take = (text: string): string[] => {
    if (text === "") return [];
    if (!streamed) {
      const count = tokenizer.count(text);
      if (count <= left) {
        left -= count;
        return [text];
      }
    }
    // One extra token shows whether the text is longer than the limit.
    const pieces = tokenizer.split(text, left + 1);
    const taken = pieces.slice(0, left);
    if (taken.length < pieces.length) complete = false;
    left -= taken.length;
    return streamed ? taken : [taken.join("")];
  };
  const before = left;
  const reasoning = take(output.reasoning ?? "");
  const reasoningTokens = before - left;
  const { text, stopSequence } = untilStop(output.content ?? "", stop);
  const content = take(text);
  const toolCalls = (output.toolCalls ?? []).map(({ name, arguments: given, id }) => {
    const pieces = take(typeof given === "string" ? given : JSON.stringify(given ?? {}));
    const call = {
      id: id ?? `call_${ids.text(24)}`,
      type: "function" as const,
      function: { name, arguments: pieces.join("") },
    };
    return { call, pieces };
  });
  const images = output.images ?? [];
  const natural = output.finishReason ?? (toolCalls.length > 0 ? "tool_calls" : "stop");
  return {
    reasoning: hidden ? [] : reasoning,
    details,
    content,
    toolCalls,
    images,
    annotations: output.annotations ?? [],
    tokens: maxTokens - left + images.length * outputImageTokens,
    reasoningTokens,
    imageTokens: images.length * outputImageTokens,
    finishReason: output.error ? "error" : complete ? natural : "length",
    nativeFinishReason: complete && !output.error ? output.nativeFinishReason : undefined,
    stopSequence: complete && !output.error ? stopSequence : undefined,
    error: output.error,
  };
}

interface StoppedText {
  readonly text: string;
  /** The stop sequence that follows the text. */
  readonly stopSequence: string | undefined;
}

/** The text before the first stop sequence. */
export function untilStop(text: string, stop: string | readonly string[] | null | undefined): StoppedText {
  let first: { readonly at: number; readonly end: string } | undefined;
  for (const end of typeof stop === "string" ? [stop] : (stop ?? [])) {
    const at = end === "" ? -1 : findText(text, end);
    if (at >= 0 && (!first || at < first.at)) first = { at, end };
  }
  return first ? { text: text.slice(0, first.at), stopSequence: first.end } : { text, stopSequence: undefined };
}
