// The cost of near misses in time and memory.
import { createMockServer } from "@patchbay/mock-server";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { expect, test } from "vitest";

const post = (server: ReturnType<typeof createMockServer>, content: string): Promise<Response> =>
  server.fetch("http://localhost/api/v1/chat/completions", {
    method: "POST",
    headers: { authorization: "Bearer sk-or-v1-test" },
    body: JSON.stringify({ model: "openai/gpt-4o-mini", max_tokens: 5, messages: [{ role: "user", content }] }),
  });

test("a near miss names at most 20 differences of at most three rules", async () => {
  const server = createMockServer();
  const body = Object.fromEntries(Array.from({ length: 100 }, (_, index) => [`/metadata/${index}`, "x"]));
  for (let turn = 0; turn < 5; turn++) server.on({ body }).reply("x");
  await post(server, "Hi");
  expect(server.journal.last!.nearMisses.map(({ differences }) => differences.length)).toEqual([20, 20, 20]);
});

test("near misses and rows hold no long message in memory after its body was shortened", async () => {
  setFlagsFromString("--expose-gc");
  const collect = runInNewContext("gc") as () => void;
  const server = createMockServer({ journalBytes: 4_000_000 });
  server.on({ userMessage: "never said" }).reply("x");
  const heap = (): number => {
    collect();
    return process.memoryUsage().heapUsed;
  };
  await post(server, "Hi");
  const before = heap();
  for (let turn = 0; turn < 40; turn++) {
    await (await post(server, `${turn} ${"word ".repeat(100_000)}`)).text();
    await server.fetch(`http://localhost/_patchbay/requests?after=${turn}`);
  }
  expect(server.journal.entries()).toHaveLength(41);
  // The messages total 20 MB.
  expect(heap() - before).toBeLessThan(8_000_000);
});
