// What bounds a request: its size, its time, its place among others, and a reader that is slow.
import { createServer } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { afterEach, describe, expect, test } from "vitest";
import { configOf, type LocalGateway, localAdminKey, startLocalGateway } from "../support/local-gateway.ts";
import { type ProviderBehavior, type ProviderServer, startProvider } from "../support/provider-server.ts";

const open: { stop: () => Promise<void> }[] = [];
afterEach(async () => {
  for (const one of open.splice(0).toReversed()) await one.stop();
});

async function start(
  behave: ProviderBehavior,
  rest: object = {},
): Promise<{ provider: ProviderServer; local: LocalGateway }> {
  const provider = await startProvider({ behave });
  open.push(provider);
  const local = await startLocalGateway(configOf([provider.url], rest));
  open.push(local);
  return { provider, local };
}

const limits = (some: object): object => ({ limits: some });
const hang: ProviderBehavior = { text: "one two three", hang: "after-first-token" };

interface ErrorReply {
  readonly error: { readonly message: string; readonly metadata: { readonly limit_source?: string } };
}

describe("the size of a body", () => {
  test("a body above the limit gets 413 before it is sent whole", async () => {
    const { local, provider } = await start({}, limits({ bodyBytes: 10_000 }));
    const { port } = new URL(local.url);
    const head = (length: string): string =>
      `POST /api/v1/chat/completions HTTP/1.1\r\nhost: a\r\nauthorization: Bearer ${local.key}\r\n${length}\r\n\r\n`;
    // Neither body is complete.
    const announced = await sendRaw(Number(port), head("content-length: 20000"));
    const chunk = `2ee0\r\n${" ".repeat(12_000)}\r\n`;
    const unannounced = await sendRaw(Number(port), head("transfer-encoding: chunked") + chunk);
    for (const text of [announced, unannounced]) {
      expect(text).toMatch(/^HTTP\/1.1 413 /);
      expect(text).toContain("larger than 10000 bytes");
    }
    expect(provider.requests).toEqual([]);
  });

  test("a limit above the default is possible, and one byte more than the limit is refused", async () => {
    const bodyBytes = 34_000_000;
    const { local } = await start({}, limits({ bodyBytes }));
    const post = (length: number): Promise<number> =>
      fetch(`${local.url}/api/v1/embeddings`, {
        method: "POST",
        headers: { authorization: `Bearer ${local.key}`, "content-type": "application/json" },
        body: `{"model":"x/y","input":[]}`.padEnd(length),
      }).then(async (response) => {
        await response.text();
        return response.status;
      });
    expect(await post(bodyBytes)).not.toBe(413);
    expect(await post(bodyBytes + 1)).toBe(413);
  });

  test("headers above 16 KiB get 431", async () => {
    const { local } = await start({});
    const head = `GET /health HTTP/1.1\r\nhost: a\r\nx-long: ${"x".repeat(20_000)}\r\n\r\n`;
    expect(await sendRaw(Number(new URL(local.url).port), head)).toMatch(/^HTTP\/1.1 431 /);
  });
});

function sendRaw(port: number, text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, "127.0.0.1", () => socket.write(text));
    let received = "";
    socket.setEncoding("latin1").on("data", (chunk: string) => {
      received += chunk;
      if (received.includes("\r\n\r\n")) {
        resolve(received);
        socket.destroy();
      }
    });
    socket.once("error", reject);
    socket.once("close", () => resolve(received));
  });
}

