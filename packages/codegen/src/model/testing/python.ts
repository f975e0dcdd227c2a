// A small emitter of Python for tests. It proves that another language needs the model and nothing else.
import type { NamedSchema, Operation, Parameter, Stream, Type } from "../model.ts";

const scalars = { string: "str", integer: "int", number: "float", boolean: "bool", any: "Any" } as const;

const toName = (wireName: string): string => wireName.toLowerCase().replaceAll(/\W/g, "_");
const toLiteral = (values: readonly unknown[]): string =>
  `Literal[${values.map((value) => JSON.stringify(value)).join(", ")}]`;

function toType(type: Type): string {
  const base = toBaseType(type);
  return type.nullable && base !== "Any" ? `${base} | None` : base;
}

function toBaseType(type: Type): string {
  switch (type.kind) {
    case "reference":
      return type.name;
    case "list":
      return `list[${toType(type.items)}]`;
    case "map":
      return `dict[str, ${toType(type.values)}]`;
    case "union":
      return type.members.map(toType).join(" | ");
    case "discriminated_union": {
      const known = `Annotated[${type.members.map(({ schema }) => schema).join(" | ")}, Discriminator("${type.discriminator}")]`;
      return type.open === undefined ? known : `${known} | ${type.open}`;
    }
    case "enum":
      return `${toLiteral(type.values.map(({ value }) => value))} | ${scalars[type.base]}`;
    case "const":
      return toLiteral([type.value]);
    case "object":
      return type.title ?? "dict[str, Any]";
    default:
      return scalars[type.kind];
  }
}

/** A schema as a type of Python. */
export function emitSchema({ name, type }: NamedSchema): string {
  if (type.kind !== "object") return `${name} = ${toType(type)}`;
  const fields = type.properties.map(({ name: key, required, type: inner }) =>
    required ? `    ${key}: ${toType(inner)}` : `    ${key}: NotRequired[${toType(inner)}]`,
  );
  return [`class ${name}(TypedDict):`, ...(fields.length > 0 ? fields : ["    pass"])].join("\n");
}

const emitParameter = ({ name, type, required }: Parameter): string =>
  `${toName(name)}: ${toType(type)}${required ? "" : " | None = None"}`;

/** How the stream is read, as named arguments. */
function toStreamArguments({ verb: _, event: _event, ...facts }: Stream): string {
  const names = {
    accumulator: "add_up",
    done: "done",
    typeField: "type",
    terminalEvents: "last",
    errorEvents: "errors",
  };
  return Object.entries(names)
    .flatMap(([key, name]) => {
      const value = facts[key as keyof typeof facts];
      return value === undefined ? [] : [`, ${name}=${JSON.stringify(value)}`];
    })
    .join("");
}

/** An operation as methods of Python: one for the response, and one for the stream if there is one. */
export function emitMethods({
  id,
  resource,
  verb,
  parameters,
  body,
  success,
  stream,
  pagination,
  ...facts
}: Operation): string[] {
  const inputs = ["self", ...parameters.path.map(emitParameter)];
  if (body) inputs.push(`body: ${toType(body.type)}`);
  inputs.push(...parameters.query.map(emitParameter));
  const request = `"${facts.method}", "${facts.path}", key="${facts.auth}", idempotent=${facts.idempotent ? "True" : "False"}`;
  const emit = (name: string, result: string, ending = ""): string =>
    `def ${[...resource, name].map(toName).join("_")}(${inputs.join(", ")}) -> ${result}: return self._send(${request}${ending})`;
  const result = pagination ? `Page[${toType(pagination.itemType)}]` : success.schema;
  const paging = pagination ? `, page=("${pagination.offset}", "${pagination.items}")` : "";
  return [
    emit(verb, result, paging),
    ...(stream ? [emit(stream.verb, `Stream[${stream.event}]`, toStreamArguments(stream))] : []),
  ];
}
