import type { NamedSchema, Property, Type } from "../model/model.ts";
import type { GoContext } from "./context.ts";
import { toFieldName } from "./names.ts";
import { toFieldType } from "./types.ts";

/** The methods by which formatting and logging a value show none of its secrets; empty if it has none. */
export function printRedaction(schema: NamedSchema, context: GoContext): string {
  const secrets = schema.type.kind === "object" ? schema.type.properties.filter(({ secret }) => secret) : [];
  const name = context.names.get(schema.name)!;
  if (secrets.length > 0) return `${printFormat(name, schema, secrets, context)}\n${printLogValue(name)}`;
  return containsSecret(schema, context) ? printLogValue(name) : "";
}

/** `fmt` calls the method of every value that it can reach through exported fields. */
function printFormat(name: string, schema: NamedSchema, secrets: readonly Property[], context: GoContext): string {
  const assignments = secrets.map((property) => {
    const field = toFieldName(property);
    const type = toFieldType({ ...property, inRequests: schema.inRequests }, context);
    const redact = redactions[type];
    if (redact === undefined)
      throw new Error(`A secret of the type ${type} cannot be redacted: ${schema.name}.${field}.`);
    return `shown.${field} = ${redact}(v.${field})\n`;
  });
  return `// Format formats the value without its secrets.
func (v ${name}) Format(state fmt.State, verb rune) {
type plain ${name}
shown := plain(v)
${assignments.join("")}fmt.Fprintf(state, fmt.FormatString(state, verb), shown)
}
`;
}

/** Type of a field → the function that hides its value. */
const redactions: Readonly<Record<string, string>> = {
  string: "redactText",
  "Opt[string]": "redactOpt",
  "map[string]string": "redactValues",
};

/** Handlers of logs that print JSON would print the secrets otherwise. */
function printLogValue(name: string): string {
  return `// LogValue returns the value as text without its secrets.
func (v ${name}) LogValue() slog.Value { return slog.StringValue(fmt.Sprintf("%+v", v)) }
`;
}

/** Whether a schema has a secret, or contains a schema that has one. */
function containsSecret(schema: NamedSchema, { schemas }: GoContext): boolean {
  const seen = new Set<string>();
  const visitName = (name: string): boolean => {
    if (seen.has(name)) return false;
    seen.add(name);
    return visit(schemas.get(name)!.type);
  };
  const visit = (type: Type): boolean => {
    switch (type.kind) {
      case "reference":
        return visitName(type.name);
      case "list":
        return visit(type.items);
      case "map":
        return visit(type.values);
      case "union":
        return type.members.some(visit);
      case "discriminated_union":
        return [...type.members.map(({ schema }) => schema), ...(type.open === undefined ? [] : [type.open])].some(
          visitName,
        );
      case "object":
        return type.properties.some((property) => property.secret || visit(property.type));
      default:
        return false;
    }
  };
  return visit(schema.type);
}
