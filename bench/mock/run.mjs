// The mock server compared with its peers; see README.md. Prints ratios to bare node:http in the same run.
import autocannon from "autocannon";
import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { answer, events, request, text } from "./payload.mjs";

const here = (path) => new URL(path, import.meta.url).pathname;
const folder = mkdtempSync(join(tmpdir(), "bench-"));
const scenario = join(folder, "scenario.json");
const fixtures = join(folder, "fixtures.json");
writeFileSync(scenario, JSON.stringify({ credits: 1_000_000, rules: [{ reply: text }] }));
writeFileSync(
  fixtures,
  JSON.stringify({ fixtures: [{ match: { userMessage: "count" }, response: { content: text } }] }),
);
const stream = [...events.map((event) => JSON.stringify(event)), "[DONE]"].map((data) => `data: ${data}\n\n`).join("");
const mockoon = join(folder, "mockoon.json");
const mockoonAnswer = (uuid, type, body, more) => ({
  uuid,
  body,
  latency: 0,
  statusCode: 200,
  headers: [{ key: "Content-Type", value: type }],
  bodyType: "INLINE",
  rules: [],
  rulesOperator: "AND",
  disableTemplating: true,
  fallbackTo404: false,
  default: false,
  ...more,
});
writeFileSync(
  mockoon,
  JSON.stringify({
    uuid: "11111111-1111-4111-8111-111111111111",
    lastMigration: 33,
    name: "bench",
    port: 3000,
    hostname: "127.0.0.1",
    endpointPrefix: "",
    latency: 0,
    folders: [],
    routes: [
      {
        uuid: "22222222-2222-4222-8222-222222222222",
        type: "http",
        documentation: "",
        method: "post",
        endpoint: "chat/completions",
        responseMode: null,
        streamingMode: null,
        streamingInterval: 0,
        responses: [
          mockoonAnswer("33333333-3333-4333-8333-333333333333", "application/json", JSON.stringify(answer), {
            default: true,
          }),
          mockoonAnswer("44444444-4444-4444-8444-444444444444", "text/event-stream", stream, {
            rules: [{ target: "body", modifier: "stream", value: "true", invert: false, operator: "equals" }],
          }),
        ],
      },
    ],
    rootChildren: [{ type: "route", uuid: "22222222-2222-4222-8222-222222222222" }],
    proxyMode: false,
    tlsOptions: { enabled: false },
    cors: false,
    headers: [],
    data: [],
    callbacks: [],
  }),
);
const wiremock = join(folder, "wiremock");
mkdirSync(join(wiremock, "mappings"), { recursive: true });
const mapping = (priority, type, body, bodyPatterns = []) => ({
  priority,
  request: { method: "POST", urlPath: "/chat/completions", ...(bodyPatterns.length > 0 && { bodyPatterns }) },
  response: { status: 200, headers: { "Content-Type": type }, body },
});
writeFileSync(
  join(wiremock, "mappings/chat.json"),
  JSON.stringify({
    mappings: [
      mapping(5, "application/json", JSON.stringify(answer)),
      mapping(1, "text/event-stream", stream, [{ matchesJsonPath: "$[?(@.stream == true)]" }]),
    ],
  }),
);
const contract = here("../../packages/mock-server/src/generated/contract/openapi.json");
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
    name: "ours, Responses",
    path: "/api/v1/responses",
    command: (port) => ours(port),
    translate: ({ messages, max_tokens: most, ...rest }) => ({ ...rest, input: messages, max_output_tokens: most }),
  },
  {
    name: "ours, Messages",
    path: "/api/v1/messages",
    command: (port) => ours(port),
    translate: ({ messages: [system, ...messages], ...rest }) => ({ ...rest, system: system.content, messages }),
  },
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
  {
    name: "steady",
    path: "/chat/completions",
    program: bin("@stdy/cli-linux-x64/bin/steady"),
    command: (port) => ["-p", String(port), "-q", "--host", "127.0.0.1", contract],
    stream: false,
  },
  {
    name: "mock-openai-api",
    path: "/v1/chat/completions",
    command: (port) => [bin("mock-openai-api/dist/cli.js"), "-p", String(port), "-H", "127.0.0.1"],
    model: "mock-gpt-thinking",
  },
  {
    name: "mockoon",
    path: "/chat/completions",
    command: (port) => [
      bin("@mockoon/cli/bin/run.js"),
      "start",
      "--data",
      mockoon,
      "--port",
      String(port),
      "--hostname",
      "127.0.0.1",
      "--disable-log-to-file",
      "--disable-admin-api",
    ],
  },
  {
    name: "wiremock",
    path: "/chat/completions",
    program: "java",
    command: (port) => [
      "-jar",
      bin("wiremock/build/wiremock-standalone-3.13.2.jar"),
      "--port",
      String(port),
      "--root-dir",
      wiremock,
      "--disable-banner",
    ],
  },
];
const headers = { authorization: "Bearer sk-or-v1-bench", "content-type": "application/json" };
let port = 4100;

