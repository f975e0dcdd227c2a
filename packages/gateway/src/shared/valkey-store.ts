import { createHash } from "node:crypto";
import { StoreUnavailable } from "../ports/store-unavailable.ts";
import { CircuitBreaker } from "./breaker.ts";

/** The part of iovalkey's client that is used. */
interface ValkeyClient {
  readonly call: (command: string, ...args: (string | number)[]) => Promise<unknown>;
  readonly connect: () => Promise<void>;
  readonly disconnect: () => void;
  readonly on: (event: "error" | "ready", listener: (value: unknown) => void) => unknown;
}

/** Options of the connection to Valkey. Times are milliseconds. */
export interface ValkeyStoreOptions {
  /** `redis://…` or `rediss://…`. A secret: it may contain a password. */
  readonly url: string;
  /** Begins each key, so that several deployments can share one Valkey. Default: `patchbay`. */
  readonly prefix?: string;
  /** How long a request waits for a command. Default: 50. */
  readonly timeout?: number;
  /** A slower command counts as failed for the breaker, although its result is used. Default: 40. */
  readonly slow?: number;
  /** How long commands are skipped after five failures in a row. Doubled up to a minute while it fails. Default: 5,000. */
  readonly open?: number;
  /** How long `connectValkey` waits for the first connection. Default: 2,000. */
  readonly connect?: number;
  /** How often this gateway reports that it is alive. Default: 2,000. */
  readonly heartbeat?: number;
}

/** A Lua script, with its SHA-1 for `EVALSHA`. */
export interface Script {
  readonly lua: string;
  readonly sha: string;
}

/** Gateways that were silent for this many heartbeats are not counted. */
const missedHeartbeats = 5;

/** Registers a gateway by the server's clock, and counts those that are alive. */
const heartbeatScript = createScript(`
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
redis.call('ZADD', KEYS[1], now, ARGV[1])
redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', now - ARGV[2])
redis.call('PEXPIRE', KEYS[1], ARGV[2])
return redis.call('ZCARD', KEYS[1])
`);

/** Prepares a Lua script. */
export function createScript(lua: string): Script {
  return { lua, sha: createHash("sha1").update(lua).digest("hex") };
}

/**
 * A connection to Valkey or Redis for state that a gateway can do without. No command waits longer than `timeout`: after five
 * failures or slow replies in a row, commands are refused at once for a while, with `StoreUnavailable`.
 */
export class ValkeyStore {
  readonly prefix: string;
  /** Unique id of this gateway. */
  readonly node: string = crypto.randomUUID();
  readonly #client: ValkeyClient;
  readonly #timeout: number;
  readonly #slow: number;
  readonly #breaker: CircuitBreaker;
  readonly #heartbeat: ReturnType<typeof setInterval>;
  #nodes = 1;
  #closed = false;

  /** Use `connectValkey`. */
  constructor(client: ValkeyClient, options: Omit<ValkeyStoreOptions, "url">) {
    const { prefix = "patchbay", timeout = 50, slow = 40, open = 5000, heartbeat = 2000 } = options;
    this.prefix = prefix;
    this.#client = client;
    this.#timeout = timeout;
    this.#slow = slow;
    this.#breaker = new CircuitBreaker({ failures: 5, failureRate: 2, open, maxOpen: 60_000, lastResort: Infinity });
    client.on("error", () => {
      // Each command reports its own failure. Without a listener, the client would log the error, with the address.
    });
    // A connection that was lost and returned is tried at once.
    const beat = (): void => void this.#beat(missedHeartbeats * heartbeat);
    client.on("ready", () => {
      this.#breaker.adopt(performance.now(), { openForMs: 0, openings: 0 });
      beat();
    });
    this.#heartbeat = setInterval(beat, heartbeat).unref();
  }

  /** Whether the last commands succeeded. */
  get isAvailable(): boolean {
    return this.#breaker.state(performance.now()) === "closed";
  }

