// The Python client compared with its peers; see README.md. Ratios of medians in one run.
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { prepareBench, programOf } from "../../scripts/python/environment.ts";

const blocks = Number(process.env.BLOCKS ?? 15);
const chunks = Number(process.env.CHUNKS ?? 20_000);
const isQuick = process.env.FLAT === "0";
const environment = prepareBench(join(import.meta.dirname, "requirements.txt"));
const python = programOf(environment, "python");
// Every program except the first run of a new version is loaded from its bytecode.
delete process.env.PYTHONDONTWRITEBYTECODE;
const file = (name: string): string => join(import.meta.dirname, name);
const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1]!;

const server = spawn(process.execPath, [file("../client/server.mjs")], { stdio: ["ignore", "pipe", "inherit"] });
const [port] = (await once(server.stdout, "data")) as [Buffer];
const url = `http://127.0.0.1:${Number(port)}`;

interface Worker {
  readonly process: ChildProcess;
  readonly send: (command: string) => Promise<unknown>;
}

function startWorker(name: string): Worker {
  const process = spawn(python, [file("worker.py"), name, url], { stdio: ["pipe", "pipe", "inherit"] });
  const lines = createInterface({ input: process.stdout })[Symbol.asyncIterator]();
  const send = async (command: string): Promise<unknown> => {
    process.stdin.write(`${command}\n`);
    const { value, done } = await lines.next();
    if (done) throw new Error(`${name} ended at the command "${command}".`);
    return JSON.parse(value);
  };
  return { process, send };
}

/** Each in turn in small blocks, so that other load on the machine affects all equally. */
async function alternate(
  names: readonly string[],
  rounds: number,
  measure: (name: string) => Promise<number>,
): Promise<Record<string, number>> {
  const found: Record<string, number[]> = Object.fromEntries(names.map((name) => [name, []]));
  for (let round = 0; round < rounds; round++)
    for (const name of round % 2 ? names.toReversed() : names) found[name]!.push(await measure(name));
  return Object.fromEntries(names.map((name) => [name, median(found[name]!)]));
}

function table(title: string, rows: readonly (readonly string[])[]): void {
  console.log(`\n${title}`);
  for (const cells of rows)
    console.log(cells.map((cell, index) => (index === 0 ? cell.padEnd(26) : cell.padStart(17))).join(""));
}

const goals: string[] = [];
function goal(title: string, value: number, limit: number, isMinimum = false): void {
  const isMet = isMinimum ? value >= limit : value <= limit;
  goals.push(
    `${isMet ? "met   " : "MISSED"}  ${title}: ${value.toFixed(2)} (${isMinimum ? "at least" : "at most"} ${limit})`,
  );
}

const of = (values: Record<string, number>, name: string, base: string): string =>
  values[name] === undefined || values[base] === undefined ? "" : `${(values[name] / values[base]).toFixed(2)}×`;

/** Names of the peers; only those that contain one of the texts of ONLY, if it is set. */
const wanted = (process.env.ONLY ?? "").split(",");
const select = (names: readonly string[]): string[] =>
  names.filter((name) => wanted.some((text) => name.includes(text)));

// --- imports
function measureImport(name: string): { cpu: number; memory: number } {
  const { stdout, stderr, status } = spawnSync(python, [file("imports.py"), name, url], { encoding: "utf8" });
  if (status !== 0) throw new Error(`${name}: ${stderr}`);
  const [cpu, memory] = stdout.split(" ").map(Number);
  return { cpu: cpu!, memory: memory! };
}

async function compareImports(): Promise<void> {
  const libraries = ["httpx2", "pydantic", "ours", "openai", "openrouter"];
  const steps = libraries.flatMap((name) =>
    name === "httpx2" || name === "pydantic" ? [name] : [name, `${name} client`, `${name} call`],
  );
  const names = select(steps);
  const memory: Record<string, number> = {};
  const cpu = await alternate(names, blocks, async (name) => {
    const found = measureImport(name);
    memory[name] = found.memory;
    return found.cpu;
  });
  table("import in a new process: alone, with a client and its chat, and with a first call", [
    ["", "CPU ms", "of openai client", "RSS MB"],
    ...names.map((name) => [name, cpu[name]!.toFixed(0), of(cpu, name, "openai client"), memory[name]!.toFixed(1)]),
  ]);
  if (!("ours call" in cpu) || !("openai client" in cpu)) return;
  goal("import patchbay_client, of openai with its chat", cpu.ours! / cpu["openai client"], 0.06);
  goal("import, client and first chat, of openai with its chat", cpu["ours call"] / cpu["openai client"], 0.45);
  goal("resident memory after import, client and first chat, MB", memory["ours call"]!, 46);
}

