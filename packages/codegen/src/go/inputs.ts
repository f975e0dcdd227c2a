import type { Operation } from "../model/model.ts";
import type { GoContext } from "./context.ts";
import { bodySchemaOf, toFieldName, toGoName, toOperationName, toParameterName, toServiceName } from "./names.ts";
import { printJsonMethods, printQueryField } from "./objects.ts";
import { toPlainType } from "./types.ts";

/** What a method takes apart from the context and the options. */
export interface Inputs {
  /** Positional parameters: those of the path, and required ones of a query without optional ones. */
  readonly positional: readonly { readonly name: string; readonly type: string; readonly description: string }[];
  /** The type of the struct; absent if the operation has no other input. */
  readonly params?: string;
  /** The value of `request` in the runtime. */
  readonly request: string;
}

/** Whether the query parameters are positional, because there is no other input than required ones. */
function isQueryPositional({ body, parameters }: Operation): boolean {
  return !body && parameters.query.length > 0 && parameters.query.every(({ required }) => required);
}

export function toInputs(operation: Operation, context: GoContext): Inputs {
  const { path, query } = operation.parameters;
  const isPositional = isQueryPositional(operation);
  const positional = [...path, ...(isPositional ? query : [])].map((parameter) => ({
    name: toParameterName(parameter.names.go ?? parameter.name),
    type: toPlainType(parameter.type, context),
    description: parameter.description,
  }));
  const values = path.map((parameter) => toParameterName(parameter.names.go ?? parameter.name));
  const body = bodySchemaOf(operation);
  const params = body === undefined ? toQueryName(operation) : context.names.get(body)!;
  const hasParams = body !== undefined || (query.length > 0 && !isPositional);
  const literal = `&${toUnexported(params)}{${query.map((parameter) => `${toFieldName(parameter)}: ${toParameterName(parameter.names.go ?? parameter.name)}`).join(", ")}}`;
  const fields = [
    ...(values.length > 0 ? [`path: []string{${values.join(", ")}}`] : []),
    ...(hasParams ? ["params: &params"] : isPositional ? [`params: ${literal}`] : []),
  ];
  return { positional, ...(hasParams && { params }), request: `request{${fields.join(", ")}}` };
}

/** `models.list` → `ModelsListParams`: the params of an operation without a body. */
export function toQueryName({ id }: Operation): string {
  return `${toOperationName(id)}Params`;
}

function toUnexported(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}

/** The struct with the query parameters of an operation without a body; empty if it has none. */
export function printQueryParams(operation: Operation, context: GoContext): string {
  const { query } = operation.parameters;
  if (operation.body || query.length === 0) return "";
  const target = `client.${operation.resource.map(toGoName).join(".")}.${toGoName(operation.verb)}`;
  if (isQueryPositional(operation)) {
    const name = toUnexported(toQueryName(operation));
    return `// ${name} has the query parameters of ${target}.\ntype ${name} struct {\nobject\n\n${printQueryFields(operation, context)}}\n`;
  }
  const name = toQueryName(operation);
  return `// ${name} has the query parameters of [${toServiceName(operation.resource)}.${toGoName(operation.verb)}].
type ${name} struct {
object

${printQueryFields(operation, context)}}

${printJsonMethods(name)}`;
}

function printQueryFields({ parameters }: Operation, context: GoContext): string {
  const fields = new Map(parameters.query.map((parameter) => [parameter.name, toFieldName(parameter)]));
  return parameters.query.map((parameter) => printQueryField(parameter, context, fields)).join("\n");
}
