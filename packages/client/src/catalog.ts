import type { Endpoint, Model, Pricing } from "@patchbay/spec";
import type { Patchbay } from "./client.ts";
import { PatchbayError } from "./errors/errors.ts";
import { checkFunction } from "./options/options.ts";
import { optionsOf, readGiven } from "./options/read-given.ts";
import { showValue } from "./options/show-value.ts";
import { parsePrice, parseUsd, type Usd } from "./money.ts";

/** What a model has to be. Everything that is given has to hold. */
export interface ModelFilter {
  /** Kinds of content that it reads, such as `image` or `file`. */
  readonly inputModalities?: readonly string[] | undefined;
  /** Kinds of content that it writes. Default: text. */
  readonly outputModalities?: readonly string[] | undefined;
  /** Whether it calls tools. */
  readonly tools?: boolean | undefined;
  /** Whether it obeys a JSON Schema. */
  readonly structuredOutputs?: boolean | undefined;
  /** Whether it reasons. */
  readonly reasoning?: boolean | undefined;
  /** Parameters that it knows, as in `supported_parameters`. */
  readonly supportedParameters?: readonly string[] | undefined;
  /** Tokens of prompt and answer together. */
  readonly minContextLength?: number | undefined;
  /** USD per million tokens, at most. */
  readonly maxPromptPrice?: number | undefined;
  /** USD per million tokens, at most. */
  readonly maxCompletionPrice?: number | undefined;
  /** Whether it costs nothing. */
  readonly free?: boolean | undefined;
  /** Who made it, such as `openai`. */
  readonly author?: string | undefined;
}

/** What a catalogue can be told. */
export interface ModelCatalogOptions {
  /** Milliseconds for which an answer is kept. Default: 3,600,000. */
  readonly ttl?: number | undefined;
  /** Unix time in milliseconds. Default: the clock. */
  readonly now?: (() => number) | undefined;
}

/** Models and endpoints, asked for once and kept for a while. */
export interface ModelCatalog {
  /** Every model, whatever it writes. */
  readonly list: () => Promise<readonly Model[]>;
  /** The models that fit, the cheapest first. */
  readonly find: (filter?: ModelFilter) => Promise<readonly Model[]>;
  /** The model with this id or canonical slug; undefined when there is none. */
  readonly get: (id: string) => Promise<Model | undefined>;
  /** Who serves a model, and at which price. */
  readonly listEndpoints: (id: string) => Promise<readonly Endpoint[]>;
  /** The endpoints of a model that keep nothing of what they are sent (zero data retention). */
  readonly listZdrEndpoints: (id: string) => Promise<readonly Endpoint[]>;
  /** Forgets what is kept. */
  readonly clear: () => void;
}

/**
 * Makes a catalogue over a client. Many callers at once share one request; a failure is not kept.
 *
 * @example
 * ```ts
 * const catalogue = createModelCatalog(client);
 * const [cheapest] = await catalogue.find({ inputModalities: ["image"], tools: true, minContextLength: 100_000 });
 * ```
 */
export function createModelCatalog(
  client: Pick<Patchbay, "models" | "endpoints">,
  options: ModelCatalogOptions = {},
): ModelCatalog {
  const given = optionsOf("createModelCatalog", options);
  const ttl = given.ttl ?? 3_600_000;
  const now = given.now ?? Date.now;
  checkFunction("now", now);
  if (!(typeof ttl === "number" && ttl >= 0))
    throw new PatchbayError(`\`ttl\` must be a number of milliseconds from 0, got ${showValue(ttl)}.`);
  if (!readGiven("The client", () => (client as Partial<Patchbay> | null | undefined)?.models?.list))
    throw new PatchbayError("The first argument of createModelCatalog must be a client. Pass `new Patchbay(…)`.");
  const kept = new Map<string, { readonly until: number; readonly value: Promise<unknown> }>();
  const keep = <T>(name: string, ask: () => Promise<T>): Promise<T> => {
    const known = kept.get(name);
    if (known && known.until > now()) return known.value as Promise<T>;
    const value = ask();
    kept.set(name, { until: now() + ttl, value });
    value.catch(() => {
      if (kept.get(name)?.value === value) kept.delete(name);
    });
    return value;
  };
  const list = (): Promise<readonly Model[]> =>
    keep("models", async () => {
      const { data } = await client.models.list({ output_modalities: "all" });
      // Without an id a model cannot be asked.
      return data.filter(({ id }) => typeof id === "string");
    });
  const endpoints = async (id: string): Promise<readonly Endpoint[]> => {
    if (typeof id !== "string") throw new PatchbayError(`The id of a model must be a string, got ${showValue(id)}.`);
    return keep(`endpoints ${id}`, async () => {
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
      // A free variant has the canonical slug of the model that it is a variant of.
      return models.find((model) => model.id === id) ?? models.find((model) => model.canonical_slug === id);
    },
    listZdrEndpoints: async (id) => {
      const safe = await keep("zdr", async () => (await client.endpoints.listZdr()).data);
      const known = new Set(safe.map(({ model_id: model, tag }) => `${model} ${tag}`));
      return (await endpoints(id)).filter(({ model_id: model, tag }) => known.has(`${model} ${tag}`));
    },
    clear: () => kept.clear(),
  };
}

/** Fields of a filter and what they must be. */
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

/** A filter without what is absent. What would be ignored is refused: the wrong model costs money. */
function toFilter(given: ModelFilter | null | undefined): ModelFilter {
  const filter: [name: string, value: unknown][] = [];
  for (const [name, value] of Object.entries(optionsOf("find", given))) {
    const kind = Object.hasOwn(filterKinds, name) ? filterKinds[name as keyof ModelFilter] : undefined;
    if (!kind)
      throw new PatchbayError(`\`${name}\` is not a filter of models. Use ${Object.keys(filterKinds).join(", ")}.`);
    if (value === undefined || value === null) continue;
    const isKind = Array.isArray(value) ? kind === "array" : typeof value === kind;
    if (!isKind || (kind === "number" && !Number.isFinite(value)))
      throw new PatchbayError(`The filter \`${name}\` must be of type ${kind}, got ${showValue(value)}.`);
    filter.push([name, value]);
  }
  return Object.fromEntries(filter);
}

/** A model may lack any field, or have an odd one: then it fits no filter that needs it, and the others are found all the same. */
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

/** A token in and a token out; what has no price comes last. */
function priceOf({ pricing }: Model): Usd {
  const { prompt, completion } = (pricing as Partial<Pricing> | null | undefined) ?? {};
  const [input, output] = [parsePrice(prompt), parsePrice(completion)];
  return input === undefined || output === undefined ? 1n << 2048n : input + output;
}

function compare(a: Usd, b: Usd): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
