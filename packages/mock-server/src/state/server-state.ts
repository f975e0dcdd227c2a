import type { Generation } from "@patchbay/spec";
import type { Activity } from "../engine/billing/activity.ts";
import type { BoundedMap } from "../engine/data/bounded-map.ts";
import type { Catalog, CatalogEndpoint } from "../engine/routing/catalog.ts";
import type { EndpointHealth } from "../engine/health/health.ts";
import type { Ids } from "../engine/data/ids.ts";
import type { Key } from "../engine/billing/key.ts";
import type { Ledger, CreditBalance } from "../engine/billing/ledger.ts";
import type { FreeLimits } from "../engine/billing/limits.ts";
import type { NanoUsd } from "../engine/billing/money.ts";
import type { ChallengeMethod } from "../engine/data/pkce.ts";
import type { PromptCaches } from "../engine/billing/prompt-cache.ts";
import type { ProviderStateTable } from "../engine/health/provider-state.ts";
import type { ByokAllowance } from "../engine/billing/byok-allowance.ts";
import type { ByokKey } from "../engine/routing/routing.ts";
import type { StickyPins } from "../engine/routing/sticky.ts";
import type { ResponseCache } from "./response-cache.ts";
import type { Upstream } from "../upstreams/upstream.ts";

/** Everything that a server knows. Two servers share nothing. */
export interface ServerState {
  readonly settings: Settings;
  /** Unix time in milliseconds. */
  readonly now: () => number;
  /** Makes secrets and login codes. */
  readonly secretIds: Ids;
  readonly catalog: Catalog;
  readonly ledger: Ledger;
  readonly upstream: Upstream;
  readonly providers: ProviderStateTable;
  readonly health: Map<CatalogEndpoint, EndpointHealth>;
  readonly pins: StickyPins;
  readonly promptCaches: PromptCaches;
  readonly responses: ResponseCache;
  /** Conversation → model that a router chose for it. */
  readonly routed: BoundedMap<string, string>;
  /** Name → account, in the order in which they were first seen. */
  readonly accounts: Map<string, Account>;
  /** Hash of the secret → key, in the order of their making. */
  readonly keys: Map<string, Key>;
  /** Hashes of keys that were deleted; their secrets stay refused. */
  readonly deletedKeys: Set<string>;
  /** Id → record; the oldest are forgotten. */
  readonly generations: BoundedMap<string, GenerationRecord>;
  /** Id → what was asked and said; forgotten before the record, since it may be long. */
  readonly contents: BoundedMap<string, GenerationContent>;
  readonly activity: Activity;
  /** Hash of a code of the login that was not exchanged yet → what it is exchanged for. */
  readonly codes: BoundedMap<string, AuthCodeRequest>;
}

/** What a server was started with, where it matters to handlers. */
interface Settings {
  /** Credits of a new account. */
  readonly credits: NanoUsd;
  /** Milliseconds between two tokens of a stream; undefined follows the simulated speed of the endpoint. */
  readonly tokenDelay: number | undefined;
  readonly seed: number;
  /** What the ids of this server begin from, so that they do not meet those of another one. */
  readonly idScope: string;
  readonly strictKeys: boolean;
  /** Whether tool histories and choices that providers refuse are refused. */
  readonly validateHistory: boolean;
  /** Requests a minute that each key may make. */
  readonly requestsPerMinute: number | undefined;
  /** ISO code of the country from which all requests come. */
  readonly country: string;
  /** Keys of one's own at providers, of every account. */
  readonly byokKeys: readonly ByokKey[];
  /** List price a month that may be used with keys of one's own before there is a fee. */
  readonly byokMonthlyAllowance: NanoUsd;
}

/** A customer: one purse, however many keys. */
export interface Account {
  readonly name: string;
  readonly balance: CreditBalance;
  readonly freeLimits: FreeLimits;
  readonly byokAllowance: ByokAllowance;
}

/** A past request, and whose it was. */
export interface GenerationRecord {
  readonly toGeneration: () => Generation;
  /** Name of the account. */
  readonly account: string;
  /** Whether it was a chat. Its content may have been forgotten. */
  readonly hasContent: boolean;
  /** About how many bytes it takes in memory. */
  readonly bytes: number;
}

/** What was asked and said. */
export interface GenerationContent {
  /** The body of the request, of a chat. */
  readonly request: string | undefined;
  readonly completion: string | null;
  readonly reasoning: string | null;
}

/** What a code of the login will be exchanged for. */
interface AuthCodeRequest {
  readonly account: Account;
  /** Hash of the key that began the login. */
  readonly begunBy: string;
  readonly challenge: string | undefined;
  readonly method: ChallengeMethod;
  readonly label: string;
  readonly limit: NanoUsd | null;
  readonly reset: Key["limitReset"];
  readonly expiresAt: string | null;
  readonly createdAt: number;
}
