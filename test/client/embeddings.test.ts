// Embeddings: numbers are returned unchanged, base64 is decoded, and a provider that rejects base64 gets a request for floats.
import {
  getResponseInfo,
  Patchbay,
  type EmbeddingList,
  type EmbeddingRequest,
  type FloatEmbeddingList,
} from "@patchbay/client";
import { createClient as connectFunctions, embeddingsCreate } from "@patchbay/client/functions";
import { describe, expect, expectTypeOf, test } from "vitest";
import { against, caught } from "./support.ts";

type Reply = (request: Request) => Response | Promise<Response>;

const input = { model: "acme/embed", input: "x" };
const numbers = [0.1, 0.123456789012345, 1e-9, -2.5];
const base64 = Buffer.from(new Float32Array([1.5, -2.25]).buffer).toString("base64");

const listOf = (...embeddings: readonly unknown[]): Response =>
  Response.json({
    object: "list",
    model: "acme/embed",
    data: embeddings.map((embedding, index) => ({ object: "embedding", index, embedding })),
  });

const refusal = (message: string, metadata?: object) => (): Response =>
  Response.json({ error: { code: 400, message, metadata } }, { status: 400 });

/** The method of a client and the function behave the same. */
const ways = [
  {
    way: "the method",
    embed: (replies: readonly Reply[], more: object, options?: object) => {
      const { client, requests } = against(replies);
      const send = (): Promise<FloatEmbeddingList> => client.embeddings.create({ ...input, ...more }, options);
      return { requests, send };
    },
  },
  {
    way: "the function",
    embed: (replies: readonly Reply[], more: object, options?: object) => {
      const requests: Request[] = [];
      const fetch = async (request: Request): Promise<Response> => {
        requests.push(request.clone());
        return replies[Math.min(requests.length, replies.length) - 1]!(request);
      };
      const connection = connectFunctions({ apiKey: "k", fetch });
      const send = (): Promise<FloatEmbeddingList> => embeddingsCreate(connection, { ...input, ...more }, options);
      return { requests, send };
    },
  },
];

const formats = async (requests: readonly Request[]): Promise<unknown[]> =>
  Promise.all(requests.map(async (one) => ((await one.clone().json()) as EmbeddingRequest).encoding_format));

