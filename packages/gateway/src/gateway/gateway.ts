import type { IncomingRequest } from "@patchbay/service/http/request";
import type { Reply } from "@patchbay/service/http/reply";
import type { Random } from "@patchbay/engine/data/random";
import { createAdmin } from "../admin/admin.ts";
import { createAttemptPolicy } from "../attempts/create-attempt-policy.ts";
import { KeyIndex } from "../access/key-index.ts";
import type { GatewayConfig } from "../config/config.ts";
import type { GatewayState } from "../handlers/gateway-state.ts";
import { readMasterSecret } from "../keys/master-secret.ts";
import { keyPepper } from "../keys/pepper.ts";
import { fingerprint } from "../keys/secret.ts";
import type { LineSink } from "../operation/log/line-writer.ts";
import type { LogFormat } from "../operation/log/log-format.ts";
import { createOperation } from "../operation/operation.ts";
import { loadTraces, type Traces } from "../operation/traces/traces.ts";
import { handleRequest } from "../pipeline/handle-request.ts";
import { openStore, type Store } from "../stores/open-store.ts";
import { createGatewayCatalog } from "../upstream/gateway-catalog.ts";
import { createAdminData } from "./admin-data.ts";
import { withBrowserAccess } from "./browser-access.ts";
import { createCore, type Core, type Current } from "./core.ts";
import { within } from "./lifecycle.ts";
import { openShared, type Shared } from "./open-shared.ts";
import { createRoutes } from "./routes.ts";
import { startUpkeep } from "./upkeep.ts";

export interface GatewayOptions {
  /** The master secret as 64 hexadecimal characters. Default: a file in the data folder. */
  readonly secret?: string | undefined;
  /** Default: silent. */
  readonly log?: LogFormat | undefined;
  /** Where the log goes. Default: standard error. */
  readonly logSink?: LineSink | undefined;
  /** The management key, which opens the dashboard. */
  readonly adminKey: string;
  /** Unix milliseconds. Default: `Date.now`. */
  readonly now?: (() => number) | undefined;
  /** Draws endpoints. Default: `Math.random`. */
  readonly random?: Random | undefined;
}

/** A gateway in this process. */
export interface Gateway {
  /** Handles a request of the API, the dashboard, the admin API, or for health and metrics. */
  readonly handle: (request: IncomingRequest) => Promise<Reply>;
  readonly state: GatewayState;
  readonly store: Store;
  readonly fingerprint: (secret: string) => string;
  /** The URL that the dashboard shows in examples. */
  setBaseURL(baseURL: string): void;
  /** Applies a changed configuration to new requests. */
  readonly reload: (config: GatewayConfig) => void;
  /** Refuses new requests from now on, so that load balancers stop sending them. */
  readonly startDraining: () => void;
  /** Resolves when no request is in progress. */
  readonly idle: () => Promise<void>;
  /** Ends the requests in progress: streams with an error as their last event, others with 503. */
  readonly abortRequests: () => void;
  /** Stores everything and closes all connections. */
  readonly close: () => Promise<void>;
}

/** Milliseconds that a closing gateway waits for aborted requests. */
const longestEnd = 5000;

/** Opens the stores and creates a gateway. */
export async function createGateway(first: GatewayConfig, options: GatewayOptions): Promise<Gateway> {
  const { now = Date.now } = options;
  const master = readMasterSecret(options.secret === undefined ? { dataDir: first.data } : { value: options.secret });
  const store = await openStore(first.database === undefined ? { dataDir: first.data } : { database: first.database });
  try {
    const shared = await openShared(first, now);
    const pepper = keyPepper(master);
    const adminKey = { ...first, adminKey: options.adminKey };
    const keys = new KeyIndex(adminKey, { pepper, now });
    await keys.load(store.keys);
    const traces = await loadTraces();
    return assemble(first, options, { master, pepper, store, shared, keys, now, traces });
  } catch (error) {
    await store.close();
    throw error;
  }
}

interface Parts {
  /** The secret from which all others are derived. */
  readonly master: Uint8Array;
  readonly pepper: Uint8Array;
  readonly store: Store;
  readonly shared: Shared;
  readonly keys: KeyIndex;
  readonly now: () => number;
  readonly traces: Traces | undefined;
}

function assemble(first: GatewayConfig, options: GatewayOptions, parts: Parts): Gateway {
  const { store, shared, keys, now, pepper } = parts;
  const prepare = (config: GatewayConfig): Current => toCurrent(config, shared, { now, random: options.random });
  let current = prepare(first);
  let baseURL = "";
  const operation = createOperation({ log: options.log ?? "silent", sink: options.logSink });
  const core = createCore({ ...parts, current: () => current, first, operation });
  const { state, pool, pipeline, lifecycle, switches, byokKeys, encryption, drains, admission, clock } = core;
  const hash = (secret: string): string => fingerprint(secret, pepper);
  const data = createAdminData({
    now,
    baseURL: () => baseURL,
    store,
    shared: shared.state,
    keys,
    catalog: () => current.catalog,
    switches,
    byokKeys,
    encryption,
    fingerprint: hash,
    audit: operation.audit,
  });
  const upkeep = startUpkeep({
    store,
    now,
    config: () => current.config,
    report: operation.onProblem,
    noteStore: (isUp) => lifecycle.noteStore(isUp),
  });
  return {
    handle: withBrowserAccess(
      createRoutes({
        api: (request) => handleRequest(pipeline, request),
        admin: createAdmin(data, { adminKey: options.adminKey }),
        lifecycle,
        metrics: () =>
          operation.metrics({
            admission,
            ledger: store.ledger,
            events: store.events,
            health: shared.state,
            endpoints: () => current.catalog.all.map(({ id }) => id),
          }),
        adminKey: options.adminKey,
        trustProxy: () => current.config.server.trustProxy,
        bodyBytes: () => current.config.limits.bodyBytes,
      }),
    ),
    state,
    store,
    fingerprint: hash,
    setBaseURL: (url) => {
      baseURL = url;
    },
    reload: (next) => {
      current = prepare(next);
      keys.use({ ...next, adminKey: options.adminKey });
      followConfig(core, next);
    },
    startDraining: () => lifecycle.startDraining(),
    idle: () => admission.idle(),
    abortRequests: () => clock.abort(),
    close: async () => {
      upkeep.stop();
      keys.close();
      // An aborted request settles its charge before the stores close.
      await within(longestEnd, admission.idle());
      lifecycle.startDraining();
      await drains.close();
      try {
        await pool.close();
        await shared.close();
      } finally {
        await store.close();
        operation.close();
      }
    },
  };
}

/** What does not read the current configuration when it is used. */
function followConfig({ pool, admission }: Core, config: GatewayConfig): void {
  pool.use(config);
  admission.admitWaiting();
}

function toCurrent(
  config: GatewayConfig,
  shared: Shared,
  { now, random }: { readonly now: () => number; readonly random: Random | undefined },
): Current {
  const { attempts, retryBudget, firstTokenTimeout } = config.routing;
  return {
    config,
    catalog: createGatewayCatalog(config),
    policy: createAttemptPolicy({
      state: shared.state,
      attempts,
      retryBudget,
      firstTokenTimeout,
      now,
      ...(random && { random }),
    }),
  };
}
