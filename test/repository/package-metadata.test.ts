// What the page of a package on npm shows, and what lets a user find it.
import { globSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, test } from "vitest";

const root = resolve(import.meta.dirname, "../..");

interface Manifest {
  readonly name: string;
  readonly private?: boolean;
  readonly description: string;
  readonly keywords: readonly string[];
  readonly homepage: string;
  readonly bugs: string;
  readonly license: string;
  readonly repository: { readonly url: string; readonly directory?: string };
  readonly files: readonly string[];
  readonly peerDependencies?: Readonly<Record<string, string>>;
  readonly peerDependenciesMeta?: Readonly<Record<string, { readonly optional?: boolean }>>;
}

const read = (path: string): string => readFileSync(join(root, path), "utf8");
const readManifest = (folder: string): Manifest => JSON.parse(read(join(folder, "package.json"))) as Manifest;

const folders = globSync("packages/*", { cwd: root })
  .map((folder) => folder.replaceAll("\\", "/"))
  .filter((folder) => !readManifest(folder).private)
  .toSorted();

test("the public packages are those of the documentation", () => {
  expect(folders.map((folder) => readManifest(folder).name)).toEqual([
    "@patchbay/agent",
    "@patchbay/client",
    "@patchbay/engine",
    "@patchbay/gateway",
    "@patchbay/mock-server",
    "@patchbay/providers",
    "@patchbay/service",
    "@patchbay/spec",
  ]);
});

describe.each(folders)("%s", (folder) => {
  const manifest = readManifest(folder);

  test("contains the license of the repository", () => {
    // npm packs a LICENSE only from the package's own folder.
    expect(read(join(folder, "LICENSE"))).toBe(read("LICENSE"));
    expect(manifest.license).toBe("Apache-2.0");
  });

  test("names its folder in the repository, its home page and its issues", () => {
    const { repository, homepage, bugs } = readManifest(".");
    expect(manifest.repository).toEqual({ ...repository, directory: folder });
    const page = homepage.replace(/#.*/, "");
    expect(manifest.homepage).toBe(`${page}/tree/main/${folder}#readme`);
    expect(manifest.bugs).toBe(bugs);
  });

  test("is found by the name of the API", () => {
    expect(manifest.description).toContain("OpenRouter API");
    expect(manifest.keywords).toContain("openrouter");
    expect(new Set(manifest.keywords).size).toBe(manifest.keywords.length);
  });

  test("marks every peer dependency as optional", () => {
    const { peerDependencies = {}, peerDependenciesMeta = {} } = manifest;
    const optional = Object.fromEntries(Object.keys(peerDependencies).map((name) => [name, { optional: true }]));
    expect(peerDependenciesMeta).toEqual(optional);
  });
});
