// One test per routing rule. Source: OpenRouter's guides on provider selection, model fallbacks, prompt caching, service
// tiers and BYOK keys.
import { Patchbay } from "@patchbay/client";
import { createMockServer, type MockServerOptions } from "@patchbay/mock-server";
import { describe, expect, test } from "vitest";
import { ask, fleet, leftOut, offer, order, shares } from "../support/fleet.ts";

const three = fleet([offer("alpha", 1), offer("beta", 2), offer("gamma", 3)]);
const tools = [{ type: "function", function: { name: "add", parameters: { type: "object", properties: {} } } }];
const long = "word ".repeat(1500);

function serve(options: MockServerOptions = {}): ReturnType<typeof createMockServer> {
  return createMockServer({ catalog: three, ...options });
}

describe("load balancing", () => {
  test("the first endpoint is drawn with a weight of the inverse square of its price", async () => {
    const found = await shares(serve(), 1500);
    // 1 : 1/4 : 1/9
    expect(found.ALPHA).toBeCloseTo(36 / 49, 1);
    expect(found.BETA).toBeCloseTo(9 / 49, 1);
    expect(found.GAMMA).toBeCloseTo(4 / 49, 1);
  });

  test("the other endpoints follow as fallbacks by price", async () => {
    const orders = new Set<string>();
    const server = serve();
    for (let turn = 0; turn < 60; turn++) orders.add(order(await ask(server, { user: String(turn) })).join(" "));
    expect([...orders].toSorted()).toEqual(["ALPHA BETA GAMMA", "BETA ALPHA GAMMA", "GAMMA ALPHA BETA"]);
  });

  test("an endpoint with an outage in the last 30 seconds is tried last until they have passed", async () => {
    let now = 0;
    const server = serve({ now: () => now, providers: { alpha: "down" } });
    for (let turn = 0; turn < 20; turn++) await ask(server, { user: String(turn) });
    expect(order(await ask(server)).at(-1)).toBe("ALPHA");
    server.setProviderState("alpha", "up");
    now = 29_000;
    expect((await shares(server, 20)).ALPHA).toBeUndefined();
    now = 31_000;
    expect((await shares(server, 20)).ALPHA).toBeGreaterThan(0.4);
  });

  test("a rate-limited endpoint is skipped for its Retry-After, without counting as an outage", async () => {
    let now = 0;
    const server = serve({ now: () => now, providers: { alpha: "rate_limited" } });
    const first = await ask(server, { provider: { order: ["alpha", "beta"] } });
    expect(first.provider).toBe("BETA");
    expect(first.routing.attempts).toEqual([
      { provider: "ALPHA", model: "acme/one", status: 429 },
      { provider: "BETA", model: "acme/one", status: 200 },
    ]);
    server.setProviderState("alpha", "up");
    expect(order(await ask(server)).at(-1)).toBe("ALPHA");
    now = 5001;
    expect((await shares(server, 20)).ALPHA).toBeGreaterThan(0.4);
    const response = await server.fetch("http://server/api/v1/models/acme/one/endpoints");
    const { data } = (await response.json()) as { data: { endpoints: { tag: string; uptime_last_5m: number }[] } };
    expect(data.endpoints.find(({ tag }) => tag === "alpha")!.uptime_last_5m).toBe(100);
  });

  test("a 5xx or 429 before the first token falls back to the next endpoint", async () => {
    const server = serve({ providers: { alpha: "down", beta: "rate_limited" } });
    const reply = await ask(server, { provider: { sort: "price" } });
    expect(reply.provider).toBe("GAMMA");
    expect(reply.routing).toMatchObject({
      attempt: 3,
      strategy: "direct",
      attempts: [{ status: 502 }, { status: 429 }, { status: 200 }],
    });
  });

  test("a failure after the first token ends the response without a fallback or a charge", async () => {
    const server = serve({ script: [{ content: "Half", error: { status: 502, message: "Provider disconnected" } }] });
    const { body } = await ask(server);
    expect(body.choices![0]).toMatchObject({
      finish_reason: "error",
      message: { content: "Half" },
      error: { code: 502, message: "Provider disconnected", metadata: { error_type: "provider_unavailable" } },
    });
    expect(body.usage!.cost).toBe(0);
  });

  test("a provider error other than 5xx, 408 and 429 is not retried at another endpoint of the model", async () => {
    const server = serve({ script: [{ error: { status: 400, message: "bad image" } }, "never said"] });
    const { status, error, routing } = await ask(server);
    expect(status).toBe(400);
    expect(error.message).toBe("bad image");
    expect(routing.attempts).toHaveLength(1);
  });

  test("a free endpoint is always drawn first", async () => {
    const server = serve({ catalog: fleet([offer("alpha", 1), offer("beta", 0), offer("gamma", 0)]) });
    const found = await shares(server, 60);
    expect(found.ALPHA).toBeUndefined();
    expect(found.BETA).toBeGreaterThan(0.2);
    expect(found.GAMMA).toBeGreaterThan(0.2);
  });
});

