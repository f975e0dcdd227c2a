import type { CatalogEndpoint, CatalogModel } from "@patchbay/engine/routing/catalog";
import { HttpError } from "@patchbay/service/http/http-error";
import { matchesWildcard } from "@patchbay/service/routing/wildcard";
import type { GatewayKey } from "./gateway-key.ts";
import type { StoredKey } from "../ports/keys.ts";
import type { ConfiguredEndpoint } from "../upstream/gateway-catalog.ts";

/** Throws 403 for a model that is not on the allow-list of a key. */
export function checkModel({ stored: { allowedModels, label } }: GatewayKey, { id }: CatalogModel): void {
  if (isListed(allowedModels, id)) return;
  throw new HttpError(
    403,
    `The API key ${label} may not use ${id}. It is limited to ${allowedModels.slice(0, 10).join(", ")}.`,
  );
}

/** Whether anything limits a key beyond the terms of its account. */
export function isRestricted({ budgets, expiresAt, allowedModels, allowedProviders, limits }: StoredKey): boolean {
  const lists = [budgets, allowedModels, allowedProviders, Object.keys(limits)];
  return expiresAt !== null || lists.some((list) => list.length > 0);
}

/** Whether a key may use a model at one of its endpoints at least. */
export function allowsModel(
  key: GatewayKey,
  { id, endpoints }: CatalogModel,
  configOf: (endpoint: CatalogEndpoint) => ConfiguredEndpoint,
): boolean {
  if (!isListed(key.stored.allowedModels, id)) return false;
  return endpoints.some((endpoint) => refusalOf(key, configOf(endpoint)) === undefined);
}

function isListed(patterns: readonly string[], id: string): boolean {
  return patterns.length === 0 || patterns.some((pattern) => matchesWildcard(pattern, id));
}

/** Why a key may not use an endpoint; undefined if it may. */
export function refusalOf(
  { stored: { allowedProviders }, terms }: GatewayKey,
  { slug, endpoint }: ConfiguredEndpoint,
): string | undefined {
  if (allowedProviders.length > 0 && !allowedProviders.includes(slug)) return `the key may not use ${slug}`;
  // Credits cannot buy what has no price.
  if (endpoint.price === "unpriced" && terms.creditLimit === "prepaid") return `${slug} has no price`;
  return undefined;
}
