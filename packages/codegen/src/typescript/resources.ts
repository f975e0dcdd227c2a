import type { Files } from "../output/files.ts";
import type { ApiModel, Operation } from "../model/model.ts";
import { toDocComment } from "./text.ts";

interface Branch {
  [name: string]: Branch | string;
}

/** The operations as a tree of resources, with their documentation. */
export function emitResources({ operations }: ApiModel): Files {
  return {
    "resources.ts": `import type { Operation, StreamOperation } from "../operation.ts";

/** The operations as a tree of resources, with their documentation. */
export interface Resources ${printBranch(toTree(operations))}
`,
  };
}

function toTree(operations: readonly Operation[]): Branch {
  const root: Branch = {};
  for (const operation of operations) {
    const { id, resource, verb, stream } = operation;
    const parent = resource.reduce<Branch>((at, word) => (at[word] ??= {}) as Branch, root);
    const print = (name: string, type: string): string =>
      `${toDocComment(operation)}${name}: ${type}<${JSON.stringify(id)}>;`;
    parent[verb] = print(verb, "Operation");
    if (stream) parent[stream.verb] = print(stream.verb, "StreamOperation");
  }
  return root;
}

function printBranch(branch: Branch): string {
  const lines = Object.entries(branch).map(([name, below]) =>
    typeof below === "string" ? below : `${name}: ${printBranch(below)};`,
  );
  return `{\n${lines.join("\n")}\n}`;
}
