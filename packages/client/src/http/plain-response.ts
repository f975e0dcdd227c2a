import type { ResponseShape } from "@patchbay/spec";
import { isRecord } from "../encoding/is-record.ts";

/** A JSON object whose fields can have any shape. */
type Fields = Record<string, unknown>;

/**
 * Whether a body is a success that has the form of the contract, as nearly every body is. `readBody` would return it
 * unchanged, so its code is not loaded. False says nothing: `readBody` decides.
 */
export function isPlain(body: unknown, shape: ResponseShape): body is object {
  if (!isObject(body) || !reportsNothing(body)) return false;
  const { choices } = body;
  return fits(body, shape) && (choices === undefined || (Array.isArray(choices) && choices.every(isPlainChoice)));
}

/** Whether an object has no field that can report a failure. */
function reportsNothing({ error, errors, message, object, type, status }: Fields): boolean {
  return (
    isAbsent(error) &&
    isAbsent(errors) &&
    typeof message !== "string" &&
    object !== "error" &&
    type !== "error" &&
    status !== "failed"
  );
}

function isPlainChoice(choice: unknown): boolean {
  if (!isObject(choice) || !isAbsent(choice.delta) || !reportsNothing(choice)) return false;
  const { message, finish_reason: reason, native_finish_reason: native } = choice;
  return isObject(message) && isPlainMessage(message) && !/error/i.test(`${String(reason)} ${String(native)}`);
}

function isPlainMessage(message: Fields): boolean {
  const { error, content, reasoning, refusal, tool_calls: calls, audio } = message;
  return (
    isAbsent(error) &&
    [content, reasoning, refusal].every(isText) &&
    isList(calls, isPlainCall) &&
    [message.reasoning_details, message.annotations, message.images].every((list) => isList(list, isObject)) &&
    (isAbsent(audio) || isObject(audio))
  );
}

function isPlainCall(call: unknown): boolean {
  if (!isObject(call) || !isText(call.id)) return false;
  const { function: callFunction } = call;
  return (
    isAbsent(callFunction) || (isObject(callFunction) && isText(callFunction.name) && isText(callFunction.arguments))
  );
}

/** Whether a value has the shape: `faultOf` without the reason. */
function fits(value: unknown, shape: ResponseShape): boolean {
  if (shape === null) return !isAbsent(value);
  if (Array.isArray(shape)) return Array.isArray(value) && value.every((item) => fits(item, shape[0] as ResponseShape));
  if (!isObject(value)) return false;
  const fields = shape as Readonly<Record<string, ResponseShape>>;
  for (const key in fields) {
    const name = key.replace("?", "");
    const field = value[name];
    if ((name === key || !isAbsent(field)) && !fits(field, fields[key]!)) return false;
  }
  return true;
}

function isObject(value: unknown): value is Fields {
  return isRecord(value) && !Array.isArray(value);
}

function isAbsent(value: unknown): boolean {
  return value === undefined || value === null;
}

/** Whether a value is a string or absent. */
function isText(value: unknown): boolean {
  return typeof value === "string" || isAbsent(value);
}

/** Whether a value is a list of such items or absent. */
function isList(value: unknown, isItem: (item: unknown) => boolean): boolean {
  return isAbsent(value) || (Array.isArray(value) && value.every(isItem));
}