// --- requests and streams
async function compareCalls(): Promise<void> {
  const all = ["httpx2 + json", "ours", "openai", "openrouter"];
  const names = select([...all, "httpx2 + json, async", "ours, async", "openai, async"]);
  const workers = Object.fromEntries(names.map((name) => [name, startWorker(name)]));
  const measure = async (name: string, command: string): Promise<number> => Number(await workers[name]!.send(command));
  for (const name of names) await measure(name, "ask 96 32");
  const one = await alternate(names, blocks, (name) => measure(name, "ask 100 1"));
  const isAsync = (name: string): boolean => name.endsWith("async");
  const many = await alternate(names.filter(isAsync), blocks, (name) => measure(name, "ask 320 32"));
  const base = (name: string): string => (isAsync(name) ? "openai, async" : "openai");
  const floor = (name: string): string => (isAsync(name) ? "httpx2 + json, async" : "httpx2 + json");
  table("CPU per completion of a kilobyte", [
    ["", "one by one, µs", "of openai", "of httpx2 + json", "32 at once, µs", "of openai"],
    ...names.map((name) => [
      name,
      one[name]!.toFixed(0),
      of(one, name, base(name)),
      of(one, name, floor(name)),
      many[name]?.toFixed(0) ?? "",
      of(many, name, base(name)),
    ]),
  ]);
  for (const name of names) await measure(name, "read 2000");
  // openrouter needs a millisecond per chunk.
  const count = (name: string): number => (name === "openrouter" ? chunks / 10 : chunks);
  const stream = await alternate(names, Math.min(blocks, 9), (name) => measure(name, `read ${count(name)}`));
  table(`CPU per chunk of a stream of ${chunks}`, [
    ["", "µs", "speed, of openai", "of httpx2 + json"],
    ...names.map((name) => [
      name,
      stream[name]!.toFixed(1),
      of(stream, base(name), name),
      of(stream, name, floor(name)),
    ]),
  ]);
  const memory: string[][] = [];
  for (const name of names) memory.push([name, Number(await workers[name]!.send("rss")).toFixed(1)]);
  table("resident memory after all of this, MB", memory);
  for (const { process } of Object.values(workers)) process.kill();
  if (!("ours" in one) || !("openai" in one)) return;
  goal("CPU per request, of openai", one.ours / one.openai, 0.45);
  goal("CPU per request, of httpx2 + json", one.ours / one["httpx2 + json"]!, 1.4);
  goal("CPU per async request, of openai", one["ours, async"]! / one["openai, async"]!, 0.5);
  goal("CPU per async request, 32 at once, of openai", many["ours, async"]! / many["openai, async"]!, 0.5);
  goal("chunks per CPU second, of openai", stream.openai! / stream.ours!, 10, true);
  goal("chunks per CPU second, async, of openai", stream["openai, async"]! / stream["ours, async"]!, 10, true);
  goal("CPU per chunk, of httpx2 + json", stream.ours! / stream["httpx2 + json"]!, 1.8);
}

// --- memory
async function compareMemory(): Promise<void> {
  const total = 1_000_000;
  // The server sends ` token0` to ` token99`. A stream keeps the text for `final()` and `partial`.
  const text = (total * 7.9) / 2 ** 20;
  for (const name of select(["ours", "ours, .stream()", "ours, async"])) {
    const worker = startWorker(name);
    await worker.send("read 20000");
    const before = Number(await worker.send("rss"));
    const taken = (await worker.send(`flat ${total}`)) as number[];
    worker.process.kill();
    const peak = Math.max(...taken);
    console.log(
      `\n${name}: ${before.toFixed(1)} MB before a stream of ${total} chunks, at most ${peak.toFixed(1)} MB in it`,
    );
    if (!name.includes(".stream()"))
      goal(`growth over ${total} chunks, ${name}, of their text`, (peak - before) / text, 2);
  }
}

try {
  console.log(spawnSync(python, ["--version"], { encoding: "utf8" }).stdout.trim());
  await compareImports();
  await compareCalls();
  if (!isQuick) await compareMemory();
  console.log(`\n${goals.join("\n")}`);
} finally {
  server.kill();
}
