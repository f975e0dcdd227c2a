import type { ChatCompletionRequest, PipelineStage } from "@patchbay/spec";
import { admitFree } from "../billing/admit-request.ts";
import { accountOf } from "../state/accounts.ts";
import type { EndpointSelection } from "../routing/try-endpoints.ts";
import type { CatalogModel } from "../engine/routing/catalog.ts";
import { costOf, toUsd } from "../engine/billing/money.ts";
import { pricesFor } from "../engine/billing/pricing.ts";
import { noCacheUse, type PromptPrefix } from "../engine/billing/prompt-cache.ts";
import { degraded } from "../engine/health/provider-state.ts";
import { hashText } from "../engine/data/random.ts";
import type { KeyedContext } from "../context/handler.ts";
import { toFailure } from "../routing/provider-failure.ts";
import { heal, isHealed } from "../plugins/healing.ts";
import { newGenerationId } from "../state/generation-id.ts";
import { HttpError } from "../http/http-error.ts";
import type { Tokenizer } from "../messages/tokenizer.ts";
import type { ModelOutput } from "../upstreams/upstream.ts";
import { cut } from "./tokenized-output.ts";
import { makeBudget, type Budget } from "./budget.ts";
import { runServerTools } from "./server-tool-loop.ts";
import { sourcesOf, type Prepared } from "./prepare.ts";
import { prefixesOf } from "../messages/prompt.ts";
import { makesImage } from "./request.ts";
import { splitAhead } from "../messages/split-ahead.ts";
import { toChargeRequest, noWork, type QuantitySource, type ChatTurn } from "./turn.ts";

/** The output of an endpoint, and the credits that are reserved for it. */
export interface EndpointAnswer {
  readonly turn: ChatTurn;
  readonly budget: Budget;
  readonly prefixes: readonly PromptPrefix[];
  readonly cacheScope: string;
  readonly stages: readonly PipelineStage[];
  readonly fetches: number;
}

interface Question {
  readonly input: ChatCompletionRequest;
  readonly prepared: Prepared;
  readonly tokenizer: Tokenizer;
  readonly context: KeyedContext;
  /** Free models whose limits already counted this request. Each model counts it once, however many endpoints are tried. */
  readonly admitted: Set<CatalogModel>;
}

/**
 * Sends the request to one endpoint. Throws an `HttpError` for an error of the caller and a `ProviderFailure` for an error
 * of the provider. No credits stay reserved after an error.
 */
