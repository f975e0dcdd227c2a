import type { ReasoningDetail } from "@patchbay/spec";
import { sliceText } from "@patchbay/engine/data/text-slices";
import type { Tokenizer } from "../messages/tokenizer.ts";
import type { Part } from "../parts/part.ts";
import type { ModelOutput } from "../upstreams/model-output.ts";
import { readEach, type BatchReader } from "../parts/batch-reader.ts";
import { untilStop } from "./tokenized-output.ts";
import type { Pace } from "./write-frames.ts";

/** A longer text is split into tokens while it is sent, in characters. */
const longText = 50_000;

/** Whether an output is so long that its tokens are not held in memory all at once. */
export function isLong({ content = "", reasoning = "" }: ModelOutput): boolean {
  return content.length + reasoning.length > longText;
}

interface LongOutputOptions {
  readonly tokenizer: Tokenizer;
  readonly stop: string | readonly string[] | null | undefined;
  readonly format: string;
  readonly pace: Pace;
  /** The calls of server tools before the output. */
  readonly details: readonly ReasoningDetail[];
}

/** A source that splits a simulated output into tokens while it is sent, and sends them at the pace of its endpoint. */
export function readLong(
  output: ModelOutput,
  { tokenizer, stop, format, pace, details }: LongOutputOptions,
): BatchReader<Part> {
  const clock = new PaceClock(pace);
  const { text, stopSequence } = untilStop(output.content ?? "", stop);
  async function* read(): AsyncGenerator<Part, void> {
    if (details.length > 0) yield { type: "reasoning-details", details };
    for (const piece of split(output.reasoning ?? "", tokenizer)) {
      await clock.next();
      yield { type: "reasoning", text: piece, format };
    }
    for (const piece of split(text, tokenizer)) {
      await clock.next();
      yield { type: "text", text: piece };
    }
    if (output.annotations?.length) yield { type: "annotations", annotations: output.annotations };
    for (const [index, { name, arguments: given, id }] of (output.toolCalls ?? []).entries()) {
      yield { type: "tool-call-delta", index, name, ...(id !== undefined && { id }) };
      const json = typeof given === "string" ? given : JSON.stringify(given ?? {});
      for (const piece of split(json, tokenizer)) {
        await clock.next();
        yield { type: "tool-call-delta", index, arguments: piece };
      }
    }
    if (output.images?.length) yield { type: "images", urls: output.images };
    if (output.error) yield { type: "error", error: output.error };
    else yield toFinish(output, stopSequence);
  }
  return { ...readEach(read()), close: () => clock.stop() };
}

function toFinish(
  { finishReason, nativeFinishReason, toolCalls }: ModelOutput,
  stopSequence: string | undefined,
): Part {
  return {
    type: "finish",
    reason: finishReason ?? (toolCalls?.length ? "tool_calls" : "stop"),
    ...(nativeFinishReason !== undefined && { nativeReason: nativeFinishReason }),
    ...(stopSequence !== undefined && { stopSequence }),
  };
}

function* split(text: string, tokenizer: Tokenizer): Generator<string> {
  for (const slice of sliceText(text)) yield* tokenizer.split(slice);
}

/** Waits until a token is due. */
class PaceClock {
  readonly #pace: Pace;
  readonly #started = performance.now();
  #tokens = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #wake: (() => void) | undefined;

  constructor(pace: Pace) {
    this.#pace = pace;
  }

  async next(): Promise<void> {
    const { first, gap } = this.#pace;
    const left = this.#started + first + ++this.#tokens * gap - performance.now();
    if (first + gap === 0 || left <= 0) return;
    await new Promise<void>((resolve) => {
      this.#wake = resolve;
      this.#timer = setTimeout(resolve, left);
    });
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#wake?.();
  }
}
