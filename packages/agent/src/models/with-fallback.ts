import { getResponseInfo, type Usage } from "@patchbay/client";
import { AgentError } from "../errors/agent-error.ts";
import { isPlain, show } from "../options/check-options.ts";
import { classifyError } from "./failure.ts";
import { fallback } from "./fallback.ts";
import type { ModelCandidate, Fallback, FallbackOptions } from "./fallback-rules.ts";
import { UsageLedger } from "../report/usage-ledger.ts";
import { noteAttempts, type Attempt } from "../report/run-report.ts";
import { randomId } from "../report/random-id.ts";
import { tryModels } from "./try-models.ts";
import { untilAborted } from "../async/until-aborted.ts";

/** The value and the attempts that it took. */
export interface WithFallbackResult<Value> {
  readonly value: Value;
  /** The model that returned it. */
  readonly model: string;
  readonly attempts: readonly Attempt[];
}

/** What an attempt of `withFallback` receives in addition to its model. */
export interface AttemptContext {
  /** Aborted with the `signal` of the options, and when another model was faster. */
  readonly signal: AbortSignal;
  /** The same when a model is retried after a failure; different for each model. */
  readonly idempotencyKey: string;
}

/**
 * Runs a function with one model after the other until it succeeds, by the rules of `fallback`, without an agent: an
 * embedding, a stream, or a call of another library. Turn off the retries of that library, or the attempts multiply.
 * The cost of an attempt is read from the `usage` of its value, if it has one.
 *
 * @throws the error of the last attempt; `getAttempts(error)` returns all attempts
 * @example
 * ```ts
 * const { value, model } = await withFallback(["openai/gpt-5-mini", "z-ai/glm-4.6"], ({ model }, { signal }) =>
 *   client.chat.completions.create({ model, messages }, { signal, maxRetries: 0 }),
 * );
 * ```
 */
export async function withFallback<Value>(
  candidates: readonly (string | ModelCandidate)[] | Fallback<Value>,
  attempt: (candidate: ModelCandidate, context: AttemptContext) => PromiseLike<Value> | Value,
  options: FallbackOptions<Value> & { readonly signal?: AbortSignal | undefined } = {},
): Promise<WithFallbackResult<Value>> {
  if (!isPlain(options))
    throw new AgentError(`The options of withFallback must be an object such as { signal }, got ${show(options)}.`);
  const { signal = new AbortController().signal, ...own } = options;
  if (typeof attempt !== "function")
    throw new AgentError(`The attempt of withFallback must be a function, got ${show(attempt)}.`);
  if (typeof (signal as Partial<AbortSignal> | null)?.addEventListener !== "function")
    throw new AgentError(`\`signal\` of withFallback must be an AbortSignal, got ${show(signal)}.`);
  const isMade = typeof candidates === "object" && candidates !== null && "kind" in candidates;
  if (isMade && Object.keys(own).length > 0)
    throw new AgentError(
      `The options ${Object.keys(own).join(", ")} have no effect here. Pass them to \`fallback([…], options)\`.`,
    );
  const rules = isMade ? candidates : fallback<Value>(candidates, own);
  if (rules.performedBy === "service")
    throw new AgentError(
      '`performedBy: "service"` works for the `model` of an agent only. Send the list as `models` in your own request.',
    );
  const ledger = new UsageLedger();
  const id = randomId();
  type Done = { readonly value: Value; readonly model: string; readonly noted: ReturnType<UsageLedger["begin"]> };
  const turns = tryModels<never, Done>({
    rules,
    candidates: rules.candidates,
    signal,
    isWatched: false,
    // oxlint-disable-next-line require-yield -- the generator yields no events
    async *begin(candidate, own, { answers }) {
      const noted = ledger.begin(candidate.model);
      const idempotencyKey = `${id}:${rules.candidates.indexOf(candidate)}:${answers}`;
      const began = performance.now();
      try {
        const value = await untilAborted(own, attempt(candidate, { signal: own, idempotencyKey }));
        const { usage } = (value ?? {}) as { usage?: Usage };
        Object.assign(noted, { outcome: "succeeded", generationId: getResponseInfo(value)?.generationId });
        if (typeof usage?.cost === "number") noted.cost = ledger.spend(usage);
        return { value, model: candidate.model, noted };
      } catch (error) {
        const { kind, message } = classifyError(error);
        noted.generationId = (error as { generationId?: string } | undefined)?.generationId;
        if (!own.aborted || kind === "timeout")
          Object.assign(noted, { outcome: "failed", failureKind: kind, reason: message });
        throw error;
      } finally {
        noted.durationMs = performance.now() - began;
      }
    },
    isEmpty: () => false,
    accept: rules.options.accept && (({ value }) => rules.options.accept!(value)),
    reject: ({ noted }, reason) => void Object.assign(noted, { outcome: "rejected", reason }),
    skip: ({ model }, reason) => ledger.skip(model, reason),
  });
  try {
    await untilAborted(signal, rules.check());
    const { value: done } = await turns.next();
    return { value: done.value, model: done.model, attempts: ledger.attempts };
  } catch (error) {
    noteAttempts(error, ledger.attempts);
    throw error;
  }
}
