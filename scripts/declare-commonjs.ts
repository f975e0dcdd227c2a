// Makes dist/require, which `require` and TypeScript's CommonJS files see: each entry point loads its ES module (Node 20.19 and
// newer), so that a program has one copy of everything, and the declarations are once more there as those of CommonJS modules.
import { globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";

const folder = join("dist", "require");
rmSync(folder, { recursive: true, force: true });
for (const path of globSync("**/*.d.ts", { cwd: "dist" })) {
  const copy = join(folder, path);
  // The copy has the lines of the original, so that it shares its declaration map.
  const map = relative(dirname(copy), join("dist", `${path}.map`)).replaceAll("\\", "/");
  const text = readFileSync(join("dist", path), "utf8").replace(/(?<=^\/\/# sourceMappingURL=).*$/m, map);
  mkdirSync(dirname(copy), { recursive: true });
  writeFileSync(copy, text);
}
writeFileSync(join(folder, "package.json"), '{ "type": "commonjs" }\n');

interface Manifest {
  readonly exports: Readonly<
    Record<string, string | { readonly require?: { readonly default: string }; readonly default: string }>
  >;
}

const { exports } = JSON.parse(readFileSync("package.json", "utf8")) as Manifest;
for (const entry of Object.values(exports)) {
  if (typeof entry === "string" || !entry.require) continue;
  for (const [file, target] of pairs(entry.require.default, entry.default)) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, `module.exports = require(${JSON.stringify(relative(dirname(file), target))});\n`);
  }
}

/** The file of an entry point and the module that it loads. A pattern has one pair for each module. */
function pairs(file: string, target: string): (readonly [file: string, target: string])[] {
  if (!file.includes("*")) return [[file, target]];
  return globSync("**/*.js", { cwd: "dist", exclude: ["require/**"] }).map((path) => {
    const name = path.replaceAll("\\", "/").replace(/\.js$/, "");
    return [file.replace("*", name), target.replace("*", name)];
  });
}
