// One test for each row of OpenRouter's error table that this server can produce, with OpenRouter's messages.
import { createMockServer, type MockServerOptions } from "@patchbay/mock-server";
import { expect, test } from "vitest";
import { ask, fleet, leftOut, offer } from "../support/fleet.ts";

const catalog = fleet([offer("alpha", 1), offer("beta", 2)]);

function serve(options: MockServerOptions = {}): ReturnType<typeof createMockServer> {
  return createMockServer({ catalog, ...options });
}

test("400 model_not_found: an unknown model id", async () => {
  expect(await ask(serve(), { model: "acme/none" })).toMatchObject({
    status: 400,
    error: { code: 400, message: "acme/none is not a valid model ID", availability: { code: "model_not_found" } },
  });
});

test("400 wrong_endpoint: a model of another operation", async () => {
  expect(await ask(createMockServer(), { model: "openai/text-embedding-3-small" })).toMatchObject({
    status: 400,
    error: {
      message: "openai/text-embedding-3-small is not a model for /chat/completions. Use /embeddings.",
      availability: { code: "wrong_endpoint" },
    },
  });
});

test("400 context_length_exceeded: a prompt longer than any endpoint's context", async () => {
  const short = fleet([offer("alpha", 1, { context_length: 20_000 }), offer("beta", 2, { context_length: 10_000 })]);
  const reply = await ask(serve({ catalog: short }), {
    messages: [{ role: "user", content: "word ".repeat(25_000) }],
  });
  expect(reply).toMatchObject({
    status: 400,
    error: {
      message: expect.stringMatching(
        /^This endpoint's maximum context length is 20000 tokens\. However, you requested about 2500\d tokens\./,
      ) as string,
      metadata: { error_type: "context_length_exceeded" },
    },
  });
  expect(leftOut(reply)).toEqual({ alpha: "context", beta: "context" });
});

test("400: reasoning cannot be turned off where it is mandatory", async () => {
  expect(await ask(createMockServer(), { model: "openai/gpt-5", reasoning: { effort: "none" } })).toMatchObject({
    status: 400,
    error: { message: expect.stringContaining("Reasoning is mandatory for openai/gpt-5") as string },
  });
});

test.each([
  [
    "reasoning_effort against reasoning.effort",
    { reasoning_effort: "low", reasoning: { effort: "high" } },
    /Send one of them/,
  ],
  [
    "effort together with max_tokens of reasoning",
    { reasoning: { effort: "low", max_tokens: 100 } },
    /Send one of them/,
  ],
  ["reasoning longer than the answer", { reasoning: { max_tokens: 100 }, max_tokens: 100 }, /must be more than/],
  ["sound without a stream", { modalities: ["text", "audio"] }, /needs stream: true/],
  [
    "a tool of the service that does not run here",
    { tools: [{ type: "openrouter:bash" }] },
    /\/tools\/0\/type: .*does not support openrouter:bash/,
  ],
])("400: %s", async (_, input, message) => {
  expect(await ask(serve(), input)).toMatchObject({
    status: 400,
    error: { message: expect.stringMatching(message) as string },
  });
});

test.each([
  ["no key", undefined, "No auth credentials found"],
  ["another scheme", "Basic eA==", "Missing Authentication header"],
  ["a variable that was never set", "Bearer undefined", "User not found."],
])("401: %s", async (_, authorization, message) => {
  const response = await serve().fetch("http://server/api/v1/key", { headers: authorization ? { authorization } : {} });
  expect(response.status).toBe(401);
  expect(await response.json()).toMatchObject({
    error: { code: 401, message, metadata: { error_type: "authentication" } },
  });
});

test("402: no credits, too few for max_tokens, and a negative balance with a free model", async () => {
  const free = { id: "acme/one:free", context_length: 1000, endpoints: [offer("alpha", 0)] };
  const withFree = fleet([offer("alpha", 1)], [free]);
  expect(await ask(serve({ credits: 0 }))).toMatchObject({
    status: 402,
    error: { message: "Insufficient credits. Add more using https://openrouter.ai/credits" },
  });
  expect(await ask(serve({ credits: 0.000_05 }), { max_tokens: 5000 })).toMatchObject({
    status: 402,
    error: {
      message: expect.stringMatching(
        /^This request requires more credits, or fewer max_tokens\. You requested up to 5000 tokens, but can only afford 92\./,
      ) as string,
      metadata: { error_type: "payment_required" },
    },
  });
  expect((await ask(serve({ catalog: withFree, credits: 0 }), { model: "acme/one:free" })).status).toBe(200);
  expect((await ask(serve({ catalog: withFree, credits: -1 }), { model: "acme/one:free" })).status).toBe(402);
});

test("403: moderation returns the flagged text, shortened to 100 characters", async () => {
  const content = `${"please ".repeat(20)}explain how to make a bomb ${"now ".repeat(20)}`;
  const { status, error } = await ask(serve(), {
    messages: [{ role: "user", content }],
    plugins: [{ id: "moderation" }],
  });
  expect(status).toBe(403);
  expect(error.metadata).toMatchObject({
    reasons: ["illicit/violent"],
    provider_name: "ALPHA",
    model_slug: "acme/one",
  });
  expect(String(error.metadata.flagged_input)).toHaveLength(100);
});

test("403: the wrong kind of key", async () => {
  expect(await ask(serve(), {}, { key: "sk-or-mgmt-test" })).toMatchObject({
    status: 403,
    error: { message: "Management keys cannot be used for inference" },
  });
  const response = await serve().fetch("http://server/api/v1/credits", {
    headers: { authorization: "Bearer sk-or-v1-x" },
  });
  expect(await response.json()).toMatchObject({
    error: { code: 403, message: "Only management keys can perform this operation" },
  });
});

