import type { PipelineStage } from "@patchbay/spec";
import { admitFree } from "../billing/admit-request.ts";
import type { KeyedContext } from "../context/handler.ts";
import { hashText } from "../engine/data/random.ts";
import { costOf } from "../engine/billing/money.ts";
import { pricesFor, type Prices } from "../engine/billing/pricing.ts";
import { noCacheUse, type PromptPrefix } from "../engine/billing/prompt-cache.ts";
import type { CatalogModel } from "../engine/routing/catalog.ts";
import type { Candidate } from "../engine/routing/routing.ts";
import { HttpError } from "../http/http-error.ts";
import { prefixesOf } from "../messages/prompt.ts";
import { splitAhead } from "../messages/split-ahead.ts";
import type { Tokenizer } from "../messages/tokenizer.ts";
import type { Part } from "../parts/part.ts";
import type { UnifiedRequest } from "../parts/unified-request.ts";
import { isHealed } from "../plugins/healing.ts";
import { toFailure } from "../routing/provider-failure.ts";
import type { EndpointSelection } from "../routing/try-endpoints.ts";
import { accountOf } from "../state/accounts.ts";
import { getModelOutput } from "../rules/play.ts";
import { createSampleBudgets } from "../schema/sample-budgets.ts";
import { collectOutput, type CollectedOutput, type ModelOutput } from "../upstreams/model-output.ts";
import { openOutput } from "../upstreams/open-output.ts";
import { PartReader } from "../upstreams/part-reader.ts";
import { makeBudget, type Budget } from "./budget.ts";
import { LiveOutput } from "./live-output.ts";
import { postProcess } from "./post-process.ts";
import { sourcesOf, type Prepared } from "./prepare.ts";
import { makesImage } from "./request.ts";
import { runServerTools, type ServerToolLoopResult } from "./server-tool-loop.ts";
import { cut } from "./tokenized-output.ts";
import { noWork, toChargeRequest, type ChatTurn, type QuantitySource, type ServerWork } from "./turn.ts";

/** The output of an endpoint, and the credits that are reserved for it. `finish` settles the charge of the budget. */
export type EndpointAnswer = CompleteAnswer | LiveAnswer;

/** An output that is known in full. */
export interface CompleteAnswer extends AnswerFacts {
  readonly turn: ChatTurn;
  readonly live?: undefined;
}

/** An output that is being produced. Its first part with content has arrived. */
export interface LiveAnswer extends AnswerFacts {
  readonly turn: Omit<ChatTurn, "answer">;
  readonly live: LiveOutput;
}

interface AnswerFacts {
  readonly budget: Budget;
  readonly prefixes: readonly PromptPrefix[];
  readonly cacheScope: string;
  readonly stages: readonly PipelineStage[];
  readonly fetches: number;
}

interface ChatQuestion {
  readonly input: UnifiedRequest;
  readonly prepared: Prepared;
  readonly tokenizer: Tokenizer;
  readonly context: KeyedContext;
  readonly generationId: string;
  /** Free models whose limits already counted this request. Each model counts it once, however many endpoints are tried. */
  readonly admitted: Set<CatalogModel>;
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
  const budget = reserveBudget(quote, question);
  try {
    const call = callModel(quote, question);
    const first = await openModel(call, input, selection);
    if (first instanceof PartReader)
      return { ...openLive(first, { quote, budget, question }), budget, prefixes, cacheScope, stages: [], fetches: 0 };
    const result = await runModel(first, call, { quote, budget, question });
    const { output, stages } = await postProcess(result, input, { ...selection, random: context.random });
    const turn = await fitBudget(output, result, { quote, budget, question });
    // The cost is now known: the rest of the reservation is released, and the BYOK fee is fixed.
    budget.charge.resize(toChargeRequest(turn, question.prepared.fees));
    return { turn, budget, prefixes, cacheScope, stages, fetches: result.fetches };
  } catch (error) {
    budget.charge.release();
    throw error;
  }
}

