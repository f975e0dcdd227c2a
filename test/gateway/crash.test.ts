// The gateway is killed at every step of a charge and at random moments, and starts again on the same data.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { openSqliteLedger } from "../../packages/gateway/src/ledger/sqlite/ledger.ts";
import type { Balance, LedgerCheck } from "../../packages/gateway/src/ports/ledger.ts";
import { type RunningGateway, startGateway } from "../support/gateway.ts";
import { type ProviderBehavior, type ProviderServer, startProvider } from "../support/provider-server.ts";
import { type ChatReply, nanoUsd, sendChat } from "../support/send-chat.ts";

const usage = { prompt: 100, completion: 10 };
const cost = 100n * 1000n + 10n * 4000n;

/** The steps of a charge: reserved, accepted, begun, in progress, ended. */
const steps = {
  "before-headers": { hang: "before-headers" },
  "after-headers": { hang: "after-headers" },
  "after-first-token": { text: "one two three", hang: "after-first-token" },
  slow: { text: "one two three four five six seven eight", delayBetweenTokens: 150, usage },
  whole: { text: "one", usage },
} as const satisfies Record<string, ProviderBehavior>;

let provider: ProviderServer;
let dataDir: string;
let gateway: RunningGateway | undefined;
beforeAll(async () => {
  provider = await startProvider({ behave: ({ body }) => steps[String(body.model) as keyof typeof steps] });
  dataDir = await mkdtemp(join(tmpdir(), "gateway-crash-"));
});
afterEach(() => gateway?.kill());
afterAll(async () => {
  await provider.stop();
  await rm(dataDir, { recursive: true, force: true });
});

/** @param requestTime Milliseconds. A request that takes longer is ended and charged for what it has; its hold expires after twice that. */
const start = async (requestTime: number): Promise<RunningGateway> => {
  const models = Object.keys(steps).map((model) => ({
    id: `test/${model}`,
    context: 10_000,
    endpoints: [{ provider: "only", model, price: { prompt: 1, completion: 4 } }],
  }));
  const config = {
    providers: { only: { kind: "openai-compatible", baseURL: `${provider.url}/v1`, apiKey: "$KEY" } },
    models,
    limits: { requestTime },
  };
  gateway = await startGateway({ config, dataDir, env: { KEY: "key" } });
  return gateway;
};

const send = (step: keyof typeof steps, stream = true): Promise<ChatReply | undefined> =>
  sendChat({ ...gateway!, body: { model: `test/${step}`, stream } }).catch(() => undefined);

async function readBooks(): Promise<{ check: LedgerCheck; balance: Balance }> {
  const ledger = openSqliteLedger(join(dataDir, "ledger.db"));
  try {
    return { check: await ledger.verify(), balance: await ledger.balanceOf("default") };
  } finally {
    await ledger.close();
  }
}

/** Waits until the gateway has stored the charges and the records of these responses, which it does after their end. */
async function waitUntilStored({ baseURL, key, url }: RunningGateway, replies: readonly ChatReply[]): Promise<void> {
  const headers = { authorization: `Bearer ${key}` };
  for (const reply of replies)
    await expect.poll(async () => (await fetch(`${baseURL}/generation?id=${reply.id}`, { headers })).status).toBe(200);
  const queued = async (): Promise<string> => await (await fetch(`${url}/metrics`)).text();
  await expect.poll(queued).toMatch(/^patchbay_records_queued 0$/m);
  const spent = async (): Promise<number> => {
    const response = await fetch(`${baseURL}/key`, { headers });
    return ((await response.json()) as { data: { usage: number } }).data.usage;
  };
  await expect.poll(spent).toBeCloseTo((replies.length * Number(cost)) / 1e9, 9);
}

test("after kill −9 at every step of a charge, the ledger is right, its requests are on hold, and settled charges, keys and records stay", async () => {
  const { key } = await start(4000);
  const done = await Promise.all([send("whole"), send("whole", false), send("whole"), send("whole", false)]);
  expect(done.map((reply) => reply?.cost)).toEqual(done.map(() => Number(cost) / 1e9));
  await waitUntilStored(gateway!, done as ChatReply[]);
  const asked = provider.requests.length;
  const open = (["before-headers", "after-headers", "after-first-token", "slow"] as const).flatMap((step) => [
    send(step),
    send(step, false),
  ]);
  await expect.poll(() => provider.requests.length).toBe(asked + open.length);
  await gateway!.kill();
  expect((await Promise.all(open)).filter((reply) => reply?.cost !== undefined)).toEqual([]);
  const killed = await readBooks();
  expect(killed.check.problems).toEqual([]);
  // A hold of its own or a part of a lease.
  expect(killed.balance.pending).toBeGreaterThanOrEqual(BigInt(open.length) * cost);
  expect(killed.balance.used).toBe(4n * cost);
  const again = await start(4000);
  // The old key is valid, the old records are there.
  for (const reply of done) {
    const found = await fetch(`${again.baseURL}/generation?id=${reply!.id}`, {
      headers: { authorization: `Bearer ${key}` },
    });
    expect(await found.json()).toMatchObject({ data: { id: reply!.id, total_cost: Number(cost) / 1e9 } });
  }
  const after = await sendChat({ ...again, key, body: { model: "test/whole" } });
  expect(after.cost).toBe(Number(cost) / 1e9);
  // The running gateway releases leases at its start, and other holds when their deadline has passed.
  const pending = async (): Promise<unknown> => {
    const headers = { authorization: `Bearer ${again.adminKey}` };
    const response = await fetch(`${again.url}/admin/api/credits?account=default`, { headers });
    return ((await response.json()) as { pending: string }).pending;
  };
  await expect.poll(pending).toBe("0");
  expect(again.output()).toMatch(/never (have )?ended/);
  await again.stop();
  const swept = await readBooks();
  expect(swept.check).toMatchObject({ problems: [], openHolds: 0 });
  expect(swept.balance).toMatchObject({ used: 5n * cost, pending: 0n });
});

test("after kill −9 at random moments, each request was charged at most once", async () => {
  const before = (await readBooks()).balance.used;
  const kept: ChatReply[] = [];
  const unsure: (ChatReply | undefined)[] = [];
  for (let round = 0; round < 2; round++) {
    const { baseURL, key } = await start(60_000);
    const ended = [await send("whole")];
    const running = new AbortController();
    const clients = Array.from({ length: 24 }, async (_, index) => {
      while (!running.signal.aborted) {
        const reply = await send(index % 3 === 0 ? "slow" : "whole", index % 2 === 0);
        ended.push(reply);
        if (!reply?.isWhole) break;
      }
    });
    await sleep(700 + Math.random() * 400);
    // A read waits for the charges of all responses that ended before it.
    const { length } = ended;
    await fetch(`${baseURL}/key`, { headers: { authorization: `Bearer ${key}` } });
    running.abort();
    await gateway!.kill();
    await Promise.all(clients);
    for (const [index, reply] of ended.entries()) {
      if (reply?.cost !== undefined && index < length) kept.push(reply);
      else unsure.push(reply);
    }
    const { check, balance } = await readBooks();
    expect(check.problems).toEqual([]);
    const used = balance.used - before;
    expect(kept.length).toBeGreaterThan(0);
    expect(used).toBeGreaterThanOrEqual(nanoUsd(kept.map((reply) => reply.cost)));
    expect(used).toBeLessThanOrEqual(BigInt(kept.length + unsure.length) * cost);
    expect(used % cost).toBe(0n);
  }
});
