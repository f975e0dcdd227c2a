import type { Endpoint, Model, Pricing } from "@patchbay/spec";
import type { Patchbay } from "./client.ts";
import { PatchbayError } from "./errors/patchbay-error.ts";
import { callback } from "./options/checks.ts";
import { refuseRenamed } from "./options/known-options.ts";
import { optionsOf, readGiven } from "./options/read-given.ts";
import { showValue } from "./options/show-value.ts";
import { parsePrice, parseUsd, type Usd } from "./money.ts";

/** Conditions on a model. A model has to meet all of them. */
export interface ModelFilter {
  /** Input modalities that the model accepts, such as `image` or `file`. */
  readonly inputModalities?: readonly string[] | undefined;
  /** Output modalities that the model produces. Default: `["text"]`. */
  readonly outputModalities?: readonly string[] | undefined;
  /** Whether the model supports tool calls. */
  readonly tools?: boolean | undefined;
  /** Whether the model supports structured outputs. */
  readonly structuredOutputs?: boolean | undefined;
  /** Whether the model supports reasoning. */
  readonly reasoning?: boolean | undefined;
  /** Request parameters that the model supports, as in `supported_parameters`. */
  readonly supportedParameters?: readonly string[] | undefined;
  /** Minimum context length in tokens: prompt and completion together. */
  readonly minContextLength?: number | undefined;
  /** USD per million tokens, at most. */
  readonly maxPromptPrice?: number | undefined;
  /** USD per million tokens, at most. */
  readonly maxCompletionPrice?: number | undefined;
  /** Whether prompt and completion tokens are free. */
  readonly free?: boolean | undefined;
  /** Author of the model, such as `openai`. */
  readonly author?: string | undefined;
}

/** Options of a catalog. */
export interface ModelCatalogOptions {
  /** Milliseconds for which responses are cached. Default: 3,600,000 (one hour). */
  readonly ttl?: number | undefined;
  /** Returns the Unix time in milliseconds. Default: `Date.now`. */
  readonly now?: (() => number) | undefined;
}

/** A cache of models and endpoints. Its methods reject with the client's errors when a request fails. */
export interface ModelCatalog {
  /** Every model, of any output modality. */
  readonly list: () => Promise<readonly Model[]>;
  /**
   * The models that match the filter, sorted by price, the cheapest first.
   *
   * @throws PatchbayError when a filter is unknown or has the wrong type
   */
  readonly find: (filter?: ModelFilter) => Promise<readonly Model[]>;
  /** The model with this id or canonical slug; undefined when none has it. */
  readonly get: (id: string) => Promise<Model | undefined>;
  /** The endpoints of a model, with their prices. */
  readonly listEndpoints: (id: string) => Promise<readonly Endpoint[]>;
  /** The model's endpoints with zero data retention (ZDR). */
  readonly listZdrEndpoints: (id: string) => Promise<readonly Endpoint[]>;
  /** Clears the cache. */
  readonly clear: () => void;
}

/**
 * Creates a catalog that caches the models and endpoints of the API. Concurrent callers share one request. A failed
 * request is not cached.
 *
 * @throws PatchbayError when an option is not valid, or the first argument is not a client
 * @example
 * ```ts
 * const catalog = createModelCatalog(client);
 * const [cheapest] = await catalog.find({ inputModalities: ["image"], tools: true, minContextLength: 100_000 });
 * ```
 */
export function createModelCatalog(
  client: Pick<Patchbay, "models" | "endpoints">,
  options: ModelCatalogOptions = {},
): ModelCatalog {
  const given = optionsOf("createModelCatalog", options);
  const ttl = given.ttl ?? 3_600_000;
  const now = given.now ?? Date.now;
  callback("now", now);
  if (!(typeof ttl === "number" && ttl >= 0))
    throw new PatchbayError(`\`ttl\` must be a number of milliseconds, 0 or more; got ${showValue(ttl)}.`);
  if (!readGiven("The client", () => (client as Partial<Patchbay> | null | undefined)?.models?.list))
    throw new PatchbayError(
      "The first argument of createModelCatalog must be a Patchbay client. Pass `new Patchbay()`.",
    );
  const cache = new Map<string, { readonly until: number; readonly value: Promise<unknown> }>();
  const cached = <T>(name: string, load: () => Promise<T>): Promise<T> => {
    const known = cache.get(name);
    if (known && known.until > now()) return known.value as Promise<T>;
    const value = load();
    cache.set(name, { until: now() + ttl, value });
    value.catch(() => {
      if (cache.get(name)?.value === value) cache.delete(name);
    });
    return value;
  };
  const list = (): Promise<readonly Model[]> =>
    cached("models", async () => {
      const { data } = await client.models.list({ output_modalities: "all" });
      // A model without an id cannot be requested.
      return data.filter(({ id }) => typeof id === "string");
    });
  const endpoints = async (id: string): Promise<readonly Endpoint[]> => {
    if (typeof id !== "string") throw new PatchbayError(`The id of a model must be a string, got ${showValue(id)}.`);
    return cached(`endpoints ${id}`, async () => {
      const [author = "", ...slug] = id.split("/");
      const { data } = await client.models.listEndpoints({ author, slug: slug.join("/") });
      return data.endpoints;
    });
  };
  return {
    list,
    listEndpoints: endpoints,
    find: async (wanted) => {
      const filter = readGiven("The filter", () => toFilter(wanted));
      return (await list()).filter((model) => fits(model, filter)).toSorted((a, b) => compare(priceOf(a), priceOf(b)));
    },
    get: async (id) => {
      const models = await list();
      // A free variant has the canonical slug of its base model, so ids are compared first.
      return models.find((model) => model.id === id) ?? models.find((model) => model.canonical_slug === id);
    },
    listZdrEndpoints: async (id) => {
      const safe = await cached("zdr", async () => (await client.endpoints.listZdr()).data);
      const known = new Set(safe.map(({ model_id: model, tag }) => `${model} ${tag}`));
      return (await endpoints(id)).filter(({ model_id: model, tag }) => known.has(`${model} ${tag}`));
    },
    clear: () => cache.clear(),
  };
}

