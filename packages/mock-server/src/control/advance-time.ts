import { isTime } from "../engine/data/clock.ts";
import type { ServerHandle } from "../pipeline/handle-request.ts";

/** Moves a server's clock, below zero back; false, and nothing changes, where its date would leave the years 1 to 9998. */
export function advance({ instance, shift }: Pick<ServerHandle, "instance" | "shift">, ms: number): boolean {
  if (!isTime(instance.state.now() + ms)) return false;
  shift.ms += ms;
  return true;
}

/** Why the clock was not moved. */
export function beyondClock(ms: number): string {
  return `expected a number of milliseconds that keeps the clock in the years 1 to 9998, got ${ms}`;
}
