// Options that would have no effect.
import { Patchbay, PatchbayError } from "@patchbay/client";
import { createModelCatalog } from "@patchbay/client/catalog";
import { toFilePart, toImagePart } from "@patchbay/client/content";
import { createClient } from "@patchbay/client/functions";
import { createAuthorizationUrl, exchangeCode } from "@patchbay/client/oauth";
import { responseValidation } from "@patchbay/client/validation";
import { describe, expect, test } from "vitest";
import { against, caught, chat } from "./support.ts";

describe("an unknown option is refused with the nearest name", () => {
  const names = [
    ["baseUrl", "baseURL"],
    ["api_key", "apiKey"],
    ["MAXRETRIES", "maxRetries"],
    ["timeoutMs", "timeout"],
  ] as const;

  test.each(names)("of a client: %s", (name, meant) => {
    for (const make of [(options: object) => new Patchbay(options), createClient]) {
      const error = catchIt(() => make({ apiKey: "sk-or-v1-test", [name]: "x" }));
      expect(error).toBeInstanceOf(PatchbayError);
      expect(error).toHaveProperty("message", `Unknown option "${name}" of the client. Use \`${meant}\`.`);
    }
  });

  test.each([
    ["abortSignal", "signal"],
    ["defaultHeaders", "headers"],
    ["idempotency_key", "idempotencyKey"],
    ["max-retries", "maxRetries"],
  ])("of a call: %s, and nothing is sent", async (name, meant) => {
    const { client, requests } = against([() => Response.json({})]);
    for (const ask of [
      (options: object) => client.chat.completions.create(chat, options),
      (options: object) => client.chat.completions.create({ ...chat, stream: true }, options),
      (options: object) => client.chat.completions.stream(chat, options).final(),
      (options: object) => client.embeddings.create({ model: "m", input: "x" }, options),
      (options: object) => client.models.list({}, options),
    ]) {
      const error = (await caught(ask({ [name]: 1 }))) as PatchbayError;
      expect(error).toBeInstanceOf(PatchbayError);
      expect(error.message).toContain(`Unknown option "${name}" of the call`);
      expect(error.message).toContain(`Use \`${meant}\`.`);
    }
    expect(requests).toHaveLength(0);
  });

  test.each([
    ["headers", "defaultHeaders"],
    ["retryUnknown", "retryNonIdempotent"],
  ])("of a client: %s, which was renamed", (name, renamed) => {
    for (const make of [(options: object) => new Patchbay(options), createClient])
      expect(catchIt(() => make({ apiKey: "sk-or-v1-test", [name]: "x" }))).toMatchObject({
        name: "PatchbayError",
        message: `The option \`${name}\` of the client was renamed to \`${renamed}\`.`,
      });
  });

  test.each([
    ["retryUnknown", "retryNonIdempotent"],
    ["wait", "poll"],
  ])("of a call: %s, which was renamed", async (name, renamed) => {
    const { client, requests } = against([() => Response.json({})]);
    const options = { [name]: true } as object;
    for (const send of [
      () => client.generations.get({ id: "gen-1" }, options),
      () => client.chat.completions.stream(chat, options).final(),
    ])
      expect(await caught(send())).toMatchObject({
        name: "PatchbayError",
        message: expect.stringMatching(`^The option \`${name}\` of the call .* was renamed to \`${renamed}\`.$`),
      });
    expect(requests).toHaveLength(0);
  });

  test.each([
    ["input", "inputModalities"],
    ["output", "outputModalities"],
    ["structuredOutput", "structuredOutputs"],
    ["parameters", "supportedParameters"],
    ["minContext", "minContextLength"],
  ])("of a catalog filter: %s, which was renamed", async (name, renamed) => {
    const catalog = createModelCatalog(new Patchbay({ apiKey: "sk-or-v1-test" }));
    expect(await caught(catalog.find({ [name]: ["image"] }))).toMatchObject({
      name: "PatchbayError",
      message: `The option \`${name}\` of find was renamed to \`${renamed}\`.`,
    });
  });

  test("of the content helpers: type, which was renamed", async () => {
    for (const toPart of [toImagePart, toFilePart])
      expect(await caught(toPart("a.png", { type: "image/png" } as object))).toMatchObject({
        name: "PatchbayError",
        message: `The option \`type\` of ${toPart.name} was renamed to \`mediaType\`.`,
      });
  });

  test("of the OAuth functions: callbackURL, authURL and verifier, which were renamed", async () => {
    const renamed = async (work: Promise<unknown>): Promise<unknown> => ((await caught(work)) as Error).message;
    const callback = "https://app.example/callback";
    expect(await renamed(createAuthorizationUrl({ callbackURL: callback } as object))).toBe(
      "The option `callbackURL` of createAuthorizationUrl was renamed to `callbackUrl`.",
    );
    expect(await renamed(createAuthorizationUrl({ authURL: callback } as object))).toBe(
      "The option `authURL` of createAuthorizationUrl was renamed to `authUrl`.",
    );
    expect(await renamed(exchangeCode({ code: "c", verifier: "v" } as never))).toBe(
      "The option `verifier` of exchangeCode was renamed to `codeVerifier`.",
    );
  });

  test("of response validation: the level strict, which was renamed", () => {
    expect(catchIt(() => responseValidation("strict" as never))).toHaveProperty(
      "message",
      'The level of responseValidation must be "warn" or "error", got "strict". "strict" was renamed to "error".',
    );
  });

  test("with all names where none is near", () => {
    const error = catchIt(() => new Patchbay({ apiKey: "sk-or-v1-test", organization: "x" } as object));
    expect(error).toHaveProperty("message", expect.stringContaining("Known options: timeout,"));
  });
});

