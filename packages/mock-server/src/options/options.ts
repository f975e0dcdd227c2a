import type { CatalogData } from "../engine/routing/catalog-data.ts";
import type { ProviderStates } from "../engine/health/provider-state.ts";
import type { ByokKey } from "../engine/routing/routing.ts";
import type { JournalEntry } from "../journal/journal-entry.ts";
import type { RecordOptions } from "../recording/recorder.ts";
import type { ReplayOptions } from "../recording/replayer.ts";
import type { Rule } from "../rules/scenario.ts";
import type { ScriptedReply } from "../upstreams/scripted.ts";

/** A management key and the account that it manages. */
export interface ManagementKey {
  readonly key: string;
  readonly account: string;
}

/** 64 MiB. */
export const defaultJournalBytes: number = 64 * 1024 * 1024;

/** What a server starts with. */
export interface MockServerOptions {
  /** Credits in USD of each account at its first sight; below zero tests what an overdrawn account gets. Default: 100. */
  readonly credits?: number | undefined;
  /** What the model says, reply by reply; when the list is at its end, `defaultReply` goes on. A lone function always answers. */
  readonly script?: readonly ScriptedReply[] | Extract<ScriptedReply, Function> | undefined;
  /**
   * What the model replies when no rule or script applies: `prose` plain sentences about the question, `echo` the last user
   * text, `tool_calls` a call of every tool. All answer a JSON Schema with JSON that conforms to it. Default: `prose`.
   */
  readonly defaultReply?: "prose" | "echo" | "tool_calls" | undefined;
  /** Models and providers. Default: a built-in catalog of 49 models. */
  readonly catalog?: CatalogData | undefined;
  /** Provider slug or endpoint tag → its state, or its states over time. Default: all are up. */
  readonly providers?: ProviderStates | undefined;
  /** Milliseconds between two tokens of a stream. Default: 0. */
  readonly tokenDelay?: number | undefined;
  /** `realistic` paces streams by the simulated speed of the endpoint; then `tokenDelay` has no effect. Default: `none`. */
  readonly latency?: "none" | "realistic" | undefined;
  /**
   * Whether only known keys are accepted: those of `managementKeys`, and those that `keys.create` and the login made.
   * Cannot be combined with `record` or `replay`, which check no keys. Default: false, any key works.
   */
  readonly strictKeys?: boolean | undefined;
  /**
   * Secrets of the keys that manage other keys. Each manages an account of its own, or the one that is named with it. The
   * server keeps only their hashes. Default: none, so that with `strictKeys` every request is refused.
   */
  readonly managementKeys?: readonly (string | ManagementKey)[] | undefined;
  /**
   * Whether tools, tool choices and histories of calls that the model's providers refuse are answered with the provider's
   * 400: a call without its result, a result without its call, duplicate ids, bad or duplicate names. Default: true.
   */
  readonly validateHistory?: boolean | undefined;
  /** Requests a minute that each key may make. Default: no limit. */
  readonly requestsPerMinute?: number | undefined;
  /** ISO code of the country from which requests come. Default: `US`. */
  readonly country?: string | undefined;
  /** Keys of one's own at providers, for every account. Default: none. */
  readonly byokKeys?: readonly ByokKey[] | undefined;
  /** List price in USD a month that keys of one's own use before there is a fee of 5 %. Default: 25,000. */
  readonly byokMonthlyAllowance?: number | undefined;
  /** Rules that hold from the start; a later one goes before an earlier one. */
  readonly rules?: readonly Rule[] | undefined;
  /** Whether a request that no rule fits is refused with 400 and what differed. Default: false, the model answers. */
  readonly strict?: boolean | undefined;
  /** Passes every request on to a service and records what it says. Default: off. */
  readonly record?: RecordOptions | undefined;
  /** Answers by a recording; a request that is not in it is refused with what differs. Default: off. */
  readonly replay?: ReplayOptions | undefined;
  /** How many requests the journal holds at least; 0 holds none. Default: 1000. */
  readonly journalSize?: number | undefined;
  /**
   * Bytes of the journal. When it is full it forgets bodies of old requests first, then old requests. One long body is cut to
   * a sixteenth of it. The content of `/generation` and the answers of the response cache take half as much each. Default:
   * 67,108,864 (64 MiB).
   */
  readonly journalBytes?: number | undefined;
  /**
   * How many sessions there are at most; the one that was used longest ago is evicted. Together they take at most four times
   * `journalBytes`. Default: 1000.
   */
  readonly maxSessions?: number | undefined;
  /**
   * Milliseconds for which a caller may read nothing of a response while data waits for it. Then the connection is cut, and
   * what was sent is charged. Infinity waits without end. Default: 60,000.
   */
  readonly writeTimeout?: number | undefined;
  /** Called with each request when its reply is ready; the cost of a stream is not known then. */
  readonly onRequest?: ((entry: JournalEntry) => void) | undefined;
  /**
   * Whether `/_patchbay/` answers. Default: true in process and on loopback addresses, false on other addresses and for
   * requests that a proxy forwards.
   */
  readonly control?: boolean | undefined;
  /**
   * Host names, besides `localhost` and addresses, under which `/_patchbay/` answers on a port, such as `mock` in a container
   * network. A name that begins with a dot allows its subdomains; `true` allows every name, and so pages that rebind theirs.
   * Default: none.
   */
  readonly allowedHosts?: readonly string[] | true | undefined;
  /** Unix time in milliseconds. Default: the clock. */
  readonly now?: (() => number) | undefined;
  /**
   * Makes answers repeatable, and ids, secrets and login codes too. Secrets from a seed can be guessed. Default: answers as
   * with 1; ids, secrets and login codes from the platform's secure source.
   */
  readonly seed?: number | undefined;
}
