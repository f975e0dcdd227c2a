// Finds the interpreters of Python on this machine: those on the PATH and those of pyenv, which are not on the PATH until selected.
import { spawnSync } from "node:child_process";
import { existsSync, globSync, realpathSync } from "node:fs";
import { homedir } from "node:os";
import { delimiter, join } from "node:path";

const isWindows = process.platform === "win32";

/** The oldest minor version of Python 3 that the package supports; `requires-python` in its pyproject.toml states it, too. */
export const oldestMinor = 11;
/** The minor versions that are looked for on the PATH. */
const minors = Array.from({ length: 10 }, (_, index) => oldestMinor + index);

export interface Interpreter {
  readonly path: string;
  /** For example 3.13.0. */
  readonly version: string;
  readonly minor: number;
}

function candidates(): string[] {
  const names = ["python3", "python", ...minors.map((minor) => `python3.${minor}`)];
  const folders = (process.env.PATH ?? "")
    .split(delimiter)
    .filter((folder) => folder !== "" && !folder.includes(".venv"));
  const onPath = folders.flatMap((folder) => names.map((name) => join(folder, isWindows ? `${name}.exe` : name)));
  const pyenv = process.env.PYENV_ROOT ?? join(homedir(), ".pyenv");
  const ofPyenv = globSync(isWindows ? "pyenv-win/versions/3.*/python.exe" : "versions/3.*/bin/python3", {
    cwd: pyenv,
  });
  return [...ofPyenv.map((path) => join(pyenv, path)), ...onPath].filter((path) => existsSync(path));
}

const program =
  "import sys; v = sys.version_info; print(sys.executable, v.major, v.minor, v.micro, v.releaselevel, sep='|') if v >= (3,) else None";

function inspect(path: string): Interpreter | undefined {
  const { status, stdout } = spawnSync(path, ["-c", program], { encoding: "utf8" });
  const [executable, major, minor, micro, level] = status === 0 ? stdout.trim().split("|") : [];
  if (executable === undefined || major !== "3" || level !== "final") return undefined;
  return { path: executable, version: `${major}.${minor}.${micro}`, minor: Number(minor) };
}

let found: readonly Interpreter[] | undefined;

/** Gives one interpreter for each supported minor version, the newest first. */
export function findInterpreters(): readonly Interpreter[] {
  if (found) return found;
  const paths = new Map(candidates().map((path) => [realpathSync(path), path]));
  const byMinor = new Map<number, Interpreter>();
  for (const path of paths.values()) {
    const interpreter = inspect(path);
    if (interpreter && interpreter.minor >= oldestMinor && !byMinor.has(interpreter.minor))
      byMinor.set(interpreter.minor, interpreter);
  }
  found = [...byMinor.values()].toSorted((a, b) => b.minor - a.minor);
  return found;
}