test("an undefined option counts as absent", () => {
  expect(() => new Patchbay({ apiKey: "sk-or-v1-test", baseUrl: undefined } as object)).not.toThrow();
});

describe("a value without options is refused in their place", () => {
  const others: readonly [what: string, value: unknown][] = [
    ["an AbortSignal", new AbortController().signal],
    ["a promise of options", Promise.resolve({})],
    ["a Map", new Map()],
    ["headers", new Headers()],
    ["an error", new Error("x")],
    ["a list", []],
    ["a text", "x"],
    ["a number", 5],
    ["true", true],
    ["a function", () => 1],
  ];

  test.each(others)("%s as the options of a client", (_, value) => {
    for (const make of [(options: object) => new Patchbay(options), createClient])
      expect(catchIt(() => make(value as object))).toBeInstanceOf(PatchbayError);
  });

  test.each(others)("%s as the options of a call, and no request is sent", async (_, value) => {
    const { client, requests } = against([() => Response.json({})]);
    const options = value as object;
    for (const ask of [
      () => client.chat.completions.create(chat, options),
      () => client.chat.completions.stream(chat, options).final(),
      () => client.embeddings.create({ model: "m", input: "x" }, options),
      () => client.models.list({}, options),
    ]) {
      const error = (await caught(ask())) as PatchbayError;
      expect(error).toBeInstanceOf(PatchbayError);
      expect(error.message).toMatch(/^The options of .* must be a plain object, got /);
    }
    expect(requests).toHaveLength(0);
  });

  test("the message about a signal says where to pass it", async () => {
    const { client } = against([() => Response.json({})]);
    const error = await caught(client.chat.completions.create(chat, new AbortController().signal as object));
    expect(error).toHaveProperty("message", expect.stringContaining("Pass it as `{ signal }`."));
  });
});

test.each<[place: string, work: (key: string) => unknown]>([
  ["the options", (key) => new Patchbay(key as never)],
  ["maxRetries", (key) => new Patchbay({ apiKey: "k", maxRetries: key as never })],
  ["baseURL", (key) => new Patchbay({ apiKey: "k", baseURL: key })],
  ["defaultHeaders", (key) => new Patchbay({ apiKey: "k", defaultHeaders: `Authorization: Bearer ${key}` as never })],
  ["an option's name", (key) => new Patchbay({ apiKey: "k", [key]: 1 })],
])("an API key in the place of %s does not appear in the error", (_, work) => {
  const error = catchIt(() => work("sk-or-v1-0123456789abcdef"));
  expect(error).toBeInstanceOf(PatchbayError);
  expect((error as Error).message).not.toContain("0123456789");
});

function catchIt(work: () => unknown): unknown {
  try {
    return work();
  } catch (error) {
    return error;
  }
}
