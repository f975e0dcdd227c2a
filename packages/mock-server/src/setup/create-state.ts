import { addManagementKeys } from "../state/accounts.ts";
import catalogData from "../catalog/catalog.json" with { type: "json" };
import { Activity } from "@patchbay/engine/billing/activity";
import { BoundedMap } from "@patchbay/engine/data/bounded-map";
import type { CatalogData } from "@patchbay/engine/routing/catalog-data";
import { createCatalog, type Catalog } from "@patchbay/engine/routing/catalog";
import { isTime, toTime } from "@patchbay/engine/data/clock";
import type { Copy } from "@patchbay/engine/data/copy";
import { DerivedIds, type Ids } from "@patchbay/engine/data/ids";
import { Ledger } from "@patchbay/engine/billing/ledger";
import { parseUsd } from "@patchbay/engine/billing/money";
import { PromptCaches } from "@patchbay/engine/billing/prompt-cache";
import { ProviderStateTable } from "@patchbay/engine/health/provider-state";
import { StickyPins } from "@patchbay/engine/routing/sticky";
import { defaultJournalBytes, type MockServerOptions } from "../options/options.ts";
import { builtInPages } from "../web/search-corpus.ts";
import { ResponseCache } from "@patchbay/service/state/response-cache";
import { secureIds } from "@patchbay/service/state/secure-ids";
import { echo } from "../upstreams/echo.ts";
import { prose } from "../upstreams/prose.ts";
import { toolCalls } from "../upstreams/schema.ts";
import type { DefaultReply } from "../upstreams/default-replies.ts";
import { Scripted } from "../upstreams/scripted.ts";
import type { SimulatedUpstream } from "@patchbay/service/upstreams/upstream";
import type { GenerationContent } from "@patchbay/service/billing/generation";
import { createBilling } from "../billing/memory-billing.ts";
import { simulatedSingle } from "../upstreams/simulated-single.ts";
import { dispatch } from "../upstreams/try-endpoints.ts";
import type { ServerState } from "../state/server-state.ts";

/** `defaultReply` → its upstream. */
const upstreams: Readonly<Record<DefaultReply, SimulatedUpstream>> = { prose, echo, tool_calls: toolCalls };

/** Returns the prepared catalog of the options. A catalog is immutable, so all states of a server share it. */
export type CatalogOf = (data: CatalogData | undefined) => Catalog;

let builtIn: Catalog | undefined;

/** Prepares each catalog once, on first use. */
export function shareCatalogs(): CatalogOf {
  const prepared = new WeakMap<CatalogData, Catalog>();
  return (data) => {
    if (data === undefined) return (builtIn ??= createCatalog(catalogData));
    const catalog = prepared.get(data) ?? createCatalog(data);
    prepared.set(data, catalog);
    return catalog;
  };
}

