// The metrics are read back as Prometheus reads them.
import { afterAll, beforeAll, expect, test } from "vitest";
import fc from "fast-check";
import { writeMetrics } from "../../packages/gateway/src/operation/metrics/exposition.ts";
import { Counter, gauge, Histogram } from "../../packages/gateway/src/operation/metrics/metric.ts";
import { configOf, type LocalGateway, localAdminKey, startLocalGateway } from "../support/local-gateway.ts";
import { parseMetrics, valueOf } from "../support/parse-metrics.ts";
import { type ProviderServer, startProvider } from "../support/provider-server.ts";

let provider: ProviderServer;
let broken: ProviderServer;
let local: LocalGateway;
beforeAll(async () => {
  provider = await startProvider({
    behave: { text: "It is well.", usage: { prompt: 100, completion: 10, cached: 40 } },
  });
  broken = await startProvider({ behave: { status: 503 } });
  local = await startLocalGateway(configOf([broken.url, provider.url]));
});
afterAll(async () => {
  await local?.stop();
  await Promise.all([provider?.stop(), broken?.stop()]);
});

const read = async (): Promise<ReturnType<typeof parseMetrics>> => {
  const response = await fetch(`${local.url}/metrics`);
  expect([response.status, response.headers.get("content-type")]).toEqual([
    200,
    "text/plain; version=0.0.4; charset=utf-8",
  ]);
  return parseMetrics(await response.text());
};

test("requests, attempts, tokens, costs and times are counted by operation, model and provider", async () => {
  for (let count = 0; count < 3; count++)
    await (await local.chat({ body: { stream: count > 0, provider: { order: ["p0", "p1"] } } })).text();
  await expect
    .poll(async () => valueOf(await read(), "patchbay_requests_total", { operation: "chat.completions.create" }))
    .toBe(3);
  const metrics = await read();
  const route = { model: "test/model", provider: "p1" };
  expect(valueOf(metrics, "patchbay_requests_total", { ...route, status: "200" })).toBe(3);
  expect(valueOf(metrics, "patchbay_attempts_total", { ...route, outcome: "ok" })).toBe(3);
  expect(valueOf(metrics, "patchbay_attempts_total", { provider: "p0", outcome: "error" })).toBeGreaterThan(0);
  expect(valueOf(metrics, "patchbay_tokens_total", { ...route, kind: "prompt" })).toBe(300);
  expect(valueOf(metrics, "patchbay_tokens_total", { ...route, kind: "cached" })).toBe(120);
  expect(valueOf(metrics, "patchbay_tokens_total", { ...route, kind: "completion" })).toBe(30);
  const { total_usage: usage } = await creditsOf();
  expect(valueOf(metrics, "patchbay_cost_usd_total", route)).toBeCloseTo(usage, 12);
  expect(valueOf(metrics, "patchbay_first_token_seconds_count", route)).toBe(3);
  expect(valueOf(metrics, "patchbay_request_duration_seconds_count", { operation: "chat.completions.create" })).toBe(3);
});

const creditsOf = async (): Promise<{ total_usage: number }> => {
  const response = await fetch(`${local.url}/api/v1/credits`, {
    headers: { authorization: `Bearer ${localAdminKey}` },
  });
  return ((await response.json()) as { data: { total_usage: number } }).data;
};

test("refused requests are counted by reason", async () => {
  const refusedOf = async (reason: string): Promise<number> =>
    valueOf(await read(), "patchbay_requests_refused_total", { reason });
  await (await local.chat({ key: "sk-or-v1-0000" })).text();
  await (await local.chat({ body: { messages: "no list" } })).text();
  await expect.poll(() => refusedOf("unauthorized")).toBe(1);
  await expect.poll(() => refusedOf("invalid_request")).toBe(1);
});

