// Spans and metrics of agents, as the OpenTelemetry SDK exports them.
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
import { createAgent, fallback, tool, type Observer, type RunEvent, type RunResult, type Tool } from "@patchbay/agent";
import { telemetry, type TelemetryOptions } from "@patchbay/agent/otel";
import { createScriptedClient, type ScriptedTurn } from "@patchbay/agent/testing";
import { Patchbay } from "@patchbay/client";
import { telemetry as clientTelemetry } from "@patchbay/client/otel";
import { createMockServer } from "@patchbay/mock-server";
import { afterAll, beforeAll, expect, test } from "vitest";
import { textOf } from "../support/spans.ts";

const model = "openai/gpt-5-mini";
const call = (name: string, given: unknown = {}): { name: string; arguments: unknown } => ({ name, arguments: given });
const calls = (...names: string[]): ScriptedTurn => ({ toolCalls: names.map((name) => call(name)) });

/** One metric with its attributes. */
interface Metric {
  readonly name: string;
  readonly unit: string;
  readonly attributes: Readonly<Record<string, unknown>>;
  readonly value: number | Histogram;
}

interface Observed {
  readonly observer: Observer;
  readonly tracer: Tracer;
  /** The ended spans, in the order of their ends. */
  readonly spans: () => ReadableSpan[];
  /** Their names, each with its parents. */
  readonly paths: () => string[];
  readonly metrics: () => Promise<Metric[]>;
  /** A client with its own telemetry. */
  readonly watched: (fetch: (request: Request) => Promise<Response>) => Patchbay;
}

/** An observer with its own SDKs. */
function observe(options: TelemetryOptions = {}): Observed {
  const spans = new InMemorySpanExporter();
  const metrics = new InMemoryMetricExporter(AggregationTemporality.CUMULATIVE);
  const traces = new TracerProvider({ spanProcessors: [new SimpleSpanProcessor({ exporter: spans })] });
  const meters = new MeterProvider({ readers: [new PeriodicExportingMetricReader({ exporter: metrics })] });
  const tracer = traces.getTracer("test");
  const meter = meters.getMeter("test");
  return {
    observer: telemetry({ tracer, meter, ...options }),
    tracer,
    spans: () => spans.getFinishedSpans(),
    paths() {
      const all = spans.getFinishedSpans();
      const pathOf = ({ name, parentSpanContext: parent }: ReadableSpan): string => {
        const around = all.find((span) => span.spanContext().spanId === parent?.spanId);
        return around ? `${pathOf(around)} > ${name}` : name;
      };
      return all.map(pathOf);
    },
    async metrics() {
      await meters.forceFlush();
      const all =
        metrics
          .getMetrics()
          .at(-1)
          ?.scopeMetrics.flatMap((scope) => scope.metrics) ?? [];
      return all.flatMap(({ descriptor: { name, unit }, dataPoints }) =>
        dataPoints.map(({ attributes, value }) => ({ name, unit, attributes, value: value as number | Histogram })),
      );
    },
    watched: (fetch) =>
      new Patchbay({
        apiKey: "sk-or-v1-agent",
        fetch,
        maxRetries: 0,
        middleware: [clientTelemetry({ tracer, meter })],
      }),
  };
}

/** Awaits a run, or loops over it. */
async function end(run: AsyncIterable<RunEvent> & PromiseLike<unknown>, watch: boolean): Promise<void> {
  if (watch) await Array.fromAsync(run);
  await run;
}

const named = (spans: readonly ReadableSpan[], name: string): ReadableSpan =>
  spans.find((span) => span.name.startsWith(name))!;

beforeAll(() => void context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable()));
afterAll(() => {
  context.disable();
  trace.disable();
  metrics.disable();
});

