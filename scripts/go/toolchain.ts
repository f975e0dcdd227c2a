// Finds the Go toolchain, and runs it in the modules of the repository.
import { spawnSync } from "node:child_process";
import { existsSync, globSync } from "node:fs";
import { delimiter, join, resolve } from "node:path";

export const root: string = resolve(import.meta.dirname, "../..");
export const packageFolder: string = join(root, "packages/client-go");
/** The oldest minor version of Go 1 that the module supports; its go.mod states it, too. */
export const oldestMinor = 26;
const suffix = process.platform === "win32" ? ".exe" : "";

/** Environment of every command: Go does not download another toolchain, and writes no version control facts into programs. */
const environment: NodeJS.ProcessEnv = { ...process.env, GOTOOLCHAIN: "local", GOFLAGS: "-buildvcs=false" };

/** A command of Go, or the reason why there is none. */
export interface Toolchain {
  /** Path of the program `go`. */
  readonly go?: string;
  readonly reason?: string;
  /** Such as `go1.26.8`. */
  readonly version?: string;
}

let found: Toolchain | undefined;

/** Finds the first Go on the PATH, or in the folder of its installer, that is new enough. */
export function findGo(): Toolchain {
  if (found) return found;
  const folders = [...(process.env.PATH ?? "").split(delimiter), "/usr/local/go/bin", "C:\\Program Files\\Go\\bin"];
  let reason = `Go 1.${oldestMinor} or later is not installed`;
  for (const go of folders.filter((folder) => folder !== "").map((folder) => join(folder, `go${suffix}`))) {
    if (!existsSync(go)) continue;
    const { stdout } = spawnSync(go, ["env", "GOVERSION"], { encoding: "utf8", env: environment });
    const [version, minor] = /^go1\.(\d+)\S*/.exec(stdout ?? "") ?? [];
    if (version !== undefined && Number(minor) >= oldestMinor) return (found = { go, version });
    if (version !== undefined) reason = `${version} is installed, but Go 1.${oldestMinor} or later is needed`;
  }
  return (found = { reason });
}

/** The program `go`. Throws if there is none. */
export function requireGo(): string {
  const { go, reason } = findGo();
  if (go === undefined) throw new Error(`${reason}. Install it to check the Go code.`);
  return go;
}

/** Says whether tests can detect data races: that needs a C compiler. */
export function canDetectRaces(): boolean {
  const { stdout } = spawnSync(requireGo(), ["env", "CGO_ENABLED", "CC"], { encoding: "utf8", env: environment });
  const [enabled, compiler = ""] = stdout.split(/\r?\n/);
  return enabled === "1" && spawnSync(compiler, ["--version"], { stdio: "ignore" }).status === 0;
}

export interface GoOptions {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** Runs Go; its output goes to the terminal. */
export function go(args: readonly string[], { cwd = packageFolder, env = {} }: GoOptions = {}): boolean {
  return spawnSync(requireGo(), args, { cwd, stdio: "inherit", env: { ...environment, ...env } }).status === 0;
}

/** Runs Go, and gives what it writes to its standard output. */
export function readGo(
  args: readonly string[],
  { cwd = packageFolder, env = {} }: GoOptions = {},
): { readonly isGood: boolean; readonly output: string } {
  const { status, stdout } = spawnSync(requireGo(), args, {
    cwd,
    stdio: ["ignore", "pipe", "inherit"],
    encoding: "utf8",
    env: { ...environment, ...env },
    maxBuffer: 1e9,
  });
  return { isGood: status === 0, output: stdout ?? "" };
}

const tools = join(root, "scripts/go/tools/go.mod");

/** Runs a tool of scripts/go/tools, which Go builds once. */
export const runTool = (name: string, args: readonly string[], options?: GoOptions): boolean =>
  go(["tool", `-modfile=${tools}`, name, ...args], options);

/** Runs a tool of scripts/go/tools, and gives what it writes to its standard output. */
export function readTool(name: string, args: readonly string[], options?: GoOptions): string {
  const { isGood, output } = readGo(["tool", `-modfile=${tools}`, name, ...args], options);
  if (!isGood) throw new Error(`${name} ${args.join(" ")} failed.`);
  return output;
}

/**
 * Folders of the modules that are checked, with forward slashes. `bench/go` is not, because its peers would be downloaded, and
 * need two minutes of CPU to compile.
 */
export function findModules(): string[] {
  return ["packages/client-go", "test/runners/go", "examples/go"].filter((folder) =>
    existsSync(join(root, folder, "go.mod")),
  );
}

/** All Go files of the repository. */
export const findFiles = (): string[] =>
  globSync("{packages,test,examples,bench,scripts}/**/*.go", { cwd: root, exclude: ["**/{node_modules,dist}/**"] });
