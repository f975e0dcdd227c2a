import { AgentError } from "../errors/agent-error.ts";
import { show } from "../options/check-options.ts";
import type { RunEvent } from "../report/events.ts";

type Type = RunEvent["type"];
type EventOf<Name extends Type> = Extract<RunEvent, { readonly type: Name }>;

/**
 * Event type → the fields that are sent by default. They exclude tool results, costs, reasoning, arguments and error
 * messages. They include the input of a pending call, for the person who decides on it.
 */
const publicFields = {
  "step-start": ["step"],
  "text-delta": ["text"],
  "partial-output": ["output"],
  "refusal-delta": ["text"],
  image: ["image"],
  "audio-delta": ["audio"],
  "step-reset": [],
  "tool-start": ["id", "name"],
  "tool-pending": ["id", "name", "input", "manual"],
  "tool-end": ["id", "name", "durationMs"],
  finish: ["stopReason", "text"],
} as const satisfies { readonly [Name in Type]?: readonly (keyof EventOf<Name>)[] };

type Public = typeof publicFields;

/** An event as a web client receives it. Fields that `toResponse` does not send by default can be missing. */
export type WebEvent = {
  [Name in Type]: Name extends keyof Public
    ? Pick<EventOf<Name>, ("type" | "path" | Public[Name][number]) & keyof EventOf<Name>> & Partial<EventOf<Name>>
    : EventOf<Name>;
}[Type];

/** What is sent of an event: all of it, some types, or the result of a function; `undefined` sends nothing. */
export type EventFilter = "all" | readonly Type[] | ((event: RunEvent) => object | undefined | null | false);

/** Every type that a list can name. */
const types = {
  "step-start": true,
  "text-delta": true,
  "reasoning-delta": true,
  "refusal-delta": true,
  image: true,
  "audio-delta": true,
  "tool-call-delta": true,
  "tool-start": true,
  "tool-pending": true,
  "tool-progress": true,
  "tool-end": true,
  compaction: true,
  "step-reset": true,
  "partial-output": true,
  "step-end": true,
  finish: true,
} satisfies Record<Type, true>;

export const eventTypes: readonly string[] = Object.keys(types);

/** The result of the function. Throws `AgentError` if it is not an event. */
function chosen(given: unknown): object | undefined {
  if (!given) return undefined;
  if (typeof given === "object" && "type" in given && typeof given.type === "string") return given;
  // A promise that rejects later has no other handler.
  if (given instanceof Promise) given.catch(() => undefined);
  throw new AgentError(
    `\`events\` of toResponse must return an object with a \`type\`, or undefined to send nothing, got ${show(given)}. Return the event itself to send all of it.`,
  );
}

/** What is sent of an event. The end of the run is always sent, because the reader depends on it. */
export function toPublic(event: RunEvent, filter: EventFilter | undefined): object | undefined {
  const isEnd = event.type === "finish" && event.path.length === 0;
  if (filter === "all") return event;
  if (typeof filter === "function")
    return chosen(filter(event)) ?? (isEnd ? { ...event, text: "", cost: undefined } : undefined);
  if (filter && !isEnd && !filter.includes(event.type)) return undefined;
  const fields = (publicFields as Partial<Record<Type, readonly string[]>>)[event.type];
  if (!fields) return filter ? event : undefined;
  // The text of a sub-agent is a tool result.
  if (event.path.length > 0 && event.type !== "tool-pending") return undefined;
  return Object.fromEntries(
    Object.entries(event).filter(([name]) => name === "type" || name === "path" || fields.includes(name)),
  );
}
