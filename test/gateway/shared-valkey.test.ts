import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { ProbeLeases } from "../../packages/gateway/src/shared/probe-leases.ts";
import { connectValkey, type ValkeyStore } from "../../packages/gateway/src/shared/valkey-store.ts";
import { createValkeyState, type ValkeyState } from "../../packages/gateway/src/shared/valkey.ts";
import { startValkey, type ValkeyServer } from "../support/valkey.ts";
import { newId, testState } from "./shared-contract.ts";

const patient = { timeout: 20_000, slow: 20_000 };
let server: ValkeyServer;
const opened: { close: () => Promise<void> }[] = [];
let shared: ValkeyState;

async function createGateway(url: string = server.url): Promise<{ store: ValkeyStore; state: ValkeyState }> {
  const store = await connectValkey({ url, ...patient, open: 100, heartbeat: 100 });
  const state = await createValkeyState(store, { exchange: 50 });
  opened.unshift(state, store);
  return { store, state };
}

beforeAll(async () => {
  server = await startValkey();
  shared = (await createGateway()).state;
});
afterAll(async () => {
  for (const one of opened) await one.close();
  await server.stop();
});

testState(() => ({ state: shared, now: Date.now }));

test("gateways see each other's statistics, breakers, limits, pins and cached responses", async () => {
  const { state: other } = await createGateway();
  const [good, bad, limited] = [newId(), newId(), newId()];
  for (let turn = 0; turn < 20; turn++)
    shared.record({ endpoint: good, kind: "ok", now: Date.now(), firstTokenMs: 200, validToolCalls: true });
  for (let turn = 0; turn < 5; turn++) shared.record({ endpoint: bad, kind: "error", now: Date.now() });
  shared.record({ endpoint: limited, kind: "rate-limited", now: Date.now(), retryAfterMs: 30_000 });
  shared.pin("account:conversation", "a", 60_000);
  await shared.cacheSet("account:key", "value", 60_000);
  await expect.poll(() => other.healthOf(good).uptime).toBe(1);
  expect(other.healthOf(good).toolResponses).toBe(20);
  // It stays half-open when its period has passed.
  await expect.poll(() => other.healthOf(bad).breaker).not.toBe("closed");
  await expect.poll(() => other.healthOf(limited).limitedUntil).toBeGreaterThan(Date.now() + 20_000);
  expect(await other.pinOf("account:conversation")).toBe("a");
  expect(await other.cacheGet("account:key")).toBe("value");
});

test("failures of several gateways open the breaker together, and a gateway that starts knows it", async () => {
  const { state: other } = await createGateway();
  const endpoint = newId();
  for (let turn = 0; turn < 3; turn++) shared.record({ endpoint, kind: "error", now: Date.now() });
  await expect.poll(() => other.healthOf(endpoint).lastFailureAt).toBeGreaterThan(0);
  for (let turn = 0; turn < 2; turn++) other.record({ endpoint, kind: "error", now: Date.now() });
  expect(other.healthOf(endpoint).breaker).toBe("open");
  await expect.poll(() => shared.healthOf(endpoint).breaker).toBe("open");
  const { state: late } = await createGateway();
  expect(late.healthOf(endpoint).lastFailureAt).toBeGreaterThan(0);
  expect(late.healthOf(endpoint).breaker).not.toBe("closed");
});

