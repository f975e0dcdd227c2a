// Recording as a proxy: what the client and the service receive, and what the file contains.
import { createMockServer, readRecording, type RecordedExchange, type ListeningServer } from "@patchbay/mock-server";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { startCli, type Command } from "../support/cli.ts";
import { requestBytes, sendBytes } from "../support/wire.ts";

/** A service with scripted responses, and the requests that it received. */
interface Service {
  readonly baseURL: string;
  readonly seen: IncomingMessage[];
  readonly close: () => void;
}

const open: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of open.splice(0)) await close();
});

async function serve(answer: (response: ServerResponse, request: IncomingMessage) => unknown): Promise<Service> {
  const seen: IncomingMessage[] = [];
  const server: Server = createServer((request, response) => {
    seen.push(request);
    request.resume();
    void answer(response, request);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const close = (): void => {
    server.close();
    server.closeAllConnections();
  };
  open.push(close);
  return { baseURL: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/v1`, seen, close };
}

interface Recorded {
  readonly listening: ListeningServer;
  readonly exchanges: () => readonly RecordedExchange[];
  readonly server: ReturnType<typeof createMockServer>;
}

async function record({ baseURL }: Pick<Service, "baseURL">): Promise<Recorded> {
  const server = createMockServer({ record: { baseURL } });
  const listening = await server.listen({ port: 0 });
  open.push(() => listening.close());
  return { listening, server, exchanges: () => server.recording!.exchanges };
}

const chat = { method: "POST", body: JSON.stringify({ model: "m", messages: [], stream: true }) };
const event = (name: string): string => `data: {"event":"${name}"}\n\n`;
const sse = { "content-type": "text/event-stream" };

/** The URL of chat completions of the recorder. */
const chats = ({ baseURL }: ListeningServer): string => `${baseURL}/chat/completions`;

test("a recorder forwards an event before the service sends the next one", async () => {
  let goOn = (): void => undefined;
  const service = await serve((response) => {
    response.writeHead(200, sse).write(event("first"));
    goOn = () => void response.end(event("second"));
  });
  const { listening, exchanges } = await record(service);
  const response = await fetch(chats(listening), chat);
  const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
  expect((await reader.read()).value).toBe(event("first"));
  expect(exchanges()).toEqual([]);
  goOn();
  expect((await reader.read()).value).toBe(event("second"));
  expect((await reader.read()).done).toBe(true);
  await expect
    .poll(exchanges)
    .toMatchObject([{ response: { status: 200, pieces: [{ text: event("first") }, { text: event("second") }] } }]);
  expect(exchanges()[0]!.response.end).toBeUndefined();
});

test("a recorder forwards status and headers before the first byte of the body", async () => {
  let goOn = (): void => undefined;
  const service = await serve((response) => {
    response.writeHead(200, sse).flushHeaders();
    goOn = () => void response.end(event("only"));
  });
  const response = await fetch(chats((await record(service)).listening), chat);
  expect(response.headers.get("content-type")).toBe("text/event-stream");
  goOn();
  expect(await response.text()).toBe(event("only"));
});

test.each(["before the headers", "in the stream"])(
  "a client that disconnects %s ends the recorder's request to the service",
  async (when) => {
    const left = Promise.withResolvers<void>();
    const arrived = Promise.withResolvers<void>();
    const service = await serve((response) => {
      response.on("close", () => left.resolve());
      if (when === "in the stream") response.writeHead(200, sse).write(event("first"));
      arrived.resolve();
    });
    const { listening, exchanges } = await record(service);
    const caller = new AbortController();
    const asked = fetch(chats(listening), { ...chat, signal: caller.signal });
    await arrived.promise;
    if (when === "in the stream") await (await asked).body!.getReader().read();
    caller.abort();
    await asked.catch(() => undefined);
    await left.promise;
    if (when === "in the stream")
      await expect
        .poll(exchanges)
        .toMatchObject([{ response: { status: 200, pieces: [{ text: event("first") }], end: "hang" } }]);
    else expect(exchanges()).toEqual([]);
  },
);

test("in process, an aborted request ends the recorder's request to the service", async () => {
  const left = Promise.withResolvers<void>();
  const service = await serve((response) => {
    response.on("close", () => left.resolve());
    response.writeHead(200, sse).write(event("first"));
  });
  const server = createMockServer({ record: { baseURL: service.baseURL } });
  const response = await server.fetch("http://localhost/api/v1/chat/completions", chat);
  const reader = response.body!.getReader();
  await reader.read();
  await reader.cancel();
  await left.promise;
  expect(server.recording!.exchanges).toMatchObject([{ response: { end: "hang" } }]);
});

test.each([["a cancellation"], ["an abort"]])(
  "in process, %s ends a response that the service has sent",
  async (how) => {
    const service = await serve(
      (response) => response.writeHead(200, sse).write(event("first")) && response.end(event("last")),
    );
    const server = createMockServer({ record: { baseURL: service.baseURL } });
    const caller = new AbortController();
    const response = await server.fetch("http://localhost/api/v1/chat/completions", { ...chat, signal: caller.signal });
    const reader = response.body!.getReader();
    await reader.read();
    if (how === "an abort") caller.abort(new Error("enough"));
    else await reader.cancel();
    await expect.poll(() => server.journal.last?.ended).toMatchObject({ complete: false });
    expect(server.recording!.exchanges).toMatchObject([{ response: { end: "hang" } }]);
    if (how === "an abort") await expect(reader.read()).rejects.toThrow("enough");
  },
);

test.each([
  ["a stream", sse as Record<string, string>, event("first")],
  ["a JSON answer", { "content-type": "application/json", "content-length": "100" }, '{"half":'],
])(
  "%s that the service breaks off breaks off for the client, in the recording and in the replay",
  async (_, headers, text) => {
    const service = await serve((response) => {
      response.writeHead(200, headers).write(text, () => setTimeout(() => response.destroy(), 20));
    });
    const { listening, exchanges } = await record(service);
    const read = async (address: string): Promise<[number, string]> => {
      const response = await fetch(address, chat);
      let got = "";
      const decoder = new TextDecoder();
      try {
        for await (const chunk of response.body!) got += decoder.decode(chunk, { stream: true });
      } catch {
        return [response.status, `${got} and a break`];
      }
      return [response.status, got];
    };
    expect(await read(chats(listening))).toEqual([200, `${text} and a break`]);
    await expect.poll(exchanges).toMatchObject([{ response: { status: 200, pieces: [{ text }], end: "reset" } }]);
    const replay = await createMockServer({ replay: { recording: { version: 1, exchanges: exchanges() } } }).listen({
      port: 0,
    });
    open.push(() => replay.close());
    expect(await read(chats(replay))).toEqual([200, `${text} and a break`]);
  },
);

test("a connection that breaks before the headers is recorded and replayed as such", async () => {
  const service = await serve((response) => response.socket!.resetAndDestroy());
  const { listening, exchanges } = await record(service);
  await expect(fetch(chats(listening), chat)).rejects.toThrow("fetch failed");
  expect(exchanges()).toMatchObject([{ response: { status: 0, pieces: [], end: "reset" } }]);
  const replay = createMockServer({ replay: { recording: { version: 1, exchanges: exchanges() } } });
  await expect(replay.fetch("http://localhost/api/v1/chat/completions", chat)).rejects.toThrow("fetch failed");
});

test("a recorder forwards every end-to-end header of a request, and no hop-by-hop header", async () => {
  const service = await serve((response) => response.end("{}"));
  const { listening } = await record(service);
  const sent: Record<string, string> = {
    accept: "application/json",
    authorization: "Bearer sk-or-v1-caller",
    "content-type": "application/json",
    cookie: "a=b; c=d",
    "http-referer": "https://app.example",
    "idempotency-key": "one",
    "user-agent": "caller/1.0",
    "x-anthropic-beta": "files",
    "x-custom": "yes",
    "x-openrouter-cache": "true",
    "x-openrouter-cache-ttl": "60",
    "x-openrouter-categories": "a,b",
    "x-openrouter-metadata": "enabled",
    "x-openrouter-title": "App",
    "x-session-id": "session",
  };
  const ofConnection = { "keep-alive": "timeout=5", te: "trailers", "proxy-authorization": "Basic abc", "x-hop": "1" };
  const { port } = listening;
  const headers = { ...sent, ...ofConnection, "accept-encoding": "br", "x-patchbay-fault": "delay=0" };
  const bytes = requestBytes("POST", "/api/v1/chat/completions?x=1&x=2", {
    host: `127.0.0.1:${port}`,
    headers,
    body: "{}",
  });
  await sendBytes(port, bytes.replace("Connection: close", "Connection: close, X-Hop"));
  const [seen] = service.seen;
  expect(seen!.headers).toMatchObject(sent);
  expect(seen!.url).toBe("/api/v1/chat/completions?x=1&x=2");
  for (const name of ["keep-alive", "te", "proxy-authorization", "x-hop", "x-patchbay-fault"])
    expect([name, seen!.headers[name]]).toEqual([name, undefined]);
  expect(seen!.headers.host).toBe(new URL(service.baseURL).host);
});

test("a recorder forwards every end-to-end header of a response, including several cookies and redirects", async () => {
  const service = await serve((response) => {
    const headers = {
      location: "https://elsewhere.example/",
      "set-cookie": ["a=1; Path=/", "b=2; Secure"],
      "x-generation-id": "gen-1",
      "cf-ray": "abc",
      "x-hop": "1",
      connection: "keep-alive, x-hop",
      "proxy-authenticate": "Basic",
    };
    response.writeHead(307, headers);
    response.end("{}");
  });
  const { listening, server } = await record(service);
  const answers = [
    await fetch(chats(listening), { ...chat, redirect: "manual" }),
    await server.fetch("http://localhost/api/v1/chat/completions", chat),
  ];
  for (const { status, headers } of answers) {
    expect(status).toBe(307);
    expect(Object.fromEntries(headers)).toMatchObject({
      location: "https://elsewhere.example/",
      "x-generation-id": "gen-1",
      "cf-ray": "abc",
    });
    expect(headers.getSetCookie()).toEqual(["a=1; Path=/", "b=2; Secure"]);
    expect(headers.get("x-hop")).toBeNull();
    expect(headers.get("proxy-authenticate")).toBeNull();
  }
});

test("a recorder decodes compressed bodies in both directions", async () => {
  const bodies: string[] = [];
  const service = await serve(async (response, request) => {
    let text = "";
    for await (const chunk of request) text += String(chunk);
    bodies.push(text);
    const zipped = gzipSync('{"größer":true}');
    response.writeHead(200, {
      "content-type": "application/json",
      "content-encoding": "gzip",
      "content-length": zipped.length,
    });
    response.end(zipped);
  });
  const { listening, exchanges } = await record(service);
  const body = gzipSync('{"model":"größe"}');
  const response = await fetch(chats(listening), { method: "POST", headers: { "content-encoding": "gzip" }, body });
  expect(await response.text()).toBe('{"größer":true}');
  expect(response.headers.get("content-encoding")).toBeNull();
  expect(bodies).toEqual(['{"model":"größe"}']);
  await expect
    .poll(exchanges)
    .toMatchObject([{ request: { body: { model: "größe" } }, response: { pieces: [{ text: '{"größer":true}' }] } }]);
});

test("a recorder forwards binary bodies unchanged", async () => {
  const bytes = Buffer.from(Array.from({ length: 256 }, (_, index) => index));
  const service = await serve((response) => response.writeHead(200, { "content-type": "audio/mpeg" }).end(bytes));
  const response = await fetch(chats((await record(service)).listening), chat);
  expect(Buffer.from(await response.bytes()).equals(bytes)).toBe(true);
});

test("a recorder forwards and records HEAD, 204 and unknown paths of the API", async () => {
  const service = await serve((response, { url }) => {
    if (url!.endsWith("/empty")) response.writeHead(204).end();
    else response.writeHead(200, { "content-type": "application/json", "content-length": "2" }).end("{}");
  });
  const { listening, exchanges } = await record(service);
  const head = await fetch(`${listening.baseURL}/models`, { method: "HEAD" });
  expect([head.status, head.headers.get("content-length"), await head.text()]).toEqual([200, "2", ""]);
  const empty = await fetch(`${listening.baseURL}/empty`, { method: "DELETE" });
  expect([empty.status, await empty.text()]).toEqual([204, ""]);
  expect(await (await fetch(`${listening.baseURL}/responses`, { method: "POST", body: "{}" })).text()).toBe("{}");
  expect(service.seen.map(({ method, url }) => `${method} ${url}`)).toEqual([
    "HEAD /api/v1/models",
    "DELETE /api/v1/empty",
    "POST /api/v1/responses",
  ]);
  await expect.poll(() => exchanges().length).toBe(3);
  // All are complete: no client disconnected before the end.
  expect(exchanges().map(({ response }) => response.end)).toEqual([undefined, undefined, undefined]);
  const replay = createMockServer({ replay: { recording: { version: 1, exchanges: exchanges() } } });
  const again = await replay.fetch("http://localhost/api/v1/responses", { method: "POST", body: "{}" });
  expect(await again.text()).toBe("{}");
});

test("a slow client applies backpressure to the service", async () => {
  let written = 0;
  const service = await serve((response) => {
    response.writeHead(200, sse);
    const piece = Buffer.alloc(64 * 1024, "x");
    const write = (): void => {
      while (written < 2000 * piece.length && !response.destroyed) {
        written += piece.length;
        if (!response.write(piece)) return void response.once("drain", write);
      }
    };
    write();
  });
  const { listening } = await record(service);
  const caller = new AbortController();
  const response = await fetch(chats(listening), { ...chat, signal: caller.signal });
  await new Promise((resolve) => setTimeout(resolve, 500));
  expect(written).toBeLessThan(64 * 1024 * 1024);
  caller.abort();
  await response.text().catch(() => undefined);
});

test("sessions, resets and snapshots share one recorder", async () => {
  const service = await serve((response) => response.end("{}"));
  const server = createMockServer({ record: { baseURL: service.baseURL } });
  const ask = async (path: string): Promise<void> => {
    await (await server.fetch(`http://localhost${path}/api/v1/models`)).text();
  };
  await ask("");
  await ask("/s/a");
  server.reset();
  const snapshot = server.snapshot();
  await ask("/s/b");
  server.restore(snapshot);
  await ask("");
  expect(server.recording!.exchanges).toHaveLength(4);
  expect(server.session("a").recording).toBe(server.recording);
});

test("`keep: false` passes exchanges to `onExchange` and stores none", async () => {
  const service = await serve((response) => response.end("{}"));
  const exchanges: RecordedExchange[] = [];
  const server = createMockServer({
    record: { baseURL: service.baseURL, keep: false, onExchange: (_, exchange) => exchanges.push(exchange) },
  });
  for (const _ of [1, 2]) await (await server.fetch("http://localhost/api/v1/models")).text();
  expect([exchanges.length, server.recording!.exchanges.length]).toEqual([2, 0]);
});

describe("--record", () => {
  let folder: string;
  let running: Command[] = [];
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "record-"));
  });
  afterEach(async () => {
    for (const { child } of running.splice(0)) child.kill("SIGKILL");
    running = [];
    await rm(folder, { recursive: true, force: true });
  });

  async function start(...args: string[]): Promise<Command & { baseURL: string }> {
    const command = startCli("--port", "0", ...args);
    running.push(command);
    await expect.poll(() => command.stdout(), { timeout: 50_000 }).toContain("/api/v1");
    return { ...command, baseURL: command.stdout().trim() };
  }

  const ask = async (baseURL: string, name: string): Promise<string> =>
    (await fetch(`${baseURL}/models?x=${name}`, { headers: { authorization: "Bearer sk-or-v1-verysecret" } })).text();

  test("appends the exchanges of the server, its sessions and a second run, and replays them", async () => {
    const service = await serve((response, { url }) => response.end(JSON.stringify({ url })));
    const file = join(folder, "calls.jsonl");
    for (const run of ["one", "two"]) {
      const { child, baseURL, ended } = await start("--record", file, "--upstream", service.baseURL);
      await ask(baseURL, `${run}-a`);
      await ask(baseURL.replace("/api", "/s/mine/api"), `${run}-b`);
      await fetch(baseURL.replace("/api/v1", "/_patchbay/reset"), { method: "POST", body: "{}" });
      await ask(baseURL, `${run}-c`);
      await fetch(`${baseURL}/models?api_key=hunter2hunter2`);
      child.kill("SIGTERM");
      expect(await ended).toBe(0);
    }
    const text = await readFile(file, "utf8");
    expect(text.trimEnd().split("\n")).toHaveLength(8);
    for (const secret of ["verysecret", "hunter2"]) expect(text).not.toContain(secret);
    service.close();
    const { baseURL } = await start("--replay", file);
    expect(await ask(baseURL, "one-b")).toBe('{"url":"/api/v1/models?x=one-b"}');
    expect(await ask(baseURL, "two-c")).toBe('{"url":"/api/v1/models?x=two-c"}');
  });

  test.each(["a full disk", "a folder", "a folder that does not exist"])(
    "%s fails no request and is reported once",
    async (what) => {
      const service = await serve((response) => response.end('{"data":[]}'));
      const files: Record<string, string> = {
        "a full disk": "/dev/full",
        "a folder": folder,
        "a folder that does not exist": join(folder, "none", "calls.jsonl"),
      };
      if (what === "a full disk" && process.platform !== "linux") return;
      const file = files[what]!;
      await mkdir(folder, { recursive: true });
      const { baseURL, stderr } = await start("--record", file, "--upstream", service.baseURL);
      for (const name of ["a", "b", "c"]) expect(await ask(baseURL, name)).toBe('{"data":[]}');
      await expect
        .poll(stderr)
        .toMatch(/The recording .* cannot be written \((?:ENOSPC|EISDIR|ENOENT)\)\. The server answers requests/);
      expect(stderr().match(/cannot be written/g)).toHaveLength(1);
    },
  );

  test("reads an older recording, and converts it when it appends", async () => {
    const service = await serve((response) => response.end('{"new":true}'));
    const file = join(folder, "calls.json");
    const exchange = (name: string) => ({
      request: { method: "GET", path: `/models?x=${name}`, body: "" },
      response: {
        status: 200,
        headers: { "content-type": "application/json" },
        pieces: [{ at: 0, text: '{"old":true}' }],
      },
    });
    const older = { version: 1, exchanges: [exchange("old"), exchange("older")] };
    await writeFile(file, JSON.stringify(older, null, 2));
    const replayed = await start("--replay", file);
    expect(await ask(replayed.baseURL, "older")).toBe('{"old":true}');
    const { child, baseURL, ended } = await start("--record", file, "--upstream", service.baseURL);
    await ask(baseURL, "new");
    child.kill("SIGTERM");
    await ended;
    const { exchanges } = readRecording(await readFile(file, "utf8"), file);
    expect(exchanges.map(({ request }) => request.path)).toEqual(["/models?x=old", "/models?x=older", "/models?x=new"]);
  });

  test("skips and reports an incomplete line, and starts a new line in the next run", async () => {
    const service = await serve((response) => response.end("{}"));
    const file = join(folder, "calls.jsonl");
    const whole = `{"request":{"method":"GET","path":"/models?x=a","body":""},"response":{"status":200,"headers":{},"pieces":[]}}`;
    await writeFile(file, `${whole}\n${whole.slice(0, 60)}`);
    const { child, baseURL, ended } = await start("--record", file, "--upstream", service.baseURL);
    await ask(baseURL, "b");
    child.kill("SIGTERM");
    await ended;
    const { stderr, baseURL: replayed } = await start("--replay", file);
    expect(stderr()).toContain(`${file}:2 is truncated and was skipped`);
    expect(await ask(replayed, "b")).toBe("{}");
  });
});

test.each([
  ["[]", "calls.jsonl:1 must be an exchange with `request` and `response`. Make a recording with --record."],
  ['{"a":1}', "calls.jsonl:1 must be an exchange with `request` and `response`. Make a recording with --record."],
  ['{"request":{},"response":null}', "calls.jsonl:1 must be an exchange"],
  ['\n{"request":x,"response":{}}\n', "calls.jsonl:2 is not valid JSON"],
  ["hello", "calls.jsonl:1 is not valid JSON"],
])("the recording %j is rejected with its location", (text, message) => {
  expect(() => readRecording(text, "calls.jsonl")).toThrow(message);
});

test.each(["", "\n\n"])("an empty recording %j has no exchanges", (text) => {
  expect(readRecording(text, "calls.jsonl")).toMatchObject({ version: 1, exchanges: [] });
});