/** Throws for a request that the model or the account does not allow. Counts a request to a free model. */
function checkAllowed({ model }: Candidate, { input, context: { state, key }, admitted }: ChatQuestion): void {
  checkReasoning(input, model.data.reasoning?.mandatory ?? false, model.id);
  if (accountOf(state, key.account).balance.available < 0n)
    throw new HttpError(402, "Insufficient credits. Add more using https://openrouter.ai/credits");
  if (!admitted.has(model)) admitFree(state, key, model);
  admitted.add(model);
}

/** The prices of a request at an endpoint, and its use of the prompt cache. */
interface EndpointQuote {
  /** Unix time in milliseconds. */
  readonly now: number;
  readonly prices: Prices;
  readonly prefixes: readonly PromptPrefix[];
  readonly cacheScope: string;
  readonly source: QuantitySource;
}

function quoteEndpoint(
  candidate: Candidate,
  { input, prepared: { prompt }, context: { state, key } }: ChatQuestion,
): EndpointQuote {
  const { model, endpoint } = candidate;
  const now = state.now();
  const nativePrompt = Math.ceil(prompt.tokens * model.tokenFactor);
  const cacheScope = `${key.account} ${model.id} ${endpoint.tag}`;
  const prefixes =
    endpoint.cache && nativePrompt >= endpoint.cache.minTokens ? prefixesOf(input, prompt, model.tokenFactor) : [];
  const cache = endpoint.cache ? state.promptCaches.plan(cacheScope, prefixes, endpoint.cache, now) : noCacheUse;
  // `prepare` has already reserved the fees of plugins.
  const source: QuantitySource = { candidate, prompt, cache, work: noWork };
  return { now, prices: pricesFor(endpoint.prices, nativePrompt, now), prefixes, cacheScope, source };
}

function reserveBudget(
  { prices, source }: EndpointQuote,
  { input, context: { state, key, scope } }: ChatQuestion,
): Budget {
  const requested = input.max_tokens ?? input.max_completion_tokens ?? undefined;
  return makeBudget(state, { key, prices, source, requested, makesImage: makesImage(input), scope });
}

/**
 * Calls the model. Returns a reader if the output can be sent while it is produced: no server tool, plugin or simulated
 * failure needs to see all of it.
 */
async function openModel(
  call: ModelCall,
  input: UnifiedRequest,
  { providerState }: EndpointSelection,
): Promise<CollectedOutput | PartReader> {
  const opened = await call(input, 0);
  if (!(opened instanceof PartReader)) return opened;
  const isAwaited =
    isHealed(input) ||
    (input.tools?.some(({ type }) => type !== "function") ?? false) ||
    providerState === "degraded" ||
    providerState === "invalid_tool_calls";
  return isAwaited ? readAll(opened) : opened;
}

type ModelCall = (request: UnifiedRequest, steps: number) => Promise<CollectedOutput | PartReader>;

/** How the model of an endpoint is called: the rule of the request replies first, and then the upstream. */
function callModel({ now, source: { candidate } }: EndpointQuote, { context, generationId }: ChatQuestion): ModelCall {
  const { state, play, random, headers, signal: clientSignal } = context;
  const { model, endpoint, byok } = candidate;
  const seed = hashText(`${model.id} ${endpoint.tag}`, Math.floor(random() * 4_294_967_296));
  const budgets = createSampleBudgets();
  const shared = {
    endpoint: { model: model.id, provider: endpoint.provider.slug, tag: endpoint.tag, isByok: byok },
    generationId,
    headers,
    now,
    model,
    budgets,
  };
  return async (request, steps) => {
    const output = play && getModelOutput(play);
    if (output) return { output, usage: undefined };
    const options = { clientSignal, isScript: !state.settings.hasUpstream };
    const opened = await openOutput(state.upstream, request, { ...shared, seed: seed + steps }, options);
    return opened instanceof PartReader ? opened : collectOutput(opened);
  };
}

