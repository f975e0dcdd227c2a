import type { Reply } from "@patchbay/service/http/reply";
import {
  added,
  framesOf,
  isEvent,
  isStreamed,
  later,
  objectIn,
  payloadOf,
  toEvent,
  withFrames,
  withPayload,
  withText,
  type Edited,
  type JsonObject,
} from "./edit-reply.ts";
import type { Fault, FaultReport } from "./fault.ts";
import { tryParseJson } from "@patchbay/service/json/parse-json";
import { formatOf } from "./api-format.ts";
import { interrupt } from "./interrupt.ts";
import { breakArguments } from "./invalid-arguments.ts";

type Of<Kind extends Fault["kind"]> = Extract<Fault, { kind: Kind }>;
type Apply = { readonly [Kind in Fault["kind"]]: (reply: Reply, fault: Of<Kind>) => Reply | string };

/** Applies faults to a reply, and reports which of them were applied. */
export function applyFaults(
  reply: Reply,
  faults: readonly Fault[],
): { readonly reply: Reply; readonly reports: readonly FaultReport[] } {
  let made = reply;
  // A fault that ends or pauses the body counts the bytes after all other edits.
  const sorted = faults.toSorted((a, b) => turnOf(a) - turnOf(b));
  const reports = sorted.map((fault): FaultReport => {
    const { kind } = fault;
    if (made.connection) return { kind, applied: false, reason: "the connection breaks before the response" };
    if (made.stream && !passable.has(kind)) return { kind, applied: false, reason: passedOn };
    const changed = (applies[kind] as (reply: Reply, fault: Fault) => Reply | string)(made, fault);
    if (typeof changed === "string") return { kind, applied: false, reason: changed };
    made = changed;
    return { kind, applied: true };
  });
  return { reply: made, reports };
}

/**
 * Sort order. A connection that breaks before the headers makes other faults pointless; faults that end or pause the
 * body come last.
 */
function turnOf(fault: Fault): number {
  if (fault.kind === "connection_refused" || isBreak(fault)) return 0;
  return interrupting.has(fault.kind) ? 2 : 1;
}

function isBreak(fault: Fault): boolean {
  return fault.kind === "connection_reset" && fault.afterEvents === undefined && fault.afterBytes === undefined;
}

const interrupting: ReadonlySet<Fault["kind"]> = new Set(["connection_reset", "truncated", "stall"]);
/** The faults that can be applied to a proxied response, whose bytes are forwarded as they arrive. */
const passable: ReadonlySet<Fault["kind"]> = new Set(["wrong_content_type", "connection_closed"]);
const passedOn = "the response is proxied and forwarded unchanged";
const onlyStreams = "the response is not streamed";
const noBody = "the response has no body";
const inPieces = "the body is sent in chunks";

/** Kind → the reply with the fault, or the reason why it cannot be applied. */
const applies: Apply = {
  connection_refused: (reply) => ({ ...reply, connection: "refused" }),
  connection_reset: (reply, fault) => (isBreak(fault) ? { ...reply, connection: "reset" } : interrupt(reply, fault)),
  connection_closed: (reply, { ms = 0 }) => ({ ...reply, closeAfterMs: ms }),
  truncated: interrupt,
  stall: interrupt,
  keep_alive_comments: (reply, { count = 3, everyMs = 0 }) =>
    onStream(reply, (frames) => [
      ...Array.from({ length: count }, (_, index) => added(": OPENROUTER PROCESSING\n\n", index * everyMs, 0)),
      ...frames.map((frame) => later(frame, count * everyMs)),
    ]),
  mid_stream_error: (reply, { afterEvents = 1, status = 502, message = "Provider disconnected" }) =>
    onStream(reply, (frames) => {
      const places = frames.flatMap((frame, index) => (isEvent(frame) ? [index] : []));
      const kept = frames.slice(0, places[afterEvents] ?? frames.length);
      const { at, origin } = kept.at(-1) ?? { at: 0, origin: 0 };
      const first = frames.find((frame) => payloadOf(frame));
      const sent = payloadsOf(kept);
      const event = formatOf(payloadsOf(frames)).toErrorEvent(
        { status, message },
        sent.length > 0 ? sent : payloadsOf(frames).slice(0, 1),
      );
      return [...kept, added(toEvent(event, isNamed(first)), at, origin)];
    }),
  error_in_200: (reply, { status = 502, message = "Provider returned error" }) => ({
    ...withText(
      reply,
      JSON.stringify(formatOf(payloadsOf(framesOf(reply))).toErrorBody({ status, message })),
      "application/json",
    ),
    status: 200,
  }),
  malformed_json: (reply, { afterEvents = 1 }) =>
    isStreamed(reply)
      ? onPayload(reply, (text) => `${text.trimEnd().slice(0, -6)}\n\n`, afterEvents)
      : onText(reply, broken),
  missing_done: (reply) =>
    onStream(reply, (frames) => {
      const { isLast } = formatOf(payloadsOf(frames));
      const isDone = (frame: Edited): boolean =>
        isLast ? isLast(payloadOf(frame) ?? {}) : frame.text.includes("[DONE]");
      const kept = frames.filter((frame) => !isDone(frame));
      return kept.length < frames.length ? kept : "the stream has no [DONE]";
    }),
  wrong_content_type: (reply, { value = "text/html" }) => ({
    ...reply,
    headers: { ...reply.headers, "content-type": value },
  }),
  leading_whitespace: (reply, { text = "\n\n   " }) =>
    isStreamed(reply)
      ? onStream(reply, (frames) => [added(text, frames[0]?.at ?? 0, 0), ...frames])
      : onText(reply, (body) => text + body),
  usage: (reply, { how }) => {
    if (!isStreamed(reply) && how === "duplicate") return onlyStreams;
    return onPayloads(reply, "usage", (payload, frame, format) => {
      if (how === "duplicate") return frame && format.reportsUsage(payload) ? [frame, frame] : undefined;
      const changed = format.withoutUsage(payload);
      return changed === null ? [] : changed;
    });
  },
  finish_reason: (reply, { value }) =>
    onPayloads(reply, "finish reason", (payload, _, format) => format.withFinishReason(payload, value)),
  invalid_tool_arguments: (reply) =>
    isStreamed(reply)
      ? onStream(reply, (frames) => breakArguments(frames, formatOf(payloadsOf(frames))))
      : breakBodyArguments(reply),
  oversized_event: (reply, { bytes }) => {
    const padding = "x".repeat(bytes);
    if (isStreamed(reply))
      return onPayload(reply, (_, frame) => withPayload(frame, { ...payloadOf(frame), padding }).text, 1);
    return onText(reply, (text) => {
      const body = objectIn(text);
      // White space is allowed after any JSON value.
      return body ? JSON.stringify({ ...body, padding }) : text + " ".repeat(bytes);
    });
  },
};

