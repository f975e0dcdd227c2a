// Callers that leave: at every moment, what the request held is free again.
import { connect } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ask, type GatewayInProcess, oneModel, startInProcess } from "../support/gateway-in-process.ts";
import { type ProviderServer, startProvider } from "../support/provider-server.ts";

let provider: ProviderServer;
let gateway: GatewayInProcess;
const limited = "sk-or-v1-limited-0123456789abcdef0123456789abcdef";
beforeAll(async () => {
  provider = await startProvider();
  const keys = [{ name: "limited", secret: limited, limits: { concurrency: 1 } }];
  gateway = await startInProcess(oneModel(provider.url, { keys }));
  await (await gateway.call("/api/v1/chat/completions", { body: ask() })).text();
});
afterAll(async () => {
  await gateway.stop();
  await provider.stop();
});

const openHolds = async (): Promise<number> => (await gateway.gateway.store.ledger.verify()).openHolds;

const moments = ["before-headers", "after-headers", "after-first-token"] as const;
test.each(moments.flatMap((hang) => [true, false].map((stream) => [hang, stream] as const)))(
  "a caller that leaves while the provider hangs %s, with stream: %s, leaves no hold and no place behind",
  async (hang, stream) => {
    provider.behave({ hang });
    provider.reset();
    const caller = new AbortController();
    const left = gateway
      .call("/api/v1/chat/completions", { key: limited, body: ask({ stream }), signal: caller.signal })
      .then((response) => response.text())
      .catch(() => "left");
    await expect.poll(() => provider.requests.length).toBe(1);
    // Its own, or that of a lease, which is returned when the account has been idle for a second.
    expect(await openHolds()).toBeGreaterThan(0);
    caller.abort();
    expect(await left).toBe("left");
    await expect.poll(openHolds).toBe(0);
    provider.behave({});
    const next = await gateway.call("/api/v1/chat/completions", { key: limited, body: ask() });
    expect([next.status, await next.text()]).toEqual([200, expect.stringContaining("Hello there.")]);
    await expect.poll(openHolds).toBe(0);
  },
);

test("a key that is deleted while its request arrives is refused", async () => {
  provider.reset();
  const key = await gateway.createKey({});
  const { hash } = gateway.gateway.state.keys.find(key)!;
  const body = JSON.stringify(ask());
  const { hostname, port, host } = new URL(gateway.url);
  const socket = connect(Number(port), hostname);
  const head = [
    "POST /api/v1/chat/completions HTTP/1.1",
    `host: ${host}`,
    `authorization: Bearer ${key}`,
    "content-type: application/json",
    `content-length: ${body.length}`,
    "expect: 100-continue",
  ];
  socket.write(`${head.join("\r\n")}\r\n\r\n`);
  const received = new Promise<string>((resolve) => {
    let text = "";
    // The gateway asks for the body once it has accepted the key.
    socket.on("data", (chunk: Buffer) => {
      text += chunk.toString();
      if (text.includes("}")) socket.destroy();
      else if (text.startsWith("HTTP/1.1 100")) void deleteKey().then(() => socket.write(body));
    });
    socket.once("close", () => resolve(text));
  });
  const deleteKey = (): Promise<Response> =>
    gateway.call(`/api/v1/keys/${hash}`, { key: gateway.adminKey, method: "DELETE" });
  expect(await received).toContain("HTTP/1.1 401");
  expect(provider.requests).toEqual([]);
});
