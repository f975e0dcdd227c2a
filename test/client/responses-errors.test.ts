// Errors of the Responses API and of the Messages API: every envelope, failures under HTTP 200.
import { ApiError } from "@patchbay/client";
import { describe, expect, test } from "vitest";
import { against, caught } from "./support.ts";
import { responsesApi, typedApis } from "./typed-events.ts";

type Fields = Readonly<Record<string, unknown>>;

/** One call of an API against a response. */
async function failing(name: "responses" | "messages", body: unknown, init: ResponseInit): Promise<unknown> {
  const { client } = against([() => Response.json(body, init)], { maxRetries: 0 });
  const error = await caught(
    name === "responses"
      ? client.responses.create({ model: "m", input: "hi" })
      : client.messages.create({ model: "m", max_tokens: 1, messages: [] }),
  );
  expect(error).toBeInstanceOf(ApiError);
  const streaming = await caught(
    name === "responses"
      ? client.responses.stream({ model: "m", input: "hi" }).final()
      : client.messages.stream({ model: "m", max_tokens: 1, messages: [] }).final(),
  );
  expect(streaming).toMatchObject({ ...(error as ApiError).toJSON() });
  return error;
}

describe.each(typedApis)("an error response of the $name API", ({ name }) => {
  test.each<[form: string, status: number, body: Fields, expected: Fields]>([
    [
      "OpenRouter",
      429,
      { error: { code: 429, message: "Slow down", metadata: { error_type: "rate_limit_exceeded" } } },
      { code: "rate_limited", errorType: "rate_limit_exceeded", retryable: true },
    ],
    [
      "OpenAI",
      400,
      {
        error: {
          message: "Too long",
          type: "invalid_request_error",
          param: "input",
          code: "context_length_exceeded",
        },
      },
      { code: "bad_request", errorType: "context_length_exceeded", retryable: false },
    ],
    [
      "OpenAI, without a code",
      401,
      { error: { message: "Wrong key", type: "invalid_request_error", param: null, code: null } },
      { code: "unauthorized", errorType: "invalid_request_error" },
    ],
    [
      "OpenRouter's Responses API",
      400,
      { error: { code: "invalid_prompt", message: "No input" }, metadata: null },
      { code: "bad_request", errorType: "invalid_prompt" },
    ],
    [
      "Anthropic",
      529,
      { type: "error", error: { type: "overloaded_error", message: "Overloaded" }, request_id: "req_1" },
      { code: "provider_overloaded", errorType: "overloaded_error", requestId: "req_1", retryable: true },
    ],
    [
      "Anthropic, with facts of OpenRouter",
      404,
      {
        type: "error",
        error: { type: "not_found_error", message: "No model", error_type: "not_found" },
        request_id: null,
        metadata: { provider_name: "Anthropic" },
      },
      { code: "not_found", errorType: "not_found", provider: "Anthropic", requestId: undefined },
    ],
  ])("in the form of %s has its code, its kind and its message", async (_, status, body, expected) => {
    const error = await failing(name, body, { status });
    expect(error).toMatchObject({ status, ...expected });
    const { message } = body.error as { message: string };
    expect((error as ApiError).message).toContain(message);
  });

  test.each<[type: string, status: number, code: string]>([
    ["invalid_request_error", 400, "bad_request"],
    ["authentication_error", 401, "unauthorized"],
    ["billing_error", 402, "insufficient_credits"],
    ["permission_error", 403, "forbidden"],
    ["not_found_error", 404, "not_found"],
    ["request_too_large", 413, "payload_too_large"],
    ["rate_limit_error", 429, "rate_limited"],
    ["api_error", 500, "server_error"],
    ["overloaded_error", 503, "service_unavailable"],
  ])("of the type %s under HTTP 200 has the status %i", async (type, status, code) => {
    const error = await failing(name, { type: "error", error: { type, message: "No" } }, { status: 200 });
    expect(error).toMatchObject({ status, code, errorType: type });
  });
});

describe("a failed response under HTTP 200", () => {
  test.each<[code: string, errorType: string | undefined, status: number, expected: string]>([
    ["server_error", undefined, 500, "server_error"],
    ["server_error", "provider_unavailable", 502, "provider_unavailable"],
    ["server_error", "provider_overloaded", 503, "service_unavailable"],
    ["server_error", "payment_required", 402, "insufficient_credits"],
    ["rate_limit_exceeded", "rate_limit_exceeded", 429, "rate_limited"],
    ["invalid_prompt", "context_length_exceeded", 400, "bad_request"],
    ["image_content_policy_violation", "content_policy_violation", 400, "bad_request"],
  ])("%s of the kind %s is an error with the status %i", async (code, error_type, status, expected) => {
    const failed = {
      ...responsesApi.whole,
      status: "failed",
      output: [],
      metadata: { error_type: "a field of the caller" },
      error: { code, message: "It broke" },
      error_type,
    };
    const error = await failing("responses", failed, { status: 200 });
    expect(error).toMatchObject({ status, code: expected, errorType: error_type ?? code });
    expect((error as ApiError).partial).toEqual(JSON.parse(JSON.stringify(failed)));
    expect((error as ApiError).message).toContain("It broke");
  });
});

test("a body without its output is unusable, as a response and as a stream", async () => {
  for (const body of [{}, { output: "text" }, { output: null }, { output: [null] }]) {
    const { client } = against([() => Response.json(body)], { maxRetries: 0 });
    const error = await caught(client.responses.create({ model: "m", input: "hi" }));
    expect(error).toMatchObject({ name: "ApiError", code: "invalid_response", body });
    const streamed = await caught(client.responses.stream({ model: "m", input: "hi" }).final());
    expect(streamed).toMatchObject("output" in body ? { code: "invalid_response" } : { reason: "not_a_stream" });
  }
});
