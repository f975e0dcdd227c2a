// 1,000 agent runs while providers fail at random (seeded): without fallback, with OpenRouter's, and with the agent's. Prints success
// rate, cost and number of requests, and checks that client and server agree on the cost.
import assert from "node:assert/strict";
import {
  createAgent,
  getAttempts,
  fallback,
  getRunReport,
  tool,
  type AgentOptions,
  type Attempt,
} from "@patchbay/agent";
import { Patchbay } from "@patchbay/client";
import { formatUsd, parseUsd, type Usd } from "@patchbay/client/money";
import { createMockServer, type CatalogData, type ProviderStateInterval } from "@patchbay/mock-server";
import { z } from "zod";

const models = ["alpha/one", "beta/two", "gamma/three"];
const catalogue: CatalogData = {
  providers: models.map((id) => ({ name: id.split("/")[0]!, slug: id.split("/")[0]!, privacy_policy_url: null })),
  models: models.map((id, index) => ({
    id,
    context_length: 8192,
    supported_parameters: ["tools", "tool_choice"],
    endpoints: [
      {
        provider: id.split("/")[0]!,
        pricing: { prompt: `0.00000${index + 1}`, completion: `0.00000${2 * (index + 1)}` },
      },
    ],
  })),
};

/** Twelve spans of trouble for each provider in 1,000 s, by a seed (mulberry32). */
function trouble(seed: number): ProviderStateInterval[] {
  let state = seed;
  const random = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const kinds = ["down", "degraded", "rate_limited"] as const;
  return Array.from({ length: 12 }, () => {
    const from = Math.floor(random() * 1_000_000);
    return { state: kinds[Math.floor(random() * 3)]!, from, to: from + Math.floor(random() * 60_000) };
  });
}

const weather = tool({
  name: "weather",
  inputSchema: z.object({ city: z.string() }),
  execute: ({ city }) => `7 degrees in ${city}`,
});
const runs = 1000;

async function drill(model: (now: () => number) => AgentOptions<undefined>["model"]) {
  let time = 0;
  const now = (): number => time;
  const server = createMockServer({
    catalog: catalogue,
    providers: Object.fromEntries(models.map((id, index) => [id.split("/")[0]!, trouble(index + 1)])),
    now,
  });
  server.on().reply({ toolCalls: [{ name: "weather", arguments: { city: "Oslo" } }] });
  server.on({ toolResult: true }).reply("Seven degrees.");
  const client = new Patchbay({ apiKey: "sk-or-v1-drill", fetch: server.fetch, maxRetries: 0 });
  const bot = createAgent({ client, model: model(now), tools: [weather] });
  let [succeeded, cost] = [0, 0n as Usd];
  const attempts: Attempt[] = [];
  for (let turn = 0; turn < runs; turn++) {
    time = turn * 1000;
    const end = await bot.run("How is the weather?").then(
      (result) => (result.text === "Seven degrees." ? succeeded++ : undefined, result),
      (error: unknown) => ({ cost: getRunReport(error)!.cost, attempts: getAttempts(error) }),
    );
    cost += parseUsd(end.cost ?? 0);
    attempts.push(...end.attempts);
  }
  const account = new Patchbay({ apiKey: "sk-or-mgmt-drill", fetch: server.fetch });
  const { data } = await account.credits.get();
  // What the agent added up is what the account lost.
  assert.equal(data.total_usage, Number(formatUsd(cost)));
  const count = (outcome: Attempt["outcome"]): number => attempts.filter((one) => one.outcome === outcome).length;
  return {
    success: `${((succeeded / runs) * 100).toFixed(1)} %`,
    "cost, USD": formatUsd(cost),
    asked: attempts.length - count("skipped"),
    failed: count("failed"),
    skipped: count("skipped"),
  };
}

const table = {
  "one model": await drill(() => models[0]!),
  "the service falls back": await drill(() => fallback(models, { performedBy: "service" })),
  "the agent falls back": await drill((now) => fallback(models, { retryDelay: 0, cooldown: { now } })),
};
console.table(table);
const share = ({ success }: { success: string }): number => Number.parseFloat(success);
assert.ok(share(table["one model"]) < 80);
assert.ok(share(table["the agent falls back"]) > 98);
assert.ok(share(table["the service falls back"]) > share(table["one model"]));
