import type { ModelOutput } from "@patchbay/service/upstreams/model-output";
import type { Fault } from "../faults/fault.ts";
import type { Match, RuleRequest } from "./match.ts";
import type { RawResponse, RuleHeaders } from "../faults/raw.ts";

/** What a rule replies: the model's output or the API's response, and the faults on its way to the client. */
export type RuleReply = string | RuleReplyObject | ((request: RuleRequest) => string | RuleReplyObject);

/**
 * A reply as data. With `status` or `body` it is the API's own response; with `raw` it is a response byte by byte;
 * otherwise it is the model's output.
 */
export interface RuleReplyObject extends ModelOutput {
  /** HTTP status of the API's response, 200 to 599. Default: 200 with `body`. */
  readonly status?: number;
  /** Error message, for a status of 400 or more. */
  readonly message?: string;
  /** The whole response body, as JSON. Default: the documented body of the error, or `{}`. */
  readonly body?: unknown;
  /** The whole response, byte by byte. */
  readonly raw?: RawResponse;
  /** Response headers, in addition to the default ones. */
  readonly headers?: RuleHeaders;
  /** Milliseconds before the response begins. Default: 0. */
  readonly delay?: number;
  readonly fault?: Fault | readonly Fault[];
}

/** A rule: a reply for the requests that match. */
export interface Rule {
  readonly name?: string;
  /** Default: every request. */
  readonly match?: Match;
  /** Alias of `match`, as in `server.on`. A rule has one of them. */
  readonly on?: Match;
  /** One reply after the other. The last one repeats when `times` is larger. */
  readonly reply: RuleReply | readonly RuleReply[];
  /** How many times the rule applies. Default: the number of replies in a list; unlimited for a single reply. */
  readonly times?: number;
  /**
   * Share of the matching requests to which the rule applies, 0 to 1, drawn from the seed. Default: 1. Each rule draws
   * independently, and other requests do not change the result.
   */
  readonly probability?: number;
}

/** The current status of a rule: its name, and how many times it was used. */
export interface RuleStatus {
  readonly name: string;
  readonly timesUsed: number;
  readonly timesRemaining: number;
}
