// Checks the structure of the packages' sources: two folders that import each other, at most three pairs in a package. A folder and one
// inside it do not count. Import cycles
// of files, the length of files and the length of functions are rules of the linter.
import { globSync, readFileSync } from "node:fs";
import { dirname, join, normalize, resolve } from "node:path";

const root = resolve(import.meta.dirname, "..");
const mostPairs = 3;

/** Whether a folder contains another one. The two are one unit, such as a facade and its parts. */
function contains(outer: string, inner: string): boolean {
  return outer === "." || inner.startsWith(`${outer}/`);
}

/** Folders of a package that import each other, with one import in each direction. */
function mutualPairs(folder: string): string[] {
  const imports = new Map<string, string>();
  for (const file of globSync("**/*.ts", {
    cwd: folder,
    exclude: ["**/generated/**", "**/*.test.ts", "**/*.test-d.ts"],
  })) {
    const text = readFileSync(join(folder, file), "utf8");
    for (const [, target] of text.matchAll(/(?:from|import\()\s*"(\.[^"]+)"/g)) {
      const path = normalize(join(dirname(file), target));
      if (path.includes("generated")) continue;
      const [from, to] = [dirname(file), dirname(path)];
      if (from !== to && !imports.has(`${from} → ${to}`)) imports.set(`${from} → ${to}`, `${file} imports ${path}`);
    }
  }
  return [...imports].flatMap(([edge, reason]) => {
    const [from = "", to = ""] = edge.split(" → ");
    const back = imports.get(`${to} → ${from}`);
    return back === undefined || from > to || contains(from, to) || contains(to, from)
      ? []
      : [`${from} ↔ ${to}: ${reason}; ${back}`];
  });
}

let failed = false;
for (const folder of globSync("packages/*/src", { cwd: root }).toSorted()) {
  const pairs = mutualPairs(join(root, folder));
  console.log(`${folder}: ${pairs.length} pairs of folders import each other`);
  if (pairs.length <= mostPairs) continue;
  failed = true;
  console.error(
    `At most ${mostPairs} are allowed. Move the shared part to a folder that both may import.\n  ${pairs.join("\n  ")}`,
  );
}
process.exitCode = failed ? 1 : 0;
