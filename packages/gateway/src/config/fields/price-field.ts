import { parseUsdText } from "../price-text.ts";
import type { EndpointPrice, PriceList, PriceTier } from "../price.ts";
import { fail, list, object, required, type Fields, type Reader } from "../yaml/reader.ts";
import { integer } from "../yaml/scalars.ts";
import { didYouMean } from "../yaml/nearest-name.ts";

/** USD per million tokens above which a price is more likely a mistake of the unit: several times the most expensive models. */
const suspiciousTokenPrice = 2_000_000_000_000n;
/** USD per million tokens below which it is likely per token: a fraction of the cheapest models. */
const tinyTokenPrice = 1_000_000n;
/** USD per request, image or search. */
const suspiciousUnitPrice = 100_000_000_000n;

const million = 1_000_000n;

/** A price of tokens: USD per million tokens. */
const perMillion: Reader<bigint> = (node, path, context) => {
  const price = amount(node, path, context);
  if (price === undefined) return undefined;
  const source = node.type === "scalar" ? node.source : "";
  const warn = (message: string): void => context.report(path, message, { severity: "warning" });
  if (price > suspiciousTokenPrice)
    warn(`${source} USD per million tokens is far above every known model. Check the unit.`);
  if (price > 0n && price < tinyTokenPrice)
    warn(
      `${source} USD per million tokens is far below every known model. Prices are per million tokens, not per token.`,
    );
  return price;
};

/** A price of requests, images or searches: USD for each. The result is for a million, like all prices. */
const perUnit: Reader<bigint> = (node, path, context) => {
  const price = amount(node, path, context);
  if (price === undefined) return undefined;
  if (price > suspiciousUnitPrice)
    context.report(
      path,
      `${node.type === "scalar" ? node.source : ""} USD for each is far above every known price. Check the unit.`,
      {
        severity: "warning",
      },
    );
  return price * million;
};

const amount: Reader<bigint> = (node, path, context) => {
  const price = parseUsdText(node.type === "scalar" ? node.source : "");
  if (typeof price === "bigint") return price;
  context.report(
    path,
    node.type === "scalar" ? price : "expected USD as a decimal number such as 0.20, got a list or a map.",
  );
  return undefined;
};

/** How each kind of price is read: those of tokens per million, the others for each. */
const kinds = {
  prompt: perMillion,
  completion: perMillion,
  cacheRead: perMillion,
  cacheWrite: perMillion,
  cacheWriteHour: perMillion,
  reasoning: perMillion,
  audio: perMillion,
  audioOutput: perMillion,
  audioCacheRead: perMillion,
  imageToken: perMillion,
  imageOutput: perMillion,
  request: perUnit,
  image: perUnit,
  webSearch: perUnit,
  searchUnit: perUnit,
} as const satisfies Record<keyof PriceList, Reader<bigint>>;

type OptionalKinds = { readonly [Kind in keyof PriceList]?: bigint | undefined };

const optionalKinds = Object.fromEntries(
  Object.entries(kinds).map(([name, read]) => [name, { read }]),
) as unknown as Fields<OptionalKinds>;

type TierFields = OptionalKinds & { readonly promptTokens: number };

const tierMap = object<TierFields>({
  ...optionalKinds,
  promptTokens: required(integer(1), "Write the number of prompt tokens above which these prices apply."),
});

const tier: Reader<PriceTier> = (node, path, context) => {
  const fields = tierMap(node, path, context);
  return fields && (withoutUndefined(fields) as PriceTier);
};

function withoutUndefined(fields: object): object {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

const tiers: Reader<readonly PriceTier[]> = (node, path, context) => {
  const found = list(tier, { of: "tiers", min: 1 })(node, path, context);
  const unordered =
    found?.findIndex(({ promptTokens }, at) => at > 0 && promptTokens <= found[at - 1]!.promptTokens) ?? -1;
  if (unordered === -1) return found;
  context.report(
    [...path, unordered, "promptTokens"],
    "expected more than in the tier above. List the tiers in ascending order.",
  );
  return undefined;
};

const priceMap = object<OptionalKinds & { readonly tiers?: readonly PriceTier[] | undefined }>({
  ...optionalKinds,
  tiers: { read: tiers },
});

/**
 * Reads the price of an endpoint: `free`, or a map. A map has prices of both prompt and completion tokens, so that neither is
 * free by accident, or of neither, as for rerank.
 */
export const price: Reader<EndpointPrice | "free"> = (node, path, context) => {
  if (node.type === "scalar") {
    if (node.source === "free") return "free";
    const hint = didYouMean(node.source, ["free"]) || " Write { prompt: 0.20, completion: 0.80 }, or free.";
    return fail(context, path, "expected a map of prices in USD per million tokens", node, hint);
  }
  const fields = priceMap(node, path, context);
  if (fields === undefined) return undefined;
  const given = withoutUndefined(fields) as Partial<EndpointPrice>;
  if (Object.keys(given).every((name) => name === "tiers")) {
    context.report(path, "is empty. Write { prompt: 0.20, completion: 0.80 } in USD per million tokens, or free.");
    return undefined;
  }
  const missing = missingTokenPrice(given);
  if (missing === undefined) return { prompt: 0n, completion: 0n, ...given };
  context.report([...path, missing], `is required. Write the price of ${missing} tokens, or 0 if they cost nothing.`);
  return undefined;
};

function missingTokenPrice({ prompt, completion }: Partial<EndpointPrice>): "prompt" | "completion" | undefined {
  if ((prompt === undefined) === (completion === undefined)) return undefined;
  return prompt === undefined ? "prompt" : "completion";
}
