import { listen } from "@patchbay/service/http/listen";
import type { ListeningServer } from "@patchbay/service/http/request";
import { emptyKey } from "../keys/empty-key.ts";
import type { GatewayConfig } from "../config/config.ts";
import { createSecret } from "../keys/secret.ts";
import { readAdminKey } from "./admin-key.ts";
import { createGateway, type Gateway } from "./gateway.ts";
import { within } from "./lifecycle.ts";
import type { LogFormat } from "../operation/log/log-format.ts";

/** A gateway that listens. */
export interface RunningGateway {
  /** Base URL of the API, such as `http://127.0.0.1:4000/api/v1`. */
  readonly baseURL: string;
  readonly dashboardURL: string;
  /** The first API key, if this start created it. */
  readonly firstKey?: string | undefined;
  /** The management key, if this start created it. */
  readonly adminKey?: string | undefined;
  /** Applies a changed configuration to new requests. */
  readonly reload: (config: GatewayConfig) => Promise<void>;
  /**
   * Refuses new requests, and resolves when those in progress have ended and everything is stored. Aborts them after `drain`
   * milliseconds, or at once when it is called again with 0.
   */
  readonly close: (options: { readonly drain: number }) => Promise<void>;
}

export interface StartOptions {
  readonly log: LogFormat;
  /** The master secret as 64 hexadecimal characters. Default: a file in the data folder. */
  readonly secret?: string | undefined;
}

/** Starts a gateway. Rejects if the port is in use or a store cannot be opened. */
export async function startGateway(config: GatewayConfig, { log, secret }: StartOptions): Promise<RunningGateway> {
  const admin = config.adminKey === undefined ? readAdminKey(config.data) : { key: config.adminKey, isNew: false };
  const gateway = await createGateway(config, { log, secret, adminKey: admin.key });
  try {
    const firstKey = await createFirstKey(gateway, config);
    const { host, port } = config.server;
    const listening = await listen(gateway.handle, { host, port });
    gateway.setBaseURL(listening.baseURL);
    let closing: Promise<void> | undefined;
    return {
      baseURL: listening.baseURL,
      dashboardURL: new URL("/dashboard", listening.baseURL).href,
      firstKey,
      adminKey: admin.isNew ? admin.key : undefined,
      reload: async (next) => gateway.reload(next),
      close: ({ drain }) => {
        gateway.startDraining();
        if (drain === 0) gateway.abortRequests();
        closing ??= drainAndClose(gateway, listening, drain);
        return closing;
      },
    };
  } catch (error) {
    await gateway.close();
    throw error;
  }
}

/** Milliseconds in which the responses of aborted requests reach their callers. */
const lastWrites = 1000;

/**
 * Lets the requests in progress end. The gateway listens meanwhile, so that load balancers see that it is not ready. After `drain`
 * milliseconds, it aborts what is left.
 */
async function drainAndClose(gateway: Gateway, listening: ListeningServer, drain: number): Promise<void> {
  await within(drain, gateway.idle());
  gateway.abortRequests();
  await listening.close({ drain: lastWrites });
  await gateway.close();
}

/** Creates a key if there is none, so that a newcomer can send a request at once. Returns its secret. */
async function createFirstKey(
  { state, fingerprint, store }: Gateway,
  { keys }: GatewayConfig,
): Promise<string | undefined> {
  if (keys.length > 0 || [...state.keys.stored].length > 0) return undefined;
  const secret = createSecret();
  const key = { ...emptyKey(secret, state.now()), hash: fingerprint(secret), name: "first key" };
  await store.keys.put(key);
  state.keys.put(key);
  return secret;
}
