import type { NamedSchema, ObjectType, Parameter, Property } from "../model/model.ts";
import type { GoContext } from "./context.ts";
import { describe, describeType, toComment, type FieldNames } from "./docs.ts";
import { bodySchemaOf, toFieldName } from "./names.ts";
import { toGoString } from "./source.ts";
import { toFieldType, toPlainType } from "./types.ts";

/** Methods that every object has, or that some have. A field must not hide one. */
const reserved = new Set("RawJSON Extra SetExtra MarshalJSON UnmarshalJSON ToParam".split(" "));

/** An object as a struct with its methods for JSON. */
export function printObject(schema: NamedSchema, type: ObjectType, context: GoContext): string {
  const name = context.names.get(schema.name)!;
  const fields: FieldNames = new Map(type.properties.map((property) => [property.name, toFieldName(property)]));
  const operation = context.model.operations.find((operation) => bodySchemaOf(operation) === schema.name);
  const query = operation?.parameters.query ?? [];
  checkFields(schema.name, [...fields.values(), ...query.map(toFieldName)]);
  const members = [
    ...type.properties.map((property) => printField(property, { schema, context, fields })),
    ...query.map((parameter) => printQueryField(parameter, context, fields)),
  ];
  return `${toComment(describeType(name, schema, fields))}type ${name} struct {
object

${members.join("\n")}}

${printJsonMethods(name)}`;
}

function checkFields(schema: string, names: readonly string[]): void {
  const seen = new Set<string>();
  for (const name of names) {
    if (reserved.has(name))
      throw new Error(`The field ${name} of ${schema} hides a method in Go. Give the property an \`x-name\` for go.`);
    if (seen.has(name))
      throw new Error(
        `Two properties of ${schema} have the same name in Go: ${name}. Give one of them an \`x-name\` for go.`,
      );
    seen.add(name);
  }
}

interface FieldContext {
  readonly schema: NamedSchema;
  readonly context: GoContext;
  readonly fields: FieldNames;
}

function printField(property: Property, { schema, context, fields }: FieldContext): string {
  const { name, type, required } = property;
  const isConstant = type.kind === "const" && type.base === "string" && required && !type.nullable;
  const json = required ? name : `${name},omitzero`;
  const constant = isConstant ? ` const:${toGoString(String(type.value))}` : "";
  const printed = toFieldType({ ...property, inRequests: schema.inRequests }, context);
  const [first = "", ...others] = describe(property, otherFields(property, fields));
  const note = isConstant && schema.inRequests ? " It can be left empty." : "";
  const comment = toComment([`${first}${note}`, ...others], 1);
  return `${comment}${toFieldName(property)} ${printed} \`json:"${json}"${constant}\`\n`;
}

/** The fields that the text of a property may mean. A tag explains its values, and a name alone is that of the wire. */
function otherFields({ name, discriminator }: Property, fields: FieldNames): FieldNames {
  return discriminator || name === "type" ? new Map() : new Map([...fields].filter(([other]) => other !== name));
}

/** The field of a query parameter. One with several values is a list. */
export function printQueryField(parameter: Parameter, context: GoContext, fields: FieldNames): string {
  const { name, type, separator } = parameter;
  const printed =
    separator === undefined
      ? toFieldType({ ...parameter, inRequests: true }, context)
      : `[]${toPlainType(type, context)}`;
  const tag = separator === undefined ? "" : ` separator:${toGoString(separator)}`;
  return `${toComment(describe(parameter, fields), 1)}${toFieldName(parameter)} ${printed} \`query:"${name}"${tag}\`\n`;
}

/** The methods of `encoding/json`. */
export function printJsonMethods(name: string): string {
  return `// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ${name}) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *${name}) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }
`;
}
