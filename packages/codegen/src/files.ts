import { execFileSync } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { ApiModel } from "./model/model.ts";

/** Path below a generated/ folder → its text. */
export type Files = Readonly<Record<string, string>>;

/** Prints a part of the model as files. */
export type Emitter = (model: ApiModel) => Files | Promise<Files>;

const notice =
  "// Written from openapi/ by `npm run generate`. Do not edit: change the contract or packages/codegen.\n";

/** Replaces a generated/ folder with these files and formats them. */
export function writeFiles(folder: string, files: Files): void {
  rmSync(folder, { recursive: true, force: true });
  for (const [name, text] of Object.entries(files)) {
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, name.endsWith(".ts") ? notice + text : text);
  }
  execFileSync("oxfmt", [folder], { stdio: ["ignore", "ignore", "inherit"] });
}
