import { join } from "node:path";
import type { KeyIndex } from "../access/key-index.ts";
import type { AttemptPolicy } from "../attempts/attempt-policy.ts";
import { Drains } from "../billing/drains.ts";
import { createGatewayBilling } from "../billing/gateway-billing.ts";
import { RequestLimits } from "../billing/request-limits.ts";
import type { GatewayConfig } from "../config/config.ts";
import type { GatewayState } from "../handlers/gateway-state.ts";
import type { Encryption } from "../keys/encryption.ts";
import { encryptionOf } from "../keys/provider-keys.ts";
import { fingerprint } from "../keys/secret.ts";
import type { Operation } from "../operation/operation.ts";
import type { Traces } from "../operation/traces/traces.ts";
import { Admission } from "../pipeline/admission.ts";
import { paid, type PipelineOptions } from "../pipeline/handle-request.ts";
import { RequestClock } from "../pipeline/request-clock.ts";
import { createFailureRecords } from "../records/failure-records.ts";
import { createDispatcher } from "../routing/dispatch.ts";
import { ProviderCapacity } from "../routing/provider-capacity.ts";
import type { Store } from "../stores/open-store.ts";
import { ByokKeys } from "../upstream/byok-keys.ts";
import type { GatewayCatalog } from "../upstream/gateway-catalog.ts";
import { ProviderPool } from "../upstream/provider-pool.ts";
import { toDrainLimits } from "../upstream/client-gone.ts";
import { createProviderUpstream, createSingleUpstream, type UpstreamSources } from "../upstream/provider-upstream.ts";
import { createGatewayState } from "./gateway-state.ts";
import { Lifecycle } from "./lifecycle.ts";
import type { Shared } from "./open-shared.ts";
import { Switches } from "./switches.ts";

/** What a new configuration replaces. */
export interface Current {
  readonly config: GatewayConfig;
  readonly catalog: GatewayCatalog;
  readonly policy: AttemptPolicy;
}

export interface CoreParts {
  readonly master: Uint8Array;
  readonly pepper: Uint8Array;
  readonly store: Store;
  readonly shared: Shared;
  readonly keys: KeyIndex;
  readonly now: () => number;
  readonly first: GatewayConfig;
  readonly current: () => Current;
  readonly operation: Operation;
  /** Undefined if nothing is traced. */
  readonly traces: Traces | undefined;
}

/** What handles requests of the API. */
export interface Core {
  readonly state: GatewayState;
  readonly pool: ProviderPool;
  readonly pipeline: PipelineOptions;
  readonly lifecycle: Lifecycle;
  readonly switches: Switches;
  readonly byokKeys: ByokKeys;
  readonly encryption: Encryption;
  readonly drains: Drains;
  readonly admission: Admission;
  readonly clock: RequestClock;
}

/** Connects routing, billing and providers. */
export function createCore(parts: CoreParts): Core {
  const { master, pepper, store, shared, keys, now, first, current, operation, traces } = parts;
  const pool = new ProviderPool(first);
  const switches = new Switches(join(first.data, "switches.json"));
  const encryption = encryptionOf(master);
  const byokKeys = new ByokKeys(store.keys, { encryption, now });
  const config = (): GatewayConfig => current().config;
  const catalog = (): GatewayCatalog => current().catalog;
  const limits = new RequestLimits(shared.limiter, { now, leaseMs: first.limits.requestTime });
  const drains = new Drains();
  const sources: UpstreamSources = {
    catalog,
    pool,
    byokKeysOf: (account, slug) => byokKeys.secretsOf(account, slug),
    drainOf: (provider) => toDrainLimits(provider, config().clientGone, drains.signal),
    traceHeaders: traces?.headers,
  };
  const { ledger, events } = store;
  const { onRecord, onEnd, onBug, onProblem } = operation;
  const dispatcher = createDispatcher({
    state: () => state,
    policy: () => current().policy,
    catalog,
    limits,
    capacity: new ProviderCapacity(shared.limiter, { now, leaseMs: first.limits.requestTime }),
    isDisabled: switches.isOff,
    traces,
  });
  const state: GatewayState = createGatewayState({
    config,
    catalog,
    now,
    keys,
    store,
    shared: shared.state,
    byokKeys,
    billing: createGatewayBilling({ ledger, events, limits, drains, now, config, catalog, onRecord, onProblem }),
    dispatcher,
    upstream: createProviderUpstream(sources),
    single: createSingleUpstream(sources),
    isDisabled: switches.isOff,
    fingerprint: (secret) => fingerprint(secret, pepper),
  });
  const lifecycle = new Lifecycle(ledger);
  const admission = new Admission(
    () => config().limits,
    () => lifecycle.closedBy,
  );
  const clock = new RequestClock();
  const recordFailure = createFailureRecords({ events, catalog, now });
  const pipeline: PipelineOptions = {
    state: () => state,
    limits,
    plugins: () => config().plugins.enabled,
    loadProviderKeys: (account) => byokKeys.load(account),
    open: (signal) => admission.enter(signal),
    clock,
    requestLimits: () => config().limits,
    traces,
    onEnd: (report) => {
      if (report.operation !== undefined && paid.has(report.operation)) recordFailure(report);
      onEnd(report);
    },
    onBug,
  };
  return { state, pool, pipeline, lifecycle, switches, byokKeys, encryption, drains, admission, clock };
}