/** Creates the initial state of a server. `shift` offsets its clock in milliseconds; `name` is the name of the session. */
export function createServerState(
  options: MockServerOptions,
  shift: { ms: number },
  catalogOf: CatalogOf,
  name = "",
): ServerState {
  const { credits = 100, script, now: clock = Date.now, seed = 1 } = options;
  const { journalBytes: bytes = defaultJournalBytes } = options;
  const now = (): number => toTime(clock() + shift.ms);
  if (!isTime(clock() + shift.ms))
    throw new RangeError(`The option \`now\` returned ${clock()}. Return Unix milliseconds of the years 1 to 9998.`);
  const upstream = options.upstream ?? upstreams[options.defaultReply ?? "prose"];
  // An explicit seed makes everything repeatable. Without one, ids and secrets come from a secure source.
  const idScope = options.seed === undefined ? secureIds.hex(32) : `${name} ${options.seed}`;
  const secretIds: Ids = options.seed === undefined ? secureIds : new DerivedIds(`secrets ${idScope}`);
  // An invalid catalog is reported at startup.
  if (options.catalog) catalogOf(options.catalog);
  const state: ServerState = {
    ...portsOf(() => state),
    settings: {
      defaultModel: "openai/gpt-5-mini",
      dataPolicyAdvice: "Configure: https://openrouter.ai/settings/privacy",
      credits: parseUsd(credits),
      hasUpstream: options.upstream !== undefined,
      tokenDelay: options.latency === "realistic" ? undefined : (options.tokenDelay ?? 0),
      seed,
      idScope,
      strictKeys: options.strictKeys ?? false,
      validateHistory: options.validateHistory ?? true,
      requestsPerMinute: options.requestsPerMinute,
      country: options.country ?? "US",
      byokKeys: options.byokKeys ?? [],
      byokMonthlyAllowance: parseUsd(options.byokMonthlyAllowance ?? 25_000),
    },
    now,
    secretIds,
    // Prepared on first use.
    get catalog() {
      return catalogOf(options.catalog);
    },
    ledger: new Ledger(),
    upstream: script === undefined ? upstream : new Scripted(script, upstream),
    web: builtInPages,
    providers: new ProviderStateTable(now()),
    health: new Map(),
    pins: new StickyPins(),
    promptCaches: new PromptCaches(),
    responses: new ResponseCache(bytes / 2),
    routed: new BoundedMap({ entries: 10_000, bytes: 8_000_000 }),
    accounts: new Map(),
    keys: new Map(),
    deletedKeys: new Set(),
    generations: new BoundedMap({ entries: 2500, bytes: bytes / 4, weigh: (_, record) => record.bytes }),
    contents: new BoundedMap({ entries: 2500, bytes: bytes / 2, weigh: (_, content) => bytesOfContent(content) }),
    activity: new Activity(),
    codes: new BoundedMap({ entries: 1000 }),
  };
  addManagementKeys(state, options.managementKeys ?? []);
  return state;
}

/** What the service calls of a state. It refers to the state, so each state has its own. */
function portsOf(state: () => ServerState): Pick<ServerState, "billing" | "dispatcher" | "single" | "byokKeysOf"> {
  return {
    billing: createBilling(state),
    dispatcher: { dispatch: (plan, request, answer) => dispatch(state(), plan, request, answer) },
    single: simulatedSingle,
    byokKeysOf: () => state().settings.byokKeys,
  };
}

/** The parts of a state that change and are copied. A part that is missing here does not compile in `copyServerState`. */
const mutableParts = [
  "secretIds",
  "ledger",
  "upstream",
  "providers",
  "health",
  "pins",
  "promptCaches",
  "responses",
  "routed",
  "accounts",
  "keys",
  "deletedKeys",
  "generations",
  "contents",
  "activity",
  "codes",
] as const satisfies readonly (keyof ServerState)[];

/**
 * A deep copy of a state that shares only immutable data with it. Requests in progress end in the state in which they
 * began.
 */
export function copyServerState(
  state: ServerState,
  options: MockServerOptions,
  shift: { ms: number },
  copy: Copy,
): ServerState {
  const { now: clock = Date.now } = options;
  const parts = Object.fromEntries(mutableParts.map((name) => [name, copy<unknown>(state[name])])) as unknown as Pick<
    ServerState,
    (typeof mutableParts)[number]
  >;
  const made: ServerState = {
    ...parts,
    ...portsOf(() => made),
    settings: state.settings,
    now: () => toTime(clock() + shift.ms),
    // Both states share the catalog, since endpoints are compared by identity.
    get catalog() {
      return state.catalog;
    },
    web: state.web,
  };
  for (const key of made.keys.values()) {
    key.held = 0n;
    key.open = 0;
  }
  return made;
}

function bytesOfContent({ request, completion, reasoning }: GenerationContent): number {
  return 200 + 2 * ((request?.length ?? 0) + (completion?.length ?? 0) + (reasoning?.length ?? 0));
}
