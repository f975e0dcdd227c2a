import type { Wait } from "../failures/response-failures.ts";
import type { EffectiveTimeouts } from "./timeouts.ts";

/**
 * The time limit of one request. It has one timer, which is set again only when it fires: moving the limit with every chunk of a
 * response costs nothing.
 */
export class Deadline {
  readonly #timeouts: EffectiveTimeouts;
  readonly #expire: (wait: Wait, ms: number) => void;
  readonly #started = performance.now();
  readonly #total: number;
  /** Until the first token, other limits do not extend the time. */
  #firstToken: number;
  #wait: Wait = "connect";
  #at = 0;
  #timer: NodeJS.Timeout | undefined;
  #timerAt = Number.POSITIVE_INFINITY;

  constructor(timeouts: EffectiveTimeouts, expire: (wait: Wait, ms: number) => void) {
    this.#timeouts = timeouts;
    this.#expire = expire;
    this.#total = this.#started + timeouts.total;
    this.#firstToken = this.#started + timeouts.firstToken;
    this.enter("connect");
  }

  /** Waits for a connection, or for the headers. Both limits count from the start of the request. */
  enter(wait: "connect" | "headers"): void {
    this.#set(wait, this.#started + this.#timeouts[wait]);
  }

  /** The first token has arrived. */
  commit(): void {
    this.#firstToken = Number.POSITIVE_INFINITY;
  }

  /** The gateway waits for more of the response. */
  awaitMore(wait: "idle" | "usage", longest: number = this.#timeouts[wait]): void {
    this.#set(wait, performance.now() + longest);
  }

  /** The gateway does not wait for the provider: the client reads slowly. */
  rest(): void {
    this.#set("idle", Number.POSITIVE_INFINITY);
  }

  clear(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#timerAt = Number.NEGATIVE_INFINITY;
  }

  #set(wait: Wait, at: number): void {
    this.#wait = wait;
    this.#at = at;
    if (this.#end() < this.#timerAt) this.#arm();
  }

  #end(): number {
    return Math.min(this.#at, this.#firstToken, this.#total);
  }

  #arm(): void {
    clearTimeout(this.#timer);
    const end = this.#end();
    this.#timerAt = end;
    this.#timer = undefined;
    if (end === Number.POSITIVE_INFINITY) return;
    const ms = Math.min(Math.max(end - performance.now(), 0), longestTimer);
    this.#timer = setTimeout(() => this.#fire(), Math.ceil(ms));
  }

  #fire(): void {
    if (performance.now() < this.#end()) {
      this.#arm();
      return;
    }
    const wait = this.#expired();
    this.clear();
    this.#expire(wait, this.#timeouts[wait]);
  }

  #expired(): Wait {
    const end = this.#end();
    if (end === this.#total) return "total";
    return end === this.#firstToken && end !== this.#at ? "firstToken" : this.#wait;
  }
}

/** The longest time that a timer of Node.js can have, in milliseconds. */
const longestTimer = 2_147_483_647;
