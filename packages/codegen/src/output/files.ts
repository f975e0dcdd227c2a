import { globSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, extname, join, sep } from "node:path";
import type { ApiModel } from "../model/model.ts";

/** Path below a folder → its text. */
export type Files = Readonly<Record<string, string>>;

/** Prints a part of the model as files. */
type Emitter = (model: ApiModel) => Files | Promise<Files>;

/** One language: which emitters write which folders. */
export interface Target {
  /** Folder, relative to the repository → the emitters that write it. */
  readonly outputs: Readonly<Record<string, readonly Emitter[]>>;
  /** Formats these files of a folder after they were written. */
  readonly format: (folder: string, names: readonly string[]) => void;
}

const notice = "Written from openapi/ by `npm run generate`. Do not edit: change the contract or packages/codegen.";

/** File extension → the lines before the text. Files with another extension get no notice. */
const notices: Readonly<Record<string, string>> = {
  ".ts": `// ${notice}\n`,
  ".py": `# ${notice}\n`,
  // The line by which Go tools recognize generated files. Without the empty line it would be the comment of the package.
  ".go": "// Code generated from openapi/ by npm run generate. DO NOT EDIT.\n\n",
};

/** Start of the names of generated files in a folder that has handwritten ones as well. */
const prefix = "zz_generated_";

/**
 * Replaces the generated files of a folder with these. A folder below one named `generated` has no others. In any other
 * folder, files whose names start with `zz_generated_` are generated.
 */
export function writeFiles(folder: string, files: Files): void {
  if (folder.split(sep).includes("generated")) rmSync(folder, { recursive: true, force: true });
  else removeGenerated(folder, Object.keys(files));
  for (const [name, text] of Object.entries(files)) {
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, withNotice(name, text));
  }
}

function removeGenerated(folder: string, names: readonly string[]): void {
  const foreign = names.find((name) => basename(name) !== name || !name.startsWith(prefix));
  if (foreign !== undefined)
    throw new Error(`A generated file in ${folder} must have a name that starts with ${prefix}, got ${foreign}.`);
  for (const name of globSync(`${prefix}*`, { cwd: folder })) rmSync(join(folder, name));
}

/** The text of a file with the notice that it is generated. */
export function withNotice(name: string, text: string): string {
  return `${notices[extname(name)] ?? ""}${text}`;
}