function onStream(reply: Reply, edit: (frames: readonly Edited[]) => readonly Edited[] | string): Reply | string {
  if (!isStreamed(reply)) return onlyStreams;
  const edited = edit(framesOf(reply));
  return typeof edited === "string" ? edited : withFrames(reply, edited);
}

/** The JSON objects of events, or the one of a complete body. */
function payloadsOf(frames: readonly Edited[]): JsonObject[] {
  return frames.flatMap((frame): JsonObject[] => {
    const payload = payloadOf(frame) ?? objectIn(frame.text);
    return payload ? [payload] : [];
  });
}

function isNamed(frame: Edited | undefined): boolean {
  return frame?.text.startsWith("event: ") ?? false;
}

/** Edits the first JSON event after `after` others. */
function onPayload(reply: Reply, edit: (text: string, frame: Edited) => string, after: number): Reply | string {
  return onStream(reply, (frames) => {
    const places = frames.flatMap((frame, index) => (payloadOf(frame) ? [index] : []));
    const place = places[after];
    if (place === undefined) return `the stream has ${places.length} JSON events`;
    return frames.map((frame, index) => (index === place ? { ...frame, text: edit(frame.text, frame) } : frame));
  });
}

type EditPayload = (
  payload: JsonObject,
  frame: Edited | undefined,
  format: ReturnType<typeof formatOf>,
) => JsonObject | readonly Edited[] | undefined;

/** Edits a body, or every event of a stream. An edit returns the new payload, frames in place of the event, or no change. */
function onPayloads(reply: Reply, what: string, edit: EditPayload): Reply | string {
  const isStream = isStreamed(reply);
  const none = `the ${isStream ? "stream" : "response"} has no ${what}`;
  if (!isStream)
    return onObject(reply, (body) => (edit(body, undefined, formatOf([body])) as JsonObject | undefined) ?? none);
  return onStream(reply, (frames) => {
    const format = formatOf(payloadsOf(frames));
    let isChanged = false;
    const edited = frames.flatMap((frame) => {
      const payload = payloadOf(frame);
      const changed = payload && edit(payload, frame, format);
      if (!changed) return [frame];
      isChanged = true;
      return Array.isArray(changed) ? (changed as Edited[]) : [withPayload(frame, changed as JsonObject)];
    });
    return isChanged ? edited : none;
  });
}

function onText(reply: Reply, edit: (text: string) => string): Reply | string {
  const { body } = reply;
  if (body.kind !== "text") return inPieces;
  return body.text === "" ? noBody : withText(reply, edit(body.text));
}

function onObject(reply: Reply, edit: (body: JsonObject) => JsonObject | string): Reply | string {
  if (reply.body.kind !== "text") return inPieces;
  const body = objectIn(reply.body.text);
  const edited = body ? edit(body) : "the body is not a JSON object";
  return typeof edited === "string" ? edited : withText(reply, JSON.stringify(edited));
}

/** The first half of a string, which is never valid JSON. */
function broken(text: string): string {
  const half = text.slice(0, Math.ceil(text.length / 2));
  return tryParseJson(half) === undefined ? half : `${half}{`;
}

function breakBodyArguments(reply: Reply): Reply | string {
  return onObject(reply, (body) => {
    let found = false;
    const edited = JSON.parse(JSON.stringify(body), (name, value: unknown) => {
      if (name !== "arguments" || typeof value !== "string") return value;
      found = true;
      return `${value.slice(0, -1)},`;
    }) as JsonObject;
    return found ? edited : "the response has no tool call with arguments";
  });
}
