import type { Activity } from "@patchbay/engine/billing/activity";
import type { ByokAllowance } from "@patchbay/engine/billing/byok-allowance";
import type { Key } from "@patchbay/engine/billing/key";
import type { CreditBalance, Ledger } from "@patchbay/engine/billing/ledger";
import type { FreeLimits } from "@patchbay/engine/billing/limits";
import type { NanoUsd } from "@patchbay/engine/billing/money";
import type { BoundedMap } from "@patchbay/engine/data/bounded-map";
import type { Ids } from "@patchbay/engine/data/ids";
import type { ChallengeMethod } from "@patchbay/engine/data/pkce";
import type { ProviderStateTable } from "@patchbay/engine/health/provider-state";
import type { ByokKey } from "@patchbay/engine/routing/routing";
import type { StickyPins } from "@patchbay/engine/routing/sticky";
import type { GenerationContent, GenerationRecord } from "@patchbay/service/billing/generation";
import type { ServiceSettings, ServiceState } from "@patchbay/service/state/service-state";

/** The complete state of a server. Two servers share no mutable state. */
export interface ServerState extends ServiceState {
  readonly settings: Settings;
  /** Creates secrets and authorization codes. */
  readonly secretIds: Ids;
  readonly ledger: Ledger;
  readonly providers: ProviderStateTable;
  readonly pins: StickyPins;
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
interface Settings extends ServiceSettings {
  /** Credits of a new account. */
  readonly credits: NanoUsd;
  readonly seed: number;
  /** The scope of this server's ids, so that two servers never create the same ids. */
  readonly idScope: string;
  readonly strictKeys: boolean;
  /** Maximum requests per minute of each key. */
  readonly requestsPerMinute: number | undefined;
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
