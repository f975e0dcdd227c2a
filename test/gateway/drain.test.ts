// A gateway in a process of its own ends: by a signal, by two, and with its parent.
import { spawn } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { Agent, request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import type { RequestEvent } from "../../packages/gateway/src/ports/events.ts";
import { openStore } from "../../packages/gateway/src/stores/open-store.ts";
import { type RunningGateway, startGateway } from "../support/gateway.ts";
import { configOf } from "../support/local-gateway.ts";
import { type ProviderServer, startProvider } from "../support/provider-server.ts";

const slow = { text: "one two three four five six", delayBetweenTokens: 100, usage: { prompt: 10, completion: 6 } };
const hang = { text: "one two three", hang: "after-first-token" } as const;

let provider: ProviderServer;
let dataDir: string;
let gateway: RunningGateway | undefined;
const agent = new Agent({ keepAlive: true });
beforeAll(async () => {
  provider = await startProvider();
});
afterEach(async () => {
  await gateway?.kill();
  gateway = undefined;
  await rm(dataDir, { recursive: true, force: true });
});
afterAll(async () => {
  agent.destroy();
  await provider?.stop();
});

async function start(drain: number): Promise<RunningGateway> {
  dataDir = await mkdtemp(join(tmpdir(), "gateway-data-"));
  gateway = await startGateway({
    config: configOf([provider.url], { server: { drain } }),
    dataDir,
    env: { PROVIDER_KEY: "provider-key-0123456789" },
    args: ["--log", "json"],
  });
  return gateway;
}

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  /** Resolves with the whole body; the connection can break before its end. */
  readonly text: Promise<string>;
}

/** Sends a request over a connection that is kept. Resolves with the headers of the response. */
function send({ url, key }: RunningGateway, path: string, body?: object): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = request(new URL(path, url), {
      agent,
      method: body ? "POST" : "GET",
      headers: { authorization: `Bearer ${key}`, ...(body && { "content-type": "application/json" }) },
    });
    sent.once("error", reject).once("response", (response) => {
      let text = "";
      response.setEncoding("utf8").on("data", (chunk: string) => (text += chunk));
      const ended = new Promise<string>((done) => response.once("close", () => done(text)));
      resolve({ status: response.statusCode!, headers: response.headers, text: ended });
    });
    sent.end(body && JSON.stringify(body));
  });
}

const chat = (to: RunningGateway, stream: boolean): Promise<Answer> =>
  send(to, "/api/v1/chat/completions", { model: "test/model", stream, messages: [{ role: "user", content: "Hi" }] });

const signal = (to: RunningGateway, name: NodeJS.Signals = "SIGTERM"): boolean => process.kill(to.pid, name);

const isAlive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

/** The records that a gateway that has ended left behind, the newest first. */
async function recordsOf(folder: string): Promise<readonly RequestEvent[]> {
  const store = await openStore({ dataDir: folder });
  try {
    return await store.events.list({ limit: 10 });
  } finally {
    await store.close();
  }
}

test("after SIGTERM it is not ready, refuses new requests, finishes its streams, stores them, and ends with 0", async () => {
  provider.behave(slow);
  const running = await start(10_000);
  const stream = await chat(running, true);
  signal(running);
  await expect.poll(async () => (await send(running, "/ready")).status).toBe(503);
  const refused = await chat(running, false);
  expect(refused.status).toBe(503);
  expect(refused.headers["retry-after"]).toBe("1");
  expect(refused.headers.connection).toBe("close");
  expect(await refused.text).toContain("shutting down");
  expect(await stream.text).toMatch(/"content":" six"[^]*data: \[DONE\]/);
  expect(await running.ended).toBe(0);
  const served = await recordsOf(dataDir);
  expect(served.map(({ status, cost }) => [status, cost])).toEqual([[200, 22_000n]]);
});

test("after `server.drain`, a stream ends with an error event, and is settled as an estimate", async () => {
  provider.behave(hang);
  const running = await start(300);
  const stream = await chat(running, true);
  signal(running);
  const text = await stream.text;
  expect(text).toContain('"content":"one"');
  expect(text).toContain("shut down");
  expect(await running.ended).toBe(0);
  const [record] = await recordsOf(dataDir);
  expect(record!.generation!.usage_estimated).toBe(true);
  expect(record!.cost).toBeGreaterThan(0n);
});

test("a second signal aborts the streams at once", async () => {
  provider.behave(hang);
  const running = await start(60_000);
  const stream = await chat(running, true);
  signal(running);
  await expect.poll(async () => (await send(running, "/ready")).status).toBe(503);
  // Two signals within 250 ms are one key press.
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(isAlive(running.pid)).toBe(true);
  signal(running);
  expect(await stream.text).toContain("shut down");
  expect(await running.ended).toBe(0);
});

test("a gateway that `npx` started ends when `npx` does", async () => {
  const cli = new URL("../../packages/gateway/src/cli.ts", import.meta.url).pathname;
  const folder = await mkdtemp(join(tmpdir(), "gateway-npx-"));
  dataDir = folder;
  const file = join(folder, "gateway.yaml");
  await writeFile(file, JSON.stringify(configOf([provider.url])));
  // npx runs the command with these variables, and does not forward SIGKILL.
  const script = `const { spawn } = require("node:child_process");
    const child = spawn(process.execPath, ${JSON.stringify(["--conditions=@patchbay/source", "--no-warnings", cli, "--config", file, "--data", folder, "--port", "0"])}, { stdio: ["ignore", "inherit", "ignore"] });
    console.log("pid " + child.pid);
    setInterval(() => {}, 1000);`;
  const parent = spawn(process.execPath, ["-e", script], {
    env: {
      ...process.env,
      PROVIDER_KEY: "provider-key-0123456789",
      npm_lifecycle_event: "npx",
      npm_lifecycle_script: "patchbay-gateway",
    },
    stdio: ["ignore", "pipe", "ignore"],
  });
  let output = "";
  parent.stdout.setEncoding("utf8").on("data", (chunk: string) => (output += chunk));
  await expect.poll(() => output, { timeout: 50_000 }).toMatch(/http:\/\//);
  const pid = Number(/pid (\d+)/.exec(output)![1]);
  expect(isAlive(pid)).toBe(true);
  parent.kill("SIGKILL");
  await expect.poll(() => isAlive(pid)).toBe(false);
});
