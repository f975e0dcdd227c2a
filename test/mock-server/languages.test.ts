// The examples for other languages run against the command on a port, and the README shows exactly these files.
import { execFile, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { startCli, type Command } from "../support/cli.ts";

const root = resolve(import.meta.dirname, "../..");
const examples = join(root, "examples/languages");
const run = promisify(execFile);
let command: Command;
let url: string;

beforeAll(async () => {
  command = startCli("--port", "0", "--log", "silent");
  await vi.waitFor(() => expect(command.stdout()).toMatch(/^http/), 50_000);
  url = new URL(command.stdout()).origin;
});
afterAll(() => command.child.kill());

const has = (name: string, ...args: readonly string[]): boolean => spawnSync(name, args).status === 0;

/** A Python with pytest: of the machine, or in the cache of this repository. */
function pythonWithPytest(): string | undefined {
  if (has("python3", "-m", "pytest", "--version")) return "python3";
  const folder = join(root, "node_modules/.cache/pytest");
  const python = join(folder, "bin/python");
  if (!existsSync(python) && !has("python3", "-m", "venv", folder)) return undefined;
  return has(python, "-m", "pytest", "--version") || has(python, "-m", "pip", "install", "-q", "pytest")
    ? python
    : undefined;
}

/** Whether a test is skipped: a missing tool skips it, and fails it with CI=true. */
function isSkipped(tool: string, isThere: boolean): boolean {
  if (!isThere)
    console.warn(`!!! ${process.env.CI ? "MISSING" : "SKIPPED"}: the example for ${tool}, since ${tool} is not here.`);
  return !isThere && !process.env.CI;
}

const python = pythonWithPytest();
const env = (): NodeJS.ProcessEnv => ({
  ...process.env,
  PATCHBAY_URL: url,
  PYTHONDONTWRITEBYTECODE: "1",
  NO_COLOR: "1",
});

test.skipIf(isSkipped("pytest", python !== undefined))("the pytest example passes", async () => {
  const args = ["-m", "pytest", "-q", "-p", "no:cacheprovider"];
  const { stdout } = await run(python ?? "python3", args, { cwd: join(examples, "pytest"), env: env() });
  expect(stdout).toMatch(/2 passed/);
});

test.skipIf(isSkipped("go", has("go", "version")))("the Go example passes", async () => {
  const { stdout } = await run("go", ["test", "-count=1", "./..."], { cwd: join(examples, "go"), env: env() });
  expect(stdout).toMatch(/^ok\s/);
});

test.skipIf(isSkipped("curl", has("curl", "--version")))("the curl example prints the expected output", async () => {
  const { stdout } = await run("bash", ["weather.sh"], { cwd: join(examples, "curl"), env: env() });
  expect(stdout.trim().split("\n")).toEqual([
    '{"added":1}',
    "503",
    '"content":"Sunny."',
    "429",
    '"status":429',
    '"account":"test"',
    '{"deleted":1}',
  ]);
});

test("the examples delete their sessions", async () => {
  const answer = await fetch(`${url}/_patchbay/sessions`);
  expect(await answer.json()).toEqual({ sessions: [] });
});

test.each([
  ["python", "pytest/test_weather.py"],
  ["go", "go/weather_test.go"],
  ["sh", "curl/weather.sh"],
])("the README shows the %s example verbatim", async (language, name) => {
  const readme = await readFile(join(root, "packages/mock-server/README.md"), "utf8");
  const blocks = [...readme.matchAll(/^```(\w+)\n(.*?)^```$/gms)].filter(([, tag]) => tag === language);
  expect(blocks.map(([, , code]) => code)).toContain(await readFile(join(examples, name), "utf8"));
});
