// The Go client compared with openai-go; see README.md. Ratios of medians in one run.
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { cpSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { findGo, readGo, requireGo, root } from "../../scripts/go/toolchain.ts";

const blocks = Number(process.env.BLOCKS ?? 15);
const folder = import.meta.dirname;
const cache = join(root, "node_modules/.cache/bench-go");
const program = join(cache, "worker");
const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1]!;

interface Cost {
  readonly cpu: number;
  readonly allocs: number;
  readonly bytes: number;
}

/** Runs Go in the module of the benchmark. Throws if it fails. */
function run(args: readonly string[], env: Readonly<Record<string, string>> = {}): string {
  const { isGood, output } = readGo(args, { cwd: folder, env });
  if (!isGood) throw new Error(`go ${args.join(" ")} failed.`);
  return output;
}

// --- output
function table(title: string, rows: readonly (readonly string[])[]): void {
  console.log(`\n${title}`);
  for (const cells of rows)
    console.log(cells.map((cell, index) => (index === 0 ? cell.padEnd(30) : cell.padStart(16))).join(""));
}

const goals: string[] = [];
function goal(title: string, value: number, limit: number, isMinimum = false): void {
  const isMet = isMinimum ? value >= limit : value <= limit;
  goals.push(
    `${isMet ? "met   " : "MISSED"}  ${title}: ${value.toFixed(2)} (${isMinimum ? "at least" : "at most"} ${limit})`,
  );
}

// --- workers
interface Worker {
  readonly process: ChildProcess;
  readonly send: <T>(command: string) => Promise<T>;
}

function startWorker(name: string, url: string): Worker {
  const process = spawn(program, [name, url], { stdio: ["pipe", "pipe", "inherit"] });
  const lines = createInterface({ input: process.stdout })[Symbol.asyncIterator]();
  const send = async <T>(command: string): Promise<T> => {
    process.stdin.write(`${command}\n`);
    const { value, done } = await lines.next();
    if (done) throw new Error(`${name} ended at the command "${command}".`);
    return JSON.parse(value) as T;
  };
  return { process, send };
}

/** A row of a table: the client of a worker, and the command that it measures. */
interface Row {
  readonly title: string;
  readonly client: string;
  readonly command: string;
}

/** Each row in turn in small blocks, so that other load on the machine affects all equally. */
async function alternate(
  rows: readonly Row[],
  workers: Readonly<Record<string, Worker>>,
  rounds: number,
): Promise<Record<string, Cost>> {
  const found: Record<string, Cost[]> = Object.fromEntries(rows.map(({ title }) => [title, []]));
  for (const { client, command } of rows) await workers[client]!.send(command);
  for (let round = 0; round < rounds; round++)
    for (const { title, client, command } of round % 2 ? rows.toReversed() : rows)
      found[title]!.push(await workers[client]!.send<Cost>(command));
  return Object.fromEntries(
    rows.map(({ title }) => {
      const of = (name: keyof Cost): number => median(found[title]!.map((cost) => cost[name]));
      return [title, { cpu: of("cpu"), allocs: of("allocs"), bytes: of("bytes") }];
    }),
  );
}

function show(title: string, unit: string, costs: Readonly<Record<string, Cost>>, peer: string): void {
  const digits = unit === "ms" ? 2 : 1;
  const scale = unit === "ms" ? 1e3 : 1;
  table(title, [
    ["", `of ${peer}`, "of floor", `CPU ${unit}`, "allocations", "kB"],
    ...Object.entries(costs).map(([name, { cpu, allocs, bytes }]) => [
      name,
      `${(cpu / costs[peer]!.cpu).toFixed(2)}×`,
      `${(cpu / costs.floor!.cpu).toFixed(2)}×`,
      (cpu / scale).toFixed(digits),
      allocs.toFixed(1),
      (bytes / 1e3).toFixed(1),
    ]),
  ]);
}

const rowsOf = (command: string): Row[] =>
  ["floor", "openai-go", "ours"].map((client) => ({ title: client, client, command }));

const startWorkers = (url: string): Record<string, Worker> =>
  Object.fromEntries(["floor", "openai-go", "ours"].map((name) => [name, startWorker(name, url)]));

function stop(workers: Readonly<Record<string, Worker>>): void {
  for (const { process } of Object.values(workers)) process.kill();
}

// --- without a network
async function compareCanned(): Promise<void> {
  const workers = startWorkers("canned");
  const ask = await alternate(rowsOf("ask 1000"), workers, blocks);
  show("request, without a network", "µs", ask, "openai-go");
  goal("allocations per request", ask.ours!.allocs, 110);
  goal("CPU per request, of openai-go", ask.ours!.cpu / ask["openai-go"]!.cpu, 0.6);
  const read = await alternate(
    [...rowsOf("read 5000"), { title: "ours, Final alone", client: "ours", command: "final 5000" }],
    workers,
    blocks,
  );
  show("chunk of a stream of 5,000, without a network", "µs", read, "openai-go");
  goal("allocations per chunk", read.ours!.allocs, 30);
  goal("chunks per CPU second, of openai-go", read["openai-go"]!.cpu / read.ours!.cpu, 2.5, true);
  const complete = await alternate(rowsOf("read-final 5000"), workers, blocks);
  show("chunk, and the complete response at the end, without a network", "µs", complete, "openai-go");
  for (const format of ["float", "base64"]) {
    const embed = await alternate(rowsOf(`embed 2 ${format}`), workers, Math.min(blocks, 9));
    show(`100 embeddings of 1,536 dimensions as ${format}, without a network`, "ms", embed, "openai-go");
  }
  stop(workers);
}

