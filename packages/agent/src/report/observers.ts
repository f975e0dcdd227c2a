import type { ChatCompletionMessage, ChatCompletionRequest, ToolCall, Usage } from "@patchbay/client";
import type { RunEvent } from "./events.ts";
import type { TokenUsage } from "./run-report.ts";

/** Something that begins and ends in a run. */
export type SpanStart =
  | {
      readonly type: "run";
      readonly agent: string | undefined;
      readonly conversation: string;
      /** Those that it may ask. */
      readonly models: readonly string[];
    }
  | { readonly type: "step"; readonly step: number }
  /** One request to a model. */
  | {
      readonly type: "attempt";
      readonly model: string;
      readonly streams: boolean;
      readonly request: ChatCompletionRequest;
    }
  | { readonly type: "tool"; readonly call: ToolCall; readonly description: string | undefined };

/** How an activity ended; what does not belong to it is left out. */
export interface SpanEnd {
  /** What was thrown, or what the model was told of a tool that failed. */
  readonly error?: unknown;
  /** What kind of failure of a tool it was: a word of a small set, or the name of the error. */
  readonly failureKind?: string | undefined;
  /** Whether it was given up before its end, since another model was sooner or the run was over. */
  readonly cancelled?: boolean;
  /** Why a run stopped. */
  readonly stopReason?: string;
  /** USD; left out when nobody knows. */
  readonly cost?: number | undefined;
  /** Of a run, agents that it called included. */
  readonly tokens?: TokenUsage;
  readonly usage?: Usage | undefined;
  /** Who answered. */
  readonly model?: string | undefined;
  readonly provider?: string | undefined;
  /** Id of the generation. */
  readonly generationId?: string | undefined;
  readonly finishReason?: string | null | undefined;
  /** Milliseconds until something of a streamed answer was there. */
  readonly timeToFirstTokenMs?: number | undefined;
  readonly message?: ChatCompletionMessage;
  /** What a tool gave. */
  readonly output?: unknown;
}

/** An activity under way. */
export interface ObserverSpan {
  /** Runs work as a part of the activity, at once, so that what the work begins can be told to belong to it. Default: as it is. */
  readonly runInContext?: (work: () => void) => void;
  /** Is called once, after the ends of all that began within it. */
  readonly end: (end: SpanEnd) => void;
}

/**
 * Looks on: at events, and at activities within each other. What it throws changes nothing, and is told on the console, once an
 * observer.
 */
export interface Observer {
  readonly onEvent?: (event: RunEvent) => void;
  /** `parent` is what this observer gave for the activity around this one. */
  readonly onSpanStart?: (activity: SpanStart, parent: ObserverSpan | undefined) => ObserverSpan | undefined;
}

/** What all observers have of one activity. */
export class ObserverContext {
  /** Nobody looks on. */
  static readonly none: ObserverContext = new ObserverContext(new Map(), [], undefined);
  /** Observer → its innermost watch. */
  readonly #watches: ReadonlyMap<Observer, ObserverSpan | undefined>;
  /** The watches of this activity, by observer. */
  readonly #own: readonly (readonly [Observer, ObserverSpan])[];
  readonly #outer: ObserverContext | undefined;
  /** What began within this one and has not ended. */
  readonly #open = new Set<ObserverContext>();
  #isOver = false;

  private constructor(
    watches: ReadonlyMap<Observer, ObserverSpan | undefined>,
    own: readonly (readonly [Observer, ObserverSpan])[],
    outer: ObserverContext | undefined,
  ) {
    this.#watches = watches;
    this.#own = own;
    this.#outer = outer;
    if (outer && !outer.isIdle) outer.#open.add(this);
  }

  get isIdle(): boolean {
    return this.#watches.size === 0;
  }

  /** With these observers beside those that look on already. */
  with(observers: readonly Observer[]): ObserverContext {
    const more = observers.filter((observer) => !this.#watches.has(observer));
    if (more.length === 0) return this;
    const added = more.map((observer) => [observer, undefined] as const);
    return new ObserverContext(new Map([...this.#watches, ...added]), [], this);
  }

  /** An activity within this one. */
  begin(activity: SpanStart): ObserverContext {
    if (this.isIdle) return this;
    const own: (readonly [Observer, ObserverSpan])[] = [];
    const watches = new Map<Observer, ObserverSpan | undefined>();
    for (const [observer, parent] of this.#watches) {
      const watch = quietly(observer, () => checked(observer.onSpanStart?.(activity, parent)));
      if (watch) own.push([observer, watch]);
      watches.set(observer, watch ?? parent);
    }
    return new ObserverContext(watches, own, this);
  }

  /** Runs work as a part of the activity, once, whatever the observers do. */
  within<T>(work: () => T): T {
    return this.#own.reduceRight(
      (inner, [observer, watch]) =>
        () => {
          let ran: { readonly result: T } | { readonly thrown: unknown } | undefined;
          const once = (): void => {
            try {
              ran ??= { result: inner() };
            } catch (thrown) {
              ran = { thrown };
            }
          };
          quietly(observer, () => watch.runInContext?.(once));
          // Whoever did not run it has no part in it.
          once();
          if ("thrown" in ran!) throw ran.thrown;
          return ran!.result;
        },
      work,
    )();
  }

  /** Passes on what a generator tells, each part of it made within the activity. */
  around<Event, Result>(events: AsyncGenerator<Event, Result>): AsyncGenerator<Event, Result> {
    return this.#own.length === 0 ? events : this.#aroundEach(events);
  }

  async *#aroundEach<Event, Result>(events: AsyncGenerator<Event, Result>): AsyncGenerator<Event, Result> {
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

  /** Ends the activity, once; what is still open within it is given up first, the innermost before the others. */
  end(end: SpanEnd): void {
    if (this.#isOver || this.isIdle) return;
    this.#isOver = true;
    if (this.#outer) this.#outer.#open.delete(this);
    const cut: SpanEnd = { cancelled: true, ...("error" in end && { error: end.error }) };
    for (const inner of [...this.#open].toReversed()) inner.end(cut);
    for (const [observer, watch] of this.#own) quietly(observer, () => watch.end(end));
  }

  /** Tells of an event all but those who are told by others. */
  event(event: RunEvent, others: ObserverContext = ObserverContext.none): void {
    for (const observer of this.#watches.keys())
      if (!others.#watches.has(observer)) quietly(observer, () => observer.onEvent?.(event));
  }
}

/** Observers that failed once, and were told of. */
const failed = new WeakSet<Observer>();

/** What an observer gives; undefined when it throws, which changes nothing. */
function quietly<T>(observer: Observer, work: () => T): T | undefined {
  const tell = (error: unknown): void => {
    if (failed.has(observer)) return;
    failed.add(observer);
    console.error("patchbay: an observer of an agent failed; the run goes on, and more of it is not told.", error);
  };
  try {
    const made = work();
    // A promise, where none belongs, may still reject.
    if (made instanceof Promise) made.catch(tell);
    return made;
  } catch (error) {
    tell(error);
    return undefined;
  }
}

function checked(watch: ObserverSpan | undefined): ObserverSpan | undefined {
  if (!watch || typeof watch.end === "function") return watch;
  if (watch instanceof Promise) watch.catch(() => undefined);
  throw new TypeError("`begin` of an observer gave something without `end`; it gives a watch at once, or undefined.");
}
