// The Python client compared with its peers; see README.md. Ratios of medians in one run.
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { prepareBench, programOf } from "../../scripts/python/environment.ts";
import { createReport, ratio, type Report } from "../support/report.mjs";
import { isQuick, mediansInTurn, optionOf } from "../support/rounds.mjs";
import { startWorker, type Worker } from "../support/worker.ts";

const blocks = Number(optionOf("blocks") ?? (isQuick ? 5 : 9));
const chunks = isQuick ? 5000 : 20_000;
const environment = prepareBench(join(import.meta.dirname, "requirements.txt"));
const python = programOf(environment, "python");
// Every program except the first run of a new version is loaded from its bytecode.
delete process.env.PYTHONDONTWRITEBYTECODE;
const file = (name: string): string => join(import.meta.dirname, name);
const report = createReport("python");

const server = spawn(process.execPath, [file("../client/server.mjs")], { stdio: ["ignore", "pipe", "inherit"] });
const [port] = (await once(server.stdout, "data")) as [Buffer];
const url = `http://127.0.0.1:${Number(port)}`;

type Medians = Record<string, number>;

const start = (name: string): Worker => startWorker(name, python, [file("worker.py"), name, url]);

/** Names of the clients; only those that contain one of the texts of `--only`. */
const wanted = (optionOf("only") ?? "").split(",");
/** Adds a goal, which needs the peers: none if only some clients are measured. */
const addGoal: Report["goal"] = (goal) => wanted.includes("") && report.goal(goal);
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
  const steps = ["ours", "openai", "openrouter"].flatMap((name) => [name, `${name} client`, `${name} call`]);
  const names = select(["floor", ...steps]);
  const memory: Medians = {};
  const cpu = await mediansInTurn(names, blocks, (name) => {
    const found = measureImport(name);
    memory[name] = found.memory;
    return found.cpu;
  });
  const openai = cpu["openai client"] ?? Number.NaN;
  report.table(
    "Import in a new process: alone, with a client and its chat, and with a first call. Floor: a client of httpx2, and pydantic",
    ["", "CPU ÷ openai client", "CPU, ms", "RSS, MB"],
    names.map((name) => [name, ratio(cpu[name]!, openai), cpu[name]!.toFixed(0), memory[name]!.toFixed(1)]),
  );
  const floor = `httpx2 client and pydantic: ${ratio(cpu.floor!, openai)}`;
  addGoal({ name: "Import ÷ openai with its chat", measured: cpu.ours! / openai, atMost: 0.06, unit: "×" });
  addGoal({
    name: "Import, client and first call ÷ openai with its chat",
    measured: cpu["ours call"]! / openai,
    atMost: 0.45,
    unit: "×",
    floor,
  });
  addGoal({ name: "Resident memory after them", measured: memory["ours call"], atMost: 46, unit: " MB" });
}

// --- requests and streams
const isAsync = (name: string): boolean => name.endsWith("async");
const inKind = (name: string, base: string): string => (isAsync(name) ? `${base}, async` : base);
const plain = "httpx2 + json";

function ratios(values: Medians, name: string): string[] {
  const of = (base: string): string => ratio(values[name]!, values[inKind(name, base)] ?? Number.NaN);
  return [of("openai"), of(plain)];
}

type Measure = (name: string, command: string) => Promise<number>;

async function compareRequests(names: readonly string[], measure: Measure): Promise<void> {
  for (const name of names) await measure(name, "ask 96 32");
  // openrouter needs 20 ms per request and a millisecond per chunk.
  const count = (name: string): number => (name === "openrouter" ? 10 : 100);
  const one = await mediansInTurn(names, blocks, (name) => measure(name, `ask ${count(name)} 1`));
  const many = await mediansInTurn(names.filter(isAsync), blocks, (name) => measure(name, "ask 320 32"));
  report.table(
    "CPU per completion of a kilobyte",
    ["", "÷ openai", `÷ ${plain}`, "32 at once ÷ openai", "one by one, µs", "32 at once, µs"],
    names.map((name) => [
      name,
      ...ratios(one, name),
      isAsync(name) ? ratios(many, name)[0]! : "",
      one[name]!.toFixed(0),
      many[name]?.toFixed(0) ?? "",
    ]),
  );
  const against = (values: Medians, name: string, base: string): number => values[name]! / values[inKind(name, base)]!;
  const floor = (values: Medians, name: string): string =>
    `${plain}: ${ratio(values[inKind(name, plain)]!, values[inKind(name, "openai")]!)}`;
  for (const [name, values, measured, atMost] of [
    ["Request ÷ openai", one, "ours", 0.45],
    ["Async request ÷ openai", one, "ours, async", 0.5],
    ["Async request, 32 at once ÷ openai", many, "ours, async", 0.5],
  ] as const)
    addGoal({
      name,
      measured: against(values, measured, "openai"),
      atMost,
      unit: "×",
      floor: floor(values, measured),
    });
  addGoal({ name: `Request ÷ ${plain}`, measured: against(one, "ours", plain), atMost: 1.4, unit: "×" });
}