  /** Gateways that use the same Valkey, this one included, as of the last heartbeat. */
  get nodes(): number {
    return this.#nodes;
  }

  /**
   * The name of a key. All keys of one `group` are in one hash slot, so that a script can use several of them in a cluster.
   */
  key(group: string, name: string): string {
    return `{${this.prefix}:${group}}:${name}`;
  }

  /** Runs a command. Rejects with `StoreUnavailable` if it cannot be run or takes too long. */
  async call(command: string, ...args: readonly (string | number)[]): Promise<unknown> {
    return this.#guard(() => this.#client.call(command, ...args));
  }

  /** Runs a script. */
  async run(script: Script, keys: readonly string[], args: readonly (string | number)[]): Promise<unknown> {
    const rest = [keys.length, ...keys, ...args];
    return this.#guard(async () => {
      try {
        return await this.#client.call("EVALSHA", script.sha, ...rest);
      } catch (error) {
        if (!(error instanceof Error) || !error.message.startsWith("NOSCRIPT")) throw error;
        return await this.#client.call("EVAL", script.lua, ...rest);
      }
    });
  }

  /** Disconnects. The keys of this gateway expire. */
  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    clearInterval(this.#heartbeat);
    if (this.isAvailable) await this.call("ZREM", this.#nodesKey, this.node).catch(() => undefined);
    this.#client.disconnect();
  }

  get #nodesKey(): string {
    return this.key("nodes", "alive");
  }

  async #beat(silentMs: number): Promise<void> {
    try {
      this.#nodes = Math.max(1, Number(await this.run(heartbeatScript, [this.#nodesKey], [this.node, silentMs])));
    } catch {
      // The last known number still divides the limits.
    }
  }

  async #guard(run: () => Promise<unknown>): Promise<unknown> {
    const started = performance.now();
    const isProbe = this.#breaker.state(started) !== "closed";
    if (isProbe && !this.#breaker.beginProbe(started)) throw unavailable(undefined);
    try {
      const value = await within(this.#timeout, run());
      this.#note(started, isProbe);
      return value;
    } catch (error) {
      this.#fail(isProbe);
      throw error instanceof StoreUnavailable ? error : unavailable(error);
    }
  }

  #note(started: number, isProbe: boolean): void {
    const now = performance.now();
    if (now - started > this.#slow) this.#fail(isProbe);
    else this.#breaker.succeed(now, isProbe);
  }

  #fail(isProbe: boolean): void {
    this.#breaker.fail(performance.now(), { isProbe, recent: { good: 0, bad: 0 }, random: Math.random });
  }
}

/**
 * Connects to Valkey in the background. Until it is connected, and whenever it is not, commands are refused at once.
 * @throws {Error} if the package `iovalkey` is not installed.
 */
export async function connectValkey(options: ValkeyStoreOptions): Promise<ValkeyStore> {
  const { Redis } = await import("iovalkey").catch((cause: unknown) => {
    throw new Error("`shared` needs the package `iovalkey`. Install it: npm install iovalkey.", { cause });
  });
  const client = new Redis(options.url, {
    enableOfflineQueue: false,
    maxRetriesPerRequest: 0,
    autoResendUnfulfilledCommands: false,
    retryStrategy: (times) => Math.min(100 * 2 ** Math.min(times, 5), 2000),
    connectTimeout: 2000,
    lazyConnect: true,
  });
  const store = new ValkeyStore(client, options);
  await within(options.connect ?? 2000, client.connect()).catch(() => undefined);
  return store;
}

function unavailable(cause: unknown): StoreUnavailable {
  return new StoreUnavailable("Valkey is not available. Limits and statistics are local until it returns.", { cause });
}

/** Rejects with `StoreUnavailable` if a promise takes too long. */
async function within<T>(ms: number, promise: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    // If this process was busy, the reply may have arrived. It is read before the second callback runs.
    timer = setTimeout(() => setImmediate(() => reject(unavailable(undefined))), ms);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
    promise.catch(() => undefined);
  }
}
