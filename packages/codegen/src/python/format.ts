import { globSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { PositionEncoding, Workspace } from "@astral-sh/ruff-wasm-nodejs";

// The options of `packages/client-python/pyproject.toml`.
const options = { "line-length": 120, "target-version": "py311", format: { "docstring-code-format": true } };
const workspace = new Workspace(options, PositionEncoding.Utf16);

/** Python source in the format of ruff. */
export function formatText(text: string): string {
  return workspace.format(text);
}

/** Formats the Python files in a folder. */
export function formatFolder(folder: string): void {
  for (const name of globSync("**/*.py", { cwd: folder })) {
    const path = join(folder, name);
    writeFileSync(path, formatText(readFileSync(path, "utf8")));
  }
}
