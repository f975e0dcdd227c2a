import { createCatalog } from "@patchbay/engine/routing/catalog";
import type { CatalogData, EndpointData, ModelData } from "@patchbay/engine/routing/catalog-data";
import { checkPricing, pricingFields } from "@patchbay/engine/billing/pricing-check";
import { explainJsonError } from "@patchbay/service/json/json-error";
import { explain } from "@patchbay/service/validation/explain";
import type { Model, ModelArchitecture, Pricing } from "@patchbay/spec";
import { catalogSchema, modelListSchema } from "./catalog-schemas.ts";

/** A saved response of `GET /models`. */
interface ModelList {
  readonly data: readonly ListedModel[];
}

interface ListedModel {
  readonly id: string;
  readonly name: string;
  readonly created: number;
  readonly context_length: number | null;
  readonly architecture: Omit<ModelArchitecture, "modality"> & { readonly modality: string | null };
  readonly pricing: Pricing;
  readonly top_provider?: { readonly max_completion_tokens?: number | null; readonly context_length?: number | null };
  readonly supported_parameters?: Model["supported_parameters"];
  readonly expiration_date?: string | null;
  readonly hugging_face_id?: string | null;
}

/**
 * Parses a catalog from the text of a JSON file: one in this server's format, or a saved response of `GET /models`.
 * Throws an error with the file, the pointer and the expected value.
 */
export function readCatalog(text: string, file: string): CatalogData {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    throw new Error(`${file}: ${explainJsonError(text)}`, { cause: error });
  }
  const isList = typeof json === "object" && json !== null && "data" in json && !("models" in json);
  const data = isList ? toCatalog(check<ModelList>(json, modelListSchema, file)) : checkCatalog(json, file);
  try {
    createCatalog(data);
  } catch (error) {
    throw new Error(`${file}: ${(error as Error).message}`, { cause: error });
  }
  return data;
}

/** Checks the structure of a file and returns it as what its schema describes. */
function check<T>(json: unknown, schema: Readonly<Record<string, unknown>>, file: string): T {
  refuse(explain(json, schema, {}, "body"), file);
  return json as T;
}

function checkCatalog(json: unknown, file: string): CatalogData {
  const catalog = check<CatalogData>(json, catalogSchema, file);
  const issues = catalog.models.flatMap(({ endpoints }, model) =>
    endpoints.flatMap((endpoint, index) => pricingIssues(endpoint, `/models/${model}/endpoints/${index}`)),
  );
  refuse(issues, file);
  return catalog;
}

interface Issue {
  readonly pointer: string;
  readonly message: string;
}

/** Invalid names and prices, each with its pointer. */
function pricingIssues({ pricing }: EndpointData, pointer: string): Issue[] {
  try {
    checkPricing(pricing);
    return [];
  } catch (error) {
    const [, field = "", message = ""] = /^pricing\/([^:]*): ?(.*)$/s.exec((error as Error).message) ?? [];
    return [{ pointer: `${pointer}/pricing${field && `/${field}`}`, message }];
  }
}

const mostShown = 10;

function refuse(issues: readonly Issue[], file: string): void {
  if (issues.length === 0) return;
  const shown = issues.slice(0, mostShown).map(({ pointer, message }) => `${pointer || "/"}: ${message}`);
  const more = issues.length > mostShown ? [`and ${issues.length - mostShown} more`] : [];
  throw new Error(`${file} is not a valid catalog:\n  ${[...shown, ...more].join("\n  ")}`);
}

/** Gives each model of a list one endpoint, of a provider named after the author. */
function toCatalog({ data }: ModelList): CatalogData {
  const slugs = [...new Set(data.map(({ id }) => authorOf(id).replace(/^~/, "")))];
  return {
    providers: slugs.map((slug) => ({ name: slug, slug, privacy_policy_url: null })),
    models: data.flatMap((model) => (isServed(model) ? [toModel(model)] : [])),
  };
}

function authorOf(id: string): string {
  return id.split("/", 1)[0]!;
}

/** A router has no price, which is -1 in the list, and no endpoint. A price that is not a number is refused later. */
function isServed({ id, pricing }: ListedModel): boolean {
  return !(Number(pricing.prompt) < 0) && id.includes("/") && !id.startsWith("~");
}

function toModel({ pricing, context_length: context, top_provider: top, ...model }: ListedModel): ModelData {
  // The API may have prices that this server does not know.
  const known = Object.entries(pricing).filter(([field]) => pricingFields.has(field));
  return {
    ...model,
    context_length: context ?? top?.context_length ?? 8192,
    max_completion_tokens: top?.max_completion_tokens ?? null,
    architecture: { ...model.architecture, modality: model.architecture.modality ?? "text->text" },
    expiration_date: model.expiration_date ?? undefined,
    hugging_face_id: model.hugging_face_id || undefined,
    endpoints: [{ provider: authorOf(model.id), pricing: Object.fromEntries(known) as unknown as Pricing }],
  } as ModelData;
}
