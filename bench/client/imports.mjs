// What the import of each client takes.
import { measureImports } from "../support/imports.mjs";
import { digits, ratio } from "../support/report.mjs";

const specifiers = {
  ky: "ky",
  ours: "@patchbay/client",
  "ours, functions": "@patchbay/client/functions",
  openai: "openai",
  "@openrouter/sdk": "@openrouter/sdk",
  ai: "ai",
};

export async function compareImports(report) {
  const found = await measureImports(specifiers, import.meta.dirname);
  report.table(
    "Import in a new process",
    ["client", "CPU relative to openai", "CPU, ms", "time, ms"],
    Object.entries(found).map(([name, { ms, cpu }]) => [name, ratio(cpu, found.openai.cpu), digits(cpu), digits(ms)]),
  );
}
