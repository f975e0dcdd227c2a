import { SpanKind, type Attributes } from "@opentelemetry/api";
import { ApiError, ConnectionError, TimeoutError } from "@patchbay/client";
import type { SpanStart, SpanEnd } from "../report/observers.ts";

/** A span: its name, its kind, and the attributes known at its start. */
export interface SpanDescription {
  readonly name: string;
  readonly kind: SpanKind;
  readonly attributes: Attributes;
}

/** Describes a span in the terms of the GenAI conventions. */
export function toStartAttributes(activity: SpanStart): SpanDescription {
  const asked = namings[activity.type] as (one: SpanStart) => Naming;
  const { name, kind = SpanKind.INTERNAL, attributes } = asked(activity);
  return { name: name.filter(Boolean).join(" "), kind, attributes: withoutNothing(attributes) };
}

interface Naming {
  readonly name: readonly (string | number | undefined)[];
  /** Default: internal. */
  readonly kind?: SpanKind;
  readonly attributes: Readonly<Record<string, unknown>>;
}

const namings = {
  run: ({ agent, conversation, models }) => ({
    name: ["invoke_agent", agent],
    attributes: {
      "gen_ai.operation.name": "invoke_agent",
      "gen_ai.provider.name": "openrouter",
      "gen_ai.agent.name": agent,
      "gen_ai.conversation.id": conversation,
      // With several models, the responding one is not known yet.
      "gen_ai.request.model": models.length === 1 ? models[0] : undefined,
    },
  }),
  step: ({ step }) => ({ name: ["step", step], attributes: { "patchbay.step.number": step } }),
  attempt: ({ model, streams, request }) => ({
    name: ["chat", model],
    kind: SpanKind.CLIENT,
    attributes: {
      "gen_ai.operation.name": "chat",
      "gen_ai.provider.name": "openrouter",
      "gen_ai.request.model": model,
      "gen_ai.request.stream": streams || undefined,
      "gen_ai.request.max_tokens": request.max_tokens ?? request.max_completion_tokens,
      "gen_ai.request.temperature": request.temperature,
      "gen_ai.request.top_p": request.top_p,
      "gen_ai.request.seed": request.seed,
    },
  }),
  tool: ({ call, description }) => ({
    name: ["execute_tool", call.function.name],
    attributes: {
      "gen_ai.operation.name": "execute_tool",
      "gen_ai.tool.name": call.function.name,
      "gen_ai.tool.type": "function",
      "gen_ai.tool.call.id": call.id,
      "gen_ai.tool.description": description,
    },
  }),
} satisfies { readonly [Type in SpanStart["type"]]: (activity: Extract<SpanStart, { type: Type }>) => Naming };

/** The attributes of a span at its end. */
export function toEndAttributes(end: SpanEnd): Attributes {
  const { usage, tokens, timeToFirstTokenMs: firstTokenMs, finishReason } = end;
  return withoutNothing({
    "gen_ai.response.id": end.generationId,
    "gen_ai.response.model": end.model,
    "gen_ai.response.finish_reasons": finishReason ? [finishReason] : undefined,
    "gen_ai.response.time_to_first_chunk": firstTokenMs === undefined ? undefined : firstTokenMs / 1000,
    "gen_ai.usage.input_tokens": usage?.prompt_tokens ?? tokens?.promptTokens,
    "gen_ai.usage.output_tokens": usage?.completion_tokens ?? tokens?.completionTokens,
    "gen_ai.usage.cache_read.input_tokens": usage?.prompt_tokens_details?.cached_tokens,
    "gen_ai.usage.reasoning.output_tokens": usage?.completion_tokens_details?.reasoning_tokens,
    "patchbay.response.provider": end.provider,
    "patchbay.usage.cost_usd": end.cost,
    "patchbay.stop": end.stopReason,
    "patchbay.cancelled": end.cancelled || undefined,
    "error.type": "error" in end && !end.cancelled ? kindOf(end) : undefined,
  });
}

/** A low-cardinality value: the code of an error, the failure kind of a call, or the name of the error. */
function kindOf({ error, failureKind: failure }: SpanEnd): string {
  if (error instanceof ApiError) return error.code;
  if (error instanceof TimeoutError) return `timeout_${error.phase}`;
  return failure ?? (error instanceof Error ? error.name : "unknown");
}

/** The error's own message, if it cannot quote a prompt, a completion or tool arguments. */
export function reasonOf(end: SpanEnd): string {
  const { error } = end;
  if (error instanceof ApiError) return `${error.status} ${error.code}`;
  return error instanceof ConnectionError || error instanceof TimeoutError ? error.message : kindOf(end);
}

/** Selects the attributes with these names that have a value. */
export function pick(attributes: Attributes, names: readonly string[]): Attributes {
  return withoutNothing(Object.fromEntries(names.map((name) => [name, attributes[name]])));
}

function withoutNothing(attributes: Readonly<Record<string, unknown>>): Attributes {
  const known = Object.entries(attributes).filter(([, value]) => value !== undefined && value !== null);
  return Object.fromEntries(known as [string, string][]);
}
