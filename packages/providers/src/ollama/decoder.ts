import type { PartDecoder, WireEvent } from "../adapter.ts";
import { createCallId } from "../content/call-id.ts";
import { formatArguments } from "../content/tool-arguments.ts";
import { toErrorPart } from "../failures/error-part.ts";
import { malformed, truncated } from "../failures/response-failures.ts";
import { isObject, parseJson, toCount, toObject, toObjects, toText, type JsonObject } from "../fields/json-value.ts";
import type { ProviderPart, ProviderUsage } from "../unified.ts";
import { readOllamaError } from "./error.ts";

interface State {
  calls: number;
  isIdentified: boolean;
  hasEnded: boolean;
}

/** Creates the decoder of a response of `/api/chat`: one JSON object per line, whose last has `done: true`. */
export function createOllamaDecoder(): PartDecoder {
  const state: State = { calls: 0, isIdentified: false, hasEnded: false };
  const end = (parts: readonly ProviderPart[]): readonly ProviderPart[] => {
    state.hasEnded ||= parts.some(({ type }) => type === "error" || type === "finish");
    return parts;
  };
  return {
    push: (event) => (state.hasEnded ? [] : end(readLine(state, event))),
    end: () => (state.hasEnded ? [] : end([toErrorPart(truncated())])),
    isComplete: () => state.hasEnded,
  };
}

function readLine(state: State, { data }: WireEvent): ProviderPart[] {
  const line = parseJson(data);
  if (!isObject(line)) return [toErrorPart(malformed("a line that is not a JSON object", data))];
  if (line.error !== undefined)
    return [toErrorPart(readOllamaError({ status: statusOf(line), headers: {}, body: line }))];
  const { thinking, content, tool_calls: calls } = toObject(line.message);
  const reasoning = toText(thinking);
  const text = toText(content);
  return [
    ...readHead(state, line),
    ...(reasoning === undefined ? [] : [{ type: "reasoning" as const, text: reasoning }]),
    ...(text === undefined ? [] : [{ type: "text" as const, text }]),
    ...toObjects(calls).map((call) => readCall(state, call)),
    ...(line.done === true ? readEnd(state, line) : []),
  ];
}

/** The status of an error in a line, which newer versions send. */
function statusOf({ status, status_code: code }: JsonObject): number {
  const value = toCount(status) ?? toCount(code);
  return value !== undefined && value >= 400 && value <= 599 ? value : 500;
}

function readHead(state: State, { model }: JsonObject): ProviderPart[] {
  const name = toText(model);
  if (state.isIdentified || name === undefined) return [];
  state.isIdentified = true;
  return [{ type: "response", model: name }];
}

/** A whole call. Its id is ours: older versions have none, and newer ones have repeated ids in a conversation. */
function readCall(state: State, call: JsonObject): ProviderPart {
  const { name, arguments: args } = toObject(call.function);
  const index = state.calls++;
  return {
    type: "tool-call-delta",
    index,
    id: createCallId(),
    name: toText(name) ?? "",
    arguments: formatArguments(args),
  };
}

/** The last line: usage and finish. `stop` says nothing about tool calls. */
function readEnd({ calls }: State, line: JsonObject): ProviderPart[] {
  const native = toText(line.done_reason) ?? "stop";
  const usage = toUsage(line);
  const reason = native === "length" ? "length" : calls > 0 ? "tool_calls" : "stop";
  return [...(usage ? [{ type: "usage" as const, usage }] : []), { type: "finish", reason, nativeReason: native }];
}

/** The usage; `undefined` without both counts, since Ollama leaves out that of a prompt which its cache has. */
function toUsage({ prompt_eval_count: prompt, eval_count: completion }: JsonObject): ProviderUsage | undefined {
  const promptTokens = toCount(prompt);
  const completionTokens = toCount(completion);
  if (promptTokens === undefined || completionTokens === undefined) return undefined;
  return { promptTokens, completionTokens };
}
