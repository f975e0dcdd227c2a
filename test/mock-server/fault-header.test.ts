// Faults that a request sets with the header `x-patchbay-fault`.
import { createMockServer, type MockServer } from "@patchbay/mock-server";
import { get } from "node:http";
import { describe, expect, test } from "vitest";

const chat = { model: "openai/gpt-4o-mini", messages: [{ role: "user", content: "Hi" }] };

function ask(server: MockServer, fault: string, { stream = false, path = "" } = {}): Promise<Response> {
  return server.fetch(`http://127.0.0.1:4010${path}/api/v1/chat/completions`, {
    method: "POST",
    headers: { authorization: "Bearer sk-or-v1-test", "x-patchbay-fault": fault },
    body: JSON.stringify({ ...chat, stream }),
  });
}

describe("the header x-patchbay-fault is applied", () => {
  test.each<[header: string, applied: string, holds: (answer: Response, text: string) => void]>([
    ["missing_done", "missing_done", (_, text) => expect(text).not.toContain("[DONE]")],
    ["Missing_Done".toLowerCase(), "missing_done", (_, text) => expect(text).not.toContain("[DONE]")],
    ["truncated;afterEvents=2", "truncated", (_, text) => expect(text.match(/^data: /gm)).toHaveLength(2)],
    [" truncated ; afterEvents = 2 ", "truncated", (_, text) => expect(text.match(/^data: /gm)).toHaveLength(2)],
    ["usage;how=duplicate", "usage", (_, text) => expect(text.match(/"usage":\{/g)).toHaveLength(2)],
    ["finish_reason;value=null", "finish_reason", (_, text) => expect(text).toContain('"finish_reason":null')],
    [
      'wrong_content_type;value="text/plain; charset=x"',
      "wrong_content_type",
      (answer) => expect(answer.headers.get("content-type")).toBe("text/plain; charset=x"),
    ],
    [
      'mid_stream_error;afterEvents=1;message="a, \\"b\\"; c"',
      "mid_stream_error",
      (_, text) => expect(text).toContain(String.raw`"message":"a, \"b\"; c"`),
    ],
    [
      "missing_done, keep_alive_comments;count=1",
      "missing_done, keep_alive_comments",
      (_, text) => expect(text).toMatch(/^: /),
    ],
    ['{"kind": "missing_done"}', "missing_done", (_, text) => expect(text).not.toContain("[DONE]")],
    [
      '[{"kind": "missing_done"}, {"kind": "keep_alive_comments", "count": 2}]',
      "missing_done, keep_alive_comments",
      (_, text) => expect(text.match(/^: /gm)).toHaveLength(2),
    ],
  ])("%s", async (header, applied, holds) => {
    const answer = await ask(createMockServer(), header, { stream: true });
    expect(answer.status).toBe(200);
    expect(answer.headers.get("x-patchbay-fault")).toBe(applied);
    holds(answer, await answer.text());
  });

  test.each<[header: string, status: number, retryAfter: string | null, message: string]>([
    ["429", 429, "1", "Rate limit exceeded"],
    ["429;retryAfter=7", 429, "7", "Rate limit exceeded"],
    ['503;message="down, for now"', 503, "1", "down, for now"],
    ['{"status": 418, "message": "teapot"}', 418, null, "teapot"],
  ])("a status: %s", async (header, status, retryAfter, message) => {
    const server = createMockServer();
    const answer = await ask(server, header);
    expect(answer.status).toBe(status);
    expect(answer.headers.get("retry-after")).toBe(retryAfter);
    expect(await answer.json()).toMatchObject({ error: { code: status, message } });
    expect(server.journal.last!.attempts).toEqual([]);
  });

  test("a status and a fault in the header apply together", async () => {
    const answer = await ask(createMockServer(), "500, malformed_json");
    expect(answer.status).toBe(500);
    const text = await answer.text();
    expect(() => JSON.parse(text) as unknown).toThrow();
  });

  test("the faults of the header are added to those of the rule, and a status uses up no reply of the rule", async () => {
    const server = createMockServer();
    server.on().reply({ content: "one", fault: { kind: "leading_whitespace" } }, "two");
    expect((await ask(server, "503")).status).toBe(503);
    expect(server.rules[0]!.timesUsed).toBe(0);
    expect((await ask(server, "oversized_event;bytes=9")).headers.get("x-patchbay-fault")).toBe(
      "leading_whitespace, oversized_event",
    );
  });
});

describe("an invalid header is rejected with every mistake", () => {
  test.each<[header: string, pointer: string, message: RegExp]>([
    [
      "explode",
      "/0/kind",
      /"explode" is not a valid kind of fault; use connection_refused, .*, or a status from 400 to 599/,
    ],
    ["stal", "/0/kind", /Did you mean `stall`\?/],
    ["oversized_event", "/0/bytes", /is required and missing/],
    ["missing_done, stall;ms=soon", "/1/ms", /expected a number of milliseconds/],
    ["missing_done, delay=soon", "/delay", /expected a number of milliseconds/],
    ["delay=1, delay=2", "", /sets two delays/],
    ["delay=1;ms=2", "/ms", /is not a known property; allowed: delay/],
    ["slow;ms=1", "/0/kind", /"slow" was removed, .* or `delay=100` in the header x-patchbay-fault/],
    ["no-done", "/0/kind", /"no-done" was renamed to "missing_done"\./],
    ["stall;after=2", "/0/after", /is not a known property; allowed: kind, afterEvents/],
    ["stall;ms=-1", "/0/ms", /from 0/],
    ['wrong_content_type;value="a\tb", oversized_event;bytes=1e99', "/1/bytes", /whole number/],
    ["200", "/status", /from 400 to 599/],
    ["429, 503", "", /sets two statuses/],
    ["429;after=1", "/after", /is unknown together with a status/],
    ["429;retryAfter=soon", "/retryAfter", /expected a number of seconds/],
    ["", "", /is empty/],
    [" , ", "", /is empty/],
    ["{", "", /is not valid JSON/],
    ["[5]", "/0", /expected an object/],
    ["[[]]", "/0", /expected an object/],
    ["x".repeat(3000), "", /at most 2000/],
    [Array.from({ length: 30 }, () => "missing_done").join(","), "", /at most 20/],
  ])("%s", async (header, pointer, message) => {
    const server = createMockServer();
    const answer = await ask(server, header);
    const { error } = (await answer.json()) as { error: { message: string; metadata: { issues: object[] } } };
    expect(answer.status).toBe(400);
    expect(error.message).toMatch(message);
    expect(error.metadata.issues[0]).toMatchObject({ in: "header", pointer: `/x-patchbay-fault${pointer}` });
    expect(server.journal.last!.cost).toBe(0);
  });
});

test("sessions apply the header", async () => {
  const server = createMockServer();
  expect((await ask(server, "503", { path: "/s/ada" })).status).toBe(503);
});

test("pages of other origins can send the header", async () => {
  const preflight = await createMockServer().fetch("http://x/api/v1/chat/completions", {
    method: "OPTIONS",
    headers: { origin: "https://app.example", "access-control-request-method": "POST" },
  });
  expect(preflight.headers.get("access-control-allow-headers")).toContain("x-patchbay-fault");
});

test("the header has no effect where the control API is closed, and the response says so", async () => {
  const off = await ask(createMockServer({ control: false }), "503");
  expect(off.status).toBe(200);
  expect(off.headers.get("x-patchbay-fault")).toMatch(/^not applied/);

  const listening = await createMockServer().listen({ port: 0 });
  const status = (host: string): Promise<number | undefined> =>
    new Promise((resolve, reject) => {
      const headers = { host, "x-patchbay-fault": "503" };
      get({ port: listening.port, path: "/api/v1/models/count", headers }, (response) => {
        response.resume();
        resolve(response.statusCode);
      }).on("error", reject);
    });
  expect(await status(`127.0.0.1:${listening.port}`)).toBe(503);
  expect(await status(`rebound.example:${listening.port}`)).not.toBe(503);
  await listening.close();
});

test("a replay applies the header", async () => {
  const exchange = {
    request: { method: "GET", path: "/models/count", body: "" },
    response: { status: 200, headers: {}, pieces: [{ at: 0, text: '{"data":{"count":1}}' }] },
  };
  const server = createMockServer({ replay: { recording: { version: 1, exchanges: [exchange, exchange, exchange] } } });
  const count = (fault: string): Promise<Response> =>
    server.fetch("http://x/api/v1/models/count", { headers: { "x-patchbay-fault": fault } });
  expect((await count("503")).status).toBe(503);
  const before = performance.now();
  expect((await count("delay=50")).status).toBe(200);
  expect(performance.now() - before).toBeGreaterThanOrEqual(45);
  expect((await count("wrong_content_type")).headers.get("x-patchbay-fault")).toBe("wrong_content_type");
  expect((await count("explode")).status).toBe(400);
});

test("while recording, a status in the header sends no request to the service, and a body fault is reported as not applied", async () => {
  let calls = 0;
  const upstream = (): Promise<Response> => {
    calls++;
    return Promise.resolve(new Response("data: [DONE]\n\n", { headers: { "content-type": "text/event-stream" } }));
  };
  const server = createMockServer({ record: { baseURL: "https://service.example/api/v1", fetch: upstream } });
  expect((await ask(server, "503")).status).toBe(503);
  expect(calls).toBe(0);
  const answer = await ask(server, "missing_done, wrong_content_type;value=text/plain", { stream: true });
  expect(answer.headers.get("content-type")).toBe("text/plain");
  expect(answer.headers.get("x-patchbay-fault")).toMatch(
    /^missing_done not applied \(.*proxied.*\), wrong_content_type$/,
  );
  expect(await answer.text()).toBe("data: [DONE]\n\n");
  expect(calls).toBe(1);
});
