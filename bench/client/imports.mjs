// The time of `import()` in a new process.
import { spawnSync } from "node:child_process";
import { digits, ratio } from "../support/report.mjs";
import { isQuick, mediansInTurn } from "../support/rounds.mjs";

const specifiers = {
  ky: "ky",
  ours: "@patchbay/client",
  "ours, functions": "@patchbay/client/functions",
  openai: "openai",
  "@openrouter/sdk": "@openrouter/sdk",
  ai: "ai",
};

function timed(specifier) {
  const program = `const began = performance.now(); await import("${specifier}"); console.log(performance.now() - began);`;
  const args = ["--input-type=module", "-e", program];
  return Number(spawnSync(process.execPath, args, { cwd: import.meta.dirname, encoding: "utf8" }).stdout);
}

export async function compareImports(report) {
  const medians = await mediansInTurn(Object.keys(specifiers), isQuick ? 3 : 11, (name) => timed(specifiers[name]));
  const rows = Object.entries(medians).map(([name, ms]) => [name, ratio(ms, medians.openai), digits(ms)]);
  report.table("Import in a new process", ["client", "relative to openai", "ms"], rows);
}