/** Filter → the type of its value. */
const filterKinds = {
  inputModalities: "array",
  outputModalities: "array",
  supportedParameters: "array",
  tools: "boolean",
  structuredOutputs: "boolean",
  reasoning: "boolean",
  free: "boolean",
  minContextLength: "number",
  maxPromptPrice: "number",
  maxCompletionPrice: "number",
  author: "string",
} satisfies Readonly<Record<keyof ModelFilter, string>>;

const renamedFilters = {
  input: "inputModalities",
  output: "outputModalities",
  structuredOutput: "structuredOutputs",
  parameters: "supportedParameters",
  minContext: "minContextLength",
};

/**
 * Checks a filter and removes absent fields. An unknown field is an error, because ignoring it could select an
 * expensive model.
 */
function toFilter(given: ModelFilter | null | undefined): ModelFilter {
  const filter: [name: string, value: unknown][] = [];
  const options = optionsOf("find", given);
  refuseRenamed("find", options, renamedFilters);
  for (const [name, value] of Object.entries(options)) {
    const kind = Object.hasOwn(filterKinds, name) ? filterKinds[name as keyof ModelFilter] : undefined;
    if (!kind)
      throw new PatchbayError(`Unknown filter \`${name}\`. Known filters: ${Object.keys(filterKinds).join(", ")}.`);
    if (value === undefined || value === null) continue;
    const isKind = Array.isArray(value) ? kind === "array" : typeof value === kind;
    if (!isKind || (kind === "number" && !Number.isFinite(value)))
      throw new PatchbayError(`The filter \`${name}\` must be of type ${kind}, got ${showValue(value)}.`);
    filter.push([name, value]);
  }
  return Object.fromEntries(filter);
}

/** Whether a model matches. A model with a missing or malformed field fails only the filters that need this field. */
function fits(model: Model, filter: ModelFilter): boolean {
  const { id, architecture, context_length: context, pricing, supported_parameters: known } = model as Partial<Model>;
  const {
    inputModalities: input = [],
    outputModalities: output = ["text"],
    supportedParameters: parameters = [],
    minContextLength = 0,
    author,
  } = filter;
  const has = (list: unknown, name: string): boolean => Array.isArray(list) && list.includes(name);
  const knows = (wanted: boolean | undefined, name: string): boolean =>
    wanted === undefined || wanted === has(known, name);
  const isWithin = (price: Usd | undefined, most: number | undefined): boolean =>
    most === undefined || (price !== undefined && price * 1_000_000n <= parseUsd(most));
  const [prompt, completion] = [parsePrice(pricing?.prompt), parsePrice(pricing?.completion)];
  return (
    input.every((kind) => has(architecture?.input_modalities, kind)) &&
    output.every((kind) => has(architecture?.output_modalities, kind)) &&
    parameters.every((name) => has(known, name)) &&
    knows(filter.tools, "tools") &&
    knows(filter.structuredOutputs, "structured_outputs") &&
    knows(filter.reasoning, "reasoning") &&
    (context ?? 0) >= minContextLength &&
    isWithin(prompt, filter.maxPromptPrice) &&
    isWithin(completion, filter.maxCompletionPrice) &&
    (filter.free === undefined || filter.free === (prompt === 0n && completion === 0n)) &&
    (author === undefined || String(id).startsWith(`${author}/`))
  );
}

/** The price of one prompt token plus one completion token. Models without a price sort last. */
function priceOf({ pricing }: Model): Usd {
  const { prompt, completion } = (pricing as Partial<Pricing> | null | undefined) ?? {};
  const [input, output] = [parsePrice(prompt), parsePrice(completion)];
  return input === undefined || output === undefined ? 1n << 2048n : input + output;
}

function compare(a: Usd, b: Usd): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
