// `npm run bench`: builds, installs and runs the benches one after another, and writes bench/RESULTS.md.
// Usage: npm run bench -- [--quick] [NAME ...]. The exit code is 1 if a bench failed.
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { cpus, loadavg, release, totalmem, type } from "node:os";
import { join } from "node:path";
import { mergeResults, type BenchReport, type BenchRun } from "./results.ts";

const root = join(import.meta.dirname, "..");
const cache = join(root, "node_modules/.cache/bench");
const results = join(import.meta.dirname, "RESULTS.md");

interface Bench {
  readonly name: string;
  readonly title: string;
  /** The arguments of node in the folder of the bench. */
  readonly args: readonly string[];
}

const benches: readonly Bench[] = [
  { name: "mock", title: "Mock server", args: ["run.mjs"] },
  { name: "client", title: "TypeScript client", args: ["--expose-gc", "run.mjs"] },
  { name: "agent", title: "Agent", args: ["run.mjs"] },
  { name: "gateway", title: "Gateway", args: ["run.mjs"] },
  { name: "python", title: "Python client", args: ["run.ts"] },
  { name: "go", title: "Go client", args: ["run.ts"] },
];

/** Runs a program at the root, with its output. Throws if it fails. */
function run(program: string, args: readonly string[], cwd = root): void {
  const { status } = spawnSync(program, args, { cwd, stdio: "inherit" });
  if (status !== 0) throw new Error(`${program} ${args.join(" ")} failed in ${cwd}.`);
}

/** Installs the packages of a bench, unless they are those of its lock file. Python and Go install theirs themselves. */
function install(folder: string): void {
  const lock = join(folder, "package-lock.json");
  if (!existsSync(lock)) return;
  const hash = createHash("sha256").update(readFileSync(lock)).digest("hex");
  const marker = join(folder, "node_modules/.bench-lock");
  if (existsSync(marker) && readFileSync(marker, "utf8") === hash) return;
  run("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund"], folder);
  writeFileSync(marker, hash);
}

/** Runs a program, shows its output, and returns the end of it. */
async function capture(
  args: readonly string[],
  cwd: string,
): Promise<{ status: number | null; stdout: string; stderr: string }> {
  const child = spawn(process.execPath, args, { cwd, stdio: ["ignore", "pipe", "pipe"] });
  const seen = { stdout: "", stderr: "" };
  for (const name of ["stdout", "stderr"] as const)
    child[name].setEncoding("utf8").on("data", (text: string) => {
      process[name].write(text);
      seen[name] = (seen[name] + text).slice(-100_000);
    });
  const status = await new Promise<number | null>((resolve) => child.once("close", resolve));
  return { status, ...seen };
}

function circumstancesOf(startedAt: Date, load: number, isQuick: boolean): string {
  const all = cpus();
  const machine = `${all.length} cores (${all[0]?.model.trim() ?? "unknown"}), ${Math.round(totalmem() / 2 ** 30)} GiB, ${type()} ${release()}`;
  const minutes = ((Date.now() - startedAt.getTime()) / 60_000).toFixed(1);
  const kind = isQuick ? "A short run, whose numbers are rough" : "One run";
  return `${kind}, ${startedAt.toISOString().slice(0, 10)}: ${machine}, Node.js ${process.versions.node}. It took ${minutes} minutes; the load average at its start was ${load.toFixed(1)}.`;
}

/** A text without the path of this checkout. */
const withoutRoot = (text: string): string => text.replaceAll(`file://${root}/`, "").replaceAll(`${root}/`, "");

async function runBench({ name, title, args }: Bench, isQuick: boolean): Promise<BenchRun> {
  const startedAt = new Date();
  const load = loadavg()[0]!;
  const folder = join(import.meta.dirname, name);
  const file = join(cache, `${name}.json`);
  rmSync(file, { force: true });
  console.log(`\n# ${title}`);
  let output: string | undefined;
  let failure: string | undefined;
  try {
    install(folder);
    const { status, stdout, stderr } = await capture(
      [...args, `--json=${file}`, ...(isQuick ? ["--quick"] : [])],
      folder,
    );
    output = stdout;
    if (status !== 0) failure = `${stderr.split("\n").slice(-20).join("\n")}\nThe exit code is ${status}.`;
  } catch (error) {
    failure = String(error);
  }
  const report = existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as BenchReport) : undefined;
  return {
    name,
    title,
    circumstances: circumstancesOf(startedAt, load, isQuick),
    report,
    output: output && withoutRoot(output),
    failure: failure && withoutRoot(failure),
  };
}

const isQuick = process.argv.includes("--quick");
const names = process.argv.slice(2).filter((argument) => !argument.startsWith("--"));
const unknown = names.filter((name) => !benches.some((bench) => bench.name === name));
if (unknown.length > 0)
  throw new Error(`Unknown benches: ${unknown.join(", ")}. Use ${benches.map(({ name }) => name).join(", ")}.`);

mkdirSync(cache, { recursive: true });
run("npm", ["run", "build"]);
const titles = benches.map(({ title }) => title);
for (const bench of benches) {
  if (names.length > 0 && !names.includes(bench.name)) continue;
  const finished = await runBench(bench, isQuick);
  // After each bench, so that an interrupted run keeps what it has.
  const previous = existsSync(results) ? readFileSync(results, "utf8") : "";
  writeFileSync(results, mergeResults(previous, titles, [finished]));
  if (finished.failure !== undefined) process.exitCode = 1;
}
run("npx", ["oxfmt", results]);
console.log(`\nThe results are in bench/RESULTS.md.`);
