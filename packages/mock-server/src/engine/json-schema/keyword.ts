import type { Schema } from "./schema.ts";

/** Members and items that a schema has checked, for `unevaluatedProperties` and `unevaluatedItems`. */
export interface Evaluated {
  readonly names: Set<string>;
  /** How many items from the first on. */
  items: number;
  /** Further items, which `contains` has found. */
  readonly indexes: Set<number>;
}

/** A keyword that a value breaks. */
export interface Broken {
  readonly check: Checker;
}

/** Checks a value from the place of a keyword. */
export interface Checker {
  /** The outermost schema, in which references are looked up. */
  readonly root: unknown;
  readonly evaluated: Evaluated;
  /** JSON pointer into the value. */
  readonly pointer: string;
  /** JSON pointer into the schema. */
  readonly at: string;
  /** Takes steps of the budget; throws when none are left. */
  spend(steps: number): void;
  /** Checks the same value by another schema. What that evaluates counts when the value obeys it. */
  same(schema: unknown, value: unknown, ...path: readonly string[]): Broken | undefined;
  /** Checks a member or an item. */
  below(schema: unknown, value: unknown, key: string, ...path: readonly string[]): Broken | undefined;
}

/** What a keyword knows in addition to the value. */
export interface KeywordContext {
  /** The schema that the keyword stands in. */
  readonly schema: Schema;
  readonly check: Checker;
}

/** True when a value breaks a keyword; the broken keyword where the fault lies deeper. */
export type Keyword = (value: unknown, wanted: unknown, context: KeywordContext) => boolean | Broken | undefined;
