import type { ApiModel, Operation } from "../model/model.ts";
import { listArguments, type Argument } from "./arguments.ts";
import { callOptions, describeMethod, listErrors, pollOption, printExample, type Parsed } from "./docs.ts";
import type { Imports } from "./imports.ts";
import { pagesOf } from "./models.ts";
import type { PageClass } from "./pages.ts";
import { toConstantName, toSnakeCase } from "./names.ts";
import type { ParamsContext } from "./params.ts";
import { indent, toDocstring, toSource } from "./text.ts";
import type { TypeStyle } from "./types.ts";

/** What the printing of a method needs. */
export interface MethodContext {
  readonly model: ApiModel;
  readonly context: ParamsContext;
  readonly imports: Imports;
  readonly style: TypeStyle;
  readonly isAsync: boolean;
  /** The classes of the file, which hide models of the same name. */
  readonly classes: ReadonlySet<string>;
}

/** The methods of an operation: its verb, and the verb of its streams. */
export function printMethods(operation: Operation, context: MethodContext): string {
  const args = listArguments(operation, context.context, context.style);
  return operation.stream
    ? [printCreate, printStream, printParse].map((print) => print(operation, args, context)).join("\n")
    : printCall(operation, args, context);
}

function printCall(operation: Operation, args: readonly Argument[], context: MethodContext): string {
  const { isAsync } = context;
  const pages = pagesOf(operation);
  const result = pages
    ? toPageType(pages[isAsync ? "async" : "sync"], context)
    : useModel(operation.success.schema, context);
  return printMethod(operation, {
    ...context,
    isCoroutine: isAsync && !pages,
    verb: operation.verb,
    args,
    result,
    call: pages ? "_list" : "_call",
  });
}

/** A page; asynchronous ones are awaited, or iterated without a page. */
function toPageType({ base, name, model, item }: PageClass, context: MethodContext): string {
  const page = useModel(model, context, name);
  if (base === "SyncPage") return page;
  return `${context.imports.use("..._pages", "AsyncPaginator")}[${useModel(item, context)}, ${page}]`;
}

/** A method that streams if it is called with `stream=True`. */
function printCreate(operation: Operation, args: readonly Argument[], context: MethodContext): string {
  const { imports, isAsync, style } = context;
  const model = useModel(operation.success.schema, context);
  const stream = useStream(operation, context);
  const literal = (value: string): string => `${imports.use("typing", "Literal")}[${value}]`;
  const overloads = [
    { type: literal("True"), required: true, result: stream },
    { type: `${literal("False")} | None`, required: false, result: model },
    // It is required, so that a call without it has one signature, and its errors are those of that signature.
    {
      type: `${style.builtin("bool")} | None | ${imports.use("..._omit", "Omit")}`,
      required: true,
      result: `${model} | ${stream}`,
    },
  ].map(({ type, required, result }) => {
    const own = args.map((arg) => (arg.wire === "stream" ? { ...arg, type, required } : arg));
    const ordered = [...own.filter((arg) => arg.required), ...own.filter((arg) => !arg.required)];
    return { ...context, isCoroutine: isAsync, verb: operation.verb, args: ordered, result, call: "_call" };
  });
  const overload = `@${imports.use("typing", "overload")}\n`;
  // Editors show the documentation of a parameter only if the overload itself has it. At run time the overloads do not exist.
  const typed = overloads.map(
    (method) => `${overload}${printSignature(operation, method)}\n${indent(documentMethod(operation, method))}`,
  );
  const method = printMethod(operation, {
    ...overloads.at(-1)!,
    args: args.map((arg) => (arg.wire === "stream" ? { ...arg, type: `${style.builtin("bool")} | None` } : arg)),
  });
  return [`if ${imports.use("typing", "TYPE_CHECKING")}:\n${indent(typed.join("\n"))}`, method].join("\n");
}

interface Dialect {
  /** The class of its streams. */
  readonly stream: string;
  readonly parsed?: Parsed;
  /** What examples name and print of a response. */
  readonly shown: readonly [name: string, part: string];
}

/** How the events of a stream add up → the API that has such streams. */
const dialects: Readonly<Record<string, Dialect>> = {
  chat: {
    stream: "ChatStream",
    parsed: { keyword: "response_format", result: "ParsedChatCompletion" },
    shown: ["completion", "completion.choices[0].message.content"],
  },
  responses: {
    stream: "ResponseStream",
    parsed: { keyword: "text_format", result: "ParsedResponse" },
    shown: ["response", "response.output"],
  },
  messages: { stream: "MessageStream", shown: ["message", "message.content"] },
};

/** The method that returns output of a type; empty if the API has no such output. */
function printParse(operation: Operation, args: readonly Argument[], context: MethodContext): string {
  const parsed = dialects[operation.stream!.accumulator]?.parsed;
  if (!parsed) return "";
  const { imports, isAsync, style } = context;
  const variable = imports.use("..._parse", "T");
  const adapter = imports.use("pydantic", "TypeAdapter");
  const jsonSchema = `${imports.use("collections.abc", "Mapping")}[${style.builtin("str")}, ${style.builtin("object")}]`;
  const output: Argument = {
    wire: parsed.keyword,
    name: parsed.keyword,
    required: true,
    type: `type[${variable}] | ${adapter}[${variable}] | ${jsonSchema}`,
    description:
      "The type of the output: a pydantic model, a dataclass, a `TypedDict` or another type with a JSON Schema. A `TypeAdapter` has the other ones, such as unions. With a JSON Schema as a dictionary, the output is plain data.",
  };
  const others = args.filter(({ wire }) => wire !== "stream" && wire !== parsed.keyword);
  return printMethod(operation, {
    ...context,
    isCoroutine: isAsync,
    verb: "parse",
    args: [...others.filter(({ required }) => required), output, ...others.filter(({ required }) => !required)],
    parsed,
    result: `${imports.use("..._parse", parsed.result)}[${variable}]`,
    call: "_parse",
  });
}

