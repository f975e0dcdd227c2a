// Spans and metrics, as OpenTelemetry's SDK exports them.
import { context, metrics, SpanKind, SpanStatusCode, trace, type Tracer } from "@opentelemetry/api";
import { AsyncLocalStorageContextManager } from "@opentelemetry/context-async-hooks";
import {
  AggregationTemporality,
  InMemoryMetricExporter,
  MeterProvider,
  PeriodicExportingMetricReader,
  type Histogram,
} from "@opentelemetry/sdk-metrics";
import { InMemorySpanExporter, SimpleSpanProcessor, TracerProvider, type ReadableSpan } from "@opentelemetry/sdk-trace";
import { Patchbay, type ChatCompletionRequest, type ClientOptions } from "@patchbay/client";
import { telemetry } from "@patchbay/client/otel";
import { createMockServer, type MockServer } from "@patchbay/mock-server";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { textOf } from "../support/spans.ts";

/** One metric with its attributes. */
interface Metric {
  readonly name: string;
  readonly unit: string;
  readonly attributes: Readonly<Record<string, unknown>>;
  readonly value: Histogram;
}

interface Observed {
  readonly client: Patchbay;
  readonly tracer: Tracer;
  /** The finished spans, in the order of their ends. */
  readonly spans: () => ReadableSpan[];
  readonly metrics: () => Promise<Metric[]>;
}

/** A client with its own OpenTelemetry SDK. */
function observe(server: MockServer, options: Partial<ClientOptions> = {}): Observed {
  const spans = new InMemorySpanExporter();
  const metrics = new InMemoryMetricExporter(AggregationTemporality.CUMULATIVE);
  const traces = new TracerProvider({ spanProcessors: [new SimpleSpanProcessor({ exporter: spans })] });
  const meters = new MeterProvider({ readers: [new PeriodicExportingMetricReader({ exporter: metrics })] });
  const tracer = traces.getTracer("test");
  const middleware = [telemetry({ tracer, meter: meters.getMeter("test") })];
  return {
    client: new Patchbay({ apiKey: "sk-or-v1-test", fetch: server.fetch, middleware, ...options }),
    tracer,
    spans: () => spans.getFinishedSpans(),
    async metrics() {
      await meters.forceFlush();
      const all =
        metrics
          .getMetrics()
          .at(-1)
          ?.scopeMetrics.flatMap((scope) => scope.metrics) ?? [];
      return all.flatMap(({ descriptor: { name, unit }, dataPoints }) =>
        dataPoints.map(({ attributes, value }) => ({ name, unit, attributes, value: value as Histogram })),
      );
    },
  };
}

const chat = {
  model: "openai/gpt-5-mini",
  messages: [{ role: "user", content: "The password is hippopotamus." }],
} satisfies ChatCompletionRequest;
const again = { "retry-after": "0" };

beforeAll(() => void context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable()));
afterAll(() => {
  context.disable();
  trace.disable();
  metrics.disable();
});