test("a run, its steps, requests and tools have names, kinds and attributes of the GenAI conventions", async () => {
  const { observer, spans } = observe();
  const server = createMockServer();
  server.on({}).reply({ toolCalls: [{ name: "weather", arguments: { city: "Oslo" } }] });
  server.on({ toolResult: true }).reply("Snow.");
  const weather = tool({
    name: "weather",
    description: "The weather.",
    inputSchema: { type: "object" },
    execute: () => "snow",
  });
  const client = new Patchbay({ apiKey: "sk-or-v1-agent", fetch: server.fetch });
  const request = { max_tokens: 200, temperature: 0.5, top_p: 0.9, seed: 7 };
  const agent = createAgent({ client, model, name: "helper", tools: [weather], request, observers: observer });
  const { state, attempts, steps, usage, cost } = await agent.run("Weather in Oslo?");
  expect(spans().map(({ name, kind }) => [name, kind])).toEqual([
    [`chat ${model}`, SpanKind.CLIENT],
    ["execute_tool weather", SpanKind.INTERNAL],
    ["step 1", SpanKind.INTERNAL],
    [`chat ${model}`, SpanKind.CLIENT],
    ["step 2", SpanKind.INTERNAL],
    ["invoke_agent helper", SpanKind.INTERNAL],
  ]);
  const ofRun = { "gen_ai.agent.name": "helper", "gen_ai.conversation.id": state.id };
  const [chat, execution, step, , , run] = spans();
  expect(run!.attributes).toEqual({
    ...ofRun,
    "gen_ai.operation.name": "invoke_agent",
    "gen_ai.provider.name": "openrouter",
    "gen_ai.request.model": model,
    "gen_ai.usage.input_tokens": usage.promptTokens,
    "gen_ai.usage.output_tokens": usage.completionTokens,
    "patchbay.usage.cost_usd": cost,
    "patchbay.stop": "completed",
  });
  expect(step!.attributes).toEqual({ ...ofRun, "patchbay.step.number": 1 });
  const details = steps[0]!.usage!;
  expect(chat!.attributes).toEqual({
    ...ofRun,
    "gen_ai.operation.name": "chat",
    "gen_ai.provider.name": "openrouter",
    "gen_ai.request.model": model,
    "gen_ai.request.max_tokens": 200,
    "gen_ai.request.temperature": 0.5,
    "gen_ai.request.top_p": 0.9,
    "gen_ai.request.seed": 7,
    "gen_ai.response.id": attempts[0]!.generationId,
    "gen_ai.response.model": attempts[0]!.model,
    "gen_ai.response.finish_reasons": ["tool_calls"],
    "gen_ai.usage.input_tokens": details.prompt_tokens,
    "gen_ai.usage.output_tokens": details.completion_tokens,
    "gen_ai.usage.cache_read.input_tokens": details.prompt_tokens_details!.cached_tokens,
    "gen_ai.usage.reasoning.output_tokens": details.completion_tokens_details!.reasoning_tokens,
    "patchbay.response.provider": "OpenAI",
    "patchbay.usage.cost_usd": attempts[0]!.cost,
  });
  expect(execution!.attributes).toEqual({
    ...ofRun,
    "gen_ai.operation.name": "execute_tool",
    "gen_ai.tool.name": "weather",
    "gen_ai.tool.type": "function",
    "gen_ai.tool.description": "The weather.",
    "gen_ai.tool.call.id": steps[0]!.toolCalls[0]!.id,
  });
  expect(spans().every(({ status }) => status.code === SpanStatusCode.UNSET)).toBe(true);
});

test.each([false, true])(
  "the work of tools, sub-agents and the client runs within their spans, in parallel (streamed: %s)",
  async (watch) => {
    const observed = observe();
    const { tracer, observer, paths, spans } = observed;
    const spanning = (name: string, ms: number): Tool =>
      tool({
        name,
        maxRetries: 1,
        execute: async function* () {
          await new Promise((resolve) => setTimeout(resolve, ms));
          yield "half";
          tracer.startSpan(`query ${name}`).end();
        },
      });
    const server = createMockServer();
    server.on({}).reply({
      toolCalls: [
        { name: "a", arguments: {} },
        { name: "helper", arguments: { input: "Help me." } },
        { name: "b", arguments: {} },
      ],
    });
    server.on({ userMessage: /Help/ }).reply({ toolCalls: [{ name: "c", arguments: {} }] });
    server.on({ toolResult: true }).reply("Done.");
    const client = observed.watched((request) =>
      tracer.startActiveSpan("POST", async (span) => {
        const response = await server.fetch(request);
        span.end();
        return response;
      }),
    );
    const helper = createAgent({ client, model, name: "helper", tools: [spanning("c", 1)], observers: observer });
    const agent = createAgent({
      client,
      model,
      name: "boss",
      tools: [spanning("a", 10), helper, spanning("b", 1)],
      observers: observer,
    });
    await tracer.startActiveSpan("caller", async (span) => {
      await end(agent.run("Go."), watch);
      span.end();
    });
    const asked = (step: string): string[] => [
      step,
      `${step} > chat ${model}`,
      `${step} > chat ${model} > chat ${model}`,
      `${step} > chat ${model} > chat ${model} > POST`,
    ];
    const boss = "caller > invoke_agent boss";
    const called = `${boss} > step 1 > execute_tool helper`;
    const expected = [
      "caller",
      boss,
      ...asked(`${boss} > step 1`),
      `${boss} > step 1 > execute_tool a`,
      `${boss} > step 1 > execute_tool a > query a`,
      `${boss} > step 1 > execute_tool b`,
      `${boss} > step 1 > execute_tool b > query b`,
      called,
      `${called} > invoke_agent helper`,
      ...asked(`${called} > invoke_agent helper > step 1`),
      `${called} > invoke_agent helper > step 1 > execute_tool c`,
      `${called} > invoke_agent helper > step 1 > execute_tool c > query c`,
      ...asked(`${called} > invoke_agent helper > step 2`),
      ...asked(`${boss} > step 2`),
    ];
    expect(paths().toSorted()).toEqual(expected.toSorted());
    expect(new Set(spans().map((span) => span.spanContext().traceId)).size).toBe(1);
  },
);

