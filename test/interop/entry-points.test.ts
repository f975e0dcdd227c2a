// One application, one scenario file, and every door to the server.
import { createMockServer, parseScenario, type MockServer } from "@patchbay/mock-server";
import { mswHandlers } from "@patchbay/mock-server/msw";
import { toNodeListener } from "@patchbay/mock-server/node";
import { test as fixtureTest } from "@patchbay/mock-server/vitest";
import { setupServer } from "msw/node";
import { execFile, spawnSync } from "node:child_process";
import { mkdtemp, readFile, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterEach, describe, expect, test } from "vitest";
import { live } from "./app.ts";
import { startCli } from "../support/cli.ts";
import { story } from "./story.ts";

const file = new URL("outage.yaml", import.meta.url);
const scenario = await parseScenario(await readFile(file, "utf8"), "outage.yaml");
const service = "https://openrouter.ai/api/v1";

test("in process", async () => {
  const server = createMockServer(scenario);
  expect(await live(service, (input, init) => server.fetch(new Request(input, init)))).toEqual(story);
});

test("on a port", async () => {
  const listening = await createMockServer(scenario).listen({ port: 0 });
  expect(await live(listening.baseURL)).toEqual(story);
  await listening.close();
});

test("in a node:http server of one's own", async () => {
  const http = createServer(toNodeListener(createMockServer(scenario)));
  await new Promise<void>((resolve) => http.listen(0, "127.0.0.1", resolve));
  expect(await live(`http://127.0.0.1:${(http.address() as AddressInfo).port}/api/v1`)).toEqual(story);
  await new Promise((resolve) => http.close(resolve));
});

const python = spawnSync("python3", ["--version"]).status === 0;
if (!python) console.warn("!!! SKIPPED: the door from Python, since python3 is not here.");

test.skipIf(!python && !process.env.CI)("from Python, with its standard library alone", async () => {
  const listening = await createMockServer(scenario).listen({ port: 0 });
  const script = new URL("app.py", import.meta.url).pathname;
  const { stdout } = await promisify(execFile)("python3", [script, listening.baseURL]);
  expect(JSON.parse(stdout)).toEqual(story);
  await listening.close();
});

describe("through MSW", () => {
  let msw: ReturnType<typeof setupServer> | undefined;
  afterEach(() => msw?.close());

  function listen(server: MockServer): void {
    msw = setupServer(...mswHandlers(server));
    msw.listen({ onUnhandledFrame: "error" });
  }

  test("the application believes that it talks to the service", async () => {
    listen(createMockServer(scenario));
    expect(await live(service)).toEqual(story);
  });

  const request = (signal?: AbortSignal): Promise<Response> =>
    fetch(`${service}/chat/completions`, {
      method: "POST",
      headers: { authorization: "Bearer sk-or-v1-app", "content-type": "application/json" },
      body: JSON.stringify({ model: "openai/gpt-4o-mini", messages: [{ role: "user", content: "x" }], stream: true }),
      ...(signal && { signal }),
    });

  test("a stream that breaks off is an error, not an end", async () => {
    const server = createMockServer();
    server.on().reply({ content: "one two three", fault: { kind: "connection_reset", afterEvents: 2 } });
    listen(server);
    await expect((await request()).text()).rejects.toThrow("terminated");
  });

  test("an abort while nothing comes rejects the reader, and nothing else breaks", async () => {
    const server = createMockServer();
    server.on().reply({ content: "one two three", fault: { kind: "stall", afterEvents: 1 } });
    listen(server);
    const abort = new AbortController();
    const reading = (await request(abort.signal)).text();
    setTimeout(() => abort.abort(), 50);
    await expect(reading).rejects.toThrow(/abort/i);
  });

  test("a connection that breaks before the headers fails the fetch; one that was refused is told apart by an error", async () => {
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
  expect(await live(service, (input, init) => server.fetch(new Request(input, init)))).toEqual(story);
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
      /^bad\.yaml:4: \/rules\/0\/match\/usermessage is unknown here/,
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
  ])("%s: file, line and what was expected", async (_, text, message) => {
    await expect(parseScenario(text, "bad.yaml")).rejects.toThrow(message);
  });
});

test("the command reads its scenario again when the file changes, and keeps the last good one", async () => {
  const config = join(await mkdtemp(join(tmpdir(), "patchbay-")), "scenario.yaml");
  await writeFile(config, "rules:\n  - reply: first");
  const { child, said, told } = startCli("--port", "0", "--config", config);
  const ask = async (): Promise<string> => {
    const response = await fetch(`${said().trim()}/chat/completions`, {
      method: "POST",
      headers: { authorization: "Bearer sk-or-v1-a" },
      body: JSON.stringify({ model: "openai/gpt-4o-mini", messages: [{ role: "user", content: "x" }] }),
    });
    return ((await response.json()) as { choices: { message: { content: string } }[] }).choices[0]!.message.content;
  };
  await expect.poll(said).toMatch(/^http/);
  expect(await ask()).toBe("first");
  await writeFile(config, "rules:\n  - reply: second");
  await expect.poll(told).toContain("was reloaded");
  expect(await ask()).toBe("second");
  await writeFile(config, "rules:\n  - replay: third");
  await expect.poll(told).toContain("scenario.yaml:2: /rules/0/replay is unknown here");
  expect(told()).toContain("The last valid scenario stays active.");
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
])("the command logs each request: %s", async (log, line) => {
  const { child, said, told } = startCli("--port", "0", "--log", log);
  await expect.poll(said).toMatch(/^http/);
  const response = await fetch(`${said().trim()}/chat/completions`, {
    method: "POST",
    headers: { authorization: "Bearer sk-or-v1-a" },
    body: JSON.stringify({ model: "openai/gpt-4o-mini", messages: [{ role: "user", content: "x" }] }),
  });
  await response.text();
  await expect.poll(told).toMatch(line);
  expect(told()).not.toContain("sk-or-v1");
  child.kill();
});
