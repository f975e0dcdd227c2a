import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { ContractError } from "./problem.ts";
import type { JsonObject } from "../json.ts";
import { isNode, LineCounter, parseDocument } from "yaml";

export type JsonPath = readonly (string | number)[];

/** A parsed YAML or JSON file of the contract, with the line of each value. */
export interface SourceFile {
  /** Path relative to the contract's folder, with forward slashes. */
  readonly file: string;
  readonly data: JsonObject;
  lineOf(path: JsonPath): number;
}

/** Reads a YAML or JSON file. Throws `ContractError` with the line if the file is not well formed. */
export function readSource(root: string, path: string): SourceFile {
  const lines = new LineCounter();
  const file = relative(root, path).replaceAll("\\", "/");
  const document = parseDocument(readFileSync(path, "utf8"), { lineCounter: lines, version: "1.2" });
  const [error] = document.errors;
  if (error) {
    const message = error.message.split("\n", 1)[0]!;
    throw new ContractError([{ file, line: lines.linePos(error.pos[0]).line, rule: "syntax", message }]);
  }
  return {
    file,
    data: document.toJS() as JsonObject,
    lineOf(path) {
      for (let depth = path.length; depth > 0; depth--) {
        const node: unknown = document.getIn(path.slice(0, depth), true);
        if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
      }
      return 1;
    },
  };
}

/** The paths of the files in a folder that end with `ending`, sorted by name. */
export function listFiles(folder: string, ending: string): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(ending))
    .toSorted()
    .map((name) => join(folder, name));
}
