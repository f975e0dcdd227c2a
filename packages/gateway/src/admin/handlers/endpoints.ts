import * as z from "zod";
import { AdminError } from "../admin-error.ts";
import type { AdminData, CatalogEndpoint } from "../admin-data.ts";
import { sumOf, toDecimal, toUsd } from "../amounts.ts";
import type { Handler } from "../context.ts";
import { json } from "../exchange.ts";
import { readBody } from "../input.ts";
import { day, minute } from "./periods.ts";
import type { EndpointView, ModelsView, PriceView, ProvidersView } from "../views.ts";

/** The kinds of prices that count tokens. Prices of all other kinds are shown per unit. */
const tokenKinds: ReadonlySet<string> = new Set([
  "prompt",
  "completion",
  "cacheRead",
  "cacheWrite",
  "cacheWrite1h",
  "reasoning",
  "audio",
]);

/** An endpoint of the catalog with its health. */
function toEndpointView(data: AdminData, model: string, endpoint: CatalogEndpoint, now: number): EndpointView {
  const health = data.health.healthOf(endpoint.id);
  return {
    id: endpoint.id,
    model,
    provider: endpoint.provider,
    kind: endpoint.kind,
    upstreamModel: endpoint.upstreamModel,
    enabled: endpoint.enabled,
    breaker: health.breaker,
    openUntil: health.breaker === "open" && health.openUntil > now ? health.openUntil : null,
    lastFailureAt: health.lastFailureAt > 0 ? health.lastFailureAt : null,
    limitedUntil: health.limitedUntil > now ? health.limitedUntil : null,
    uptime: health.uptime ?? null,
    firstTokenMs: health.firstTokenMs ?? null,
    throughput: health.throughput ?? null,
    context: endpoint.context,
    maxOutput: endpoint.maxOutput,
    prices: toPrices(endpoint.price),
  };
}

function toPrices(price: CatalogEndpoint["price"]): readonly PriceView[] | null {
  if (price === "unpriced") return null;
  if (price === "free") return [];
  return Object.entries(price).map(([kind, amount]) =>
    tokenKinds.has(kind)
      ? { kind, price: toUsd(amount), per: "1M tokens" }
      : { kind, price: toDecimal(amount, 15), per: "unit" },
  );
}

/** All endpoints of the catalog with their health. */
export function allEndpoints(data: AdminData, now: number): EndpointView[] {
  return data.catalog
    .models()
    .flatMap(({ id, endpoints }) => endpoints.map((endpoint) => toEndpointView(data, id, endpoint, now)));
}

/** `GET /providers`: health of all endpoints by provider, with the requests of the last 24 hours. */
export const getProviders: Handler = async ({ data, now }) => {
  const to = Math.ceil((now + 1) / minute) * minute;
  const rows = await data.events.summary({ from: to - day, to, by: ["provider"] });
  const view: ProvidersView = {
    providers: [...Map.groupBy(allEndpoints(data, now), ({ provider }) => provider)].map(([provider, endpoints]) => {
      const own = rows.filter(({ group }) => group.provider === provider);
      return {
        provider,
        kind: endpoints[0]?.kind ?? "",
        endpoints,
        requests: own.reduce((sum, row) => sum + row.requests, 0),
        errors: own.reduce((sum, row) => sum + row.errors, 0),
        cost: toUsd(sumOf(own, ({ cost }) => cost)),
      };
    }),
  };
  return json(200, view);
};

/** `GET /models`: the models with their endpoints, prices and health. */
export const getModels: Handler = async ({ data, now }) => {
  const view: ModelsView = {
    models: data.catalog.models().map(({ id, name, endpoints }) => ({
      id,
      name,
      endpoints: endpoints.map((endpoint) => toEndpointView(data, id, endpoint, now)),
    })),
  };
  return json(200, view);
};

const switchBody = z.strictObject({ enabled: z.boolean() });

/** `PUT /endpoints/:id`: takes an endpoint out of routing, or puts it back. */
export const putEndpoint: Handler = async ({ data, params, body, audit, now }) => {
  const id = params.id ?? "";
  const { enabled } = readBody(switchBody, body);
  if (!(await data.catalog.setEnabled(id, enabled)))
    throw new AdminError("not_found", `No endpoint has the id "${id}".`);
  audit({ action: enabled ? "endpoint.enable" : "endpoint.disable", target: id });
  return json(
    200,
    allEndpoints(data, now).find((endpoint) => endpoint.id === id),
  );
};
