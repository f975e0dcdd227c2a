import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { ValkeyLimiter } from "../../packages/gateway/src/limits/valkey.ts";
import {
  connectValkey,
  type ValkeyStore,
  type ValkeyStoreOptions,
} from "../../packages/gateway/src/shared/valkey-store.ts";
import { startValkey, type ValkeyServer } from "../support/valkey.ts";
import { limitOf, testLimiter } from "./limits-contract.ts";

/** Slow machines must not look like a dead store. */
const patient = { timeout: 20_000, slow: 20_000 };
let server: ValkeyServer;
let store: ValkeyStore;

beforeAll(async () => {
  server = await startValkey();
  store = await connectValkey({ url: server.url, ...patient });
});
afterAll(async () => {
  await store.close();
  await server.stop();
});

async function connect(options: Partial<ValkeyStoreOptions> = {}): Promise<ValkeyStore> {
  const made = await connectValkey({ url: server.url, ...patient, ...options });
  onTestFinished(() => made.close());
  return made;
}

describe("a limiter on Valkey", () => {
  testLimiter(() => ({ limiter: new ValkeyLimiter(store), now: Date.now, pass: (ms) => sleep(ms) }));

  test("two gateways share a limit, and the caller's clock does not matter", async () => {
    const [one, other] = [new ValkeyLimiter(store), new ValkeyLimiter(await connect())];
    const limit = limitOf(20);
    const results = await Promise.all(
      Array.from({ length: 60 }, (_, turn) => (turn % 2 ? one.take([limit], 0) : other.take([limit], Date.now() * 2))),
    );
    expect(results.filter(({ allowed }) => allowed)).toHaveLength(20);
  });

  test("two gateways share concurrent slots", async () => {
    const limiters = [new ValkeyLimiter(store), new ValkeyLimiter(await connect())];
    const limit = { id: "key:shared-slots", name: "concurrent requests", most: 5, leaseMs: 60_000 };
    const slots = await Promise.all(Array.from({ length: 20 }, (_, turn) => limiters[turn % 2]!.enter(limit)));
    const held = slots.filter((slot) => slot !== undefined);
    expect(held).toHaveLength(5);
    await Promise.all(held.map((slot) => slot.leave()));
    expect(await limiters[1]!.enter(limit)).toBeDefined();
  });

  test("a slot is held beyond its lease while its gateway lives, and freed when the gateway died", async () => {
    const dying = new ValkeyLimiter(store);
    const limiter = new ValkeyLimiter(await connect());
    const limit = { id: "key:dying", name: "concurrent requests", most: 1, leaseMs: 2000 };
    expect(await dying.enter(limit)).toBeDefined();
    await sleep(3000);
    expect(await limiter.enter(limit)).toBeUndefined();
    // Its leases are no longer renewed.
    await dying.close();
    await expect.poll(() => limiter.enter(limit)).toBeDefined();
  });

  test("keys of limits are in one hash slot and expire", async () => {
    const limit = limitOf(10, { intervalMs: 5000 });
    await new ValkeyLimiter(store).take([limit], 0);
    const key = `{patchbay:limits}:${limit.id}`;
    const left = Number(await store.call("PTTL", key));
    expect(left).toBeGreaterThan(0);
    expect(left).toBeLessThanOrEqual(502);
  });
});

