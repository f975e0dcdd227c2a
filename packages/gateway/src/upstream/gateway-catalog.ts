import { createHash } from "node:crypto";
import { createCatalog, type Catalog, type CatalogEndpoint } from "@patchbay/engine/routing/catalog";
import type { EndpointConfig, GatewayConfig, ProviderConfig } from "../config/config.ts";
import { toCatalogData } from "./catalog-data.ts";
import { toEndpointId } from "./endpoint-id.ts";

/** An endpoint with its configuration. */
export interface ConfiguredEndpoint {
  /** Unique, as in records and statistics. */
  readonly id: string;
  readonly endpoint: EndpointConfig;
  /** Slug of the provider. */
  readonly slug: string;
  readonly provider: ProviderConfig;
  /** Version of its prices, which is stored with each charge. */
  readonly priceVersion: string;
}

/** The catalog of one configuration. */
export interface GatewayCatalog {
  readonly catalog: Catalog;
  /** Also for an endpoint of a former catalog: a request that began before a reload ends by the configuration it began with. */
  readonly configOf: (endpoint: CatalogEndpoint) => ConfiguredEndpoint;
  readonly find: (id: string) => ConfiguredEndpoint | undefined;
  readonly all: readonly ConfiguredEndpoint[];
}

/** Of all catalogs. */
const configured = new WeakMap<CatalogEndpoint, ConfiguredEndpoint>();

/** Prepares the models of a configuration for routing. */
export function createGatewayCatalog(config: GatewayConfig): GatewayCatalog {
  const catalog = createCatalog(toCatalogData(config));
  const byId = new Map<string, ConfiguredEndpoint>();
  for (const { id: model, endpoints } of config.models)
    for (const endpoint of endpoints) {
      const id = toEndpointId(model, endpoint.tag);
      const provider = config.providers[endpoint.provider]!;
      byId.set(id, { id, endpoint, slug: endpoint.provider, provider, priceVersion: toPriceVersion(endpoint) });
    }
  for (const { endpoints } of catalog.models)
    for (const endpoint of endpoints) {
      const found = byId.get(toEndpointId(endpoint.modelId, endpoint.tag));
      if (found) configured.set(endpoint, found);
    }
  return {
    catalog,
    configOf: (endpoint) => configured.get(endpoint)!,
    find: (id) => byId.get(id),
    all: [...byId.values()],
  };
}

/** A hash of the prices: equal prices have the same version, on every gateway. */
function toPriceVersion({ price }: EndpointConfig): string {
  if (typeof price === "string") return price;
  const text = JSON.stringify(price, (_, value: unknown) => (typeof value === "bigint" ? value.toString() : value));
  return createHash("sha256").update(text).digest("hex").slice(0, 16);
}
