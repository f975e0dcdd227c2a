import { AgentError, BudgetExceededError } from "../errors/agent-error.ts";
import { decideAttempt, type AttemptDecision } from "./decide-attempt.ts";
import { classifyError, type Failure } from "./failure.ts";
import type { FallbackAction } from "./fallback-policy.ts";
import type { ModelCandidate, Fallback } from "./fallback-rules.ts";
import { ModelAttempt } from "./model-attempt.ts";
import { CandidateQueue } from "./candidate-queue.ts";
import { untilAborted } from "../async/until-aborted.ts";

/** The input of `tryModels`. */
export interface TryModelsOptions<Event, Value> {
  readonly rules: Pick<Fallback<never>, "actionOn" | "budget" | "contextOf" | "cooldown" | "options">;
  readonly candidates: readonly ModelCandidate[];
  readonly signal: AbortSignal;
  /** Whether the events are shown, so that they cannot be undone. */
  readonly isWatched: boolean;
  /**
   * Begins an attempt. `prefix` is the text that was already shown and has to be continued; `answers` is the number of
   * rejected completions of this candidate.
   */
  readonly begin: (
    candidate: ModelCandidate,
    signal: AbortSignal,
    before: { readonly prefix: string; readonly answers: number },
  ) => AsyncGenerator<Event, Value>;
  readonly isEmpty: (value: Value) => boolean;
  readonly accept: ((value: Value) => boolean | Promise<boolean>) | undefined;
  /** Called with a rejected value. */
  readonly reject: (value: Value, reason: string) => void;
  /** Called with a model that is skipped. */
  readonly skip: (candidate: ModelCandidate, reason: string) => void;
  /** Whether a limit forbids another request. Default: never. */
  readonly isSpent?: (() => boolean) | undefined;
  /**
   * The text of an event, for another model to continue; `undefined` for a part of a tool call, which only the same
   * model can complete.
   */
  readonly textOf?: (event: Event) => string | undefined;
  /** The event that discards the shown output. */
  readonly reset?: Event;
}

/** How an attempt ended, whether output was shown, and its text; `undefined` if no model can continue it. */
type End<Value> = ({ readonly value: Value } | { readonly thrown: unknown }) & {
  readonly isShown: boolean;
  readonly text: string | undefined;
};

/**
 * Requests one model after the other until a value is accepted. If hedging is on, a slow model gets a parallel request
 * to the next one. Throws the error of the last attempt.
 */
export function tryModels<Event, Value>(options: TryModelsOptions<Event, Value>): AsyncGenerator<Event, Value> {
  return new ModelAttempts(options).run();
}

class ModelAttempts<Event, Value> {
  readonly #options: TryModelsOptions<Event, Value>;
  readonly #queue: CandidateQueue;
  /** Attempts in progress: one, or two while a request is hedged. */
  #running: ModelAttempt<Event, Value>[] = [];
  /** Models whose second attempt waits for the result of a parallel one. */
  readonly #postponed: ModelCandidate[] = [];
  readonly #answers = new Map<ModelCandidate, number>();
  /** The text that was shown and has to be continued. */
  #prefix = "";
  #canHedge: boolean;

  constructor(options: TryModelsOptions<Event, Value>) {
    this.#options = options;
    this.#queue = new CandidateQueue(options.candidates, options.rules, options.skip);
    this.#canHedge = options.rules.budget !== undefined;
  }

  async *run(): AsyncGenerator<Event, Value> {
    const { rules, signal } = this.#options;
    this.#throwIfOver();
    rules.budget?.earn();
    this.#start(this.#queue.next());
    try {
      for (;;) {
        const attempt = await firstSettled(this.#running, this.#canHedge ? rules.budget!.delay : undefined);
        if (!attempt) {
          this.#hedge();
          continue;
        }
        const { candidate } = attempt;
        const end = yield* this.#forwardEvents(attempt);
        const failure = await this.#check(end, candidate);
        if (!failure) return (end as { readonly value: Value }).value;
        const action = rules.actionOn(failure);
        if (failure.kind === "context_length_exceeded" && action !== "throw")
          await untilAborted(signal, this.#queue.dropSmallerContexts(candidate.model));
        const decision = this.#decide(attempt, failure, action);
        if (decision.type === "give-up") return this.#lastOf(end, failure);
        if (decision.type === "await-parallel") {
          if (decision.postpones) this.#postponed.push(candidate);
          continue;
        }
        this.#throwIfOver();
        yield* this.#settleShown(end);
        if ("delay" in decision) await pause(decision.delay, signal);
        // Parallel sub-agents can reach the limit during the pause.
        this.#throwIfOver();
        if (decision.type === "retry") this.#start(candidate, 2);
        else if (decision.type === "retry-postponed") this.#start(this.#postponed.shift()!, 2);
        else this.#start(this.#queue.next());
      }
    } finally {
      this.#cancel(this.#running);
    }
  }

  #decide({ tries }: ModelAttempt<Event, Value>, failure: Failure, action: FallbackAction): AttemptDecision {
    return decideAttempt({
      failure,
      action,
      tries,
      hasParallel: this.#running.length > 0,
      hasNext: !this.#queue.isEmpty,
      hasPostponed: this.#postponed.length > 0,
      retryDelay: this.#options.rules.options.retryDelay,
    });
  }

  #throwIfOver(): void {
    this.#options.signal.throwIfAborted();
    if (this.#options.isSpent?.()) throw new BudgetExceededError();
  }

  /** Starts an attempt with the next model in parallel, if the budget and the limits allow it. */
  #hedge(): void {
    const { budget } = this.#options.rules;
    this.#canHedge = false;
    const next = budget!.isEmpty || this.#options.isSpent?.() ? undefined : this.#queue.nextAvailable();
    if (!next) return;
    budget!.spend();
    this.#start(next);
  }

