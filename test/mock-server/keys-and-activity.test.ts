// What a key and the activity report: last use, expiry, budgets, cached tokens.
import { Patchbay } from "@patchbay/client";
import { createMockServer, type MockServer } from "@patchbay/mock-server";
import { expect, test } from "vitest";

const start = Date.parse("2025-11-20T12:00:00Z");
const chat = { model: "openai/gpt-5-mini", messages: [{ role: "user" as const, content: "Hello!" }] };
const clientOf = (server: MockServer, apiKey: string): Patchbay => new Patchbay({ apiKey, fetch: server.fetch });
const manager = "sk-or-mgmt-budgets";

test("a key reports the time of its last request, and null before the first one", async () => {
  let now = start;
  const server = createMockServer({ now: () => now });
  const account = clientOf(server, manager);
  const { key, data } = await account.keys.create({ name: "CI" });
  expect(data.last_used_at).toBeNull();
  await clientOf(server, key).chat.completions.create(chat);
  now += 60_000;
  expect((await account.keys.get({ hash: data.hash })).data.last_used_at).toBe("2025-11-20T12:00:00.000Z");
});

test("expired keys are listed only with include_expired", async () => {
  let now = start;
  const account = clientOf(createMockServer({ now: () => now }), manager);
  await account.keys.create({ name: "short", expires_at: "2025-11-21T00:00:00Z" });
  await account.keys.create({ name: "long" });
  const names = async (query: { include_expired?: boolean }): Promise<string[]> =>
    (await account.keys.list(query)).data.map(({ name }) => name);
  expect(await names({})).toEqual(["long", "short"]);
  now = Date.parse("2025-11-21T00:00:00Z");
  expect(await names({})).toEqual(["long"]);
  expect(await names({ include_expired: true })).toEqual(["long", "short"]);
});

test("a key moves to another workspace, and its later activity belongs to it", async () => {
  const account = clientOf(createMockServer({ now: () => start }), manager);
  const { data } = await account.keys.create({ name: "CI" });
  await account.keys.update({ hash: data.hash, workspace_id: "ws_research" });
  expect((await account.keys.list({ workspace_id: "ws_research" })).data).toMatchObject([{ hash: data.hash }]);
});

test.each([
  ["daily", "2025-11-21T00:00:00.000Z"],
  ["weekly", "2025-11-24T00:00:00.000Z"],
  ["monthly", "2025-12-01T00:00:00.000Z"],
  [null, null],
] as const)("the limit of a key that resets %s is its budget, and resets at %s", async (limit_reset, resets_at) => {
  const server = createMockServer({ now: () => start });
  const { key } = await clientOf(server, manager).keys.create({ name: "CI", limit: 5, limit_reset });
  const client = clientOf(server, key);
  const { usage } = await client.chat.completions.create(chat);
  const { data } = await client.keys.getCurrent();
  expect(data.budgets).toEqual([
    {
      scope: "key_limit",
      limit_usd: 5,
      spend_usd: usage?.cost,
      remaining_usd: data.limit_remaining,
      reset_interval: limit_reset,
      resets_at,
      budget_id: null,
      guardrail_id: null,
      include_byok: false,
    },
  ]);
  expect(data.effective_budget).toEqual(data.budgets[0]);
});

test("a key without a limit has no budget", async () => {
  const { data } = await clientOf(createMockServer(), "sk-or-v1-free").keys.getCurrent();
  expect([data.budgets, data.effective_budget]).toEqual([[], null]);
});

test("the activity counts the tokens that were read from the prompt cache", async () => {
  let now = start;
  const server = createMockServer({ now: () => now });
  const client = clientOf(server, "sk-or-v1-budgets");
  const long = { ...chat, messages: [{ role: "system" as const, content: "word ".repeat(3000) }, ...chat.messages] };
  await client.chat.completions.create(long);
  const { usage } = await client.chat.completions.create(long);
  const cached = usage?.prompt_tokens_details?.cached_tokens;
  expect(cached).toBeGreaterThan(1000);
  now += 86_400_000;
  expect((await clientOf(server, manager).activity.list()).data).toMatchObject([
    { requests: 2, cached_tokens: cached },
  ]);
});

test("the models of the account can be sorted", async () => {
  const client = clientOf(createMockServer(), "sk-or-v1-sorted");
  const { data } = await client.models.listForUser({ sort: "newest", limit: 20 });
  expect(data.map(({ created }) => created)).toEqual(data.map(({ created }) => created).toSorted((a, b) => b - a));
  await expect(client.models.listForUser({ sort: "oldest" })).rejects.toThrow(/query parameter sort/);
});
