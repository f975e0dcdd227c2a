// The lock files work on every platform and with every registry.
import { globSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, test } from "vitest";

const root = resolve(import.meta.dirname, "../..");
const lockFiles = globSync(["package-lock.json", "bench/*/package-lock.json"], { cwd: root }).toSorted();

interface Entry {
  readonly resolved?: string;
  readonly link?: boolean;
  readonly os?: readonly string[];
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}
type Packages = Readonly<Record<string, Entry>>;

const readPackages = (file: string): Packages =>
  (JSON.parse(readFileSync(join(root, file), "utf8")) as { packages: Packages }).packages;

/** Where Node finds a dependency of the package at a path: in its own `node_modules`, or in one of a folder above. */
function findEntry(packages: Packages, path: string, name: string): Entry | undefined {
  const folders = path.split("/node_modules/");
  for (let depth = folders.length; depth > 0; depth--) {
    const folder = folders.slice(0, depth).join("/node_modules/");
    const entry = packages[`${folder === "" ? "" : `${folder}/`}node_modules/${name}`];
    if (entry) return entry;
  }
  return packages[`node_modules/${name}`];
}

/** The dependencies that an entry names and the lock file lacks. */
function findMissing(packages: Packages): string[] {
  return Object.entries(packages).flatMap(([path, { dependencies, optionalDependencies }]) =>
    Object.keys({ ...dependencies, ...optionalDependencies })
      .filter((name) => !findEntry(packages, path, name))
      .map((name) => `${path || "the root"} needs ${name}`),
  );
}

describe.each(lockFiles)("%s", (file) => {
  const packages = readPackages(file);

  // npm drops the binaries of other platforms when it rewrites a lock file next to an existing `node_modules`.
  // To repair it: delete `node_modules` and the lock file, and run `npm install`.
  test("has every dependency that its packages name, also the optional ones of other platforms", () => {
    expect(findMissing(packages)).toEqual([]);
  });

  test("names no registry, so that each installation uses its own", () => {
    const hosts = Object.entries(packages).flatMap(([path, { resolved, link }]) =>
      resolved !== undefined && !link ? [`${path}: ${resolved}`] : [],
    );
    expect(hosts).toEqual([]);
  });
});

test("no file names the host of a package registry, so that each installation uses its own", () => {
  const files = globSync("**/*.{cjs,cfg,in,js,json,md,mjs,py,sum,toml,ts,txt,yaml,yml}", {
    cwd: root,
    exclude: ["**/{node_modules,dist,.venv,.turbo}/**"],
  });
  expect(files).toEqual(expect.arrayContaining(["packages/client-python/pyproject.toml"]));
  const host = /\b(?:pypi|pythonhosted|npmjs|proxy\.golang|sum\.golang|crates)\.(?:org|com|io)\b/i;
  expect(files.filter((file) => host.test(readFileSync(join(root, file), "utf8")))).toEqual([]);
});

test("the lock file of the repository has native binaries for Linux, macOS and Windows", () => {
  const systems = new Set(Object.values(readPackages("package-lock.json")).flatMap(({ os = [] }) => os));
  expect([...systems]).toEqual(expect.arrayContaining(["darwin", "linux", "win32"]));
});

test("a missing optional dependency is found, whether its package is nested or not", () => {
  const entry = { optionalDependencies: { "tool-linux": "1.0.0", "tool-darwin": "1.0.0" } };
  const linux = { os: ["linux"] };
  expect(findMissing({ "node_modules/tool": entry, "node_modules/tool-linux": linux })).toEqual([
    "node_modules/tool needs tool-darwin",
  ]);
  const nested = "node_modules/host/node_modules";
  const packages = { [`${nested}/tool`]: entry, [`${nested}/tool-linux`]: linux, "node_modules/tool-darwin": {} };
  expect(findMissing(packages)).toEqual([]);
});
