import { getOwn } from "../data/get-own.ts";
import { escapePointer, isSchema } from "../json-schema/schema.ts";
import { findPattern } from "../pattern/pattern.ts";
import type { WorkBudget } from "../data/work-budget.ts";
import { subschemas, type ObjectPart, type Part, type Place } from "./place.ts";

/** The constraints of several schemas on the members of an object, collected once. */
export interface Members {
  /** Declared names in the order of the schemas. */
  readonly declared: readonly string[];
  /** Required members: `required`, and members that those require by `dependentRequired`. */
  readonly required: ReadonlySet<string>;
  /** Names that `not` excludes, in the plain form `{ required: [name] }`. */
  readonly forbidden: ReadonlySet<string>;
  /** Names that require others, or another shape of the whole object. */
  readonly dependent: ReadonlySet<string>;
  /** The schemas of a member. */
  readonly partsOf: (name: string) => readonly Part[];
}

/** Collects the schemas of an object. */
export function readMembers(parts: readonly ObjectPart[], { scope: { budget } }: Place): Members {
  const byName = new Map<string, Part[]>();
  /** Schemas that constrain names that they do not declare. */
  const open: ObjectPart[] = [];
  for (const part of parts) {
    const { schema, at } = part;
    const properties = Object.entries(isSchema(schema.properties) ? schema.properties : {});
    budget.spend("steps", properties.length + 1, at);
    for (const [name, property] of properties) {
      const own = { schema: property, at: `${at}/properties/${escapePointer(name)}` };
      const known = byName.get(name);
      if (known) known.push(own);
      else byName.set(name, [own]);
    }
    if (openKeywords.some((keyword) => Object.hasOwn(schema, keyword))) open.push(part);
  }
  return {
    declared: [...byName.keys()],
    required: requiredNames(parts, budget),
    forbidden: new Set(parts.flatMap(({ schema }) => forbiddenNames(schema.not))),
    dependent: new Set(
      parts.flatMap(({ schema }) => dependencyTables.flatMap((word) => namesIn(getOwn(schema, word)))),
    ),
    partsOf(name) {
      const others = open.flatMap((part) => othersOf(name, part, parts.length === 1));
      return [...(byName.get(name) ?? []), ...others];
    },
  };

  function othersOf(name: string, part: ObjectPart, isAlone: boolean): Part[] {
    const { schema, at } = part;
    const patterns = Object.entries(isSchema(schema.patternProperties) ? schema.patternProperties : {});
    budget.spend("steps", 10 + patterns.length, at);
    const spend = (steps: number): void => budget.spend("steps", steps, at);
    const matching = patterns.filter(([source]) => findPattern(source, "u", spend)?.test(name, spend));
    if (matching.length > 0)
      return matching.map(([source, value]) => ({
        schema: value,
        at: `${at}/patternProperties/${escapePointer(source)}`,
      }));
    if (isSchema(schema.properties) && Object.hasOwn(schema.properties, name)) return [];
    const [additional] = subschemas([part], "additionalProperties");
    if (additional) return [additional];
    return isAlone ? subschemas([part], "unevaluatedProperties") : [];
  }
}

const openKeywords = ["patternProperties", "additionalProperties", "unevaluatedProperties"];
const dependencyTables = ["dependentRequired", "dependentSchemas", "dependencies"];

function requiredNames(parts: readonly ObjectPart[], budget: WorkBudget): Set<string> {
  for (const { schema, at } of parts)
    if (Array.isArray(schema.required)) budget.spend("steps", 10 * schema.required.length, `${at}/required`);
  const names = new Set(parts.flatMap(({ schema }) => textsIn(schema.required)));
  const tables = parts.flatMap(({ schema }) => (isSchema(schema.dependentRequired) ? [schema.dependentRequired] : []));
  if (tables.length === 0) return names;
  // A set that grows during iteration is iterated to its end.
  for (const name of names)
    for (const table of tables) {
      const others = textsIn(getOwn(table, name));
      budget.spend("steps", 10 * others.length, parts[0]?.at);
      for (const other of others) names.add(other);
    }
  return names;
}

function forbiddenNames(not: unknown): string[] {
  if (!isSchema(not)) return [];
  const own = textsIn(not.required);
  const branches = Array.isArray(not.anyOf) ? (not.anyOf as unknown[]).flatMap(forbiddenNames) : [];
  return own.length === 1 ? [...own, ...branches] : branches;
}

export function namesIn(value: unknown): string[] {
  return isSchema(value) ? Object.keys(value) : [];
}

function textsIn(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((one): one is string => typeof one === "string") : [];
}