describe("provider preferences", () => {
  test("`order` sets the order, followed by the other endpoints by price, without load balancing", async () => {
    const found = order(await ask(serve(), { provider: { order: ["gamma", "beta"] } }));
    expect(found).toEqual(["GAMMA", "BETA", "ALPHA"]);
    const server = serve();
    for (let turn = 0; turn < 30; turn++) {
      const reply = await ask(server, { provider: { order: ["gamma"] }, user: String(turn) });
      expect(order(reply)).toEqual(["GAMMA", "ALPHA", "BETA"]);
    }
  });

  test("`order` with `allow_fallbacks: false` tries only the listed endpoints", async () => {
    const server = serve({ providers: { gamma: "down", beta: "down" } });
    const reply = await ask(server, { provider: { order: ["gamma", "beta"], allow_fallbacks: false } });
    expect(reply.status).toBe(503);
    expect(order(reply)).toEqual(["GAMMA", "BETA"]);
  });

  test("`allow_fallbacks: false` alone tries one endpoint", async () => {
    const server = serve({ providers: { alpha: "down" } });
    const reply = await ask(server, { provider: { sort: "price", allow_fallbacks: false } });
    expect(reply.status).toBe(502);
    expect(reply.error.metadata).toMatchObject({ error_type: "provider_unavailable", provider_name: "ALPHA" });
  });

  test("`only` is an allow list, and an empty intersection returns 404", async () => {
    expect(order(await ask(serve(), { provider: { only: ["beta"] } }))).toEqual(["BETA"]);
    const reply = await ask(serve(), { provider: { only: ["no-such-provider"] } });
    expect(reply.status).toBe(404);
    expect(reply.error.message).toMatch(/^No allowed providers are available for the selected model\./);
    expect(leftOut(reply)).toEqual({ alpha: "unlisted", beta: "unlisted", gamma: "unlisted" });
    expect(reply.error.availability).toMatchObject({ code: "constraint_filtered", excluded_by: ["allowed_providers"] });
  });

  test("`ignore` is a deny list", async () => {
    expect(order(await ask(serve(), { provider: { ignore: ["alpha", "gamma"] } }))).toEqual(["BETA"]);
  });

  test("`require_parameters` keeps only endpoints that support every parameter of the request", async () => {
    const catalog = fleet([
      offer("alpha", 1, { supported_parameters: ["max_tokens"] }),
      offer("beta", 2, { supported_parameters: ["max_tokens", "top_k"] }),
    ]);
    const server = serve({ catalog });
    expect(order(await ask(server, { top_k: 4 }))).toContain("ALPHA");
    expect(order(await ask(server, { top_k: 4, provider: { require_parameters: true } }))).toEqual(["BETA"]);
    const none = await ask(server, { top_k: 4, min_p: 0.1, provider: { require_parameters: true } });
    expect(none.status).toBe(404);
    expect(leftOut(none)).toEqual({ alpha: "parameters", beta: "parameters" });
  });

  test("`data_collection: deny` excludes endpoints that may train on prompts", async () => {
    const training = { training: true, retention_days: 30, zdr: false };
    const server = serve({ catalog: fleet([offer("alpha", 1, { data_policy: training }), offer("beta", 2)]) });
    expect(order(await ask(server, { provider: { data_collection: "deny" } }))).toEqual(["BETA"]);
    const none = await ask(server, { provider: { data_collection: "deny", only: ["alpha"] } });
    expect(none.error.message).toMatch(/^No endpoints found matching your data policy \(Paid model training\)/);
    expect(none.error.availability.code).toBe("privacy_restricted");
  });

  test("`zdr` keeps only endpoints with zero data retention", async () => {
    const zdr = { training: false, retention_days: 0, zdr: true };
    const server = serve({ catalog: fleet([offer("alpha", 1), offer("beta", 2, { data_policy: zdr })]) });
    expect(order(await ask(server, { provider: { zdr: true } }))).toEqual(["BETA"]);
    const none = await ask(server, { provider: { zdr: true, ignore: ["beta"] } });
    expect(none.status).toBe(404);
    expect(none.error.message).toMatch(/^No endpoints found matching your data policy \(Zero data retention\)/);
    expect(none.error.availability.excluded_by).toContain("data_policy:zdr");
  });

  test("`enforce_distillable_text` keeps only models whose author permits distillation", async () => {
    const open = { id: "acme/open", context_length: 1000, distillable: true, endpoints: [offer("beta", 2)] };
    const server = serve({ catalog: fleet([offer("alpha", 1)], [open]) });
    const reply = await ask(server, { models: ["acme/open"], provider: { enforce_distillable_text: true } });
    expect(reply.model).toBe("acme/open");
    const none = await ask(server, { provider: { enforce_distillable_text: true } });
    expect(leftOut(none)).toEqual({ alpha: "distillation" });
  });

  test("`quantizations` keeps matching endpoints, and an undeclared quantization is `unknown`", async () => {
    const catalog = fleet([offer("alpha", 1), offer("beta", 2, { quantization: "fp8" })]);
    expect(order(await ask(serve({ catalog }), { provider: { quantizations: ["fp8"] } }))).toEqual(["BETA"]);
    expect(order(await ask(serve({ catalog }), { provider: { quantizations: ["unknown"] } }))).toEqual(["ALPHA"]);
  });

  test("`max_price` is a hard cap in USD per million tokens, as a number or a string", async () => {
    expect(order(await ask(serve(), { provider: { sort: "price", max_price: { prompt: 1 } } }))).toEqual([
      "ALPHA",
      "BETA",
    ]);
    expect(order(await ask(serve(), { provider: { max_price: { completion: "0.5" } } }))).toEqual(["ALPHA"]);
    const expensive = offer("alpha", 1);
    for (const [name, cap] of Object.entries({ request: 0.01, image: 0.01, audio: 10 })) {
      // Unscaled per request and per image, per million audio tokens.
      const pricing = { ...expensive.pricing, [name]: name === "audio" ? "0.00002" : "0.02" };
      const server = serve({ catalog: fleet([{ ...expensive, pricing }, offer("beta", 2)]) });
      expect(order(await ask(server, { provider: { max_price: { [name]: cap } } }))).toEqual(["BETA"]);
      expect(order(await ask(server, { provider: { max_price: { [name]: 2 * cap } } }))).toContain("ALPHA");
    }
    const none = await ask(serve(), { provider: { max_price: { prompt: 0.1 } } });
    expect(none.error.availability).toMatchObject({ code: "constraint_filtered", excluded_by: ["max_price"] });
    const wrong = await ask(serve(), { provider: { max_price: { prompt: "cheap" } } });
    expect(wrong.status).toBe(400);
    expect(wrong.error.message).toMatch(
      /^\/provider\/max_price\/prompt: expected a string that matches .* got "cheap"/,
    );
  });

  const speeds = fleet([
    offer("alpha", 1, { latency_ms: 900, throughput: 20 }),
    offer("beta", 2, { latency_ms: 100, throughput: 50 }),
    offer("gamma", 3, { latency_ms: 300, throughput: 400 }),
  ]);

  test.each([
    ["price", ["ALPHA", "BETA", "GAMMA"]],
    ["throughput", ["GAMMA", "BETA", "ALPHA"]],
    ["latency", ["BETA", "GAMMA", "ALPHA"]],
  ])("`sort: %s` alone decides the order, in both forms", async (by, expected) => {
    const server = serve({ catalog: speeds });
    for (const sort of [by, { by }]) expect(order(await ask(server, { provider: { sort } }))).toEqual(expected);
  });

  test("`sort` with `partition: none` orders the endpoints of all models together", async () => {
    const two = { id: "acme/two", context_length: 1000, endpoints: [offer("delta", 1.5)] };
    const server = serve({ catalog: fleet([offer("alpha", 1), offer("gamma", 3)], [two]) });
    const models = ["acme/one", "acme/two"];
    const apart = await ask(server, { models, provider: { sort: { by: "price", partition: "model" } } });
    expect(order(apart)).toEqual(["ALPHA", "GAMMA", "DELTA"]);
    const together = await ask(server, { models, provider: { sort: { by: "price", partition: "none" } } });
    expect(order(together)).toEqual(["ALPHA", "DELTA", "GAMMA"]);
  });

  test("`route` sets the partition under its older values", async () => {
    const two = { id: "acme/two", context_length: 1000, endpoints: [offer("delta", 0)] };
    const server = serve({ catalog: fleet([offer("alpha", 1)], [two]) });
    const models = ["acme/one", "acme/two"];
    expect((await ask(server, { models, route: "fallback" })).model).toBe("acme/one");
    expect((await ask(server, { models, route: "sort" })).model).toBe("acme/two");
  });

  test("`preferred_min_throughput` and `preferred_max_latency` move endpoints back and never exclude one", async () => {
    const server = serve({ catalog: speeds });
    const fast = await ask(server, { provider: { sort: "price", preferred_min_throughput: 45 } });
    expect(order(fast)).toEqual(["BETA", "GAMMA", "ALPHA"]);
    // In seconds; the catalog has milliseconds.
    const quick = await ask(server, { provider: { sort: "price", preferred_max_latency: 0.5 } });
    expect(order(quick)).toEqual(["BETA", "GAMMA", "ALPHA"]);
    const both = await ask(server, { provider: { sort: "price", preferred_min_throughput: { p50: 40, p99: 45 } } });
    expect(order(both)).toEqual(["GAMMA", "ALPHA", "BETA"]);
  });

  test("a base slug selects every variant of a provider except its service tiers, and a full slug only that one", async () => {
    const catalog = fleet([
      offer("alpha", 1, { tag: "alpha/us" }),
      offer("alpha", 2, { tag: "alpha/eu" }),
      offer("alpha", 3, { tag: "alpha/priority" }),
      offer("beta", 4),
    ]);
    const tags = async (provider: unknown): Promise<unknown> => {
      const reply = await ask(serve({ catalog }), { provider });
      return (reply.routing.endpoints!.available as unknown as unknown[]).length;
    };
    expect(await tags({ only: ["alpha"] })).toBe(2);
    expect(await tags({ only: ["alpha/eu"] })).toBe(1);
    expect(await tags({ only: ["alpha/priority"] })).toBe(1);
    expect(await tags({ ignore: ["alpha"] })).toBe(1);
  });

  test("`max_tokens` prefers endpoints that support that length, if one does", async () => {
    const catalog = fleet([offer("alpha", 1, { max_completion_tokens: 100 }), offer("beta", 2)]);
    expect(order(await ask(serve({ catalog }), { max_tokens: 200 }))).toEqual(["BETA"]);
    expect(order(await ask(serve({ catalog }), { max_tokens: 100 }))).toContain("ALPHA");
  });

  test("`tools`, `response_format` and `verbosity` exclude endpoints without support only if others have it", async () => {
    const plain = ["max_tokens"];
    const able = ["tools", "tool_choice", "response_format", "structured_outputs", "verbosity"];
    const catalog = fleet([
      offer("alpha", 1, { supported_parameters: plain }),
      offer("beta", 2, { supported_parameters: able }),
    ]);
    expect(order(await ask(serve({ catalog }), { verbosity: "low" }))).toEqual(["BETA"]);
    expect(order(await ask(serve({ catalog }), { tools }))).toEqual(["BETA"]);
    expect(order(await ask(serve({ catalog }), { response_format: { type: "json_object" } }))).toEqual(["BETA"]);
    const none = serve({ catalog: fleet([offer("alpha", 1, { supported_parameters: plain })]) });
    expect((await ask(none, { verbosity: "low" })).status).toBe(200);
    expect((await ask(none, { response_format: { type: "json_object" } })).status).toBe(200);
    const noTools = await ask(none, { tools });
    expect(noTools.status).toBe(404);
    expect(noTools.error.message).toMatch(/^No endpoints found that support tool use\./);
    const json_schema = { name: "x", schema: { type: "object" } };
    expect((await ask(none, { response_format: { type: "json_schema", json_schema } })).error.message).toMatch(
      /structured outputs/,
    );
  });
});

