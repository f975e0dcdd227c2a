// Makes dist/require, which `require` and TypeScript's CommonJS files see: each entry point loads its ES module (Node 20.19 and
// newer), so that a program has one copy of everything, and the declarations are once more there as those of CommonJS modules.
import { cpSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";

const folder = join("dist", "require");
rmSync(folder, { recursive: true, force: true });
for (const path of globSync("**/*.d.ts", { cwd: "dist" })) cpSync(join("dist", path), join(folder, path));
writeFileSync(join(folder, "package.json"), '{ "type": "commonjs" }\n');

interface Manifest {
  readonly exports: Readonly<
    Record<string, string | { readonly require?: { readonly default: string }; readonly default: string }>
  >;
}

const { exports } = JSON.parse(readFileSync("package.json", "utf8")) as Manifest;
for (const entry of Object.values(exports)) {
  if (typeof entry === "string" || !entry.require) continue;
  const file = entry.require.default;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `module.exports = require(${JSON.stringify(relative(dirname(file), entry.default))});\n`);
}
