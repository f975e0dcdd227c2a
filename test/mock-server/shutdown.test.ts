// Shutdown: responses in progress, the parent process, and a second signal.
import { createMockServer, type ListeningServer, type MockServer } from "@patchbay/mock-server";
import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { connect, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { afterEach, describe, expect, test } from "vitest";
import { startCli, type Command } from "../support/cli.ts";
import { requestBytes } from "../support/wire.ts";

const words = "one two three four five six seven eight nine ten";

function chat(baseURL: string, content = "x"): Promise<Response> {
  return fetch(`${baseURL}/chat/completions`, {
    method: "POST",
    headers: { authorization: "Bearer sk-or-v1-test" },
    body: JSON.stringify({ model: "openai/gpt-4o-mini", messages: [{ role: "user", content }], stream: true }),
  });
}

async function outcome(response: Response | Promise<Response>): Promise<"complete" | "cut"> {
  return Promise.resolve(response)
    .then((answer) => answer.text())
    .then(
      (text) => (text.includes("[DONE]") ? "complete" : "cut"),
      () => "cut",
    );
}

/** A socket that stays open, and how it ended. */
function open(port: number, bytes = ""): { socket: Socket; closed: Promise<string> } {
  let text = "";
  const socket = connect(port, "127.0.0.1", () => bytes !== "" && socket.write(bytes));
  socket.on("data", (data) => (text += data.toString())).on("error", () => undefined);
  return { socket, closed: new Promise((resolve) => socket.once("close", () => resolve(text))) };
}

describe("close", () => {
  async function start(
    server: MockServer = createMockServer({ script: () => words, tokenDelay: 30 }),
  ): Promise<ListeningServer> {
    return server.listen({ port: 0 });
  }

  test("without `drain` it closes responses in progress", async () => {
    const listening = await start();
    const streams = await Promise.all([1, 2, 3].map(() => chat(listening.baseURL)));
    await listening.close();
    expect(await Promise.all(streams.map((stream) => outcome(stream)))).toEqual(["cut", "cut", "cut"]);
  });

  test("with `drain` it finishes streams, accepts no connection, and closes idle connections", async () => {
    const listening = await start();
    const { port } = listening;
    const keepAlive = "GET /health HTTP/1.1\r\nHost: x\r\n\r\n";
    const idle = open(port, keepAlive);
    const unused = open(port);
    const ends = (await Promise.all([1, 2, 3].map(() => chat(listening.baseURL)))).map((stream) => outcome(stream));
    const began = performance.now();
    const closed = listening.close({ drain: 60_000 });
    await new Promise((resolve) => setTimeout(resolve, 20));
    await expect(fetch(`http://127.0.0.1:${port}/health`, { headers: { connection: "close" } })).rejects.toThrow();
    await Promise.all([idle.closed, unused.closed]);
    expect(await Promise.all(ends)).toEqual(["complete", "complete", "complete"]);
    // The client keeps the connections of the streams alive; they do not delay the shutdown.
    await closed;
    expect(performance.now() - began).toBeLessThan(30_000);
  });

  test("with `drain` it answers a request that was being received", async () => {
    const listening = await start();
    const { socket, closed } = open(listening.port);
    await new Promise((resolve) => socket.once("connect", resolve));
    const ended = listening.close({ drain: 60_000 });
    socket.write("GET /health HTTP/1.1\r\nHost: x\r\n\r\n");
    expect(await closed).toMatch(/^HTTP\/1\.1 200 /);
    await ended;
  });

  test("with `drain` it answers connections that wait to be accepted", async () => {
    const listening = await start();
    const count = 40;
    const shared = new Int32Array(new SharedArrayBuffer(4));
    const clients = new Worker(
      `const { connect } = require("node:net");
       const { parentPort, workerData: { port, count, shared } } = require("node:worker_threads");
       const answers = Array.from({ length: count }, () => new Promise((resolve) => {
         let text = "";
         const socket = connect(port, "127.0.0.1", () => {
           socket.write("GET /health HTTP/1.1\\r\\nHost: x\\r\\n\\r\\n");
           if (Atomics.add(shared, 0, 1) === count - 1) Atomics.notify(shared, 0);
         });
         socket.on("data", (data) => (text += data)).on("error", (error) => (text = error.code));
         socket.once("close", () => resolve(text.slice(0, 12)));
       }));
       Promise.all(answers).then((all) => parentPort.postMessage(all));`,
      { eval: true, workerData: { port: listening.port, count, shared } },
    );
    const answers = new Promise((resolve) => clients.once("message", resolve));
    await new Promise((resolve) => clients.once("online", resolve));
    // The event loop is blocked until the system has all connections, so that none of them is accepted.
    for (let seen = 0; seen < count; seen = Atomics.load(shared, 0)) Atomics.wait(shared, 0, seen, 1000);
    await listening.close({ drain: 10_000 });
    expect(await answers).toEqual(Array.from({ length: count }, () => "HTTP/1.1 200"));
    await clients.terminate();
  });

  test("a request on an open connection during the drain is answered, and the connection is then closed", async () => {
    const listening = await start();
    const stream = requestBytes("POST", "/api/v1/chat/completions", {
      host: "x",
      headers: { authorization: "Bearer sk-or-v1-test" },
      body: JSON.stringify({ model: "openai/gpt-4o-mini", messages: [{ role: "user", content: "x" }], stream: true }),
    }).replace("Connection: close\r\n", "");
    const { socket, closed } = open(listening.port, stream);
    await new Promise((resolve) => socket.once("data", resolve));
    const ended = listening.close({ drain: 60_000 });
    socket.write("GET /health HTTP/1.1\r\nHost: x\r\n\r\n");
    const text = await closed;
    expect(text).toContain("[DONE]");
    expect(text.endsWith('{"status":"ok"}')).toBe(true);
    expect(text).toMatch(/connection: close/i);
    await ended;
  });

  test("the drain waits for a slow reader of a response", async () => {
    const server = createMockServer();
    server.on({ operation: "models.count" }).reply({ status: 200, body: { data: "x".repeat(16_000_000) } });
    const listening = await start(server);
    const bytes = "GET /api/v1/models/count HTTP/1.1\r\nHost: x\r\n\r\n";
    const { socket, closed } = open(listening.port, bytes);
    await new Promise((resolve) => socket.once("data", resolve));
    socket.pause();
    await new Promise((resolve) => setTimeout(resolve, 50));
    const ended = listening.close({ drain: 60_000 });
    await new Promise((resolve) => setTimeout(resolve, 50));
    socket.resume();
    expect((await closed).length).toBeGreaterThan(16_000_000);
    await ended;
  });

  test("after `drain` milliseconds it closes the remaining responses", async () => {
    const server = createMockServer();
    server.on().reply({ content: words, fault: { kind: "stall", afterEvents: 2 } });
    const listening = await start(server);
    const end = outcome(await chat(listening.baseURL));
    await listening.close({ drain: 100 });
    expect(await end).toBe("cut");
  });

  test("every call returns the same promise, and a call without `drain` closes immediately", async () => {
    const server = createMockServer();
    server.on().reply({ content: words, fault: { kind: "stall", afterEvents: 2 } });
    const listening = await start(server);
    const end = outcome(await chat(listening.baseURL));
    const first = listening.close({ drain: 60_000 });
    const second = listening.close();
    expect(second).toBe(first);
    await first;
    expect(await end).toBe("cut");
    expect(listening.close()).toBe(first);
    await expect(listening.close({ drain: 5 })).resolves.toBeUndefined();
  });

  test.each([-1, Number.NaN, "5", null, Number.MIN_SAFE_INTEGER])("`drain: %s` is rejected", async (drain) => {
    const listening = await start();
    expect(() => listening.close({ drain: drain as number })).toThrow(
      new RangeError(`\`drain\` must be a non-negative number of milliseconds, got ${String(drain)}.`),
    );
    await listening.close();
  });
});

describe("the command", () => {
  let running: Command | undefined;
  afterEach(() => running?.child.kill("SIGKILL"));

  async function run(...args: string[]): Promise<Command & { baseURL: string }> {
    running = startCli("--port", "0", ...args);
    await expect.poll(() => running!.stdout(), { timeout: 50_000 }).toContain("/api/v1");
    return { ...running, baseURL: running.stdout().trim() };
  }

  test.each(["SIGTERM", "SIGINT"] as const)("exits with 0 after %s when the streams have ended", async (signal) => {
    const { child, baseURL, ended, stderr } = await run("--token-delay", "20");
    const streams = await Promise.all([chat(baseURL), chat(baseURL), chat(baseURL)]);
    child.kill(signal);
    expect(await Promise.all(streams.map((stream) => outcome(stream)))).toEqual(["complete", "complete", "complete"]);
    expect(await ended).toBe(0);
    expect(stderr()).toBe("");
  });

  test("closes streams at a second signal, and after the time of `--drain`", async () => {
    for (const drain of ["60000", "300"]) {
      const { child, baseURL, ended } = await run("--token-delay", "60000", "--drain", drain);
      const stream = await chat(baseURL);
      child.kill("SIGTERM");
      if (drain === "60000") {
        await expect.poll(() => answers(baseURL)).toBe(false);
        await new Promise((resolve) => setTimeout(resolve, 400));
        child.kill("SIGTERM");
      }
      expect(await outcome(stream)).toBe("cut");
      expect(await ended).toBe(0);
    }
  });

  test("counts a signal from both the terminal and npx as one", async () => {
    const { child, baseURL, ended } = await run("--token-delay", "20");
    const stream = await chat(baseURL);
    // Two equal signals at once can arrive as one.
    child.kill("SIGINT");
    child.kill("SIGTERM");
    expect(await outcome(stream)).toBe("complete");
    expect(await ended).toBe(0);
  });

  test("rejects an invalid `--drain`", async () => {
    running = startCli("--drain", "soon");
    expect(await running.ended).toBe(1);
    expect(running.stderr()).toContain('--drain must be a number from 0, got "soon"');
  });
});

/** Whether a server answers at an address. */
async function answers(baseURL: string): Promise<boolean> {
  return fetch(baseURL.replace("/api/v1", "/health"), { headers: { connection: "close" } }).then(
    () => true,
    () => false,
  );
}

const cli = new URL("../../packages/mock-server/src/cli.ts", import.meta.url).pathname;
const command = `${process.execPath} --conditions=@patchbay/source --no-warnings ${cli} --port 0`;

describe.skipIf(process.platform === "win32")("a command whose parent is killed", () => {
  const started: ChildProcess[] = [];
  const folders: string[] = [];
  afterEach(async () => {
    for (const child of started.splice(0)) child.kill("SIGKILL");
    for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true });
  });

  /** The environment without the settings of an npx that runs these tests, which an inner one would follow. */
  const outerEnv = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^npm_/i.test(name)));

  /** Starts a program that starts the command, and reads the address from a file that the command writes. */
  async function start(
    program: string,
    args: string[],
    env: Record<string, string> = {},
  ): Promise<[ChildProcess, string]> {
    const folder = await mkdtemp(join(tmpdir(), "parent-"));
    folders.push(folder);
    const out = join(folder, "out");
    await mkdir(join(folder, "node_modules", ".bin"), { recursive: true });
    const bin = join(folder, "node_modules", ".bin", "patchbay-mock");
    await writeFile(join(folder, "package.json"), '{"name":"app","version":"1.0.0","private":true}');
    await writeFile(bin, `#!/bin/sh\necho $$ >${join(folder, "pid")}\nexec ${command} "$@" >${out}\n`);
    await chmod(bin, 0o755);
    const child = spawn(
      program,
      args.map((arg) => arg.replaceAll("BIN", bin)),
      {
        cwd: folder,
        stdio: "ignore",
        env: { ...outerEnv, npm_config_update_notifier: "false", npm_config_cache: join(folder, "cache"), ...env },
      },
    );
    started.push(child);
    let address = "";
    await expect
      .poll(
        async () => {
          address = await readFile(out, "utf8").catch(() => "");
          return address;
        },
        { timeout: 50_000 },
      )
      .toContain("/api/v1");
    return [child, address.trim()];
  }

  /** A parent that waits for its child, as test runners do. */
  const parent = (flags: string) =>
    `require("node:child_process").spawn("BIN", ${JSON.stringify(flags.split(" ").filter(Boolean))}, { stdio: "ignore" }); setInterval(() => {}, 1000)`;

  test("exits with `--exit-with-parent`", async () => {
    const [child, baseURL] = await start(process.execPath, ["-e", parent("--exit-with-parent")]);
    expect(await answers(baseURL)).toBe(true);
    child.kill("SIGKILL");
    await expect.poll(() => answers(baseURL)).toBe(false);
  });

  test("exits with `--exit-with-parent` below a shell", async () => {
    const shell = `require("node:child_process").spawn("sh", ["-c", "BIN --exit-with-parent; true"], { stdio: "ignore" }); setInterval(() => {}, 1000)`;
    const [child, baseURL] = await start(process.execPath, ["-e", shell]);
    expect(await answers(baseURL)).toBe(true);
    child.kill("SIGKILL");
    await expect.poll(() => answers(baseURL)).toBe(false);
  });

  test("exits with `--exit-with-parent` when its pipe on stdin closes", async () => {
    const detached = `const c = require("node:child_process").spawn("BIN", ["--exit-with-parent"], { stdio: ["pipe", "ignore", "ignore"] }); process.on("SIGTERM", () => c.stdin.end()); setInterval(() => {}, 1000)`;
    const [child, baseURL] = await start(process.execPath, ["-e", detached]);
    expect(await answers(baseURL)).toBe(true);
    child.kill("SIGTERM");
    await expect.poll(() => answers(baseURL)).toBe(false);
  });

  test("continues without the flag", async () => {
    const [child, baseURL] = await start(process.execPath, ["-e", parent("")]);
    const ended = new Promise((resolve) => child.once("close", resolve));
    child.kill("SIGKILL");
    await ended;
    await new Promise((resolve) => setTimeout(resolve, 1500));
    expect(await answers(baseURL)).toBe(true);
    process.kill(Number(await readFile(join(folders.at(-1)!, "pid"), "utf8")), "SIGTERM");
    await expect.poll(() => answers(baseURL)).toBe(false);
  });

  const npx = spawnSync("npx", ["--version"]).status === 0;
  test.skipIf(!npx).each(["SIGKILL", "SIGTERM"] as const)("leaves no orphan when npx gets %s", async (signal) => {
    const [child, baseURL] = await start("npx", ["--offline", "patchbay-mock"]);
    expect(await answers(baseURL)).toBe(true);
    child.kill(signal);
    await expect.poll(() => answers(baseURL)).toBe(false);
  });
});

test("idle connections stay open longer than client keep-alive timeouts", async () => {
  const listening = await createMockServer().listen({ port: 0 });
  const { headers } = await fetch(`http://127.0.0.1:${listening.port}/health`);
  expect(headers.get("keep-alive")).toMatch(/^timeout=65/);
  await listening.close();
});
