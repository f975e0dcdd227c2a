import type { Type } from "../model/model.ts";
import type { GoContext } from "./context.ts";
import { toConstantName } from "./enums.ts";
import { toQueryName } from "./inputs.ts";
import { toGoName, toServiceName } from "./names.ts";
import { listBranches, toTree } from "./tree.ts";

/** Throws an error for two exported names that are the same, and for a type that contains itself. */
export function checkPackage(context: GoContext): void {
  const owners = new Map<string, string>();
  for (const [name, owner] of listNames(context)) {
    const other = owners.get(name);
    if (other !== undefined)
      throw new Error(`Go has the name ${name} twice: ${other} and ${owner}. Rename one in openapi/.`);
    owners.set(name, owner);
  }
  for (const name of context.schemas.keys()) checkSize(name, context, []);
}

/** Every exported name of the package that is printed, and what has it. */
function listNames({ model, names }: GoContext): [name: string, owner: string][] {
  const { operations, schemas, errors, fallbackPolicy } = model;
  const services = listBranches(toTree(operations)).filter(({ path }) => path.length > 0);
  return [
    ["Client", "the client"],
    ["FailureKind", "the kind of a failure"],
    ["KnownModelIDs", "the list of models"],
    ...services.map(({ path }): [string, string] => [toServiceName(path), `the service ${path.join(".")}`]),
    ...schemas.map(({ name }): [string, string] => [names.get(name)!, `the schema ${name}`]),
    ...operations
      .filter(({ body, parameters }) => !body && parameters.query.length > 0)
      .map((operation): [string, string] => [toQueryName(operation), `the params of ${operation.id}`]),
    ...schemas.flatMap(({ name, type }) =>
      type.kind === "enum"
        ? type.values.map(({ value }): [string, string] => [
            toConstantName(names.get(name)!, value),
            `the value ${value} of ${name}`,
          ])
        : [],
    ),
    ...errors.map(({ code }): [string, string] => [`Code${toGoName(code)}`, `the error code ${code}`]),
    ...fallbackPolicy.kinds.map(({ kind }): [string, string] => [`Failure${toGoName(kind)}`, `the failure ${kind}`]),
  ];
}

/** Follows the structs that a struct contains by value. */
function checkSize(name: string, context: GoContext, path: readonly string[]): void {
  const way = [...path, name];
  if (path.includes(name))
    throw new Error(
      `A type of Go cannot contain itself: ${way.join(" → ")}. Make one of the properties optional in openapi/.`,
    );
  const { type } = context.schemas.get(name)!;
  if (type.kind !== "object") return;
  for (const property of type.properties)
    if (property.required && !property.type.nullable && isObject(property.type, context))
      checkSize((property.type as { readonly name: string }).name, context, way);
}

function isObject(type: Type, { schemas }: GoContext): boolean {
  return type.kind === "reference" && schemas.get(type.name)!.type.kind === "object";
}