describe("variants", () => {
  const tiers = fleet([
    offer("alpha", 2, { throughput: 50 }),
    offer("beta", 3, { throughput: 200 }),
    offer("alpha", 4, { tag: "alpha/priority", throughput: 300 }),
    offer("alpha", 1, { tag: "alpha/flex", throughput: 10 }),
  ]);
  const tagsOf = (reply: Awaited<ReturnType<typeof ask>>): string => order(reply).join(" ");

  test(":nitro sorts by throughput and admits the priority tier", async () => {
    const reply = await ask(serve({ catalog: tiers }), { model: "acme/one:nitro", service_tier: "auto" });
    expect(reply.body.service_tier).toBe("priority");
    expect(tagsOf(reply)).toBe("ALPHA BETA ALPHA");
  });

  test(":floor sorts by price and admits the flex tier", async () => {
    const reply = await ask(serve({ catalog: tiers }), { model: "acme/one:floor", service_tier: "auto" });
    expect(reply.body.service_tier).toBe("flex");
    expect(order(reply)).toHaveLength(3);
  });

  test("`order` disables the tiers that :nitro and :floor admit", async () => {
    const reply = await ask(serve({ catalog: tiers }), { model: "acme/one:nitro", provider: { order: ["beta"] } });
    expect(order(reply)).toEqual(["BETA", "ALPHA"]);
  });

  test(":exacto orders endpoints by the success of tool calls, also without tools", async () => {
    const catalog = fleet([
      offer("alpha", 1, { tool_success: 0.8 }),
      offer("beta", 2, { tool_success: 0.99 }),
      offer("gamma", 3),
    ]);
    expect(order(await ask(serve({ catalog }), { model: "acme/one:exacto" }))).toEqual(["BETA", "ALPHA", "GAMMA"]);
    expect(order(await ask(serve({ catalog }), { provider: { sort: "exacto" } }))).toEqual(["BETA", "ALPHA", "GAMMA"]);
  });

  test(":online enables the web plugin", async () => {
    const { body } = await ask(serve(), {
      model: "acme/one:online",
      messages: [{ role: "user", content: "Explain photosynthesis" }],
    });
    const cited = body.choices![0]!.message!.annotations as unknown as { url_citation: { url: string } }[];
    expect(cited[0]!.url_citation.url).toBe("https://wiki.example.org/photosynthesis");
    expect(body.usage!.server_tool_use_details).toMatchObject({ web_search_requests: 1 });
  });

  test.each([":free", ":extended", ":thinking"])("the variant %s is a separate model", async (suffix) => {
    const own = { id: `acme/one${suffix}`, context_length: 1000, endpoints: [offer("beta", 0)] };
    const { model, provider, body } = await ask(serve({ catalog: fleet([offer("alpha", 1)], [own]) }), {
      model: `acme/one${suffix}`,
    });
    expect({ model, provider }).toEqual({ model: `acme/one${suffix}`, provider: "BETA" });
    expect(body.usage!.cost).toBe(0);
  });
});

