// Load with an audit: mixed operations, faults and cancellations on a port, then every account is audited; see README.md.
// Usage: node load.ts [SECONDS] [CONNECTIONS]
import { spawn, type ChildProcess } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { Agent, request, type IncomingMessage } from "node:http";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";

const seconds = Number(process.argv[2] ?? 20);
const connections = Number(process.argv[3] ?? 64);
const accounts = 8;
const credits = 1000;
const here = (path: string): string => new URL(path, import.meta.url).pathname;
const agent = new Agent({ keepAlive: true, maxSockets: connections });

interface Target {
  readonly origin: string;
  readonly child: ChildProcess;
}

/** Some providers fail and some requests get a fault, as in production. */
const scenario = {
  credits,
  providers: { openai: "degraded", deepinfra: "down", together: "rate_limited" },
  rules: [
    { match: { operation: "chat.completions.create" }, probability: 0.02, reply: [{ status: 503 }] },
    {
      match: { body: { "/stream": true } },
      probability: 0.03,
      reply: [{ content: "one two three", fault: { kind: "connection_reset", afterEvents: 2 } }],
    },
    { match: { operation: "embeddings.create" }, probability: 0.02, reply: [{ status: 429 }] },
    // The aborted streams have not ended by then.
    {
      match: { body: { "/user": "leaves" } },
      reply: [{ content: "one two three four five", fault: { kind: "stall", afterEvents: 3 } }],
    },
  ],
};

/** Starts a server and waits until it answers. */
async function start(args: readonly string[], port: number): Promise<Target> {
  const child = spawn(process.execPath, args, { stdio: ["ignore", "ignore", "inherit"] });
  const origin = `http://127.0.0.1:${port}`;
  for (let turn = 0; turn < 400; turn++) {
    if ((await shoot(origin, { path: "/health" }, "none")).status === 200) return { origin, child };
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  child.kill();
  throw new Error(`The server on port ${port} does not answer.`);
}

interface Shot {
  readonly path: string;
  readonly body?: object;
  /** Whether the client aborts at the first byte. */
  readonly leaves?: boolean;
}

/** One request over the shared agent; resolves when it has ended, also with an error. */
function shoot(
  origin: string,
  { path, body, leaves = false }: Shot,
  key: string,
): Promise<{ status: number; text: string }> {
  return new Promise((resolve) => {
    const headers = { authorization: `Bearer ${key}`, "content-type": "application/json" };
    const sent = request(
      `${origin}${path}`,
      { agent, method: body ? "POST" : "GET", headers },
      (response: IncomingMessage) => {
        let text = "";
        response.setEncoding("utf8").on("data", (part: string) => (text += part));
        response.once("close", () => resolve({ status: response.complete ? response.statusCode! : 0, text }));
        if (leaves) response.once("data", () => sent.destroy());
      },
    );
    sent.once("error", () => resolve({ status: 0, text: "" }));
    sent.end(body && JSON.stringify(body));
  });
}

const models = ["openai/gpt-4o-mini", "meta-llama/llama-3.3-70b-instruct", "anthropic/claude-sonnet-4.5"];

const messages = [
  { role: "system", content: "You are a careful assistant in a measurement. ".repeat(12) },
  { role: "user", content: "Please count for me, and take your time. ".repeat(6) },
];

/** The next request, by a number from 0 to 1. */
function pick(chance: number, turn: number): Shot {
  const chat = { model: models[turn % models.length], messages, max_tokens: 64 };
  if (chance < 0.45) return { path: "/api/v1/chat/completions", body: chat };
  if (chance < 0.65) return { path: "/api/v1/chat/completions", body: { ...chat, stream: true } };
  if (chance < 0.75)
    return { path: "/api/v1/chat/completions", body: { ...chat, stream: true, user: "leaves" }, leaves: true };
  if (chance < 0.85)
    return { path: "/api/v1/embeddings", body: { model: "openai/text-embedding-3-small", input: `text ${turn}` } };
  if (chance < 0.9)
    return { path: "/api/v1/rerank", body: { model: "cohere/rerank-v3.5", query: "tin", documents: ["a cat", "tin"] } };
  if (chance < 0.95) return { path: "/api/v1/key" };
  return { path: "/api/v1/models/count" };
}

interface Load {
  readonly rate: number;
  readonly p50: number;
  readonly p99: number;
  readonly statuses: ReadonlyMap<number, number>;
}

/** Keeps a number of connections busy for a time. */
async function load(origin: string, next: (turn: number) => Shot): Promise<Load> {
  // The first requests load the tokenizer and warm up the code.
  for (let turn = 0; turn < 200; turn++) await shoot(origin, next(turn), "sk-or-v1-load-0");
  const times: number[] = [];
  const statuses = new Map<number, number>();
  const until = performance.now() + seconds * 1000;
  let turn = 0;
  const worker = async (index: number): Promise<void> => {
    const key = `sk-or-v1-load-${index % accounts}`;
    while (performance.now() < until) {
      const began = performance.now();
      const { status } = await shoot(origin, next(turn++), key);
      times.push(performance.now() - began);
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
    }
  };
  await Promise.all(Array.from({ length: connections }, (_, index) => worker(index)));
  times.sort((a, b) => a - b);
  const at = (part: number): number => times[Math.floor(times.length * part)]!;
  return { rate: times.length / seconds, p50: at(0.5), p99: at(0.99), statuses };
}

const rss = ({ pid }: ChildProcess): number =>
  Math.round(Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0) / 1024);

