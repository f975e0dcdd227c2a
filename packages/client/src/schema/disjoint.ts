import { isSchema, targetOf, typesOf, valuesOf, type Schema } from "./json-schema.ts";

/** Whether no value can match both schemas; false when that cannot be decided from the schemas alone. */
export function isDisjoint(one: unknown, other: unknown, root: Schema): boolean {
  const [a, b] = [resolve(one, root), resolve(other, root)];
  if (!a || !b) return false;
  const [values, others] = [valuesOf(a), valuesOf(b)];
  if (values && others) return values.every((value) => others.every((two) => !isSame(value, two)));
  const [kinds, kindsOfOther] = [typesOf(a).map(toKind), typesOf(b).map(toKind)];
  if (kinds.length === 0 || kindsOfOther.length === 0) return false;
  if (!kinds.some((kind) => kindsOfOther.includes(kind))) return true;
  if (kinds.join() !== "object" || kindsOfOther.join() !== "object") return false;
  const [mine, theirs] = [requiredOf(a), requiredOf(b)];
  if (mine.some((name) => isTaggedApart(a, b, name) && theirs.includes(name))) return true;
  const lacks = (names: readonly string[], { properties = {}, additionalProperties }: Schema): boolean =>
    additionalProperties === false && names.some((name) => !Object.hasOwn(properties as object, name));
  return lacks(mine, b) || lacks(theirs, a);
}

const toKind = (type: string): string => (type === "integer" ? "number" : type);
/** Two objects count as equal because they are not compared by content. */
const isSame = (a: unknown, b: unknown): boolean => a === b || (isObject(a) && isObject(b));
const isObject = (value: unknown): boolean => typeof value === "object" && value !== null;

function resolve(node: unknown, root: Schema): Schema | undefined {
  if (!isSchema(node)) return undefined;
  return node.$ref === undefined ? node : targetOf(node.$ref, root);
}

function requiredOf({ required }: Schema): readonly string[] {
  return Array.isArray(required) ? (required as string[]) : [];
}

/** Whether a property's values in one object never occur in the other. */
function isTaggedApart(a: Schema, b: Schema, name: string): boolean {
  const tag = ({ properties }: Schema): readonly unknown[] | undefined => {
    const property = isSchema(properties) && Object.hasOwn(properties, name) ? properties[name] : undefined;
    return isSchema(property) ? valuesOf(property) : undefined;
  };
  const [mine, theirs] = [tag(a), tag(b)];
  return mine !== undefined && theirs !== undefined && mine.every((one) => !theirs.some((two) => isSame(one, two)));
}
