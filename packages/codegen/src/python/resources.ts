import type { Files } from "../output/files.ts";
import type { ApiModel, Operation } from "../model/model.ts";
import { createImports } from "./imports.ts";
import { printMethods, type MethodContext } from "./methods.ts";
import { toClassName, toRawName, toSnakeCase } from "./names.ts";
import { createParamsContext, createParamsStyle, type ParamsContext } from "./params.ts";
import { indent, toDocstring } from "./text.ts";

/** A node of the tree of resources, such as `chat` or `chat.completions`. */
export interface Branch {
  readonly path: readonly string[];
  readonly operations: Operation[];
  readonly branches: Map<string, Branch>;
}

/** The resources: classes with a method for each operation, in one file for each resource at the root. */
export function emitResources(model: ApiModel): Files {
  const context = createParamsContext(model);
  const { branches } = toTree(model.operations);
  const files = [...branches].map(([name, branch]): [string, string] => [
    `resources/${toSnakeCase(name)}.py`,
    printFile(branch, { model, context }),
  ]);
  return { "resources/__init__.py": printRoot([...branches.keys()]), ...Object.fromEntries(files) };
}

/** The bases of the clients. A resource is imported when it is used. */
function printRoot(names: readonly string[]): string {
  const imports = names.map((name) => {
    const type = toClassName(name);
    return `    from .${toSnakeCase(name)} import Async${type}, ${type}\n`;
  });
  const print = (prefix: string): string => {
    const properties = names.map((name) => {
      const type = `${prefix}${toClassName(name)}`;
      return `@cached_property\ndef ${toSnakeCase(name)}(self) -> ${type}:\n    from .${toSnakeCase(name)} import ${type}\n\n    return ${type}(cast("${prefix}Patchbay", self))\n`;
    });
    const text = toDocstring(`The resources of \`${prefix}Patchbay\`.`);
    return `class ${prefix}Resources:\n${indent([text, ...properties].join("\n"))}`;
  };
  return `"""The resources of the clients."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from ..._client import AsyncPatchbay, Patchbay
${imports.toSorted().join("")}

${print("")}

${print("Async")}`;
}

/** The tree of resources. */
export function toTree(operations: readonly Operation[]): Branch {
  const root: Branch = { path: [], operations: [], branches: new Map() };
  for (const operation of operations) {
    let at = root;
    for (const name of operation.resource) {
      const below = at.branches.get(name) ?? { path: [...at.path, name], operations: [], branches: new Map() };
      at.branches.set(name, below);
      at = below;
    }
    at.operations.push(operation);
  }
  return root;
}

/** What the printing of a file needs. */
interface Printing {
  readonly model: ApiModel;
  readonly context: ParamsContext;
}

function printFile(branch: Branch, printing: Printing): string {
  const imports = createImports();
  const branches = listBranches(branch);
  const classes = new Set(branches.map(({ path }) => toClassName(path.at(-1)!)));
  const print = (isAsync: boolean): string[] =>
    branches.map((member) => printClass(member, { ...printing, imports, isAsync, classes }));
  const body = [...print(false), ...print(true)].join("\n\n");
  // Annotations are strings, so that a resource loads neither its models nor its params.
  const isHidden = (module: string): boolean =>
    !["typing", "..._resource", "..._embed", "..._omit", "..operations"].includes(module);
  return `from __future__ import annotations\n\n${imports.print(isHidden)}\n${body}`;
}

/** A branch and those below it, the deepest ones first. */
export function listBranches(branch: Branch): Branch[] {
  return [...[...branch.branches.values()].flatMap(listBranches), branch];
}

/** The resources with methods that are not operations, and the base class that has them. */
const handwritten: Readonly<Record<string, readonly [module: string, base: string]>> = {
  embeddings: ["..._embed", "EmbedResource"],
};

function printClass({ path, operations, branches }: Branch, printing: Omit<MethodContext, "style">): string {
  const { context, imports, isAsync } = printing;
  const prefix = isAsync ? "Async" : "";
  const verbs = operations.flatMap(({ verb, stream }) => [verb, stream?.verb ?? verb]).map(toSnakeCase);
  const style = createParamsStyle(context, imports, { hidden: new Set(verbs) });
  const methods = operations.map((operation) => printMethods(operation, { ...printing, style }));
  const properties = [...branches.keys()].map((name) => {
    const type = `${prefix}${toClassName(name)}`;
    const doc = toDocstring(`The methods of \`client.${[...path, name].map(toSnakeCase).join(".")}\`.`).trimEnd();
    return `@property\ndef ${toSnakeCase(name)}(self) -> ${type}:\n    ${doc}\n    return ${type}(self._client)\n`;
  });
  const raw = imports.use(".raw", toRawName(path, isAsync));
  imports.use("typing", "TYPE_CHECKING");
  const rawProperty = `if TYPE_CHECKING:\n\n    @property\n    def with_raw_response(self) -> ${raw}:\n        """The same methods, which return the unread response with its status and headers; \`parse()\` reads it."""\n        ...\n`;
  const name = `${prefix}${toClassName(path.at(-1)!)}`;
  const [module, base] = handwritten[path.join(".")] ?? ["..._resource", "Resource"];
  const target = `client.${path.map(toSnakeCase).join(".")}`;
  const text = toDocstring(`The methods of \`${target}\`${isAsync ? " of `AsyncPatchbay`" : ""}.`);
  return `class ${name}(${imports.use(module, `${prefix}${base}`)}):\n${indent([text, rawProperty, ...properties, ...methods].join("\n"))}`;
}
