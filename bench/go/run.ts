// The Go client compared with openai-go; see README.md. Ratios of medians in one run.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { findGo, root } from "../../scripts/go/toolchain.ts";
import { createReport, median, ratio } from "../support/report.mjs";
import { inTurn, isQuick, optionOf } from "../support/rounds.mjs";
import { startWorker, type Worker } from "../support/worker.ts";
import { cache, compareBuilds, folder, program, run } from "./build.ts";

const blocks = Number(optionOf("blocks") ?? (isQuick ? 5 : 15));
const wanted = (optionOf("only") ?? (isQuick ? "canned,build" : "canned,socket,memory,build")).split(",");
const report = createReport("go");

interface Cost {
  readonly cpu: number;
  readonly allocs: number;
  readonly bytes: number;
}

/** A row of a table: the client of a worker, and the command that it measures. */
interface Row {
  readonly title: string;
  readonly client: string;
  readonly command: string;
}

const peer = "openai-go";
const clients = ["floor", peer, "ours"] as const;
const rowsOf = (command: string): Row[] => clients.map((client) => ({ title: client, client, command }));

type Workers = Readonly<Record<string, Worker>>;

const start = (client: string, url: string): Worker => startWorker(client, program, [client, url]);
const startAll = (url: string): Workers => Object.fromEntries(clients.map((client) => [client, start(client, url)]));

function stop(workers: Workers): void {
  for (const { process } of Object.values(workers)) process.kill();
}

/** The medians of each row, of which one block is not counted. */
async function measure(rows: readonly Row[], workers: Workers, rounds = blocks): Promise<Record<string, Cost>> {
  const byTitle = new Map(rows.map((row) => [row.title, row]));
  const send = (title: string): Promise<Cost> => {
    const { client, command } = byTitle.get(title)!;
    return workers[client]!.send<Cost>(command);
  };
  const titles = [...byTitle.keys()];
  for (const title of titles) await send(title);
  const found = await inTurn(titles, rounds, send);
  return Object.fromEntries(
    titles.map((title) => {
      const of = (name: keyof Cost): number => median(found[title]!.map((cost) => cost[name]));
      return [title, { cpu: of("cpu"), allocs: of("allocs"), bytes: of("bytes") }];
    }),
  );
}

function show(title: string, unit: "µs" | "ms", costs: Readonly<Record<string, Cost>>): void {
  const [scale, digits] = unit === "ms" ? [1e3, 2] : [1, 1];
  report.table(
    title,
    ["", `CPU ÷ ${peer}`, "CPU ÷ floor", `CPU, ${unit}`, "allocations", "kB"],
    Object.entries(costs).map(([name, { cpu, allocs, bytes }]) => [
      name,
      ratio(cpu, costs[peer]!.cpu),
      ratio(cpu, costs.floor!.cpu),
      (cpu / scale).toFixed(digits),
      allocs.toFixed(1),
      (bytes / 1e3).toFixed(1),
    ]),
  );
}

const floorOf = (cost: Cost): string => `floor: ${cost.cpu.toFixed(1)} µs, ${cost.allocs.toFixed(0)} allocations`;

async function compareCanned(): Promise<void> {
  const workers = startAll("canned");
  const ask = await measure(rowsOf("ask 1000"), workers);
  show("Request, without a network", "µs", ask);
  const floor = floorOf(ask.floor!);
  report.goal({ name: "Request, allocations", measured: ask.ours!.allocs, atMost: 110, floor });
  report.goal({
    name: "Request, CPU ÷ openai-go",
    measured: ask.ours!.cpu / ask[peer]!.cpu,
    atMost: 0.6,
    unit: "×",
    floor,
  });
  const finalAlone: Row = { title: "ours, Final alone", client: "ours", command: "final 5000" };
  const read = await measure([...rowsOf("read 5000"), finalAlone], workers);
  show("Chunk of a stream of 5,000, without a network", "µs", read);
  const floorOfChunk = floorOf(read.floor!);
  report.goal({ name: "Chunk, allocations", measured: read.ours!.allocs, atMost: 30, floor: floorOfChunk });
  report.goal({
    name: "Chunks per CPU second ÷ openai-go",
    measured: read[peer]!.cpu / read.ours!.cpu,
    atLeast: 2.5,
    unit: "×",
    floor: floorOfChunk,
  });
  await compareLong(workers);
  const complete = await measure(rowsOf("read-final 5000"), workers);
  show("Chunk, and the complete response at the end, without a network", "µs", complete);
  for (const format of isQuick ? [] : ["float", "base64"]) {
    const embed = await measure(rowsOf(`embed 2 ${format}`), workers, Math.min(blocks, 9));
    show(`100 embeddings of 1,536 dimensions as ${format}, without a network`, "ms", embed);
  }
  stop(workers);
}

