// The gateway compared with relays and peers; see README.md.
// Usage: node run.mjs [--quick] [--json=FILE] [--only=ours,portkey] [--case=JSON] [--slices=6] [--requests=100000] [--ours-old=DIR]
import { existsSync } from "node:fs";
import { connect, createServer } from "node:net";
import { load, prepare, sendOnce } from "../support/load.mjs";
import { cpuOf, cpuOfBench, cpuOfMachine, launch, memoryOf, pin } from "../support/processes.mjs";
import { createReport } from "../support/report.mjs";
import { measureLedger } from "./ledger.mjs";
import { addGoals, addTable, summarize } from "./report.mjs";
import { cases, targets } from "./targets.mjs";

const option = (name, fallback) =>
  process.argv.find((arg) => arg.startsWith(`--${name}=`))?.slice(name.length + 3) ?? fallback;
const only = option("only")?.split(",");
const wantedCase = option("case", "");
const isQuick = process.argv.includes("--quick");
const slicesKept = Number(option("slices", isQuick ? 2 : 6));
const memoryRequests = Number(option("requests", isQuick ? 5000 : 100_000));
const quiet = 0.2;
const [gatewayCore, loadCore] = [0, 1];
const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

const freePort = () =>
  new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });

async function waitForPort(port) {
  for (;;) {
    const isOpen = await new Promise((resolve) => {
      const socket = connect(port, "127.0.0.1", () => resolve(true));
      socket.once("error", () => resolve(false));
      socket.once("connect", () => socket.end());
    });
    if (isOpen) return;
    await sleep(20);
  }
}

const bodyOf = ({ model, prompt, stream }, { model: rename = (name) => name }) => ({
  model: rename(model),
  messages: [{ role: "user", content: prompt }],
  ...(stream && { stream: true }),
});

/** Starts a target and waits for its first good response. */
async function start(target, upstream) {
  const running = { ...target, ...target.start(await freePort(), upstream) };
  const began = performance.now();
  if (running.args)
    running.child = launch(running.args, { core: gatewayCore, env: running.env, cwd: import.meta.dirname });
  for (;;) {
    const response = await Promise.race([sendOnce(prepare(running, bodyOf(cases[0], running))), sleep(2000)]);
    if (response?.isGood) break;
    if (running.child?.exitCode !== null && running.child) throw new Error(`it ended. ${running.child.log}`);
    if (performance.now() - began > 20_000) {
      running.child?.kill();
      throw new Error(`no good response within 20 s, the last status is ${response?.status}. ${running.child?.log}`);
    }
    await sleep(50);
  }
  // Both kinds of responses, until the code is compiled: the gateway's CPU falls by a third over its first 10,000 requests.
  const warmUps = [
    { one: cases[1], ms: isQuick ? 1500 : 5000 },
    { one: cases[2], ms: 500 },
    { one: cases[4], ms: isQuick ? 1500 : 3000 },
  ];
  for (const { one, ms } of warmUps) await load(prepare(running, bodyOf(one, running)), { concurrency: 32, ms });
  return running;
}

/** One slice: the load, the processor time of the target, and how many cores other processes used. */
async function measure(target, one) {
  const pid = target.child?.pid;
  const [machine, bench, own] = [cpuOfMachine(), cpuOfBench(), pid ? cpuOf(pid) : 0];
  const result = await load(prepare(target, bodyOf(one, target)), one);
  const foreign = (cpuOfMachine() - machine - (cpuOfBench() - bench)) / result.wall;
  return { ...result, cpu: pid ? cpuOf(pid) - own : 0, foreign: Math.max(0, foreign) };
}

/** Visits the targets in turn, in another order each time, until each has enough slices on a quiet machine. */
async function compare(running, one) {
  const slices = new Map(running.map((target) => [target, []]));
  const isQuiet = (target) => slices.get(target).filter(({ foreign }) => foreign < quiet).length >= slicesKept;
  for (let round = 0; round < 2 * slicesKept && !running.every(isQuiet); round++)
    for (let index = 0; index < running.length; index++) {
      const target = running[(index + round) % running.length];
      slices.get(target).push(await measure(target, one));
    }
  const quietest = (all) => all.toSorted((a, b) => a.foreign - b.foreign).slice(0, slicesKept);
  return new Map([...slices].map(([{ name }, all]) => [name, summarize(quietest(all))]));
}

/** Resident memory in MB after many requests. */
async function measureMemory(target) {
  const prepared = prepare(target, bodyOf(cases[0], target));
  await load(prepared, { concurrency: 32, count: memoryRequests });
  return { rss: memoryOf(target.child.pid, "VmRSS"), peak: memoryOf(target.child.pid, "VmHWM") };
}

if (!existsSync("/proc/self/stat")) throw new Error("This benchmark reads /proc and needs Linux.");
const report = createReport("gateway");
for (const name of ["undici", "@portkey-ai/gateway", "@musistudio/llms", "@hono/node-server"])
  report.version(name, import.meta.dirname);
pin(loadCore);
const upstreamPort = await freePort();
const upstream = `http://127.0.0.1:${upstreamPort}`;
launch(["upstream.mjs", String(upstreamPort)], { core: loadCore, cwd: import.meta.dirname });
await waitForPort(upstreamPort);
const running = [];
for (const target of targets) {
  if (target.name !== "direct" && only && !only.includes(target.name)) continue;
  try {
    running.push(await start(target, upstream));
  } catch (error) {
    report.note(`${target.name} is skipped: ${error.message}`);
  }
}
report.note(`Gateways run on one core; the ${slicesKept} quietest slices of each count.`);
const results = [];
for (const one of cases) {
  if (!one.name.includes(wantedCase)) continue;
  const result = await compare(running, one);
  results.push(result);
  addTable(report, one, result);
}
const rss = memoryRequests > 0 ? await compareMemory() : undefined;
for (const { child } of running) child?.kill();
const isOurs = running.some(({ name }) => name === "ours");
if (isOurs && results.length === cases.length) {
  const charges = await measureLedger(report, isQuick ? 4000 : 20_000);
  addGoals(report, results, { rss, charges });
}
report.finish();
process.exit();

/** The resident memory of the floor and of the gateway by name. The peers would need minutes for it. */
async function compareMemory() {
  const measured = {};
  const rows = [];
  for (const target of running.filter(({ name }) => name === "relay-undici" || name.startsWith("ours"))) {
    const { rss: resident, peak } = await measureMemory(target);
    measured[target.name] = resident;
    rows.push([target.name, resident.toFixed(0), peak.toFixed(0)]);
  }
  report.table(`Memory after ${memoryRequests} more requests`, ["target", "RSS, MB", "peak, MB"], rows);
  return measured;
}