describe("service tiers", () => {
  const catalog = fleet([
    offer("alpha", 2),
    offer("alpha", 4, { tag: "alpha/priority", throughput: 300 }),
    offer("alpha", 1, { tag: "alpha/flex" }),
  ]);

  test.each(["priority", "fast"])(
    "`service_tier: %s` tries the priority tier first and falls back to the default one",
    async (service_tier) => {
      const server = serve({ catalog });
      expect((await ask(server, { service_tier })).body.service_tier).toBe("priority");
      server.setProviderState("alpha/priority", "down");
      const reply = await ask(server, { service_tier });
      expect(reply.body.service_tier).toBe("default");
      expect(reply.routing.attempts).toHaveLength(2);
    },
  );

  test("`service_tier: ultrafast` falls back to the priority tier, then to the default one", async () => {
    const server = serve({
      catalog: fleet([
        offer("alpha", 2),
        offer("alpha", 4, { tag: "alpha/priority", throughput: 300 }),
        offer("alpha", 8, { tag: "alpha/ultrafast", throughput: 200 }),
      ]),
    });
    const tierOf = async (): Promise<unknown> => (await ask(server, { service_tier: "ultrafast" })).body.service_tier;
    expect(await tierOf()).toBe("ultrafast");
    server.setProviderState("alpha/ultrafast", "down");
    expect(await tierOf()).toBe("priority");
    server.setProviderState("alpha/priority", "down");
    expect(await tierOf()).toBe("default");
    expect((await ask(server, { service_tier: "priority" })).body.service_tier).toBe("default");
  });

  test("`service_tier: flex` tries only that tier and does not fall back", async () => {
    const server = serve({ catalog });
    const reply = await ask(server, { service_tier: "flex" });
    expect(reply.body.service_tier).toBe("flex");
    // Billed at the tier that served: 0.5 USD per million tokens.
    const { prompt_tokens, completion_tokens, cost } = reply.body.usage as unknown as Record<string, number>;
    expect(cost).toBeCloseTo((prompt_tokens! + completion_tokens!) * 0.000_000_5, 9);
    server.setProviderState("alpha/flex", "down");
    expect((await ask(server, { service_tier: "flex" })).status).toBe(502);
  });

  test("`service_tier: flex` has no effect on a model without that tier", async () => {
    expect((await ask(serve(), { service_tier: "flex" })).body.service_tier).toBe("default");
  });
});

