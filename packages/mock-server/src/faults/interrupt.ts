import type { FrameBody, Reply } from "@patchbay/service/http/reply";
import { framesOf, isEvent, isStreamed, later, withFrames, type Edited } from "./edit-reply.ts";
import type { Fault } from "./fault.ts";

type Interruption = Extract<Fault, { kind: "connection_reset" | "truncated" | "stall" }>;

/** Ends or pauses a body. Returns the reason when the fault has no effect. */
export function interrupt(reply: Reply, fault: Interruption): Reply | string {
  const frames = framesOf(reply);
  const length = frames.reduce((sum, { text, bytes }) => sum + (bytes ?? encode(text)).length, 0);
  const streamed = isStreamed(reply);
  if (length === 0) return "the response has no body";
  if (reply.body.kind === "frames" && reply.body.end !== undefined) return "another fault ends the body earlier";
  const [before, after] = split(frames, placeOf(fault, streamed, length));
  const ms = fault.kind === "stall" ? fault.ms : undefined;
  // A stream can break after its last event, before the end of the body. A body with a known length is complete then.
  if (after.length === 0 && (!streamed || fault.kind === "truncated" || ms !== undefined))
    return `the body has ${streamed ? `${frames.filter(isEvent).length} events and ` : ""}${length} bytes, and ends before the place of the fault`;
  const announced = streamed ? reply : { ...reply, headers: { ...reply.headers, "content-length": String(length) } };
  if (ms !== undefined) return withFrames(announced, [...before, ...after.map((frame) => later(frame, ms))]);
  return withFrames(announced, before, endOf(fault, streamed));
}

function endOf({ kind }: Interruption, streamed: boolean): FrameBody["end"] {
  if (kind === "stall") return "hang";
  if (kind === "connection_reset") return "reset";
  // A stream ends as if it were complete. A body that announced more bytes can only end with its connection.
  return streamed ? "clean" : "close";
}

interface Place {
  readonly events: number;
  readonly bytes: number;
}

function placeOf({ afterEvents, afterBytes }: Interruption, streamed: boolean, length: number): Place {
  if (streamed)
    return { events: afterEvents ?? (afterBytes === undefined ? 1 : Infinity), bytes: afterBytes ?? Infinity };
  const half = afterEvents === 0 ? 0 : Math.floor(length / 2);
  return { events: Infinity, bytes: afterBytes ?? half };
}

/** Splits frames at a position, which may be in the middle of a character. */
function split(frames: readonly Edited[], { events, bytes: most }: Place): [before: Edited[], after: Edited[]] {
  const before: Edited[] = [];
  let left = most;
  let seen = 0;
  for (const [index, frame] of frames.entries()) {
    if (isEvent(frame)) seen++;
    if (seen > events || left <= 0) return [before, frames.slice(index)];
    const bytes = frame.bytes ?? encode(frame.text);
    if (bytes.length > left) {
      before.push({ ...frame, bytes: bytes.slice(0, left), origin: frame.origin - 1 });
      return [before, [{ ...frame, bytes: bytes.slice(left) }, ...frames.slice(index + 1)]];
    }
    before.push(frame);
    left -= bytes.length;
  }
  return [before, []];
}

const encoder = new TextEncoder();

function encode(text: string): NonNullable<Edited["bytes"]> {
  return encoder.encode(text);
}
