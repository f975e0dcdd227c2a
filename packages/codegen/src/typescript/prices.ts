import type { ApiModel } from "../model/model.ts";
import { toUnion } from "./text.ts";

/** The type of the names of prices: the strings of `Pricing` whose unit is money. */
export function emitPriceName({ schemas }: ApiModel): string {
  const pricing = schemas.find(({ name }) => name === "Pricing")?.type;
  const properties = pricing?.kind === "object" ? pricing.properties : [];
  const prices = properties.filter(({ type, unit }) => type.kind === "string" && unit?.startsWith("usd"));
  if (prices.length === 0) throw new Error("Pricing must have prices: strings with an `x-unit` of USD.");
  return `/** The name of a price of a model: a decimal string of USD, per token or per unit named by the field. */\nexport type PriceName = ${toUnion(prices.map(({ name }) => name))};\n`;
}
