import type { UnifiedRequest } from "../parts/unified-request.ts";
import type { ModelOutput } from "../upstreams/model-output.ts";
import type { PartReader } from "../upstreams/part-reader.ts";
import type { DrainLimits } from "../upstreams/upstream.ts";
import type { Timing } from "@patchbay/engine/health/provider-state";
import { hasServerTools, type ModelCall } from "./call-model.ts";
import { ToolLoopSource } from "./tool-loop-source.ts";
import { LiveOutput } from "./live-output.ts";
import { readLong } from "./long-output.ts";
import { reasoningFormat } from "./output-parts.ts";
import { paceOf } from "./write-frames.ts";
import { sourcesOf } from "./prepare.ts";
import type { ServerToolLoopResult } from "./server-tool-loop.ts";
import type { ChatTurn } from "./turn.ts";
import { turnParts, withPages, type FitOptions } from "./turn-parts.ts";

/** An output that is being produced, and what is known of its turn. */
export interface LiveTurn {
  readonly turn: Omit<ChatTurn, "answer">;
  readonly live: LiveOutput;
  /** How far the output is read after the client has left. Default: it is aborted. */
  readonly drain?: DrainLimits | undefined;
  /** The work of the server tools, once the output has ended. */
  readonly work?: () => ServerToolLoopResult | undefined;
}

/** The turn of an output that is being produced. */
export function openLive(reader: PartReader, call: ModelCall, fit: FitOptions): LiveTurn {
  const { budget, question } = fit;
  const tools = hasServerTools(question.input) ? new ToolLoopSource(reader, call, fit) : undefined;
  const source = tools ?? reader;
  const { input, prepared, context, tokenizer } = question;
  const live = new LiveOutput({
    source,
    tokenizer,
    ids: context.ids,
    hidden: isHidden(input),
    stretch: (wanted) => budget.stretch(wanted),
    sources: (text) => sourcesOf(text, undefined, tools?.result ? withPages(prepared, tools.result) : prepared),
  });
  return {
    turn: { ...turnParts(noResult, fit), chargesErrors: true },
    live,
    drain: tools ? undefined : reader.drain,
    ...(tools && { work: () => tools.result }),
  };
}

/** The turn of a long simulated output, which is split into tokens while it is sent. */
export function openLong(output: ModelOutput, result: ServerToolLoopResult, timing: Timing, fit: FitOptions): LiveTurn {
  const { quote, budget, question } = fit;
  const { input, prepared, context, tokenizer } = question;
  const source = readLong(
    { ...output, annotations: sourcesOf(output.content ?? "", output.annotations, withPages(prepared, result)) },
    {
      tokenizer,
      stop: input.stop,
      format: reasoningFormat(quote.source.candidate.model),
      pace: paceOf(context.state, timing),
      details: result.details,
    },
  );
  const live = new LiveOutput({
    source,
    tokenizer,
    ids: context.ids,
    hidden: isHidden(input),
    isTokenized: true,
    maxTokens: budget.maxTokens,
    stretch: (wanted) => budget.stretch(wanted),
    sources: () => [],
  });
  return { turn: { ...turnParts(result, fit), reported: result.usage }, live };
}

/** The result of a call without server tools. */
const noResult = { promptTokens: 0, completionTokens: 0, steps: 0, fees: 0n, use: undefined } as const;

/** Whether the reasoning is charged but not sent. */
export function isHidden({ reasoning, include_reasoning: included }: UnifiedRequest): boolean {
  return reasoning?.exclude === true || included === false;
}
