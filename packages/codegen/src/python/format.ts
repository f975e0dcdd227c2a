import { globSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { PositionEncoding, Workspace } from "@astral-sh/ruff-wasm-nodejs";

/** Formats the Python files in a folder. The options are those of `packages/client-python/pyproject.toml`. */
export function formatFolder(folder: string): void {
  const workspace = new Workspace(
    { "line-length": 120, "target-version": "py311", format: { "docstring-code-format": true } },
    PositionEncoding.Utf16,
  );
  for (const name of globSync("**/*.py", { cwd: folder })) {
    const path = join(folder, name);
    writeFileSync(path, workspace.format(readFileSync(path, "utf8")));
  }
}
