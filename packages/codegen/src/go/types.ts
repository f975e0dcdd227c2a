import type { Property, Type } from "../model/model.ts";
import { resolve, type GoContext } from "./context.ts";

const scalars = { string: "string", integer: "int64", number: "float64", boolean: "bool" } as const;

/** A type as Go source, as the item of a list or the value of a map. Null is a value of its own for scalars. */
export function toItemType(type: Type, context: GoContext): string {
  const plain = toPlainType(type, context);
  return type.nullable && isScalar(type, context) ? `Opt[${plain}]` : plain;
}

/** A type as Go source, without null. */
export function toPlainType(type: Type, context: GoContext): string {
  switch (type.kind) {
    case "any":
      return "any";
    case "list":
      return `[]${toItemType(type.items, context)}`;
    case "map":
      return `map[string]${toItemType(type.values, context)}`;
    case "reference":
      return context.names.get(type.name)!;
    case "const":
    case "enum":
      return scalars[type.base];
    case "boolean":
    case "integer":
    case "number":
    case "string":
      return scalars[type.kind];
    default:
      throw new Error(`A type of the kind ${type.kind} must have a name in Go.`);
  }
}

type Use = Pick<Property, "type" | "required"> & {
  /** Whether requests contain the value, so that absent, null and empty differ. */
  readonly inRequests: boolean;
};

/** The type of a field. */
export function toFieldType({ type, required, inRequests }: Use, context: GoContext): string {
  const plain = toPlainType(type, context);
  if (required && !type.nullable) return plain;
  if (resolve(type, context).kind === "object") return `*${plain}`;
  if (!isScalar(type, context)) return plain;
  return isText(type, context) && !inRequests ? plain : `Opt[${plain}]`;
}

function isScalar(type: Type, context: GoContext): boolean {
  return scalarBase(type, context) !== undefined;
}

function isText(type: Type, context: GoContext): boolean {
  return scalarBase(type, context) === "string";
}

/** The JSON type of a scalar; undefined for any other type. */
function scalarBase(type: Type, context: GoContext): keyof typeof scalars | undefined {
  const resolved = resolve(type, context);
  if (resolved.kind === "const" || resolved.kind === "enum") return resolved.base;
  return resolved.kind in scalars ? (resolved.kind as keyof typeof scalars) : undefined;
}