describe("model fallbacks", () => {
  const two = { id: "acme/two", context_length: 2000, endpoints: [offer("delta", 1)] };
  const catalog = fleet([offer("alpha", 1), offer("beta", 2)], [two], {
    "~acme/latest": "acme/two",
    "acme/old": "acme/one",
  });

  test("the next entry of `models` answers and is billed after every endpoint of the first failed", async () => {
    const server = serve({ catalog, providers: { alpha: "down", beta: "down" } });
    const reply = await ask(server, { models: ["acme/one", "acme/two"] });
    expect(reply).toMatchObject({
      model: "acme/two",
      provider: "DELTA",
      routing: { strategy: "fallback", attempt: 3 },
    });
  });

  test("any error falls back to the next model, such as moderation or an exceeded context", async () => {
    const refused = serve({ catalog, script: [{ error: { status: 403, message: "flagged" } }, "Hello"] });
    expect((await ask(refused, { models: ["acme/one", "acme/two"] })).model).toBe("acme/two");
    const messages = [{ role: "user", content: "word ".repeat(3000) }];
    // Shortening is on by default for so short a context.
    const plugins = [{ id: "context-compression", enabled: false }];
    const tooLong = await ask(serve({ catalog }), { model: "acme/two", models: ["acme/one"], messages, plugins });
    expect(tooLong.model).toBe("acme/one");
  });

  test("the error of the last model is returned with the previous errors", async () => {
    const server = serve({ catalog, providers: { alpha: "down", beta: "rate_limited", delta: "down" } });
    const { status, error } = await ask(server, { models: ["acme/one", "acme/two"] });
    expect(status).toBe(503);
    expect(error.availability).toMatchObject({ code: "temporarily_unavailable", retryable: true });
    expect(
      (error.metadata.previous_errors as unknown as { provider: string }[]).map(({ provider }) => provider).toSorted(),
    ).toEqual(["ALPHA", "BETA"]);
  });

  test("~author/family-latest and old slugs resolve to a model, and the response names it", async () => {
    const latest = await ask(serve({ catalog }), { model: "~acme/latest" });
    expect(latest).toMatchObject({ model: "acme/two", routing: { strategy: "latest", requested: "~acme/latest" } });
    const alias = await ask(serve({ catalog }), { model: "acme/old" });
    expect(alias).toMatchObject({ model: "acme/one", routing: { strategy: "alias" } });
  });
});

