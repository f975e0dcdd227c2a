// Two gateways on one PostgreSQL and one Valkey are one gateway: one balance, one view of the health of providers, one set of keys.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { openPostgresLedger } from "../../packages/gateway/src/ledger/postgres/ledger.ts";
import type { BudgetState, LedgerCheck } from "../../packages/gateway/src/ports/ledger.ts";
import { type RunningGateway, startGateway } from "../support/gateway.ts";
import { isPostgresSkipped, type PostgresServer, startPostgres } from "../support/postgres.ts";
import { type ProviderServer, startProvider } from "../support/provider-server.ts";
import { nanoUsd, sendChat, type ChatReply } from "../support/send-chat.ts";
import { startValkey, type ValkeyServer } from "../support/valkey.ts";

const usage = { prompt: 100, completion: 10 };
const cost = 100n * 1000n + 10n * 4000n;

/** Somewhat more tokens than the provider reports, so that a request never costs more than what is reserved for it. */
const prompt = "word ".repeat(120);

describe.skipIf(isPostgresSkipped)("two gateways", () => {
  let postgres: PostgresServer;
  let valkey: ValkeyServer;
  let provider: ProviderServer;
  let database: string;
  let folder: string;
  let a: RunningGateway;
  let b: RunningGateway;

  /** @param requestTime Milliseconds in which a request must have ended, also on a busy machine. Holds are swept after twice that. */
  const start = (name: string, requestTime = 8000): Promise<RunningGateway> => {
    const own = { kind: "openai-compatible", apiKey: "$KEY", baseURL: `${provider.url}/v1` };
    const endpoint = (slug: string, model: string, price = { prompt: 1, completion: 4 }): object => ({
      provider: slug,
      model,
      price,
    });
    const config = {
      providers: { first: own, second: own },
      models: [
        { id: "test/good", context: 2000, endpoints: [endpoint("first", "good")] },
        {
          id: "test/broken",
          context: 2000,
          endpoints: [endpoint("first", "bad"), endpoint("second", "good", { prompt: 20, completion: 80 })],
        },
        { id: "test/hanging", context: 2000, endpoints: [endpoint("first", "hanging")] },
      ],
      routing: { retryBudget: { ratio: 1, perSecond: 100 }, breaker: { failures: 3 } },
      limits: { requestTime },
    };
    const args = ["--database", database, "--shared", valkey.url];
    // The master secret is common, so that both accept the same keys.
    const secret = "0123456789abcdef".repeat(4);
    const env = { KEY: "key", PATCHBAY_SECRET: secret };
    return startGateway({ config, dataDir: join(folder, name), args, env });
  };

  beforeAll(async () => {
    [postgres, valkey, provider, folder] = await Promise.all([
      startPostgres(),
      startValkey(),
      startProvider({
        behave: ({ body }) => {
          if (body.model === "bad") return { status: 500 };
          return body.model === "hanging" ? { hang: "after-first-token" } : { usage };
        },
      }),
      mkdtemp(join(tmpdir(), "gateways-")),
    ]);
    database = await postgres.createDatabase();
    [a, b] = await Promise.all([start("a"), start("b")]);
  });
  afterAll(async () => {
    await Promise.all([a?.kill(), b?.kill()]);
    await Promise.all([postgres?.close(), valkey?.stop(), provider?.stop()]);
    await rm(folder, { recursive: true, force: true });
  });

  interface MadeKey {
    readonly key: string;
    readonly hash: string;
  }

  const admin = async (gateway: RunningGateway, method: string, path: string, body?: object): Promise<Response> =>
    fetch(`${gateway.baseURL}${path}`, {
      method,
      headers: { authorization: `Bearer ${gateway.adminKey}`, "content-type": "application/json" },
      ...(body && { body: JSON.stringify(body) }),
    });

  const createKey = async (gateway: RunningGateway, limit?: number): Promise<MadeKey> => {
    const response = await admin(gateway, "POST", "/keys", { name: "team", ...(limit !== undefined && { limit }) });
    const { key, data } = (await response.json()) as { key: string; data: { hash: string } };
    return { key, hash: data.hash };
  };

  const send = (gateway: RunningGateway, key: string, model = "test/good", stream = false): Promise<ChatReply> =>
    sendChat({
      ...gateway,
      key,
      body: { model, stream, max_tokens: 10, messages: [{ role: "user", content: prompt }] },
    });

  const works = async (gateway: RunningGateway, key: string): Promise<number> => (await send(gateway, key)).status;

  async function readBooks(hash: string): Promise<{ check: LedgerCheck; budget: BudgetState }> {
    const ledger = await openPostgresLedger(database);
    try {
      const id = `key:${hash}:total-usd`;
      const [budget] = await ledger.budgetsOf([{ id, unit: "usd", limit: 0n, window: "total" }], Date.now());
      return { check: await ledger.verify(), budget: budget! };
    } finally {
      await ledger.close();
    }
  }

  test("a key that one gateway creates is valid at the other within seconds, and so is its end", async () => {
    const { key, hash } = await createKey(a);
    expect(await works(a, key)).toBe(200);
    await expect.poll(() => works(b, key)).toBe(200);
    expect((await admin(a, "DELETE", `/keys/${hash}`)).status).toBe(200);
    expect(await works(a, key)).toBe(401);
    await expect.poll(() => works(b, key)).toBe(401);
  });

  test("200 concurrent requests at both never spend more than the budget of their key", async () => {
    // The budget covers 50 requests and a half.
    const limit = (cost * 101n) / 2n;
    const { key, hash } = await createKey(a, Number(limit) / 1e9);
    await expect.poll(() => works(b, key)).toBe(200);
    const first = nanoUsd([Number(cost) / 1e9]);
    const replies = await Promise.all(
      Array.from({ length: 200 }, (_, index) => send(index % 2 === 0 ? a : b, key, "test/good", index % 4 < 2)),
    );
    const paid = replies.filter(({ status }) => status === 200);
    const refused = replies.filter(({ status }) => status !== 200);
    expect(new Set(refused.map(({ status }) => status))).toEqual(new Set([402]));
    const sum = first + nanoUsd(paid.map((reply) => reply.cost));
    expect(sum).toBe(BigInt(paid.length + 1) * cost);
    await expect.poll(async () => (await readBooks(hash)).budget.pending).toBe(0n);
    const { check, budget } = await readBooks(hash);
    expect(check.problems).toEqual([]);
    expect(budget.spent).toBe(sum);
    expect(budget.spent).toBeLessThanOrEqual(limit);
    // Some refusals were for reservations that were not used up. What is left is spent down to the last possible request.
    for (const gateway of [a, b, a, b]) while ((await send(gateway, key)).status === 200);
    await expect.poll(async () => (await readBooks(hash)).budget.pending).toBe(0n);
    const left = limit - (await readBooks(hash)).budget.spent;
    expect(left).toBeGreaterThanOrEqual(0n);
    expect(left).toBeLessThan(2n * cost);
  });

  test("a provider that fails at one gateway is avoided by the other", async () => {
    for (let count = 0; count < 5; count++) expect((await send(a, a.key, "test/broken")).provider).toBe("second");
    const bad = (): number => provider.requests.filter(({ body }) => body.model === "bad").length;
    const untilAvoided = async (): Promise<boolean> => {
      const before = bad();
      expect((await send(b, b.key, "test/broken")).provider).toBe("second");
      return bad() === before;
    };
    await expect.poll(untilAvoided).toBe(true);
  });

  test("after kill −9 of one gateway the other goes on, and releases the holds of the dead one", async () => {
    const { key, hash } = await createKey(b, 1);
    const dying = await start("c", 3000);
    onTestFinished(() => dying.kill());
    await expect.poll(() => works(dying, key)).toBe(200);
    const before = provider.requests.length;
    const hanging = Array.from({ length: 10 }, () => send(dying, key, "test/hanging", true).catch(() => undefined));
    await expect.poll(() => provider.requests.length).toBe(before + 10);
    await dying.kill();
    await Promise.all(hanging);
    expect((await readBooks(hash)).budget.pending).toBeGreaterThan(0n);
    expect(await works(b, key)).toBe(200);
    await expect.poll(async () => (await readBooks(hash)).budget.pending, { interval: 500, timeout: 40_000 }).toBe(0n);
    const { check, budget } = await readBooks(hash);
    expect(check.problems).toEqual([]);
    expect(budget.spent).toBe(2n * cost);
  });
});