test.each([false, true])(
  "with `modelSpans: false` only the client emits spans and metrics of requests, within the steps (streamed: %s)",
  async (watch) => {
    const observed = observe({ modelSpans: false });
    const client = observed.watched(createMockServer().fetch);
    const agent = createAgent({ client, model, name: "helper", observers: observed.observer });
    const run = agent.run("Go.");
    await end(run, watch);
    const { cost } = await run;
    expect(observed.paths()).toEqual([
      `invoke_agent helper > step 1 > chat ${model}`,
      "invoke_agent helper > step 1",
      "invoke_agent helper",
    ]);
    const metrics = await observed.metrics();
    expect(metrics.map(({ name }) => name).toSorted()).toEqual([
      "gen_ai.client.operation.duration",
      "gen_ai.client.token.usage",
      "gen_ai.client.token.usage",
      "gen_ai.invoke_agent.duration",
      "patchbay.client.cost",
    ]);
    // The client does not count the cost.
    expect(metrics.find(({ name }) => name === "patchbay.client.cost")!.value).toBe(cost);
  },
);

test("hooks of a run execute within its span", async () => {
  const { observer, tracer, paths } = observe();
  const { client } = createScriptedClient(["Done."]);
  const step = (): undefined => {
    tracer.startSpan("hook").end();
  };
  await createAgent({ client, model, prepareStep: step, observers: observer }).run("Go.");
  expect(paths()).toContain("invoke_agent > hook");
});

test("a sub-agent with another observer is a child of the tool's span", async () => {
  const { tracer, observer, paths } = observe();
  const helper = createAgent({
    client: createScriptedClient(["Helped."]).client,
    model,
    name: "helper",
    observers: telemetry({ tracer }),
  });
  const { client } = createScriptedClient([{ toolCalls: [call("helper", { input: "Help." })] }, "Done."]);
  await createAgent({ client, model, tools: [helper], observers: observer }).run("Go.");
  const runs = paths().filter((path) => path.endsWith("invoke_agent helper"));
  expect(runs).toEqual([
    "invoke_agent > step 1 > execute_tool helper > invoke_agent helper",
    "invoke_agent > step 1 > execute_tool helper > invoke_agent helper",
  ]);
});

test.each([false, true])(
  "a slow request is hedged, and the canceled one is marked as canceled, not as an error (streamed: %s)",
  async (watch) => {
    const { observer, spans, paths } = observe();
    const { client } = createScriptedClient(["From the second.", "From the second."]);
    const other = new Patchbay({
      apiKey: "test",
      fetch: async (request) => {
        const body = (await request.json()) as { model: string; stream?: boolean; messages: [] };
        if (body.model === "any/slow") return new Promise(() => undefined);
        const chunks = await Array.fromAsync(
          client.chat.completions.stream({ model: body.model, messages: body.messages }),
        );
        const text = [...chunks.map((chunk) => JSON.stringify(chunk)), "[DONE]"].map((data) => `data: ${data}\n\n`);
        return new Response(text.join(""), { headers: { "content-type": "text/event-stream" } });
      },
    });
    const slowFirst = fallback(["any/slow", "any/quick"], { hedge: { delay: 5 } });
    await end(createAgent({ client: other, model: slowFirst, observers: observer }).run("Go."), watch);
    expect(paths().toSorted()).toEqual([
      "invoke_agent",
      "invoke_agent > step 1",
      "invoke_agent > step 1 > chat any/quick",
      "invoke_agent > step 1 > chat any/slow",
    ]);
    const [slow, quick] = ["chat any/slow", "chat any/quick"].map((name) => named(spans(), name));
    expect(slow!.attributes).toMatchObject({ "patchbay.cancelled": true });
    expect(slow!.attributes).not.toHaveProperty("patchbay.attempt.hedged");
    expect(quick!.attributes).toMatchObject({ "patchbay.attempt.hedged": true, "gen_ai.request.stream": true });
    expect(quick!.attributes["gen_ai.response.time_to_first_chunk"]).toBeGreaterThan(0);
    expect(quick!.attributes).not.toHaveProperty("patchbay.cancelled");
    expect(spans().map(({ status }) => status.code)).toEqual(spans().map(() => SpanStatusCode.UNSET));
    // With several models the responding one is not known in advance.
    expect(named(spans(), "invoke_agent").attributes).not.toHaveProperty("gen_ai.request.model");
  },
);

