import type { Generation } from "@patchbay/spec";
import type { Activity } from "@patchbay/engine/billing/activity";
import type { BoundedMap } from "@patchbay/engine/data/bounded-map";
import type { Catalog, CatalogEndpoint } from "@patchbay/engine/routing/catalog";
import type { EndpointHealth } from "@patchbay/engine/health/health";
import type { Ids } from "@patchbay/engine/data/ids";
import type { Key } from "@patchbay/engine/billing/key";
import type { Ledger, CreditBalance } from "@patchbay/engine/billing/ledger";
import type { FreeLimits } from "@patchbay/engine/billing/limits";
import type { NanoUsd } from "@patchbay/engine/billing/money";
import type { ChallengeMethod } from "@patchbay/engine/data/pkce";
import type { PromptCaches } from "@patchbay/engine/billing/prompt-cache";
import type { ProviderStateTable } from "@patchbay/engine/health/provider-state";
import type { ByokAllowance } from "@patchbay/engine/billing/byok-allowance";
import type { ByokKey } from "@patchbay/engine/routing/routing";
import type { StickyPins } from "@patchbay/engine/routing/sticky";
import type { ResponseCache } from "./response-cache.ts";
import type { SimulatedUpstream } from "../upstreams/upstream.ts";
import type { WebPages } from "../web/page.ts";

/** The complete state of a server. Two servers share no mutable state. */
export interface ServerState {
  readonly settings: Settings;
  /** Unix time in milliseconds. */
  readonly now: () => number;
  /** Creates secrets and authorization codes. */
  readonly secretIds: Ids;
  readonly catalog: Catalog;
  readonly ledger: Ledger;
  readonly upstream: SimulatedUpstream;
  /** The pages that plugins and server tools search and fetch. */
  readonly web: WebPages;
  readonly providers: ProviderStateTable;
  readonly health: Map<CatalogEndpoint, EndpointHealth>;
  readonly pins: StickyPins;
  readonly promptCaches: PromptCaches;
  readonly responses: ResponseCache;
  /** Conversation → the model that a router chose for it. */
  readonly routed: BoundedMap<string, string>;
  /** Name → account, in the order of first use. */
  readonly accounts: Map<string, Account>;
  /** Hash of the secret → key, in the order of creation. */
  readonly keys: Map<string, Key>;
  /** Hashes of deleted keys. Their secrets stay invalid. */
  readonly deletedKeys: Set<string>;
  /** Id → usage record. The oldest are evicted. */
  readonly generations: BoundedMap<string, GenerationRecord>;
  /** Id → prompt and response of a generation. Evicted before the usage record, since it can be long. */
  readonly contents: BoundedMap<string, GenerationContent>;
  readonly activity: Activity;
  /** Hash of an authorization code that was not exchanged yet → the key to create. */
  readonly codes: BoundedMap<string, AuthCodeRequest>;
}

/** The options of the server that handlers use. */
interface Settings {
  /** Credits of a new account. */
  readonly credits: NanoUsd;
  /** Whether the option `upstream` produces the output. Its speed is measured, not simulated. */
  readonly hasUpstream: boolean;
  /** Milliseconds between two tokens of a stream; undefined follows the simulated speed of the endpoint. */
  readonly tokenDelay: number | undefined;
  readonly seed: number;
  /** The scope of this server's ids, so that two servers never create the same ids. */
  readonly idScope: string;
  readonly strictKeys: boolean;
  /** Whether tool histories and tool choices that providers reject are rejected. */
  readonly validateHistory: boolean;
  /** Maximum requests per minute of each key. */
  readonly requestsPerMinute: number | undefined;
  /** ISO code of the country of all requests. */
  readonly country: string;
  /** BYOK keys of every account. */
  readonly byokKeys: readonly ByokKey[];
  /** Monthly list price of BYOK requests without a fee. */
  readonly byokMonthlyAllowance: NanoUsd;
}

/** A customer account: one credit balance, any number of keys. */
export interface Account {
  readonly name: string;
  readonly balance: CreditBalance;
  readonly freeLimits: FreeLimits;
  readonly byokAllowance: ByokAllowance;
}

/** The usage record of a past request. */
export interface GenerationRecord {
  readonly toGeneration: () => Generation;
  /** Name of the account. */
  readonly account: string;
  /** Whether the request was a chat completion. Its content can already be evicted. */
  readonly hasContent: boolean;
  /** About how many bytes it takes in memory. */
  readonly bytes: number;
}

/** The prompt and response of a generation. */
export interface GenerationContent {
  /** The request body of a chat completion. */
  readonly request: string | undefined;
  readonly completion: string | null;
  readonly reasoning: string | null;
}

/** The key that an authorization code is exchanged for. */
interface AuthCodeRequest {
  readonly account: Account;
  /** Hash of the key that created the code. */
  readonly begunBy: string;
  readonly challenge: string | undefined;
  readonly method: ChallengeMethod;
  readonly label: string;
  readonly limit: NanoUsd | null;
  readonly reset: Key["limitReset"];
  readonly expiresAt: string | null;
  readonly createdAt: number;
}
