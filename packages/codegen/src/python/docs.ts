import type { ApiModel, Operation } from "../model/model.ts";
import type { Argument } from "./arguments.ts";
import { toSnakeCase } from "./names.ts";
import { indent, toCallSource, wrap } from "./text.ts";

const width = 104;

/** The docstring of a method, in the sections that editors render. */
export function describeMethod(operation: Operation, { args, options, errors, example }: MethodDoc): string {
  const title = `${operation.deprecated ? "Deprecated. " : ""}${operation.summary}.`;
  const entries = [...args.map(({ name, description }) => [name, description] as const), ...options];
  const sections = [
    title,
    wrap(operation.description, width),
    `Args:\n${entries.map(([name, text]) => printEntry(name, text)).join("\n")}`,
    `Raises:\n${errors.map(([name, text]) => printEntry(name, text)).join("\n")}`,
    example === undefined ? "" : `Example:\n${indent(`\`\`\`python\n${example}\n\`\`\``)}`,
  ];
  return sections.filter((section) => section !== "").join("\n\n");
}

/** What a docstring says, other than the operation itself. */
interface MethodDoc {
  readonly args: readonly Argument[];
  readonly options: readonly (readonly [name: string, text: string])[];
  readonly errors: readonly (readonly [name: string, text: string])[];
  readonly example: string | undefined;
  readonly parsed: Parsed | undefined;
}

/** One line, however long: of the description of a parameter, pyright shows only the line with its name. */
function printEntry(name: string, text: string): string {
  return `    ${name}: ${text.replaceAll(/\s+/g, " ")}`;
}

/** The options that every method has. */
export const callOptions = [
  ["extra_headers", "More headers. They replace headers of the same name; None removes one."],
  ["extra_query", "More query parameters."],
  ["extra_body", "More fields of the body, also those that this version does not know."],
  [
    "timeout",
    "Timeout of one attempt, in seconds or as a `timedelta`; None removes the limit. Default: the timeout of the client.",
  ],
  ["idempotency_key", "The idempotency key of the request. Default: a random one for each call that needs it."],
] as const;

export const pollOption = [
  "poll",
  "Whether to repeat the request while the resource is not available yet (404). Default: False.",
] as const;

/** The second method of an operation whose output can match a type. */
export interface Parsed {
  /** The keyword with the type. */
  readonly keyword: string;
  /** The class of the response with its output. */
  readonly result: string;
}

/** The errors that a method raises. */
export function listErrors(
  { errors }: Operation,
  { isStream, parsed }: { readonly isStream: boolean; readonly parsed: Parsed | undefined },
): [string, string][] {
  const codes = errors.map(({ status, code }) => `\`${code}\` (${status})`);
  return [
    ["APIError", `The API returned an error. \`code\` is ${codes.join(", ")} or another one.`],
    ["APIConnectionError", "The request failed without a response; `request_sent` says whether it may have arrived."],
    ["APITimeoutError", "No complete response arrived in time."],
    ...(isStream ? [["StreamError", "The stream broke; `partial` has what arrived."] as [string, string]] : []),
    ...(parsed ? [["OutputError", "The output does not match the type; `text` has it."] as [string, string]] : []),
  ];
}

/** The method that an example calls. */
interface ExampleContext {
  readonly verb: string;
  readonly args: readonly Argument[];
  readonly parsed: Parsed | undefined;
  readonly isAsync: boolean;
  /** Name and interesting part of the result. */
  readonly shown: readonly [name: string, part: string] | undefined;
}

/** A call of the method with the smallest example of the contract; undefined if the contract has none. */
export function printExample(
  operation: Operation,
  { examples }: ApiModel,
  { verb, args, parsed, isAsync, shown }: ExampleContext,
): string | undefined {
  const inputs = examples
    .filter((example) => example.operation === operation.id && example.kind === "request")
    .map(({ name, value }) => ({ name, value: value as Record<string, unknown> }))
    .filter(({ value }) => value.stream !== true);
  const sizeOf = ({ name, value }: (typeof inputs)[number]): number =>
    name === "minimal" ? -1 : JSON.stringify(value).length;
  const [input] = inputs.toSorted((a, b) => sizeOf(a) - sizeOf(b));
  if (!input) return undefined;
  const target = [...operation.resource, verb].map(toSnakeCase).join(".");
  const names = new Map(args.map(({ wire, name }) => [wire, name]));
  const given = Object.entries(input.value)
    .filter(([name]) => names.has(name) && name !== parsed?.keyword)
    .map(([name, value]) => `${names.get(name)!}=${toCallSource(value)}`);
  const call = `client.${target}(${[...given, ...(parsed ? [`${parsed.keyword}=Answer`] : [])].join(", ")})`;
  const wait = isAsync ? "await " : "";
  const iterate = isAsync ? "async " : "";
  if (parsed) return `class Answer(BaseModel):\n    text: str\n\nresult = ${wait}${call}\nprint(result.parsed)`;
  if (operation.stream && verb === operation.stream.verb)
    return `${iterate}with ${call} as stream:\n    ${iterate}for text in stream.text_stream:\n        print(text, end="")`;
  const [name, part] = shown ?? ["result"];
  if (operation.pagination) return `${iterate}for ${name} in ${call}:\n    print(${part ?? name})`;
  return `${name} = ${wait}${call}${part === undefined ? "" : `\nprint(${part})`}`;
}
