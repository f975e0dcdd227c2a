import type { RunEvent } from "../report/events.ts";
import type { Ask, ModelCandidate, Fallback } from "./fallback-rules.ts";
import { isEmpty } from "../state/completion.ts";
import { callModel, type Answered } from "./model-call.ts";
import { withMoreRoom } from "../run/prepare-step.ts";
import { pass } from "../report/scope.ts";
import { isSpecial } from "../run/stop-conditions.ts";
import { tryModels } from "./try-models.ts";

/** Asks one of these models after the other, until one gives an answer that is taken. */
export async function* callModels(
  rules: Fallback,
  models: readonly string[],
  ask: Ask,
): AsyncGenerator<RunEvent, Answered> {
  const { signal, ledger, path } = ask;
  const { firstTokenTimeout: firstToken, hedge, idleTimeout: stall, accept } = rules.options;
  const { models: _, model: wanted, ...request } = ask.request;
  const candidates = candidatesFor(rules.candidates.slice(-models.length), wanted ?? undefined);
  // What may not be sent is refused before anything is.
  const requests = new Map(
    await Promise.all(
      candidates.map(
        async (one) => [one, await pass(ask, { ...request, ...withMoreRoom(one, ask.again ?? 0) })] as const,
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
      // A blank at the end of what an answer begins with is refused by some providers.
      const said = prefix.trimEnd();
      const more = said ? [{ role: "assistant" as const, content: said }] : [];
      return callModel({
        ...ask,
        request: { ...own, messages: [...own.messages, ...more] },
        // An attempt that failed is repeated with its key; after an answer that was not accepted another one is wanted.
        point: `${ask.point}.${candidates.indexOf(candidate)}.${answers}`,
        signal: until,
        prefix,
        // When something of the answer is there can only be seen in a stream.
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

/** What no other model can continue. */
const isWhole: ReadonlySet<RunEvent["type"]> = new Set(["tool-call-delta", "refusal-delta", "image", "audio-delta"]);

/** The text of an event, for another model to continue; undefined if it cannot. */
function textOf(event: RunEvent): string | undefined {
  if (isWhole.has(event.type)) return undefined;
  return event.type === "text-delta" ? event.text : "";
}

/** Who is asked for a step: the model that it names, if it does, before all others. */
function candidatesFor(all: readonly ModelCandidate[], wanted = all[0]?.model): readonly ModelCandidate[] {
  const first = all.find(({ model }) => model === wanted) ?? { model: wanted! };
  return [first, ...all.filter((one) => one !== first)];
}