describe("the time of a request", () => {
  /** The first request loads the tokenizer and the contract, which takes a part of the time on a busy machine. */
  async function startTimed(behave: ProviderBehavior): Promise<Awaited<ReturnType<typeof start>> & { before: number }> {
    const started = await start({}, limits({ requestTime: 1000 }));
    const { provider, local } = started;
    const first = (await (await local.chat()).json()) as { usage?: { cost: number } };
    // Its charge is stored soon after its response.
    await expect.poll(() => usageOf(local)).toBeCloseTo(first.usage?.cost ?? 0, 12);
    provider.behave(behave);
    return { ...started, before: await usageOf(local) };
  }

  test("a request whose provider sends nothing gets 504, and the provider is left", async () => {
    const { local, provider, before } = await startTimed({ hang: "before-headers" });
    const response = await local.chat();
    expect(response.status).toBe(504);
    expect(((await response.json()) as ErrorReply).error.message).toContain("1000 ms");
    expect(await provider.requests.at(-1)!.aborted).toBe(true);
    const id = response.headers.get("x-request-id")!;
    expect(await local.gateway.store.events.generation(id)).toMatchObject({ status: 504, reason: "request_time" });
    await expect.poll(() => usageOf(local)).toBe(before);
  });

  test("a stream ends with an error event, and what was produced is charged", async () => {
    const { local, provider, before } = await startTimed(hang);
    const response = await local.chat({ body: { stream: true } });
    const text = await response.text();
    expect(text).toContain('"content":"one"');
    expect(text).toContain("1000 ms");
    expect(text).toContain('"finish_reason":"error"');
    expect(await provider.requests.at(-1)!.aborted).toBe(true);
    const record = await local.gateway.store.events.generation(response.headers.get("x-generation-id")!);
    expect(record!.generation!.usage_estimated).toBe(true);
    expect(record!.cost).toBeGreaterThan(0n);
    await expect.poll(() => usageOf(local)).toBeCloseTo(before + Number(record!.cost) / 1e9, 12);
  });

  test("an answer in one piece ends with the error, and what was produced is charged", async () => {
    const { local, before } = await startTimed(hang);
    const { choices } = (await (await local.chat()).json()) as { choices: { finish_reason: string }[] };
    expect(choices[0]!.finish_reason).toBe("error");
    await expect.poll(() => usageOf(local)).toBeGreaterThan(before);
  });
});

async function usageOf(local: LocalGateway): Promise<number> {
  const headers = { authorization: `Bearer ${localAdminKey}` };
  const response = await fetch(`${local.url}/api/v1/credits`, { headers });
  return ((await response.json()) as { data: { total_usage: number } }).data.total_usage;
}

describe("concurrent requests", () => {
  test("one more than the places and the queue gets 503 with Retry-After, and a waiting one runs when another ends", async () => {
    const gate = Promise.withResolvers<void>();
    const { local, provider } = await start({ after: gate.promise }, limits({ concurrency: 1, queue: 1 }));
    const first = local.chat();
    await expect.poll(() => provider.requests.length).toBe(1);
    const second = local.chat();
    await expect.poll(() => metricOf(local, "patchbay_requests_waiting")).toBe(1);
    const third = await local.chat();
    expect([third.status, third.headers.get("retry-after")]).toEqual([503, "1"]);
    expect(((await third.json()) as ErrorReply).error.metadata.limit_source).toBe("queue");
    expect(provider.mostOpen()).toBe(1);
    gate.resolve();
    expect([(await first).status, (await second).status]).toEqual([200, 200]);
    expect(provider.mostOpen()).toBe(1);
  });

  test("a caller that leaves the queue does not take a place", async () => {
    const gate = Promise.withResolvers<void>();
    const { local, provider } = await start({ after: gate.promise }, limits({ concurrency: 1, queue: 1 }));
    const first = local.chat();
    await expect.poll(() => provider.requests.length).toBe(1);
    const leave = new AbortController();
    const second = local.chat({ signal: leave.signal }).catch(() => "left");
    await expect.poll(() => metricOf(local, "patchbay_requests_waiting")).toBe(1);
    leave.abort();
    expect(await second).toBe("left");
    await expect.poll(() => metricOf(local, "patchbay_requests_waiting")).toBe(0);
    gate.resolve();
    expect((await first).status).toBe(200);
    expect((await local.chat()).status).toBe(200);
    expect(provider.requests).toHaveLength(2);
  });
});

async function metricOf(local: LocalGateway, name: string): Promise<number> {
  const text = await (await fetch(`${local.url}/metrics`)).text();
  return Number(new RegExp(`^${name} (.*)$`, "m").exec(text)![1]);
}

