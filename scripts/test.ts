// Runs every check of the repository. Checks that do not depend on each other run side by side, one per core, and print their
// output in the order below. The last line counts what passed and what failed.
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { globSync, mkdtempSync, readFileSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { dirname, join, relative, resolve } from "node:path";
import { clearResults, conformanceTable } from "./conformance-table.ts";
import { goTest } from "./go/go-test.ts";
import { canDetectRaces, findGo } from "./go/toolchain.ts";
import { installClients } from "./install-clients.ts";
import { installPrograms } from "./install-programs.ts";
import { prepareLlama } from "./llama/environment.ts";
import { environment, preparePython, prepareOldest, programOf } from "./python/environment.ts";
import { findInterpreters, oldestMinor } from "./python/interpreters.ts";
import { pytest } from "./python/pytest.ts";

const root = resolve(import.meta.dirname, "..");
const node22 = "node@22.23.3";
const isWindows = process.platform === "win32";

interface Count {
  readonly passed: number;
  readonly failed: number;
}

// Hundreds of processes load the same programs. Node keeps the code that it has compiled for the next process.
process.env.NODE_COMPILE_CACHE ??= join(root, "node_modules/.cache/node");

// Without a terminal, the color codes around the dot of each test would be most of the output.
if (!process.stdout.isTTY) process.env.NO_COLOR = "1";

const results: { name: string; count: Count }[] = [];

function begin(name: string): void {
  console.log(`\n=== ${name}`);
}

function end(name: string, count: Count, duration: number): void {
  console.log(`--- ${name}: ${count.passed} passed, ${count.failed} failed (${(duration / 1000).toFixed(1)} s)`);
  results.push({ name, count });
}

/** Runs a check that has the machine to itself. */
function step(name: string, run: () => Count): void {
  const started = performance.now();
  begin(name);
  const count = run();
  end(name, count, performance.now() - started);
}

type Check = readonly [name: string, command: string, ...args: string[]];

/** Runs checks side by side, as many as there are cores, and prints the output of each check whole and in order. */
async function sideBySide(checks: readonly Check[]): Promise<void> {
  const queue = [...checks.entries()];
  const prints = new Map<number, () => void>();
  let next = 0;
  const work = async (): Promise<void> => {
    for (let item = queue.shift(); item; item = queue.shift()) {
      const [index, [name, command, ...args]] = item;
      const started = performance.now();
      const { isGood, output } = await capture(command, args);
      const duration = performance.now() - started;
      prints.set(index, () => {
        begin(name);
        process.stdout.write(output);
        end(name, toCount(isGood), duration);
      });
      for (let print = prints.get(next); print; print = prints.get(++next)) print();
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, work));
}

/** Runs a command in the root and returns what it wrote to both of its streams. */
function capture(command: string, args: readonly string[]): Promise<{ isGood: boolean; output: string }> {
  const chunks: Buffer[] = [];
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, stdio: ["ignore", "pipe", "pipe"], shell: isWindows });
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk: Buffer) => chunks.push(chunk));
    child.once("error", (error) => resolve({ isGood: false, output: `${error.message}\n` }));
    child.once("close", (code) => resolve({ isGood: code === 0, output: Buffer.concat(chunks).toString() }));
  });
}

/** Runs a command in the root; its output goes to the terminal. */
function run(command: string, args: readonly string[]): boolean {
  return spawnSync(command, args, { cwd: root, stdio: "inherit", shell: isWindows }).status === 0;
}

const toCount = (good: boolean): Count => (good ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 });

function fingerprint(): string {
  const hash = createHash("sha256");
  for (const file of globSync("packages/**/{generated/**/*.*,zz_generated_*}", {
    cwd: root,
    exclude: ["**/{node_modules,dist,__pycache__,.venv}/**"],
  }).toSorted())
    hash.update(file).update(readFileSync(join(root, file)));
  return hash.digest("hex");
}

function generatedIsFresh(): boolean {
  const before = fingerprint();
  if (!run("turbo", ["run", "generate", "--force", "--output-logs=new-only"])) return false;
  if (fingerprint() === before) return true;
  console.error(
    "The generated files differ from the contract. They have been regenerated: review the difference and commit it separately.",
  );
  return false;
}

interface Report {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly testResults: readonly {
    readonly name: string;
    readonly message: string;
    readonly assertionResults: readonly {
      readonly fullName: string;
      readonly status: string;
      readonly failureMessages?: readonly string[];
    }[];
  }[];
}

