import type { Schema } from "./schema.ts";

/** Members and items that a schema has evaluated, for `unevaluatedProperties` and `unevaluatedItems`. */
export interface Evaluated {
  readonly names: Set<string>;
  /** The number of leading items. */
  items: number;
  /** Further items, found by `contains`. */
  readonly indexes: Set<number>;
}

/** A keyword that a value violates. */
export interface Broken {
  readonly check: Checker;
}

/** The context of a keyword's check. */
export interface Checker {
  /** The root schema, in which references are resolved. */
  readonly root: unknown;
  readonly evaluated: Evaluated;
  /** JSON pointer into the value. */
  readonly pointer: string;
  /** JSON pointer into the schema. */
  readonly at: string;
  /** Spends steps of the budget. Throws when none remain. */
  spend(steps: number): void;
  /** Validates the same value against another schema. Its evaluations count if the value matches. */
  same(schema: unknown, value: unknown, ...path: readonly string[]): Broken | undefined;
  /** Validates a member or an item. */
  below(schema: unknown, value: unknown, key: string, ...path: readonly string[]): Broken | undefined;
}

/** Additional context of a keyword's check. */
export interface KeywordContext {
  /** The schema that contains the keyword. */
  readonly schema: Schema;
  readonly check: Checker;
}

/** True if a value violates the keyword; the violated keyword if the mistake is deeper. */
export type Keyword = (value: unknown, wanted: unknown, context: KeywordContext) => boolean | Broken | undefined;
