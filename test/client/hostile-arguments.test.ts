// Invalid arguments: no public function throws a raw TypeError, and no request is sent.
import { ConnectionError, PatchbayError } from "@patchbay/client";
import { createModelCatalog } from "@patchbay/client/catalog";
import { chatCompletionsCreate, createClient as open } from "@patchbay/client/functions";
import { toFilePart, toImagePart } from "@patchbay/client/content";
import { createAuthorizationUrl, exchangeCode } from "@patchbay/client/oauth";
import { getCost, estimateCost, formatUsd, parseUsd } from "@patchbay/client/money";
import { telemetry } from "@patchbay/client/otel";
import { toStrictJsonSchema, withProperties } from "@patchbay/client/schema";
import { responseValidation } from "@patchbay/client/validation";
import { describe, expect, test } from "vitest";
import { against, chat, counted } from "./support.ts";

const png = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);
const embedding = { model: "openai/text-embedding-3-small", input: "a" };

const revoked = (target: object): object => {
  const { proxy, revoke } = Proxy.revocable(target, {});
  revoke();
  return proxy;
};
const throwing = new Proxy(
  {},
  Object.fromEntries(
    ["get", "has", "ownKeys", "getPrototypeOf"].map((trap) => [
      trap,
      (): never => {
        throw new Error("not today");
      },
    ]),
  ),
);

const hostile: readonly (readonly [what: string, value: unknown])[] = [
  ["null", null],
  ["undefined", undefined],
  ["a number", 0],
  ["NaN", Number.NaN],
  ["a string", "x"],
  ["a bigint", 1n],
  ["a symbol", Symbol("s")],
  ["a function", () => {}],
  ["an array", [null]],
  ["an object without a prototype", Object.create(null)],
  ["a promise", Promise.resolve({})],
  ["a revoked proxy", revoked({})],
  ["a revoked proxy of a function", revoked(() => {})],
  ["a revoked proxy of an array", revoked([])],
  ["a proxy that throws", throwing],
];

const { client, requests } = against([counted], { maxRetries: 0 });
const connection = open({ apiKey: "sk-or-v1-test", fetch: async () => counted() });
const { completions } = client.chat;
const catalogue = createModelCatalog(client);

/** Argument → the call that uses a value there. */
const places: Readonly<Record<string, (value: never) => unknown>> = {
  "the options of a client": (value) => open(value),
  "the input of a method": (value) => completions.create(value),
  "the input of a stream": (value) => completions.stream(value).final(),
  "the input of parse": (value) => completions.parse(value),
  "the output of parse": (value) => completions.parse({ ...chat, output: value }),
  "a part of a schema": (value) => completions.parse({ ...chat, output: { type: "object", properties: value } }),
  "the input of embeddings": (value) => client.embeddings.create(value),
  "the input of vectors": (value) => client.embeddings.embed(value),
  "the options of a method": (value) => completions.create(chat, value),
  "the options of a stream": (value) => completions.stream(chat, value).final(),
  "the options of embeddings": (value) => client.embeddings.create(embedding, value),
  "the signal": (value) => completions.create(chat, { signal: value }),
  "the headers": (value) => completions.create(chat, { headers: value }),
  "the query": (value) => completions.create(chat, { query: value }),
  "onRetry of a call": (value) => completions.create(chat, { onRetry: value }),
  "totalTimeout of embeddings": (value) => client.embeddings.create(embedding, { totalTimeout: value }),
  "a path parameter": (value) => client.models.get({ author: value, slug: "x" }),
  "the connection of a function": (value) => chatCompletionsCreate(value, chat),
  "the input of a function": (value) => chatCompletionsCreate(connection, value),
  "the client of a catalog": (value) => createModelCatalog(value),
  "the options of a catalog": (value) => createModelCatalog(client, value),
  "the filter of a catalog": (value) => catalogue.find(value),
  "the price of a filter": (value) => catalogue.find({ maxPromptPrice: value }),
  "the input of a filter": (value) => catalogue.find({ inputModalities: value }),
  "the id of a model": (value) => catalogue.listEndpoints(value),
  "the source of an image": (value) => toImagePart(value),
  "the options of an image": (value) => toImagePart(png, value),
  "the type of an image": (value) => toImagePart(png, { mediaType: value }),
  "the source of a file": (value) => toFilePart(value),
  "the options of a file": (value) => toFilePart(png, value),
  "the options of a login": (value) => createAuthorizationUrl(value),
  "the callback of a login": (value) => createAuthorizationUrl({ callbackUrl: value }),
  "the page of a login": (value) => createAuthorizationUrl({ authUrl: value }),
  "the code of a login": (value) => exchangeCode({ code: value, codeVerifier: "v" }),
  "the input of a login": (value) => exchangeCode(value),
  "the mode of validation": (value) => responseValidation(value),
  "the options of validation": (value) => responseValidation("warn", value),
  "the options of telemetry": (value) => telemetry(value),
  "a schema": (value) => toStrictJsonSchema(value),
  "a schema of objects": (value) => withProperties(value),
};

