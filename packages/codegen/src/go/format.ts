import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { format } from "@wasm-fmt/gofmt";

/** Go source in the format of gofmt. */
export function formatText(text: string): string {
  return format(text);
}

/** Formats these files in a folder. */
export function formatFiles(folder: string, names: readonly string[]): void {
  for (const name of names) {
    const path = join(folder, name);
    writeFileSync(path, formatText(readFileSync(path, "utf8")));
  }
}