test("each request of a fallback is a span, those that failed have their error, and the step has none", async () => {
  const { observer, spans } = observe();
  const { client } = createScriptedClient([{ status: 503 }, { status: 429 }, "Sunny."]);
  const models = fallback(["any/first", "any/second"], { retryDelay: 0 });
  await createAgent({ client, model: models, observers: observer }).run("Go.");
  expect(spans().map(({ name, attributes, status }) => [name, attributes["error.type"], status])).toEqual([
    ["chat any/first", "service_unavailable", { code: SpanStatusCode.ERROR, message: "503 service_unavailable" }],
    ["chat any/first", "rate_limited", { code: SpanStatusCode.ERROR, message: "429 rate_limited" }],
    ["chat any/second", undefined, { code: SpanStatusCode.UNSET }],
    ["step 1", undefined, { code: SpanStatusCode.UNSET }],
    ["invoke_agent", undefined, { code: SpanStatusCode.UNSET }],
  ]);
  expect(spans().some(({ attributes }) => attributes["patchbay.attempt.hedged"])).toBe(false);
});

test("a failed run is an error up to its root span, with the code of the API error", async () => {
  const { observer, spans } = observe();
  const { client } = createScriptedClient([{ status: 402 }]);
  await expect(createAgent({ client, model, observers: observer }).run("Go.")).rejects.toThrow("402");
  expect(spans().map(({ name, attributes }) => [name, attributes["error.type"]])).toEqual([
    [`chat ${model}`, "insufficient_credits"],
    ["step 1", "insufficient_credits"],
    ["invoke_agent", "insufficient_credits"],
  ]);
});

test("an aborted run is an error, and its work in flight is marked as canceled", async () => {
  const { observer, spans } = observe();
  const controller = new AbortController();
  const stopping = tool({
    name: "stopping",
    execute: () => {
      controller.abort();
      return new Promise(() => undefined);
    },
  });
  const agent = createAgent({
    client: createScriptedClient([calls("stopping")]).client,
    model,
    tools: [stopping],
    observers: observer,
  });
  await expect(agent.run("Go.", { signal: controller.signal })).rejects.toThrow("aborted");
  expect(
    spans().map(({ name, attributes }) => [name, attributes["error.type"], attributes["patchbay.cancelled"]]),
  ).toEqual([
    [`chat ${model}`, undefined, undefined],
    ["execute_tool stopping", undefined, true],
    ["step 1", undefined, true],
    ["invoke_agent", "AbortError", undefined],
  ]);
});

