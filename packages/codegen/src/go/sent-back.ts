import type { NamedSchema } from "../model/model.ts";
import type { GoContext } from "./context.ts";

/** The method that makes a request of a response; empty if the schema is never sent back. */
export function printToParam(schema: NamedSchema, context: GoContext): string {
  if (schema.sentBackAs === undefined) return "";
  const name = context.names.get(schema.name)!;
  const target = context.names.get(schema.sentBackAs)!;
  const union = findUnion(schema.sentBackAs, context);
  const start = `// ToParam returns the value for a request, with the fields that this version does not know.\n`;
  if (union === undefined)
    return `${start}func (v ${name}) ToParam() ${target} {
var param ${target}
codec.ToParam(&v, &param)
return param
}
`;
  return `${start}func (v ${name}) ToParam() ${union} {
param := new(${target})
codec.ToParam(&v, param)
return ${union}{Of${target}: param}
}
`;
}

/** The type of the one union of requests that has the schema as a member; undefined if there is none or several. */
function findUnion(schema: string, { model, names }: GoContext): string | undefined {
  const unions = model.schemas.filter(
    ({ type, inRequests }) =>
      inRequests &&
      type.kind === "discriminated_union" &&
      (type.open === schema || type.members.some((member) => member.schema === schema)),
  );
  return unions.length === 1 ? names.get(unions[0]!.name)! : undefined;
}