// --- with a server
async function compareSocket(): Promise<void> {
  const server = spawn(program, ["serve"], { stdio: ["pipe", "pipe", "inherit"] });
  const [port] = (await once(server.stdout, "data")) as [Buffer];
  const workers = startWorkers(`http://127.0.0.1:${Number(port)}/api/v1`);
  try {
    const ask = await alternate(rowsOf("ask 500"), workers, blocks);
    show("request, with a server", "µs", ask, "openai-go");
    const read = await alternate(rowsOf("read 5000"), workers, blocks);
    show("chunk of a stream of 5,000, with a server", "µs", read, "openai-go");
  } finally {
    stop(workers);
    server.kill();
  }
}

// --- memory
async function compareMemory(): Promise<void> {
  const rows: string[][] = [["", "before, MB", "at most, MB", "growth, MB"]];
  for (const [client, command] of [
    ["floor", "read"],
    ["openai-go", "read"],
    ["openai-go", "read-final"],
    ["ours", "read"],
    ["ours", "read-final"],
  ] as const) {
    const worker = startWorker(client, "canned");
    await worker.send(`${command} 20000`);
    const { before, peak } = await worker.send<{ before: number; peak: number }>(`flat ${command} 1000000`);
    rows.push([`${client}, ${command}`, ...[before, peak, peak - before].map((value) => value.toFixed(1))]);
    worker.process.kill();
  }
  table("resident memory over a stream of 1,000,000 chunks, whose text has 7.9 MB", rows);
}

// --- build
/** A build cache with the packages of the standard library that the clients need. It is made once for each version of Go. */
function prepareBuildCache(): string {
  const path = join(cache, `standard-library-${findGo().version}`);
  if (existsSync(path)) return path;
  const packages = run(["list", "-deps", "-f", "{{if .Standard}}{{.ImportPath}}{{end}}", "./hello/..."]).split(/\s+/);
  const unfinished = mkdtempSync(`${path}-`);
  run(["build", ...packages.filter((name) => name !== "" && name !== "unsafe")], { GOCACHE: unfinished });
  renameSync(unfinished, path);
  return path;
}

/** CPU seconds of a build, with all processes that it starts. */
function measureBuild(standardLibrary: string, name: string, module: string): number {
  const temporary = mkdtempSync(join(tmpdir(), "bench-go-"));
  cpSync(standardLibrary, temporary, { recursive: true });
  const { stdout, status } = spawnSync(program, ["time", requireGo(), "build", module], {
    cwd: folder,
    env: { ...process.env, GOCACHE: temporary, GOTOOLCHAIN: "local", GOFLAGS: "-buildvcs=false" },
    encoding: "utf8",
    stdio: ["ignore", "pipe", "inherit"],
  });
  rmSync(temporary, { recursive: true });
  if (status !== 0) throw new Error(`The build of ${name} failed.`);
  return Number(stdout);
}

function compareBuilds(): void {
  const standardLibrary = prepareBuildCache();
  const modules: readonly (readonly [string, string, string])[] = [
    ["floor", "./hello/floor", "./hello/floor"],
    ["openai-go", "./hello/openai", "github.com/openai/openai-go/v3"],
    ["ours", "./hello/ours", "github.com/patchbay/patchbay/packages/client-go"],
  ];
  const rows: string[][] = [["", "CPU s", "program, MB", "stripped, MB"]];
  for (const [name, hello, module] of modules) {
    const seconds = name === "floor" ? undefined : measureBuild(standardLibrary, name, module);
    const sizes = ["", "-s -w"].map((flags) => {
      const output = join(cache, "hello");
      run(["build", "-trimpath", `-ldflags=${flags}`, "-o", output, hello]);
      return (statSync(output).size / 1e6).toFixed(1);
    });
    rows.push([name, seconds?.toFixed(1) ?? "", ...sizes]);
    if (name === "ours") goal("CPU seconds of the build", seconds!, 20);
  }
  table("build without the standard library, and the size of a program that sends one request", rows);
  const { Require } = JSON.parse(run(["mod", "edit", "-json", join(root, "packages/client-go/go.mod")])) as {
    Require: readonly object[] | null;
  };
  goal("requirements of packages/client-go/go.mod", Require?.length ?? 0, 0);
}

mkdirSync(cache, { recursive: true });
run(["build", "-o", program, "."]);
console.log(run(["version"]).trim());
const wanted = (process.env.ONLY ?? "canned,socket,memory,build").split(",");
if (wanted.includes("canned")) await compareCanned();
if (wanted.includes("socket")) await compareSocket();
if (wanted.includes("memory")) await compareMemory();
if (wanted.includes("build")) compareBuilds();
console.log(`\n${goals.join("\n")}`);
