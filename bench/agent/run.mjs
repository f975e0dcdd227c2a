// The agent SDK compared with its peers; see README.md. Usage: node run.mjs [--quick] [--json=FILE] [PART ...]
import { spawn } from "node:child_process";
import { measureImports } from "../support/imports.mjs";
import { createReport, digits, ratio } from "../support/report.mjs";
import { isQuick, names } from "../support/rounds.mjs";
import { sizeOf } from "./size.mjs";
import { measureCpu } from "./workers.mjs";

const blocking = ["fetch", "ours", "ai", "openai-agents"];
const streaming = ["fetch", "ours", "ai", "openai-agents"].map((name) => `${name}-stream`);
// These always stream.
streaming.push("openrouter-agent", "pi-agent-core");
const peers = [...blocking, ...streaming];
const floorOf = (peer) => (streaming.includes(peer) ? "fetch-stream" : "fetch");

const report = createReport("agent");
const packages = ["@openai/agents", "@openrouter/agent", "@openrouter/ai-sdk-provider", "ai", "openai", "zod"];
packages.push("@earendil-works/pi-agent-core", "esbuild");
for (const name of packages) report.version(name, import.meta.dirname);

const server = spawn(process.execPath, [`${import.meta.dirname}/server.mjs`], { stdio: ["ignore", "pipe", "inherit"] });
const port = await new Promise((resolve) => server.stdout.once("data", (data) => resolve(Number(data))));
const baseURL = (kind, number) => `http://127.0.0.1:${port}/${kind}/${number}/v1`;

/** A loop of requests, each with one tool call, until the last. */
async function compareSteps() {
  for (const steps of [10, 40]) {
    const times = steps === 10 ? 6 : 2;
    const cpu = await measureCpu(peers, baseURL("steps", steps), { times, warmUp: (isQuick ? 20 : 60) * times });
    const perRequest = (peer) => cpu[peer] / 1000 / (steps + 1);
    const aboveFetch = (peer) => perRequest(peer) - perRequest(floorOf(peer));
    report.table(
      `CPU of a request in a loop of ${steps} steps, relative to fetch and a loop of its kind`,
      ["agent", "relative to fetch", "above fetch, ms", "ms"],
      peers.map((peer) => [
        peer,
        ratio(cpu[peer], cpu[floorOf(peer)]),
        aboveFetch(peer).toFixed(2),
        perRequest(peer).toFixed(2),
      ]),
    );
    const floor = (peer) => `fetch itself: ${digits(perRequest(floorOf(peer)))} ms`;
    const unit = " ms";
    for (const [peer, kind, atMost] of [
      ["ours", "a request", 0.3],
      ["ours-stream", "a streamed request", 0.5],
    ]) {
      const name = `CPU of ${kind} above fetch, ${steps} steps`;
      report.goal({ name, measured: aboveFetch(peer), atMost, unit, floor: floor(peer) });
    }
  }
}

/** Typed output that is shown while it comes. */
async function compareTyped() {
  const sizes = [4, 16, 64];
  const typed = ["fetch-typed", "ours-typed", "ai-typed"];
  const cpu = {};
  for (const size of sizes)
    cpu[size] = await measureCpu(typed, baseURL("typed", size), { times: 1, warmUp: isQuick ? 3 : 8, rounds: 7 });
  const perKilobyte = (peer, size) => cpu[size][peer] / size;
  report.table(
    "CPU of a kilobyte of streamed typed output, in objects of 4, 16 and 64 KB",
    ["agent", "64 KB relative to fetch", "64 KB relative to 16 KB", ...sizes.map((size) => `${size} KB, µs/KB`)],
    typed.map((peer) => [
      peer,
      ratio(cpu[64][peer], cpu[64]["fetch-typed"]),
      ratio(perKilobyte(peer, 64), perKilobyte(peer, 16)),
      ...sizes.map((size) => digits(perKilobyte(peer, size))),
    ]),
  );
  report.goal({
    name: "CPU of a kilobyte of typed output in 64 KB, of that in 16 KB",
    measured: perKilobyte("ours-typed", 64) / perKilobyte("ours-typed", 16),
    atMost: 1.25,
    unit: "×",
  });
}

async function compareSizes() {
  const rows = [];
  for (const peer of peers.filter((name) => !name.startsWith("fetch")))
    rows.push({ peer, ...(await sizeOf(peer, baseURL("steps", 1))) });
  const ours = rows.find(({ peer }) => peer === "ours").loaded;
  report.table(
    "Bundle of an agent with one tool for Node.js, gzipped",
    ["agent", "relative to ours", "loaded by a run, KB", "all chunks, KB"],
    rows.map(({ peer, loaded, all }) => [peer, ratio(loaded, ours), digits(loaded), digits(all)]),
  );
  report.goal({ name: "gzip of what a run with one tool loads", measured: ours, atMost: 31, unit: " KB" });
}

async function compareImports() {
  const files = Object.fromEntries(peers.map((peer) => [peer, `./peers/${peer}.mjs`]));
  const client = "@patchbay/client alone";
  const found = await measureImports({ [client]: "@patchbay/client", ...files }, import.meta.dirname);
  report.table(
    "Import in a new process",
    ["agent", "CPU relative to ours", "CPU, ms", "time, ms"],
    Object.entries(found).map(([name, { ms, cpu }]) => [name, ratio(cpu, found.ours.cpu), digits(cpu), digits(ms)]),
  );
  const measured = found.ours.cpu - found[client].cpu;
  const floor = `the client: ${digits(found[client].cpu)} ms`;
  report.goal({ name: "CPU of the import above that of the client", measured, atMost: 15, unit: " ms", floor });
}

const parts = { steps: compareSteps, typed: compareTyped, size: compareSizes, import: compareImports };
try {
  for (const [name, measure] of Object.entries(parts)) if (names.length === 0 || names.includes(name)) await measure();
} finally {
  server.kill();
}
report.finish();
process.exit();
