import type { PartDecoder, WireEvent } from "../adapter.ts";
import { createCallId } from "../content/call-id.ts";
import type { ProviderFailureFacts } from "../failure.ts";
import { classify } from "../failures/classify.ts";
import { toErrorPart } from "../failures/error-part.ts";
import { malformed, truncated } from "../failures/response-failures.ts";
import { isObject, parseJson, toObject, toObjects, toText, type JsonObject } from "../fields/json-value.ts";
import type { ProviderPart } from "../unified.ts";
import { createCallArguments, type CallArguments } from "./call-arguments.ts";
import { planFormat, thinkingFormat } from "./chat-messages.ts";
import { toCitationAnnotations } from "./citations.ts";
import { readCohereError } from "./error.ts";
import { mapCohereFinish } from "./finish-reason.ts";
import { toCohereUsage } from "./usage.ts";

interface State {
  /** The call whose arguments arrive. Cohere sends one after the other. */
  call: { readonly index: number; readonly text: CallArguments } | undefined;
  readonly ids: Set<string>;
  calls: number;
  hasEnded: boolean;
}

/** Creates the decoder of a response of `/v2/chat`, whose events have a `type`. */
export function createCohereDecoder(): PartDecoder {
  const state: State = { call: undefined, ids: new Set(), calls: 0, hasEnded: false };
  const end = (parts: readonly ProviderPart[]): readonly ProviderPart[] => {
    state.hasEnded ||= parts.some(({ type }) => type === "error" || type === "finish");
    return parts;
  };
  return {
    push: (event) => (state.hasEnded ? [] : end(readEvent(state, event))),
    end: () => (state.hasEnded ? [] : end([toErrorPart(truncated())])),
    isComplete: () => state.hasEnded,
  };
}

function readEvent(state: State, { event, data }: WireEvent): ProviderPart[] {
  if (data === "[DONE]") return [];
  const body = parseJson(data);
  if (!isObject(body)) return [toErrorPart(malformed("an event that is not a JSON object", data))];
  const type = toText(body.type) ?? event;
  if (type === undefined && body.message !== undefined)
    return [toErrorPart(readCohereError({ status: 502, headers: {}, body }))];
  const read = type !== undefined && Object.hasOwn(readers, type) ? readers[type] : undefined;
  return read ? read(state, body, toObject(toObject(body.delta).message)) : [];
}

type Reader = (state: State, body: JsonObject, message: JsonObject) => ProviderPart[];

/** Type of an event → its parts. Unknown events have none. */
const readers: Readonly<Record<string, Reader>> = {
  "message-start": (_, { id }) => (typeof id === "string" ? [{ type: "response", id }] : []),
  "content-start": (_, __, { content }) => readContent(toObject(content)),
  "content-delta": (_, __, { content }) => readContent(toObject(content)),
  "tool-plan-delta": (_, __, { tool_plan: plan }) => toReasoning(plan, planFormat),
  "tool-call-start": (state, _, { tool_calls: call }) => startCall(state, firstOf(call)),
  "tool-call-delta": (state, _, { tool_calls: call }) => {
    const { arguments: text } = toObject(firstOf(call).function);
    return state.call && typeof text === "string" ? toArguments(state.call.index, state.call.text.push(text)) : [];
  },
  "tool-call-end": (state) => endCall(state),
  "citation-start": (_, __, { citations }) => {
    const found = Array.isArray(citations) ? toObjects(citations) : [toObject(citations)];
    const annotations = found.flatMap(toCitationAnnotations);
    return annotations.length > 0 ? [{ type: "annotations", annotations }] : [];
  },
  "message-end": (state, { delta }) => [...endCall(state), ...readEnd(state, toObject(delta))],
};

/** A call, or the first of a list of calls. */
function firstOf(call: unknown): JsonObject {
  return toObject(Array.isArray(call) ? call[0] : call);
}

function readContent({ text, thinking }: JsonObject): ProviderPart[] {
  const output = toText(text);
  return [
    ...toReasoning(thinking, thinkingFormat),
    ...(output === undefined ? [] : [{ type: "text" as const, text: output }]),
  ];
}

function toReasoning(value: unknown, format: string): ProviderPart[] {
  const text = toText(value);
  return text === undefined ? [] : [{ type: "reasoning", text, format }];
}

function startCall(state: State, call: JsonObject): ProviderPart[] {
  const ended = endCall(state);
  const { name, arguments: text } = toObject(call.function);
  const given = toText(call.id);
  const id = given !== undefined && !state.ids.has(given) ? given : createCallId();
  state.ids.add(id);
  const index = state.calls++;
  state.call = { index, text: createCallArguments() };
  const first = typeof text === "string" ? state.call.text.push(text) : "";
  return [...ended, { type: "tool-call-delta", index, id, name: toText(name) ?? "" }, ...toArguments(index, first)];
}

/** The rest of the arguments of the call, if one is open. */
function endCall(state: State): ProviderPart[] {
  const { call } = state;
  state.call = undefined;
  return call ? toArguments(call.index, call.text.end()) : [];
}

function toArguments(index: number, text: string): ProviderPart[] {
  return text === "" ? [] : [{ type: "tool-call-delta", index, arguments: text }];
}

function readEnd({ calls }: State, delta: JsonObject): ProviderPart[] {
  const native = toText(delta.finish_reason) ?? "COMPLETE";
  const usage = toCohereUsage(delta.usage);
  const reported: ProviderPart[] = usage ? [{ type: "usage", usage }] : [];
  const reason = mapCohereFinish(native, calls > 0);
  if (reason === "error" || reason === "timeout") return [...reported, toErrorPart(toFailure(native, reason, delta))];
  return [...reported, { type: "finish", reason, nativeReason: native }];
}

function toFailure(native: string, reason: "error" | "timeout", { error }: JsonObject): ProviderFailureFacts {
  const details = toText(error) ?? toText(toObject(error).message);
  const message = `The provider ended its response with ${native}${details === undefined ? "." : `: ${details}`}`;
  return { ...classify({ status: reason === "timeout" ? 504 : 502, message, code: native }), message };
}
