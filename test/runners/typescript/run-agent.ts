import { createAgent, fallback, tool, withFallback, type Attempt, type Fallback } from "@patchbay/agent";
import type { Patchbay, RequestOptions } from "@patchbay/client";
import { setTimeout as sleep } from "node:timers/promises";
import type { FallbackSettings, RunSettings, Step, StepReport } from "../../judge/case-format.ts";

/** What a step has produced so far; the report if an error ends it. */
export type Draft = { -readonly [Name in keyof StepReport]: StepReport[Name] | undefined };

interface AgentCall {
  readonly client: Patchbay;
  readonly step: Step;
  readonly options: RequestOptions;
  readonly fallbacks: Map<string, Fallback<unknown>>;
}

/** Makes a call with a fallback, or runs the agent. */
export async function callAgent({ client, step, options, fallbacks }: AgentCall, draft: Draft): Promise<void> {
  const { as, op, input = {}, fallback: settings, run = {} } = step;
  const models = settings && toFallback(settings, fallbacks);
  // withFallback does not stream; the agent does.
  if (as === "fallback" && !step.streams) {
    const create = op.split(".").reduce<unknown>((node, name) => (node as Record<string, unknown>)[name], client) as (
      input: object,
      options: RequestOptions,
    ) => Promise<unknown>;
    const attempt: Parameters<typeof withFallback>[1] = ({ model }, { signal, idempotencyKey }) =>
      create({ ...input, model }, { ...options, maxRetries: 0, signal, idempotencyKey });
    const { value, attempts } = await withFallback(models!, attempt, options.signal ? { signal: options.signal } : {});
    draft.value = value;
    draft.attempts = toAttempts(attempts);
    return;
  }
  const { model, messages, ...fields } = input as { model?: string; messages: [] };
  const agent = createAgent({
    client,
    model: (models ?? model)!,
    tools: toTools(run),
    limits: { maxSteps: run.maxSteps, maxCost: run.maxCost === undefined ? undefined : Number(run.maxCost) },
    ...fields,
  });
  const started = agent.run(messages);
  if (step.streams) {
    draft.text = "";
    for await (const event of started) if (event.type === "text-delta") draft.text += event.text;
  }
  const { text, stopReason, cost, steps, attempts } = await started;
  draft.text = text;
  draft.value = { stopReason, cost, steps: steps.length };
  draft.attempts = toAttempts(attempts);
}

/** The facts of attempts that every language reports. */
export function toAttempts(attempts: readonly Attempt[]): unknown[] {
  return attempts.map(({ model, outcome, failureKind, cost }) => ({ model, outcome, failureKind, cost }));
}

function toFallback(given: FallbackSettings, fallbacks: Map<string, Fallback<unknown>>): Fallback<unknown> {
  const key = JSON.stringify(given);
  const { models, actions, firstTokenTimeoutMs: firstTokenTimeout, retryDelayMs: retryDelay, cooldown } = given;
  const made =
    fallbacks.get(key) ??
    fallback<unknown>(models, {
      actions: actions,
      firstTokenTimeout,
      retryDelay,
      cooldown: cooldown && { failureThreshold: cooldown.failureThreshold, duration: cooldown.durationMs },
    });
  fallbacks.set(key, made);
  return made;
}

function toTools({ tools = [] }: RunSettings): ReturnType<typeof tool>[] {
  return tools.map(({ name, description, parameters, result, error, delayMs = 0 }) =>
    tool({
      name,
      description,
      inputSchema: (parameters ?? { type: "object", properties: {} }) as never,
      execute: async () => {
        await sleep(delayMs);
        if (error !== undefined) throw new Error(error);
        return result;
      },
    }),
  );
}
