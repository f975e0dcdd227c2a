// The stores that the tests of the gateway start: they lose nothing that they must keep, and fail as real ones do.
import { Redis } from "iovalkey";
import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { isPostgresSkipped, type PostgresServer, startPostgres } from "../support/postgres.ts";
import { startValkey, type ValkeyServer } from "../support/valkey.ts";

describe.skipIf(isPostgresSkipped)("PostgreSQL", () => {
  let server: PostgresServer;
  let url: string;
  beforeAll(async () => {
    server = await startPostgres();
    url = await server.createDatabase();
  });
  afterAll(() => server.close());

  test("a commit survives a kill of the server, and an open transaction does not", async () => {
    const sql = postgres(url, { max: 2 });
    await sql`create table entry (id int primary key)`;
    await sql`insert into entry values (1)`;
    const open = sql
      .begin(async (transaction) => {
        await transaction`insert into entry values (2)`;
        await server.kill();
        // A statement here would be written to a connection without a socket, which postgres 3.4.9 throws outside of any promise.
        await new Promise<never>(() => {});
      })
      .catch((error: unknown) => error);
    expect(await open).toBeInstanceOf(Error);
    await server.start();
    expect(await sql`select id from entry`).toEqual([{ id: 1 }]);
    // Without a timeout, `end` of postgres 3.4.9 waits indefinitely for the connection of the lost transaction.
    await sql.end({ timeout: 0.1 });
  });

  test("a paused server answers after it is resumed", async () => {
    const sql = postgres(url, { max: 1 });
    await sql`select 1`;
    server.pause();
    let isAnswered = false;
    const answer = sql`select 2 as two`.then((rows) => {
      isAnswered = true;
      return rows;
    });
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(isAnswered).toBe(false);
    server.resume();
    expect(await answer).toEqual([{ two: 2 }]);
    await sql.end();
  });
});

describe("Valkey", () => {
  let server: ValkeyServer;
  beforeAll(async () => {
    server = await startValkey();
  });
  afterAll(() => server.stop());

  test("it runs scripts atomically, and is empty after a restart on the same port", async () => {
    const client = new Redis(server.url);
    client.on("error", () => {});
    const script = "local n = redis.call('INCR', KEYS[1]); return n <= tonumber(ARGV[1]) and 1 or 0";
    const results = await Promise.all(Array.from({ length: 100 }, () => client.eval(script, 1, "count", 30)));
    expect(results.filter((result) => result === 1)).toHaveLength(30);
    await server.stop();
    await server.start();
    await expect.poll(() => client.get("count").catch(() => "offline")).toBeNull();
    client.disconnect();
  });

  test("a paused server accepts connections and answers after it is resumed", async () => {
    server.pause();
    const client = new Redis(server.url);
    const answer = client.ping();
    const first = await Promise.race([answer, new Promise((resolve) => setTimeout(resolve, 100, "silence"))]);
    expect(first).toBe("silence");
    server.resume();
    expect(await answer).toBe("PONG");
    client.disconnect();
  });
});
