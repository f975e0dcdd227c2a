// Every format in which a gateway reports a failure is an error, never a response.
import { ApiError } from "@patchbay/client";
import { describe, expect, test } from "vitest";
import { against, caught, chat } from "./support.ts";

const answer = {
  id: "gen-1",
  object: "chat.completion",
  created: 1,
  model: "m/x",
  choices: [{ index: 0, finish_reason: "stop", message: { role: "assistant", content: "half" } }],
  usage: { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2, cost: 0.5 },
};

const errors: readonly (readonly [string, unknown, number, string])[] = [
  ["a string", "boom", 500, "boom"],
  ["an empty string", "", 500, '""'],
  ["true", true, 500, "true"],
  ["a number", 503, 500, "503"],
  ["an empty object", {}, 500, "{}"],
  ["an empty list", [], 500, "[]"],
  ["a code alone", { code: 429 }, 429, '{"code":429}'],
  ["a code and a type", { code: 429, type: "rate_limit_error" }, 429, "rate_limit_error"],
  ["a type alone", { type: "overloaded_error" }, 503, "overloaded_error"],
  ["a message that is null", { code: 502, message: null }, 502, "502"],
  ["a message that is an object", { code: 502, message: { detail: "busy" } }, 502, "busy"],
  ["an error within an error", { error: { code: 402, message: "no funds" } }, 402, "no funds"],
  ["a status word", { code: "x", status: "RESOURCE_EXHAUSTED", message: "quota" }, 429, "quota"],
  ["a status number", { status: 503, message: "down" }, 503, "down"],
  ["a code in digits", { code: "408", message: "slow" }, 408, "slow"],
  ["a code word", { code: "invalid_api_key", message: "wrong key" }, 401, "wrong key"],
  ["a code that is not a status", { code: 40_303, message: "full" }, 500, "full"],
  ["metadata that is a string", { code: 502, message: "bad", metadata: "x", availability: 1 }, 502, "bad"],
];

describe("an error under HTTP 200", () => {
  test.each(errors)("is an ApiError with its own status and message: %s", async (_, error, status, text) => {
    const { client } = against([() => Response.json({ error })], { maxRetries: 0 });
    const thrown = await caught(client.chat.completions.create(chat));
    expect(thrown).toBeInstanceOf(ApiError);
    expect(thrown).toMatchObject({ status, body: { error }, message: expect.stringContaining(text) as string });
  });

  test.each(errors.filter(([, error]) => error))("is an ApiError in a choice: %s", async (_, error, status) => {
    const [choice] = answer.choices;
    const body = { ...answer, choices: [{ ...choice, finish_reason: "error", error }] };
    const { client } = against([() => Response.json(body)], { maxRetries: 0 });
    expect(await caught(client.chat.completions.create(chat))).toMatchObject({ name: "ApiError", status, body });
  });

  test.each([
    ["object: error", { object: "error", message: "full", code: 429 }, 429],
    ["type: error", { type: "error", error: { type: "authentication_error", message: "no" } }, 401],
    ["a list of one error", [{ error: { code: 400, message: "bad" } }], 400],
  ])("is an ApiError: %s", async (_, body, status) => {
    const { client } = against([() => Response.json(body)], { maxRetries: 0 });
    expect(await caught(client.chat.completions.create(chat))).toMatchObject({ name: "ApiError", status, body });
  });

  test.each([
    ["finish_reason error", { finish_reason: "error" }],
    ["native_finish_reason network_error", { finish_reason: "stop", native_finish_reason: "network_error" }],
    ["native_finish_reason error", { finish_reason: "stop", native_finish_reason: "error" }],
  ])("is an ApiError without an error object: %s", async (_, more) => {
    const body = { ...answer, choices: [{ ...answer.choices[0], ...more }] };
    const { client } = against([() => Response.json(body)], { maxRetries: 0 });
    expect(await caught(client.chat.completions.create(chat))).toMatchObject({ name: "ApiError", status: 502, body });
  });

  test.each([
    ["null", null],
    ["an empty string", ""],
    ["false", false],
  ])("is a success with the `error` %s next to a completion", async (_, error) => {
    const { client } = against([() => Response.json({ ...answer, error })], { maxRetries: 0 });
    expect((await client.chat.completions.create(chat)).choices[0]?.message.content).toBe("half");
  });
});
