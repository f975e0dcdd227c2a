import { AgentError } from "./agent-error.ts";
import type { RunEvent } from "./event.ts";
import { toFailure, type Failure } from "./failure.ts";
import type { Fallback } from "./fallback.ts";
import { callModel, type Answered, type ModelCall } from "./model-call.ts";

/** The longest wait for a rate limit that is worth it, in milliseconds. */
const longestWait = 60_000;

/** Asks one of these models after the other, until one gives an answer that is taken. */
export async function* askModels(
  { candidates: all, cooldown, actionOn, options }: Fallback,
  models: readonly string[],
  ask: ModelCall,
): AsyncGenerator<RunEvent, Answered> {
  const candidates = all.filter(({ model }) => models.includes(model));
  const { signal, ledger, path } = ask;
  const { retryDelay = 250, firstToken, stall, accept } = options;
  const limits = {
    maxRetries: 0,
    ...(firstToken !== undefined && ask.streams && { timeout: firstToken }),
    ...(stall !== undefined && { idleTimeout: stall }),
  };
  for (const [index, candidate] of candidates.entries()) {
    const { model } = candidate;
    const isLast = index === candidates.length - 1;
    if (cooldown.isCooling(model) && !isLast) {
      ledger.attempts.push({ ...unasked, model });
      continue;
    }
    for (let tries = 1; ; tries++) {
      const { models: _, ...request } = ask.request;
      const call = { ...ask, request: { ...request, ...candidate }, options: limits };
      const seen = { shown: false };
      let answered: Answered | undefined;
      let thrown: unknown;
      let failure: Failure | undefined;
      try {
        answered = yield* noting(callModel(call), seen);
      } catch (error) {
        if (signal.aborted) throw error;
        thrown = error;
        failure = toFailure(error, seen.shown);
      } finally {
        if (!answered && !failure) cooldown.noteNothing(model);
      }
      if (answered && isEmpty(answered)) failure = { kind: "empty", message: "The answer was empty." };
      if (failure) cooldown.noteFailure(model, failure);
      else {
        // It answered, whatever becomes of the answer; what `accept` throws is its own.
        cooldown.noteSuccess(model);
        if (!accept || (await accept(answered!.completion))) return answered!;
        failure = { kind: "rejected", message: "The answer was not accepted." };
      }
      if (answered) ledger.reject(failure.message);
      const action = actionOn(failure);
      const wait = waitFor(failure, isLast, retryDelay);
      if (
        tries === 1 &&
        wait !== undefined &&
        (action === "retry" || (action === "next" && failure.kind === "rate-limit"))
      ) {
        await pause(wait, signal);
        continue;
      }
      if (action === "stop" || isLast) {
        if (!answered) throw thrown;
        if (failure.kind === "empty") return answered;
        throw new AgentError(
          `None of ${candidates.map((one) => one.model).join(", ")} gave an answer that was accepted.`,
        );
      }
      if (seen.shown) yield { type: "reset", path };
      break;
    }
  }
  throw new AgentError("No model was asked.");
}

const unasked = {
  provider: undefined,
  id: undefined,
  ms: 0,
  outcome: "skipped",
  reason: "It failed a moment ago, and is left alone for a while.",
  cost: 0,
} as const;

/** How long to wait before the same model is asked again; undefined when it is not. */
function waitFor({ kind, retryAfter }: Failure, isLast: boolean, retryDelay: number): number | undefined {
  if (kind !== "rate-limit") return retryDelay;
  // Another model answers sooner; only the last one is waited for.
  return isLast && retryAfter !== undefined && retryAfter <= longestWait ? retryAfter : undefined;
}

/** Passes events on, and notes whether one of them shows something of the answer. */
async function* noting(
  events: AsyncGenerator<RunEvent, Answered>,
  seen: { shown: boolean },
): AsyncGenerator<RunEvent, Answered> {
  try {
    for (;;) {
      const { done, value } = await events.next();
      if (done) return value;
      seen.shown = true;
      yield value;
    }
  } finally {
    await events.return(undefined as never);
  }
}

function isEmpty({ message, step }: Answered): boolean {
  return (
    step.text === "" &&
    step.toolCalls.length === 0 &&
    !message.images?.length &&
    step.finishReason !== "length" &&
    step.finishReason !== "content_filter"
  );
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