describe("routers", () => {
  test("openrouter/auto selects a model by task, reports the task, and is billed as the selected model", async () => {
    const server = createMockServer();
    const messages = [{ role: "user", content: "Write a TypeScript function that sorts." }];
    const reply = await ask(server, { model: "openrouter/auto", messages });
    expect(reply.routing).toMatchObject({
      requested: "openrouter/auto",
      strategy: "auto",
      pipeline: [{ name: "auto-router", data: { task_type: "code_generation" } }],
    });
    expect(reply.model).not.toContain("openrouter/");
    const expensive = await ask(server, {
      model: "openrouter/auto",
      messages,
      plugins: [{ id: "auto-router", cost_tier: "max", allowed_models: ["anthropic/*"], excluded_models: ["*opus*"] }],
    });
    expect(expensive.model).toBe("anthropic/claude-sonnet-4.5");
    const none = await ask(server, {
      model: "openrouter/auto",
      messages,
      plugins: [{ id: "auto-router", allowed_models: ["no-such-author/*"] }],
    });
    expect(none).toMatchObject({
      status: 404,
      error: { message: "No models match your request and model restrictions" },
    });
  });

  test("a conversation stays with the model that a router selected", async () => {
    const server = createMockServer();
    const turn = (text: string): Promise<Awaited<ReturnType<typeof ask>>> =>
      ask(server, { model: "openrouter/free", session_id: "s", messages: [{ role: "user", content: text }] });
    const { model } = await turn("one");
    for (const text of ["two", "three", "four", "five"]) expect((await turn(text)).model).toBe(model);
  });

  test("openrouter/free draws a free model that supports the request", async () => {
    const seen = new Set<string>();
    const server = createMockServer();
    for (let turn = 0; turn < 15; turn++)
      seen.add(
        (await ask(server, { model: "openrouter/free", tools, messages: [{ role: "user", content: `turn ${turn}` }] }))
          .model,
      );
    expect(seen.size).toBeGreaterThan(1);
    for (const model of seen) expect(model).toMatch(/:free$/);
    // Models without tools are never drawn.
    expect([...seen]).not.toContain("google/gemma-3-27b-it:free");
  });

  test("openrouter/pareto-code selects the cheapest model above a coding score", async () => {
    const server = createMockServer();
    const cheap = await ask(server, { model: "openrouter/pareto-code" });
    const good = await ask(server, {
      model: "openrouter/pareto-code",
      plugins: [{ id: "pareto-router", min_coding_score: 0.8 }],
    });
    expect(cheap.routing.strategy).toBe("pareto");
    expect(good.routing.pipeline).toMatchObject([{ data: { tier: "high" } }]);
    expect(good.model).not.toBe(cheap.model);
  });

  test.each(["openrouter/fusion", "openrouter/bodybuilder"])(
    "%s is rejected with the available routers",
    async (model) => {
      const { status, error } = await ask(createMockServer(), { model });
      expect(status).toBe(400);
      expect(error.message).toMatch(/does not support openrouter\/\w+\. It supports openrouter\/auto/);
    },
  );
});

describe("exacto", () => {
  test("requests with tools order endpoints by the success of tool calls, unless `sort`, `order` or :floor is set", async () => {
    const catalog = fleet([offer("alpha", 1, { tool_success: 0.8 }), offer("beta", 2, { tool_success: 0.99 })]);
    const server = serve({ catalog });
    expect(order(await ask(server, { tools }))).toEqual(["BETA", "ALPHA"]);
    expect(order(await ask(server, { tools, provider: { sort: "price" } }))).toEqual(["ALPHA", "BETA"]);
    expect(order(await ask(server, { tools, model: "acme/one:floor" }))).toEqual(["ALPHA", "BETA"]);
    expect(order(await ask(server, { tools, provider: { order: ["alpha"] } }))).toEqual(["ALPHA", "BETA"]);
  });

  test("an endpoint with failing tool calls moves back", async () => {
    const catalog = fleet([offer("alpha", 1, { tool_success: 0.97 }), offer("beta", 2, { tool_success: 0.96 })]);
    const server = serve({ catalog, providers: { alpha: "invalid_tool_calls" }, defaultReply: "tool_calls" });
    const first = await ask(server, { tools });
    expect(first.provider).toBe("ALPHA");
    const calls = first.body.choices![0]!.message!.tool_calls as unknown as { function: { arguments: string } }[];
    expect(() => JSON.parse(calls[0]!.function.arguments) as unknown).toThrow();
    for (let turn = 0; turn < 15; turn++) await ask(server, { tools, user: String(turn) });
    expect(order(await ask(server, { tools }))).toEqual(["BETA", "ALPHA"]);
  });
});