function printStream(operation: Operation, args: readonly Argument[], context: MethodContext): string {
  const { imports, isAsync } = context;
  const manager = imports.use("..._streams", `${isAsync ? "Async" : ""}StreamManager`);
  return printMethod(operation, {
    ...context,
    isCoroutine: false,
    verb: operation.stream!.verb,
    args: args.filter(({ wire }) => wire !== "stream"),
    result: `${manager}[${useStream(operation, context)}]`,
    call: "_stream",
  });
}

/** Imports the class of an operation's streams. */
function useStream({ id, stream }: Operation, { imports, isAsync }: MethodContext): string {
  const { accumulator } = stream!;
  const dialect = dialects[accumulator];
  if (!dialect) throw new Error(`The accumulator of ${id} has no class in Python: ${accumulator}.`);
  return imports.use("..._streams", `${isAsync ? "Async" : ""}${dialect.stream}`);
}

interface Method extends MethodContext {
  readonly isCoroutine: boolean;
  readonly verb: string;
  readonly args: readonly Argument[];
  readonly result: string;
  readonly parsed?: Parsed;
}

function printMethod(operation: Operation, method: Method & { readonly call: string }): string {
  const { imports, args, call, isCoroutine, parsed } = method;
  const constant = imports.use("..operations", toConstantName(operation.id));
  const input = args
    .filter(({ wire }) => wire !== parsed?.keyword)
    .map(({ wire, name }) => `${toSource(wire)}: ${name}`)
    .join(", ");
  const given = [...callOptions.map(([name]) => name), ...(operation.pollable ? ["poll"] : [])];
  const options = `${imports.use("..._resource", "CallOptions")}(${given.join(", ")})`;
  const body = `${documentMethod(operation, method)}return ${isCoroutine ? "await " : ""}self.${call}(${constant}, {${input}}, ${options}${parsed ? `, ${parsed.keyword}` : ""})\n`;
  return `${printSignature(operation, method)}\n${indent(body)}`;
}

/** The docstring of a method. */
function documentMethod(operation: Operation, { args, parsed, verb, isAsync, model }: Method): string {
  const shown = operation.stream ? dialects[operation.stream.accumulator]?.shown : shownOf(operation, model);
  const doc = describeMethod(operation, {
    args,
    options: [...callOptions, ...(operation.pollable ? [pollOption] : [])],
    errors: listErrors(operation, { isStream: operation.stream !== undefined && !parsed, parsed }),
    example: printExample(operation, model, { verb, args, parsed, isAsync, shown }),
    parsed,
  });
  return toDocstring(doc);
}

/** What an example names and prints of the items of a list. */
function shownOf({ pagination }: Operation, { schemas }: ApiModel): readonly [string, string] | undefined {
  const item = pagination?.itemType;
  const type = item?.kind === "reference" ? schemas.find(({ name }) => name === item.name)?.type : undefined;
  const field = ["id", "name"].find(
    (key) => type?.kind === "object" && type.properties.some(({ name }) => name === key),
  );
  return field === undefined ? undefined : ["item", `item.${field}`];
}

function printSignature({ pollable }: Operation, { imports, style, args, isCoroutine, verb, result }: Method): string {
  const omit = imports.use("..._omit", "OMIT");
  const omitType = imports.use("..._omit", "Omit");
  const mapping = (values: string): string =>
    `${imports.use("collections.abc", "Mapping")}[${style.builtin("str")}, ${values}] | None = None`;
  const keywords = [
    ...args.map(({ name, type, required }) =>
      required ? `${name}: ${type}` : `${name}: ${type} | ${omitType} = ${omit}`,
    ),
    `extra_headers: ${mapping(`${style.builtin("str")} | None`)}`,
    `extra_query: ${mapping(style.builtin("object"))}`,
    `extra_body: ${mapping(style.builtin("object"))}`,
    `timeout: ${style.builtin("float")} | ${imports.use("datetime", "timedelta")} | None | ${omitType} = ${omit}`,
    `idempotency_key: ${style.builtin("str")} | ${omitType} = ${omit}`,
    ...(pollable ? [`poll: ${style.builtin("bool")} = False`] : []),
  ];
  return `${isCoroutine ? "async " : ""}def ${toSnakeCase(verb)}(self, *, ${keywords.join(", ")}) -> ${result}:`;
}

/** Imports a model, or another class of its file. */
function useModel(schema: string, { imports, context, classes }: MethodContext, name = schema): string {
  const alias = classes.has(name) ? `${name} as ${name}Model` : name;
  return imports.use(`..models.${context.models.moduleOf.get(schema)!}`, alias);
}