const megabytes = [1, 4, 16] as const;

/** One event with a long text. Its time is linear in its size. */
async function compareLong(workers: Workers): Promise<void> {
  const rows: string[][] = [];
  const growth: Record<string, number> = {};
  for (const client of clients) {
    const lines = megabytes.map((size) => ({ title: String(size), client, command: `long ${size << 20}` }));
    const costs = await measure(lines, workers, 5);
    const cpu = megabytes.map((size) => costs[size]!.cpu / 1e3);
    growth[client] = cpu[2]! / cpu[0]!;
    rows.push([client, ratio(cpu[2]!, cpu[0]!), ...cpu.map((value) => value.toFixed(1))]);
  }
  report.table(
    "A stream with one text of 1, 4 and 16 MB",
    ["", "16 MB ÷ 1 MB", "1 MB, ms", "4 MB, ms", "16 MB, ms"],
    rows,
  );
  report.goal({ name: "One text of 16 MB ÷ 1 MB", measured: growth.ours, atMost: 24, unit: "×", floor: "linear: 16×" });
}

async function compareSocket(): Promise<void> {
  const server = spawn(program, ["serve"], { stdio: ["pipe", "pipe", "inherit"] });
  const [port] = (await once(server.stdout, "data")) as [Buffer];
  const workers = startAll(`http://127.0.0.1:${Number(port)}/api/v1`);
  try {
    show("Request to a server", "µs", await measure(rowsOf("ask 500"), workers));
    show("Chunk of a stream of 5,000 from a server", "µs", await measure(rowsOf("read 5000"), workers));
  } finally {
    stop(workers);
    server.kill();
  }
}

async function compareMemory(): Promise<void> {
  const rows: string[][] = [];
  for (const [client, command] of [
    ["floor", "read"],
    [peer, "read"],
    [peer, "read-final"],
    ["ours", "read"],
    ["ours", "read-final"],
  ] as const) {
    const worker = start(client, "canned");
    await worker.send(`${command} 20000`);
    const { before, peak } = await worker.send<{ before: number; peak: number }>(`flat ${command} 1000000`);
    rows.push([`${client}, ${command}`, ...[peak - before, before, peak].map((value) => value.toFixed(1))]);
    worker.process.kill();
  }
  const columns = ["", "growth, MB", "before, MB", "at most, MB"];
  report.table("Resident memory over a stream of 1,000,000 chunks, whose text has 7.9 MB", columns, rows);
}

function addVersions(): void {
  report.version("go", undefined, findGo().version);
  const [, version] = /openai-go\S* v(\S+)/.exec(readFileSync(join(folder, "go.mod"), "utf8")) ?? [];
  report.version(peer, undefined, version);
  report.version("@patchbay/client-go", undefined, readVersion());
}

const readVersion = (): string =>
  (JSON.parse(readFileSync(join(root, "packages/client-go/package.json"), "utf8")) as { version: string }).version;

mkdirSync(cache, { recursive: true });
run(["build", "-o", program, "."]);
addVersions();
if (wanted.includes("canned")) await compareCanned();
if (wanted.includes("socket")) await compareSocket();
if (wanted.includes("memory")) await compareMemory();
if (wanted.includes("build")) compareBuilds(report);
report.finish();