describe("sticky routing", () => {
  const cached = (provider: string): ReturnType<typeof offer> => {
    const { pricing, ...rest } = offer(provider, 2);
    return { ...rest, pricing: { ...pricing, input_cache_read: "0.0000001" } };
  };
  const catalog = fleet([cached("alpha"), cached("beta"), cached("gamma")]);
  const system = { role: "system", content: long };
  const turns = async (
    server: ReturnType<typeof serve>,
    count: number,
    more: Record<string, unknown> = {},
  ): Promise<string[]> => {
    const providers: string[] = [];
    for (let turn = 0; turn < count; turn++)
      providers.push(
        (await ask(server, { messages: [system, { role: "user", content: "Hi" }], user: String(turn), ...more }))
          .provider,
      );
    return providers;
  };

  test("with `session_id` a conversation stays at its endpoint from the first success", async () => {
    expect(new Set(await turns(serve({ catalog }), 12, { session_id: "s1" })).size).toBe(1);
  });

  test("the header x-session-id pins a conversation, and `session_id` in the body has priority", async () => {
    const server = serve({ catalog });
    const first = await ask(server, {}, { "x-session-id": "a" });
    for (let turn = 0; turn < 8; turn++)
      expect((await ask(server, { user: String(turn) }, { "x-session-id": "a" })).provider).toBe(first.provider);
    const others = ["alpha", "beta", "gamma"].filter((slug) => slug.toUpperCase() !== first.provider);
    const { provider } = await ask(server, { session_id: "b", provider: { only: others } });
    for (let turn = 0; turn < 8; turn++) {
      const reply = await ask(server, { user: String(turn), session_id: "b" }, { "x-session-id": "a" });
      expect(reply.provider).toBe(provider);
    }
  });

  test("requests with the same `prompt_cache_key` are one conversation", async () => {
    const server = serve({ catalog });
    const more = { prompt_cache_key: "k", provider: { only: ["gamma"] } };
    // The second request hits the cache.
    await turns(server, 2, more);
    for (let turn = 0; turn < 12; turn++) {
      const messages = [{ role: "user", content: `${turn} ${long}` }];
      expect((await ask(server, { messages, prompt_cache_key: "k" })).provider).toBe("GAMMA");
    }
  });

  test("without an id a conversation stays at its endpoint after a cache hit", async () => {
    const providers = await turns(serve({ catalog }), 16);
    const again = providers.findIndex((provider, turn) => providers.indexOf(provider) < turn);
    expect(again).toBeGreaterThan(0);
    expect(new Set(providers.slice(again)).size).toBe(1);
  });

  test("a pin expires ten minutes after the last success", async () => {
    let now = 0;
    const server = serve({ catalog, now: () => now });
    const [first] = await turns(server, 1, { session_id: "s" });
    for (now = 0; now < 3_000_000; now += 590_000) expect(await turns(server, 1, { session_id: "s" })).toEqual([first]);
    const after: string[] = [];
    for (let turn = 0; turn < 8; turn++) {
      now += 601_000;
      after.push(...(await turns(server, 1, { session_id: "s", user: String(turn) })));
    }
    expect(new Set(after).size).toBeGreaterThan(1);
  });

  test("an error does not change the pin of a conversation", async () => {
    let now = 0;
    const server = serve({ catalog, now: () => now });
    const [first] = await turns(server, 1, { session_id: "s" });
    for (const slug of ["alpha", "beta", "gamma"]) server.setProviderState(slug, "rate_limited");
    expect((await ask(server, { session_id: "s" })).status).toBe(429);
    for (const slug of ["alpha", "beta", "gamma"]) server.setProviderState(slug, "up");
    now = 6000;
    expect(new Set(await turns(server, 12, { session_id: "s" }))).toEqual(new Set([first]));
  });

  test("a success at another endpoint moves the pin", async () => {
    let now = 0;
    const server = serve({ catalog, now: () => now });
    const [first] = await turns(server, 1, { session_id: "s" });
    server.setProviderState(first!.toLowerCase(), "rate_limited");
    const [other] = await turns(server, 1, { session_id: "s" });
    expect(other).not.toBe(first);
    server.setProviderState(first!.toLowerCase(), "up");
    now = 6000;
    expect(await turns(server, 1, { session_id: "s", user: "again" })).toEqual([other]);
  });

  test("`provider.order` disables sticky routing, as does a cache without savings", async () => {
    const server = serve({ catalog });
    const [first] = await turns(server, 1, { session_id: "s" });
    const other = ["alpha", "beta", "gamma"].find((slug) => slug.toUpperCase() !== first)!;
    expect(await turns(server, 1, { session_id: "s", provider: { order: [other] } })).toEqual([other.toUpperCase()]);
    expect(new Set(await turns(serve(), 40, { session_id: "s" })).size).toBeGreaterThan(1);
  });

  test("accounts share neither pins nor caches", async () => {
    const server = serve({ catalog });
    const messages = [system, { role: "user", content: "Hi" }];
    const only = { provider: { only: ["alpha"] }, messages };
    await ask(server, only);
    expect((await ask(server, only)).body.usage!.prompt_tokens_details!.cached_tokens).toBeGreaterThan(1000);
    const stranger = await ask(server, only, { key: "sk-or-v1-other" });
    expect(stranger.body.usage!.prompt_tokens_details!.cached_tokens).toBe(0);
  });
});

