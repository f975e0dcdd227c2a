import type { ListedModel } from "@patchbay/providers";
import type { GatewayConfig, ModelConfig, ProviderConfig } from "./config.ts";
import { defaultConfig } from "./default-config.ts";
import { count } from "./count.ts";
import { toListedModels, type Listing, type PricedModel } from "./discovery/listed-models.ts";
import { readOpenRouterModels } from "./discovery/openrouter-models.ts";
import { keySources, localSources, toProvider, type KeySource, type LocalSource } from "./discovery/sources.ts";
import { listKnownModels } from "./known-models.ts";

/** How the environment is looked at. */
export interface DiscoverOptions {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Lists the models of a provider. Rejects if it cannot be reached or refuses the key. */
  readonly listModels: (slug: string, provider: ProviderConfig, signal: AbortSignal) => Promise<readonly ListedModel[]>;
  /** Default: the global `fetch`. Looks for servers on this machine, and reads OpenRouter's prices. */
  readonly fetch?: typeof globalThis.fetch;
  /** Milliseconds for a server on this machine to respond, which is slow while it loads a model. Default: 5,000. */
  readonly probeTimeout?: number;
  /** Milliseconds for a provider to list its models. Default: 10,000. */
  readonly listTimeout?: number;
  /** Unix milliseconds. Default: now. */
  readonly now?: number;
}

/** A configuration made from the environment. */
export interface Discovery {
  /** Without providers if none was found. */
  readonly config: GatewayConfig;
  /** A line for each provider that was found, for the operator. */
  readonly notes: readonly string[];
}

interface Found {
  readonly listing: Listing;
  readonly note: string;
}

type Settings = Required<DiscoverOptions>;

/**
 * Makes a configuration without a file: from the API keys of the environment, and from model servers on this machine. Never
 * rejects: a provider that cannot be reached is noted, and offers the models of the built-in list.
 */
export async function discoverConfig(options: DiscoverOptions): Promise<Discovery> {
  const settings: Settings = {
    fetch: globalThis.fetch,
    probeTimeout: 5000,
    listTimeout: 10_000,
    now: Date.now(),
    ...options,
  };
  const results = await Promise.all([
    ...keySources.map((source) => findByKey(source, settings)),
    ...localSources.map((source) => findLocal(source, settings)),
  ]);
  const found = results.filter((one) => one !== undefined);
  const listings = found.map(({ listing }) => listing);
  return {
    config: {
      ...defaultConfig,
      providers: Object.fromEntries(listings.map(({ slug, provider }) => [slug, provider])),
      models: toListedModels(listings, settings.now),
    },
    notes: found.map(({ note }) => note),
  };
}

/** The models that the providers of a configuration list, for a file without `models`. */
export async function discoverModels(
  providers: GatewayConfig["providers"],
  options: Omit<DiscoverOptions, "env">,
): Promise<{ readonly models: readonly ModelConfig[]; readonly notes: readonly string[] }> {
  const { listTimeout = 10_000, now = Date.now(), listModels, fetch = globalThis.fetch } = options;
  const found = await Promise.all(
    Object.entries(providers).map(async ([slug, provider]): Promise<Found> => {
      const known = keySources.find(({ kind, baseURL }) => kind === provider.kind && baseURL === provider.baseURL);
      const list = createList(known, slug, provider, { listModels, fetch, listTimeout });
      const { models, problem } = await listOrKnown(provider, list, now);
      const listing = {
        slug,
        provider,
        author: known ? known.author : slug,
        models,
        isFree: provider.kind === "ollama",
      };
      return { listing, note: noteOf(slug, models, problem) };
    }),
  );
  return {
    models: toListedModels(
      found.map(({ listing }) => listing),
      now,
    ),
    notes: found.map(({ note }) => note),
  };
}

type List = () => Promise<readonly PricedModel[]>;

/** OpenRouter's list is read here, because it has prices. */
function createList(
  source: KeySource | undefined,
  slug: string,
  provider: ProviderConfig,
  { listModels, fetch, listTimeout }: Pick<Settings, "listModels" | "fetch" | "listTimeout">,
): List {
  return async () => {
    const signal = AbortSignal.timeout(listTimeout);
    if (source?.slug !== "openrouter") return listModels(slug, provider, signal);
    return readOpenRouterModels(await fetchJson(fetch, `${provider.baseURL}/models`, { signal }));
  };
}

async function findByKey(source: KeySource, settings: Settings): Promise<Found | undefined> {
  const { env, now } = settings;
  const apiKey = env[source.variable]?.trim();
  if (apiKey === undefined || apiKey === "") return undefined;
  const other = source.urlVariable === undefined ? undefined : env[source.urlVariable]?.trim();
  const baseURL = other !== undefined && URL.canParse(other) ? other : source.baseURL;
  const provider = toProvider(source, { baseURL, apiKeys: [apiKey] });
  const list = createList(source, source.slug, provider, settings);
  const { models, problem } = await listOrKnown(provider, list, now);
  return {
    listing: { slug: source.slug, provider, author: source.author, models, isFree: false },
    note: noteOf(`${source.slug} (${source.variable})`, models, problem),
  };
}

async function findLocal(source: LocalSource, settings: Settings): Promise<Found | undefined> {
  const { env, fetch, probeTimeout, now } = settings;
  const baseURL = source.baseURL(env);
  try {
    const body = await fetchJson(fetch, `${baseURL}${source.probe.path}`, {
      signal: AbortSignal.timeout(probeTimeout),
    });
    if (!Array.isArray((body as Record<string, unknown> | null)?.[source.probe.list])) return undefined;
  } catch {
    // No server, or another one. That is the usual case, so it is not noted.
    return undefined;
  }
  const provider = toProvider(source, { baseURL, isLocal: true });
  const list = createList(undefined, source.slug, provider, settings);
  const { models, problem } = await listOrKnown(provider, list, now);
  return {
    listing: { slug: source.slug, provider, author: source.author, models, isFree: true },
    note: noteOf(`${source.slug} (${baseURL})`, models, problem),
  };
}

async function listOrKnown(
  provider: ProviderConfig,
  list: List,
  now: number,
): Promise<{ readonly models: readonly PricedModel[]; readonly problem?: string }> {
  try {
    return { models: await list() };
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error);
    // A message of a provider can repeat the key.
    const problem = provider.apiKeys.reduce((message, key) => message.replaceAll(key, "[key]"), text).slice(0, 300);
    return { models: listKnownModels(provider, now), problem };
  }
}

function noteOf(label: string, models: readonly PricedModel[], problem: string | undefined): string {
  if (problem === undefined) return `${label}: ${count(models.length, "model")}`;
  const instead = models.length > 0 ? ` Using ${models.length} well-known models.` : "";
  return `${label}: the models cannot be listed: ${problem}${instead}`;
}

/** Largest response in bytes: OpenRouter's list has about 1 MB. */
const mostBytes = 20_000_000;

async function fetchJson(fetch: Settings["fetch"], url: string, init: RequestInit): Promise<unknown> {
  const response = await fetch(url, { ...init, redirect: "error", headers: { accept: "application/json" } });
  if (!response.ok || Number(response.headers.get("content-length") ?? 0) > mostBytes) {
    await response.body?.cancel();
    throw new Error(`GET ${url} responded with ${response.status}.`);
  }
  return (await response.json()) as unknown;
}
