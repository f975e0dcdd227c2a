import { isRecord } from "../rules/check.ts";
import type { ApiFormat } from "./api-format.ts";
import { payloadOf, withPayload, type Edited } from "./edit-reply.ts";

/** Removes the last piece of the last tool call's arguments, so that the arguments are not valid JSON. */
export function breakArguments(frames: readonly Edited[], format: ApiFormat): readonly Edited[] | string {
  const last = frames.findLastIndex((frame) => {
    const payload = payloadOf(frame);
    return payload !== undefined && format.isArguments(payload);
  });
  if (last < 0) return "the response has no tool call with arguments";
  const { item_id, delta } = payloadOf(frames[last])!;
  const kept = frames.filter((_, index) => index !== last);
  if (typeof item_id !== "string" || typeof delta !== "string") return kept;
  return kept.map((frame) => withoutPiece(frame, item_id, delta));
}

/** In the Responses API, later events repeat the arguments. */
function withoutPiece(frame: Edited, id: string, piece: string): Edited {
  const payload = payloadOf(frame);
  if (!payload || !frame.text.includes('"arguments"')) return frame;
  const shorten = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(shorten);
    if (!isRecord(value)) return value;
    const isCall = value.id === id || value.item_id === id;
    const entries = Object.entries(value).map(([name, member]): [string, unknown] => {
      const isArguments = isCall && name === "arguments" && typeof member === "string" && member.endsWith(piece);
      return [name, isArguments ? member.slice(0, -piece.length) : shorten(member)];
    });
    return Object.fromEntries(entries);
  };
  return withPayload(frame, shorten(payload) as typeof payload);
}