/** Waits up to 10 s until no request is in progress; returns the number of those that are. */
async function pending(origin: string): Promise<string[]> {
  for (let turn = 0; ; turn++) {
    const { text } = await shoot(origin, { path: "/metrics" }, "none");
    const lines = [...text.matchAll(/^patchbay_pending_requests\{.*\} [1-9]\d*$/gm)].map(([line]) => line);
    if (lines.length === 0 || turn === 100) return lines;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** Audits every account: credits used = sum of its keys = sum of its activity; nothing is reserved or pending. */
async function audit(origin: string): Promise<string[]> {
  const faults: string[] = [];
  const ask = async <Body>(path: string, key: string, body?: object): Promise<Body> =>
    JSON.parse((await shoot(origin, { path, ...(body && { body }) }, key)).text) as Body;
  for (const line of await pending(origin)) faults.push(`still pending after 10 s: ${line}`);
  // Activity has only past days.
  await ask("/_patchbay/clock", "", { advanceMs: 86_400_000 });
  let spent = 0;
  for (let index = 0; index < accounts; index++) {
    const manager = `sk-or-mgmt-load-${index}`;
    const { data: balance } = await ask<{ data: { total_usage: number } }>("/api/v1/credits", manager);
    const { data: keys } = await ask<{ data: { usage: number }[] }>("/api/v1/keys", manager);
    const { data: activity } = await ask<{ data: { usage: number }[] }>("/api/v1/activity", manager);
    const { available } = await ask<{ available: number }>("/_patchbay/credits", "", {
      account: `load-${index}`,
      add: 0,
    });
    const sum = (rows: readonly { usage: number }[]): number => rows.reduce((total, { usage }) => total + usage, 0);
    const books = { keys: sum(keys), activity: sum(activity), "credits less what is available": credits - available };
    for (const [name, amount] of Object.entries(books))
      if (Math.abs(amount - balance.total_usage) > 1e-9)
        faults.push(`account load-${index}: total_usage is ${balance.total_usage}, ${name} ${amount}`);
    spent += balance.total_usage;
  }
  if (spent === 0) faults.push("nothing was spent");
  console.log(
    `books: ${accounts} accounts spent $${spent.toFixed(6)} together; ${faults.length === 0 ? "all agree, nothing is pending" : `${faults.length} differ`}`,
  );
  return faults;
}

const file = join(mkdtempSync(join(tmpdir(), "load-")), "scenario.json");
writeFileSync(file, JSON.stringify(scenario));
const cli = here("../../packages/mock-server/dist/cli.js");
// The same numbers in the same order for both servers.
let state = 1;
const chance = (): number => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
const next = (turn: number): Shot => pick(chance(), turn);

const floor = await start([here("bare.mjs"), "4098"], 4098);
const bare = { ...(await load(floor.origin, next)), rss: rss(floor.child) };
floor.child.kill();
state = 1;
const server = await start([cli, "--port", "4099", "--config", file], 4099);
const ours = { ...(await load(server.origin, next)), rss: rss(server.child) };
const faults = await audit(server.origin);
server.child.kill();
agent.destroy();

const ratio = (name: "rate" | "p50" | "p99" | "rss"): string => `${(ours[name] / bare[name]).toFixed(2)}×`;
console.log(
  `node ${process.version}, ${cpus().length} cores, ${connections} connections for ${seconds} s each; ratios to bare node:http in this run`,
);
console.log(`requests/s  ${ours.rate.toFixed(0).padStart(7)}  ${ratio("rate")}`);
console.log(`p50         ${ours.p50.toFixed(1).padStart(7)} ms  ${ratio("p50")}`);
console.log(`p99         ${ours.p99.toFixed(1).padStart(7)} ms  ${ratio("p99")}`);
console.log(`RSS         ${String(ours.rss).padStart(7)} MB  ${ratio("rss")}`);
console.log(
  `answers by status, 0 is a connection that ended early: ${[...ours.statuses].map(([status, count]) => `${status}: ${count}`).join(", ")}`,
);
for (const fault of faults) console.error(`WRONG BOOKS: ${fault}`);
process.exitCode = faults.length > 0 ? 1 : 0;
