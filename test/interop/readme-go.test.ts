// The Go examples of the READMEs compile, are formatted, and run against the mock server. A block that is not a program is the body of
// a function with `ctx`, `client` and `params` that returns an error. The output has what the comments `// prints …` say.
import { createMockServer, type MockServerOptions } from "@patchbay/mock-server";
import { execFile, spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { findGo } from "../../scripts/go/toolchain.ts";
import { goProgram } from "../../scripts/install-clients.ts";
import * as goBlocks from "../support/go-blocks.ts";

const root = resolve(import.meta.dirname, "../..");
const client = join(root, "packages/client-go");
const { go, reason } = findGo();
if (go === undefined) console.warn(`!!! SKIPPED: the Go examples of the READMEs: ${reason}.`);

const all = [
  ...goBlocks.readBlocks(join(client, "README.md"), "client"),
  ...goBlocks.readBlocks(join(root, "README.md"), "root"),
];

const capital: MockServerOptions = { rules: [{ match: { userMessage: "capital of Norway" }, reply: "Oslo." }] };
/** The mock servers of the sections that ask something else. */
const servers: Readonly<Record<string, MockServerOptions>> = {
  Tools: {
    rules: [
      { reply: { toolCalls: [{ name: "get_weather", arguments: { city: "Oslo" } }] } },
      { match: { toolResult: true }, reply: "It is 7 °C in Oslo." },
    ],
  },
  "Structured output": { rules: [{ reply: '{"city":"Paris","country":"France","size":"large","height":330}' }] },
  Errors: { rules: [{ reply: { status: 402, message: "More credits are required. You can only afford 12." } }] },
};

const environment = { ...process.env, GOTOOLCHAIN: "local", GOFLAGS: "-buildvcs=false", GOWORK: "off" };

/** Runs a command with the environment of a user, whose API is a mock server. Gives its output. */
async function runBlock(block: goBlocks.Block, cwd: string, command: string, ...args: string[]): Promise<string> {
  const listening = await createMockServer(servers[block.section] ?? capital).listen({ port: 0 });
  const env = {
    ...environment,
    OPENROUTER_API_KEY: "sk-or-v1-readme",
    OPENROUTER_BASE_URL: listening.baseURL,
    OPENAI_API_KEY: "sk-or-v1-readme",
    OPENAI_BASE_URL: listening.baseURL,
    PATCHBAY_MOCK_URL: listening.baseURL,
  };
  try {
    return (await promisify(execFile)(command, args, { cwd, env, timeout: 100_000 })).stdout;
  } finally {
    await listening.close();
  }
}

/** Builds and runs blocks as one module. The messages of the compiler name the lines of the README. */
async function runBlocks(name: string, blocks: readonly goBlocks.Block[], goMod: string, goSum = ""): Promise<void> {
  const folder = join(root, "node_modules/.cache", name);
  const program = join(folder, process.platform === "win32" ? "readme.exe" : "readme");
  goBlocks.writeModule(folder, blocks, {
    "go.mod": `${goMod}\n${goBlocks.requireClient(folder, client)}`,
    "go.sum": goSum,
  });
  // The body of a function often ends with a return before that of the harness.
  for (const args of [
    ["build", "-o", program, "."],
    ["vet", "-unreachable=false", "./..."],
  ])
    expect(spawnSync(go!, args, { cwd: folder, encoding: "utf8", env: environment }).stderr).toBe("");
  for (const block of blocks)
    if (goBlocks.isTest(block)) {
      expect(await runBlock(block, folder, go!, "test", "-count=1", `./${block.name}`)).toMatch(/^ok/);
    } else {
      let rest = await runBlock(block, folder, program, block.name);
      for (const text of goBlocks.expectedOutput(block)) {
        expect(rest, `README.md:${block.line} prints ${JSON.stringify(text)}`).toContain(text);
        rest = rest.slice(rest.indexOf(text) + text.length);
      }
    }
}

test("the Go examples of the READMEs compile and run", { timeout: 300_000 }, async ({ skip }) => {
  if (go === undefined && !process.env.CI) skip();
  expect(reason).toBeUndefined();
  const version = /^go .+$/m.exec(readFileSync(join(client, "go.mod"), "utf8"))![0];
  const blocks = all.filter((block) => !goBlocks.usesOpenAI(block));
  await runBlocks("readme-go", blocks, `module example.com/readme\n\n${version}\n`);
});

test("the code before the migration from openai-go compiles and runs", { timeout: 300_000 }, async ({ skip }) => {
  if ((go === undefined || goProgram === undefined) && !process.env.CI) skip();
  expect(reason).toBeUndefined();
  const place = join(root, "test/interop/clients/go");
  const read = (file: string): string => readFileSync(join(place, file), "utf8");
  const goMod = read("go.mod").replace(/^module .+$/m, "module example.com/readme");
  await runBlocks("readme-openai-go", all.filter(goBlocks.usesOpenAI), goMod, read("go.sum"));
});

test("the Go examples of the READMEs are formatted with gofmt", ({ skip }) => {
  if (go === undefined && !process.env.CI) skip();
  expect(reason).toBeUndefined();
  for (const { code, line } of all) {
    const { stdout, stderr } = spawnSync(join(dirname(go!), "gofmt"), { input: code, encoding: "utf8" });
    expect(stderr, `README.md:${line}`).toBe("");
    expect(stdout, `README.md:${line}`).toBe(code);
  }
});

test("most sections of the Go client's README have an example", () => {
  expect(new Set(all.map(({ section }) => section)).size).toBeGreaterThan(15);
  expect(all.filter(goBlocks.usesOpenAI)).toHaveLength(1);
  expect(all.filter(goBlocks.isTest)).toHaveLength(1);
});
