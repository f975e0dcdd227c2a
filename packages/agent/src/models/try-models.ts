import { AgentError, BudgetExceededError } from "../errors/agent-error.ts";
import { classifyError, type Failure, type FailureKind } from "./failure.ts";
import type { FallbackAction, ModelCandidate, Fallback } from "./fallback-rules.ts";
import { ModelAttempt } from "./model-attempt.ts";
import { CandidateQueue } from "./candidate-queue.ts";
import { untilAborted } from "../async/until-aborted.ts";

/** The longest `Retry-After` to wait for, in milliseconds. */
const longestWait = 60_000;

/** Failures that every other model would have as well. */
const sameForAll: ReadonlySet<FailureKind> = new Set(["unauthorized", "insufficient_credits"]);

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
export async function* tryModels<Event, Value>(turns: TryModelsOptions<Event, Value>): AsyncGenerator<Event, Value> {
  const { rules, signal } = turns;
  const { cooldown, actionOn, budget, options } = rules;
  const line = new CandidateQueue(turns.candidates, rules, turns.skip);
  let flights: ModelAttempt<Event, Value>[] = [];
  const later: ModelCandidate[] = [];
  const answers = new Map<ModelCandidate, number>();
  let [prefix, canHedge] = ["", budget !== undefined];

  throwIfOver();
  budget?.earn();
  launch(line.next());
  try {
    for (;;) {
      const flight = await firstOf(flights, canHedge ? budget!.delay : undefined);
      if (!flight) {
        canHedge = false;
        const other = budget!.isEmpty || turns.isSpent?.() ? undefined : line.nextAvailable();
        if (!other) continue;
        budget!.spend();
        launch(other);
        continue;
      }
      const end = yield* forwardEvents(flight);
      const failure = await classifyResult(end, flight.candidate.model);
      if ("value" in end) answers.set(flight.candidate, (answers.get(flight.candidate) ?? 0) + 1);
      if (!failure) return (end as { value: Value }).value;

      const action = actionOn(failure);
      if (failure.kind === "context_length_exceeded" && action !== "throw")
        await untilAborted(signal, line.dropSmallerContexts(flight.candidate.model));
      const wait = flight.tries > 1 ? undefined : waitFor(failure, action);
      const isOver = action === "throw" && wait === undefined;
      if (flights.length > 0 && !(isOver && sameForAll.has(failure.kind))) {
        // The other attempt may still succeed. If it does not, this candidate still has its second attempt.
        if (wait !== undefined) later.push(flight.candidate);
        continue;
      }
      const again = wait === undefined && line.isEmpty && !isOver ? later.shift() : undefined;
      if (isOver || (wait === undefined && line.isEmpty && !again)) return lastOf(end, failure);
      throwIfOver();
      if (options.midStream === "continue" && "thrown" in end) yield* keep(end);
      else yield* forget(end);
      if (wait !== undefined || again) await pause(wait ?? options.retryDelay ?? 250, signal);
      // Parallel sub-agents can reach the limit during the pause.
      throwIfOver();
      if (wait !== undefined) launch(flight.candidate, 2);
      else if (again) launch(again, 2);
      else launch(line.next());
    }
  } finally {
    giveUp(flights);
  }

  function throwIfOver(): void {
    signal.throwIfAborted();
    if (turns.isSpent?.()) throw new BudgetExceededError();
  }

  /** Discards the shown output if it is not part of the final value. */
  function* forget(end: End<Value>): Generator<Event> {
    const isVoid = end.isShown || ("value" in end && prefix !== "");
    if (!isVoid) return;
    prefix = "";
    if (turns.reset !== undefined) yield turns.reset;
  }

  /** Stores the shown text for the next model to continue. */
  function* keep({ isShown, text, thrown }: Extract<End<Value>, { thrown: unknown }>): Generator<Event> {
    if (text === undefined) throw thrown;
    prefix += text;
    // Only reasoning was shown, so there is nothing to continue.
    if (isShown && prefix === "" && turns.reset !== undefined) yield turns.reset;
  }

  function launch(candidate: ModelCandidate, tries = 1): void {
    const before = { prefix, answers: answers.get(candidate) ?? 0 };
    const begin = (own: AbortSignal): AsyncGenerator<Event, Value> => turns.begin(candidate, own, before);
    flights.push(new ModelAttempt(candidate, { tries, begin, signal, firstToken: options.firstTokenTimeout }));
  }

  function giveUp(others: readonly ModelAttempt<Event, Value>[]): void {
    flights = flights.filter((flight) => !others.includes(flight));
    for (const flight of others) {
      cooldown.noteNothing(flight.candidate.model);
      void flight.cancel().then((whole) => whole && turns.reject(whole.value, "Another attempt was faster."));
    }
  }

  /**
   * Forwards the events of an attempt. At its first event, the other attempts are canceled; their candidates come next
   * if this attempt fails.
   */
  async function* forwardEvents(flight: ModelAttempt<Event, Value>): AsyncGenerator<Event, End<Value>> {
    let isShown = false;
    let text: string | undefined = "";
    const events = flight.all();
    try {
      for (;;) {
        const { done, value } = await events.next();
        if (done) {
          flights = flights.filter((one) => one !== flight);
          return { value, isShown, text };
        }
        const others = flights.filter((one) => one !== flight);
        for (const { candidate } of others) line.requeue(candidate);
        giveUp(others);
        if (!turns.isWatched) continue;
        isShown = true;
        const more = turns.textOf?.(value);
        text = text === undefined || more === undefined ? undefined : text + more;
        yield value;
      }
    } catch (thrown) {
      signal.throwIfAborted();
      flights = flights.filter((one) => one !== flight);
      return { thrown, isShown, text };
    }
  }

  /** What is wrong with the end of an attempt, if anything. */
  async function classifyResult(end: End<Value>, model: string): Promise<Failure | undefined> {
    if ("thrown" in end) {
      const failure = classifyError(end.thrown, end.isShown);
      cooldown.noteFailure(model, failure);
      return failure;
    }
    const { value } = end;
    let failure: Failure | undefined;
    if (turns.isEmpty(value)) {
      failure = { kind: "empty_response", message: "The completion was empty." };
      cooldown.noteFailure(model, failure);
    } else {
      // The model responded, even if the completion is rejected. Errors of `accept` are the caller's.
      cooldown.noteSuccess(model);
      if (turns.accept && !(await untilAborted(signal, turns.accept(value))))
        failure = { kind: "rejected", message: "`accept` rejected the completion." };
    }
    if (failure) turns.reject(value, failure.message);
    return failure;
  }

  /** Milliseconds until the same model is requested again; `undefined` if it is not. */
  function waitFor({ kind, retryAfterMs: retryAfter }: Failure, action: FallbackAction): number | undefined {
    const requested = retryAfter !== undefined && retryAfter <= longestWait ? retryAfter : undefined;
    // A temporarily exhausted balance affects all models.
    if (kind === "insufficient_credits" && action === "throw") return requested;
    // Another model responds sooner; only the last one is waited for.
    if (kind === "rate_limited" && action === "next") return line.isEmpty ? requested : undefined;
    if (action !== "retry") return undefined;
    if (retryAfter !== undefined && (line.isEmpty || kind === "rate_limited")) return requested;
    return options.retryDelay ?? 250;
  }

  /** The result when no other model is left. */
  function lastOf(end: End<Value>, { kind }: Failure): Value {
    if ("thrown" in end) throw end.thrown;
    if (kind === "empty_response") return end.value;
    const models = turns.candidates.map(({ model }) => model).join(", ");
    throw new AgentError(`\`accept\` rejected the completions of ${models}.`);
  }
}

/** The first attempt with an event or an end; `undefined` if there is none within this time. */
async function firstOf<Event, Value>(
  flights: readonly ModelAttempt<Event, Value>[],
  ms: number | undefined,
): Promise<ModelAttempt<Event, Value> | undefined> {
  const landed = flights.map((flight) => flight.settled);
  if (ms === undefined) return landed.length === 1 ? landed[0] : Promise.race(landed);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const due = new Promise<undefined>((resolve) => (timer = setTimeout(() => resolve(undefined), ms)));
  try {
    return await Promise.race([...landed, due]);
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