async function start({ program = process.execPath, command, path, ...server }) {
  const at = port++;
  const began = performance.now();
  const child = spawn(program, command(at), { stdio: "ignore" });
  child.on("error", () => undefined);
  let last = "nothing";
  const url = `http://127.0.0.1:${at}${path}`;
  for (;;) {
    const up = await fetch(url, { method: "POST", headers, body: bodyOf(false, server) }).catch(() => undefined);
    if (up?.ok) return { url, ready: performance.now() - began, child, stop: () => child.kill() };
    if (up) last = `${up.status} ${(await up.text()).slice(0, 300)}`;
    if (performance.now() - began > 20_000) {
      child.kill();
      throw new Error(`did not come up; its last answer was ${last}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

/** The body of the request, in the dialect and with the model of a server. */
const bodyOf = (stream, { model, translate = (body) => body }) =>
  JSON.stringify(translate({ ...request(stream), ...(model && { model }) }));

/** Requests a second at a concurrency of 32, after a warm-up. */
async function rate(url, stream, server) {
  const body = bodyOf(stream, server);
  const shoot = (duration) => autocannon({ url, method: "POST", headers, body, connections: 32, duration });
  await shoot(2);
  const result = await shoot(4);
  if (result.non2xx > 0 || result.errors > 0)
    throw new Error(`${url}: ${result.non2xx} refusals, ${result.errors} errors`);
  return result.requests.average;
}

async function eventsOf(url, server) {
  const response = await fetch(url, { method: "POST", headers, body: bodyOf(true, server) });
  return (await response.text()).split("data: ").length - 1;
}

const memory = ({ pid }) =>
  Math.round(Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0) / 1024);

/** The servers named on the command line, by the beginning of their names. All by default. */
const wanted = process.argv.slice(2);
const rows = [];
for (const server of servers) {
  if (server.name !== "bare" && wanted.length > 0 && !wanted.some((name) => server.name.startsWith(name))) continue;
  try {
    const { url, ready, child, stop } = await start(server);
    const json = await rate(url, false, server);
    const perStream = server.stream === false ? 0 : await eventsOf(url, server);
    const events = perStream === 0 ? undefined : (await rate(url, true, server)) * perStream;
    rows.push({ name: server.name, ready, json, events, rss: memory(child) });
    stop();
  } catch (error) {
    console.log(`${server.name} is skipped: ${error.message}`);
  }
}
const [bare] = rows;
const ratio = (value, floor) => (value === undefined ? "–" : `${(value / floor).toFixed(2)}×`);
console.log(
  `node ${process.version}, ${cpus().length} cores; JSON and streams at 32 connections, ratios to bare node:http`,
);
console.log("server           first answer   JSON requests   stream events   RSS after the run");
for (const { name, ready, json, events, rss } of rows)
  console.log(
    `${name.padEnd(17)}${`${ready.toFixed(0)} ms`.padStart(12)}${ratio(json, bare.json).padStart(16)}${ratio(events, bare.events).padStart(16)}${`${rss} MB`.padStart(20)}`,
  );

console.log("\na stream of 200 tokens with a delay of 5 ms: excess duration, by concurrent connections");
const gap = 5;
const { url, stop } = await start({ path: servers[1].path, command: (at) => ours(at, "--token-delay", String(gap)) });
for (const connections of [1, 32, 256]) {
  const one = async () => {
    const response = await fetch(url, { method: "POST", headers, body: JSON.stringify(request(true)) });
    const began = performance.now();
    await response.text();
    return performance.now() - began;
  };
  await Promise.all(Array.from({ length: connections }, one));
  const times = await Promise.all(Array.from({ length: connections }, one));
  const specified = 200 * gap;
  const median = times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)];
  console.log(
    `${String(connections).padStart(4)}  ${(((median - specified) / specified) * 100).toFixed(2)} %  (median ${median.toFixed(1)} ms, specified ${specified} ms)`,
  );
}
stop();