describe("a span of a call", () => {
  test("of a chat has name, kind and attributes by the GenAI conventions", async () => {
    const { client, spans } = observe(createMockServer());
    const reply = await client.chat.completions.create({
      ...chat,
      max_tokens: 200,
      temperature: 0.5,
      top_p: 0.9,
      seed: 7,
    });
    expect(spans()).toHaveLength(1);
    const [span] = spans();
    expect(span).toMatchObject({ name: "chat openai/gpt-5-mini", kind: SpanKind.CLIENT });
    expect(span!.status.code).toBe(SpanStatusCode.UNSET);
    expect(span!.attributes).toEqual({
      "gen_ai.operation.name": "chat",
      "gen_ai.provider.name": "openrouter",
      "gen_ai.request.model": "openai/gpt-5-mini",
      "gen_ai.request.max_tokens": 200,
      "gen_ai.request.temperature": 0.5,
      "gen_ai.request.top_p": 0.9,
      "gen_ai.request.seed": 7,
      "server.address": "openrouter.ai",
      "server.port": 443,
      "gen_ai.response.id": reply.id,
      "gen_ai.response.model": reply.model,
      "gen_ai.response.finish_reasons": ["stop"],
      "gen_ai.usage.input_tokens": reply.usage!.prompt_tokens,
      "gen_ai.usage.output_tokens": reply.usage!.completion_tokens,
      "patchbay.response.provider": "OpenAI",
      "patchbay.usage.cost_usd": reply.usage!.cost,
    });
  });

  test("of another operation has its name, and host and port of a custom API", async () => {
    const { client, spans } = observe(createMockServer(), { baseURL: "http://127.0.0.1:4010/api/v1" });
    await client.embeddings.create({ model: "openai/text-embedding-3-small", input: "hello" });
    await client.rerank.create({ model: "cohere/rerank-v3.5", query: "a", documents: ["a", "b"] });
    await client.models.count();
    expect(spans().map(({ name }) => name)).toEqual([
      "embeddings openai/text-embedding-3-small",
      "rerank cohere/rerank-v3.5",
      "models.count",
    ]);
    for (const { attributes } of spans())
      expect(attributes).toMatchObject({ "server.address": "127.0.0.1", "server.port": 4010 });
    expect(spans()[0]!.attributes["gen_ai.usage.input_tokens"]).toBeGreaterThan(0);
  });

  test("is a child of the caller's span, and the parent of fetch's", async () => {
    const server = createMockServer();
    const { client, tracer, spans } = observe(server, {
      fetch: (request) =>
        tracer.startActiveSpan("POST", async (span) => {
          const response = await server.fetch(request);
          span.end();
          return response;
        }),
    });
    await tracer.startActiveSpan("caller", async (span) => {
      await client.chat.completions.create(chat);
      span.end();
    });
    const [http, call, caller] = spans();
    expect([http!.name, call!.name, caller!.name]).toEqual(["POST", "chat openai/gpt-5-mini", "caller"]);
    expect(http!.parentSpanContext?.spanId).toBe(call!.spanContext().spanId);
    expect(call!.parentSpanContext?.spanId).toBe(caller!.spanContext().spanId);
    expect(caller!.parentSpanContext).toBeUndefined();
  });

  test("is created for each attempt, with the reason of a failure and the same parent", async () => {
    const server = createMockServer();
    server.on({}).reply({ status: 503, headers: again }, { status: 429, headers: again }, "Sunny.");
    const { client, tracer, spans } = observe(server);
    await tracer.startActiveSpan("caller", async (span) => {
      await client.chat.completions.create(chat);
      span.end();
    });
    const attempts = spans().slice(0, 3);
    expect(spans()).toHaveLength(4);
    expect(attempts.map(({ attributes }) => attributes["error.type"])).toEqual([
      "service_unavailable",
      "rate_limited",
      undefined,
    ]);
    expect(attempts.map(({ status }) => status.code)).toEqual([
      SpanStatusCode.ERROR,
      SpanStatusCode.ERROR,
      SpanStatusCode.UNSET,
    ]);
    expect(attempts.map(({ attributes }) => attributes["http.request.resend_count"])).toEqual([undefined, 1, 2]);
    expect(new Set(attempts.map(({ parentSpanContext: parent }) => parent?.spanId)).size).toBe(1);
  });

  test("uses the global provider by default", async () => {
    const exporter = new InMemorySpanExporter();
    const provider = new TracerProvider({ spanProcessors: [new SimpleSpanProcessor({ exporter })] });
    trace.setGlobalTracerProvider(provider);
    const { fetch } = createMockServer();
    const client = new Patchbay({ apiKey: "sk-or-v1-test", fetch, middleware: [telemetry()] });
    await client.models.count();
    expect(exporter.getFinishedSpans().map(({ name }) => name)).toEqual(["models.count"]);
    expect(exporter.getFinishedSpans()[0]!.instrumentationScope.name).toBe("@patchbay/client");
  });
});

