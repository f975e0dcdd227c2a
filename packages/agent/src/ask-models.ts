import type { ChatCompletion } from "@patchbay/client";
import type { RunEvent } from "./event.ts";
import type { Fallback } from "./fallback.ts";
import { callModel, type Answered, type ModelCall } from "./model-call.ts";
import { pass, type Scope } from "./scope.ts";
import { tryInTurn } from "./try-in-turn.ts";

/** Asks one of these models after the other, until one gives an answer that is taken. */
export async function* askModels(
  rules: Fallback,
  models: readonly string[],
  ask: ModelCall & Pick<Scope, "policies">,
): AsyncGenerator<RunEvent, Answered> {
  const { signal, ledger, path, policies } = ask;
  const { firstToken, hedge, stall, accept } = rules.options;
  const candidates = rules.candidates.filter(({ model }) => models.includes(model));
  const { models: _, ...request } = ask.request;
  // What may not be sent is refused before anything is.
  const requests = new Map(
    await Promise.all(candidates.map(async (one) => [one, await pass(policies, { ...request, ...one })] as const)),
  );
  return yield* tryInTurn<RunEvent, Answered>({
    rules,
    candidates,
    signal,
    isWatched: ask.streams,
    begin: (candidate, until, prefix) => {
      const own = requests.get(candidate)!;
      // A blank at the end of what an answer begins with is refused by some providers.
      const more = prefix ? [{ role: "assistant" as const, content: prefix.trimEnd() }] : [];
      return callModel({
        ...ask,
        request: { ...own, messages: [...own.messages, ...more] },
        signal: until,
        prefix,
        // When something of the answer is there can only be seen in a stream.
        streams: ask.streams || firstToken !== undefined || stall !== undefined || hedge !== undefined,
        options: { maxRetries: 0, ...(stall !== undefined && { idleTimeout: stall }) },
      });
    },
    isEmpty,
    accept: accept && (({ completion }) => accept(completion)),
    reject: ({ attempt }, reason) => void Object.assign(attempt, { outcome: "rejected", reason }),
    skip: ({ model }, reason) => ledger.skip(model, reason),
    shownBy,
    reset: { type: "reset", path },
  });
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

/** The text of an answer that broke off; undefined where there is none, or a call had begun, which nobody else can end. */
function shownBy(error: unknown): string | undefined {
  const { partial } = error as { partial?: ChatCompletion };
  const { content, tool_calls: calls } = partial?.choices[0]?.message ?? {};
  return calls?.length ? undefined : (content ?? undefined);
}
