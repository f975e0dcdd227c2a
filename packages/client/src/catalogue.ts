import type { Endpoint, Model } from "@patchbay/spec";
import type { Patchbay } from "./client.ts";
import { parseUsd, type Usd } from "./money.ts";

/** What a model has to be. Everything that is given has to hold. */
export interface ModelFilter {
  /** Kinds of content that it reads, such as `image` or `file`. */
  readonly input?: readonly string[];
  /** Kinds of content that it writes. Default: text. */
  readonly output?: readonly string[];
  /** Whether it calls tools. */
  readonly tools?: boolean;
  /** Whether it obeys a JSON Schema. */
  readonly structuredOutput?: boolean;
  /** Whether it reasons. */
  readonly reasoning?: boolean;
  /** Parameters that it knows, as in `supported_parameters`. */
  readonly parameters?: readonly string[];
  /** Tokens of prompt and answer together. */
  readonly minContext?: number;
  /** USD per million tokens, at most. */
  readonly maxPromptPrice?: number;
  /** USD per million tokens, at most. */
  readonly maxCompletionPrice?: number;
  /** Whether it costs nothing. */
  readonly free?: boolean;
  /** Who made it, such as `openai`. */
  readonly author?: string;
}

/** What a catalogue can be told. */
export interface CatalogueOptions {
  /** Milliseconds for which an answer is kept. Default: 3,600,000. */
  readonly ttl?: number;
  /** Unix time in milliseconds. Default: the clock. */
  readonly now?: () => number;
}

/** Models and endpoints, asked for once and kept for a while. */
export interface Catalogue {
  /** Every model, whatever it writes. */
  readonly list: () => Promise<readonly Model[]>;
  /** The models that fit, the cheapest first. */
  readonly find: (filter?: ModelFilter) => Promise<readonly Model[]>;
  /** The model with this id or canonical slug; undefined when there is none. */
  readonly get: (id: string) => Promise<Model | undefined>;
  /** Who serves a model, and at which price. */
  readonly endpoints: (id: string) => Promise<readonly Endpoint[]>;
  /** The endpoints of a model that keep nothing of what they are sent (zero data retention). */
  readonly zdrEndpoints: (id: string) => Promise<readonly Endpoint[]>;
  /** Forgets what is kept. */
  readonly clear: () => void;
}

/**
 * Makes a catalogue over a client. Many callers at once share one request; a failure is not kept.
 *
 * @example
 * ```ts
 * const catalogue = createCatalogue(client);
 * const [cheapest] = await catalogue.find({ input: ["image"], tools: true, minContext: 100_000 });
 * ```
 */
export function createCatalogue(
  client: Pick<Patchbay, "models" | "endpoints">,
  { ttl = 3_600_000, now = Date.now }: CatalogueOptions = {},
): Catalogue {
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
    keep("models", async () => (await client.models.list({ output_modalities: "all" })).data);
  const endpoints = (id: string): Promise<readonly Endpoint[]> =>
    keep(`endpoints ${id}`, async () => {
      const [author = "", ...slug] = id.split("/");
      const { data } = await client.models.endpoints({ author, slug: slug.join("/") });
      return data.endpoints;
    });
  return {
    list,
    endpoints,
    find: async (filter = {}) =>
      (await list()).filter((model) => fits(model, filter)).toSorted((a, b) => compare(priceOf(a), priceOf(b))),
    get: async (id) => {
      const models = await list();
      // A free variant has the canonical slug of the model that it is a variant of.
      return models.find((model) => model.id === id) ?? models.find((model) => model.canonical_slug === id);
    },
    zdrEndpoints: async (id) => {
      const safe = await keep("zdr", async () => (await client.endpoints.zdr()).data);
      const known = new Set(safe.map(({ model_id: model, tag }) => `${model} ${tag}`));
      return (await endpoints(id)).filter(({ model_id: model, tag }) => known.has(`${model} ${tag}`));
    },
    clear: () => kept.clear(),
  };
}

function fits(
  { id, architecture, context_length: context, pricing, supported_parameters: known }: Model,
  filter: ModelFilter,
): boolean {
  const { input = [], output = ["text"], parameters = [], minContext = 0, author } = filter;
  const knows = (wanted: boolean | undefined, name: string): boolean =>
    wanted === undefined || wanted === known.includes(name);
  const perMillion = (price: string): Usd => parseUsd(price) * 1_000_000n;
  const isWithin = (price: string, most: number | undefined): boolean =>
    most === undefined || (isPriced(price) && perMillion(price) <= parseUsd(most));
  return (
    input.every((kind) => architecture.input_modalities.includes(kind)) &&
    output.every((kind) => architecture.output_modalities.includes(kind)) &&
    parameters.every((name) => known.includes(name)) &&
    knows(filter.tools, "tools") &&
    knows(filter.structuredOutput, "structured_outputs") &&
    knows(filter.reasoning, "reasoning") &&
    (context ?? 0) >= minContext &&
    isWithin(pricing.prompt, filter.maxPromptPrice) &&
    isWithin(pricing.completion, filter.maxCompletionPrice) &&
    (filter.free === undefined || filter.free === (Number(pricing.prompt) === 0 && Number(pricing.completion) === 0)) &&
    (author === undefined || id.startsWith(`${author}/`))
  );
}

/** A router has no price of its own: the catalogue says -1. */
function isPriced(price: string): boolean {
  return !price.startsWith("-");
}

/** A token in and a token out; what has no price comes last. */
function priceOf({ pricing: { prompt, completion } }: Model): Usd {
  return isPriced(prompt) ? parseUsd(prompt) + parseUsd(completion) : 1n << 128n;
}

function compare(a: Usd, b: Usd): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