export async function answerFromEndpoint(
  selection: EndpointSelection,
  { input, prepared, tokenizer, context, admitted }: Question,
): Promise<EndpointAnswer> {
  const { candidate, providerState } = selection;
  const { model, endpoint, byok } = candidate;
  const { state, key, random, ids, scope } = context;
  checkReasoning(input, model.data.reasoning?.mandatory ?? false, model.id);
  if (accountOf(state, key.account).balance.available < 0n)
    throw new HttpError(402, "Insufficient credits. Add more using https://openrouter.ai/credits");
  if (!admitted.has(model)) admitFree(state, key, model);
  admitted.add(model);

  const now = state.now();
  const { prompt } = prepared;
  const nativePrompt = Math.ceil(prompt.tokens * model.tokenFactor);
  const prices = pricesFor(endpoint.prices, nativePrompt, now);
  const cacheScope = `${key.account} ${model.id} ${endpoint.tag}`;
  const prefixes =
    endpoint.cache && nativePrompt >= endpoint.cache.minTokens ? prefixesOf(input, prompt, model.tokenFactor) : [];
  const cache = endpoint.cache ? state.promptCaches.plan(cacheScope, prefixes, endpoint.cache, now) : noCacheUse;
  // `prepare` has already reserved the fees of plugins.
  const source: QuantitySource = { candidate, prompt, cache, work: noWork };
  const asked = input.max_tokens ?? input.max_completion_tokens ?? undefined;
  const budget = makeBudget(state, { key, prices, source, asked, makesImage: makesImage(input), scope });
  try {
    const seed = hashText(`${model.id} ${endpoint.tag}`, Math.floor(random() * 4_294_967_296));
    const result = await runServerTools(state, input, {
      context: { model, now, seed },
      play: context.play,
      tokenizer,
      promptTokens: prompt.tokens,
      cover: (work) => budget.cover(work),
      costOf: (promptTokens, completionTokens) =>
        costOf([
          { units: promptTokens, price: prices.prompt },
          { units: completionTokens, price: prices.completion },
        ]),
    });
    if (result.said.error && !result.said.content && !result.said.reasoning) throw toFailure(result.said.error);
    const stages: PipelineStage[] = [];
    let said = applyProviderState(result.said, providerState, random);
    if (said.content !== undefined && isHealed(input)) {
      const { text, repaired } = await heal(said.content);
      if (repaired) said = { ...said, content: text };
      stages.push({ type: "response_healing", name: "response-healing", data: { repaired } });
    }
    if (result.steps > 0)
      stages.push({
        type: "server_tools",
        name: "server-tools",
        cost_usd: toUsd(result.fees),
        data: { steps: result.steps },
      });
    const work = {
      promptTokens: result.promptTokens,
      completionTokens: result.completionTokens,
      steps: result.steps,
      fees: prepared.fees + result.fees,
      use: result.use ?? (prepared.searches > 0 ? { web_search_requests: prepared.searches } : undefined),
    };
    const annotations = sourcesOf(said.content ?? "", said.annotations, {
      pages: [...prepared.pages, ...result.pages],
      annotations: prepared.annotations,
    });
    const options = {
      ids,
      stop: input.stop,
      hidden: input.reasoning?.exclude === true || input.include_reasoning === false,
      streamed: input.stream === true,
      details: result.details,
    };
    const id = newGenerationId(ids, now);
    const made: ModelOutput = { ...said, annotations };
    const splitting = splitAhead(made, tokenizer, { most: budget.maxTokens, signal: context.signal });
    const reader = splitting instanceof Promise ? await splitting : splitting;
    const turnOf = (maxTokens: number, images = said.images): ChatTurn => ({
      id,
      created: Math.floor(now / 1000),
      candidate,
      prices,
      prompt,
      cache,
      work,
      answer: cut({ ...made, ...(images && { images }) }, reader, { ...options, maxTokens }),
      metadata: undefined,
      byokFee: byok ? (listPrice) => budget.charge.byokFee(listPrice) : undefined,
      tierAsked: Boolean(input.service_tier),
    });
    let turn = turnOf(budget.maxTokens);
    const { tokens, imageTokens, images } = turn.answer;
    const whole = { tokens: tokens - imageTokens, images: images.length };
    const payable = budget.stretch(whole);
    if (payable.tokens < whole.tokens || payable.images < whole.images)
      turn = turnOf(Math.min(payable.tokens, budget.maxTokens), images.slice(0, payable.images));
    // The cost is now known: the rest of the reservation is released, and the BYOK fee is fixed.
    budget.charge.resize(toChargeRequest(turn, prepared.fees));
    return { turn, budget, prefixes, cacheScope, stages, fetches: result.fetches };
  } catch (error) {
    budget.charge.release();
    throw error;
  }
}

function checkReasoning(
  { reasoning, reasoning_effort: short, max_tokens: most }: ChatCompletionRequest,
  mandatory: boolean,
  id: string,
): void {
  if (mandatory && (reasoning?.effort ?? short) === "none")
    throw new HttpError(400, `Reasoning is mandatory for ${id} and cannot be turned off: effort is none.`);
  if (reasoning?.max_tokens && most && reasoning.max_tokens >= most)
    throw new HttpError(400, `max_tokens (${most}) must be more than reasoning.max_tokens (${reasoning.max_tokens}).`);
}

/** Applies the provider's simulated state: invalid tool calls, or an output that breaks off halfway. */
function applyProviderState(
  output: ModelOutput,
  providerState: EndpointSelection["providerState"],
  random: () => number,
): ModelOutput {
  if (providerState === "invalid_tool_calls") return corruptToolArguments(output);
  if (providerState === "degraded" && output.content && !output.error && random() < degraded.breaks)
    return {
      ...output,
      content: output.content.slice(0, Math.ceil(output.content.length / 2)),
      error: { status: 502, message: "Provider disconnected" },
    };
  return output;
}

function corruptToolArguments(output: ModelOutput): ModelOutput {
  if (!output.toolCalls) return output;
  return {
    ...output,
    toolCalls: output.toolCalls.map(({ name, arguments: given, ...call }) => {
      const text = typeof given === "string" ? given : JSON.stringify(given ?? {});
      return { ...call, name, arguments: text.slice(0, -1) };
    }),
  };
}
