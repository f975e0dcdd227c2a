import type { ProviderPreferences } from "@patchbay/spec";
import { preferencesOf } from "../chat/request.ts";
import type { NanoUsd } from "@patchbay/engine/billing/money";
import { chargeOf, pricesFor, type Quantities } from "@patchbay/engine/billing/pricing";
import { planRoute, type Candidate, type Plan } from "@patchbay/engine/routing/routing";
import { trustedUsage } from "../billing/trusted-usage.ts";
import { newGenerationId } from "../state/generation-id.ts";
import type { KeyedContext } from "../context/handler.ts";
import { HttpError } from "../http/http-error.ts";
import { readUsage } from "../parts/read-usage.ts";
import type { EndpointSelection } from "../ports/dispatcher.ts";
import type { SingleContext } from "../ports/single-upstream.ts";
import { viewOf } from "../routing/endpoint-health.ts";
import { noEndpoints } from "../routing/no-endpoints-error.ts";
import { toFailure } from "../routing/provider-failure.ts";
import { resolve, type OutputKind } from "../routing/resolve-models.ts";

/** A request whose cost is known before the response. */
interface Call {
  readonly model: string;
  readonly output: Exclude<OutputKind, "text">;
  readonly provider: ProviderPreferences | null | undefined;
  /** Input modalities in addition to text. */
  readonly input?: readonly string[];
  readonly parameters?: readonly string[];
  /** In tokens of the common tokenizer. */
  readonly promptTokens: number;
  readonly requests: number;
}

/** What a provider reports in a result. */
interface Reported {
  readonly promptTokens?: number | undefined;
  readonly searchUnits?: number | undefined;
}

/** The endpoint that served a call, its usage and its cost. */
export interface Called<Result> {
  readonly id: string;
  readonly candidate: Candidate;
  readonly used: Quantities;
  readonly cost: NanoUsd;
  readonly listPrice: NanoUsd;
  readonly result: Result;
}

/** Routes, charges and records a call without a stream. `produce` calls the provider. */
export async function call<Result extends Reported>(
  spec: Call,
  context: KeyedContext,
  produce: (single: SingleContext) => Promise<Result>,
): Promise<Called<Result>> {
  const { promptTokens, output } = spec;
  const { state, key, random, ids, note, scope, signal } = context;
  await state.billing.admit(key);
  const plan = planCall(spec, context);
  note.plan = plan;
  if (plan.candidates.length === 0) {
    const { dataPolicyAdvice } = state.settings;
    throw noEndpoints(plan.dropped, [spec.model], { promptTokens, dataPolicyAdvice });
  }
  const id = newGenerationId(ids, state.now());
  const dispatched = await state.dispatcher.dispatch(plan, { key, random, scope, signal, promptTokens }, (selection) =>
    callEndpoint(selection, { spec, context, id, produce }),
  );
  const { value, candidate, attempts, timing, ended } = dispatched;
  ended({ good: true });
  note.attempts = attempts;
  note.cost = value.cost;
  const { result, isEstimated, ...charged } = value;
  state.billing.record(
    context,
    {
      id,
      apiType: output,
      key,
      candidate,
      attempts,
      timing,
      ...charged,
      normalized: { prompt: promptTokens, completion: 0 },
      cacheDiscount: undefined,
      finishReason: null,
      nativeFinishReason: null,
      streamed: false,
      cancelled: false,
      isEstimated,
    },
    () => ({ request: undefined, completion: null, reasoning: null }),
  );
  return { id, candidate, result, ...charged };
}

function planCall(
  { model: name, output, provider, input = [], parameters = [], promptTokens }: Call,
  { state, key, random }: KeyedContext,
): Plan {
  const { targets } = resolve(state, [name], output);
  const { country } = state.settings;
  const needs = { parameters, input, output, promptTokens, maxTokens: undefined, tier: undefined, country };
  const preferences = preferencesOf(provider);
  return planRoute(
    { targets, needs, preferences, hasTools: false, byokKeys: state.byokKeysOf(key) },
    viewOf(state, random),
  );
}

interface EndpointCall<Result> {
  readonly spec: Call;
  readonly context: KeyedContext;
  readonly id: string;
  readonly produce: (single: SingleContext) => Promise<Result>;
}

type Charged<Result> = Pick<Called<Result>, "used" | "listPrice" | "cost" | "result"> & {
  readonly isEstimated: boolean;
};

/** A higher number of search units is ignored. */
const mostUnits = 1_000_000;

/** What a provider reported, in whole numbers, unless no call can reach it. */
function trusted({ promptTokens, searchUnits }: Reported, tokens: number, context: number): Reported {
  const report = readUsage({ promptTokens: promptTokens ?? Number.NaN, completionTokens: 0 });
  return {
    promptTokens: trustedUsage(report, { promptTokens: tokens, completionTokens: 0, context })?.promptTokens,
    searchUnits:
      searchUnits !== undefined && searchUnits > 0 && searchUnits <= mostUnits ? Math.ceil(searchUnits) : undefined,
  };
}

/** Reserves the cost of a call, calls the provider, and charges the usage that it reports. */
async function callEndpoint<Result extends Reported>(
  selection: EndpointSelection,
  { spec: { promptTokens, requests }, context, id, produce }: EndpointCall<Result>,
): Promise<Charged<Result>> {
  const { state, key, override, scope, signal, headers } = context;
  const { candidate } = selection;
  const { endpoint, model, byok } = candidate;
  const failure = override?.failure();
  if (failure) throw toFailure(failure);
  state.billing.admitModel(key, model, true);
  const tokens = Math.ceil(promptTokens * model.tokenFactor);
  const now = state.now();
  const quantities = (usage: Reported): Quantities => ({
    promptTokens: usage.promptTokens ?? tokens,
    completionTokens: 0,
    requests: usage.searchUnits ?? requests,
  });
  const chargeFor = (used: Quantities): NanoUsd => chargeOf(pricesFor(endpoint.prices, used.promptTokens, now), used);
  const expected = chargeFor(quantities({}));
  const charges = state.billing.openCharges(key, { id, scope });
  const reservation = await charges.reserveOutput({
    claimFor: () => (byok ? { cost: 0n, byokCost: expected } : { cost: expected }),
    most: 1,
    least: 1,
    refuse: (_, plain) => new HttpError(402, plain),
  });
  try {
    const result = await produce({ selection, generationId: id, account: key.account, headers, signal });
    const reported = trusted(result, tokens, endpoint.context);
    const used = quantities(reported);
    const listPrice = chargeFor(used);
    reservation.resize(byok ? { cost: 0n, byokCost: listPrice } : { cost: listPrice });
    const cost = byok ? reservation.byokFee(listPrice) : listPrice;
    const to = byok ? "fees" : `provider:${endpoint.provider.slug}`;
    const isEstimated =
      state.settings.hasUpstream && reported.promptTokens === undefined && reported.searchUnits === undefined;
    await charges.settle([{ to, amount: cost }], byok ? listPrice : 0n, { candidate, isEstimated });
    return { used, listPrice, cost, result, isEstimated };
  } catch (error) {
    charges.releaseOutput();
    throw error;
  }
}
