// Installs the third-party clients of test/interop/clients, Python's into a virtual environment, Go's as a program, and schemathesis for
// test/interop/schemathesis. All lie under node_modules/.cache and stay until what they are made of changes, so that a second run
// needs no network.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, globSync, mkdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";

const root = resolve(import.meta.dirname, "..");
const cache = join(root, "node_modules/.cache/clients");

function run(command: string, args: readonly string[], cwd: string, env: NodeJS.ProcessEnv = {}): boolean {
  return spawnSync(command, args, { cwd, stdio: "inherit", env: { ...process.env, ...env } }).status === 0;
}

const isThere = (command: string, flag: string): boolean =>
  spawnSync(command, [flag], { stdio: "ignore" }).status === 0;

function fingerprintOf(folder: string, pattern: string): string {
  const hash = createHash("sha256");
  for (const file of globSync(pattern, { cwd: folder }).toSorted()) hash.update(readFileSync(join(folder, file)));
  return hash.digest("hex").slice(0, 16);
}

/** Builds something in a folder next to its place and moves it there when it is complete. */
function make(place: string, build: (draft: string) => boolean): boolean {
  if (existsSync(place)) return true;
  const draft = `${place}.draft`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(cache, { recursive: true });
  if (!build(draft)) return false;
  renameSync(draft, place);
  return true;
}

/** Makes a virtual environment of Python with the requirements of a folder. */
function makeEnvironment(place: string, folder: string): boolean {
  const options = ["--quiet", "--no-compile", "--disable-pip-version-check", "-r", "requirements.txt"];
  return make(
    place,
    (draft) =>
      run("python3", ["-m", "venv", draft], folder) &&
      run(join(draft, interpreter), ["-m", "pip", "install", ...options], folder),
  );
}

const pythonFolder = join(root, "test/interop/clients/python");
const pythonPlace = join(cache, `python-${fingerprintOf(pythonFolder, "requirements.txt")}`);
const schemathesisFolder = join(root, "test/interop/schemathesis");
const schemathesisPlace = join(cache, `schemathesis-${fingerprintOf(schemathesisFolder, "requirements.txt")}`);
const goFolder = join(root, "test/interop/clients/go");
const goPlace = join(cache, `go-${fingerprintOf(goFolder, "{*.go,go.mod,go.sum}")}`);

const interpreter = process.platform === "win32" ? "Scripts/python.exe" : "bin/python";

/** Interpreter of the environment that holds Python's clients; undefined when it is not installed. */
export const python: string | undefined = existsSync(pythonPlace) ? join(pythonPlace, interpreter) : undefined;
/** Interpreter of the environment that holds schemathesis; undefined when it is not installed. */
export const schemathesisPython: string | undefined = existsSync(schemathesisPlace)
  ? join(schemathesisPlace, interpreter)
  : undefined;
/** Where Python keeps what it compiles. */
export const pythonCache: string = join(cache, "pycache");
/** The program that holds Go's clients; undefined when it is not built. */
export const goProgram: string | undefined = existsSync(goPlace) ? goPlace : undefined;

/** Installs what is missing. Gives the languages whose clients cannot be installed, each with the reason. */
export function installClients(): string[] {
  const failed: string[] = [];
  const install = (language: string, program: string, flag: string, build: () => boolean): void => {
    if (!isThere(program, flag)) failed.push(`${language}: ${program} is not installed`);
    else if (!build()) failed.push(`${language}: the clients cannot be installed`);
  };
  install("Python", "python3", "--version", () => makeEnvironment(pythonPlace, pythonFolder));
  install("schemathesis", "python3", "--version", () => makeEnvironment(schemathesisPlace, schemathesisFolder));
  install("Go", "go", "version", () =>
    make(goPlace, (draft) => {
      // Without optimization the compiler needs half the time.
      const options = ["-gcflags=all=-N -l", "-ldflags=-s -w", "-o", draft];
      return run("go", ["build", ...options, "."], goFolder, { CGO_ENABLED: "0" });
    }),
  );
  return failed;
}

if (process.argv[1] === import.meta.filename) {
  const failed = installClients();
  for (const reason of failed) console.error(reason);
  process.exitCode = failed.length > 0 ? 1 : 0;
}
