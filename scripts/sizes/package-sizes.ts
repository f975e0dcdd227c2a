import { execFileSync } from "node:child_process";
import { existsSync, globSync, readFileSync, realpathSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Sizes } from "./compare-sizes.ts";

interface Manifest {
  readonly name: string;
  readonly private?: boolean;
  readonly dependencies?: Readonly<Record<string, string>>;
}

interface Packed {
  readonly name: string;
  /** Bytes of the tarball. */
  readonly size: number;
  /** Bytes of the files in it. */
  readonly unpackedSize: number;
}

/** The sizes of the public packages of a repository. */
export interface PackageSizes {
  /** Package → bytes of its tarball. */
  readonly tarballs: Sizes;
  /** Package → bytes that it puts in an empty project: its files and those of its dependencies, without optional peers. */
  readonly installed: Sizes;
}

/** Measures the packages that are built in a repository. Needs the dependencies in `node_modules` and no network. */
export function measurePackages(root: string): PackageSizes {
  const manifests = globSync("packages/*/package.json", { cwd: root })
    .toSorted()
    .map((path) => ({ folder: join(root, dirname(path)), ...readManifest(join(root, path)) }))
    .filter((manifest) => !manifest.private);
  const packed = new Map(pack(root, manifests).map((one) => [one.name, one]));
  const installed = manifests.map(({ name, folder }) => {
    const folders = [...closureOf(folder)];
    return [name, folders.reduce((sum, one) => sum + sizeOf(one, packed), 0)] as const;
  });
  return {
    tarballs: Object.fromEntries([...packed.values()].map(({ name, size }) => [name, size])),
    installed: Object.fromEntries(installed),
  };
}

/** What `npm pack` would publish. */
function pack(root: string, manifests: readonly Manifest[]): Packed[] {
  const workspaces = manifests.map(({ name }) => `--workspace=${name}`);
  const text = execFileSync("npm", ["pack", "--dry-run", "--json", "--ignore-scripts", ...workspaces], {
    cwd: root,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "ignore"],
    maxBuffer: 2 ** 26,
    shell: process.platform === "win32",
  });
  const packed = JSON.parse(text) as Packed[] | Record<string, Packed>;
  return Object.values(packed);
}

/** The folders of a package and of its dependencies, and of theirs. */
function closureOf(folder: string): ReadonlySet<string> {
  const found = new Set([folder]);
  for (const from of found)
    for (const name of Object.keys(readManifest(join(from, "package.json")).dependencies ?? {}))
      found.add(findDependency(name, from));
  return found;
}

/** Where Node finds a dependency: in the nearest `node_modules`. A package of this repository is a link to its folder. */
function findDependency(name: string, from: string): string {
  for (let at = from; at !== dirname(at); at = dirname(at)) {
    const folder = join(at, "node_modules", name);
    if (existsSync(folder)) return realpathSync(folder);
  }
  throw new Error(`${name}, a dependency of ${from}, is not installed. Run npm install.`);
}

/** Bytes of a package's own files. */
function sizeOf(folder: string, packed: ReadonlyMap<string, Packed>): number {
  const own = packed.get(readManifest(join(folder, "package.json")).name);
  if (own) return own.unpackedSize;
  return globSync("**/*", { cwd: folder, exclude: ["node_modules"] }).reduce((sum, path) => {
    const stat = statSync(join(folder, path));
    return stat.isFile() ? sum + stat.size : sum;
  }, 0);
}

function readManifest(path: string): Manifest {
  return JSON.parse(readFileSync(path, "utf8")) as Manifest;
}