describe("without Valkey", () => {
  test("each gateway allows its part of a limit, at once, and the whole limit applies when Valkey returns", async () => {
    const valkey = await startValkey();
    onTestFinished(() => valkey.stop());
    const stores = await Promise.all(
      [1, 2].map(() => connectValkey({ url: valkey.url, ...patient, heartbeat: 1000, open: 100 })),
    );
    onTestFinished(async () => void (await Promise.all(stores.map((one) => one.close()))));
    await expect.poll(() => stores.map(({ nodes }) => nodes)).toEqual([2, 2]);
    const limiters = stores.map((one) => new ValkeyLimiter(one));
    await valkey.stop();
    const limit = limitOf(20);
    const takes = async (): Promise<number> => {
      const results = await Promise.all(Array.from({ length: 60 }, (_, turn) => limiters[turn % 2]!.take([limit], 0)));
      return results.filter(({ allowed }) => allowed).length;
    };
    expect(await takes()).toBe(20);
    expect(await limiters[0]!.take([limit], 0)).toMatchObject({ allowed: false, limit });
    // A cost above the part of a gateway is not too large for the limit.
    expect(await limiters[0]!.take([limitOf(20, { cost: 15 })], 0)).toEqual({ allowed: true });
    await limiters[0]!.correct(limit, -10, 0);
    const slots = { id: "slots", name: "concurrent requests", most: 4, leaseMs: 60_000 };
    const held = await Promise.all(Array.from({ length: 8 }, (_, turn) => limiters[turn % 2]!.enter(slots)));
    expect(held.filter(Boolean)).toHaveLength(4);

    await valkey.start();
    await expect.poll(() => stores.every(({ isAvailable }) => isAvailable)).toBe(true);
    const fresh = limitOf(20);
    const results = await Promise.all(Array.from({ length: 30 }, () => limiters[0]!.take([fresh], 0)));
    expect(results.filter(({ allowed }) => allowed)).toHaveLength(20);
  });

  test("a Valkey that hangs delays five requests, each up to the timeout, and no more", async () => {
    const valkey = await startValkey();
    onTestFinished(() => valkey.stop());
    // No heartbeat is among the commands that wait.
    const options = { timeout: 800, slow: 20_000, open: 60_000, heartbeat: 600_000 };
    const hanging = await connectValkey({ url: valkey.url, ...options });
    onTestFinished(() => hanging.close());
    const limiter = new ValkeyLimiter(hanging);
    const limit = limitOf(1000);
    expect(await limiter.take([limit], 0)).toEqual({ allowed: true });
    valkey.pause();
    onTestFinished(() => valkey.resume());
    const waits: { readonly isSent: boolean; readonly ms: number }[] = [];
    for (let turn = 0; turn < 100; turn++) {
      const { isAvailable: isSent } = hanging;
      const started = performance.now();
      expect(await limiter.take([limit], 0)).toEqual({ allowed: true });
      waits.push({ isSent, ms: performance.now() - started });
    }
    expect(hanging.isAvailable).toBe(false);
    expect(waits.map(({ isSent }) => isSent)).toEqual([...Array(5).fill(true), ...Array(95).fill(false)]);
    // A timer can be a millisecond early, and a machine that is busy can delay any of the others.
    for (const { ms } of waits.slice(0, 5)) expect(ms).toBeGreaterThan(790);
    expect(waits.filter(({ ms }) => ms > 790).length).toBeLessThan(50);
  });

  test("places that are left while Valkey does not answer are free again soon after it returns", async () => {
    const valkey = await startValkey();
    onTestFinished(() => valkey.stop());
    const options = { timeout: 500, slow: 20_000, open: 1000 };
    const cut = await connectValkey({ url: valkey.url, ...options, heartbeat: 100 });
    onTestFinished(() => cut.close());
    const other = await connectValkey({ url: valkey.url, ...patient });
    onTestFinished(() => other.close());
    await expect.poll(() => cut.nodes).toBe(2);
    const [limiter, others] = [new ValkeyLimiter(cut), new ValkeyLimiter(other)];
    // A lease is as long as the longest request.
    const limit = { id: "key:left", name: "concurrent requests", most: 3, leaseMs: 600_000 };
    const left = await limiter.enter(limit);
    valkey.pause();
    onTestFinished(() => valkey.resume());
    // Valkey will take both places, although only the first is granted.
    expect(await limiter.enter({ ...limit, id: "key:unanswered", most: 2 })).toBeDefined();
    expect(await limiter.enter({ ...limit, id: "key:unanswered", most: 2 })).toBeUndefined();
    await expect.poll(() => cut.isAvailable).toBe(false);
    await left?.leave();
    valkey.resume();
    const placesOf = (id: string): Promise<unknown> => other.call("ZCARD", other.key("limits", `slots:${id}`));
    await expect.poll(() => placesOf("key:unanswered")).toBe(1);
    await expect.poll(() => placesOf("key:left")).toBe(0);
    expect(await others.enter(limit)).toBeDefined();
  });

  test("a gateway starts without Valkey, and its errors do not contain the password", async () => {
    const started = await connectValkey({ url: "redis://user:secret-password@127.0.0.1:1", connect: 200 });
    onTestFinished(() => started.close());
    expect(await new ValkeyLimiter(started).take([limitOf(1)], 0)).toEqual({ allowed: true });
    const error = await started.call("GET", "x").catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ name: "StoreUnavailable" });
    expect(String((error as Error).stack) + String((error as Error).cause)).not.toContain("secret-password");
  });
});