test("the state of the gateway, its stores and its process can be read", async () => {
  const metrics = await read();
  for (const name of [
    "patchbay_requests_in_progress",
    "patchbay_requests_waiting",
    "patchbay_ledger_writes_waiting",
    "patchbay_records_queued",
    "patchbay_log_lines_dropped_total",
  ])
    expect(valueOf(metrics, name, {}), name).toBeGreaterThanOrEqual(0);
  expect(valueOf(metrics, "process_resident_memory_bytes", {})).toBeGreaterThan(1e6);
  expect(valueOf(metrics, "process_cpu_seconds_total", {})).toBeGreaterThan(0);
  const endpoint = "test/model#p1";
  const states = metrics.get("patchbay_endpoint_breaker")!.samples.filter(({ labels }) => labels.endpoint === endpoint);
  expect(states.map(({ labels, value }) => [labels.state, value])).toEqual([
    ["closed", 1],
    ["open", 0],
    ["half-open", 0],
  ]);
});

test("from another machine, the metrics need the management key", async () => {
  const ask = (headers: Record<string, string>): Promise<number> =>
    fetch(`${local.url}/metrics`, { headers }).then(async (response) => {
      await response.text();
      return response.status;
    });
  const forwarded = { "x-forwarded-for": "203.0.113.7" };
  expect(await ask(forwarded)).toBe(401);
  expect(await ask({ ...forwarded, authorization: "Bearer sk-or-mgmt-wrong" })).toBe(401);
  expect(await ask({ ...forwarded, authorization: `Bearer ${local.key}` })).toBe(401);
  expect(await ask({ ...forwarded, authorization: `Bearer ${localAdminKey}` })).toBe(200);
});

test("whatever labels and values are, the text can be read back", () => {
  const text = fc.string({ unit: "binary", maxLength: 20 });
  const samples = fc.uniqueArray(fc.tuple(text, text, fc.double()), { selector: ([a, b]) => `${a}\u0000${b}` });
  fc.assert(
    fc.property(samples, text, (given, help) => {
      const options = { name: "test_value", help, labels: ["first", "second"] };
      const metric = gauge(options, () => given.map(([first, second, value]) => ({ labels: [first, second], value })));
      const family = parseMetrics(writeMetrics([metric])).get("test_value")!;
      expect(family.type).toBe("gauge");
      expect(family.help).toBe(help);
      expect(family.samples.map(({ labels, value }) => [labels.first, labels.second, value + 0])).toEqual(
        given.map(([first, second, value]) => [first, second, value + 0]),
      );
    }),
  );
});

test("the buckets of a histogram are cumulative, and the last one has every value", () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0, max: 100, noNaN: true })), (values) => {
      const histogram = new Histogram({ name: "test_seconds", help: "Test.", labels: ["a"] }, [0.1, 1, 10]);
      for (const value of values) histogram.observe(["x"], value);
      const metrics = parseMetrics(writeMetrics([histogram]));
      const below = (bound: number): number => values.filter((value) => value <= bound).length;
      if (values.length === 0) return;
      const buckets = metrics.get("test_seconds_bucket") ?? metrics.get("test_seconds")!;
      const found = buckets.samples.filter(({ name }) => name.endsWith("_bucket"));
      expect(found.map(({ labels, value }) => [labels.le, value])).toEqual([
        ["0.1", below(0.1)],
        ["1", below(1)],
        ["10", below(10)],
        ["+Inf", values.length],
      ]);
      expect(valueOf(metrics, "test_seconds_count", {})).toBe(values.length);
    }),
  );
});

test("the number of series of a metric is bounded, and nothing is lost beyond it", () => {
  const counter = new Counter({ name: "test_total", help: "Test.", labels: ["name"] });
  for (let count = 0; count < 10_000; count++) counter.add([`name ${count}`]);
  const { samples } = parseMetrics(writeMetrics([counter])).get("test_total")!;
  expect(samples.length).toBeLessThanOrEqual(2001);
  expect(samples.reduce((sum, { value }) => sum + value, 0)).toBe(10_000);
});
