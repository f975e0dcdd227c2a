import { list, quote, say, toOpenAiError, type Fault } from "./fault-text.ts";

/**
 * The error body for a fault in a request of the Responses API, as JSON text. `pointer` is its place in that request, and `name` the
 * pattern of valid function names.
 */
export function describeForResponses(fault: Fault, pointer: string, name: RegExp): string {
  const param = toPath(pointer);
  const says = (message: string) => (): { message: string; param: string } => ({ message, param });
  const badName = (given: string): { message: string; param: string } => ({
    message: `Invalid '${param}': ${quote(given)} does not match the pattern '${name.source}'.`,
    param,
  });
  const text = say(fault, {
    "missing-results": ({ ids }) => ({
      message: `No tool output found for function call ${list(ids)}. Each function_call in the input, such as ${param}, needs a function_call_output with its call_id directly after the calls of its turn.`,
      param,
    }),
    "orphan-result": ({ ids }) => ({
      message: `No tool call found for function call output with call_id ${list(ids)}. The function_call_output ${param} must follow a function_call of the same turn with this call_id.`,
      param,
    }),
    "duplicate-result": ({ ids }) => ({
      message: `Duplicate function_call_output ${param}: an earlier function_call_output has the call_id ${list(ids)}.`,
      param,
    }),
    "duplicate-call": ({ ids }) => ({
      message: `Duplicate function_call ${param}: an earlier function_call has the call_id ${list(ids)}.`,
      param,
    }),
    "bad-call-name": (given) => badName(given.name),
    "bad-name": (given) => badName(given.name),
    "duplicate-name": (given) => ({
      message: `Invalid '${param}': ${quote(given.name)} is the name of an earlier tool. Names must be unique.`,
      param,
    }),
    "choice-without-tools": says("Invalid value for 'tool_choice': it is only allowed when 'tools' are specified."),
    "unknown-choice": (given) => ({
      message: `Invalid value for 'tool_choice': ${quote(given.name)} was not found in 'tools'.`,
      param,
    }),
  });
  return toOpenAiError(text);
}

/** `/input/1/name` → `input[1].name` */
function toPath(pointer: string): string {
  return pointer
    .slice(1)
    .replace(/\/(\d+)(?=\/|$)/g, "[$1]")
    .replaceAll("/", ".");
}