test("one gateway at a time probes an endpoint, and its success closes the breaker for all", async () => {
  const { state: other } = await createGateway();
  const states = [shared, other];
  const endpoint = newId();
  for (let turn = 0; turn < 5; turn++) shared.record({ endpoint, kind: "error", now: Date.now() });
  await expect.poll(() => other.healthOf(endpoint).breaker).toBe("open");
  let prober: ValkeyState | undefined;
  await expect.poll(() => (prober = states.find((state) => state.beginProbe(endpoint)))).toBeDefined();
  // The lease is of one gateway: as long as its probe runs, the others have none, however often they ask.
  for (let turn = 0; turn < 20; turn++) {
    expect(states.some((state) => state.beginProbe(endpoint))).toBe(false);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  prober!.record({ endpoint, kind: "ok", now: Date.now(), isProbe: true });
  await expect.poll(() => states.map((state) => state.healthOf(endpoint).breaker)).toEqual(["closed", "closed"]);
});

test("a gateway that gets no answer to its request for a probe can probe when Valkey answers again", async () => {
  const valkey = await startValkey();
  onTestFinished(() => valkey.stop());
  const connect = async (timeout: number): Promise<ValkeyStore> => {
    const store = await connectValkey({ url: valkey.url, timeout, slow: 20_000, heartbeat: 600_000 });
    onTestFinished(() => store.close());
    return store;
  };
  const store = await connect(300);
  const leases = new ProbeLeases(store);
  valkey.pause();
  onTestFinished(() => valkey.resume());
  expect(leases.has("a")).toBe(false);
  await expect(store.call("PING")).rejects.toThrow("not available");
  valkey.resume();
  await expect.poll(() => leases.has("a")).toBe(true);
  const other = new ProbeLeases(await connect(20_000));
  expect(other.has("a")).toBe(false);
  // The lease of another gateway is not returned.
  const key = store.key("health", "probe:a");
  await store.call("SET", key, "another");
  leases.release("a");
  expect(await store.call("GET", key)).toBe("another");
});

test("what was counted while an exchange runs is sent with the next one, also at the end", async () => {
  const { store, state } = await createGateway();
  const { state: other } = await createGateway();
  const [first, second] = [newId(), newId()];
  for (let turn = 0; turn < 25; turn++) state.record({ endpoint: first, kind: "ok", now: Date.now() });
  const running = state.synchronize();
  for (let turn = 0; turn < 25; turn++) state.record({ endpoint: second, kind: "ok", now: Date.now() });
  await state.close();
  await running;
  expect(store.isAvailable).toBe(true);
  await expect.poll(() => [first, second].map((endpoint) => other.healthOf(endpoint).uptime)).toEqual([1, 1]);
});

test("a gateway goes on alone while Valkey is gone, and shares again when it returns", async () => {
  const valkey = await startValkey();
  onTestFinished(() => valkey.stop());
  const gateways = await Promise.all([createGateway(valkey.url), createGateway(valkey.url)]);
  const [one, other] = gateways.map(({ state }) => state) as [ValkeyState, ValkeyState];
  const endpoint = newId();
  await valkey.stop();
  for (let turn = 0; turn < 5; turn++) one.record({ endpoint, kind: "error", now: Date.now() });
  expect(one.healthOf(endpoint).breaker).toBe("open");
  one.pin("account:alone", "a", 60_000);
  await one.cacheSet("account:alone", "value", 60_000);
  expect([await one.pinOf("account:alone"), await one.cacheGet("account:alone")]).toEqual(["a", "value"]);
  // Without a lease, each gateway probes by itself.
  await expect.poll(() => gateways.some(({ store }) => store.isAvailable)).toBe(false);
  await expect.poll(() => one.beginProbe(endpoint)).toBe(true);
  one.record({ endpoint, kind: "error", now: Date.now(), isProbe: true });

  await valkey.start();
  await expect.poll(() => other.healthOf(endpoint).breaker).not.toBe("closed");
});

test("messages of another form are ignored", async () => {
  const { store, state } = await createGateway();
  const endpoint = newId();
  const send = (text: string): Promise<unknown> => store.call("XADD", store.key("health", "outcomes"), "*", "m", text);
  await send("not JSON");
  await send('{"node":"x","endpoints":[1]}');
  await send(
    JSON.stringify({
      node: "x",
      endpoints: { [endpoint]: { counts: { ok: "many", errors: -5, firstToken: [-1, 1e9, 4] } } },
    }),
  );
  await send(JSON.stringify({ node: "x", endpoints: { [endpoint]: { counts: { ok: 25, firstToken: [50, 25] } } } }));
  await expect.poll(() => state.healthOf(endpoint).uptime).toBe(1);
  expect(state.healthOf(endpoint).lastFailureAt).toBe(0);
});
