// The reference server beside its peers; see README.md. Prints ratios to bare node:http in the same run.
import autocannon from "autocannon";
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { request, text } from "./payload.mjs";

const here = (path) => new URL(path, import.meta.url).pathname;
const folder = mkdtempSync(join(tmpdir(), "bench-"));
const scenario = join(folder, "scenario.json");
const fixtures = join(folder, "fixtures.json");
writeFileSync(scenario, JSON.stringify({ credits: 1_000_000, rules: [{ reply: text }] }));
writeFileSync(
  fixtures,
  JSON.stringify({ fixtures: [{ match: { userMessage: "count" }, response: { content: text } }] }),
);
const contract = here("../../packages/spec/src/generated/openapi.json");
const ours = (port, ...more) => [
  here("../../packages/mock-server/dist/cli.js"),
  "--port",
  String(port),
  "--config",
  scenario,
  ...more,
];
const bin = (name) => here(`node_modules/${name}`);

const servers = [
  { name: "bare", path: "/", command: (port) => [here("bare.mjs"), String(port)] },
  { name: "ours", path: "/api/v1/chat/completions", command: (port) => ours(port) },
  {
    name: "aimock",
    path: "/api/v1/chat/completions",
    command: (port) => [
      bin("@copilotkit/aimock/dist/cli.js"),
      "-p",
      String(port),
      "-f",
      fixtures,
      "--chunk-size",
      "5",
      "--log-level",
      "warn",
    ],
  },
  {
    name: "prism",
    path: "/chat/completions",
    command: (port) => [
      bin("@stoplight/prism-cli/dist/index.js"),
      "mock",
      "-p",
      String(port),
      contract,
      "-v",
      "silent",
    ],
    stream: false,
  },
];
const headers = { authorization: "Bearer sk-or-v1-bench", "content-type": "application/json" };
let port = 4100;

async function start({ command, path }) {
  const at = port++;
  const began = performance.now();
  const child = spawn(process.execPath, command(at), { stdio: "ignore" });
  const url = `http://127.0.0.1:${at}${path}`;
  for (;;) {
    const up = await fetch(url, { method: "POST", headers, body: JSON.stringify(request(false)) }).catch(
      () => undefined,
    );
    if (up?.ok) return { url, ready: performance.now() - began, child, stop: () => child.kill() };
    if (up && !up.ok) throw new Error(`${url} answered ${up.status}: ${(await up.text()).slice(0, 300)}`);
    if (performance.now() - began > 20_000) throw new Error(`${url} did not come up`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

/** Requests a second at a concurrency of 32, after a warm-up. */
async function rate(url, stream) {
  const body = JSON.stringify(request(stream));
  const shoot = (duration) => autocannon({ url, method: "POST", headers, body, connections: 32, duration });
  await shoot(2);
  const result = await shoot(4);
  if (result.non2xx > 0 || result.errors > 0)
    throw new Error(`${url}: ${result.non2xx} refusals, ${result.errors} errors`);
  return result.requests.average;
}

async function eventsOf(url) {
  const response = await fetch(url, { method: "POST", headers, body: JSON.stringify(request(true)) });
  return (await response.text()).split("data: ").length - 1;
}

const memory = ({ pid }) =>
  Math.round(Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0) / 1024);

const rows = [];
for (const server of servers) {
  const { url, ready, child, stop } = await start(server);
  const json = await rate(url, false);
  const perStream = server.stream === false ? 0 : await eventsOf(url);
  const events = perStream === 0 ? undefined : (await rate(url, true)) * perStream;
  rows.push({ name: server.name, ready, json, events, rss: memory(child) });
  stop();
}
const [bare] = rows;
const ratio = (value, floor) => (value === undefined ? "–" : `${(value / floor).toFixed(2)}×`);
console.log(
  `node ${process.version}, ${cpus().length} cores; JSON and streams at 32 connections, ratios to bare node:http`,
);
console.log("server    first answer   JSON requests   stream events   RSS after the run");
for (const { name, ready, json, events, rss } of rows)
  console.log(
    `${name.padEnd(10)}${`${ready.toFixed(0)} ms`.padStart(12)}${ratio(json, bare.json).padStart(16)}${ratio(events, bare.events).padStart(16)}${`${rss} MB`.padStart(20)}`,
  );

console.log("\na stream of 200 tokens with a gap of 5 ms: longer than said, by connections at once");
const gap = 5;
const { url, stop } = await start({ path: servers[1].path, command: (at) => ours(at, "--token-gap", String(gap)) });
for (const connections of [1, 32, 256]) {
  const one = async () => {
    const response = await fetch(url, { method: "POST", headers, body: JSON.stringify(request(true)) });
    const began = performance.now();
    await response.text();
    return performance.now() - began;
  };
  await Promise.all(Array.from({ length: connections }, one));
  const times = await Promise.all(Array.from({ length: connections }, one));
  const said = 200 * gap;
  const median = times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)];
  console.log(
    `${String(connections).padStart(4)}  ${(((median - said) / said) * 100).toFixed(2)} %  (median ${median.toFixed(1)} ms, said ${said} ms)`,
  );
}
stop();
