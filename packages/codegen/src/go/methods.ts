import type { Operation } from "../model/model.ts";
import type { GoContext } from "./context.ts";
import { describeMethod } from "./method-docs.ts";
import { toInputs, type Inputs } from "./inputs.ts";
import { toGoName, toOperationName, toServiceName } from "./names.ts";
import { toItemType } from "./types.ts";

/** How the events of a stream add up → the type of the stream. */
const streams: Readonly<Record<string, string>> = {
  chat: "ChatStream",
  responses: "ResponsesStream",
  messages: "MessagesStream",
};

/** The methods of an operation: its verb, that of its streams, and that of all pages. */
export function printMethods(operation: Operation, context: GoContext): string {
  const inputs = toInputs(operation, context);
  const methods = [printCall(operation, inputs, context)];
  if (operation.stream) methods.push(printStream(operation, inputs));
  if (operation.pagination) methods.push(printListAll(operation, inputs, context));
  return methods.join("\n");
}

/** The name of the method that iterates over all pages. */
function toListAllName({ verb }: Operation): string {
  return `${toGoName(verb)}All`;
}

function printCall(operation: Operation, inputs: Inputs, context: GoContext): string {
  const result = context.names.get(operation.success.schema)!;
  const variable = toOperationName(operation.id);
  return `${describeMethod(operation, { kind: "call", name: toGoName(operation.verb), inputs })}${printSignature(operation, toGoName(operation.verb), inputs)} (*${result}, error) {
return call[${result}](ctx, s.runtime, generated.${variable}, ${inputs.request}, opts)
}
`;
}

function printStream(operation: Operation, inputs: Inputs): string {
  const { verb, accumulator } = operation.stream!;
  const stream = streams[accumulator];
  if (stream === undefined) throw new Error(`The accumulator of ${operation.id} has no stream in Go: ${accumulator}.`);
  const name = toGoName(verb);
  return `${describeMethod(operation, { kind: "stream", name, inputs })}${printSignature(operation, name, inputs)} (*${stream}, error) {
return new${stream}(ctx, s.runtime, generated.${toOperationName(operation.id)}, ${inputs.request}, opts)
}
`;
}

function printListAll(operation: Operation, inputs: Inputs, context: GoContext): string {
  const { items, itemType } = operation.pagination!;
  const name = toListAllName(operation);
  const page = context.names.get(operation.success.schema)!;
  const item = toItemType(itemType, context);
  const path = items.split(".").map(toGoName).join(".");
  return `${describeMethod(operation, { kind: "pages", name, inputs })}${printSignature(operation, name, inputs)} iter.Seq2[${item}, error] {
items := func(page *${page}) []${item} { return page.${path} }
return listAll(ctx, s.runtime, generated.${toOperationName(operation.id)}, ${inputs.request}, items, opts)
}
`;
}

function printSignature({ resource }: Operation, name: string, { positional, params }: Inputs): string {
  const parameters = [
    "ctx context.Context",
    ...positional.map((parameter) => `${parameter.name} ${parameter.type}`),
    ...(params === undefined ? [] : [`params ${params}`]),
    "opts ...Option",
  ];
  return `func (s *${toServiceName(resource)}) ${name}(${parameters.join(", ")})`;
}
