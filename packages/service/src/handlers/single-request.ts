import type { ProviderPreferences } from "@patchbay/spec";
import { admitKey } from "../billing/admit-request.ts";
import { reserve } from "../billing/charge.ts";
import { preferencesOf } from "../chat/request.ts";
import { dispatch } from "../routing/try-endpoints.ts";
import type { NanoUsd } from "@patchbay/engine/billing/money";
import { chargeOf, pricesFor, type Quantities } from "@patchbay/engine/billing/pricing";
import { planRoute, type Candidate } from "@patchbay/engine/routing/routing";
import { newGenerationId } from "../state/generation-id.ts";
import type { KeyedContext } from "../context/handler.ts";
import { viewOf } from "../routing/endpoint-health.ts";
import { noEndpoints } from "../routing/no-endpoints-error.ts";
import { toFailure } from "../routing/provider-failure.ts";
import { record } from "../billing/record-generation.ts";
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

/** The endpoint that served a call, its usage and its cost. */
export interface Called {
  readonly id: string;
  readonly candidate: Candidate;
  readonly used: Quantities;
  readonly cost: NanoUsd;
  readonly listPrice: NanoUsd;
}

/** Routes, charges and records a call without a stream. */
export async function call(
  { model: name, output, provider, input = [], parameters = [], promptTokens, requests }: Call,
  { state, key, headers, random, ids, note, override, scope }: KeyedContext,
): Promise<Called> {
  admitKey(state, key);
  const { targets } = resolve(state, [name], output);
  const { country, byokKeys } = state.settings;
  const needs = { parameters, input, output, promptTokens, maxTokens: undefined, tier: undefined, country };
  const plan = planRoute(
    { targets, needs, preferences: preferencesOf(provider), hasTools: false, byokKeys },
    viewOf(state, random),
  );
  note.plan = plan;
  if (plan.candidates.length === 0) throw noEndpoints(plan.dropped, [name], promptTokens);
  const { value, candidate, attempts, timing, ended } = await dispatch(
    state,
    plan.candidates,
    { random, scope },
    (selection) => {
      const { endpoint, model, byok } = selection.candidate;
      const failure = override?.failure();
      if (failure) throw toFailure(failure);
      const tokens = Math.ceil(promptTokens * model.tokenFactor);
      const used: Quantities = { promptTokens: tokens, completionTokens: 0, requests };
      const listPrice = chargeOf(pricesFor(endpoint.prices, tokens, state.now()), used);
      const claim = byok ? { cost: 0n, byokCost: listPrice } : { cost: listPrice };
      const charge = reserve(state, key, claim, { scope });
      const cost = byok ? charge.byokFee(listPrice) : listPrice;
      charge.settle(
        [{ to: byok ? "fees" : `provider:${endpoint.provider.slug}`, amount: cost }],
        byok ? listPrice : 0n,
      );
      return { used, listPrice, cost };
    },
  );
  ended(true);
  note.attempts = attempts;
  note.cost = value.cost;
  const id = newGenerationId(ids, state.now());
  record(
    state,
    headers,
    {
      id,
      apiType: output,
      key,
      candidate,
      attempts,
      timing,
      ...value,
      normalized: { prompt: promptTokens, completion: 0 },
      cacheDiscount: undefined,
      finishReason: null,
      nativeFinishReason: null,
      streamed: false,
      cancelled: false,
    },
    { request: undefined, completion: null, reasoning: null },
  );
  return { id, candidate, ...value };
}
