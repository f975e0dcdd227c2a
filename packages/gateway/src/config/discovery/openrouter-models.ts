import { toPriceTable, type Prices } from "@patchbay/engine/billing/pricing";
import type { Pricing } from "@patchbay/spec";
import type { EndpointPrice, PriceList } from "../price.ts";
import type { PricedModel } from "./listed-models.ts";

/** Reads the response of OpenRouter's `GET /models`, which has prices. Returns an empty list for any other body. */
export function readOpenRouterModels(body: unknown): readonly PricedModel[] {
  const data = (body as { data?: unknown } | null)?.data;
  if (!Array.isArray(data)) return [];
  return data.flatMap((entry: unknown): PricedModel[] => {
    const { id, name, context_length: context, top_provider: top, pricing } = (entry ?? {}) as Record<string, unknown>;
    if (typeof id !== "string") return [];
    const maxOutput = (top as { max_completion_tokens?: unknown } | null | undefined)?.max_completion_tokens;
    return [
      {
        id,
        name: typeof name === "string" ? name : undefined,
        context: toTokens(context),
        maxOutput: toTokens(maxOutput),
        price: toPrice(pricing),
      },
    ];
  });
}

function toTokens(value: unknown): number | undefined {
  return typeof value === "number" && Number.isSafeInteger(value) && value > 0 ? value : undefined;
}

/** A price that cannot be read, such as -1 of a router, is unknown. */
function toPrice(pricing: unknown): EndpointPrice | undefined {
  if (typeof pricing !== "object" || pricing === null || !("prompt" in pricing) || !("completion" in pricing))
    return undefined;
  try {
    const { base, overrides } = toPriceTable(pricing as Pricing);
    const tiers = overrides.flatMap(({ when, prices }) =>
      when.min_prompt_tokens === undefined ? [] : [{ promptTokens: when.min_prompt_tokens, ...toList(prices) }],
    );
    const price = { prompt: base.prompt, completion: base.completion, ...toList(base) };
    return tiers.length === 0 ? price : { ...price, tiers: tiers.sort((a, b) => a.promptTokens - b.promptTokens) };
  } catch {
    return undefined;
  }
}

function toList(prices: Partial<Prices>): Partial<PriceList> {
  return Object.fromEntries(Object.entries(prices).filter(([, price]) => price !== undefined));
}
