import type { PipelineStage } from "@patchbay/spec";
import type { PromptPrefix } from "@patchbay/engine/billing/prompt-cache";
import type { Candidate } from "@patchbay/engine/routing/routing";
import { HttpError } from "../http/http-error.ts";
import { splitAhead } from "../messages/split-ahead.ts";
import type { Tokenizer } from "../messages/tokenizer.ts";
import type { UnifiedRequest } from "../parts/unified-request.ts";
import type { EndpointSelection } from "../ports/dispatcher.ts";
import type { ModelOutput } from "../upstreams/model-output.ts";
import { PartReader } from "../upstreams/part-reader.ts";
import { makeBudget, type Budget, type Payable } from "./budget.ts";
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
  const reserved = reserveBudget(quote, question);
  // Most of what follows is known at once, and each `await` of such a value takes 0.3 µs.
  const budget = reserved instanceof Promise ? await reserved : reserved;
  try {
    const call = callModel(quote, question, selection);
    const opened = openModel(call, input, selection);
    const first = opened instanceof Promise ? await opened : opened;
    if (first instanceof PartReader)
      return {
        ...openLive(first, call, { quote, budget, question }),
        budget,
        prefixes,
        cacheScope,
        stages: [],
        fetches: 0,
      };
    const fit = { quote, budget, question };
    const ran = runModel(first, call, fit);
    const result = ran instanceof Promise ? await ran : ran;
    const { providerState } = selection;
    const processed = postProcess(result, input, { providerState, random: context.random });
    const { output, stages } = processed instanceof Promise ? await processed : processed;
    if (input.stream && isLong(output) && stopsBilling(selection.candidate))
      return {
        ...openLong(output, result, selection.timing, fit),
        budget,
        prefixes,
        cacheScope,
        stages,
        fetches: result.fetches,
      };
    const fitted = fitBudget(output, result, fit);
    const turn = fitted instanceof Promise ? await fitted : fitted;
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

function reserveBudget({ prices, source }: EndpointQuote, { input, charges }: ChatQuestion): Budget | Promise<Budget> {
  const requested = input.max_tokens ?? input.max_completion_tokens ?? undefined;
  return makeBudget(charges, { prices, source, requested, makesImage: makesImage(input) });
}

/** Creates the turn of an output, and truncates the output to what the account can pay for. */
function fitBudget(output: ModelOutput, result: ServerToolLoopResult, fit: FitOptions): ChatTurn | Promise<ChatTurn> {
  const { prepared, context, tokenizer } = fit.question;
  const annotations = sourcesOf(output.content ?? "", output.annotations, withPages(prepared, result));
  const annotated: ModelOutput = annotations.length > 0 ? { ...output, annotations } : output;
  const splitter = splitAhead(annotated, tokenizer, { most: fit.budget.maxTokens, signal: context.signal });
  return splitter instanceof Promise
    ? splitter.then((ready) => cutToBudget(annotated, ready, result, fit))
    : cutToBudget(annotated, splitter, result, fit);
}

function cutToBudget(
  output: ModelOutput,
  splitter: Tokenizer,
  result: ServerToolLoopResult,
  fit: FitOptions,
): ChatTurn | Promise<ChatTurn> {
  const { budget, question } = fit;
  const { input, context } = question;
  const { maxTokens } = budget;
  const options = {
    ids: context.ids,
    maxTokens,
    stop: input.stop,
    hidden: isHidden(input),
    streamed: input.stream === true,
    details: result.details,
  };
  const whole = cut(output, splitter, options);
  const { tokens, imageTokens, images } = whole;
  const wanted = { tokens: tokens - imageTokens, images: images.length };
  const parts = turnParts(result, fit);
  const toTurn = (payable: Payable): ChatTurn => {
    const isPaid = payable.tokens >= wanted.tokens && payable.images >= wanted.images;
    const shortened = { ...options, maxTokens: Math.min(payable.tokens, maxTokens) };
    const answer = isPaid ? whole : cut({ ...output, images: images.slice(0, payable.images) }, splitter, shortened);
    return { ...parts, reported: result.usage, answer };
  };
  const payable = budget.stretch(wanted);
  return payable instanceof Promise ? payable.then(toTurn) : toTurn(payable);
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
