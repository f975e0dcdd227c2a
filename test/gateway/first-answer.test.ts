// A newcomer starts the command without a file, copies the line that it prints, and reads the cost in the dashboard.
import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type ProviderServer, startProvider } from "../support/provider-server.ts";
import { type ServerProcess, startServerProcess } from "../support/server-process.ts";

const cli = new URL("../../packages/gateway/src/cli.ts", import.meta.url).pathname;
const readme = new URL("../../packages/gateway/README.md", import.meta.url);
/** No server listens on this port, so that nothing of the machine is found. */
const nothing = "http://127.0.0.1:1";

let provider: ProviderServer;
let folder: string;
beforeAll(async () => {
  provider = await startProvider();
  folder = await mkdtemp(join(tmpdir(), "first-answer-"));
});
afterAll(async () => {
  await provider.stop();
  await rm(folder, { recursive: true, force: true });
});

/** Starts the command in a folder of its own, with nothing but these variables. */
async function start(name: string, env: Readonly<Record<string, string>>): Promise<ServerProcess> {
  const server = await startServerProcess({
    command: process.execPath,
    args: ["--conditions=@patchbay/source", "--no-warnings", cli, "--data", join(folder, name), "--port", "0"],
    env: { PATH: process.env.PATH, OLLAMA_HOST: nothing, ...env },
    ready: /^(http:\/\/\S+)$/m,
  });
  // Standard output and standard error arrive in any order.
  await expect.poll(server.output).toMatch(/^ +curl .*\n/m);
  return server;
}

/** The command line that the gateway printed, run by a shell. */
async function runPrintedLine(output: string, env: Readonly<Record<string, string>> = {}): Promise<unknown> {
  const line = /^ +(curl .*)$/m.exec(output)?.[1];
  expect(line, output).toBeDefined();
  const { stdout } = await promisify(execFile)("/bin/sh", ["-c", `${line} --silent`], {
    env: { PATH: process.env.PATH, ...env },
  });
  return JSON.parse(stdout) as unknown;
}

async function readOverview(output: string, key: string): Promise<unknown> {
  const page = /^Dashboard: (\S+),/m.exec(output)?.[1];
  expect((await fetch(page!)).headers.get("content-type")).toContain("text/html");
  const response = await fetch(new URL("/admin/api/overview", page), { headers: { authorization: `Bearer ${key}` } });
  return response.json();
}

test("with an API key, the printed command line gets an answer, and the dashboard shows the request with its cost", async () => {
  const model = "openai/tiny";
  const gateway = await start("openai", { OPENAI_API_KEY: "sk-secret", OPENAI_BASE_URL: `${provider.url}/v1` });
  const adminKey = /^Management key \(shown once\): (\S+)$/m.exec(gateway.output())![1]!;
  const reply = await runPrintedLine(gateway.output());
  expect(reply).toMatchObject({ object: "chat.completion", model, usage: { cost: 0 } });
  await expect
    .poll(() => readOverview(gateway.output(), adminKey))
    .toMatchObject({ latest: [{ model, status: 200, cost: "0", keyName: "first key" }], ledger: { problems: 0 } });
  expect(gateway.output()).not.toContain("sk-secret");
  await gateway.stop();
});

/** Output in the form of the README: without what differs from start to start. */
function toSample(output: string): string {
  const address = /^(http:\/\/\S+)\/api\/v1$/m.exec(output)![1]!;
  return output
    .replaceAll(provider.url, "http://127.0.0.1:11434")
    .replaceAll(address, "http://127.0.0.1:4000")
    .replaceAll(/sk-or-(v1|mgmt)-[0-9a-f]+/g, "sk-or-$1-...")
    .replaceAll("ollama/tiny", "ollama/llama3.2");
}

test("with Ollama, the first start prints what the README shows; a later one prints no secret, and says where the management key is and how to create an API key", async () => {
  const variables = { OLLAMA_HOST: provider.url };
  const first = await start("again", variables);
  const secret = /First API key \(shown once\): (\S+)/.exec(first.output())![1]!;
  const sample = /```text\n(.*?)```/s.exec(readFileSync(readme, "utf8"))![1]!;
  expect(toSample(first.output()).trim().split("\n").toSorted()).toEqual(sample.trimEnd().split("\n").toSorted());
  await first.stop();
  const again = await start("again", variables);
  expect(again.output()).not.toMatch(/sk-or-/);
  expect(again.output()).toContain(`opened with the management key in ${join(folder, "again", "admin-key")}`);
  expect(again.output()).toContain(`patchbay-gateway keys create --name test --data ${join(folder, "again")}`);
  expect(await runPrintedLine(again.output(), { API_KEY: secret })).toMatchObject({ model: "ollama/tiny" });
  await again.stop();
});