test("50 callers that do not read hold back their providers instead of filling the memory", async () => {
  const provider = await startEndlessProvider();
  open.push(provider);
  const local = await startLocalGateway(configOf([provider.url]));
  open.push(local);
  const body = JSON.stringify({ model: "test/model", stream: true, messages: [{ role: "user", content: "Hi" }] });
  const head = [
    "POST /api/v1/chat/completions HTTP/1.1",
    "host: a",
    `authorization: Bearer ${local.key}`,
    "content-type: application/json",
    `content-length: ${body.length}`,
  ];
  setFlagsFromString("--expose-gc");
  const collect = runInNewContext("gc") as () => void;
  const memory = (): number => {
    collect();
    const { heapUsed, external } = process.memoryUsage();
    return heapUsed + external;
  };
  const before = memory();
  const sockets = Array.from({ length: 50 }, () => {
    const socket = connect(Number(new URL(local.url).port), "127.0.0.1", () =>
      socket.write(`${head.join("\r\n")}\r\n\r\n${body}`),
    );
    return socket.on("error", () => undefined).pause();
  });
  await expect.poll(() => provider.open()).toBe(50);
  // The stream has no end, so only back-pressure ends the growth: the buffers of the operating system are full.
  await settled(() => provider.written());
  expect(provider.open()).toBe(50);
  // Both ends of each connection are in this process.
  expect((memory() - before) / 50).toBeLessThan(5e6);
  for (const socket of sockets) socket.destroy();
  await expect.poll(() => provider.open()).toBe(0);
});

interface EndlessProvider {
  readonly url: string;
  /** Streams in progress. */
  readonly open: () => number;
  /** Bytes that its streams have written. */
  readonly written: () => number;
  readonly stop: () => Promise<void>;
}

/** A provider whose streams end only when the caller leaves. It writes as fast as the caller reads. */
async function startEndlessProvider(): Promise<EndlessProvider> {
  const delta = { content: "-".repeat(12_000) };
  const frame = `data: ${JSON.stringify({ id: "r", model: "m", choices: [{ index: 0, delta }] })}\n\n`;
  let [streams, written] = [0, 0];
  const server = createServer((request, response) => {
    request.resume();
    streams++;
    response.once("close", () => streams--);
    response.writeHead(200, { "content-type": "text/event-stream" });
    const write = (): void => {
      written += frame.length;
      if (response.destroyed) return;
      if (response.write(frame)) setImmediate(write);
      else response.once("drain", write);
    };
    write();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    open: () => streams,
    written: () => written,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Resolves when a number has not changed for a while. */
async function settled(read: () => number): Promise<void> {
  for (let last = -1, same = 0; same < 5;) {
    await new Promise((resolve) => setTimeout(resolve, 100));
    const now = read();
    same = now === last ? same + 1 : 0;
    last = now;
  }
}

describe("behind a proxy", () => {
  const logIn = (local: LocalGateway, key: string, headers: Record<string, string>): Promise<Response> =>
    fetch(`${local.url}/admin/api/login`, {
      method: "POST",
      headers: { "content-type": "application/json", "x-patchbay-admin": "1", ...headers },
      body: JSON.stringify({ key }),
    });

  test("with `trustProxy`, failed logins are slowed for the client and not for the proxy, and cookies are secure", async () => {
    const { local } = await start({}, { server: { trustProxy: true } });
    const from = (address: string): Record<string, string> => ({
      "x-forwarded-for": `198.51.100.1, ${address}`,
      "x-forwarded-proto": "https",
    });
    let status = 0;
    for (let count = 0; count < 30 && status !== 429; count++)
      ({ status } = await logIn(local, "wrong", from("203.0.113.7")));
    expect(status).toBe(429);
    const other = await logIn(local, localAdminKey, from("203.0.113.8"));
    expect(other.ok).toBe(true);
    expect(other.headers.get("set-cookie")).toContain("; Secure");
  });

  test("without `trustProxy`, a client cannot choose its address", async () => {
    const { local } = await start({});
    let status = 0;
    for (let count = 0; count < 30 && status !== 429; count++)
      ({ status } = await logIn(local, "wrong", { "x-forwarded-for": `203.0.113.${count}` }));
    expect(status).toBe(429);
  });
});
