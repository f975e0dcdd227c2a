import { join } from "node:path";
import type { EndpointConfig, GatewayConfig, ModelConfig } from "../config/config.ts";
import { defaultConfig } from "../config/default-config.ts";
import type { Services } from "./command.ts";
import { count } from "../config/count.ts";
import type { RunningGateway } from "../gateway/start-gateway.ts";

type Announced = Pick<RunningGateway, "baseURL" | "dashboardURL" | "firstKey" | "adminKey">;

/**
 * Says how to use a gateway that is ready. Secrets are printed once, on standard error; the line on standard output is for
 * programs that wait for it.
 */
export function announce(
  gateway: Announced,
  config: GatewayConfig,
  { log, write }: Pick<Services, "log" | "write">,
): void {
  for (const line of toLines(gateway, config)) log(line);
  write(gateway.baseURL);
}

function toLines({ baseURL, dashboardURL, firstKey, adminKey }: Announced, config: GatewayConfig): string[] {
  const { models } = config;
  const unpriced = models.filter(({ endpoints }) => endpoints.every(isUnpriced)).length;
  const example = chooseExample(models);
  return [
    `${count(models.length, "model")}${unpriced > 0 ? `, ${unpriced} without a known price` : ""}. List them: patchbay-gateway models`,
    ...(firstKey === undefined ? [] : [`First API key (shown once): ${firstKey}`]),
    ...(adminKey === undefined ? [] : [`Management key (shown once): ${adminKey}`]),
    `Dashboard: ${dashboardURL}, opened with ${adminKey === undefined ? locateAdminKey(config) : "the management key"}`,
    ...(firstKey === undefined
      ? [`Create an API key: patchbay-gateway keys create --name test${toStoreFlags(config)}`]
      : []),
    ...(example === undefined ? [] : ["Send a request:", toCurl(baseURL, firstKey ?? "$API_KEY", example)]),
  ];
}

/** A command line for a shell. Model ids contain no quotes. */
function toCurl(baseURL: string, key: string, model: string): string {
  const body = JSON.stringify({ model, messages: [{ role: "user", content: "Hello!" }] });
  return `  curl ${baseURL}/chat/completions -H "Authorization: Bearer ${key}" -H "Content-Type: application/json" -d '${body}'`;
}

/** The cheapest chat model with a price, else one that costs nothing, else the first one. */
function chooseExample(models: readonly ModelConfig[]): string | undefined {
  const chat = models.filter(({ modalities: { input, output } }) => input.includes("text") && output.includes("text"));
  const priced = chat
    .toSorted((one, other) => Number(priceOf(one) - priceOf(other)))
    .find((model) => priceOf(model) > 0n);
  const free = chat.find(({ endpoints }) => endpoints.some(({ price }) => price === "free"));
  return (priced ?? free ?? chat[0])?.id;
}

/** Prompt and completion per million tokens, in nano-USD, at the model's first priced endpoint; 0 without one. */
function priceOf({ endpoints }: ModelConfig): bigint {
  const price = endpoints.map((endpoint) => endpoint.price).find((one) => typeof one !== "string");
  return price === undefined ? 0n : price.prompt + price.completion;
}

function isUnpriced({ price }: EndpointConfig): boolean {
  return price === "unpriced";
}

function locateAdminKey({ adminKey, data }: GatewayConfig): string {
  return adminKey === undefined ? `the management key in ${join(data, "admin-key")}` : "the configured management key";
}

/** The URL of a database can contain a password, so it is not repeated. */
function toStoreFlags({ database, data }: GatewayConfig): string {
  if (database !== undefined) return " (with the same PATCHBAY_DATABASE and PATCHBAY_SECRET)";
  return data === defaultConfig.data ? "" : ` --data ${data}`;
}