/** The failures, which are printed again at the end. */
const failures: string[] = [];

function noteFailures({ testResults }: Report, name: string): void {
  for (const { name: file, message, assertionResults } of testResults) {
    if (message) failures.push(`${name}, ${relative(root, file)}\n${message}`);
    for (const { fullName, status, failureMessages = [] } of assertionResults)
      if (status === "failed")
        failures.push(`${name}, ${relative(root, file)}: ${fullName}\n${failureMessages.join("\n")}`);
  }
}

/** Runs vitest under this Node or under another one from npm, and counts the tests. */
function vitest(args: readonly string[], node?: string): Count {
  const report = join(mkdtempSync(join(tmpdir(), "patchbay-")), "report.json");
  const all = [
    "run",
    "--reporter=dot",
    "--reporter=json",
    `--outputFile.json=${report}`,
    "--silent=passed-only",
    ...args,
  ];
  const entry = join(root, "node_modules/vitest/vitest.mjs");
  const good = node
    ? run("npx", ["--yes", `--package=${node}`, "--", "node", entry, ...all])
    : run(process.execPath, [entry, ...all]);
  try {
    const results = JSON.parse(readFileSync(report, "utf8")) as Report;
    const { numPassedTests: passed, numFailedTests: failed } = results;
    noteFailures(results, node ?? process.version);
    // A file that cannot be loaded and an error outside of a test fail the run, but no test.
    return { passed, failed: good ? failed : Math.max(failed, 1) };
  } catch {
    return { passed: 0, failed: 1 };
  }
}

function isThere(node: string): boolean {
  return (
    spawnSync("npx", ["--yes", `--package=${node}`, "--", "node", "--version"], {
      cwd: root,
      shell: isWindows,
    }).status === 0
  );
}

/** Installs what tests need from Debian: the browser for the tests of the page, PostgreSQL for those of the gateway. */
function ensurePrograms(): void {
  for (const { name, tests } of installPrograms())
    console.log(
      `\n!!! ${name} is not here and cannot be installed: the tests ${tests} are skipped, or fail with CI=true.`,
    );
}

/** Installs the clients in other languages for test/interop. */
function ensureClients(): void {
  for (const reason of installClients())
    console.log(`\n!!! ${reason}. The tests of its clients are skipped, or fail with CI=true.`);
}

/** Installs the llama.cpp server for test/gateway. */
function ensureLlama(): void {
  const reason = prepareLlama();
  if (reason !== undefined)
    console.log(`\n!!! ${reason}. The tests with a real model are skipped, or fail with CI=true.`);
}

/** Prepares the environment of packages/client-python. Says whether its checks can run. */
function ensurePython(): boolean {
  const reason = preparePython();
  if (reason === undefined) return true;
  console.log(`\n!!! ${reason}. The checks of packages/client-python are skipped, or fail with CI=true.`);
  return false;
}

/** Runs a folder of Python tests with the newest version of Python, and with the oldest supported one with CI=true. */
function pythonTests(name: string, folder: string, versions: "newest" | "all" = "all"): void {
  const count = (place: string): Count => {
    const { failures: found, ...counts } = pytest(place, join(root, folder));
    failures.push(...found.map((failure) => `${name}, ${failure}`));
    return counts;
  };
  const [newest] = findInterpreters();
  step(`${name} on Python ${newest?.version}`, () => count(environment));
  if (versions === "newest" || !process.env.CI || newest?.minor === oldestMinor) return;
  const oldest = prepareOldest();
  if (oldest !== undefined) step(`${name} on Python 3.${oldestMinor}`, () => count(oldest));
  else step(`${name} on Python 3.${oldestMinor}, which is not installed`, () => toCount(false));
}

/** Says whether the checks of packages/client-go can run. */
function ensureGo(): boolean {
  const { reason } = findGo();
  if (reason !== undefined)
    console.log(`\n!!! ${reason}. The checks of the Go code are skipped, or fail with CI=true.`);
  return reason === undefined;
}

/** Runs the Go tests of a module. */
function goTests(name: string, folder: string, ...args: string[]): void {
  step(`${name} with ${findGo().version}`, () => {
    const { failures: found, ...counts } = goTest([...args, "./..."], { cwd: join(root, folder) });
    failures.push(...found.map((failure) => `${name}, ${failure}`));
    return counts;
  });
}

