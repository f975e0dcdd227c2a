import type { WireEvent } from "../adapter.ts";

/** Turns the bytes of a response into events while they arrive. */
export interface EventParser {
  /** The events that the bytes complete. Throws a `ProviderFailure` for an event that is too large. */
  readonly push: (bytes: Uint8Array) => readonly WireEvent[];
  /** The last event, if only its end is missing. An event that was cut off is dropped. */
  readonly end: () => readonly WireEvent[];
}
