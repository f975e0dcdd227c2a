import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, extname, join } from "node:path";
import type { ApiModel } from "../model/model.ts";

/** Path below a generated/ folder → its text. */
export type Files = Readonly<Record<string, string>>;

/** Prints a part of the model as files. */
type Emitter = (model: ApiModel) => Files | Promise<Files>;

/** One language: which emitters write which folders. */
export interface Target {
  /** Folder, relative to the repository → the emitters that write it. */
  readonly outputs: Readonly<Record<string, readonly Emitter[]>>;
  /** Formats a folder after it was written. */
  readonly format: (folder: string) => void;
}

const notice = "Written from openapi/ by `npm run generate`. Do not edit: change the contract or packages/codegen.";

/** File extension → the start of a line comment. Files with another extension get no notice. */
const lineComments: Readonly<Record<string, string>> = { ".ts": "//", ".py": "#" };

/** Replaces a generated/ folder with these files. */
export function writeFiles(folder: string, files: Files): void {
  rmSync(folder, { recursive: true, force: true });
  for (const [name, text] of Object.entries(files)) {
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, withNotice(name, text));
  }
}

/** The text of a file with the notice that it is generated. */
export function withNotice(name: string, text: string): string {
  const comment = lineComments[extname(name)];
  return comment === undefined ? text : `${comment} ${notice}\n${text}`;
}