/** Runs the tests of the Go client with the detector of data races, which needs a C compiler. */
function goClientTests(): void {
  const hasRaces = canDetectRaces();
  if (!hasRaces)
    console.log("\n!!! No C compiler is here: the Go tests do not detect data races, or fail with CI=true.");
  if (!hasRaces && process.env.CI) step("go: data races, which cannot be detected", () => toCount(false));
  goTests("go: tests", "packages/client-go", ...(hasRaces ? ["-race"] : []));
}

ensurePrograms();
ensureClients();
ensureLlama();
clearResults(root);
const hasPython = ensurePython();
const hasGo = ensureGo();
step("generated files match the contract", () => toCount(generatedIsFresh()));
step("build", () => toCount(run("turbo", ["run", "build", "--output-logs=errors-only"])));
// `model.ts` simulates the model that the examples next to it call, and asserts nothing itself.
const examples = globSync("examples/**/*.ts", { cwd: root, exclude: ["**/model.ts"] }).toSorted();
const pythonExamples = globSync("examples/python/*.py", { cwd: root }).toSorted();
const runExample = ["--conditions=@patchbay/source", "scripts/python/run-example.ts"];
// The cache makes a second run take less than a second.
const mypyArguments = [
  "--config-file=packages/client-python/pyproject.toml",
  "--cache-dir=node_modules/.cache/mypy",
  "packages/client-python/tests/typed_usage.py",
  ...pythonExamples,
];
const pythonChecks: readonly Check[] = [
  ["python: types", "pyright", "--project", "packages/client-python"],
  ["python: types of programs that use mypy", programOf(environment, "mypy"), ...mypyArguments],
  ["python: lint and format", process.execPath, "scripts/python/lint.ts"],
  ["python: wheel and source distribution", process.execPath, "scripts/python/check-package.ts"],
  ...pythonExamples.map((file): Check => [file, process.execPath, ...runExample, file]),
];
const goExamples = globSync("examples/go/*/main.go", { cwd: root }).map(dirname).toSorted();
const goChecks: readonly Check[] = [
  ["go: lint and format", process.execPath, "scripts/go/lint.ts"],
  ["go: module", process.execPath, "scripts/go/check-module.ts"],
  ...goExamples.map((folder): Check => [
    folder,
    process.execPath,
    "--conditions=@patchbay/source",
    "scripts/go/run-example.ts",
    folder,
  ]),
];
await sideBySide([
  ["packed packages", process.execPath, "scripts/check-packages.ts"],
  ["sizes of bundles and packages", process.execPath, "scripts/check-sizes.ts"],
  ["types", "tsc", "-p", "tsconfig.json"],
  ["types of the generators", "tsc", "-p", "packages/codegen/tsconfig.json"],
  ["lint and import rules", "oxlint", "--type-aware"],
  ["folder structure", process.execPath, "scripts/check-structure.ts"],
  ["words", process.execPath, "scripts/check-words.ts"],
  ["format", "oxfmt", "--check"],
  ["nothing unused", "knip"],
  ...(hasPython ? pythonChecks : []),
  ...(hasGo ? goChecks : []),
  ...examples.map((file): Check => [file, process.execPath, "--conditions=@patchbay/source", file]),
]);
step(`tests on Node ${process.version}`, () => vitest([]));
if (isThere(node22)) step(`tests on ${node22}`, () => vitest(["--project=runtime", "--project=isolated"], node22));
else if (process.env.CI) step(`tests on ${node22}, which cannot be installed`, () => toCount(false));
else console.log(`\n!!! SKIPPED: tests on ${node22}, which npm cannot install here.`);

if (hasPython) {
  pythonTests("python: tests", "packages/client-python/tests");
  // The tests above run on two versions of Python. The cases are about the API, and take a minute.
  pythonTests("python: conformance", "test/runners/python", "newest");
} else if (process.env.CI) step("python: checks of packages/client-python, which cannot run", () => toCount(false));

if (hasGo) {
  goClientTests();
  goTests("go: tests of the examples", "examples/go");
  goTests("go: conformance", "test/runners/go");
} else if (process.env.CI) step("go: checks of the Go code, which cannot run", () => toCount(false));

console.log(`\n${conformanceTable(root)}`);
const total = results.reduce(
  (sum, { count }) => ({ passed: sum.passed + count.passed, failed: sum.failed + count.failed }),
  { passed: 0, failed: 0 },
);
for (const failure of failures) console.log(`\n${failure}`);
for (const { name, count } of results) if (count.failed > 0) console.log(`\nFAILED: ${name}`);
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed > 0 ? 1 : 0;