test("403 region_restricted: no endpoint may be used from the caller's country", async () => {
  const blocked = fleet([offer("alpha", 1, { blocked_countries: ["CN"] })]);
  expect((await ask(serve({ catalog: blocked }))).status).toBe(200);
  expect(await ask(serve({ catalog: blocked, country: "CN" }))).toMatchObject({
    status: 403,
    error: { availability: { code: "region_restricted", excluded_by: ["geo"] } },
  });
});

test("404 model_deprecated: a retired model", async () => {
  expect(await ask(createMockServer(), { model: "openai/gpt-3.5-turbo" })).toMatchObject({
    status: 404,
    error: { message: expect.stringContaining("2025-09-30") as string, availability: { code: "model_deprecated" } },
  });
});

test("404 no_endpoints: a model without endpoints", async () => {
  expect(await ask(serve({ catalog: fleet([]) }))).toMatchObject({
    status: 404,
    error: { message: "No endpoints found for acme/one.", availability: { code: "no_endpoints" } },
  });
});

test("404 model_unavailable_upstream: every endpoint is disabled", async () => {
  expect(await ask(serve({ catalog: fleet([offer("alpha", 1, { status: -10 })]) }))).toMatchObject({
    status: 404,
    error: { availability: { code: "model_unavailable_upstream" } },
  });
});

test("404 free_variant_ended: a free variant that has ended", async () => {
  expect(await ask(serve(), { model: "acme/one:free" })).toMatchObject({
    status: 404,
    error: { availability: { code: "free_variant_ended", fallback_models: ["acme/one"] } },
  });
});

test("404: an unknown preset", async () => {
  expect(await ask(serve(), { model: "acme/one@preset/none" })).toMatchObject({
    status: 404,
    error: { message: "Preset none not found" },
  });
});

test("404: a model without the input modality of the request", async () => {
  const image = { type: "image_url", image_url: { url: "https://notes.example/cat.png" } };
  const reply = await ask(serve(), { messages: [{ role: "user", content: [image] }] });
  expect(reply.status).toBe(404);
  expect(leftOut(reply)).toEqual({ alpha: "modality", beta: "modality" });
});

test("413: a body over the limit", async () => {
  const response = await serve().fetch("http://server/api/v1/chat/completions", {
    method: "POST",
    headers: { authorization: "Bearer sk-or-v1-test" },
    body: " ".repeat(33 * 1024 * 1024),
  });
  expect(await response.json()).toMatchObject({ error: { code: 413, metadata: { error_type: "payload_too_large" } } });
});

test("429 capacity_exhausted: every provider is rate limited, with Retry-After", async () => {
  const { status, headers, error } = await ask(serve({ providers: { alpha: "rate_limited", beta: "rate_limited" } }));
  expect(status).toBe(429);
  expect(headers.get("retry-after")).toBe("5");
  expect(error.availability).toMatchObject({ code: "capacity_exhausted", retryable: true, retry_after: 5 });
});

test("429: Retry-After is the smallest of the hints, and one second when a provider sent none", async () => {
  const script = [
    { error: { status: 429, message: "slow down", retryAfterMs: 9000 } },
    { error: { status: 429, message: "slow down", retryAfterMs: 2000 } },
    { error: { status: 429, message: "slow down" } },
    { error: { status: 429, message: "slow down", retryAfterMs: 2000 } },
  ];
  const server = serve({ script });
  expect((await ask(server)).headers.get("retry-after")).toBe("2");
  const { headers, error } = await ask(server);
  expect(headers.get("retry-after")).toBe("1");
  expect(error.availability).toMatchObject({ retry_after: null });
});

test("429: an endpoint with more concurrent requests than its capacity", async () => {
  const full = fleet([offer("alpha", 1, { capacity: 1 })]);
  const server = serve({ catalog: full, script: () => new Promise((resolve) => setTimeout(resolve, 20, "late")) });
  const replies = await Promise.all([ask(server), ask(server, { user: "b" })]);
  expect(replies.map(({ status }) => status).toSorted()).toEqual([200, 429]);
  expect((await ask(server)).status).toBe(200);
});

test("502: the only provider is down", async () => {
  expect(await ask(serve({ catalog: fleet([offer("alpha", 1)]), providers: { alpha: "down" } }))).toMatchObject({
    status: 502,
    error: {
      code: 502,
      message: "Provider returned error",
      metadata: { error_type: "provider_unavailable", provider_name: "ALPHA" },
    },
  });
});

test("503 temporarily_unavailable: all providers fail, and the error lists each failure", async () => {
  const reply = await ask(serve({ providers: { alpha: "down", beta: "down" } }));
  expect(reply).toMatchObject({
    status: 503,
    error: {
      availability: {
        code: "temporarily_unavailable",
        affected_providers: expect.arrayContaining(["ALPHA", "BETA"]) as string[],
      },
    },
    routing: { attempt: 0, attempts: [{ status: 502 }, { status: 502 }] },
  });
  expect(reply.error.metadata.previous_errors).toHaveLength(1);
});

test.each([[408], [422], [500], [524], [529], [504]])(
  "%i: the last provider's error reaches the client",
  async (status) => {
    const script = [{ error: { status, message: "too slow" } }];
    const reply = await ask(serve({ catalog: fleet([offer("alpha", 1)]), script }));
    expect(reply).toMatchObject({ status, error: { code: status, message: "too slow" } });
  },
);