async function compareChunks(names: readonly string[], measure: Measure): Promise<void> {
  for (const name of names) await measure(name, "read 2000");
  const count = (name: string): number => (name === "openrouter" ? 500 : chunks);
  const stream = await mediansInTurn(names, blocks, (name) => measure(name, `read ${count(name)}`));
  report.table(
    `CPU per chunk of a stream of ${chunks}`,
    ["", "÷ openai", `÷ ${plain}`, "µs"],
    names.map((name) => [name, ...ratios(stream, name), stream[name]!.toFixed(1)]),
  );
  const speed = (name: string): number => stream[inKind(name, "openai")]! / stream[name]!;
  const floor = (name: string): string => `${plain}: ${ratio(speed(inKind(name, plain)), 1)}`;
  for (const [name, measured] of [
    ["Chunks per CPU second ÷ openai", "ours"],
    ["Async chunks per CPU second ÷ openai", "ours, async"],
  ] as const)
    addGoal({ name, measured: speed(measured), atLeast: 10, unit: "×", floor: floor(measured) });
  addGoal({ name: `Chunk ÷ ${plain}`, measured: stream.ours! / stream[plain]!, atMost: 1.8, unit: "×" });
}

const megabytes = [1, 4, 16] as const;

/** One event with a long text. Its time is linear in its size. */
async function compareLong(names: readonly string[], measure: Measure): Promise<void> {
  const growth: Medians = {};
  const rows: string[][] = [];
  const byName: Record<string, number[]> = Object.fromEntries(names.map((name) => [name, []]));
  for (const size of megabytes) {
    const cpu = await mediansInTurn(names, 3, (name) => measure(name, `long ${size << 20}`));
    for (const name of names) byName[name]!.push(cpu[name]! / 1e3);
  }
  for (const [name, cpu] of Object.entries(byName)) {
    growth[name] = cpu[2]! / cpu[0]!;
    rows.push([name, ratio(cpu[2]!, cpu[0]!), ...cpu.map((value) => value.toFixed(1))]);
  }
  report.table(
    "A stream with one text of 1, 4 and 16 MB",
    ["", "16 MB ÷ 1 MB", "1 MB, ms", "4 MB, ms", "16 MB, ms"],
    rows,
  );
  addGoal({ name: "One text of 16 MB ÷ 1 MB", measured: growth.ours, atMost: 24, unit: "×", floor: "linear: 16×" });
}

async function compareCalls(): Promise<void> {
  const all = [plain, "ours", "openai", "openrouter"];
  const names = select([...all, `${plain}, async`, "ours, async", "openai, async"]);
  const workers = Object.fromEntries(names.map((name) => [name, start(name)]));
  const measure: Measure = async (name, command) => Number(await workers[name]!.send(command));
  await compareRequests(names, measure);
  await compareChunks(names, measure);
  const memory: string[][] = [];
  for (const name of names) memory.push([name, Number(await workers[name]!.send("rss")).toFixed(1)]);
  report.table("Resident memory after all of this", ["", "MB"], memory);
  await compareLong(
    names.filter((name) => name !== "openrouter"),
    measure,
  );
  for (const { process } of Object.values(workers)) process.kill();
}

// --- memory
async function compareMemory(): Promise<void> {
  const total = 1_000_000;
  // The server sends ` token0` to ` token99`. A stream keeps the text for `final()` and `partial`.
  const text = (total * 7.9) / 2 ** 20;
  const rows: string[][] = [];
  for (const name of select(["ours", "ours, .stream()", "ours, async"])) {
    const worker = start(name);
    await worker.send("read 20000");
    const before = Number(await worker.send("rss"));
    const peak = Math.max(...(await worker.send<number[]>(`flat ${total}`)));
    worker.process.kill();
    rows.push([name, ratio(peak - before, text), before.toFixed(1), peak.toFixed(1)]);
    if (!name.includes(".stream()"))
      addGoal({ name: `Growth ÷ text, ${name}`, measured: (peak - before) / text, atMost: 2, unit: "×" });
  }
  const columns = ["", "growth ÷ text", "before, MB", "at most, MB"];
  report.table(`Resident memory over a stream of ${total} chunks, whose text has ${text.toFixed(1)} MB`, columns, rows);
}

function addVersions(): void {
  const program =
    "import json, platform, importlib.metadata as m; " +
    "names = ('patchbay-client', 'openai', 'openrouter', 'httpx2', 'pydantic'); " +
    "print(json.dumps({'python': platform.python_version(), **{n: m.version(n) for n in names}}))";
  const { stdout } = spawnSync(python, ["-c", program], { encoding: "utf8" });
  for (const [name, version] of Object.entries(JSON.parse(stdout) as Record<string, string>))
    report.version(name, undefined, version);
}

try {
  addVersions();
  await compareImports();
  await compareCalls();
  if (!isQuick) await compareMemory();
  report.finish();
} finally {
  server.kill();
}
