import type { ChatCompletionMessage, ChatCompletionRequest, ToolCall, Usage } from "@patchbay/client";
import type { RunEvent } from "./events.ts";
import type { TokenUsage } from "./run-report.ts";

/** The start of a span: a run, a step, a model request or a tool call. */
export type SpanStart =
  | {
      readonly type: "run";
      readonly agent: string | undefined;
      readonly conversation: string;
      /** The models that the run may use. */
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

/** The end of a span. Fields that do not apply are omitted. */
export interface SpanEnd {
  /** The thrown error, or the error of a tool as the model receives it. */
  readonly error?: unknown;
  /** The failure kind of a tool call, or the name of the error. */
  readonly failureKind?: string | undefined;
  /** Whether it was canceled, because another model was faster or the run ended. */
  readonly cancelled?: boolean;
  /** Why a run stopped. */
  readonly stopReason?: string;
  /** USD; omitted if unknown. */
  readonly cost?: number | undefined;
  /** The tokens of a run, sub-agents included. */
  readonly tokens?: TokenUsage;
  readonly usage?: Usage | undefined;
  /** The responding model. */
  readonly model?: string | undefined;
  readonly provider?: string | undefined;
  /** Id of the generation. */
  readonly generationId?: string | undefined;
  readonly finishReason?: string | null | undefined;
  /** Milliseconds until the first token of a streamed completion. */
  readonly timeToFirstTokenMs?: number | undefined;
  readonly message?: ChatCompletionMessage;
  /** The output of a tool. */
  readonly output?: unknown;
}

/** A span in progress. */
export interface ObserverSpan {
  /**
   * Calls `work` once, synchronously, with this span as the active one, so that spans that `work` creates become its
   * children. Default: `work` runs without a context.
   */
  readonly runInContext?: (work: () => void) => void;
  /** Called once, after all child spans have ended. */
  readonly end: (end: SpanEnd) => void;
}

/**
 * Receives the events and spans of a run. An error that it throws does not affect the run; the first one of each
 * observer is logged to the console.
 */
export interface Observer {
  readonly onEvent?: (event: RunEvent) => void;
  /** `parent` is the span that this observer returned for the surrounding activity. */
  readonly onSpanStart?: (activity: SpanStart, parent: ObserverSpan | undefined) => ObserverSpan | undefined;
}

/** The spans of all observers for one activity. */
export class ObserverContext {
  /** The context without observers. */
  static readonly none: ObserverContext = new ObserverContext(new Map(), [], undefined);
  /** Observer → its innermost span. */
  readonly #spans: ReadonlyMap<Observer, ObserverSpan | undefined>;
  /** The spans of this activity, by observer. */
  readonly #own: readonly (readonly [Observer, ObserverSpan])[];
  readonly #outer: ObserverContext | undefined;
  /** Child spans that have not ended. */
  readonly #open = new Set<ObserverContext>();
  #isOver = false;

  private constructor(
    spans: ReadonlyMap<Observer, ObserverSpan | undefined>,
    own: readonly (readonly [Observer, ObserverSpan])[],
    outer: ObserverContext | undefined,
  ) {
    this.#spans = spans;
    this.#own = own;
    this.#outer = outer;
    if (outer && !outer.isIdle) outer.#open.add(this);
  }

  get isIdle(): boolean {
    return this.#spans.size === 0;
  }

  /** Adds observers to the existing ones. */
  with(observers: readonly Observer[]): ObserverContext {
    const more = observers.filter((observer) => !this.#spans.has(observer));
    if (more.length === 0) return this;
    const added = more.map((observer) => [observer, undefined] as const);
    return new ObserverContext(new Map([...this.#spans, ...added]), [], this);
  }

  /** Starts a child span. */
  begin(activity: SpanStart): ObserverContext {
    if (this.isIdle) return this;
    const own: (readonly [Observer, ObserverSpan])[] = [];
    const spans = new Map<Observer, ObserverSpan | undefined>();
    for (const [observer, parent] of this.#spans) {
      const span = quietly(observer, () => checked(observer.onSpanStart?.(activity, parent)));
      if (span) own.push([observer, span]);
      spans.set(observer, span ?? parent);
    }
    return new ObserverContext(spans, own, this);
  }

  /** Runs work within the span, exactly once, whatever the observers do. */
  within<T>(work: () => T): T {
    return this.#own.reduceRight(
      (inner, [observer, span]) =>
        () => {
          let ran: { readonly result: T } | { readonly thrown: unknown } | undefined;
          const once = (): void => {
            try {
              ran ??= { result: inner() };
            } catch (thrown) {
              ran = { thrown };
            }
          };
          quietly(observer, () => span.runInContext?.(once));
          // Runs the work if the observer has not run it.
          once();
          if ("thrown" in ran!) throw ran.thrown;
          return ran!.result;
        },
      work,
    )();
  }

  /** Forwards the events of a generator; each part of it runs within the span. */
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

  /** Ends the span, once. Open child spans are canceled first, the innermost before the others. */
  end(end: SpanEnd): void {
    if (this.#isOver || this.isIdle) return;
    this.#isOver = true;
    if (this.#outer) this.#outer.#open.delete(this);
    const cut: SpanEnd = { cancelled: true, ...("error" in end && { error: end.error }) };
    for (const inner of [...this.#open].toReversed()) inner.end(cut);
    for (const [observer, span] of this.#own) quietly(observer, () => span.end(end));
  }

  /** Sends an event to the observers, except those that also belong to `others`. */
  event(event: RunEvent, others: ObserverContext = ObserverContext.none): void {
    for (const observer of this.#spans.keys())
      if (!others.#spans.has(observer)) quietly(observer, () => observer.onEvent?.(event));
  }
}

/** Observers whose first error was logged. */
const failed = new WeakSet<Observer>();

/** Calls an observer. Returns `undefined` if it throws. */
function quietly<T>(observer: Observer, work: () => T): T | undefined {
  const log = (error: unknown): void => {
    if (failed.has(observer)) return;
    failed.add(observer);
    console.error(
      "patchbay: an observer of an agent failed. The run continues, and further errors of this observer are not logged.",
      error,
    );
  };
  try {
    const made = work();
    // A promise that an observer returns by mistake can reject.
    if (made instanceof Promise) made.catch(log);
    return made;
  } catch (error) {
    log(error);
    return undefined;
  }
}

function checked(span: ObserverSpan | undefined): ObserverSpan | undefined {
  if (!span || typeof span.end === "function") return span;
  if (span instanceof Promise) span.catch(() => undefined);
  throw new TypeError("`onSpanStart` of an observer must return a span with `end`, or undefined, and not a promise.");
}
