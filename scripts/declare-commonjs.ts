// Makes dist/require, which `require` and TypeScript's CommonJS files see: each entry point loads its ES module (Node 20.19 and
// newer), so that a program has one copy of everything, and the declarations that it needs are once more there as those of
// CommonJS modules.
import { globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";

interface Entry {
  readonly types: string;
  readonly default: string;
}

interface Manifest {
  readonly exports: Readonly<Record<string, string | { readonly require?: Entry; readonly default: string }>>;
}

const folder = join("dist", "require");
rmSync(folder, { recursive: true, force: true });
const { exports } = JSON.parse(readFileSync("package.json", "utf8")) as Manifest;
const declarations: string[] = [];
for (const entry of Object.values(exports)) {
  if (typeof entry === "string" || !entry.require) continue;
  for (const name of namesOf(entry.default)) {
    const file = entry.require.default.replace("*", name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(
      file,
      `module.exports = require(${JSON.stringify(toPosix(relative(dirname(file), entry.default.replace("*", name))))});\n`,
    );
    declarations.push(relative(folder, entry.require.types.replace("*", name)));
  }
}
for (const path of reachableFrom(declarations)) copyDeclarations(path);
writeFileSync(join(folder, "package.json"), '{ "type": "commonjs" }\n');

/** What a pattern stands for: the modules of the package. An entry point without a pattern has one file. */
function namesOf(target: string): string[] {
  if (!target.includes("*")) return [""];
  return globSync("**/*.js", { cwd: "dist", exclude: ["require/**"] }).map((path) =>
    toPosix(path).replace(/\.js$/, ""),
  );
}

/** The declaration files that the given ones import, and themselves. Paths are relative to `dist`. */
function reachableFrom(paths: readonly string[]): ReadonlySet<string> {
  const found = new Set(paths);
  for (const path of found)
    for (const [, imported] of readDeclarations(path).matchAll(/(?:from |import\()"(\.[^"]+)\.[jt]s"/g))
      found.add(join(dirname(path), `${imported}.d.ts`));
  return found;
}

/** Copies a declaration file. The copy has the lines of the original, so that it shares its declaration map. */
function copyDeclarations(path: string): void {
  const copy = join(folder, path);
  const map = toPosix(relative(dirname(copy), join("dist", `${path}.map`)));
  mkdirSync(dirname(copy), { recursive: true });
  writeFileSync(copy, readDeclarations(path).replace(/(?<=^\/\/# sourceMappingURL=).*$/m, map));
}

function readDeclarations(path: string): string {
  return readFileSync(join("dist", path), "utf8");
}

function toPosix(path: string): string {
  return path.replaceAll("\\", "/");
}
