// Runs ruff's linter and formatter over the Python code of the repository, with the rules of packages/client-python.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { environment, packageFolder, preparePython, programOf, root, run } from "./environment.ts";

const folders = [
  "packages/client-python",
  "test/runners/python",
  "bench/python",
  "examples/python",
  "scripts/llama",
  "test/gateway",
].filter((folder) => existsSync(join(root, folder)));
const options = ["--config", join(packageFolder, "pyproject.toml"), ...folders];
const isFix = process.argv.includes("--fix");

const reason = preparePython();
if (reason !== undefined) throw new Error(`${reason}. Install it to check the Python code.`);

const ruff = programOf(environment, "ruff");
const isLinted = run(ruff, ["check", "--quiet", ...(isFix ? ["--fix"] : []), ...options]);
const isFormatted = run(ruff, ["format", "--quiet", ...(isFix ? [] : ["--diff"]), ...options]);
process.exitCode = isLinted && isFormatted ? 0 : 1;
