import type { RunEvent } from "./events.ts";

/** The maximum number of stored progress events; a tool can report progress indefinitely. */
const mostProgress = 1000;

/** Stores the events of an awaited run, for loops over it. */
export class KeptEvents {
  readonly #isStreamed: boolean;
  readonly #events: RunEvent[] = [];
  #progress = 0;
  #end: { readonly error?: unknown } | undefined;
  /** Resolved at the next event or the end. */
  #more: PromiseWithResolvers<void> | undefined;

  /** `isStreamed`: whether the events contain text deltas. */
  constructor({ isStreamed = false } = {}) {
    this.#isStreamed = isStreamed;
  }

  /** Runs a generator to its end. Returns its result and throws its error. */
  async keep<Result>(events: AsyncGenerator<RunEvent, Result>): Promise<Result> {
    try {
      for (;;) {
        const { done, value } = await events.next();
        if (done) {
          this.#close({});
          return value;
        }
        this.#add(value);
      }
    } catch (error) {
      this.#close({ error });
      throw error;
    }
  }

  /** Yields the events from the first one to the end. Throws the error of the run. */
  async *read(): AsyncGenerator<RunEvent, void> {
    for (let at = 0; ;) {
      const event = this.#events[at];
      if (event) {
        at++;
        // An awaited run is not streamed: the text of a step is one event.
        if (!this.#isStreamed && event.type === "step-end" && event.step.text !== "")
          yield { type: "text-delta", text: event.step.text, path: event.path };
        yield event;
      } else if (!this.#end) {
        await (this.#more ??= Promise.withResolvers()).promise;
      } else if ("error" in this.#end) {
        throw this.#end.error;
      } else {
        return;
      }
    }
  }

  #add(event: RunEvent): void {
    if (event.type === "tool-progress" && this.#progress++ >= mostProgress) return;
    this.#events.push(event);
    this.#wake();
  }

  #close(end: { readonly error?: unknown }): void {
    this.#end = end;
    this.#wake();
  }

  #wake(): void {
    this.#more?.resolve();
    this.#more = undefined;
  }
}
