// Replaces the modules of a package in dist by its entry points and the chunks that they share or load on demand, not minified.
// Node loads a dozen files in place of eighty, in half the time. Declarations do not change.
import { globSync, readFileSync, rmSync } from "node:fs";
import { isAbsolute, join, relative, resolve } from "node:path";
import { rolldown } from "rolldown";

interface Manifest {
  readonly exports: Readonly<Record<string, string | { readonly default: string }>>;
}

const { exports } = JSON.parse(readFileSync("package.json", "utf8")) as Manifest;
const entries = Object.values(exports).flatMap((entry) => (typeof entry === "string" ? [] : entry.default));
const build = await rolldown({
  input: Object.fromEntries(entries.map((path) => [relative("dist", path).replace(/\.js$/, ""), resolve(path)])),
  platform: "neutral",
  external: (id) => !id.startsWith(".") && !isAbsolute(id),
});
const { output } = await build.write({ dir: "dist", format: "esm", chunkFileNames: "chunks/[name].js" });
await build.close();

const written = new Set(output.map(({ fileName }) => join(fileName)));
for (const path of globSync("**/*.js", { cwd: "dist" })) if (!written.has(path)) rmSync(join("dist", path));
