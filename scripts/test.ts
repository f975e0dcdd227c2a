// Every check of the repository, one after the other; ends with one line over all of them.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, globSync, mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative, resolve } from "node:path";
import { installClients } from "./install-clients.ts";

const root = resolve(import.meta.dirname, "..");
const node22 = "node@22.23.3";

interface Count {
  readonly passed: number;
  readonly failed: number;
}

// One dot a test is enough; its colour would be most of the output where nothing shows colours.
if (!process.stdout.isTTY) process.env.NO_COLOR = "1";

const results: { name: string; count: Count }[] = [];

function step(name: string, run: () => Count): void {
  console.log(`\n=== ${name}`);
  const started = performance.now();
  const count = run();
  console.log(
    `--- ${name}: ${count.passed} passed, ${count.failed} failed (${((performance.now() - started) / 1000).toFixed(1)} s)`,
  );
  results.push({ name, count });
}

/** Runs a command in the root; its output goes to the terminal. */
function run(command: string, args: readonly string[]): boolean {
  return spawnSync(command, args, { cwd: root, stdio: "inherit", shell: process.platform === "win32" }).status === 0;
}

const toCount = (good: boolean): Count => (good ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 });

function fingerprint(): string {
  const hash = createHash("sha256");
  for (const file of globSync("packages/*/src/generated/**/*.*", { cwd: root }).toSorted())
    hash.update(file).update(readFileSync(join(root, file)));
  return hash.digest("hex");
}

function generatedIsFresh(): boolean {
  const before = fingerprint();
  if (!run("turbo", ["run", "generate", "--force", "--output-logs=new-only"])) return false;
  if (fingerprint() === before) return true;
  console.error(
    "The generated files differ from the contract. They are written anew now: look at the difference, and commit it in a commit of its own.",
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

/** What failed, told once more at the end, where it is looked for first. */
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
    const told = JSON.parse(readFileSync(report, "utf8")) as Report;
    const { numPassedTests: passed, numFailedTests: failed } = told;
    noteFailures(told, node ?? process.version);
    // A file that cannot be loaded, or an error outside of every test, fails without a test of its own.
    return { passed, failed: good ? failed : Math.max(failed, 1) };
  } catch {
    return { passed: 0, failed: 1 };
  }
}

function isThere(node: string): boolean {
  return (
    spawnSync("npx", ["--yes", `--package=${node}`, "--", "node", "--version"], {
      cwd: root,
      shell: process.platform === "win32",
    }).status === 0
  );
}

/** The browser that the page is tested in; Debian has it as a package. */
function ensureChromium(): void {
  if (["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].some((path) => existsSync(path)))
    return;
  const canInstall = process.getuid?.() === 0 && spawnSync("apt-get", ["--version"]).status === 0;
  const good =
    canInstall &&
    (run("apt-get", ["update", "-qq"]),
    run("apt-get", ["install", "-y", "-qq", "--no-install-recommends", "chromium"]));
  if (!good)
    console.log(
      "\n!!! No Chromium is here, and it cannot be installed: the tests of the page are skipped, or fail with CI=true.",
    );
}

/** Clients of other languages, for test/interop/clients. */
function ensureClients(): void {
  for (const reason of installClients())
    console.log(`\n!!! ${reason}. The tests of its clients are skipped, or fail with CI=true.`);
}

ensureChromium();
ensureClients();
step("generated files match the contract", () => toCount(generatedIsFresh()));
step("types", () => toCount(run("tsc", ["-p", "tsconfig.json"])));
step("types of the generators", () => toCount(run("tsc", ["-p", "packages/codegen/tsconfig.json"])));
step("lint and import law", () => toCount(run("oxlint", ["--type-aware"])));
step("format", () => toCount(run("oxfmt", ["--check"])));
step("nothing unused", () => toCount(run("knip", [])));
step("build", () => toCount(run("turbo", ["run", "build", "--output-logs=errors-only"])));
step("packed packages", () => toCount(run(process.execPath, ["scripts/check-packages.ts"])));
// `model.ts` plays the model of its neighbours, and asserts nothing itself.
for (const file of globSync("examples/**/*.ts", { cwd: root, exclude: ["**/model.ts"] }).toSorted()) {
  step(file, () => toCount(run(process.execPath, ["--conditions=@patchbay/source", file])));
}
step(`tests on Node ${process.version}`, () => vitest([]));
if (isThere(node22)) step(`tests on ${node22}`, () => vitest(["--project=runtime", "--project=isolated"], node22));
else if (process.env.CI) step(`tests on ${node22}, which cannot be installed`, () => toCount(false));
else console.log(`\n!!! SKIPPED: tests on ${node22}, which npm cannot install here.`);

const total = results.reduce(
  (sum, { count }) => ({ passed: sum.passed + count.passed, failed: sum.failed + count.failed }),
  { passed: 0, failed: 0 },
);
for (const failure of failures) console.log(`\n${failure}`);
for (const { name, count } of results) if (count.failed > 0) console.log(`\nFAILED: ${name}`);
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed > 0 ? 1 : 0;
