// The memory of the mock server under heavy loads; see README.md. Each load has its own server.
import { spawn, type ChildProcess } from "node:child_process";
import { readFileSync } from "node:fs";
import { Agent, request } from "node:http";

const cli = new URL("../../packages/mock-server/dist/cli.js", import.meta.url).pathname;
const authorization = "Bearer sk-or-v1-bench";
const agent = new Agent({ keepAlive: true, maxSockets: 32 });

/** Reports its memory after a garbage collection on SIGUSR2. */
const companion = `
  import { setFlagsFromString } from "node:v8";
  import { runInNewContext } from "node:vm";
  setFlagsFromString("--expose-gc");
  const collect = runInNewContext("gc");
  process.on("SIGUSR2", () => {
    collect();
    const { heapUsed, external } = process.memoryUsage();
    console.error("held " + Math.round((heapUsed + external) / 1e6));
  });`;

interface Server {
  readonly base: string;
  /** MB after a garbage collection: heap in use, and resident size of the process. */
  readonly memory: () => Promise<{ readonly held: number; readonly rss: number }>;
  readonly alive: () => boolean;
  readonly stop: () => void;
}

async function start(heap: number, ...options: readonly string[]): Promise<Server> {
  const preload = `data:text/javascript,${encodeURIComponent(companion)}`;
  const args = [
    `--max-old-space-size=${heap}`,
    "--import",
    preload,
    cli,
    "--port",
    "0",
    "--credits",
    "1000000",
    ...options,
  ];
  const child: ChildProcess = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "pipe"] });
  let output = "";
  child.stderr!.on("data", (data: Buffer) => (output += data.toString()));
  const base = await new Promise<string>((resolve, reject) => {
    child.stdout!.on("data", (data: Buffer) => resolve(data.toString().trim().replace("/api/v1", "")));
    child.once("exit", () => reject(new Error(`The server ended: ${output}`)));
  });
  return {
    base,
    async memory() {
      output = "";
      child.kill("SIGUSR2");
      for (let turn = 0; turn < 100 && !/held \d+\n/.test(output); turn++)
        await new Promise((done) => setTimeout(done, 50));
      const status = readFileSync(`/proc/${child.pid}/status`, "utf8");
      return {
        held: Number(/held (\d+)/.exec(output)?.[1] ?? 0),
        rss: Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024),
      };
    },
    alive: () => child.exitCode === null && child.signalCode === null,
    stop: () => void child.kill(),
  };
}

/** Sends a request and reads its response; 0 without one. */
function send(base: string, path: string, body?: string): Promise<number> {
  return new Promise((resolve) => {
    const sent = request(base + path, {
      agent,
      method: body === undefined ? "GET" : "POST",
      headers: { authorization },
    });
    sent.on("response", (response) => {
      response.resume();
      response.on("end", () => resolve(response.statusCode ?? 0));
    });
    sent.on("error", () => resolve(0));
    sent.end(body);
  });
}

/** Runs a number of steps with a concurrency. */
async function repeat(count: number, width: number, step: (turn: number) => Promise<number>): Promise<number> {
  let next = 0;
  let failed = 0;
  const work = async (): Promise<void> => {
    while (next < count) if ((await step(next++)) !== 200) failed++;
  };
  await Promise.all(Array.from({ length: width }, work));
  return failed;
}

const chat = (content: unknown): string =>
  JSON.stringify({ model: "openai/gpt-4o-mini", max_tokens: 64, messages: [{ role: "user", content }] });

const image = (turn: number): unknown => [
  { type: "text", text: `What is in picture ${turn}?` },
  {
    type: "image_url",
    image_url: { url: `data:image/png;base64,${String(turn).padStart(8, "A")}${"QUJD".repeat(262_144)}` },
  },
];

interface Load {
  readonly name: string;
  readonly count: number;
  readonly width: number;
  /** MB of the heap. */
  readonly heap: number;
  readonly options?: readonly string[];
  readonly step: (base: string, turn: number) => Promise<number>;
}

const loads: readonly Load[] = [
  {
    name: "chats of 100 tokens",
    count: 100_000,
    width: 32,
    heap: 700,
    step: (base, turn) => send(base, "/api/v1/chat/completions", chat(`${turn} ${"Count the words. ".repeat(20)}`)),
  },
  {
    name: "chats with an image of 1 MB",
    count: 1000,
    width: 8,
    heap: 700,
    step: (base, turn) => send(base, "/api/v1/chat/completions", chat(image(turn))),
  },
  {
    name: "sessions with one chat each",
    count: 10_000,
    width: 16,
    heap: 700,
    step: (base, turn) => send(base, `/s/s${turn}/api/v1/chat/completions`, chat(`Hello ${turn}`)),
  },
  {
    name: "the same, all of them kept (--max-sessions 10000)",
    count: 10_000,
    width: 16,
    heap: 2000,
    options: ["--max-sessions", "10000"],
    step: (base, turn) => send(base, `/s/s${turn}/api/v1/chat/completions`, chat(`Hello ${turn}`)),
  },
];

const wanted = process.argv.slice(2).map(Number);
console.log("| Load | Requests | Seconds | Failed | Held before → after, MB | Resident after, MB |");
console.log("| --- | ---: | ---: | ---: | ---: | ---: |");
for (const [index, { name, count, width, heap, options = [], step }] of loads.entries()) {
  if (wanted.length > 0 && !wanted.includes(index)) continue;
  const server = await start(heap, ...options);
  await step(server.base, 0);
  const before = await server.memory();
  const began = performance.now();
  const failed = await repeat(count, width, (turn) => step(server.base, turn));
  const seconds = Math.round((performance.now() - began) / 1000);
  const after = server.alive() ? await server.memory() : { held: NaN, rss: NaN };
  console.log(`| ${name} | ${count} | ${seconds} | ${failed} | ${before.held} → ${after.held} | ${after.rss} |`);
  server.stop();
}
agent.destroy();
