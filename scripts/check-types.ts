// Compiles a user's program against the installed packages with every supported TypeScript and every kind of module resolution.
// The compilers lie under node_modules/.cache and stay until their versions change.
import { execFileSync, spawnSync } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";

const versions = ["5.4.5", "5.5.4", "5.6.3", "5.7.3", "5.8.3", "5.9.3", "6.0.3"];

/** TypeScript of this repository, which is the newest. */
const newest = resolve(import.meta.dirname, "../node_modules/typescript/bin/tsc");

/** Module settings and the file that is compiled with each of them. */
const modes = {
  "an ES module": { file: "installed-types.ts", module: "nodenext" },
  "an ES module without the DOM": { file: "installed-types.ts", module: "nodenext", lib: ["es2023"], types: ["node"] },
  "a bundled module": { file: "installed-types.ts", module: "esnext", moduleResolution: "bundler" },
  "a CommonJS file": { file: "installed-types.cts", module: "node16" },
  "a CommonJS file, resolved as before Node 12": {
    file: "installed-types.ts",
    module: "commonjs",
    moduleResolution: "node10",
  },
} as const;
type Mode = keyof typeof modes;

const first: readonly Mode[] = ["an ES module", "a CommonJS file"];

/** Packages that the declarations name: the optional peer, and the types of Node. */
export const typePackages: Readonly<Record<string, string>> = {
  "@opentelemetry/api": "1.10.0",
  "@types/node": "24.19.2",
};

/** Installs the compilers where they are missing and returns their folder. */
function installCompilers(): string {
  const folder = resolve(import.meta.dirname, "../node_modules/.cache/typescript", versions.join("_"));
  if (existsSync(folder)) return folder;
  const draft = `${folder}.draft`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { recursive: true });
  const dependencies = Object.fromEntries(versions.map((version) => [nameOf(version), `npm:typescript@${version}`]));
  writeFileSync(join(draft, "package.json"), JSON.stringify({ private: true, dependencies }));
  execFileSync("npm", ["install", "--silent", "--no-audit", "--no-fund"], {
    cwd: draft,
    stdio: ["ignore", "pipe", "inherit"],
    shell: process.platform === "win32",
  });
  renameSync(draft, folder);
  return folder;
}

/** Throws when a program does not compile in a project that has the packages and `typePackages`. */
export function checkTypes(project: string): void {
  const program = join(import.meta.dirname, "installed-types.ts");
  for (const name of ["installed-types.ts", "installed-types.cts"]) copyFileSync(program, join(project, name));
  const compilers = installCompilers();
  for (const version of versions) {
    const tsc = join(compilers, "node_modules", nameOf(version), "bin/tsc");
    // TypeScript 6 deprecates the oldest resolution, and TypeScript 7 has removed it.
    const tried = version === "5.9.3" ? (Object.keys(modes) as Mode[]) : first;
    for (const mode of tried) compile(project, tsc, mode, version);
  }
  for (const mode of [...first, "an ES module without the DOM"] as const) compile(project, newest, mode, "7");
  console.log(`The declarations compile with TypeScript ${versions.join(", ")} and 7, also for CommonJS.`);
}

function compile(project: string, tsc: string, mode: Mode, version: string): void {
  const { file, ...module } = modes[mode];
  const compilerOptions = {
    noEmit: true,
    strict: true,
    exactOptionalPropertyTypes: true,
    // All declarations are checked, except those of TypeScript itself, which would take most of the time.
    skipLibCheck: false,
    skipDefaultLibCheck: true,
    target: "es2022",
    lib: ["es2022", "dom", "dom.iterable", "dom.asynciterable"],
    types: [],
    ...module,
  };
  writeFileSync(join(project, "tsconfig.json"), JSON.stringify({ compilerOptions, files: [file] }));
  const { status, stdout } = spawnSync(process.execPath, [tsc, "-p", "."], { cwd: project, encoding: "utf8" });
  if (status !== 0) throw new Error(`TypeScript ${version} refuses ${mode}:\n${stdout}`);
}

function nameOf(version: string): string {
  return `typescript-${version}`;
}
