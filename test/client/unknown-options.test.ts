// Options that would have no effect.
import { Patchbay, PatchbayError } from "@patchbay/client";
import { createClient } from "@patchbay/client/functions";
import { describe, expect, test } from "vitest";
import { against, caught, chat } from "./support.ts";

describe("an unknown option is refused with the name that was meant", () => {
  const names = [
    ["baseUrl", "baseURL"],
    ["api_key", "apiKey"],
    ["MAXRETRIES", "maxRetries"],
    ["headers", "defaultHeaders"],
    ["retryUnknown", "retryNonIdempotent"],
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
    ["wait", "poll"],
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

  test("and with all names where none is near", () => {
    const error = catchIt(() => new Patchbay({ apiKey: "sk-or-v1-test", organization: "x" } as object));
    expect(error).toHaveProperty("message", expect.stringContaining("Known options: timeout,"));
  });
});

test("an option that is undefined counts as not set", () => {
  expect(() => new Patchbay({ apiKey: "sk-or-v1-test", baseUrl: undefined } as object)).not.toThrow();
});

describe("what holds no options is refused in their place", () => {
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

  test.each(others)("%s as the options of a call, and nothing is sent", async (_, value) => {
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

  test("the message about a signal says where it goes", async () => {
    const { client } = against([() => Response.json({})]);
    const error = await caught(client.chat.completions.create(chat, new AbortController().signal as object));
    expect(error).toHaveProperty("message", expect.stringContaining("Pass it as `{ signal }`."));
  });
});

function catchIt(work: () => unknown): unknown {
  try {
    return work();
  } catch (error) {
    return error;
  }
}
