import { getOwn } from "../data/get-own.ts";
import { escapePointer, isSchema, referenceOf, resolveReference } from "../json-schema/schema.ts";
import { deepest, startAt, type ObjectPart, type Part, type Place } from "./place.ts";
import { typesOf } from "./types.ts";

/** The most combinations of branches that are tried at one place. */
const mostCombinations = 24;

/** The cost of one combination in addition to that of its schemas, in steps of about the same time. */
const stepsOfWalk = 100;
/** The cost of one schema whose types limit the branches. */
const stepsOfTypes = 12;
/** The cost of a reference. */
const stepsOfReference = 60;

interface Walk {
  /** Parts whose references and combinations are not expanded yet. */
  readonly open: readonly Part[];
  readonly flat: readonly ObjectPart[];
  readonly seen: ReadonlySet<unknown>;
}

/**
 * The ways to match all these parts: each is a list of schemas without references, with one branch chosen of every
 * `anyOf`, `oneOf` and `if`. The likeliest ways come first.
 */
export function* expansions(parts: readonly Part[], place: Place): Generator<readonly ObjectPart[]> {
  const left = { combinations: mostCombinations };
  yield* walk({ open: parts, flat: [], seen: new Set() }, place, left);
}

function* walk(
  { open, flat: before, seen: known }: Walk,
  place: Place,
  left: { combinations: number },
): Generator<readonly ObjectPart[]> {
  const { scope } = place;
  scope.budget.spend("steps", stepsOfWalk + open.length + before.length, open[0]?.at);
  const flat = [...before];
  const seen = new Set(known);
  const choices: (readonly Part[])[][] = [];
  let queue = [...open];
  const read = ({ schema, at }: Part): boolean => {
    if (schema === false) return false;
    if (!isSchema(schema) || seen.has(schema)) return true;
    seen.add(schema);
    scope.budget.spend("steps", Object.keys(schema).length + 1, at);
    flat.push({ schema, at });
    const reference = referenceOf(schema);
    if (reference !== undefined) {
      scope.budget.spend("steps", stepsOfReference + reference.length, at);
      const target = resolveReference(scope.root, reference);
      if (target === undefined) {
        // A missing schema cannot be matched.
        scope.stuckAt ??= `${at}/$ref`;
        return false;
      }
      queue.push({ schema: target, at: pointerOf(reference, at) });
    }
    queue.push(...listed(schema.allOf, `${at}/allOf`));
    for (const keyword of ["anyOf", "oneOf"] as const) {
      const branches = listed(getOwn(schema, keyword), `${at}/${keyword}`);
      scope.budget.spend("steps", branches.length, at);
      if (Array.isArray(getOwn(schema, keyword))) choices.push(branches.map((branch) => [branch]));
    }
    if (schema.if !== undefined) choices.push(conditions(schema, at));
    return true;
  };
  while (queue.length > 0) {
    // The queue grows during the loop.
    for (const part of queue) if (!read(part)) return;
    queue = dependentParts(flat).filter(({ schema }) => !seen.has(schema));
  }
  if (choices.length === 0) {
    if (left.combinations-- > 0) yield flat;
    return;
  }
  scope.budget.spend("steps", stepsOfTypes * flat.length, open[0]?.at);
  const types = typesOf(flat);
  const ordered = choices.map((branches) => inOrder(branches, types, place));
  if (ordered.some((branches) => branches.length === 0)) return;
  const count = ordered.reduce((product, branches) => Math.min(product * branches.length, mostCombinations), 1);
  for (let index = 0; index < count && left.combinations > 0; index++) {
    let rest = index;
    const chosen = ordered.flatMap((branches) => {
      const branch = branches[rest % branches.length]!;
      rest = Math.floor(rest / branches.length);
      return branch;
    });
    yield* walk({ open: chosen, flat, seen }, place, left);
  }
}

/** The schemas that `dependentSchemas` adds for required members. */
function dependentParts(flat: readonly ObjectPart[]): Part[] {
  const tables = flat.flatMap(({ schema, at }) =>
    ["dependentSchemas", "dependencies"].flatMap((keyword) => {
      const table = getOwn(schema, keyword);
      return isSchema(table) ? [{ table, at: `${at}/${keyword}` }] : [];
    }),
  );
  if (tables.length === 0) return [];
  const required = flat.flatMap(({ schema }) => (Array.isArray(schema.required) ? (schema.required as unknown[]) : []));
  return tables.flatMap(({ table, at }) =>
    required.flatMap((name) => {
      const schema = typeof name === "string" ? getOwn(table, name) : undefined;
      return isSchema(schema) ? [{ schema, at: `${at}/${escapePointer(String(name))}` }] : [];
    }),
  );
}

/** JSON pointer to the target of a reference. */
export function pointerOf(reference: string, at: string): string {
  return reference.startsWith("#/") ? reference.slice(1, 500) : `${at}/$ref`;
}

function listed(value: unknown, at: string): Part[] {
  return Array.isArray(value) ? value.map((schema: unknown, index) => ({ schema, at: `${at}/${index}` })) : [];
}

/** The two ways to match a condition. */
function conditions(schema: ObjectPart["schema"], at: string): (readonly Part[])[] {
  const condition = { schema: schema.if, at: `${at}/if` };
  const holds = [condition, { schema: schema.then ?? true, at: `${at}/then` }];
  const fails = [
    { schema: { not: schema.if }, at: `${at}/if` },
    { schema: schema.else ?? true, at: `${at}/else` },
  ];
  return [holds, fails];
}

/** The branches that the types of the other schemas allow, starting at a drawn one, `null` branches last. */
function inOrder(branches: readonly (readonly Part[])[], types: readonly string[], place: Place): (readonly Part[])[] {
  const possible = branches.filter((branch) => branch.every(({ schema }) => isPossible(schema, types)));
  const solid = possible.filter(([part]) => !isNull(part!.schema));
  const empty = possible.filter(([part]) => isNull(part!.schema));
  if (place.depth > deepest) {
    const { heights } = place.scope;
    const height = new Map(
      possible.map((branch) => [branch, Math.max(...branch.map(({ schema }) => heights.of(schema)))]),
    );
    return possible.toSorted((a, b) => height.get(a)! - height.get(b)!);
  }
  const start = Math.floor(startAt(place) * solid.length) + place.shift;
  const rotated = solid.map((_, index) => solid[(start + index) % solid.length]!);
  return [...rotated, ...empty];
}

function isPossible(schema: unknown, types: readonly string[]): boolean {
  if (schema === false) return false;
  if (!isSchema(schema) || schema.type === undefined) return true;
  const own = typesOf([{ schema, at: "" }]);
  return own.some((type) => types.includes(type));
}

function isNull(schema: unknown): boolean {
  if (!isSchema(schema)) return false;
  return (
    schema.type === "null" ||
    schema.const === null ||
    (Array.isArray(schema.enum) && schema.enum.every((one) => one === null))
  );
}
