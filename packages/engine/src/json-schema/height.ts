import { getOwn } from "../data/get-own.ts";
import { isSchema, referenceOf, resolveReference, type Schema } from "./schema.ts";

/** The height above which a value counts as infinite. */
const highest = 24;

/** Finds the least depth of a value of a schema, so that a recursive schema can terminate. */
export class Heights {
  readonly #root: unknown;
  readonly #spend: (steps: number) => void;
  /** Schema → heights that are known to be too low, and the sufficient one. */
  readonly #known = new Map<Schema, { tooLow: number; enough: number }>();

  /** `spend` counts the visited schemas, and may throw. */
  constructor(root: unknown, spend: (steps: number) => void) {
    this.#root = root;
    this.#spend = spend;
  }

  /** The least height of a value. `Infinity` if every value is too deep. */
  of(schema: unknown): number {
    for (let height = 0; height <= highest; height++) if (this.#fits(schema, height)) return height;
    return Infinity;
  }

  /** Whether a schema has a value up to a height. */
  #fits(schema: unknown, height: number): boolean {
    if (height < 0) return false;
    if (!isSchema(schema)) return schema !== false;
    const known = this.#known.get(schema) ?? { tooLow: -1, enough: Infinity };
    if (height >= known.enough) return true;
    if (height <= known.tooLow) return false;
    this.#known.set(schema, known);
    this.#spend(1 + Object.keys(schema).length);
    const fits = this.#find(schema, height);
    if (fits) known.enough = Math.min(known.enough, height);
    else known.tooLow = Math.max(known.tooLow, height);
    return fits;
  }

  #find(schema: Schema, height: number): boolean {
    const reference = referenceOf(schema);
    if (reference !== undefined) {
      this.#spend(reference.length);
      return this.#fits(resolveReference(this.#root, reference), height - 1);
    }
    if (schema.const !== undefined || Array.isArray(schema.enum)) return true;
    const { allOf, anyOf = schema.oneOf, properties, required, prefixItems, items, minItems } = schema;
    if (Array.isArray(allOf) && !allOf.every((part) => this.#fits(part, height - 1))) return false;
    if (Array.isArray(anyOf) && !anyOf.some((branch) => this.#fits(branch, height - 1))) return false;
    const members = isSchema(properties) && Array.isArray(required) ? required : [];
    this.#spend(members.length);
    if (!members.every((name) => this.#fits(getOwn(properties as Schema, String(name)) ?? true, height - 1)))
      return false;
    const prefix = Array.isArray(prefixItems) ? prefixItems : [];
    return (
      prefix.every((item) => this.#fits(item, height - 1)) &&
      (!(Number(minItems) > prefix.length) || this.#fits(items, height - 1))
    );
  }
}