describe("the span of a failure", () => {
  test("has the code of the API error as its error.type", async () => {
    const { client, spans } = observe(createMockServer({ credits: -1 }));
    await expect(client.chat.completions.create(chat)).rejects.toThrow("402");
    expect(spans()).toHaveLength(1);
    expect(spans()[0]!.attributes["error.type"]).toBe("insufficient_credits");
    expect(spans()[0]!.status).toEqual({ code: SpanStatusCode.ERROR, message: "402 insufficient_credits" });
  });

  test("has the kind of failure without an API error", async () => {
    const server = createMockServer();
    const kinds = async (options: Partial<ClientOptions>): Promise<unknown> => {
      const { client, spans } = observe(server, { maxRetries: 0, ...options });
      await expect(client.chat.completions.create(chat)).rejects.toThrow(Error);
      expect(spans()).toHaveLength(1);
      expect(spans()[0]!.status.code).toBe(SpanStatusCode.ERROR);
      return spans()[0]!.attributes["error.type"];
    };
    expect(await kinds({ fetch: () => Promise.reject(new TypeError("fetch failed")) })).toBe("ConnectionError");
    expect(await kinds({ fetch: () => new Promise(() => undefined), timeout: 20 })).toBe("timeout_attempt");
    expect(await kinds({ fetch: () => new Promise(() => undefined), totalTimeout: 20 })).toBe("timeout_total");
  });

  test("ends when the caller aborts", async () => {
    const { client, spans } = observe(createMockServer(), { fetch: () => new Promise(() => undefined) });
    const controller = new AbortController();
    const work = client.chat.completions.create(chat, { signal: controller.signal });
    controller.abort();
    await expect(work).rejects.toBe(controller.signal.reason);
    expect(spans().map(({ attributes }) => attributes["error.type"])).toEqual(["AbortError"]);
  });
});

describe("a span of the Responses API and of the Messages API", () => {
  const input = { model: chat.model, input: "hippopotamus", max_output_tokens: 50 };
  const say = { model: chat.model, max_tokens: 50, messages: chat.messages };
  const { input_tokens, output_tokens, cost } = { input_tokens: 7, output_tokens: 3, cost: 0.5 };
  const cached = { cache_read_input_tokens: 2, cache_creation_input_tokens: 1 };
  const bodies = {
    responses: {
      id: "gen-1",
      object: "response",
      status: "incomplete",
      incomplete_details: { reason: "max_output_tokens" },
      model: "m",
      output: [],
      usage: { input_tokens, output_tokens, cost },
    },
    messages: {
      id: "gen-1",
      type: "message",
      model: "m",
      content: [],
      stop_reason: "max_tokens",
      usage: { input_tokens: 4, output_tokens, cost, ...cached },
    },
  };
  const answering = (): MockServer =>
    Object.assign(createMockServer(), {
      fetch: (request: Request) =>
        Promise.resolve(Response.json(bodies[request.url.endsWith("/responses") ? "responses" : "messages"])),
    });

  test("is one of a chat, with its tokens, its cost and why it ended", async () => {
    const { client, spans, metrics: measured } = observe(answering());
    await client.responses.create(input);
    await client.messages.create(say);
    await client.responses.stream(input).final();
    await client.messages.stream(say).final();
    const reasons = ["max_output_tokens", "max_tokens", "max_output_tokens", "max_tokens"];
    expect(spans().map(({ name }) => name)).toEqual(reasons.map(() => `chat ${chat.model}`));
    for (const [index, { attributes }] of spans().entries())
      expect(attributes).toMatchObject({
        "gen_ai.request.max_tokens": 50,
        "gen_ai.response.id": "gen-1",
        "gen_ai.response.finish_reasons": [reasons[index]],
        "gen_ai.usage.input_tokens": 7,
        "gen_ai.usage.output_tokens": 3,
        "patchbay.usage.cost_usd": 0.5,
      });
    expect(JSON.stringify(spans().map(({ attributes }) => attributes))).not.toContain("hippopotamus");
    const tokens = (await measured()).filter(({ name }) => name === "gen_ai.client.token.usage");
    expect(tokens.map(({ value }) => value.sum)).toEqual([28, 12]);
  });

  test("has the code of a failed response", async () => {
    const failed = {
      ...bodies.responses,
      status: "failed",
      error: { code: "rate_limit_exceeded", message: "hippopotamus" },
    };
    const server = Object.assign(createMockServer(), { fetch: () => Promise.resolve(Response.json(failed)) });
    const { client, spans } = observe(server, { maxRetries: 0 });
    await expect(client.responses.create(input)).rejects.toThrow("hippopotamus");
    expect(spans()[0]!.attributes["error.type"]).toBe("rate_limited");
    expect(spans()[0]!.status).toEqual({ code: SpanStatusCode.ERROR, message: "429 rate_limited" });
  });
});

