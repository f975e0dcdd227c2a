import type { ApiModel } from "../model/model.ts";
import type { Files } from "../output/files.ts";
import { createImports, type Imports } from "./imports.ts";
import { layOutModels } from "./models.ts";
import { toClassName, toRawName, toSnakeCase } from "./names.ts";
import { listBranches, toTree, type Branch } from "./resources.ts";
import { indent, toDocstring } from "./text.ts";

/** The types of `with_raw_response`: one class for each resource, whose methods have the parameters of the resource. */
export function emitRaw(model: ApiModel): Files {
  const imports = createImports();
  const { moduleOf } = layOutModels(model);
  const root = toTree(model.operations);
  const print = (isAsync: boolean): string[] => [
    ...listBranches(root)
      .filter((branch) => branch !== root)
      .map((branch) => printClass(branch, { imports, isAsync, moduleOf })),
    `class ${isAsync ? "Async" : ""}RawResources:\n${indent(printBranches(root, isAsync))}`,
  ];
  const body = [...print(false), ...print(true)].join("\n\n");
  const doc = toDocstring("The types of `with_raw_response`. Only type checkers read them.");
  return { "resources/raw.py": `${doc}\nfrom __future__ import annotations\n\n${imports.print()}\n${body}` };
}

interface Printing {
  readonly imports: Imports;
  readonly isAsync: boolean;
  readonly moduleOf: ReadonlyMap<string, string>;
}

function printClass(branch: Branch, { imports, isAsync, moduleOf }: Printing): string {
  const { path, operations } = branch;
  const prefix = isAsync ? "Async" : "";
  const wrap = isAsync ? "to_async_raw" : "to_raw";
  const methods = operations.map(({ verb, pagination, success }) => {
    const method = toSnakeCase(verb);
    if (!pagination) return `self.${method} = ${imports.use("..._raw", wrap)}(resource.${method})\n`;
    // The page is read without its methods.
    const model = imports.use(`..models.${moduleOf.get(success.schema)!}`, success.schema);
    return `self.${method} = ${imports.use("..._raw", `${wrap}_list`)}(resource.${method}, ${model})\n`;
  });
  const doc = toDocstring(`The methods of \`client.${path.map(toSnakeCase).join(".")}\` with raw responses.`);
  const base = imports.use("..._raw", `${prefix}RawResource`);
  const own = methods.length > 0 ? `${printInit(path, imports, prefix)}${indent(methods.join(""))}` : "";
  return `class ${toRawName(path, isAsync)}(${base}):\n${indent(`${doc}${printBranches(branch, isAsync)}${own}`)}`;
}

function printInit(path: readonly string[], imports: Imports, prefix: string): string {
  const resource = imports.use(`.${toSnakeCase(path[0]!)}`, `${prefix}${toClassName(path.at(-1)!)}`);
  return `\ndef __init__(self, resource: ${resource}) -> None:\n`;
}

function printBranches({ branches }: Branch, isAsync: boolean): string {
  return [...branches].map(([name, { path }]) => `${toSnakeCase(name)}: ${toRawName(path, isAsync)}\n`).join("");
}
