import { AgentError } from "../errors/agent-error.ts";

/** The time that a run has. Its signal is aborted when the time is over, and with the signal around it. */
export class TimeLimit {
  readonly signal: AbortSignal;
  /** The abort reason when the time is over. */
  readonly reason: AgentError = new AgentError("The time of the run is over.");
  readonly #controller = new AbortController();
  readonly #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(timeout: number | undefined, around: AbortSignal) {
    this.signal = AbortSignal.any([around, this.#controller.signal]);
    if (timeout === undefined || timeout === Infinity) return;
    this.#timer = setTimeout(() => this.#controller.abort(this.reason), timeout);
  }

  /** Ends what is still under way when the run has ended. */
  end(): void {
    clearTimeout(this.#timer);
    this.#controller.abort(this.reason);
  }
}