describe("the span of a stream", () => {
  test("ends with the stream, and has its usage and finish reason", async () => {
    const { client, spans } = observe(createMockServer({ script: () => "one two three" }));
    const stream = client.chat.completions.stream(chat);
    let events = 0;
    for await (const _ of stream) {
      events += 1;
      expect(spans()).toEqual([]);
    }
    expect(events).toBeGreaterThan(3);
    const { id, usage, model } = await stream.final();
    expect(spans()).toHaveLength(1);
    expect(spans()[0]!.name).toBe("chat openai/gpt-5-mini");
    expect(spans()[0]!.attributes).toMatchObject({
      "gen_ai.response.id": id,
      "gen_ai.response.model": model,
      "gen_ai.response.finish_reasons": ["stop"],
      "gen_ai.usage.input_tokens": usage!.prompt_tokens,
      "gen_ai.usage.output_tokens": usage!.completion_tokens,
      "patchbay.usage.cost_usd": usage!.cost,
    });
    expect(spans()[0]!.attributes).not.toHaveProperty("error.type");
  });

  test("ends without an error when the loop is left", async () => {
    const { client, spans } = observe(createMockServer({ script: () => "one two three" }));
    for await (const chunk of client.chat.completions.stream(chat)) if (chunk.choices[0]?.delta.content) break;
    expect(spans()).toHaveLength(1);
    expect(spans()[0]!.status.code).toBe(SpanStatusCode.UNSET);
    expect(spans()[0]!.attributes["gen_ai.response.model"]).toBe("openai/gpt-5-mini");
    expect(spans()[0]!.attributes).not.toHaveProperty("gen_ai.usage.output_tokens");
  });

  test("has the error in the middle of the stream, and the part that was received", async () => {
    const server = createMockServer({ script: () => "one two three four five" });
    server.on({}).reply({ fault: { kind: "mid_stream_error", afterEvents: 3, status: 502 } });
    const { client, spans } = observe(server);
    await expect(Array.fromAsync(client.chat.completions.stream(chat))).rejects.toThrow("502");
    expect(spans()).toHaveLength(1);
    expect(spans()[0]!.attributes).toMatchObject({
      "error.type": "provider_unavailable",
      "gen_ai.response.model": "openai/gpt-5-mini",
    });
    expect(spans()[0]!.status.code).toBe(SpanStatusCode.ERROR);
  });

  test("is created for each attempt until one starts", async () => {
    const server = createMockServer();
    server.on({}).reply({ status: 503, headers: again }, "Sunny.");
    const { client, spans } = observe(server);
    await client.chat.completions.stream(chat).final();
    expect(spans().map(({ attributes }) => attributes["error.type"])).toEqual(["service_unavailable", undefined]);
  });
});

