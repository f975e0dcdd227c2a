import { randomUUID } from "node:crypto";

/** A new id of a tool call, for providers that send none. It is unique over all responses, since clients keep calls of many. */
export function createCallId(): string {
  return `call_${randomUUID().replaceAll("-", "")}`;
}
