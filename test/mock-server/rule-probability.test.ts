// Rules with `probability`: each has its own random sequence, independent of other requests.
import { createMockServer, type MockServer, type Rule } from "@patchbay/mock-server";
import { expect, test } from "vitest";

const model = "openai/gpt-4o-mini";

async function ask(server: MockServer, content: string, headers: Record<string, string> = {}): Promise<number> {
  const answer = await server.fetch("http://x/api/v1/chat/completions", {
    method: "POST",
    headers: { authorization: "Bearer sk-or-v1-test", ...headers },
    body: JSON.stringify({ model, messages: [{ role: "user", content }] }),
  });
  await answer.text();
  return answer.status;
}

const rule = (status: number, probability: number, more: Partial<Rule> = {}): Rule => ({
  reply: { status },
  probability: probability,
  ...more,
});

async function statuses(server: MockServer, contents: readonly string[]): Promise<number[]> {
  const seen: number[] = [];
  for (const content of contents) seen.push(await ask(server, content));
  return seen;
}

const count = (seen: readonly number[], status: number): number => seen.filter((one) => one === status).length;
const same = Array.from({ length: 600 }, () => "Hi");
const apart = Array.from({ length: 600 }, (_, index) => `Hi ${index}`);

test.each([
  ["the same request 600 times", same],
  ["600 requests", apart],
])("two rules with a probability of 0.5 apply independently to %s", async (_, contents) => {
  const rules = [rule(418, 0.5, { name: "same" }), rule(429, 0.5, { name: "same" })];
  const seen = await statuses(createMockServer({ rules }), contents);
  // The newer rule takes a half, the older a half of the rest. Five standard deviations: 61 and 53.
  expect(Math.abs(count(seen, 429) - 300)).toBeLessThan(61);
  expect(Math.abs(count(seen, 418) - 150)).toBeLessThan(53);
});

test("a seed repeats the draws of a rule, and another seed does not", async () => {
  const draw = (seed: number): Promise<number[]> =>
    statuses(createMockServer({ seed, rules: [rule(429, 0.5)] }), apart.slice(0, 60));
  expect(await draw(7)).toEqual(await draw(7));
  expect(await draw(7)).not.toEqual(await draw(8));
});

test("other requests, matching or not, do not change the draw of a request", async () => {
  const rules = [rule(429, 0.5, { match: { headers: { "x-a": "1" } } })];
  const alone = createMockServer({ rules });
  const busy = createMockServer({ rules });
  const draw = async (server: MockServer, between: () => Promise<unknown>): Promise<number[]> => {
    const seen: number[] = [];
    for (let turn = 0; turn < 60; turn++) {
      await between();
      seen.push(await ask(server, "Hi", { "x-a": "1" }));
    }
    return seen;
  };
  const quiet = await draw(alone, () => Promise.resolve());
  const noise = await draw(busy, async () => {
    // The same body without the header, another body with it, and another operation.
    await ask(busy, "Hi");
    await ask(busy, "Bye", { "x-a": "1" });
    await busy.fetch("http://x/api/v1/models/count");
  });
  expect(noise).toEqual(quiet);
  expect(count(quiet, 429)).toBeGreaterThan(10);
});

test("concurrent requests have the same draws as sequential ones", async () => {
  const contents = apart.slice(0, 100);
  const inTurn = await statuses(createMockServer({ rules: [rule(429, 0.5)] }), contents);
  const server = createMockServer({ rules: [rule(429, 0.5)] });
  expect(await Promise.all(contents.map((content) => ask(server, content)))).toEqual(inTurn);
});

test("another rule does not change the draws of a rule", async () => {
  const contents = apart.slice(0, 100);
  const alone = await statuses(createMockServer({ rules: [rule(429, 0.5)] }), contents);
  const two = await statuses(createMockServer({ rules: [rule(429, 0.5), rule(418, 0.5)] }), contents);
  const free = two.flatMap((status, index) => (status === 418 ? [] : [[status, alone[index]]]));
  expect(free.every(([one, other]) => one === other)).toBe(true);
});

test("a restored snapshot repeats the draws after it", async () => {
  const server = createMockServer({ rules: [rule(429, 0.5)] });
  await statuses(server, same.slice(0, 10));
  const kept = server.snapshot();
  const first = await statuses(server, same.slice(0, 40));
  server.restore(kept);
  expect(await statuses(server, same.slice(0, 40))).toEqual(first);
});

test.each([
  [0, 0],
  [1, 20],
])("a probability of %d applies to %d of 20 requests", async (probability, hits) => {
  const seen = await statuses(createMockServer({ rules: [rule(429, probability)] }), apart.slice(0, 20));
  expect(count(seen, 429)).toBe(hits);
});
