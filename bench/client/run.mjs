// The client compared with its peers; see README.md. Usage: node --expose-gc run.mjs [--quick] [--json=FILE] [PART ...]
import { spawn } from "node:child_process";
import { createReport } from "../support/report.mjs";
import { names } from "../support/rounds.mjs";
import { compareCalls, compareChunks, compareConnections, compareLargeEvents, measureHeap } from "./cpu.mjs";
import { compareImports } from "./imports.mjs";
import { compareSizes } from "./size.mjs";

process.env.AI_SDK_LOG_WARNINGS = "false";
globalThis.AI_SDK_LOG_WARNINGS = false;

const report = createReport("client");
for (const name of ["ky", "openai", "@openrouter/sdk", "ai", "@openrouter/ai-sdk-provider", "rolldown"])
  report.version(name, import.meta.dirname);

const server = spawn(process.execPath, [`${import.meta.dirname}/server.mjs`], { stdio: ["ignore", "pipe", "inherit"] });
const port = await new Promise((resolve) => server.stdout.once("data", (data) => resolve(Number(data))));
const baseURL = `http://127.0.0.1:${port}`;
const parts = {
  size: compareSizes,
  import: compareImports,
  call: () => compareCalls(baseURL, report),
  chunk: () => compareChunks(baseURL, report),
  large: () => compareLargeEvents(baseURL, report),
  connections: () => compareConnections(baseURL, report),
  heap: () => measureHeap(baseURL, report),
};
try {
  for (const [name, measure] of Object.entries(parts))
    if (names.length === 0 || names.includes(name)) await measure(report);
} finally {
  server.kill();
}
report.finish();
process.exit();
