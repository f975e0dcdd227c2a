import { AgentError } from "../errors/agent-error.ts";

/** The time limit of a run. Its signal is aborted when the time is up, and together with the surrounding signal. */
export class TimeLimit {
  readonly signal: AbortSignal;
  /** The abort reason when the time is up. */
  readonly reason: AgentError = new AgentError("The run exceeded its time limit.");
  readonly #controller = new AbortController();
  readonly #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(timeout: number | undefined, around: AbortSignal) {
    this.signal = AbortSignal.any([around, this.#controller.signal]);
    if (timeout === undefined || timeout === Infinity) return;
    this.#timer = setTimeout(() => this.#controller.abort(this.reason), timeout);
  }

  /** Aborts everything that is still pending after the run has ended. */
  end(): void {
    clearTimeout(this.#timer);
    this.#controller.abort(this.reason);
  }
}
