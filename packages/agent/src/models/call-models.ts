import type { RunEvent } from "../report/events.ts";
import type { Ask, ModelCandidate, Fallback } from "./fallback-rules.ts";
import { isEmpty } from "../state/completion.ts";
import { noteFailure } from "./failed-attempt.ts";
import { callModel, type Answered } from "./model-call.ts";
import { withMoreTokens } from "../run/prepare-step.ts";
import { pass } from "../report/scope.ts";
import { isSpecial } from "../run/stop-conditions.ts";
import { tryModels } from "./try-models.ts";

/** Requests a completion from one model after the other, until one is accepted. */
export async function* callModels(
  rules: Fallback,
  models: readonly string[],
  ask: Ask,
): AsyncGenerator<RunEvent, Answered> {
  const { signal, ledger, path } = ask;
  const { firstTokenTimeout: firstToken, hedge, idleTimeout: stall, accept } = rules.options;
  const { models: _, model: wanted, ...request } = ask.request;
  const candidates = candidatesFor(rules.candidates.slice(-models.length), wanted ?? undefined);
  // Policies check every request before the first one is sent.
  const requests = new Map(
    await Promise.all(
      candidates.map(
        async (one) => [one, await pass(ask, { ...request, ...withMoreTokens(one, ask.again ?? 0) })] as const,
      ),
    ),
  );
  return yield* tryModels<RunEvent, Answered>({
    rules,
    candidates,
    signal,
    isWatched: ask.streams,
    begin: (candidate, until, { prefix, answers }) => {
      const own = requests.get(candidate)!;
      // Some providers reject a prefill that ends with white space.
      const said = prefix.trimEnd();
      const more = said ? [{ role: "assistant" as const, content: said }] : [];
      return callModel({
        ...ask,
        noteFailure,
        request: { ...own, messages: [...own.messages, ...more] },
        // A failed attempt is repeated with its key. After a rejected completion, the next request needs another key.
        point: `${ask.point}.${candidates.indexOf(candidate)}.${answers}`,
        signal: until,
        prefix,
        // The time to the first token and the idle time can only be measured in a stream.
        streams: ask.streams || firstToken !== undefined || stall !== undefined || hedge !== undefined,
        options: { maxRetries: 0, ...(stall !== undefined && { idleTimeout: stall }) },
      });
    },
    isEmpty: ({ message, step }) => isEmpty(message) && !isSpecial(step.finishReason),
    accept: ask.isAside ? undefined : accept && (({ completion }) => accept(completion)),
    reject: ({ attempt }, reason) => void Object.assign(attempt, { outcome: "rejected", reason }),
    skip: ({ model }, reason) => ledger.skip(model, reason),
    isSpent: ask.isSpent,
    textOf,
    reset: { type: "step-reset", path },
  });
}

/** Parts of a completion that no other model can continue. */
const isWhole: ReadonlySet<RunEvent["type"]> = new Set(["tool-call-delta", "refusal-delta", "image", "audio-delta"]);

/** The text of an event, for another model to continue; `undefined` if it cannot. */
function textOf(event: RunEvent): string | undefined {
  if (isWhole.has(event.type)) return undefined;
  return event.type === "text-delta" ? event.text : "";
}

/** The candidates of a step. If the step names a model, it comes first. */
function candidatesFor(all: readonly ModelCandidate[], wanted = all[0]?.model): readonly ModelCandidate[] {
  const first = all.find(({ model }) => model === wanted) ?? { model: wanted! };
  return [first, ...all.filter((one) => one !== first)];
}
