import { toErrorObject } from "@patchbay/service/dialects/messages/messages-error";
import { stopReasons } from "@patchbay/service/dialects/messages/messages-response";
import { getOwn } from "@patchbay/engine/data/get-own";
import { isRecord } from "../rules/check.ts";
import type { JsonObject } from "./edit-reply.ts";

/** The error of a fault. */
interface FaultError {
  readonly status: number;
  readonly message: string;
}

/** Where the responses and events of one API have what faults change. An edit returns `undefined` if it changes nothing. */
export interface ApiFormat {
  /** The error body of the API. */
  toErrorBody(error: FaultError): JsonObject;
  /** The event that interrupts a stream. `before` are the payloads of the events that were sent. */
  toErrorEvent(error: FaultError, before: readonly JsonObject[]): JsonObject;
  /** Whether an event reports usage; `duplicate` sends it twice. */
  reportsUsage(payload: JsonObject): boolean;
  /** An event or a body without usage. `null` removes the event. */
  withoutUsage(payload: JsonObject): JsonObject | null | undefined;
  withFinishReason(payload: JsonObject, value: string | null): JsonObject | undefined;
  /** Whether an event has a piece of the arguments of a tool call. */
  isArguments(payload: JsonObject): boolean;
  /** Whether an event marks the end of a stream. Absent if `[DONE]` does. */
  readonly isLast?: (payload: JsonObject) => boolean;
}

/** The API of a body, or of a stream with these payloads. */
export function formatOf(payloads: readonly JsonObject[]): ApiFormat {
  const [first = {}] = payloads;
  const { type, object } = first;
  if (object === "response" || (typeof type === "string" && type.startsWith("response."))) return responses;
  return type === "message" || type === "message_start" ? messages : chat;
}

function toChatError({ status, message }: FaultError): JsonObject {
  return { code: status, message, metadata: { error_type: "provider_unavailable" } };
}

const chat: ApiFormat = {
  toErrorBody: (error) => ({ error: toChatError(error) }),
  toErrorEvent(error, [first]) {
    const { usage: _, ...head } = first ?? {};
    const choices = [{ index: 0, delta: { content: "" }, finish_reason: "error", native_finish_reason: "error" }];
    return { ...head, choices, error: toChatError(error) };
  },
  reportsUsage: ({ usage }) => usage !== undefined,
  withoutUsage: ({ usage, ...rest }) =>
    usage === undefined ? undefined : rest.object === "chat.completion.chunk" ? null : rest,
  withFinishReason(body, value) {
    if (!Array.isArray(body.choices)) return undefined;
    const before = body.choices as unknown[];
    const after = before.map((choice) =>
      isRecord(choice) && choice.finish_reason != null ? { ...choice, finish_reason: value } : choice,
    );
    return after.some((choice, index) => choice !== before[index]) ? { ...body, choices: after } : undefined;
  },
  isArguments: ({ choices }) => {
    const text = JSON.stringify(choices ?? null);
    return text.includes('"arguments":"') && !text.includes('"name"');
  },
};

/** The response of an event that has one, or the body itself. */
function edit(payload: JsonObject, change: (response: JsonObject) => JsonObject | undefined): JsonObject | undefined {
  if (payload.object === "response") return change(payload);
  const response = isRecord(payload.response) ? change(payload.response) : undefined;
  return response && { ...payload, response };
}

/** Finish reason → how a response ended. */
const endings: Readonly<Record<string, { readonly status: string; readonly reason?: string }>> = {
  stop: { status: "completed" },
  tool_calls: { status: "completed" },
  length: { status: "incomplete", reason: "max_output_tokens" },
  content_filter: { status: "incomplete", reason: "content_filter" },
  error: { status: "failed" },
};

const responses: ApiFormat = {
  toErrorBody: (error) => ({ error: toChatError(error) }),
  toErrorEvent({ message }, before) {
    const started = before.find(({ response }) => isRecord(response))?.response as JsonObject | undefined;
    const output = before.flatMap(({ type, item }) => (type === "response.output_item.done" ? [item] : []));
    const error = { code: "server_error", message };
    const response = { ...started, status: "failed", output, error, error_type: "provider_unavailable" };
    return { type: "response.failed", sequence_number: before.length, response };
  },
  reportsUsage: ({ response }) => isRecord(response) && response.usage != null,
  withoutUsage: (payload) =>
    edit(payload, ({ usage, ...response }) => (usage == null ? undefined : { ...response, usage: null })),
  withFinishReason(payload, value) {
    const ending = value === null ? { status: null } : (getOwn(endings, value) ?? { status: value });
    const changed = edit(payload, (response) => {
      if (response.completed_at == null && response.usage == null) return undefined;
      const reason = "reason" in ending ? ending.reason : undefined;
      return { ...response, status: ending.status, incomplete_details: reason === undefined ? null : { reason } };
    });
    if (!changed || changed.type === undefined) return changed;
    const isKnown = value !== null && Object.hasOwn(endings, value);
    return isKnown ? { ...changed, type: `response.${String(ending.status)}` } : changed;
  },
  isArguments: ({ type }) => type === "response.function_call_arguments.delta",
};

function toMessagesError({ status, message }: FaultError): JsonObject {
  return { type: "error", error: toErrorObject(status, message, "provider_unavailable"), request_id: null };
}

const messages: ApiFormat = {
  toErrorBody: toMessagesError,
  toErrorEvent: toMessagesError,
  reportsUsage: ({ type, usage }) => type === "message_delta" && usage !== undefined,
  withoutUsage({ message, usage, ...rest }) {
    if (isRecord(message) && message.usage !== undefined) {
      const { usage: _, ...started } = message;
      return { ...rest, message: started };
    }
    return usage === undefined ? undefined : { ...rest, ...(message !== undefined && { message }) };
  },
  withFinishReason(payload, value) {
    const stop_reason = value === null ? null : (getOwn(stopReasons, value) ?? value);
    if (payload.type === "message") return { ...payload, stop_reason };
    return payload.type === "message_delta" && isRecord(payload.delta)
      ? { ...payload, delta: { ...payload.delta, stop_reason } }
      : undefined;
  },
  isArguments: ({ delta }) => isRecord(delta) && delta.type === "input_json_delta" && delta.partial_json !== "",
  isLast: ({ type }) => type === "message_stop",
};
