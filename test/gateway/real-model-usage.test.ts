// What a real model is charged for: the usage that llama.cpp reported, at the configured price, also when the caller leaves.
import { Patchbay } from "@patchbay/client";
import { describe, expect, test } from "vitest";
import { isLlamaSkipped } from "../support/llama.ts";
import { models, price, useRealModel } from "../support/real-model.ts";

const messages = [{ role: "user" as const, content: "Say a word about the river." }];
const content = "A question in several words";

interface Report {
  readonly usage: {
    readonly prompt_tokens: number;
    readonly completion_tokens: number;
    readonly prompt_tokens_details: { readonly cached_tokens: number };
  };
  readonly timings: { readonly predicted_n: number; readonly prompt_n: number; readonly cache_n: number };
}

describe.skipIf(isLlamaSkipped)("usage of llama.cpp through the gateway", () => {
  const real = useRealModel();
  const connect = (): Patchbay =>
    new Patchbay({ apiKey: real().key, managementKey: real().gateway.adminKey, baseURL: real().baseURL });

  /** What llama.cpp reported at the end of its last stream. */
  const lastReport = (): Report => {
    const lines = real().provider.at(-1)!.response().toString().split("\n");
    return JSON.parse(lines.find((line) => line.includes('"usage"'))!.slice("data: ".length)) as Report;
  };

  const calls = {
    chat: async (client: Patchbay) => {
      const { id, usage } = await client.chat.completions.create({ model: models.relayed, messages, max_tokens: 17 });
      return { id, cost: usage!.cost };
    },
    "a streamed chat": async (client: Patchbay) => {
      const stream = client.chat.completions.stream({ model: models.relayed, messages, max_tokens: 9 });
      const { id, usage } = await stream.final();
      return { id, cost: usage!.cost };
    },
    "a response": async (client: Patchbay) => {
      const input = { model: models.relayed, input: content, max_output_tokens: 12 };
      const { id, usage } = await client.responses.create(input);
      return { id, cost: usage!.cost };
    },
    "a message": async (client: Patchbay) => {
      const { id, usage } = await client.messages.create({ model: models.relayed, messages, max_tokens: 11 });
      return { id, cost: usage.cost };
    },
  };

  test.each(Object.entries(calls))(
    "%s costs what llama.cpp reported times the price, exactly, everywhere",
    async (_, call) => {
      const client = connect();
      const before = (await client.keys.getCurrent()).data.usage;
      const { id, cost } = await call(client);
      const { usage, timings } = lastReport();
      const cached = usage.prompt_tokens_details.cached_tokens;
      expect([timings.prompt_n + timings.cache_n, timings.predicted_n]).toEqual([
        usage.prompt_tokens,
        usage.completion_tokens,
      ]);
      const expected =
        nanoUsd(usage.prompt_tokens - cached, price.prompt) +
        nanoUsd(cached, price.cacheRead) +
        nanoUsd(usage.completion_tokens, price.completion);
      expect(toNano(cost!)).toBe(expected);
      const record = async () => (await client.generations.get({ id })).data;
      await expect
        .poll(() =>
          record().then(
            ({ id }) => id,
            () => undefined,
          ),
        )
        .toBe(id);
      expect(await record()).toMatchObject({
        native_tokens_prompt: usage.prompt_tokens,
        native_tokens_completion: usage.completion_tokens,
        native_tokens_cached: cached,
        total_cost: cost,
        cancelled: false,
        finish_reason: "length",
      });
      const spent = async () => toNano((await client.keys.getCurrent()).data.usage) - toNano(before);
      await expect.poll(spent).toBe(expected);
    },
  );

  test("a free model costs nothing", async () => {
    const { id, usage } = await connect().chat.completions.create({ model: models.free, messages, max_tokens: 5 });
    expect(usage!.cost).toBe(0);
    const cost = () =>
      connect()
        .generations.get({ id })
        .then(
          ({ data }) => data.total_cost,
          () => undefined,
        );
    await expect.poll(cost).toBe(0);
  });

  test("embeddings cost the tokens of their input", async () => {
    const { usage } = await connect().embeddings.create({ model: models.embedder, input: ["river", "stone"] });
    expect(toNano(usage!.cost!)).toBe(nanoUsd(usage!.prompt_tokens, 0.1));
  });

  test.each(["/chat/completions", "/responses", "/messages"])(
    "a caller of %s who leaves stops the model, and pays for what it computed",
    async (path) => {
      const { llama, post } = real();
      const most = 15_000;
      const before = await llama.countTokens();
      const isBusy = async (): Promise<boolean> => (await llama.slots()).some((slot) => slot.is_processing);
      const limit =
        path === "/responses" ? { input: content, max_output_tokens: most } : { messages, max_tokens: most };
      const response = await post(path, { model: models.tiny, stream: true, ...limit });
      const id = response.headers.get("x-generation-id")!;
      const reader = response.body!.getReader();
      await reader.read();
      expect(await isBusy()).toBe(true);
      await reader.cancel();
      await expect.poll(isBusy, { interval: 10 }).toBe(false);
      const computed = (await llama.countTokens()) - before;
      expect(computed).toBeLessThan(most / 2);
      const record = () =>
        connect()
          .generations.get({ id })
          .then(
            ({ data }) => data,
            () => undefined,
          );
      await expect.poll(record).toMatchObject({ cancelled: true });
      const { native_tokens_completion: charged, total_cost: cost } = (await record())!;
      expect(charged).toBeGreaterThan(0);
      expect(charged).toBeLessThanOrEqual(computed);
      expect(cost).toBeGreaterThan(0);
    },
  );

  test("bytes that are not UTF-8 arrive as llama.cpp wrote them", async () => {
    // The tokens of single bytes, of which a character has several: any sequence of them, mostly invalid.
    const logit_bias = Object.fromEntries([0xf0, 0x9f, 0x98, 0x80, 0xc3].map((byte) => [String(3 + byte), 100]));
    let all = "";
    for (const seed of [1, 2, 3, 4]) {
      const body = { messages, max_tokens: 40, temperature: 1, seed, logit_bias, stream: true };
      const direct = await fetch(`${real().llama.baseURL}/chat/completions`, {
        method: "POST",
        body: JSON.stringify({ model: "tiny", ...body }),
      });
      const expected = textOf(await direct.text());
      const stream = connect().chat.completions.stream({ model: models.tiny, ...body });
      expect((await stream.final()).choices[0]!.message.content).toBe(expected);
      all += expected;
    }
    // llama.cpp writes U+FFFD for invalid bytes, and nothing for a character that is incomplete at the end.
    expect(all).toMatch(/\P{ASCII}/u);
  });
});

/** Nano-USD of a number of tokens, for a price in USD per million tokens. */
const nanoUsd = (tokens: number, usdPerMillion: number): number => Math.round(tokens * usdPerMillion * 1000);
const toNano = (usd: number): number => Math.round(usd * 1e9);

interface Chunk {
  readonly choices: readonly { readonly delta: { readonly content?: string | null } }[];
}

/** The text of a stream of chunks. */
function textOf(stream: string): string {
  const payloads = stream.split("\n").filter((line) => line.startsWith("data: {"));
  const chunks = payloads.map((line) => JSON.parse(line.slice("data: ".length)) as Chunk);
  return chunks.map(({ choices }) => choices[0]?.delta.content ?? "").join("");
}
