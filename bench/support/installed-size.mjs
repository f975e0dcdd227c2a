// The size of what `npm install` puts on the disk.
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

const root = join(import.meta.dirname, "../..");

/** The bytes of all files in a folder, without those of `node_modules` in it if `isAlone`. */
function bytesOf(folder, isAlone = false) {
  let sum = 0;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) sum += isAlone && entry.name === "node_modules" ? 0 : bytesOf(path, isAlone);
    else if (entry.isFile()) sum += statSync(path).size;
  }
  return sum;
}

const readManifest = (folder) => JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));

/**
 * Packs a workspace and the workspaces that it depends on, and installs the tarballs in an empty folder.
 * Returns megabytes: `installed` is everything, `ours` the packages of this repository, `packed` the tarballs.
 */
export function installPacked(workspace) {
  const folder = mkdtempSync(join(tmpdir(), "bench-install-"));
  try {
    const found = new Set();
    const visit = (name) => {
      found.add(name);
      const { dependencies = {} } = readManifest(join(root, "node_modules", name));
      for (const other of Object.keys(dependencies))
        if (other.startsWith("@patchbay/") && !found.has(other)) visit(other);
    };
    visit(workspace);
    const workspaces = [...found].map((name) => `--workspace=${name}`);
    const run = (...args) =>
      execFileSync("npm", args, { cwd: folder, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
    run("pack", "--silent", "--ignore-scripts", "--prefix", root, "--pack-destination", folder, ...workspaces);
    const tarballs = readdirSync(folder).filter((name) => name.endsWith(".tgz"));
    const packed = tarballs.reduce((sum, name) => sum + statSync(join(folder, name)).size, 0);
    writeFileSync(join(folder, "package.json"), JSON.stringify({ private: true }));
    const quiet = ["--no-audit", "--no-fund", "--ignore-scripts", "--omit=peer", "--prefer-offline"];
    run("install", ...quiet, ...tarballs.map((name) => `./${name}`));
    const modules = join(folder, "node_modules");
    return {
      installed: bytesOf(modules) / 1e6,
      ours: bytesOf(join(modules, "@patchbay")) / 1e6,
      packed: packed / 1e6,
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Megabytes of a package and everything that it depends on, as installed in the `node_modules` of a folder. */
export function sizeOfInstalled(packageName, from) {
  const found = new Set();
  const visit = (name, place) => {
    for (let folder = place; ; folder = dirname(folder)) {
      const candidate = join(folder, "node_modules", name);
      if (existsSync(join(candidate, "package.json"))) {
        if (found.has(candidate)) return;
        found.add(candidate);
        const { dependencies, optionalDependencies } = readManifest(candidate);
        for (const other of Object.keys({ ...dependencies, ...optionalDependencies })) visit(other, candidate);
        return;
      }
      if (folder === from || folder === dirname(folder)) return;
    }
  };
  visit(packageName, from);
  return { size: [...found].reduce((sum, folder) => sum + bytesOf(folder, true), 0) / 1e6, packages: found.size };
}
