import type { ToolCall, Usage } from "@patchbay/client";
import type { RunEvent } from "./event.ts";

/** Something that begins and ends in a run. */
export type Activity =
  | { readonly type: "run"; readonly agent: string | undefined; readonly conversation: string }
  | { readonly type: "step"; readonly step: number }
  /** One request to a model. */
  | { readonly type: "attempt"; readonly model: string; readonly streams: boolean }
  | { readonly type: "tool"; readonly call: ToolCall; readonly description: string | undefined };

/** How an activity ended; what does not belong to it is left out. */
export interface ActivityEnd {
  /** What was thrown, or what the model was told of a tool that failed. */
  readonly error?: unknown;
  /** Why a run stopped. */
  readonly stop?: string;
  /** USD; left out when nobody knows. */
  readonly cost?: number | undefined;
  readonly usage?: Usage | undefined;
  /** Who answered. */
  readonly model?: string | undefined;
  readonly provider?: string | undefined;
  /** Id of the generation. */
  readonly id?: string | undefined;
  readonly finishReason?: string | null | undefined;
}

/** An activity under way. */
export interface Watch {
  /** Runs work as a part of the activity, so that what the work begins can be told to belong to it. Default: as it is. */
  readonly within?: <T>(work: () => T) => T;
  readonly end: (end: ActivityEnd) => void;
}

/** Looks on: at events, and at activities within each other. What it throws is told on the console, and changes nothing. */
export interface Observer {
  readonly event?: (event: RunEvent) => void;
  /** `parent` is what this observer gave for the activity around this one. */
  readonly begin?: (activity: Activity, parent: Watch | undefined) => Watch | undefined;
}

/** What all observers have of one activity. */
export class Watching {
  /** Nobody looks on. */
  static readonly none = new Watching(new Map(), []);
  /** Observer → its innermost watch. */
  readonly #watches: ReadonlyMap<Observer, Watch | undefined>;
  /** The watches of this activity. */
  readonly #own: readonly Watch[];

  private constructor(watches: ReadonlyMap<Observer, Watch | undefined>, own: readonly Watch[]) {
    this.#watches = watches;
    this.#own = own;
  }

  get isIdle(): boolean {
    return this.#watches.size === 0;
  }

  /** With these observers beside those that look on already. */
  with(observers: readonly Observer[]): Watching {
    const more = observers.filter((observer) => !this.#watches.has(observer));
    if (more.length === 0) return this;
    const added = more.map((observer) => [observer, undefined] as const);
    return new Watching(new Map([...this.#watches, ...added]), this.#own);
  }

  /** An activity within this one. */
  begin(activity: Activity): Watching {
    if (this.isIdle) return this;
    const own: Watch[] = [];
    const watches = new Map<Observer, Watch | undefined>();
    for (const [observer, parent] of this.#watches) {
      const watch = quietly(() => observer.begin?.(activity, parent));
      if (watch) own.push(watch);
      watches.set(observer, watch ?? parent);
    }
    return new Watching(watches, own);
  }

  /** Runs work as a part of the activity, once, whatever the observers do. */
  within<T>(work: () => T): T {
    return this.#own.reduceRight((inner, watch) => {
      if (!watch.within) return inner;
      return () => {
        let ran: { readonly result: T } | { readonly thrown: unknown } | undefined;
        quietly(() =>
          watch.within!(() => {
            try {
              ran ??= { result: inner() };
            } catch (thrown) {
              ran = { thrown };
            }
          }),
        );
        ran ??= { result: inner() };
        if ("thrown" in ran) throw ran.thrown;
        return ran.result;
      };
    }, work)();
  }

  /** Passes on what a generator tells, each part of it made within the activity. */
  async *around<Event, Result>(events: AsyncGenerator<Event, Result>): AsyncGenerator<Event, Result> {
    if (this.#own.length === 0) return yield* events;
    try {
      for (;;) {
        const { done, value } = await this.within(() => events.next());
        if (done) return value;
        yield value;
      }
    } finally {
      await events.return(undefined as never);
    }
  }

  end(end: ActivityEnd): void {
    for (const watch of this.#own) quietly(() => watch.end(end));
  }

  event(event: RunEvent): void {
    for (const observer of this.#watches.keys()) quietly(() => observer.event?.(event));
  }
}

/** What it gives; undefined when it throws, which changes nothing. */
function quietly<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch (error) {
    console.error("patchbay: an observer of an agent failed; the run goes on.", error);
    return undefined;
  }
}
