import type { InputOf, Model, ModelList } from "@patchbay/spec";
import type { CatalogModel } from "@patchbay/engine/routing/catalog";
import { getOwn } from "@patchbay/engine/data/get-own";
import type { Context, HandlersOf } from "../context/handler.ts";
import { HttpError } from "../http/http-error.ts";
import { splitVariant } from "../routing/resolve-models.ts";
import { toWireEndpoint } from "../routing/endpoint-view.ts";

type Filters = InputOf<"models.list">;

export const models: HandlersOf<"models"> = {
  "models.list": (filters, context) => ({ body: listModels(filters, context) }),

  "models.count": ({ output_modalities }, context) => ({
    body: {
      data: {
        count: listModels({ ...(output_modalities !== undefined && { output_modalities }) }, context).total_count,
      },
    },
  }),

  "models.listForUser": (filters, context) => ({ body: listModels(filters, context) }),

  "models.get": (input, context) => ({ body: { data: find(input, context).model } }),

  "models.listEndpoints": (input, context) => {
    const { model, endpoints } = find(input, context);
    return {
      body: {
        data: {
          id: model.id,
          name: model.name,
          created: model.created,
          description: model.description ?? "",
          architecture: model.architecture,
          endpoints: endpoints.map((endpoint) => toWireEndpoint(endpoint, context.state, context.key !== undefined)),
        },
      },
    };
  },
};

/** Filters, sorts and paginates the models of the catalog that `allows` returns true for. Default: all. */
export function listModels(
  filters: Filters,
  { state, url }: Context,
  allows: (entry: CatalogModel) => boolean = () => true,
): ModelList {
  const ageDays = (created: number): number => Math.floor((state.now() / 1000 - created) / 86_400);
  const defaults = { output_modalities: "text", ...filters };
  const kept = state.catalog.models.filter(
    (entry) =>
      allows(entry) &&
      Object.entries(defaults).every(
        ([name, value]) => getOwn(tests, name)?.(entry, value, ageDays(entry.model.created)) ?? true,
      ),
  );
  const order = filters.sort === undefined ? undefined : getOwn(sorts, filters.sort);
  const sorted = order ? kept.toSorted((a, b) => order(a) - order(b)) : kept;
  return page(
    sorted.map(({ model }) => model),
    filters,
    url,
  );
}

function page(all: readonly Model[], { offset, limit }: Filters, url: URL): ModelList {
  if (offset === undefined && limit === undefined)
    return { data: [...all], total_count: all.length, links: { next: null } };
  const from = offset ?? 0;
  const to = from + (limit ?? 500);
  const next = new URL(url);
  next.searchParams.set("offset", String(to));
  return { data: all.slice(from, to), total_count: all.length, links: { next: to < all.length ? next.href : null } };
}

function find({ author, slug }: { author: string; slug: string }, { state }: Context): CatalogModel {
  const { id } = splitVariant(state, `${author}/${slug}`);
  const found = state.catalog.find(id);
  if (!found) throw new HttpError(404, `Model ${author}/${slug} not found`);
  return found;
}

type Test = (entry: CatalogModel, value: unknown, ageDays: number) => boolean;

const words = (value: unknown): string[] =>
  String(value)
    .split(",")
    .map((word) => word.trim())
    .filter(Boolean);
const perMillion = (price: string): number => Number(price) * 1_000_000;
const atLeast =
  (measure: (entry: CatalogModel, ageDays: number) => number | null | undefined): Test =>
  (entry, value, age) =>
    (measure(entry, age) ?? -Infinity) >= Number(value);
const atMost =
  (measure: (entry: CatalogModel, ageDays: number) => number | null | undefined): Test =>
  (entry, value, age) =>
    (measure(entry, age) ?? Infinity) <= Number(value);

const promptPrice = ({ model }: CatalogModel): number => perMillion(model.pricing.prompt);
const outputPrice = ({ model }: CatalogModel): number => perMillion(model.pricing.completion);
const meanPrice = (entry: CatalogModel): number => (promptPrice(entry) + outputPrice(entry)) / 2;
const index =
  (name: "intelligence_index" | "coding_index" | "agentic_index") =>
  (entry: CatalogModel): number | null | undefined =>
    entry.data.benchmarks?.artificial_analysis?.[name];

/** Query parameter → filter. Pagination and `sort` are handled separately. */
const tests: Readonly<Record<string, Test>> = {
  q: ({ model }, value) => `${model.id} ${model.name}`.toLowerCase().includes(String(value).toLowerCase()),
  supported_parameters: ({ model }, value) => words(value).every((name) => model.supported_parameters.includes(name)),
  input_modalities: ({ model }, value) =>
    words(value).every((name) => model.architecture.input_modalities.includes(name)),
  output_modalities: ({ model }, value) =>
    value === "all" || words(value).some((name) => model.architecture.output_modalities.includes(name)),
  context: ({ model }, value) => (model.context_length ?? 0) >= Number(value),
  min_price: atLeast(promptPrice),
  max_price: atMost(promptPrice),
  min_output_price: atLeast(outputPrice),
  max_output_price: atMost(outputPrice),
  arch: ({ model }, value) => model.architecture.tokenizer?.toLowerCase() === String(value).toLowerCase(),
  model_authors: ({ model }, value) => words(value).includes(model.id.split("/")[0]!),
  providers: ({ endpoints }, value) =>
    endpoints.some(({ provider: { name, slug } }) => words(value).includes(name) || words(value).includes(slug)),
  zdr: ({ endpoints }) => endpoints.some(({ policy }) => policy.zdr),
  region: ({ endpoints }, value) =>
    endpoints.some(({ provider }) =>
      (provider.datacenters ?? []).some((country) => (value === "us" ? country === "US" : european.has(country))),
    ),
  distillable: ({ data }, value) => (data.distillable ?? false) === (value === "true"),
  min_age_days: atLeast((_, age) => age),
  max_age_days: atMost((_, age) => age),
  min_intelligence_index: atLeast(index("intelligence_index")),
  max_intelligence_index: atMost(index("intelligence_index")),
  min_coding_index: atLeast(index("coding_index")),
  max_coding_index: atMost(index("coding_index")),
  min_agentic_index: atLeast(index("agentic_index")),
  max_agentic_index: atMost(index("agentic_index")),
};

const european = new Set(["FI", "FR", "DE", "NL", "IE", "SE"]);

/** Value of `sort` → ascending sort key. A `sort` without an entry keeps the order of the catalog. */
const sorts: Readonly<Record<string, (entry: CatalogModel) => number>> = {
  newest: ({ model }) => -model.created,
  "pricing-low-to-high": meanPrice,
  "pricing-high-to-low": (entry) => -meanPrice(entry),
  "context-high-to-low": ({ data }) => -data.context_length,
  "throughput-high-to-low": ({ endpoints }) => -Math.max(...endpoints.map(({ throughput }) => throughput)),
  "latency-low-to-high": ({ endpoints }) => Math.min(...endpoints.map(({ latency }) => latency)),
  "intelligence-high-to-low": (entry) => -(index("intelligence_index")(entry) ?? -Infinity),
  "coding-high-to-low": (entry) => -(index("coding_index")(entry) ?? -Infinity),
  "agentic-high-to-low": (entry) => -(index("agentic_index")(entry) ?? -Infinity),
};
