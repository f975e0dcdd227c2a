import { getOwn } from "../data/get-own.ts";
import { WorkLimitError, type WorkBudget } from "../data/work-budget.ts";
import type { Broken, Checker, Evaluated } from "./keyword.ts";
import { keywords, lateKeywords } from "./keywords.ts";
import { escapePointer, isSchema, type Schema } from "./schema.ts";

/** The first keyword of a schema that a value violates. */
export interface SchemaViolation {
  /** JSON pointer into the value. */
  readonly pointer: string;
  /** JSON pointer to the keyword in the schema. */
  readonly keyword: string;
}

/** The most nested schemas. Deeper ones are infinitely recursive. */
const deepest = 300;
/** The cost of visiting one schema, in steps; a step of a pattern takes a sixtieth of that time. */
const visitSteps = 60;

/**
 * Validates a value against a caller's JSON Schema (draft 2020-12). Returns the first violation, or `undefined` for a
 * valid value. Patterns run in linear time; an invalid pattern or one with a backreference is not checked, and neither
 * is an unresolvable reference. Throws a `WorkLimitError` when validation takes more steps than the budget has. `part`
 * is a part of the schema to validate against, with its pointer; references are resolved in the whole schema.
 */
export function validateSchema(
  root: unknown,
  value: unknown,
  budget: WorkBudget,
  part: { readonly schema: unknown; readonly at: string } = { schema: root, at: "" },
): SchemaViolation | undefined {
  const place = { root, budget, outer: undefined, start: part.at, key: undefined, path: [], depth: 0 };
  const found = new Check(place).run(part.schema, value);
  return found && { pointer: found.check.pointer, keyword: found.check.at };
}

interface Place {
  readonly root: unknown;
  readonly budget: WorkBudget;
  readonly outer: Check | undefined;
  /** JSON pointer to the schema without an outer schema. */
  readonly start?: string;
  /** Member or item of the outer value. `undefined` for the same value. */
  readonly key: string | undefined;
  /** Keywords from the outer schema to this one. */
  readonly path: readonly string[];
  readonly depth: number;
}

/** A schema, or one of its keywords, that is checked at one place of a value. */
class Check implements Checker {
  readonly #place: Place;
  #evaluated: Evaluated | undefined;

  constructor(place: Place, evaluated?: Evaluated) {
    this.#place = place;
    this.#evaluated = evaluated;
  }

  get root(): unknown {
    return this.#place.root;
  }

  get evaluated(): Evaluated {
    return (this.#evaluated ??= { names: new Set(), items: 0, indexes: new Set() });
  }

  /** JSON pointer into the value. Built only for violations, since building it takes longer than a check. */
  get pointer(): string {
    const { outer, key } = this.#place;
    const before = outer?.pointer ?? "";
    return key === undefined ? before : `${before}/${escapePointer(key)}`;
  }

  /** JSON pointer into the schema. */
  get at(): string {
    const { outer, start = "", path } = this.#place;
    return [outer?.at ?? start, ...path.map(escapePointer)].join("/");
  }

  /** Spends steps of the budget. */
  spend(steps: number): void {
    this.#place.budget.spend("steps", steps, () => this.at);
  }

  run(schema: unknown, value: unknown): Broken | undefined {
    if (schema === false) return { check: this };
    if (!isSchema(schema)) return undefined;
    if (this.#place.depth > deepest)
      throw new WorkLimitError(this.at, "the schema is infinitely recursive. Make one of the references optional");
    this.spend(visitSteps);
    let late: string[] | undefined;
    for (const name of Object.keys(schema)) {
      this.spend(1);
      if (lateKeywords.has(name)) (late ??= []).push(name);
      else {
        const broken = this.#apply(name, schema, value);
        if (broken) return broken;
      }
    }
    for (const name of late ?? []) {
      const broken = this.#apply(name, schema, value);
      if (broken) return broken;
    }
    return undefined;
  }

  /** Validates the same value against another schema. Its evaluations count if the value matches. */
  same(schema: unknown, value: unknown, ...path: readonly string[]): Broken | undefined {
    const inner = this.#inside(undefined, path);
    const broken = inner.run(schema, value);
    if (broken) return broken;
    const evaluated = inner.#evaluated;
    if (!evaluated) return undefined;
    this.spend(evaluated.names.size + evaluated.indexes.size);
    for (const name of evaluated.names) this.evaluated.names.add(name);
    for (const index of evaluated.indexes) this.evaluated.indexes.add(index);
    this.evaluated.items = Math.max(this.evaluated.items, evaluated.items);
    return undefined;
  }

  /** Validates a member or an item. */
  below(schema: unknown, value: unknown, key: string, ...path: readonly string[]): Broken | undefined {
    return this.#inside(key, path).run(schema, value);
  }

  #apply(name: string, schema: Schema, value: unknown): Broken | undefined {
    const keyword = keywords.get(name);
    if (!keyword) return undefined;
    const { root, budget, depth } = this.#place;
    const check = new Check({ root, budget, depth, outer: this, key: undefined, path: [name] }, this.evaluated);
    const found = keyword(value, getOwn(schema, name), { schema, check });
    return found === true ? { check } : found || undefined;
  }

  #inside(key: string | undefined, path: readonly string[]): Check {
    const { root, budget, depth } = this.#place;
    return new Check({ root, budget, outer: this, key, path, depth: depth + 1 });
  }
}
