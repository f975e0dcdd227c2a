import type { EnumType, NamedSchema, Property, Type, Unit } from "../model/model.ts";
import { toSource } from "./text.ts";
import { withUnit } from "../output/units.ts";

/** How a kind of file spells types. */
export interface TypeStyle {
  /** Imports a name of a module and returns it. */
  readonly use: (module: string, name: string) => string;
  /** The types of a reference, in a union. */
  readonly reference: (name: string) => readonly string[];
  /** A builtin type, such as `list`, where a class may have an attribute of the same name. */
  readonly builtin: (name: string) => string;
  readonly any: () => string;
  readonly list: (items: Type) => string;
  readonly map: (values: string) => string;
}

/** A type as Python source. */
export function toType(type: Type, style: TypeStyle): string {
  return [...new Set(toMembers(type, style))].join(" | ");
}

/** The type of a property. The values of a tag stay closed, because they distinguish the members of a union. */
export function toPropertyType({ type, discriminator }: Property, style: TypeStyle): string {
  if (!discriminator || type.kind !== "enum") return toType(type, style);
  return [toLiteral(type, style), ...(type.nullable ? ["None"] : [])].join(" | ");
}

/** The members of a type as a union; null is the last one. */
function toMembers(type: Type, style: TypeStyle): string[] {
  const members = toMembersWithoutNull(type, style).filter((member) => member !== "None");
  return type.nullable && type.kind !== "any" ? [...members, "None"] : members;
}

function toMembersWithoutNull(type: Type, style: TypeStyle): readonly string[] {
  switch (type.kind) {
    case "any":
      return [style.any()];
    case "boolean":
    case "integer":
    case "number":
    case "string":
      return [style.builtin(scalars[type.kind])];
    case "const":
      return [`${style.use("typing", "Literal")}[${toSource(type.value)}]`];
    case "enum":
      return enumMembers(type, style);
    case "list":
      return [style.list(type.items)];
    case "map":
      return [style.map(toType(type.values, style))];
    case "union":
      return type.members.flatMap((member) => toMembers(member, style));
    case "discriminated_union":
      return [...type.members.map(({ schema }) => schema), ...(type.open === undefined ? [] : [type.open])].flatMap(
        style.reference,
      );
    case "reference":
      return style.reference(type.name);
    default:
      return [style.map(style.any())];
  }
}

/** The known values of an enum, for completion, and its base type: any other value is accepted as well. */
function enumMembers(type: EnumType, style: TypeStyle): string[] {
  return [toLiteral(type, style), style.builtin(scalars[type.base])];
}

function toLiteral({ values }: EnumType, style: TypeStyle): string {
  return `${style.use("typing", "Literal")}[${values.map(({ value }) => toSource(value)).join(", ")}]`;
}

const scalars = { string: "str", integer: "int", number: "float", boolean: "bool" } as const;

/** The description of a schema, property or parameter, with the meaning of each value of an enum. */
export function toDescription(described: {
  readonly description: string;
  readonly deprecated: boolean;
  readonly type: Type;
  readonly unit?: Unit;
}): string {
  const values = described.type.kind === "enum" ? describeValues(described.type) : "";
  return [described.deprecated ? "Deprecated." : "", withUnit(described.description, described.unit), values]
    .filter((part) => part !== "")
    .join("\n\n");
}

function describeValues({ values }: EnumType): string {
  return values
    .filter(({ description }) => description !== "")
    .map(({ value, description }) => `- \`${value}\`: ${description.replaceAll(/\s+/g, " ")}`)
    .join("\n");
}

/** The builtin types that annotations use and that the properties of a schema hide. */
export function hiddenBuiltins({ type }: NamedSchema): ReadonlySet<string> {
  const names = type.kind === "object" ? type.properties.map(({ name }) => name) : [];
  return new Set(names.filter((name) => builtins.has(name)));
}

const builtins = new Set(["str", "int", "float", "bool", "list", "dict", "object"]);
