// One application and one scenario file through every entry point of the server.
import { createMockServer, parseScenario, type MockServer } from "@patchbay/mock-server";
import { mswHandlers } from "@patchbay/mock-server/msw";
import { toNodeListener } from "@patchbay/mock-server/node";
import { test as fixtureTest } from "@patchbay/mock-server/vitest";
import { setupServer } from "msw/node";
import { execFile, spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { mkdtemp, readFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterEach, describe, expect, test } from "vitest";
import { runApp } from "./app.ts";
import { startCli } from "../support/cli.ts";
import { expectedResults } from "./expected-results.ts";

const file = new URL("outage.yaml", import.meta.url);
const scenario = await parseScenario(await readFile(file, "utf8"), "outage.yaml");
const service = "https://openrouter.ai/api/v1";

test("the application runs in process with server.fetch", async () => {
  const server = createMockServer(scenario);
  expect(await runApp(service, (input, init) => server.fetch(new Request(input, init)))).toEqual(expectedResults);
});

test("the application runs against a port", async () => {
  const listening = await createMockServer(scenario).listen({ port: 0 });
  expect(await runApp(listening.baseURL)).toEqual(expectedResults);
  await listening.close();
});

test("the application runs against your own node:http server", async () => {
  const http = createServer(toNodeListener(createMockServer(scenario)));
  await new Promise<void>((resolve) => http.listen(0, "127.0.0.1", resolve));
  expect(await runApp(`http://127.0.0.1:${(http.address() as AddressInfo).port}/api/v1`)).toEqual(expectedResults);
  await new Promise((resolve) => http.close(resolve));
});

const python = spawnSync("python3", ["--version"]).status === 0;
if (!python) console.warn("!!! SKIPPED: the application in Python. python3 was not found.");

test.skipIf(!python && !process.env.CI)("the application runs in Python with the standard library only", async () => {
  const listening = await createMockServer(scenario).listen({ port: 0 });
  const script = new URL("app.py", import.meta.url).pathname;
  const { stdout } = await promisify(execFile)("python3", [script, listening.baseURL]);
  expect(JSON.parse(stdout)).toEqual(expectedResults);
  await listening.close();
});

describe("MSW", () => {
  let msw: ReturnType<typeof setupServer> | undefined;
  afterEach(() => msw?.close());

  function listen(server: MockServer): void {
    msw = setupServer(...mswHandlers(server));
    msw.listen({ onUnhandledFrame: "error" });
  }

  test("the application runs unchanged through MSW", async () => {
    listen(createMockServer(scenario));
    expect(await runApp(service)).toEqual(expectedResults);
  });

  const request = (signal?: AbortSignal): Promise<Response> =>
    fetch(`${service}/chat/completions`, {
      method: "POST",
      headers: { authorization: "Bearer sk-or-v1-app", "content-type": "application/json" },
      body: JSON.stringify({ model: "openai/gpt-4o-mini", messages: [{ role: "user", content: "x" }], stream: true }),
      ...(signal && { signal }),
    });

  test("a broken stream is an error through MSW", async () => {
    const server = createMockServer();
    server.on().reply({ content: "one two three", fault: { kind: "connection_reset", afterEvents: 2 } });
    listen(server);
    await expect((await request()).text()).rejects.toThrow("terminated");
  });

  test("an abort during silence rejects the reader without an uncaught error", async () => {
    const server = createMockServer();
    server.on().reply({ content: "one two three", fault: { kind: "stall", afterEvents: 1 } });
    listen(server);
    const abort = new AbortController();
    const reading = (await request(abort.signal)).text();
    setTimeout(() => abort.abort(), 50);
    await expect(reading).rejects.toThrow(/abort/i);
  });

  test("a reset before the headers rejects the fetch, and a refused connection throws an explanation", async () => {
    const server = createMockServer();
    listen(server);
    server.on().reply({ fault: { kind: "connection_reset" } });
    await expect(request()).rejects.toThrow("fetch failed");
    server.on().reply({ fault: { kind: "connection_refused" } });
    expect(await (await request()).text()).toContain("The fault `connection_refused` cannot be simulated through MSW");
  });
});

fixtureTest("with the vitest fixture and its matcher", async ({ server }) => {
  for (const rule of scenario.rules ?? []) server.on(rule.match, rule).reply(...([rule.reply].flat() as ["x"]));
  server.setProviderState("openai", "down");
  expect(await runApp(service, (input, init) => server.fetch(new Request(input, init)))).toEqual(expectedResults);
  expect(server).toHaveReceived({ userMessage: /^hurry/ }, { times: 2 });
  expect(server).toHaveReceived({ toolResult: "sunny" });
  expect(server).not.toHaveReceived({ model: "anthropic/*" });
  expect(() => expect(server).toHaveReceived({ model: "anthropic/*" })).toThrow(
    /to have received at least one request matching {"model":"anthropic\/\*"}; 0 of 5 match:\n {2}1\. POST \/api\/v1\/chat\/completions 200/,
  );
});

fixtureTest("each test of the fixture has a server of its own", ({ server }) => {
  expect(server.journal.count).toBe(0);
});

describe("a scenario file with a mistake", () => {
  test.each([
    ["no YAML", "rules: [", /^bad\.yaml:1:9: /],
    [
      "an unknown field",
      "rules: []\nrulez: []",
      /^bad\.yaml:2: \/rulez is not a known option; allowed: rules, providers/,
    ],
    [
      "a rule without a reply",
      "rules:\n  - match: { userMessage: x }\n  - reply: ok",
      /^bad\.yaml:2: \/rules\/0\/reply is required/,
    ],
    [
      "an unknown condition",
      "rules:\n  - reply: ok\n    match:\n      usermessage: x",
      /^bad\.yaml:4: \/rules\/0\/match\/usermessage is not a known property/,
    ],
    [
      "an unknown fault",
      '{"rules":[{"reply":{"fault":{"kind":"explode"}}}]}',
      /^bad\.yaml:1: \/rules\/0\/reply\/fault\/kind "explode" is not a valid kind/,
    ],
    [
      "an unknown state",
      "providers:\n  openai: sad",
      /^bad\.yaml:2: \/providers\/openai expected one of up, .*, got "sad"/,
    ],
    ["another type", "credits: much", /^bad\.yaml:1: \/credits expected a number of USD, got "much"/],
    ["a list", "- 1", /expected an object with rules/],
  ])("is rejected with file, line and expectation: %s", async (_, text, message) => {
    await expect(parseScenario(text, "bad.yaml")).rejects.toThrow(message);
  });
});

test("the command reloads a changed scenario, and keeps the last valid one", async () => {
  const config = join(await mkdtemp(join(tmpdir(), "patchbay-")), "scenario.yaml");
  writeFileSync(config, "rules:\n  - reply: first");
  const { child, stdout, stderr } = startCli("--port", "0", "--config", config);
  const ask = async (): Promise<string> => {
    const response = await fetch(`${stdout().trim()}/chat/completions`, {
      method: "POST",
      headers: { authorization: "Bearer sk-or-v1-a" },
      body: JSON.stringify({ model: "openai/gpt-4o-mini", messages: [{ role: "user", content: "x" }] }),
    });
    return ((await response.json()) as { choices: { message: { content: string } }[] }).choices[0]!.message.content;
  };
  await expect.poll(stdout, { timeout: 50_000 }).toMatch(/^http/);
  expect(await ask()).toBe("first");
  writeFileSync(config, "rules:\n  - reply: second");
  await expect.poll(stderr).toContain("was reloaded");
  expect(await ask()).toBe("second");
  writeFileSync(config, "rules:\n  - replay: third");
  await expect.poll(stderr).toContain("scenario.yaml:2: /rules/0/replay is not a known property");
  expect(stderr()).toContain("The last valid scenario stays active.");
  expect(await ask()).toBe("second");
  child.kill();
});

test.each([
  [
    "pretty",
    /^200 {2}POST {2}\/api\/v1\/chat\/completions {2}openai\/gpt-4o-mini {2}(?:OpenAI|Azure) 200 {2}\$0\.0000\d+ {2}[\d.]+ ms$/m,
  ],
  ["json", /^\{"id":1,.*"operation":"chat\.completions\.create","status":200,.*\}$/m],
  ["silent", /^$/],
])("the command logs each request as %s", async (log, line) => {
  const { child, stdout, stderr } = startCli("--port", "0", "--log", log);
  await expect.poll(stdout).toMatch(/^http/);
  const response = await fetch(`${stdout().trim()}/chat/completions`, {
    method: "POST",
    headers: { authorization: "Bearer sk-or-v1-a" },
    body: JSON.stringify({ model: "openai/gpt-4o-mini", messages: [{ role: "user", content: "x" }] }),
  });
  await response.text();
  await expect.poll(stderr).toMatch(line);
  expect(stderr()).not.toContain("sk-or-v1");
  child.kill();
});
