import type { CatalogData, EndpointData, MockServer } from "@patchbay/mock-server";
import { judge } from "./judge.ts";

/** An endpoint whose prompt and completion tokens cost half of `price` each, in USD per million tokens. */
export function offer(provider: string, price: number, more: Partial<EndpointData> = {}): EndpointData {
  const each = (price / 2 / 1_000_000).toFixed(12);
  return { provider, pricing: { prompt: each, completion: each }, ...more };
}

/** A catalog of the model `acme/one` and any others that are passed. */
export function fleet(
  endpoints: readonly EndpointData[],
  others: CatalogData["models"] = [],
  aliases: Record<string, string> = {},
): CatalogData {
  const models = [{ id: "acme/one", context_length: 100_000, endpoints }, ...others];
  const slugs = new Set(models.flatMap((model) => model.endpoints.map(({ provider }) => provider)));
  return {
    providers: [...slugs].map((slug) => ({ name: slug.toUpperCase(), slug, privacy_policy_url: null })),
    models,
    aliases,
  };
}

/** A body, typed loosely. */
interface Loose {
  readonly [name: string]: Loose;
  readonly [index: number]: Loose;
}

/** A response of a server. */
export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Loose;
  /** Display name of the provider that answered. */
  readonly provider: string;
  readonly model: string;
  readonly error: { readonly message: string; readonly metadata: Loose; readonly availability: Loose };
  /** `openrouter_metadata`. */
  readonly routing: Loose;
}

/** Sends a chat that requests routing metadata, and validates the response against the contract. */
export async function ask(
  server: MockServer,
  input: Record<string, unknown> = {},
  { key = "sk-or-v1-test", ...headers }: Record<string, string> = {},
): Promise<Reply> {
  const response = await server.fetch("http://server/api/v1/chat/completions", {
    method: "POST",
    headers: { authorization: `Bearer ${key}`, "x-openrouter-metadata": "enabled", ...headers },
    body: JSON.stringify({ model: "acme/one", messages: [{ role: "user", content: "Hello there" }], ...input }),
  });
  const body = (await response.json()) as Record<string, unknown>;
  const faults = await judge("chat.completions.create", response.status, "application/json", body);
  if (faults.length > 0) throw new Error(faults.join("\n"));
  return {
    status: response.status,
    headers: response.headers,
    body: body as unknown as Loose,
    provider: body.provider as string,
    model: body.model as string,
    error: body.error as Reply["error"],
    routing: body.openrouter_metadata as Loose,
  };
}

/** Sends a number of sequential requests; provider → its share of the responses. */
export async function shares(
  server: MockServer,
  count: number,
  input: Record<string, unknown> = {},
): Promise<Record<string, number>> {
  const found: Record<string, number> = {};
  for (let turn = 0; turn < count; turn++) {
    const { provider } = await ask(server, { ...input, user: String(turn) });
    found[provider] = (found[provider] ?? 0) + 1 / count;
  }
  return found;
}

/** The providers that were considered, in order. */
export function order({ routing }: Reply): string[] {
  return (routing.endpoints!.available as unknown as { provider: string }[]).map(({ provider }) => provider);
}

/** Endpoint → why it was excluded. */
export function leftOut({ error }: Reply): Record<string, string> {
  const list = error.metadata.excluded_endpoints as unknown as { endpoint: string; reason: string }[];
  return Object.fromEntries(list.map(({ endpoint, reason }) => [endpoint, reason]));
}