describe("BYOK keys", () => {
  test("prioritized BYOK keys precede `order`, shared endpoints follow, and fallback keys are last", async () => {
    const server = serve({ byokKeys: [{ provider: "gamma" }, { provider: "beta", fallbackOnly: true }] });
    const reply = await ask(server, { provider: { order: ["alpha", "beta"] } });
    expect(order(reply)).toEqual(["GAMMA", "ALPHA", "BETA", "GAMMA", "BETA"]);
    expect(reply.body.usage).toMatchObject({ is_byok: true, cost: 0 });
  });

  test("several prioritized BYOK keys follow the request's `order`, or their own order", async () => {
    const server = serve({ byokKeys: [{ provider: "gamma" }, { provider: "beta" }] });
    const shared = { provider: { order: ["beta", "gamma"] } };
    expect(order(await ask(server, shared))).toEqual(["BETA", "GAMMA", "BETA", "GAMMA", "ALPHA"]);
    const alone = await ask(server, { provider: { sort: "price" } });
    expect(order(alone)).toEqual(["GAMMA", "BETA", "ALPHA", "BETA", "GAMMA"]);
  });

  test("an exclusive BYOK key disables the provider's shared endpoints", async () => {
    const server = serve({ byokKeys: [{ provider: "alpha", exclusive: true }], providers: { alpha: "down" } });
    const reply = await ask(server, { provider: { sort: "price" } });
    expect(order(reply)).toEqual(["ALPHA", "BETA", "GAMMA"]);
    expect(reply).toMatchObject({ provider: "BETA", routing: { is_byok: false } });
  });

  test("data policies also filter BYOK keys", async () => {
    const server = serve({ byokKeys: [{ provider: "alpha" }] });
    expect((await ask(server, { provider: { zdr: true } })).status).toBe(404);
  });

  test("the BYOK fee is 5 % of the list price beyond the monthly allowance, and the provider's charge is reported separately", async () => {
    const server = serve({ byokKeys: [{ provider: "alpha" }], byokMonthlyAllowance: 0 });
    const { body } = await ask(server, { max_tokens: 50 });
    const { prompt_tokens, completion_tokens, cost, cost_details } = body.usage as unknown as {
      prompt_tokens: number;
      completion_tokens: number;
      cost: number;
      cost_details: { upstream_inference_cost: number };
    };
    const list = (prompt_tokens + completion_tokens) * 0.000_000_5;
    expect(cost_details.upstream_inference_cost).toBeCloseTo(list, 9);
    expect(cost).toBeCloseTo(list * 0.05, 8);
  });

  test("the BYOK fee starts at the end of the allowance, also within a request, and the allowance resets each month", async () => {
    let now = Date.parse("2025-11-30T12:00:00Z");
    // Ten prompt and completion tokens at 0.5 USD per million.
    const server = serve({
      byokKeys: [{ provider: "alpha" }],
      byokMonthlyAllowance: 0.000_008,
      script: () => "two words",
      now: () => now,
    });
    const cost = async (): Promise<number> => {
      const { body } = await ask(server);
      const { cost: fee, total_tokens: tokens } = body.usage as unknown as Record<string, number>;
      expect(tokens).toBe(10);
      return Math.round(fee! * 1e9);
    };
    expect([await cost(), await cost(), await cost()]).toEqual([0, 100, 250]);
    now = Date.parse("2025-12-01T00:00:00Z");
    expect(await cost()).toBe(0);
  });

  test("the provider's charge counts toward a key's limit only with `include_byok_in_limit`", async () => {
    const server = serve({ byokKeys: [{ provider: "alpha", exclusive: true }] });
    const account = new Patchbay({ apiKey: "sk-or-mgmt-test", fetch: server.fetch });
    const statuses = async (include_byok_in_limit: boolean): Promise<number[]> => {
      // Half a dollar a million tokens: 44 millionths are set aside for each, and some half of that is used.
      const { key } = await account.keys.create({ name: "own", limit: 0.000_05, include_byok_in_limit });
      const only = { provider: { only: ["alpha"] }, max_tokens: 80 };
      return [(await ask(server, only, { key })).status, (await ask(server, only, { key })).status];
    };
    expect(await statuses(false)).toEqual([200, 200]);
    expect(await statuses(true)).toEqual([200, 402]);
  });
});

describe("health", () => {
  test("a slow provider takes about ten times as long, and moves back for requests that prefer speed", async () => {
    let now = 0;
    const quick = { latency_ms: 100, throughput: 100 };
    const catalog = fleet([offer("alpha", 1, quick), offer("beta", 2, { latency_ms: 300, throughput: 50 })]);
    const server = serve({ catalog, now: () => now, providers: { alpha: "slow" } });
    const wish = { provider: { sort: "latency" } };
    expect(order(await ask(server, wish))).toEqual(["ALPHA", "BETA"]);
    // The median of five minutes is measured from the twentieth answer on.
    for (let turn = 0; turn < 20; turn++) await ask(server, { user: String(turn), provider: { only: ["alpha"] } });
    expect(order(await ask(server, wish))).toEqual(["BETA", "ALPHA"]);
    const client = new Patchbay({ apiKey: "sk-or-v1-test", fetch: server.fetch });
    const { data } = await client.models.listEndpoints({ author: "acme", slug: "one" });
    const measured = data.endpoints.find(({ tag }) => tag === "alpha")!;
    expect(measured.latency_last_30m!.p50).toBeGreaterThan(700);
    expect(measured.latency_last_30m!.p50).toBeLessThan(1400);
    now = 300_001;
    expect(order(await ask(server, wish))).toEqual(["ALPHA", "BETA"]);
  });
});
