import type { Operation } from "../model/model.ts";

/** A node of the tree of services, such as `chat` or `chat.completions`. */
export interface Branch {
  readonly path: readonly string[];
  readonly operations: Operation[];
  readonly branches: Map<string, Branch>;
}

/** The tree of services. */
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

/** A branch and those below it, the deepest ones first. */
export function listBranches(branch: Branch): Branch[] {
  return [...[...branch.branches.values()].flatMap(listBranches), branch];
}
