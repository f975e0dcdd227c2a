import type { CatalogData } from "@patchbay/engine/routing/catalog-data";
import type { ProviderStates } from "@patchbay/engine/health/provider-state";
import type { ByokKey } from "@patchbay/engine/routing/routing";
import type { JournalEntry } from "../journal/journal-entry.ts";
import type { RecordOptions } from "../recording/recorder.ts";
import type { ReplayOptions } from "../recording/replayer.ts";
import type { ManagementKey } from "../state/accounts.ts";
import type { Rule } from "../rules/scenario.ts";
import type { DefaultReply } from "../upstreams/default-replies.ts";
import type { Upstream } from "@patchbay/service/upstreams/upstream";
import type { ScriptedReply } from "../upstreams/scripted.ts";

/** The default of `journalBytes`: 64 MiB. */
export const defaultJournalBytes: number = 64 * 1024 * 1024;

/** The values of `latency`. */
export const latencies = ["none", "realistic"] as const;

/** Options of `createMockServer`. */
export interface MockServerOptions {
  /** Initial credits of each account in USD. A negative number simulates an overdrawn account. Default: 100. */
  readonly credits?: number | undefined;
  /** The model's replies, in order; `defaultReply` applies after the last one. A single function creates every reply. */
  readonly script?: readonly ScriptedReply[] | Extract<ScriptedReply, Function> | undefined;
  /**
   * What the model replies if no rule or script applies: `prose` plain sentences about the question, `echo` the last user
   * message, `tool_calls` a call of every tool. All return valid JSON for a JSON Schema. Default: `prose`.
   */
  readonly defaultReply?: DefaultReply | undefined;
  /**
   * Produces the model's output in place of `defaultReply`, such as a local model. What it returns as an async iterable is
   * sent while it is produced, and the usage that it reports is billed. Default: none.
   */
  readonly upstream?: Upstream | undefined;
  /** Models and providers. Default: a built-in catalog of 49 models. */
  readonly catalog?: CatalogData | undefined;
  /** Provider slug or endpoint tag → its state, or its states over time. Default: `up`. */
  readonly providers?: ProviderStates | undefined;
  /** Delay between two tokens of a stream, in milliseconds. Default: 0. */
  readonly tokenDelay?: number | undefined;
  /** `realistic` simulates the speed of the endpoint; `tokenDelay` then has no effect. Default: `none`. */
  readonly latency?: (typeof latencies)[number] | undefined;
  /**
   * Whether only known keys are accepted: `managementKeys`, and the keys that `keys.create` or OAuth created.
   * Cannot be combined with `record` or `replay`, which check no keys. Default: false, any key works.
   */
  readonly strictKeys?: boolean | undefined;
  /**
   * Secrets of the management keys. Each manages a separate account, or the named `account`. The server stores only the
   * hashes of the secrets. Default: none, so that with `strictKeys` every request is rejected.
   */
  readonly managementKeys?: readonly (string | ManagementKey)[] | undefined;
  /**
   * Whether tools, tool choices and tool call histories that the model's providers reject get the provider's 400: a call
   * without its result, a result without its call, duplicate ids, invalid or duplicate names. Default: true.
   */
  readonly validateHistory?: boolean | undefined;
  /** Maximum requests per minute of each key. Default: no limit. */
  readonly requestsPerMinute?: number | undefined;
  /** ISO code of the country of all requests. Default: `US`. */
  readonly country?: string | undefined;
  /** BYOK keys of every account. Default: none. */
  readonly byokKeys?: readonly ByokKey[] | undefined;
  /** Monthly list price in USD of BYOK requests without a fee; the fee is 5 % beyond it. Default: 25,000. */
  readonly byokMonthlyAllowance?: number | undefined;
  /** The initial rules. A later rule takes precedence over an earlier one. */
  readonly rules?: readonly Rule[] | undefined;
  /** Whether a request that matches no rule gets a 400 with the differences. Default: false, the model replies. */
  readonly strict?: boolean | undefined;
  /** Forwards every request to an upstream API and records the responses. Default: off. */
  readonly record?: RecordOptions | undefined;
  /** Answers from a recording. A request that is not in it gets an error with the differences. Default: off. */
  readonly replay?: ReplayOptions | undefined;
  /** The minimum number of requests that the journal stores; 0 disables it. Default: 1000. */
  readonly journalSize?: number | undefined;
  /**
   * Maximum size of the journal in bytes. When it is full, it evicts the bodies of old requests first, then old requests. A
   * single body is truncated to a sixteenth of it. The content of `/generation` and the response cache use half as much each.
   * Default: 67,108,864 (64 MiB).
   */
  readonly journalBytes?: number | undefined;
  /**
   * Maximum number of sessions; the least recently used one is evicted. Together they use at most four times `journalBytes`.
   * Default: 1000.
   */
  readonly maxSessions?: number | undefined;
  /**
   * Maximum time in milliseconds for which a client may read nothing while data is pending. The server then closes the
   * connection and charges what was sent. `Infinity` disables the limit. Default: 60,000.
   */
  readonly writeTimeout?: number | undefined;
  /** Called with each request when its reply is ready. The cost of a stream is not known at that time. */
  readonly onRequest?: ((entry: JournalEntry) => void) | undefined;
  /**
   * Whether the control API (`/_patchbay/`) is available. Default: true in process and on loopback addresses, false on other
   * addresses and for requests that a proxy forwards.
   */
  readonly control?: boolean | undefined;
  /**
   * Host names, in addition to `localhost` and IP addresses, at which the control API is available on a port, such as `mock`
   * in a container network. A name that begins with a dot allows its subdomains. `true` allows every name, which permits DNS
   * rebinding. Default: none.
   */
  readonly allowedHosts?: readonly string[] | true | undefined;
  /** Returns the Unix time in milliseconds. Default: `Date.now`. */
  readonly now?: (() => number) | undefined;
  /**
   * Makes responses repeatable, including ids, secrets and authorization codes. Secrets from a seed can be guessed. Default:
   * responses as with 1; ids, secrets and codes from the platform's cryptographic random source.
   */
  readonly seed?: number | undefined;
}