describe.each(Object.entries(places))("%s", (_, use) => {
  test.each(hostile)("that is %s works or throws a PatchbayError that says what to do", async (_name, value) => {
    try {
      await use(value as never);
    } catch (error) {
      expect(error).toBeInstanceOf(PatchbayError);
      expect((error as Error).message).toMatch(/\w.{12,}[.`']$/s);
    }
  });
});

test.each([
  ["an object", {}],
  ["an object without a prototype", Object.create(null)],
  ["a symbol", Symbol("s")],
  ["nothing", undefined],
])("%s thrown by a custom fetch becomes a ConnectionError", async (_, thrown: unknown) => {
  const broken = against([() => Promise.reject(thrown)], { maxRetries: 0 });
  await expect(broken.client.models.count()).rejects.toBeInstanceOf(ConnectionError);
});

test("an unreadable input is not sent, and its error is the cause", async () => {
  requests.length = 0;
  for (const input of [revoked({}), throwing]) {
    const error: unknown = await completions.create(input as never).catch((cause: unknown) => cause);
    expect(error).toMatchObject({
      message: expect.stringMatching(/^The input of chat\.completions\.create cannot be read: /) as string,
    });
    expect((error as Error).cause).toBeInstanceOf(Error);
  }
  expect(requests).toHaveLength(0);
});

describe("an amount", () => {
  test.each<[what: string, work: () => unknown, message: RegExp]>([
    ["of no response", () => getCost(null as never), /response must be an object, got null/],
    [
      "of a response with an invalid cost",
      () => getCost({ usage: { cost: "x" as never } }),
      /decimal number of USD, got "x"/,
    ],
    ["of a model without prices", () => estimateCost({ pricing: null as never }, {} as never), /`pricing` .* got null/],
    ["of no usage", () => estimateCost({ pricing: {} as never }, undefined as never), /usage must be an object/],
    [
      "of half a token",
      () => estimateCost({ pricing: {} as never }, { prompt_tokens: 0.5, completion_tokens: 1 }),
      /integer, got 0\.5/,
    ],
    ["that is a number", () => formatUsd(0.25 as never), /must be a bigint, got 0\.25/],
    ["with half a digit", () => formatUsd(1n, 0.5), /`decimals` .* got 0\.5/],
    ["that is a bigint already", () => parseUsd(1n as never), /decimal number of USD, got 1n/],
    ["in an array", () => parseUsd(["1"] as never), /decimal number of USD, got an array/],
  ])("%s throws a RangeError with the value", (_, work, message) => {
    expect(work).toThrow(RangeError);
    expect(work).toThrow(message);
  });
});

describe("a filter of models", () => {
  test("that is unknown throws an error with the known filters", async () => {
    const wrong = { maxPrice: 1 } as never;
    await expect(catalogue.find(wrong)).rejects.toThrow(/Unknown filter `maxPrice`\. Known filters: .*maxPromptPrice/);
  });

  test("that is null counts as absent", async () => {
    const list = against([
      () => Response.json({ data: [{ id: "a/b", architecture: { output_modalities: ["text"] } }] }),
    ]);
    const none = {
      inputModalities: null,
      outputModalities: null,
      tools: null,
      maxPromptPrice: null,
      author: null,
    } as never;
    expect(await createModelCatalog(list.client).find(none)).toHaveLength(1);
  });
});
