// Packs every public package and checks the tarballs with publint, are-the-types-wrong, and in an empty project.
import { execFileSync, spawnSync } from "node:child_process";
import {
  copyFileSync,
  existsSync,
  globSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { checkCommand } from "./check-command.ts";
import { checkTypes, typePackages } from "./check-types.ts";

const root = resolve(import.meta.dirname, "..");
const folder = mkdtempSync(join(tmpdir(), "patchbay-packed-"));

/** Other runtimes that run the packages, in addition to the Node of this repository. */
const runtimes = [
  ["node@22.23.3", "node", "installed.mjs"],
  ["node@20.19.5", "node", "installed.cjs"],
  ["bun@1.4.5", "bun", "installed.mjs"],
  ["bun@1.4.5", "bun", "installed.cjs"],
  ["deno@2.9.6", "deno", "run", "--allow-all", "installed.mjs"],
] as const;

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly private?: boolean;
}

// The entry points for vitest and MSW are for programs of ES modules only, as vitest is.
const attwOptions = [
  "--profile",
  "strict",
  "--exclude-entrypoints",
  "msw",
  "vitest",
  "--format",
  "table-flipped",
  "--no-color",
];

function run(command: string, args: readonly string[], cwd: string): void {
  execFileSync(command, args, { cwd, stdio: ["ignore", "pipe", "inherit"], shell: process.platform === "win32" });
}

interface Packed {
  readonly name: string;
  readonly tarball: string;
}

function pack(): Packed[] {
  const manifests = globSync("packages/*/package.json", { cwd: root })
    .toSorted()
    .map((path) => JSON.parse(readFileSync(join(root, path), "utf8")) as Manifest)
    .filter(({ private: isPrivate }) => !isPrivate);
  const workspaces = manifests.map(({ name }) => `--workspace=${name}`);
  run("npm", ["pack", "--silent", "--pack-destination", folder, ...workspaces], root);
  return manifests.map(({ name, version }) => ({
    name,
    tarball: join(folder, `${name.replace("@", "").replace("/", "-")}-${version}.tgz`),
  }));
}

function checkTarball({ name, tarball }: Packed): void {
  run("publint", ["run", tarball, "--strict"], root);
  const types = spawnSync("attw", [tarball, ...attwOptions], { cwd: root, encoding: "utf8" });
  if (types.status !== 0)
    throw new Error(`are-the-types-wrong reports problems in ${name}:\n${types.stdout}${types.stderr}`);
  console.log(`${name}: publint and are-the-types-wrong report no problems`);
}

/** Runs a program on another runtime. The runtime is looked for only after a failure, because that takes as long as the program. */
function runOn(runtime: string, args: readonly [string, ...string[]], project: string): void {
  const npx = ["--yes", `--package=${runtime}`, "--"];
  try {
    run("npx", [...npx, ...args], project);
  } catch (error) {
    if (spawnSync("npx", [...npx, args[0], "--version"], { cwd: project }).status === 0) throw error;
    if (process.env.CI) throw new Error(`${runtime} cannot be installed.`, { cause: error });
    console.log(`\n!!! SKIPPED: the packages on ${runtime}, which npm cannot install here.`);
  }
}

/** Follows the declaration maps of an installed package. An editor's "go to definition" needs the sources that they name. */
function checkDeclarationMaps(project: string, name: string): void {
  const folder = join(project, "node_modules", name, "dist");
  const missing = globSync("**/*.d.ts", { cwd: folder, exclude: ["**/generated/**"] }).flatMap((path) => {
    const file = join(folder, path);
    const link = /^\/\/# sourceMappingURL=(.*)$/m.exec(readFileSync(file, "utf8"))?.[1];
    // The declarations of the spec are generated and say what their sources say.
    if (link === undefined) return name === "@patchbay/spec" ? [] : [path];
    const map = resolve(dirname(file), link);
    const { sources } = JSON.parse(readFileSync(map, "utf8")) as { sources: string[] };
    return sources.every((source) => existsSync(resolve(dirname(map), source))) ? [] : [path];
  });
  if (missing.length > 0) throw new Error(`Declarations of ${name} without a map to a source: ${missing.join(", ")}`);
}

/** Bundles the entry points that run in browsers. esbuild fails where they import a module of Node. */
function checkBrowserBundle(project: string): void {
  const entry = join(project, "browser.js");
  writeFileSync(entry, ["", "/msw"].map((path) => `export * from "@patchbay/mock-server${path}";\n`).join(""));
  symlinkSync(join(root, "node_modules/msw"), join(project, "node_modules/msw"), "junction");
  const options = ["--bundle", "--platform=browser", "--format=esm", "--splitting", "--outdir=bundle"];
  run("esbuild", [entry, ...options, "--log-level=warning"], project);
}

try {
  const packed = pack();
  for (const one of packed) checkTarball(one);
  const project = mkdtempSync(join(folder, "project-"));
  const dependencies = Object.fromEntries(packed.map(({ name, tarball }) => [name, `file:${tarball}`]));
  // The packages depend on each other by version, which is not published yet.
  writeFileSync(
    join(project, "package.json"),
    JSON.stringify({ type: "module", dependencies, overrides: dependencies, devDependencies: typePackages }),
  );
  run("npm", ["install", "--silent", "--no-audit", "--no-fund"], project);
  for (const program of ["installed.mjs", "installed.cjs"]) {
    copyFileSync(join(import.meta.dirname, program), join(project, program));
    run(process.execPath, [program], project);
  }
  checkTypes(project);
  for (const { name } of packed) checkDeclarationMaps(project, name);
  checkBrowserBundle(project);
  for (const [runtime, ...args] of runtimes) runOn(runtime, args, project);
  const help = execFileSync("npx", ["patchbay-mock", "--help"], {
    cwd: project,
    encoding: "utf8",
    shell: process.platform === "win32",
  });
  await checkCommand(project);
  if (!help.includes("--port <n>")) throw new Error(`The installed command said ${JSON.stringify(help)}.`);
  console.log("An empty project installs the packages and runs them and the command, on every runtime.");
} finally {
  rmSync(folder, { recursive: true, force: true });
}
