import type { ServerResponse } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import type { ProviderBehavior } from "./behavior.ts";
import type { ProviderEvent } from "./reply.ts";

/** A response before it is written. */
export interface PlannedResponse {
  readonly status: number;
  readonly contentType: string;
  readonly isStream: boolean;
  readonly events: readonly ProviderEvent[];
}

/** Writes a response with the delays and the breaks of a behavior. Resolves when it has ended, or never if it hangs. */
export async function writeResponse(
  response: ServerResponse,
  plan: PlannedResponse,
  behavior: ProviderBehavior,
): Promise<void> {
  const { resetAfter = Infinity, cutAfter = Infinity, hang } = behavior;
  if (resetAfter < 0) return reset(response);
  await behavior.after;
  await pause(behavior.delayToHeaders);
  if (hang === "before-headers" || response.destroyed) return;
  const body = Buffer.concat(plan.events.map(({ text }) => Buffer.from(text)));
  const length = plan.isStream ? {} : { "content-length": String(body.length) };
  response.writeHead(plan.status, { "content-type": plan.contentType, ...length, ...behavior.headers });
  response.flushHeaders();
  if (hang === "after-headers") return;
  if (plan.isStream) await pause(behavior.delayToFirstToken);
  let rest = Math.min(cutAfter, resetAfter);
  let isFirst = true;
  for (const bytes of plan.isStream ? piecesOf(plan.events, behavior) : [{ bytes: body, isContent: false }]) {
    if (bytes.isContent && !isFirst) await pause(behavior.delayBetweenTokens);
    if (bytes.isContent && !isFirst && hang === "after-first-token") return;
    isFirst &&= !bytes.isContent;
    if (response.destroyed) return;
    if (bytes.bytes.length >= rest) return breakOff(response, bytes.bytes.subarray(0, rest), resetAfter <= cutAfter);
    rest -= bytes.bytes.length;
    if (!response.write(bytes.bytes)) await drained(response);
  }
  response.end();
}

interface Piece {
  readonly bytes: Buffer;
  readonly isContent: boolean;
}

/** The writes of a stream. Without delays they are one, as from a fast provider. */
function piecesOf(events: readonly ProviderEvent[], { delayBetweenTokens, hang }: ProviderBehavior): Piece[] {
  const pieces = events.map(({ text, isContent }) => ({ bytes: Buffer.from(text), isContent }));
  if (delayBetweenTokens !== undefined || hang !== undefined) return pieces;
  return [{ bytes: Buffer.concat(pieces.map(({ bytes }) => bytes)), isContent: true }];
}

function breakOff(response: ServerResponse, last: Buffer, isReset: boolean): Promise<void> {
  return new Promise((resolve) => {
    const end = (): void => {
      if (isReset) reset(response);
      else response.socket?.end();
      resolve();
    };
    if (last.length > 0) response.write(last, end);
    else end();
  });
}

function reset(response: ServerResponse): void {
  response.socket?.resetAndDestroy();
}

const pause = (ms: number | undefined): Promise<unknown> => (ms === undefined ? Promise.resolve() : sleep(ms));

const drained = (response: ServerResponse): Promise<void> =>
  new Promise((resolve) => {
    response.once("drain", resolve);
    response.once("close", resolve);
  });
