import type { RunEvent } from "./events.ts";
import type { Observer, ObserverContext, ObserverSpan, SpanEnd, SpanStart } from "./observers.ts";

/** The spans of all observers for one activity. */
export class Spans implements ObserverContext {
  /** Observer → its innermost span. */
  readonly #spans: ReadonlyMap<Observer, ObserverSpan | undefined>;
  /** The spans of this activity, by observer. */
  readonly #own: readonly (readonly [Observer, ObserverSpan])[];
  readonly #outer: Spans | undefined;
  /** Child spans that have not ended. */
  readonly #open = new Set<Spans>();
  #isOver = false;

  private constructor(
    spans: ReadonlyMap<Observer, ObserverSpan | undefined>,
    own: readonly (readonly [Observer, ObserverSpan])[],
    outer: Spans | undefined,
  ) {
    this.#spans = spans;
    this.#own = own;
    this.#outer = outer;
    if (outer) outer.#open.add(this);
  }

  readonly isIdle = false;

  /** The observers of a context and others. */
  static with(context: ObserverContext, observers: readonly Observer[]): ObserverContext {
    const outer = context instanceof Spans ? context : undefined;
    const spans = new Map(outer ? outer.#spans : []);
    const more = observers.filter((observer) => !spans.has(observer));
    if (more.length === 0) return context;
    for (const observer of more) spans.set(observer, undefined);
    return new Spans(spans, [], outer);
  }

  /** Starts a child span. */
  begin(activity: SpanStart): Spans {
    const own: (readonly [Observer, ObserverSpan])[] = [];
    const spans = new Map<Observer, ObserverSpan | undefined>();
    for (const [observer, parent] of this.#spans) {
      const span = quietly(observer, () => checked(observer.onSpanStart?.(activity, parent)));
      if (span) own.push([observer, span]);
      spans.set(observer, span ?? parent);
    }
    return new Spans(spans, own, this);
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
    if (this.#isOver) return;
    this.#isOver = true;
    if (this.#outer) this.#outer.#open.delete(this);
    const cut: SpanEnd = { cancelled: true, ...("error" in end && { error: end.error }) };
    for (const inner of [...this.#open].toReversed()) inner.end(cut);
    for (const [observer, span] of this.#own) quietly(observer, () => span.end(end));
  }

  /** Sends an event to the observers, except those that also belong to `others`. */
  event(event: RunEvent, others?: ObserverContext): void {
    const shared = others instanceof Spans ? others.#spans : undefined;
    for (const observer of this.#spans.keys())
      if (!shared?.has(observer)) quietly(observer, () => observer.onEvent?.(event));
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
