import { canonical } from "../json-schema/schema.ts";
import { getOwn } from "../data/get-own.ts";
import {
  below,
  deepest,
  largest,
  least,
  randomAt,
  subschemas,
  type ObjectPart,
  type Part,
  type Place,
} from "./place.ts";

/** Attempts to draw an item that differs from the others. */
const mostDraws = 64;

/** An array that matches all schemas. `undefined` if none was found. */
export function drawArray(parts: readonly ObjectPart[], place: Place): unknown[] | undefined {
  const { budget, draw } = place.scope;
  const at = parts.find(({ schema }) => schema.minItems !== undefined);
  const low = Math.max(largest(parts, "minItems", 0), 0);
  const high = Math.min(least(parts, "maxItems"), closedLength(parts));
  if (low > high) return undefined;
  const contains = subschemas(parts, "contains");
  const inside = contains.length === 0 ? 0 : largest(parts, "minContains", parts.some(hasMinContains) ? 0 : 1);
  const prefix = Math.max(...parts.map(({ schema }) => listOf(schema.prefixItems).length), 0);
  const length = lengthOf({ low, high, inside, prefix }, place);
  budget.ensure("values", length, at ? `${at.at}/minItems` : (parts[0]?.at ?? ""));
  const isUnique = parts.some(({ schema }) => schema.uniqueItems === true);

  const items: unknown[] = [];
  const seen = new Set<string>();
  const add = (more: readonly Part[]): boolean => {
    const index = items.length;
    const own = [...partsOf(index, parts), ...more];
    const asked = own.length > 0 ? own : [{ schema: { type: "string" }, at: parts[0]?.at ?? "" }];
    for (let count = 0; count < (isUnique ? mostDraws : 1); count++) {
      // Counting from the number of items goes through a small set of values without repeating one.
      const shift = isUnique ? place.shift + index + count : place.shift;
      const item = draw(asked, { ...below(place, isUnique ? "*" : String(index)), shift });
      if (item === undefined) return false;
      const text = isUnique ? canonical(item) : "";
      if (isUnique && seen.has(text)) continue;
      seen.add(text);
      items.push(item);
      return true;
    }
    return false;
  };

  let contained = 0;
  while (items.length < length) {
    const isWanted = contained < inside;
    if (isWanted && add(contains)) {
      contained++;
      continue;
    }
    if (!add([])) break;
  }
  return items.length < low ? undefined : items;
}

interface Lengths {
  readonly low: number;
  readonly high: number;
  readonly inside: number;
  readonly prefix: number;
}

function lengthOf({ low, high, inside, prefix }: Lengths, place: Place): number {
  const isShort = place.plain || place.depth > deepest;
  // Nested arrays get shorter, so that a tree stays small.
  const usual = place.depth > deepest / 2 ? 2 * randomAt(place)() : 1 + 3 * randomAt(place)();
  const wanted = isShort ? 0 : Math.floor(usual);
  return Math.min(Math.max(wanted, low, inside, prefix), high);
}

/** The schemas of an item. */
function partsOf(index: number, parts: readonly ObjectPart[]): Part[] {
  return parts.flatMap(({ schema, at }) => {
    const prefix = listOf(schema.prefixItems);
    if (index < prefix.length) return [{ schema: prefix[index], at: `${at}/prefixItems/${index}` }];
    // Before draft 2020-12, an `items` array had the meaning of `prefixItems`.
    const older = listOf(schema.items);
    if (index < older.length) return [{ schema: older[index], at: `${at}/items/${index}` }];
    const [items] = subschemas([{ schema, at }], Array.isArray(schema.items) ? "additionalItems" : "items");
    if (items) return [items];
    const [unevaluated] = parts.length === 1 ? subschemas([{ schema, at }], "unevaluatedItems") : [];
    return unevaluated ? [unevaluated] : [];
  });
}

/** The length of an array that allows no items after its first ones. */
function closedLength(parts: readonly ObjectPart[]): number {
  return parts.reduce((most, { schema }) => {
    const isClosed = schema.items === false || (schema.items === undefined && schema.unevaluatedItems === false);
    return isClosed && schema.allOf === undefined && schema.anyOf === undefined && schema.$ref === undefined
      ? Math.min(most, listOf(schema.prefixItems).length)
      : most;
  }, Infinity);
}

function hasMinContains({ schema }: ObjectPart): boolean {
  return getOwn(schema, "minContains") !== undefined;
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