test("failed and rejected calls are errors with a kind each, and a pause, a limit and a loop that was left are not", async () => {
  const { observer, spans } = observe();
  const failing = tool({ name: "failing", execute: () => Promise.reject(new RangeError("Too far.")) });
  const asking = tool({ name: "asking", needsApproval: true, execute: () => "agreed" });
  const nested = createAgent({
    client: createScriptedClient([calls("asking")]).client,
    model,
    name: "nested",
    tools: [asking],
  });
  const { client } = createScriptedClient([
    {
      toolCalls: [
        call("failing"),
        call("none"),
        call("asking", "no JSON"),
        call("asking"),
        call("nested", { input: "Go." }),
      ],
    },
    "I see.",
  ]);
  const agent = createAgent({
    client,
    model,
    tools: [failing, asking, nested],
    limits: { maxSteps: 1 },
    observers: observer,
  });
  const paused = await agent.run("Go.");
  expect(paused.stopReason).toBe("paused");
  const codes = (): unknown[] =>
    spans().map(({ name, attributes, status }) => [
      name,
      attributes["error.type"],
      attributes["patchbay.stop"],
      status.code,
    ]);
  const { ERROR, UNSET } = SpanStatusCode;
  expect(codes().toSorted()).toEqual(
    [
      [`chat ${model}`, undefined, undefined, UNSET],
      [`chat ${model}`, undefined, undefined, UNSET],
      ["execute_tool failing", "RangeError", undefined, ERROR],
      ["execute_tool none", "unknown_tool", undefined, ERROR],
      ["execute_tool asking", "invalid_arguments", undefined, ERROR],
      ["step 1", undefined, undefined, UNSET],
      ["invoke_agent nested", undefined, "paused", UNSET],
      ["execute_tool nested", undefined, "paused", UNSET],
      ["step 1", undefined, undefined, UNSET],
      ["invoke_agent", undefined, "paused", UNSET],
    ].toSorted(),
  );
  const before = spans().length;
  await agent.resume(paused.state, { reject: { [paused.pending[0]!.id]: "No." } });
  expect(codes().slice(before)).toContainEqual(["execute_tool asking", "refused", undefined, ERROR]);

  const other = observe();
  const onward = createAgent({
    client: createScriptedClient([calls("asking"), "I see."]).client,
    model,
    limits: { maxSteps: 1 },
    observers: other.observer,
  });
  const { stopReason: stop } = await onward.run("Go.");
  expect(stop).toBe("max_steps");
  for await (const _ of createAgent({
    client: createScriptedClient(["Hi."]).client,
    model,
    observers: other.observer,
  }).run("Go."))
    break;
  const runs = other.spans().filter(({ name }) => name === "invoke_agent");
  expect(
    runs.map(({ attributes, status }) => [attributes["patchbay.stop"], attributes["patchbay.cancelled"], status.code]),
  ).toEqual([
    ["max_steps", undefined, UNSET],
    [undefined, true, UNSET],
  ]);
});

/** A run with a secret in each of its parts. */
async function secretive(observer: Observer): Promise<RunResult<undefined>> {
  const secret = "hippopotamus";
  const { client } = createScriptedClient([
    { status: 400, message: `Flagged: ${secret}` },
    {
      text: secret,
      toolCalls: [call("telling", { secret }), call("failing", { secret }), call("helper", { input: secret })],
    },
    secret,
  ]);
  const input = { type: "object", properties: { secret: {} } };
  const telling = tool({ name: "telling", inputSchema: input, execute: () => [{ type: "text", text: secret }] });
  const failing = tool({ name: "failing", inputSchema: input, execute: () => Promise.reject(new Error(secret)) });
  const helper = createAgent({ client: createScriptedClient([secret]).client, model, name: "helper" });
  const models = fallback(["any/first", "any/second"], { actions: { bad_request: "next" } });
  const agent = createAgent({
    client,
    model: models,
    instructions: `Keep it: ${secret}`,
    tools: [telling, failing, helper],
    observers: observer,
  });
  return agent.run([
    { type: "text", text: secret },
    { type: "image_url", image_url: { url: `data:${secret}` } },
  ]);
}

test("prompts, completions, tool arguments and results are not in spans and metrics", async () => {
  const { observer, spans, metrics } = observe();
  const { stopReason: stop, attempts } = await secretive(observer);
  expect([stop, attempts.length]).toEqual(["completed", 4]);
  expect(spans().length).toBeGreaterThan(8);
  expect(spans().map(textOf).join("\n")).not.toMatch(/hippopotamus/);
  expect(JSON.stringify(await metrics())).not.toMatch(/hippopotamus/);
});

test("with `captureContent` spans have the content in the form of the conventions, and images are only named", async () => {
  const { observer, spans } = observe({ captureContent: true });
  const { messages } = await secretive(observer);
  const json = (span: ReadableSpan, name: string): unknown => JSON.parse(span.attributes[name] as string);
  const chat = spans().find(({ name, attributes }) => name === "chat any/second" && !attributes["error.type"])!;
  const text = { type: "text", content: "hippopotamus" };
  expect(json(chat, "gen_ai.input.messages")).toEqual([
    { role: "system", parts: [{ type: "text", content: "Keep it: hippopotamus" }] },
    { role: "user", parts: [text, { type: "image_url" }] },
  ]);
  expect(json(chat, "gen_ai.output.messages")).toEqual([
    {
      role: "assistant",
      parts: [
        text,
        ...(
          messages[1] as { tool_calls: { id: string; function: { name: string; arguments: string } }[] }
        ).tool_calls.map(({ id, function: { name, arguments: given } }) => ({
          type: "tool_call",
          id,
          name,
          arguments: given,
        })),
      ],
      finish_reason: "tool_calls",
    },
  ]);
  const [telling, failing] = ["execute_tool telling", "execute_tool failing"].map((name) => named(spans(), name));
  expect(telling!.attributes).toMatchObject({
    "gen_ai.tool.call.arguments": '{"secret":"hippopotamus"}',
    "gen_ai.tool.call.result": JSON.stringify([text]),
  });
  expect(failing!.status.message).toBe("hippopotamus");
  expect(spans().map(textOf).join("\n")).not.toMatch(/data:/);
});

