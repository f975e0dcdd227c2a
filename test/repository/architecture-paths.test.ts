// The files that ARCHITECTURE.md names exist, so that a move cannot leave it behind.
import { existsSync, globSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";

const root = resolve(import.meta.dirname, "../..");
const text = readFileSync(join(root, "ARCHITECTURE.md"), "utf8");
/** Entry points of packages on npm, which look like paths. */
const libraries: ReadonlySet<string> = new Set(["js-tiktoken/lite"]);
const packages = readdirSync(join(root, "packages"));

/** Code spans that are paths: with a slash, without a placeholder, a wildcard or a space. */
const named = [...text.replaceAll(/^```.*?^```/gms, "").matchAll(/`([^`\n]+)`/g)]
  .map(([, code]) => code!)
  .filter((code) => /^[\w.-]+(?:\/[\w.-]+)+\/?$/.test(code) && !code.startsWith("@") && !libraries.has(code));

/** Where a path may begin: at the root, in `packages`, or, if it is short, in the source of any package. */
const starts = [
  "",
  "packages",
  "openapi",
  "test",
  ...packages.flatMap((name) => [`packages/${name}`, `packages/${name}/src`]),
];
const isFound = (path: string): boolean =>
  starts.some((start) => existsSync(join(root, start, path))) ||
  globSync(`packages/{client-python,agent,client,service,mock-server,gateway}/src/*/${path}`, { cwd: root }).length > 0;

test("every path in ARCHITECTURE.md exists", () => {
  expect(named.length).toBeGreaterThan(80);
  expect([...new Set(named)].filter((path) => !isFound(path))).toEqual([]);
});

test("every folder of a server package has its place in ARCHITECTURE.md", () => {
  for (const name of ["engine", "service", "mock-server", "providers", "gateway"]) {
    const section = new RegExp(`^### ${name}\\n(.*?)^##`, "ms").exec(text)?.[1] ?? "";
    const folders = readdirSync(join(root, "packages", name, "src"), { withFileTypes: true }).filter((entry) =>
      entry.isDirectory(),
    );
    const missing = folders
      .map((entry) => entry.name)
      .filter((folder) => folder !== "generated" && !section.includes(`\`${folder}/\``));
    expect(missing, name).toEqual([]);
  }
});
