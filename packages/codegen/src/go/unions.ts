import type { DiscriminatedUnion, NamedSchema, Type, UnionMember } from "../model/model.ts";
import { resolve, targetOf, type GoContext } from "./context.ts";
import { describeType, toComment } from "./docs.ts";
import { toPlural } from "./names.ts";
import { printJsonMethods } from "./objects.ts";
import { toItemType, toPlainType } from "./types.ts";

/** A union as a struct with a field for each member. */
export function printUnion(schema: NamedSchema, members: readonly Type[], context: GoContext): string {
  const name = context.names.get(schema.name)!;
  const fields = members.map((member) => `${toMemberName(member, context)} ${toMemberType(member, context)}\n`);
  if (new Set(fields).size < fields.length) throw new Error(`Two members of ${schema.name} are the same in Go.`);
  const note = "Set one of its fields.";
  return `${toComment([...describeType(name, schema), note])}type ${name} struct {
object

${fields.join("")}}

${printJsonMethods(name)}
${printValueMethod(name)}`;
}

/** The field of a member of a union by JSON type. */
function toMemberName(type: Type, context: GoContext): string {
  return `Of${toMemberWord(type, context)}`;
}

const words = { any: "Any", boolean: "Bool", integer: "Int", number: "Float", string: "String" } as const;

function toMemberWord(type: Type, context: GoContext): string {
  switch (type.kind) {
    case "reference":
      return context.names.get(type.name)!;
    case "list":
      return type.items.kind === "list"
        ? `${toMemberWord(type.items.items, context)}Lists`
        : toPlural(toMemberWord(type.items, context));
    case "map":
      return "Map";
    case "const":
    case "enum":
      return words[type.base];
    default:
      if (type.kind in words) return words[type.kind as keyof typeof words];
      throw new Error(`A member of the kind ${type.kind} must have a name in Go.`);
  }
}

function toMemberType(type: Type, context: GoContext): string {
  const plain = toPlainType(type, context);
  const { kind } = resolve(type, context);
  if (kind === "list" || kind === "map" || kind === "any") return toItemType({ ...type, nullable: false }, context);
  return kind === "object" || kind === "union" || kind === "discriminated_union" ? `*${plain}` : `Opt[${plain}]`;
}

/** A union whose tag selects the member, as a struct with a field for each member. */
export function printDiscriminatedUnion(schema: NamedSchema, type: DiscriminatedUnion, context: GoContext): string {
  const name = context.names.get(schema.name)!;
  const open = type.open === undefined ? undefined : context.names.get(type.open)!;
  const tags = [`discriminator:"${type.discriminator}"`, ...(open === undefined ? [] : [`open:"${open}"`])];
  const fields = type.members.map((member) => {
    const target = context.names.get(member.schema)!;
    const isDefault = isTagOptional(member, type.discriminator, context);
    return `Of${target} *${target} \`values:"${member.values.join(",")}"${isDefault ? ' default:"true"' : ""}\`\n`;
  });
  const other =
    open === undefined ? "" : `// Of${open} is a member that this version does not know.\nOf${open} *${open}\n`;
  const note = `Set one of its fields. The field \`${type.discriminator}\` of the JSON selects the member.`;
  return `${toComment([...describeType(name, schema), note.replaceAll("`", '"')])}type ${name} struct {
object

_ struct{} \`${tags.join(" ")}\`

${fields.join("")}${other}}

${printJsonMethods(name)}
${printValueMethod(name)}
// Tag returns the value of "${type.discriminator}", also that of a member which this version does not know.
func (v ${name}) Tag() string { return codec.Tag(&v) }
`;
}

/** Whether a value without the tag belongs to the member. */
function isTagOptional({ schema }: UnionMember, discriminator: string, context: GoContext): boolean {
  const type = targetOf({ kind: "reference", name: schema, nullable: false }, context)!.type;
  if (type.kind !== "object") throw new Error(`The member ${schema} of a union must be an object.`);
  return type.properties.some(({ name, required }) => name === discriminator && !required);
}

function printValueMethod(name: string): string {
  return `// Value returns the member that is set, for a type switch: objects and unions as pointers; nil for none.
func (v ${name}) Value() any { return codec.Member(&v) }
`;
}
