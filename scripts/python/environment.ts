// Makes the virtual environments of packages/client-python. Each stays until its requirements or its interpreter change, so that a
// second run needs no network. The environment in packages/client-python/.venv is the one that editors find.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { findInterpreters, type Interpreter, oldestMinor } from "./interpreters.ts";

export const root: string = resolve(import.meta.dirname, "../..");
export const packageFolder: string = join(root, "packages/client-python");
const cache = join(root, "node_modules/.cache/python");
const bin = process.platform === "win32" ? "Scripts" : "bin";
const suffix = process.platform === "win32" ? ".exe" : "";

/** Path of a program of an environment. */
export const programOf = (environment: string, name: string): string => join(environment, bin, name + suffix);

export function run(command: string, args: readonly string[], cwd: string = root): boolean {
  const env = { ...process.env, UV_PYTHON_DOWNLOADS: "never", UV_NO_PROGRESS: "1" };
  return spawnSync(command, args, { cwd, stdio: "inherit", env }).status === 0;
}

function fingerprintOf(files: readonly string[], ...others: string[]): string {
  const hash = createHash("sha256").update(others.join("\n"));
  for (const file of files) hash.update(readFileSync(resolve(packageFolder, file)));
  return hash.digest("hex").slice(0, 16);
}

/** Builds an environment, unless the one at its place has the same fingerprint. The fingerprint is written last. */
function make(place: string, fingerprint: string, build: () => boolean): boolean {
  const marker = join(place, "fingerprint");
  if (existsSync(marker) && readFileSync(marker, "utf8") === fingerprint) return true;
  rmSync(place, { recursive: true, force: true });
  mkdirSync(cache, { recursive: true });
  if (!build()) return false;
  writeFileSync(marker, fingerprint);
  return true;
}

const uvPlace = join(cache, "uv");
/** The program uv, after {@link prepareUv}. */
export const uv: string = programOf(uvPlace, "uv");

/** Installs uv into an environment of its own. */
export function prepareUv(interpreter: Interpreter): boolean {
  const options = ["--quiet", "--disable-pip-version-check", "--require-hashes", "-r", "requirements/uv.txt"];
  return make(
    uvPlace,
    fingerprintOf(["requirements/uv.txt"], interpreter.path, interpreter.version),
    () =>
      run(interpreter.path, ["-m", "venv", uvPlace]) &&
      run(programOf(uvPlace, "python"), ["-m", "pip", "install", ...options], packageFolder),
  );
}

/** Makes an environment with pinned requirements and the package itself, which is installed from its sources. */
function prepareEnvironment(place: string, interpreter: Interpreter, requirements = "requirements/dev.txt"): boolean {
  const install = ["pip", "install", "--quiet", "--compile-bytecode", "--python", programOf(place, "python")];
  return make(
    place,
    fingerprintOf([requirements, "pyproject.toml", "package.json"], interpreter.path, interpreter.version),
    () =>
      run(uv, ["venv", "--quiet", "--python", interpreter.path, place]) &&
      run(uv, [...install, "--require-hashes", "-r", requirements], packageFolder) &&
      run(uv, [...install, "--no-deps", "--no-build-isolation", "--editable", "."], packageFolder),
  );
}

/** The environment of development, with the newest Python. */
export const environment: string = join(packageFolder, ".venv");

/** Makes the environment of development. Gives the reason when that is not possible. */
export function preparePython(): string | undefined {
  const [newest] = findInterpreters();
  if (!newest) return `Python 3.${oldestMinor} or later is not installed`;
  if (!prepareUv(newest)) return "uv cannot be installed";
  if (!prepareEnvironment(environment, newest)) return "the requirements of packages/client-python cannot be installed";
  return undefined;
}

/** Makes an environment with the oldest supported Python, and gives its place; undefined when that is not possible. */
export function prepareOldest(): string | undefined {
  const [newest] = findInterpreters();
  const oldest = findInterpreters().find(({ minor }) => minor === oldestMinor);
  const place = join(cache, `3.${oldestMinor}`);
  return newest && oldest && prepareUv(newest) && prepareEnvironment(place, oldest) ? place : undefined;
}

/** Makes the environment of bench/python, and gives its place. */
export function prepareBench(requirements: string): string {
  const [newest] = findInterpreters();
  const place = join(cache, "bench");
  if (!newest || !prepareUv(newest) || !prepareEnvironment(place, newest, requirements))
    throw new Error(`The requirements of ${requirements} cannot be installed.`);
  return place;
}

/** Place of an environment that {@link prepareRequirements} makes. */
export const placeOf = (name: string): string => join(cache, name);

/** Makes an environment with the requirements of a file and nothing else. Gives the reason when that is not possible. */
export function prepareRequirements(name: string, requirements: string): string | undefined {
  const [newest] = findInterpreters();
  const place = placeOf(name);
  if (!newest) return `Python 3.${oldestMinor} or later is not installed`;
  if (!prepareUv(newest)) return "uv cannot be installed";
  const isMade = make(
    place,
    fingerprintOf([requirements], newest.path, newest.version),
    () =>
      run(uv, ["venv", "--quiet", "--python", newest.path, place]) &&
      run(uv, [
        "pip",
        "install",
        "--quiet",
        "--python",
        programOf(place, "python"),
        "--require-hashes",
        "-r",
        requirements,
      ]),
  );
  return isMade ? undefined : `the requirements of ${requirements} cannot be installed`;
}

if (process.argv[1] === import.meta.filename) {
  const reason = preparePython();
  if (reason !== undefined) console.error(reason);
  process.exitCode = reason === undefined ? 0 : 1;
}
