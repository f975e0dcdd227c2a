import type { NamedSchema, Operation, Parameter, Property } from "../model/model.ts";
import { bodySchemaOf, toArgumentName } from "./names.ts";
import type { ParamsContext } from "./params.ts";
import { toModelIdType } from "./model-ids.ts";
import { toType, type TypeStyle } from "./types.ts";
import { withUnit } from "../output/units.ts";

/** A keyword of a method. */
export interface Argument {
  /** Its name on the wire: the key of the input. */
  readonly wire: string;
  readonly name: string;
  readonly required: boolean;
  readonly type: string;
  readonly description: string;
}

/** The keywords of an operation: path, body and query, in the order of the contract, required ones first. */
export function listArguments(operation: Operation, context: ParamsContext, style: TypeStyle): Argument[] {
  const { parameters, id } = operation;
  const found = [
    ...parameters.path.map((parameter) => toArgument(parameter, toType(parameter.type, style))),
    ...listBodyProperties(operation, context.schemas).map((property) =>
      toArgument(
        property,
        toModelIdType(property, bodySchemaOf(operation)!, context, "..params.model_ids", style) ??
          toType(property.type, style),
      ),
    ),
    ...parameters.query.map((parameter) => toArgument(parameter, toQueryType(parameter, style))),
  ];
  if (new Set(found.map(({ name }) => name)).size < found.length)
    throw new Error(`Two inputs of ${id} have the same name in Python. Rename one in openapi/.`);
  return [...found.filter(({ required }) => required), ...found.filter(({ required }) => !required)];
}

function toArgument(input: Property | Parameter, type: string): Argument {
  const { name, required, deprecated, unit } = input;
  const description = withUnit(input.description, unit);
  return {
    wire: name,
    name: toArgumentName(input),
    required,
    type,
    description: deprecated ? `Deprecated. ${description}` : description,
  };
}

/** A parameter with several values is one string or a list. */
function toQueryType({ type, separator }: Parameter, style: TypeStyle): string {
  const printed = toType(type, style);
  return separator === undefined ? printed : `${printed} | ${style.builtin("list")}[${style.builtin("str")}]`;
}

function listBodyProperties(operation: Operation, schemas: ReadonlyMap<string, NamedSchema>): readonly Property[] {
  const name = bodySchemaOf(operation);
  if (name === undefined) return [];
  const { type } = schemas.get(name)!;
  if (type.kind !== "object") throw new Error(`The body of ${operation.id} must be an object.`);
  return type.properties;
}
