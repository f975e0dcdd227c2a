// Spans of the gateway, as OpenTelemetry's SDK exports them.
import { SpanKind, SpanStatusCode, trace } from "@opentelemetry/api";
import { InMemorySpanExporter, SimpleSpanProcessor, TracerProvider, type ReadableSpan } from "@opentelemetry/sdk-trace";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { configOf, type LocalGateway, startLocalGateway } from "../support/local-gateway.ts";
import { type ProviderServer, startProvider } from "../support/provider-server.ts";
import { textOf } from "../support/spans.ts";

const exporter = new InMemorySpanExporter();
const answer = { text: "It is well.", usage: { prompt: 100, completion: 10 } };
let first: ProviderServer;
let second: ProviderServer;
let local: LocalGateway;
beforeAll(async () => {
  trace.setGlobalTracerProvider(new TracerProvider({ spanProcessors: [new SimpleSpanProcessor({ exporter })] }));
  first = await startProvider({ behave: answer });
  second = await startProvider({ behave: answer });
  local = await startLocalGateway(configOf([first.url, second.url]));
});
beforeEach(() => exporter.reset());
afterAll(async () => {
  await local?.stop();
  await Promise.all([first?.stop(), second?.stop()]);
  trace.disable();
});

/** The spans once the one of the request has ended: first the request, then its attempts. */
async function spansOf(): Promise<readonly [request: ReadableSpan, ...attempts: ReadableSpan[]]> {
  const all = (): ReadableSpan[] => exporter.getFinishedSpans();
  await expect.poll(() => all().some(({ kind }) => kind === SpanKind.SERVER)).toBe(true);
  const request = all().find(({ kind }) => kind === SpanKind.SERVER)!;
  return [request, ...all().filter(({ kind }) => kind === SpanKind.CLIENT)];
}

const provider = { order: ["p0", "p1"] };

test.each([{ stream: false }, { stream: true }])(
  "a request has a span, and each attempt has a child span that reaches its provider (stream: $stream)",
  async ({ stream }) => {
    first.reset();
    second.reset();
    first.behave({ status: 503 });
    await (await local.chat({ body: { stream, provider, models: ["test/model"] } })).text();
    first.behave(answer);
    const [request, ...attempts] = await spansOf();
    expect(request).toMatchObject({
      name: "chat test/model",
      status: { code: SpanStatusCode.UNSET },
      attributes: {
        "gen_ai.operation.name": "chat",
        "gen_ai.provider.name": "p1",
        "gen_ai.request.model": "test/model",
        "gen_ai.usage.input_tokens": 100,
        "gen_ai.usage.output_tokens": 10,
        "gen_ai.response.finish_reasons": ["stop"],
        "http.response.status_code": 200,
        "patchbay.usage.cost_usd": 0.00012,
      },
    });
    const served = attempts.at(-1)!;
    expect(served).toMatchObject({
      name: "chat m",
      attributes: { "gen_ai.provider.name": "p1", "server.address": "127.0.0.1", "http.response.status_code": 200 },
    });
    for (const span of attempts) expect(span.parentSpanContext!.spanId).toBe(request.spanContext().spanId);
    const { traceId, spanId } = served.spanContext();
    expect(second.requests.at(-1)!.headers.traceparent).toBe(`00-${traceId}-${spanId}-01`);
  },
);

test("a failed attempt has a span with its status and the type of its error", async () => {
  second.behave({ status: 500 });
  first.behave({ status: 500 });
  await (await local.chat({ body: { provider } })).text();
  second.behave(answer);
  first.behave(answer);
  const [request, ...attempts] = await spansOf();
  expect(request.status.code).toBe(SpanStatusCode.ERROR);
  expect(request.attributes["error.type"]).toBe("provider");
  expect(attempts.length).toBeGreaterThanOrEqual(2);
  for (const [index, { status, attributes }] of attempts.entries()) {
    expect(status.code).toBe(SpanStatusCode.ERROR);
    expect(attributes["error.type"]).toEqual(expect.any(String));
    expect(attributes["http.request.resend_count"]).toBe(index === 0 ? undefined : index);
  }
});

test("the trace of the caller is continued, and passed to the provider with its state", async () => {
  const [traceId, spanId] = ["0af7651916cd43dd8448eb211c80319c", "b7ad6b7169203331"];
  const headers = { traceparent: `00-${traceId}-${spanId}-01`, tracestate: "vendor=one" };
  first.reset();
  second.reset();
  await (await local.chat({ headers })).text();
  const [request] = await spansOf();
  expect(request.spanContext().traceId).toBe(traceId);
  expect(request.parentSpanContext).toMatchObject({ spanId, isRemote: true });
  const received = [...first.requests, ...second.requests].at(-1)!;
  expect(received.headers.traceparent).toMatch(new RegExp(`^00-${traceId}-(?!${spanId})[0-9a-f]{16}-01$`));
  expect(received.headers.tracestate).toBe("vendor=one");
});

test("requests at the same time have traces of their own", async () => {
  first.reset();
  second.reset();
  const traces = Array.from({ length: 8 }, (_, index) => `${index}`.repeat(32).replace(/^0/, "f"));
  await Promise.all(
    traces.map(async (traceId, index) => {
      const headers = { traceparent: `00-${traceId}-b7ad6b7169203331-01` };
      await (await local.chat({ headers, body: { messages: [{ role: "user", content: `number ${index}` }] } })).text();
    }),
  );
  for (const { text, headers } of [...first.requests, ...second.requests]) {
    const index = Number(/number (\d)/.exec(text)![1]);
    expect(headers.traceparent).toContain(traces[index]);
  }
  expect(first.requests.length + second.requests.length).toBe(8);
});

test("spans have no prompt, no completion and no key", async () => {
  const body = { messages: [{ role: "user", content: "my-private-prompt" }], stream: true };
  first.behave({ text: "my-private-answer" });
  second.behave({ text: "my-private-answer" });
  await (await local.chat({ body })).text();
  const all = (await spansOf()).map(textOf).join("\n");
  expect(all).not.toMatch(/my-private|provider-key/);
  expect(all).not.toContain(local.key);
});
