import { tryParseJson } from "@patchbay/service/json/parse-json";
import { eventData } from "@patchbay/service/http/event-data";
import { isRecord } from "../rules/check.ts";
import type { Frame, FrameBody, Reply } from "@patchbay/service/http/reply";

export type JsonObject = Record<string, unknown>;

/** A frame, and how many frames of the original reply have been sent once it is sent. */
export interface Edited extends Frame {
  readonly origin: number;
}

/** Whether a reply is a stream of events. A complete body sent in chunks has a `content-length`. */
export function isStreamed({ body, headers }: Reply): boolean {
  return body.kind === "frames" && headers["content-length"] === undefined;
}

/** The frames of a reply. A complete body is one frame. */
export function framesOf({ body }: Reply): Edited[] {
  const whole = body.kind === "text" && body.text !== "" ? [{ text: body.text, at: 0 }] : [];
  const frames: readonly Frame[] = body.kind === "frames" ? body.frames : whole;
  return frames.map((frame, index) => ({ ...frame, origin: index + 1 }));
}

/**
 * Replaces the frames of a reply. Frames that were sent still count in the frames of the original, so that the cost
 * stays correct.
 */
export function withFrames(reply: Reply, edited: readonly Edited[], end?: FrameBody["end"]): Reply {
  const { body } = reply;
  const before: FrameBody =
    body.kind === "frames" ? body : { kind: "frames", frames: framesOf(reply), ended: () => undefined };
  const isWhole = edited.at(-1)?.origin === before.frames.length;
  const last = end ?? before.end;
  return {
    ...reply,
    body: {
      kind: "frames",
      frames: edited,
      ...(last && { end: last }),
      ended: (sent, complete) => before.ended(edited[sent - 1]?.origin ?? 0, complete && isWhole),
    },
  };
}

/** Replaces the body of a reply with text. A stream that is replaced is settled as if none of it was sent. */
export function withText(reply: Reply, text: string, contentType?: string): Reply {
  if (reply.body.kind === "frames") reply.body.ended(0, false);
  const { "content-length": _, ...headers } = reply.headers;
  return {
    ...reply,
    headers: { ...headers, ...(contentType !== undefined && { "content-type": contentType }) },
    body: { kind: "text", text },
  };
}

export function later<F extends Frame>(frame: F, ms: number): F {
  return { ...frame, at: frame.at + ms };
}

export function added(text: string, at: number, origin: number): Edited {
  return { text, at, origin };
}

/** Whether a frame is an event and not a comment. */
export function isEvent({ text, bytes }: Frame): boolean {
  return bytes !== undefined || !text.startsWith(":");
}

/** The JSON object of an event, or `undefined` for any other frame. */
export function payloadOf(frame: Frame | undefined): JsonObject | undefined {
  const data = frame && !frame.bytes ? eventData(frame.text) : undefined;
  return data?.startsWith("{") ? objectIn(data) : undefined;
}

/** The JSON object in a string, or `undefined` for any other string. */
export function objectIn(text: string): JsonObject | undefined {
  const value = tryParseJson(text);
  return isRecord(value) ? value : undefined;
}

/** The text of an event. An event of an API whose events have types is named for its type. */
export function toEvent(payload: JsonObject, isNamed = false): string {
  const name = isNamed ? `event: ${String(payload.type)}\n` : "";
  return `${name}data: ${JSON.stringify(payload)}\n\n`;
}

/** The event with another payload. */
export function withPayload(frame: Edited, payload: JsonObject): Edited {
  return { ...frame, text: toEvent(payload, frame.text.startsWith("event: ")) };
}