/** Reads an output to its end. */
async function readAll(reader: PartReader): Promise<CollectedOutput> {
  const parts: Part[] = [];
  for await (const part of reader.read()) parts.push(part);
  return collectOutput(parts);
}

/** Runs the model and its server tools. Throws a `ProviderFailure` if the provider fails before its first token. */
async function runModel(
  first: CollectedOutput,
  call: ModelCall,
  { quote: { prices }, budget, question }: FitOptions,
): Promise<ServerToolLoopResult> {
  const { input, prepared, tokenizer, context } = question;
  const result = await runServerTools(context.state, input, {
    callModel: async (request, steps) => {
      if (steps === 0 && request === input) return first;
      const opened = await call(request, steps);
      return opened instanceof PartReader ? readAll(opened) : opened;
    },
    tokenizer,
    promptTokens: prepared.prompt.tokens,
    cover: (work) => budget.cover(work),
    costOf: (promptTokens, completionTokens) =>
      costOf([
        { units: promptTokens, price: prices.prompt },
        { units: completionTokens, price: prices.completion },
      ]),
  });
  const { error, content, reasoning } = result.output;
  if (error && !content && !reasoning) throw toFailure(error);
  return result;
}

/** The turn of an output that is being produced. */
function openLive(source: PartReader, fit: FitOptions): Pick<LiveAnswer, "turn" | "live"> {
  const { budget, question } = fit;
  const { input, prepared, context, tokenizer } = question;
  const live = new LiveOutput({
    source,
    tokenizer,
    ids: context.ids,
    hidden: isHidden(input),
    maxTokens: Infinity,
    stretch: (wanted) => budget.stretch(wanted),
    sources: (text) => sourcesOf(text, undefined, prepared),
  });
  return { turn: { ...turnParts(noResult, fit), chargesErrors: true }, live };
}

/** The result of a call without server tools. */
const noResult = { promptTokens: 0, completionTokens: 0, steps: 0, fees: 0n, use: undefined } as const;

function isHidden({ reasoning, include_reasoning: included }: UnifiedRequest): boolean {
  return reasoning?.exclude === true || included === false;
}

interface FitOptions {
  readonly quote: EndpointQuote;
  readonly budget: Budget;
  readonly question: ChatQuestion;
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
    annotations: sourcesOf(output.content ?? "", output.annotations, {
      pages: [...prepared.pages, ...result.pages],
      annotations: prepared.annotations,
    }),
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
  const payable = budget.stretch(wanted);
  if (payable.tokens >= wanted.tokens && payable.images >= wanted.images) return { ...parts, answer: whole };
  const shortened = { ...annotated, images: images.slice(0, payable.images) };
  const maxTokens = Math.min(payable.tokens, budget.maxTokens);
  return { ...parts, answer: cut(shortened, splitter, { ...options, maxTokens }) };
}

/** The parts of a turn that do not depend on the length of its output. */
function turnParts(
  { promptTokens, completionTokens, steps, fees, use }: Omit<ServerWork, "use"> & Pick<ServerToolLoopResult, "use">,
  { quote, budget, question: { input, prepared, generationId } }: FitOptions,
): Omit<ChatTurn, "answer"> {
  const { now, prices, source } = quote;
  const { candidate, prompt, cache } = source;
  return {
    id: generationId,
    created: Math.floor(now / 1000),
    candidate,
    prices,
    prompt,
    cache,
    work: {
      promptTokens,
      completionTokens,
      steps,
      fees: prepared.fees + fees,
      use: use ?? (prepared.searches > 0 ? { web_search_requests: prepared.searches } : undefined),
    },
    metadata: undefined,
    byokFee: candidate.byok ? (listPrice) => budget.charge.byokFee(listPrice) : undefined,
    tierAsked: Boolean(input.service_tier),
  };
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
