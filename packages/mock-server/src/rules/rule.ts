import type { ModelOutput } from "../upstreams/upstream.ts";
import type { Fault } from "../faults/fault.ts";
import type { Match, RuleRequest } from "./match.ts";
import type { RawResponse, RuleHeaders } from "../faults/raw.ts";

/** What should happen: what the model says, or what the service answers in its place; and how that goes wrong on its way. */
export type RuleReply = string | RuleReplyObject | ((request: RuleRequest) => string | RuleReplyObject);

/**
 * A reply as data. With `status` or `body` it is the service's own answer, with `raw` an answer byte by byte; otherwise it
 * is what the provider says.
 */
export interface RuleReplyObject extends ModelOutput {
  /** HTTP status of the service's answer, 200 to 599. Default: 200 with `body`. */
  readonly status?: number;
  /** Message of an error, for a status from 400 on. */
  readonly message?: string;
  /** The whole body of the service's answer, as JSON. Default: the documented body of an error, else `{}`. */
  readonly body?: unknown;
  /** The whole answer, byte by byte. */
  readonly raw?: RawResponse;
  /** Headers of the answer, in addition to the usual ones. */
  readonly headers?: RuleHeaders;
  /** Milliseconds before the answer begins. Default: 0. */
  readonly delay?: number;
  readonly fault?: Fault | readonly Fault[];
}

/** What happens to which requests. */
export interface Rule {
  readonly name?: string;
  /** Default: every request. */
  readonly match?: Match;
  /** Another name for `match`, as in `server.on`. A rule has one of them. */
  readonly on?: Match;
  /** One after the other; the last goes on when `times` is more. */
  readonly reply: RuleReply | readonly RuleReply[];
  /** How often the rule applies. Default: as often as there are replies, and without end when there is one. */
  readonly times?: number;
  /**
   * Share of the requests that are meant, 0 to 1, by the seed. Default: 1. Each rule draws by itself, and other requests do not
   * change what it draws.
   */
  readonly probability?: number;
}

/** A rule as it stands: what it is called, and how often it applied. */
export interface RuleStatus {
  readonly name: string;
  readonly timesUsed: number;
  readonly timesRemaining: number;
}
