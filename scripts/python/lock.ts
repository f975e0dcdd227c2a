// Writes the requirements of packages/client-python, bench/python and scripts/llama, *.txt from *.in: exact versions with hashes, for every platform, without the
// address of an index. Existing versions stay; `npm run python:lock -- --upgrade` takes the newest.
import { globSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { preparePython, root, run, uv } from "./environment.ts";
import { oldestMinor } from "./interpreters.ts";

const reason = preparePython();
if (reason !== undefined) throw new Error(`${reason}. Install it to compile the requirements.`);

for (const file of globSync(["packages/client-python/requirements/*.in", "bench/python/*.in", "scripts/llama/*.in"], {
  cwd: root,
}).toSorted()) {
  const options = ["--universal", `--python-version=3.${oldestMinor}`, "--generate-hashes"];
  const plain = [
    "--quiet",
    "--no-header",
    "--no-emit-index-url",
    "--no-annotate",
    "--output-file",
    `${basename(file, ".in")}.txt`,
  ];
  const folder = join(root, dirname(file));
  if (!run(uv, ["pip", "compile", basename(file), ...options, ...plain, ...process.argv.slice(2)], folder))
    process.exitCode = 1;
}