  #start(candidate: ModelCandidate, tries = 1): void {
    const { begin, signal, rules } = this.#options;
    const before = { prefix: this.#prefix, answers: this.#answers.get(candidate) ?? 0 };
    this.#running.push(
      new ModelAttempt(candidate, {
        tries,
        begin: (own) => begin(candidate, own, before),
        signal,
        firstToken: rules.options.firstTokenTimeout,
      }),
    );
  }

  #cancel(attempts: readonly ModelAttempt<Event, Value>[]): void {
    this.#running = this.#running.filter((attempt) => !attempts.includes(attempt));
    for (const attempt of attempts) {
      this.#options.rules.cooldown.noteNothing(attempt.candidate.model);
      void attempt.cancel().then((whole) => whole && this.#options.reject(whole.value, "Another attempt was faster."));
    }
  }

  /**
   * Forwards the events of an attempt. At its first event, the other attempts are canceled; their candidates come next
   * if this attempt fails.
   */
  async *#forwardEvents(attempt: ModelAttempt<Event, Value>): AsyncGenerator<Event, End<Value>> {
    const { isWatched, textOf, signal } = this.#options;
    const finish = (): void => void (this.#running = this.#running.filter((one) => one !== attempt));
    let isShown = false;
    let text: string | undefined = "";
    const events = attempt.all();
    try {
      for (;;) {
        const { done, value } = await events.next();
        if (done) {
          finish();
          return { value, isShown, text };
        }
        const others = this.#running.filter((one) => one !== attempt);
        for (const { candidate } of others) this.#queue.requeue(candidate);
        this.#cancel(others);
        if (!isWatched) continue;
        isShown = true;
        const more = textOf?.(value);
        text = text === undefined || more === undefined ? undefined : text + more;
        yield value;
      }
    } catch (thrown) {
      signal.throwIfAborted();
      finish();
      return { thrown, isShown, text };
    }
  }

  /** Why the end of an attempt is a failure, if it is one. Updates the cooldown of the model. */
  async #check(end: End<Value>, candidate: ModelCandidate): Promise<Failure | undefined> {
    const { rules, isEmpty, accept, reject, signal } = this.#options;
    const failure = toFailure(end, isEmpty);
    // The model responded, even if the completion is rejected below. Errors of `accept` are the caller's.
    if (failure) rules.cooldown.noteFailure(candidate.model, failure);
    else rules.cooldown.noteSuccess(candidate.model);
    if ("thrown" in end) return failure;
    const isAccepted = failure ? false : !accept || (await untilAborted(signal, accept(end.value)));
    this.#answers.set(candidate, (this.#answers.get(candidate) ?? 0) + 1);
    if (isAccepted) return undefined;
    const rejection = failure ?? { kind: "rejected" as const, message: "`accept` rejected the completion." };
    reject(end.value, rejection.message);
    return rejection;
  }

  /** Decides what becomes of the shown output: the next model continues the text, or it is discarded. */
  *#settleShown(end: End<Value>): Generator<Event> {
    const { rules, reset } = this.#options;
    if (rules.options.midStream === "continue" && "thrown" in end) {
      if (end.text === undefined) throw end.thrown;
      this.#prefix += end.text;
      // Only reasoning was shown, so there is nothing to continue.
      if (end.isShown && this.#prefix === "" && reset !== undefined) yield reset;
      return;
    }
    const isDiscarded = end.isShown || ("value" in end && this.#prefix !== "");
    if (!isDiscarded) return;
    this.#prefix = "";
    if (reset !== undefined) yield reset;
  }

  /** The result when no other model is left. */
  #lastOf(end: End<Value>, { kind }: Failure): Value {
    if ("thrown" in end) throw end.thrown;
    if (kind === "empty_response") return end.value;
    const models = this.#options.candidates.map(({ model }) => model).join(", ");
    throw new AgentError(`\`accept\` rejected the completions of ${models}.`);
  }
}

/** The failure of an attempt that threw or returned an empty completion. */
function toFailure<Value>(end: End<Value>, isEmpty: (value: Value) => boolean): Failure | undefined {
  if ("thrown" in end) return classifyError(end.thrown, end.isShown);
  return isEmpty(end.value) ? { kind: "empty_response", message: "The completion was empty." } : undefined;
}

/** The first attempt with an event or an end; `undefined` if there is none within this time. */
async function firstSettled<Event, Value>(
  attempts: readonly ModelAttempt<Event, Value>[],
  ms: number | undefined,
): Promise<ModelAttempt<Event, Value> | undefined> {
  const settled = attempts.map((attempt) => attempt.settled);
  if (ms === undefined) return settled.length === 1 ? settled[0] : Promise.race(settled);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const due = new Promise<undefined>((resolve) => (timer = setTimeout(() => resolve(undefined), ms)));
  try {
    return await Promise.race([...settled, due]);
  } finally {
    clearTimeout(timer);
  }
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted();
    const stop = (): void => {
      clearTimeout(timer);
      reject(signal.reason as Error);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener("abort", stop);
      resolve();
    }, ms);
    signal.addEventListener("abort", stop, { once: true });
  });
}