describe.each(ways)("embeddings.create as $way", ({ embed }) => {
  test.each([[{}], [{ encoding_format: undefined }], [{ encoding_format: null }]])(
    "requests base64 and returns its numbers, with %j",
    async (more) => {
      const { requests, send } = embed([() => listOf(base64)], more);
      expect((await send()).data[0]!.embedding).toEqual([1.5, -2.25]);
      expect(await formats(requests)).toEqual(["base64"]);
    },
  );

  test.each([[{}], [{ encoding_format: "float" }]])(
    "returns a provider's own numbers without rounding, with %j",
    async (more) => {
      const { send } = embed([() => listOf(numbers, base64)], more);
      const { data } = await send();
      expect(data.map(({ embedding }) => embedding)).toEqual([numbers, [1.5, -2.25]]);
    },
  );

  test("returns base64 unchanged when the caller requests it", async () => {
    const { send } = embed([() => listOf(base64, numbers)], { encoding_format: "base64" });
    expect((await send()).data.map(({ embedding }) => embedding)).toEqual([base64, numbers]);
  });

  test.each([
    ["Unsupported encoding_format: base64"],
    ["encoding format must be 'float'"],
    ["Provider returned error", { raw: '{"detail":"base64 is not supported"}' }],
  ])("requests float when the provider rejects base64: %s", async (message, metadata?: object) => {
    const { requests, send } = embed(
      [refusal(message, metadata), () => listOf(numbers)],
      {},
      { idempotencyKey: "mine" },
    );
    const list = await send();
    expect(list.data[0]!.embedding).toEqual(numbers);
    expect(getResponseInfo(list)?.response.status).toBe(200);
    expect(await formats(requests)).toEqual(["base64", "float"]);
    // A different body with the same key would be a conflict.
    expect(requests.map(({ headers }) => headers.get("idempotency-key"))).toEqual(["mine", "mine-float"]);
  });

  test.each([
    ["a rejection for another reason", {}, "input is too long", 1],
    ["a format that the caller chose", { encoding_format: "base64" }, "encoding_format is not supported", 1],
    ["a second rejection", {}, "encoding_format is not supported", 2],
  ])("throws the error for %s", async (_, more, message, count) => {
    const { requests, send } = embed([refusal(message)], more);
    expect(await caught(send())).toMatchObject({ name: "ApiError", status: 400 });
    expect(requests).toHaveLength(count);
  });

  test.each([["%%%"], ["AAA="], [""], [null], [5], [{}], [[null]], [["1"]], [[[1]]]])(
    "throws an ApiError for %j in place of a vector",
    async (embedding) => {
      const { send } = embed([() => listOf(embedding)], {});
      if (embedding === "") expect((await send()).data[0]!.embedding).toEqual([]);
      else {
        const error = await caught(send());
        expect(error).toMatchObject({ name: "ApiError", code: "invalid_response", status: 200, attempts: 1 });
        expect(error).toMatchObject({
          body: { data: [{ embedding }] },
          responseText: expect.stringContaining("embedding") as string,
        });
        expect((error as Error).message).toContain("`data[0].embedding`");
      }
    },
  );

  test.each([["base64"], ["ubinary"], ["int8"]])("returns vectors in the format %s unchanged", async (format) => {
    const { requests, send } = embed([() => listOf("AAAA", [1, -1])], { encoding_format: format });
    expect((await send()).data.map((one) => one.embedding)).toEqual(["AAAA", [1, -1]]);
    expect(await formats(requests)).toEqual([format]);
  });

  test("decodes base64url", async () => {
    const odd = Buffer.from(new Float32Array([-1e38, 3.3e38]).buffer).toString("base64url");
    const { send } = embed([() => listOf(odd)], {});
    expect((await send()).data[0]!.embedding).toEqual([...new Float32Array([-1e38, 3.3e38])]);
  });
});

test("embeddings.embed requests float when the provider rejects base64", async () => {
  const { client, requests } = against([refusal("base64?"), () => listOf([1, 2])]);
  expect((await client.embeddings.embed(input)).vectors).toEqual([Float32Array.of(1, 2)]);
  expect(await formats(requests)).toEqual(["base64", "float"]);
});

test("the second request has the rest of the total timeout", async () => {
  const late = (request: Request): Promise<Response> =>
    new Promise((_, reject) => request.signal.addEventListener("abort", () => reject(request.signal.reason as Error)));
  const { client, requests } = against([refusal("base64?"), late]);
  const error = await caught(client.embeddings.create(input, { totalTimeout: 100 }));
  expect(error).toMatchObject({ name: "TimeoutError", phase: "total" });
  expect(requests).toHaveLength(2);
});

test("the type of a vector follows from encoding_format", () => {
  const client = new Patchbay({ apiKey: "k" });
  const create = (): unknown => {
    expectTypeOf(client.embeddings.create(input)).resolves.toEqualTypeOf<FloatEmbeddingList>();
    expectTypeOf(
      client.embeddings.create({ ...input, encoding_format: "float" }),
    ).resolves.toEqualTypeOf<FloatEmbeddingList>();
    expectTypeOf(
      client.embeddings.create({ ...input, encoding_format: undefined }),
    ).resolves.toEqualTypeOf<FloatEmbeddingList>();
    expectTypeOf(
      client.embeddings.create({ ...input, encoding_format: "base64" }),
    ).resolves.toEqualTypeOf<EmbeddingList>();
    expectTypeOf(client.embeddings.create(input as EmbeddingRequest)).resolves.toEqualTypeOf<EmbeddingList>();
    return undefined;
  };
  expect(create).toBeTypeOf("function");
  expectTypeOf<FloatEmbeddingList["data"][number]["embedding"]>().toEqualTypeOf<number[]>();
});
