// The database is locked, read-only or gone, or Valkey is: no request is served unbilled, no charge is lost, and no request waits for long.
import { mkdtemp, rm } from "node:fs/promises";
import { DatabaseSync } from "node:sqlite";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openPostgresLedger } from "../../packages/gateway/src/ledger/postgres/ledger.ts";
import { openSqliteLedger } from "../../packages/gateway/src/ledger/sqlite/ledger.ts";
import type { Ledger } from "../../packages/gateway/src/ports/ledger.ts";
import { type RunningGateway, startGateway } from "../support/gateway.ts";
import { isPostgresSkipped, startPostgres } from "../support/postgres.ts";
import { type ProviderServer, startProvider } from "../support/provider-server.ts";
import { type ChatReply, sendChat } from "../support/send-chat.ts";
import { startValkey } from "../support/valkey.ts";

const usage = { prompt: 100, completion: 10 };
const cost = 140_000n;

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "gateway-outage-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

interface Setup {
  readonly gateway: RunningGateway;
  readonly provider: ProviderServer;
}

const limitedKey = "sk-limited-0123456789abcdef";

async function start(name: string, args: readonly string[] = []): Promise<Setup> {
  const provider = await startProvider({
    behave: ({ body }) => {
      if (body.model === "long") return { pieces: Array(12).fill("word ".repeat(600)), delayBetweenTokens: 150, usage };
      return body.model === "slow"
        ? { text: "one two three four five six", delayBetweenTokens: 150, usage }
        : { usage };
    },
  });
  const endpoint = (model: string): object => ({ provider: "only", model, price: { prompt: 1, completion: 4 } });
  const config = {
    providers: { only: { kind: "openai-compatible", baseURL: `${provider.url}/v1`, apiKey: "$KEY" } },
    models: ["fast", "slow", "long"].map((model) => ({
      id: `test/${model}`,
      context: 90_000,
      endpoints: [endpoint(model)],
    })),
    keys: [{ name: "limited", secret: "$LIMITED", limits: { requestsPerMinute: 30 } }],
  };
  const env = { KEY: "key", LIMITED: limitedKey };
  return { gateway: await startGateway({ config, dataDir: join(folder, name), args, env }), provider };
}

const send = (gateway: RunningGateway, model = "test/fast", stream = false): Promise<ChatReply> =>
  sendChat({ ...gateway, body: { model, stream } });

const statusOf = async (gateway: RunningGateway, path: string): Promise<number> =>
  (await fetch(`${gateway.url}${path}`)).status;

interface Outage {
  readonly begin: () => void | Promise<void>;
  readonly end: () => void | Promise<void>;
}

/**
 * Requests during an outage are refused without a call of the provider, and running streams end as if nothing had happened. Returns
 * what all answered requests cost.
 */
async function checkOutage({ gateway, provider }: Setup, { begin, end }: Outage): Promise<bigint> {
  expect((await send(gateway)).cost).toBe(Number(cost) / 1e9);
  let asked = provider.requests.length;
  const running = [send(gateway, "test/slow", true), send(gateway, "test/slow", true), send(gateway, "test/slow")];
  await expect.poll(() => provider.requests.length, { interval: 5 }).toBe(asked + running.length);
  const long = send(gateway, "test/long", true);
  await expect.poll(() => provider.requests.length, { interval: 5 }).toBe(asked + running.length + 1);
  await begin();
  // Leases that were granted before cover some requests. Their charges have to wait, which ends that.
  let leased = 0;
  while ((await send(gateway)).status === 200) leased++;
  expect(leased).toBeLessThanOrEqual(20);
  asked = provider.requests.length;
  const refused = await Promise.all(
    Array.from({ length: 10 }, (_, index) => send(gateway, "test/fast", index % 2 === 0)),
  );
  for (const { status, headers, error } of refused) {
    expect(status).toBe(503);
    expect(Number(headers.get("retry-after"))).toBeGreaterThan(0);
    expect(error).toMatch(/database/i);
  }
  expect(provider.requests.length).toBe(asked);
  const done = await Promise.all(running);
  expect(done.map(({ isWhole, text, cost }) => [isWhole, text, cost])).toEqual(
    done.map(() => [true, "one two three four five six", Number(cost) / 1e9]),
  );
  // An output for which more has to be reserved ends with an error, not with a broken connection.
  const cut = await long;
  expect([cut.isWhole, cut.error]).toEqual([true, expect.stringMatching(/database/)]);
  expect(cut.text.length).toBeGreaterThan(10_000);
  await expect.poll(() => statusOf(gateway, "/ready")).toBe(503);
  expect(await statusOf(gateway, "/health")).toBe(200);
  await end();
  await expect.poll(() => statusOf(gateway, "/ready")).toBe(200);
  expect((await send(gateway)).status).toBe(200);
  await gateway.stop();
  await provider.stop();
  // Each word of the cut output is a token.
  const estimated = BigInt(cut.text.trim().split(" ").length) * 4000n;
  return cost * BigInt(1 + leased + running.length + 1) + estimated;
}

/** Every answered request was charged once. */
async function checkBooks(ledger: Ledger, spent: bigint): Promise<void> {
  expect(await ledger.verify()).toMatchObject({ problems: [], openHolds: 0 });
  const { used } = await ledger.balanceOf("default");
  await ledger.close();
  // The prompt of the cut output is estimated, too.
  expect(Number(used - spent)).toBeGreaterThanOrEqual(0);
  expect(Number(used - spent)).toBeLessThan(Number(cost) / 2);
}

describe("an outage", () => {
  test("while another process locks the SQLite database, requests are refused and charges of running streams wait", async () => {
    const setup = await start("locked");
    const file = join(folder, "locked/ledger.db");
    let writer: DatabaseSync;
    const spent = await checkOutage(setup, {
      begin: () => {
        writer = new DatabaseSync(file);
        writer.exec("BEGIN IMMEDIATE");
      },
      end: () => writer.close(),
    });
    await checkBooks(openSqliteLedger(file), spent);
  });

  test.skipIf(isPostgresSkipped)(
    "while PostgreSQL is gone, requests are refused and charges of running streams wait",
    async () => {
      const postgres = await startPostgres();
      try {
        const database = await postgres.createDatabase();
        const setup = await start("postgres", ["--database", database]);
        const spent = await checkOutage(setup, { begin: postgres.kill, end: postgres.start });
        await checkBooks(await openPostgresLedger(database), spent);
      } finally {
        await postgres.close();
      }
    },
  );

  test("while Valkey hangs or is gone, limits are local and requests do not wait for it", async () => {
    const valkey = await startValkey();
    const { gateway, provider } = await start("valkey", ["--shared", valkey.url]);
    const sendLimited = (): Promise<ChatReply> =>
      sendChat({ ...gateway, key: limitedKey, body: { model: "test/fast" } });
    expect((await sendLimited()).status).toBe(200);
    valkey.pause();
    const paused: ChatReply[] = [];
    // Five commands wait for their timeout of 50 ms, then the breaker skips them. Without it, the client would wait forever.
    for (let count = 0; count < 10; count++) paused.push(await sendLimited());
    expect(paused.map(({ status }) => status)).toEqual(paused.map(() => 200));
    await valkey.stop();
    const replies = await Promise.all(Array.from({ length: 60 }, sendLimited));
    const statuses = replies.map(({ status }) => status);
    expect(new Set(statuses)).toEqual(new Set([200, 429]));
    expect(statuses.filter((status) => status === 200).length).toBeLessThanOrEqual(30);
    expect(await statusOf(gateway, "/ready")).toBe(200);
    await gateway.stop();
    await provider.stop();
  });
});
