import type { PipelineStage } from "@patchbay/spec";
import type { PromptPrefix } from "@patchbay/engine/billing/prompt-cache";
import type { Candidate } from "@patchbay/engine/routing/routing";
import { HttpError } from "../http/http-error.ts";
import { splitAhead } from "../messages/split-ahead.ts";
import type { UnifiedRequest } from "../parts/unified-request.ts";
import type { EndpointSelection } from "../ports/dispatcher.ts";
import type { ModelOutput } from "../upstreams/model-output.ts";
import { PartReader } from "../upstreams/part-reader.ts";
import { makeBudget, type Budget } from "./budget.ts";
import { isLong } from "./long-output.ts";
import { stopsBilling } from "./stops-billing.ts";
import { postProcess } from "./post-process.ts";
import { sourcesOf } from "./prepare.ts";
import { makesImage } from "./request.ts";
import type { ServerToolLoopResult } from "./server-tool-loop.ts";
import { cut } from "./tokenized-output.ts";
import { toChargeRequest, type ChatTurn } from "./turn.ts";
import { callModel, openModel, runModel } from "./call-model.ts";
import { quoteEndpoint, type ChatQuestion, type EndpointQuote } from "./endpoint-quote.ts";
import { isHidden, openLive, openLong, type LiveTurn } from "./open-live.ts";
import { turnParts, withPages, type FitOptions } from "./turn-parts.ts";

/** The output of an endpoint, and the credits that are reserved for it. `finish` settles them. */
export type EndpointAnswer = CompleteAnswer | LiveAnswer;

/** An output that is known in full. */
export interface CompleteAnswer extends AnswerFacts {
  readonly turn: ChatTurn;
  readonly live?: undefined;
}

/** An output that is being produced. Its first part with content has arrived. */
export interface LiveAnswer extends AnswerFacts, LiveTurn {}

interface AnswerFacts {
  readonly budget: Budget;
  readonly prefixes: readonly PromptPrefix[];
  readonly cacheScope: string;
  readonly stages: readonly PipelineStage[];
  readonly fetches: number;
}

/**
 * Sends the request to one endpoint. Throws an `HttpError` for an error of the caller and a `ProviderFailure` for an error
 * of the provider. No credits stay reserved after an error.
 */
export async function answerFromEndpoint(
  selection: EndpointSelection,
  question: ChatQuestion,
): Promise<EndpointAnswer> {
  const { input, context } = question;
  checkAllowed(selection.candidate, question);
  const quote = quoteEndpoint(selection.candidate, question);
  const { prefixes, cacheScope } = quote;
  const budget = await reserveBudget(quote, question);
  try {
    const call = callModel(quote, question, selection);
    const first = await openModel(call, input, selection);
    if (first instanceof PartReader)
      return {
        ...openLive(first, call, { quote, budget, question }),
        budget,
        prefixes,
        cacheScope,
        stages: [],
        fetches: 0,
      };
    const result = await runModel(first, call, { quote, budget, question });
    const { output, stages } = await postProcess(result, input, { ...selection, random: context.random });
    if (input.stream && isLong(output) && stopsBilling(selection.candidate))
      return {
        ...openLong(output, result, selection.timing, { quote, budget, question }),
        budget,
        prefixes,
        cacheScope,
        stages,
        fetches: result.fetches,
      };
    const turn = await fitBudget(output, result, { quote, budget, question });
    // The cost is now known: the rest of the reservation is released, and the BYOK fee is fixed.
    budget.reservation.resize(toChargeRequest(turn, question.prepared.fees));
    return { turn, budget, prefixes, cacheScope, stages, fetches: result.fetches };
  } catch (error) {
    question.charges.releaseOutput();
    throw error;
  }
}

/** Throws for a request that the model or the account does not allow. Counts a request to a free model. */
function checkAllowed({ model }: Candidate, { input, context: { state, key }, admitted }: ChatQuestion): void {
  checkReasoning(input, model.data.reasoning?.mandatory ?? false, model.id);
  state.billing.admitModel(key, model, !admitted.has(model));
  admitted.add(model);
}

function reserveBudget({ prices, source }: EndpointQuote, { input, charges }: ChatQuestion): Promise<Budget> {
  const requested = input.max_tokens ?? input.max_completion_tokens ?? undefined;
  return makeBudget(charges, { prices, source, requested, makesImage: makesImage(input) });
}

/** Creates the turn of an output, and truncates the output to what the account can pay for. */
async function fitBudget(
  output: ModelOutput,
  result: ServerToolLoopResult,
  { quote, budget, question }: FitOptions,
): Promise<ChatTurn> {
  const { input, prepared, context, tokenizer } = question;
  const annotated: ModelOutput = {
    ...output,
    annotations: sourcesOf(output.content ?? "", output.annotations, withPages(prepared, result)),
  };
  const options = {
    ids: context.ids,
    stop: input.stop,
    hidden: isHidden(input),
    streamed: input.stream === true,
    details: result.details,
  };
  const parts = { ...turnParts(result, { quote, budget, question }), reported: result.usage };
  const splitter = await splitAhead(annotated, tokenizer, { most: budget.maxTokens, signal: context.signal });
  const whole = cut(annotated, splitter, { ...options, maxTokens: budget.maxTokens });
  const { tokens, imageTokens, images } = whole;
  const wanted = { tokens: tokens - imageTokens, images: images.length };
  const payable = await budget.stretch(wanted);
  if (payable.tokens >= wanted.tokens && payable.images >= wanted.images) return { ...parts, answer: whole };
  const shortened = { ...annotated, images: images.slice(0, payable.images) };
  const maxTokens = Math.min(payable.tokens, budget.maxTokens);
  return { ...parts, answer: cut(shortened, splitter, { ...options, maxTokens }) };
}

function checkReasoning(
  { reasoning, reasoning_effort: short, max_tokens: most }: UnifiedRequest,
  mandatory: boolean,
  id: string,
): void {
  if (mandatory && (reasoning?.effort ?? short) === "none")
    throw new HttpError(400, `Reasoning is mandatory for ${id} and cannot be turned off: effort is none.`);
  if (reasoning?.max_tokens && most && reasoning.max_tokens >= most)
    throw new HttpError(400, `max_tokens (${most}) must be more than reasoning.max_tokens (${reasoning.max_tokens}).`);
}
