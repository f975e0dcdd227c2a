import type { EndpointConfig, GatewayConfig } from "../config/config.ts";
import { formatUsdText } from "../config/price-text.ts";
import type { Command } from "./command.ts";
import { loadConfig, sourceFlags } from "./config-flags.ts";
import { toTable } from "./table.ts";

/** Lists models with their prices and endpoints. */
export const models: Command = {
  summary: "list the models, their endpoints and prices in USD per million tokens",
  flags: { ...sourceFlags, json: { help: "print JSON" } },
  run: async (given, services) => {
    const { config, notes } = await loadConfig(given, services);
    for (const note of notes) services.log(note);
    services.write(given.has("json") ? toJson(config) : toModelTable(config));
    return 0;
  },
};

/** One row for each endpoint. */
export function toModelTable({ models: list }: Pick<GatewayConfig, "models">): string {
  const rows = list.flatMap(({ id, context, endpoints }) =>
    endpoints.map((endpoint, index) => [
      index === 0 ? id : "",
      endpoint.tag,
      endpoint.model,
      String(endpoint.context ?? context ?? "unknown"),
      ...priceCells(endpoint),
    ]),
  );
  return toTable(["model", "endpoint", "provider's name", "context", "prompt", "completion", "cache read"], rows);
}

function priceCells({ price }: EndpointConfig): readonly string[] {
  if (typeof price === "string") return [price, price, ""];
  // Rerank has no price of tokens.
  if (price.searchUnit !== undefined) return [`${formatUsdText(price.searchUnit / 1_000_000n)}/search`, "", ""];
  const more = price.tiers === undefined ? "" : "+";
  const cacheRead = price.cacheRead === undefined ? "" : formatUsdText(price.cacheRead);
  return [`${formatUsdText(price.prompt)}${more}`, `${formatUsdText(price.completion)}${more}`, cacheRead];
}

/** Prices that are for each unit rather than for a million. */
const unitPrices: ReadonlySet<string> = new Set(["request", "image", "webSearch", "searchUnit"]);

/** Prices as in a configuration file. */
function toJson({ models: list }: GatewayConfig): string {
  const replace = (name: string, value: unknown): unknown => {
    if (typeof value !== "bigint") return value;
    return formatUsdText(unitPrices.has(name) ? value / 1_000_000n : value);
  };
  return JSON.stringify(list, replace, 2);
}
