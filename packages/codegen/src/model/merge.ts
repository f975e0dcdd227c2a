import type { Json, JsonObject } from "../json.ts";

/** How the events of a stream add up to the response. */
export interface Accumulator {
  /** The response before the first event. There is no response until an event changes it. */
  readonly initial: JsonObject;
  /** The first rule that an event matches is applied. */
  readonly rules: readonly EventRule[];
}

interface EventRule {
  /** Path in the event → patterns, one of which its text matches. `*` stands for any text. */
  readonly when?: Readonly<Record<string, readonly string[]>>;
  /** A field of the event that is an object. */
  readonly has?: string;
  readonly steps: readonly MergeStep[];
}

/** Merges one value of the event into one place of the response. A value that is absent changes nothing. */
interface MergeStep {
  /** The way from the response to the place. Absent: the response itself. */
  readonly at?: readonly PathStep[];
  /** A field of the object at the place. Absent: the place itself. */
  readonly to?: string;
  /** Path of the value in the event. Absent: the event itself. */
  readonly from?: string;
  /** A constant in place of a value of the event. */
  readonly value?: Json;
  readonly rule: MergeRule;
}

/** One step on the way: into an object, which is created, or to a place in a list. */
type PathStep = { readonly object: string } | (Position & { readonly list: string });

/** The place of an item in a list. */
interface Position {
  /** The path of the index in the event: an integer of 0 or more. */
  readonly index: string;
  /** Whether the index may be a string with a number. */
  readonly numeric?: boolean;
  /** The path of the item's `id` in the event, for an event without an index. */
  readonly id?: string;
  /** Where an item without an index and a known id is: at the end, the last item, at the place in its list, or nowhere. */
  readonly missing: "append" | "last" | "place" | "ignore";
  /** Whether indexes can have gaps, which the response does not have. Absent: a gap is filled with null. */
  readonly sparse?: boolean;
  /** How many places an index may skip; a larger index counts as missing. */
  readonly maxSkipped?: number;
  /** The fields of a new item. Absent: an event for an item that does not exist changes nothing. */
  readonly create?: JsonObject;
}

export type MergeRule = MergeWord | ObjectRule | ListRule | BlocksRule | CallsRule | WholeRule;

export type MergeWord =
  | "append"
  | "auto"
  | "concat"
  | "extend"
  | "extend_filled"
  | "filled"
  | "first"
  | "first_or_last"
  | "ignore"
  | "join"
  | "json"
  | "known"
  | "put"
  | "replace"
  | "text";

/** Merges an object field by field. */
interface ObjectRule {
  readonly op: "object";
  readonly fields?: Readonly<Record<string, MergeRule>>;
  /** The rule of every other field. `last`: as in the last event. `first_and_last`: as in the first and the last event. */
  readonly otherwise?: MergeWord | "last" | "first_and_last";
  /** Field of the event → its name in the response. */
  readonly rename?: Readonly<Record<string, string>>;
  /** Fields that the response always has. */
  readonly constants?: JsonObject;
  /** Values of fields that are absent. */
  readonly defaults?: JsonObject;
  /** Field whose empty text becomes null → the field that must be present for this. */
  readonly emptyIsNullWith?: Readonly<Record<string, string>>;
}

/** Merges each item of a list into the item at its position. */
interface ListRule extends Position {
  readonly op: "list";
  readonly item: ObjectRule;
}

/** Merges pieces of blocks, such as reasoning details. */
interface BlocksRule {
  readonly op: "blocks";
  readonly type: string;
  readonly index: string;
  readonly id: string;
  /** Fields whose texts are pieces. */
  readonly texts: readonly string[];
  /** Types that continue the last block if they have no index. */
  readonly continued: readonly string[];
  readonly signature: string;
  /** Fields that start a new block after a signature. */
  readonly signed: readonly string[];
}

/** Merges pieces of tool calls. */
interface CallsRule {
  readonly op: "calls";
  readonly index: string;
  readonly id: string;
  readonly type: string;
  readonly function: string;
  readonly name: string;
  readonly arguments: string;
  readonly maxSkipped: number;
  readonly initial: JsonObject;
  readonly emptyArguments: string;
}

/** Replaces the response, but not these lists. */
interface WholeRule {
  readonly op: "whole";
  /** `keep`: the list so far. `keep_if_empty`: the new list if it has items. `put`: the new items replace those so far. */
  readonly lists: Readonly<Record<string, "keep" | "keep_if_empty" | "put">>;
}
