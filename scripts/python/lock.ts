// Writes packages/client-python/requirements/*.txt from the *.in files: exact versions with hashes, for every platform, without the
// address of an index. Existing versions stay; `npm run python:lock -- --upgrade` takes the newest.
import { globSync } from "node:fs";
import { join } from "node:path";
import { packageFolder, preparePython, run, uv } from "./environment.ts";
import { oldestMinor } from "./interpreters.ts";

const reason = preparePython();
if (reason !== undefined) throw new Error(`${reason}. Install it to compile the requirements.`);

const folder = join(packageFolder, "requirements");
for (const file of globSync("*.in", { cwd: folder }).toSorted()) {
  const options = ["--universal", `--python-version=3.${oldestMinor}`, "--generate-hashes"];
  const plain = [
    "--quiet",
    "--no-header",
    "--no-emit-index-url",
    "--no-annotate",
    "--output-file",
    file.replace(/in$/, "txt"),
  ];
  if (!run(uv, ["pip", "compile", file, ...options, ...plain, ...process.argv.slice(2)], folder)) process.exitCode = 1;
}
