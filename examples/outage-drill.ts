// An outage drill: three providers serve one model, the cheapest goes down at 2 s and returns at 40 s, and 10,000 requests
// arrive in 100 s of simulated time. Only the cost changes.
import assert from "node:assert/strict";
import { Patchbay } from "@patchbay/client";
import { createMockServer, type CatalogData } from "@patchbay/mock-server";

const prices = { cheapo: 1, middling: 2, deluxe: 3 } as const;
const perToken = (dollars: number): string => (dollars / 1_000_000).toFixed(9);
const catalog: CatalogData = {
  providers: Object.keys(prices).map((slug) => ({ name: slug, slug, privacy_policy_url: null })),
  models: [
    {
      id: "acme/one",
      context_length: 8192,
      endpoints: Object.entries(prices).map(([provider, dollars]) => ({
        provider,
        pricing: { prompt: perToken(dollars), completion: perToken(dollars) },
      })),
    },
  ],
};

let now = 0;
const server = createMockServer({
  catalog,
  script: () => "Patched.",
  providers: { cheapo: [{ state: "down", from: 2000, to: 40_000 }] },
  now: () => now,
});
const client = new Patchbay({ apiKey: "sk-or-v1-drill", fetch: server.fetch });
const account = new Patchbay({ apiKey: "sk-or-mgmt-drill", fetch: server.fetch });

const requests = 10_000;
const spans = {
  "0 to 2 s, all up": 2000,
  "2 to 40 s, cheapo down": 40_000,
  "40 to 62 s, recovering": 62_000,
  "62 to 100 s, all up": 100_000,
};
const answered = new Map(Object.keys(spans).map((name) => [name, new Map<string, number>()]));
let [succeeded, cost] = [0, 0];
for (let turn = 0; turn < requests; turn++) {
  now = turn * 10;
  const { provider = "none", usage } = await client.chat.completions.create({
    model: "acme/one",
    messages: [{ role: "user", content: "Patch me through" }],
    user: `caller ${turn}`,
  });
  const [span] = Object.entries(spans).find(([, end]) => now < end)!;
  const counts = answered.get(span)!;
  counts.set(provider, (counts.get(provider) ?? 0) + 1);
  cost += Math.round((usage?.cost ?? 0) * 1e9);
  succeeded++;
}

const line = (name: string, cells: readonly string[]): void =>
  console.log(name.padEnd(30) + cells.map((cell) => cell.padStart(11)).join(""));
line("share by provider", Object.keys(prices));
for (const [span, counts] of answered) {
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  line(
    span,
    Object.keys(prices).map((name) => `${(((counts.get(name) ?? 0) / total) * 100).toFixed(1)} %`),
  );
}
line("inverse square of the price", ["73.5 %", "18.4 %", "8.2 %"]);
const { data } = await account.credits.get();
console.log(
  `\n${succeeded} of ${requests} requests succeeded; their cost of $${(cost / 1e9).toFixed(6)} equals the credits used.`,
);

assert.equal(succeeded, requests);
assert.equal(data.total_usage, cost / 1e9);
assert.equal(answered.get("2 to 40 s, cheapo down")!.get("cheapo"), undefined);
const back = answered.get("62 to 100 s, all up")!;
assert.ok(Math.abs(back.get("cheapo")! / 3800 - 36 / 49) < 0.03);
