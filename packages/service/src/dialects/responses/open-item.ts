import type { Part } from "../../parts/part.ts";

/** A JSON object. */
export type Fields = Readonly<Record<string, unknown>>;

/** An output item that grows. */
export type Item = Record<string, unknown> & { readonly id: string; readonly type: string; status?: string };

/** Adds an event of an item. Its id and its index are added to the fields. */
export type Emit = (type: string, fields?: Fields) => void;

/** An output item. Its methods emit the events that add up to the item. */
export interface OpenItem {
  readonly item: Item;
  /** Emits the events that complete the contents of the item. */
  end(): void;
}

/** An event of the stream without its `sequence_number`. */
export type OutputEvent = Fields & { readonly type: string };

/** How an output ended. */
export type OutputStatus = "completed" | "incomplete" | "failed";

/** Builds the items of a response from the parts of an output, and the events that add up to them. */
export interface OutputBuilder {
  readonly items: readonly Item[];
  /** Adds a part, and returns its events. */
  write(part: Part): readonly OutputEvent[];
  /** Ends all items, and returns the events. */
  end(status: OutputStatus): readonly OutputEvent[];
}