describe("no prompt and no completion", () => {
  const secret = /hippopotamus|crocodile/i;

  test("is in the span of a completion, a stream or a typed output", async () => {
    const script = (): object => ({ content: '{"animal":"crocodile"}', reasoning: "A hippopotamus, then." });
    const { client, spans } = observe(createMockServer({ script }));
    await client.chat.completions.create({ ...chat, user: "hippopotamus", stop: "crocodile" });
    await client.chat.completions.stream(chat).final();
    await client.chat.completions.parse({ ...chat, output: { type: "object", properties: { animal: {} } } });
    await client.embeddings.create({ model: "openai/text-embedding-3-small", input: "hippopotamus" });
    expect(spans()).toHaveLength(4);
    expect(spans().map(textOf).join("\n")).not.toMatch(secret);
  });

  test("is in the span of an API error that quotes it", async () => {
    const server = createMockServer();
    const message = 'Your input was flagged: "The password is hippopotamus."';
    server.on({}).reply({ status: 400, message });
    const { client, spans } = observe(server);
    await expect(client.chat.completions.create(chat)).rejects.toThrow(message);
    expect(spans()).toHaveLength(1);
    expect(textOf(spans()[0]!)).not.toMatch(secret);
  });

  test("is in the span of an unreadable response", async () => {
    const server = createMockServer();
    const { client, spans } = observe(server, {
      fetch: () => Promise.resolve(new Response('{"choices":[{"message":{"content":"A crocodile')),
    });
    await expect(client.chat.completions.create(chat)).rejects.toThrow("crocodile");
    const events = 'data: {"choices":[{"delta":{"content":"A crocodile\n\n';
    const broken = observe(server, {
      fetch: () => Promise.resolve(new Response(events, { headers: { "content-type": "text/event-stream" } })),
    });
    await expect(Array.fromAsync(broken.client.chat.completions.stream(chat))).rejects.toThrow("crocodile");
    expect([...spans(), ...broken.spans()]).toHaveLength(2);
    expect([...spans(), ...broken.spans()].map(textOf).join("\n")).not.toMatch(secret);
  });
});

describe("metrics of calls", () => {
  test("are the duration in seconds and the tokens of each kind", async () => {
    const { client, metrics } = observe(createMockServer());
    const began = performance.now();
    const { usage, model } = await client.chat.completions.create(chat);
    const seconds = (performance.now() - began) / 1000;
    const common = {
      "gen_ai.operation.name": "chat",
      "gen_ai.provider.name": "openrouter",
      "gen_ai.request.model": "openai/gpt-5-mini",
      "gen_ai.response.model": model,
      "server.address": "openrouter.ai",
      "server.port": 443,
    };
    const all = await metrics();
    const duration = all.find(({ name }) => name === "gen_ai.client.operation.duration")!;
    expect(duration).toMatchObject({ unit: "s", attributes: common, value: { count: 1 } });
    expect(duration.value.sum).toBeGreaterThan(0);
    expect(duration.value.sum).toBeLessThanOrEqual(seconds);
    const tokens = all.filter(({ name }) => name === "gen_ai.client.token.usage");
    expect(
      tokens.map(({ unit, attributes, value }) => ({ unit, attributes, count: value.count, sum: value.sum })),
    ).toEqual([
      { unit: "{token}", attributes: { ...common, "gen_ai.token.type": "input" }, count: 1, sum: usage!.prompt_tokens },
      {
        unit: "{token}",
        attributes: { ...common, "gen_ai.token.type": "output" },
        count: 1,
        sum: usage!.completion_tokens,
      },
    ]);
  });

  test("of a stream are recorded at its end, with its usage", async () => {
    const { client, metrics } = observe(createMockServer());
    const { usage } = await client.chat.completions.stream(chat).final();
    const output = (await metrics()).find(({ attributes }) => attributes["gen_ai.token.type"] === "output");
    expect(output!.value.sum).toBe(usage!.completion_tokens);
  });

  test("of a failed attempt have its error.type, and no tokens", async () => {
    const server = createMockServer();
    server.on({}).reply({ status: 503, headers: again }, "Sunny.");
    const { client, metrics } = observe(server);
    await client.chat.completions.create(chat);
    const all = await metrics();
    const durations = all.filter(({ name }) => name === "gen_ai.client.operation.duration");
    expect(durations.map(({ attributes, value }) => [attributes["error.type"], value.count])).toEqual([
      ["service_unavailable", 1],
      [undefined, 1],
    ]);
    expect(all.filter(({ name }) => name === "gen_ai.client.token.usage")).toHaveLength(2);
  });

  test("have no attribute of high cardinality", async () => {
    const { client, metrics } = observe(createMockServer({ script: () => "always the same" }));
    for (let turn = 0; turn < 3; turn++) await client.chat.completions.create({ ...chat, seed: turn });
    const all = await metrics();
    expect(all).toHaveLength(3);
    expect(all.map(({ value }) => value.count)).toEqual([3, 3, 3]);
  });
});
