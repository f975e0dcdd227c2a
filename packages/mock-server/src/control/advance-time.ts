import { isTime } from "@patchbay/engine/data/clock";
import type { ServerHandle } from "../pipeline/server-handle.ts";

/** Advances a server's clock; negative values move it back. Returns false and changes nothing outside the years 1 to 9998. */
export function advance({ state, shift }: Pick<ServerHandle, "state" | "shift">, ms: number): boolean {
  if (!isTime(state.now() + ms)) return false;
  shift.ms += ms;
  return true;
}

/** The error text for a clock outside the supported years. */
export function beyondClock(ms: number): string {
  return `expected a number of milliseconds that keeps the clock in the years 1 to 9998, got ${ms}`;
}
