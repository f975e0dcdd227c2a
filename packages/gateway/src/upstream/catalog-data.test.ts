import fc from "fast-check";
import { expect, test } from "vitest";
import { createCatalog } from "@patchbay/engine/routing/catalog";
import { defaultConfig } from "../config/default-config.ts";
import { readConfig } from "../config/read-config.ts";
import { toCatalogData } from "./catalog-data.ts";

const { config } = readConfig(`
providers: { local: { kind: openai-compatible, baseURL: http://127.0.0.1:1/v1 } }
models:
  - id: acme/tiny
    endpoints: [{ provider: local, model: tiny, context: 8192, price: { prompt: 0.20, completion: 0.80 } }]
`);
const [model] = config.models;
const [endpoint] = model!.endpoints;

/** The price of the engine for a price of the configuration, in its own unit. */
function priceOf(price: NonNullable<typeof endpoint>["price"]) {
  const models = [{ ...model!, endpoints: [{ ...endpoint!, price }] }];
  return createCatalog(toCatalogData({ ...config, models })).models[0]!.endpoints[0]!.prices.base;
}

test("every price below a billion USD per token reaches the engine exactly", () => {
  const amount = fc.oneof(fc.bigInt(0n, 10n ** 6n), fc.bigInt(0n, 10n ** 24n - 1n));
  const one = priceOf({ prompt: 1n, completion: 0n });
  fc.assert(
    fc.property(amount, amount, amount, (prompt, completion, cacheRead) => {
      const price = priceOf({ prompt, completion, cacheRead });
      expect(price.prompt).toBe(prompt * one.prompt);
      expect(price.completion).toBe(completion * one.prompt);
      expect(price.cacheRead).toBe(cacheRead * one.prompt);
    }),
  );
  expect(one.prompt).toBeGreaterThan(0n);
});

test("an endpoint without a price, and a free one, cost nothing", () => {
  for (const price of ["free", "unpriced"] as const)
    expect(priceOf(price)).toMatchObject({ prompt: 0n, completion: 0n });
});

test("a model without a context has that of its largest endpoint", () => {
  const models = [
    { ...model!, context: undefined, endpoints: [endpoint!, { ...endpoint!, tag: "b", context: 32_768 }] },
  ];
  expect(toCatalogData({ ...defaultConfig, providers: config.providers, models }).models[0]!.context_length).toBe(
    32_768,
  );
});
