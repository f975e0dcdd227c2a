import { hashText } from "@patchbay/engine/data/random";
import { costOf } from "@patchbay/engine/billing/money";
import type { Part } from "../parts/part.ts";
import type { UnifiedRequest } from "../parts/unified-request.ts";
import { isHealed } from "../plugins/healing.ts";
import { toFailure } from "../routing/provider-failure.ts";
import type { EndpointSelection } from "../ports/dispatcher.ts";
import { createSampleBudgets } from "../schema/sample-budgets.ts";
import { collectOutput, type CollectedOutput } from "../upstreams/model-output.ts";
import { openOutput } from "../upstreams/open-output.ts";
import { PartReader } from "../upstreams/part-reader.ts";
import { readUsage } from "../parts/read-usage.ts";
import type { SimulationContext } from "../upstreams/upstream.ts";
import {
  noServerTools,
  runServerTools,
  type ServerToolLoopOptions,
  type ServerToolLoopResult,
} from "./server-tool-loop.ts";
import type { ChatQuestion, EndpointQuote } from "./endpoint-quote.ts";
import type { FitOptions } from "./turn-parts.ts";

/** Calls the model. Returns a reader if the output can be sent while it is produced: no plugin or simulated failure needs all of it. */
export function openModel(
  call: ModelCall,
  input: UnifiedRequest,
  selection: EndpointSelection,
): CollectedOutput | Promise<CollectedOutput | PartReader> {
  const opened = call(input, 0);
  if (!(opened instanceof Promise)) return opened;
  return opened.then((output) =>
    output instanceof PartReader && isAwaited(input, selection) ? readAll(output) : output,
  );
}

/** Whether a plugin or a simulated failure needs all of an output. */
function isAwaited(input: UnifiedRequest, { providerState }: EndpointSelection): boolean {
  return (
    isHealed(input) ||
    (hasServerTools(input) && !input.stream) ||
    providerState === "degraded" ||
    providerState === "invalid_tool_calls"
  );
}

/** Calls a model. `steps` is the number of model calls before. The output of an override is known at once. */
export type ModelCall = (
  request: UnifiedRequest,
  steps: number,
) => CollectedOutput | Promise<CollectedOutput | PartReader>;

/** How the model of an endpoint is called: the override of the request replies first, and then the upstream. */
export function callModel(
  { now, source: { candidate } }: EndpointQuote,
  { context, generationId }: ChatQuestion,
  { firstTokenTimeout }: EndpointSelection,
): ModelCall {
  const { state, key, override, random, headers, signal: clientSignal } = context;
  const { model, endpoint, byok } = candidate;
  const drawn = Math.floor(random() * 4_294_967_296);
  const prepareContext = (): Omit<SimulationContext, "signal" | "deadline"> => ({
    endpoint: { model: model.id, provider: endpoint.provider.slug, tag: endpoint.tag, isByok: byok },
    generationId,
    headers,
    now,
    model,
    account: key.account,
    seed: hashText(`${model.id} ${endpoint.tag}`, drawn),
    budgets: createSampleBudgets(),
  });
  let prepared: ReturnType<typeof prepareContext> | undefined;
  const callUpstream = async (request: UnifiedRequest, steps: number): Promise<CollectedOutput | PartReader> => {
    const shared = (prepared ??= prepareContext());
    // The steps of server tools are not worth their cost when the client has left.
    const drain = hasServerTools(request) || isHealed(request) ? undefined : state.upstream.drain?.(shared.endpoint);
    const options = { clientSignal, isScript: !state.settings.hasUpstream, firstTokenTimeout, drain };
    const opened = await openOutput(state.upstream, request, { ...shared, seed: shared.seed + steps }, options);
    return opened instanceof PartReader ? opened : collectOutput(opened);
  };
  return (request, steps) => {
    const output = override?.output();
    return output ? { output, usage: undefined } : callUpstream(request, steps);
  };
}

/** Whether a request offers tools that the server runs. */
export function hasServerTools({ tools }: UnifiedRequest): boolean {
  return tools?.some(({ type }) => type !== "function") ?? false;
}

/** Reads an output to its end. */
async function readAll(reader: PartReader): Promise<CollectedOutput> {
  const parts: Part[] = [];
  for await (const part of reader.read()) parts.push(part);
  return collectOutput(parts);
}

/** Runs the model and its server tools. Throws a `ProviderFailure` if the provider fails before its first token. */
export function runModel(
  first: CollectedOutput,
  call: ModelCall,
  fit: FitOptions,
): ServerToolLoopResult | Promise<ServerToolLoopResult> {
  const { input } = fit.question;
  if (hasServerTools(input)) return runTools(first, call, fit);
  const { output, usage } = first;
  return checkFailure({ ...noServerTools, output, usage: usage && readUsage(usage) });
}

async function runTools(first: CollectedOutput, call: ModelCall, fit: FitOptions): Promise<ServerToolLoopResult> {
  const { input, context } = fit.question;
  const callModelNext: ServerToolLoopOptions["callModel"] = async (request, steps) => {
    if (steps === 0 && request === input) return first;
    const opened = await call(request, steps);
    return opened instanceof PartReader ? readAll(opened) : opened;
  };
  return checkFailure(await runServerTools(context.state, input, toolLoopOptions(callModelNext, fit)));
}

/** Throws a `ProviderFailure` for an error without any output. */
function checkFailure(result: ServerToolLoopResult): ServerToolLoopResult {
  const { error, content, reasoning } = result.output;
  if (error && !content && !reasoning) throw toFailure(error);
  return result;
}

/** The options of the server tools of a request. */
export function toolLoopOptions(
  callModel: ServerToolLoopOptions["callModel"],
  { quote: { prices }, budget, question: { prepared, tokenizer } }: FitOptions,
): ServerToolLoopOptions {
  return {
    callModel,
    tokenizer,
    promptTokens: prepared.prompt.tokens,
    cover: (work) => budget.cover(work),
    costOf: (promptTokens, completionTokens) =>
      costOf([
        { units: promptTokens, price: prices.prompt },
        { units: completionTokens, price: prices.completion },
      ]),
  };
}