test("metrics are durations, tokens and cost, with attributes of low cardinality", async () => {
  const { observer, metrics } = observe();
  const once = async (): Promise<void> => {
    const { client } = createScriptedClient([
      {
        ...(calls("quick", `made_up_${crypto.randomUUID()}`) as object),
        cost: 0.25,
        tokens: { prompt: 10, completion: 4 },
      },
      { text: "Done.", cost: 0.5, tokens: { prompt: 30, completion: 6 } },
    ]);
    const quick = tool({ name: "quick", execute: () => "completed" });
    await createAgent({ client, model, name: "helper", tools: [quick], observers: observer }).run("Go.");
  };
  await once();
  await once();
  const ofModel = {
    "gen_ai.operation.name": "chat",
    "gen_ai.provider.name": "openrouter",
    "gen_ai.request.model": model,
    "gen_ai.response.model": model,
  };
  const ofAgent = { "gen_ai.agent.name": "helper" };
  const all = await metrics();
  expect(
    all.map(({ name, unit, attributes, value }) => [
      name,
      unit,
      attributes,
      typeof value === "number" ? value : value.count,
    ]),
  ).toEqual([
    ["gen_ai.invoke_agent.duration", "s", { ...ofAgent, "gen_ai.request.model": model }, 2],
    ["gen_ai.client.operation.duration", "s", ofModel, 4],
    [
      "gen_ai.execute_tool.duration",
      "s",
      { ...ofAgent, "gen_ai.tool.name": "_OTHER", "error.type": "unknown_tool" },
      2,
    ],
    ["gen_ai.execute_tool.duration", "s", { ...ofAgent, "gen_ai.tool.name": "quick" }, 2],
    ["gen_ai.client.token.usage", "{token}", { ...ofModel, "gen_ai.token.type": "input" }, 4],
    ["gen_ai.client.token.usage", "{token}", { ...ofModel, "gen_ai.token.type": "output" }, 4],
    ["patchbay.client.cost", "{USD}", { ...ofModel, ...ofAgent }, 1.5],
  ]);
  const sums = all
    .filter(({ name }) => name === "gen_ai.client.token.usage")
    .map(({ value }) => (value as Histogram).sum);
  expect(sums).toEqual([80, 20]);
  const buckets = all.map(({ value }) => (typeof value === "number" ? [] : value.buckets.boundaries));
  expect(buckets.map((one) => [one[0], one.at(-1)])).toEqual([
    [0.1, 409.6],
    [0.01, 81.92],
    [0.01, 81.92],
    [0.01, 81.92],
    [1, 67_108_864],
    [1, 67_108_864],
    [undefined, undefined],
  ]);
});

test("a failed request has a duration with its error.type and no tokens", async () => {
  const { observer, metrics } = observe();
  await expect(
    createAgent({ client: createScriptedClient([]).client, model, observers: observer }).run("Go."),
  ).rejects.toThrow("500");
  const received = (await metrics()).map(({ name, attributes }) => [name, attributes["error.type"]]);
  expect(received).toEqual([
    ["gen_ai.invoke_agent.duration", "server_error"],
    ["gen_ai.client.operation.duration", "server_error"],
  ]);
});

test("spans go to the global provider by default", async () => {
  const exporter = new InMemorySpanExporter();
  trace.setGlobalTracerProvider(new TracerProvider({ spanProcessors: [new SimpleSpanProcessor({ exporter })] }));
  await createAgent({ client: createScriptedClient(["Hi."]).client, model, observers: telemetry() }).run("Go.");
  expect(exporter.getFinishedSpans().map(({ instrumentationScope: { name } }) => name)).toEqual([
    "@patchbay/agent",
    "@patchbay/agent",
    "@patchbay/agent",
  ]);
});
