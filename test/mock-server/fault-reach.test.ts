// A fault affects its own response and never the next request on the connection.
import { createMockServer, type Fault, type ListeningServer, type MockServer } from "@patchbay/mock-server";
import { Agent, request as send, type IncomingMessage } from "node:http";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";

const chat = { model: "openai/gpt-4o-mini", messages: [{ role: "user", content: "Hi" }] };
let server: MockServer;
let listening: ListeningServer;

beforeAll(async () => {
  server = createMockServer({ defaultReply: "echo" });
  listening = await server.listen({ port: 0 });
});
afterAll(() => listening.close());
beforeEach(() => server.reset());

interface Received {
  readonly status: number;
  readonly headers: IncomingMessage["headers"];
  readonly body: string;
  /** `whole`: the body ended; `broken`: the connection ended; `open`: no more data. */
  readonly end: "whole" | "broken" | "open";
  readonly reusedSocket: boolean;
}

interface Asking {
  readonly headers?: Record<string, string>;
  /** Milliseconds until a response that has not ended counts as open. Only a test of such responses is less patient. */
  readonly patience?: number;
}

/** Sends a chat, or reads the number of models, over a connection of an `http.Agent`. */
function ask(
  agent: Agent,
  body: object | undefined,
  { headers = {}, patience = 20_000 }: Asking = {},
): Promise<Received> {
  return new Promise((resolve) => {
    const request = send({
      agent,
      port: listening.port,
      method: body ? "POST" : "GET",
      path: body ? "/api/v1/chat/completions" : "/api/v1/models/count",
      headers: { authorization: "Bearer sk-or-v1-test", "content-type": "application/json", ...headers },
    });
    const { reusedSocket } = request;
    const lost: Received = { status: 0, headers: {}, body: "", end: "broken", reusedSocket };
    request.on("error", () => resolve(lost));
    request.on("response", (response) => {
      request.removeAllListeners("error").on("error", () => undefined);
      let text = "";
      const done = (end: Received["end"]): void => {
        clearTimeout(timer);
        if (end === "open") request.destroy();
        resolve({
          status: response.statusCode!,
          headers: response.headers,
          body: text,
          end,
          reusedSocket: request.reusedSocket,
        });
      };
      const timer = setTimeout(() => done("open"), patience);
      response.setEncoding("utf8").on("data", (chunk: string) => (text += chunk));
      response.on("end", () => done("whole")).on("error", () => done("broken"));
    });
    request.end(body && JSON.stringify(body));
  });
}

describe("a response that is not streamed", () => {
  test.each<[fault: Fault, end: Received["end"], length: (announced: number) => number]>([
    [{ kind: "stall" }, "open", (announced) => Math.floor(announced / 2)],
    [{ kind: "stall", afterEvents: 0 }, "open", () => 0],
    [{ kind: "stall", afterEvents: 5 }, "open", (announced) => Math.floor(announced / 2)],
    [{ kind: "stall", afterBytes: 10 }, "open", () => 10],
    [{ kind: "stall", ms: 20 }, "whole", (announced) => announced],
    [{ kind: "truncated" }, "broken", (announced) => Math.floor(announced / 2)],
    [{ kind: "truncated", afterEvents: 0 }, "broken", () => 0],
    [{ kind: "truncated", afterBytes: 10 }, "broken", () => 10],
    [{ kind: "connection_reset", afterBytes: 10 }, "broken", () => 10],
    [{ kind: "connection_reset", afterEvents: 3 }, "broken", (announced) => Math.floor(announced / 2)],
  ])("%j announces the full length and sends a part of it", async (fault, end, length) => {
    server.on({}, { times: 1 }).reply({ content: "one two three", fault });
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    const got = await ask(agent, chat, end === "open" ? { patience: 250 } : {});
    expect(got.end).toBe(end);
    expect(got.headers["x-patchbay-fault"]).toBe(fault.kind);
    expect(got.body).toHaveLength(length(Number(got.headers["content-length"])));
    expect(await ask(agent, chat)).toMatchObject({ status: 200, end: "whole" });
    agent.destroy();
  });

  test("in process, a stall leaves the body pending until the client aborts, and a truncation breaks it", async () => {
    const post = (signal?: AbortSignal): Promise<Response> =>
      server.fetch("http://x/api/v1/chat/completions", {
        method: "POST",
        headers: { authorization: "Bearer sk-or-v1-test" },
        body: JSON.stringify(chat),
        ...(signal && { signal }),
      });
    server.on().reply({ content: "x", fault: { kind: "stall" } });
    const abort = new AbortController();
    const reading = (await post(abort.signal)).text();
    setTimeout(() => abort.abort(new Error("long enough")), 20);
    await expect(reading).rejects.toThrow("long enough");
    server.on().reply({ content: "x", fault: { kind: "truncated" } });
    await expect((await post()).text()).rejects.toThrow("terminated");
  });

  test("of two faults that end the body the earlier one applies, and the header lists both", async () => {
    server.on().reply({
      content: "x",
      fault: [
        { kind: "truncated", afterBytes: 20 },
        { kind: "leading_whitespace", text: "    " },
      ],
    });
    const got = await ask(new Agent(), chat);
    expect(got.body).toHaveLength(20);
    expect(got.body).toMatch(/^ {4}\{/);
    expect(got.headers["x-patchbay-fault"]).toBe("leading_whitespace, truncated");
  });
});

const kinds: readonly Fault[] = [
  { kind: "connection_refused" },
  { kind: "connection_reset" },
  { kind: "connection_reset", afterEvents: 2 },
  { kind: "truncated" },
  { kind: "stall" },
  { kind: "stall", ms: 10 },
  { kind: "keep_alive_comments" },
  { kind: "mid_stream_error" },
  { kind: "error_in_200" },
  { kind: "malformed_json" },
  { kind: "missing_done" },
  { kind: "wrong_content_type" },
  { kind: "leading_whitespace" },
  { kind: "usage", how: "missing" },
  { kind: "usage", how: "duplicate" },
  { kind: "finish_reason", value: "because" },
  { kind: "invalid_tool_arguments" },
  { kind: "oversized_event", bytes: 5_000_000 },
];

describe.each([false, true])("streamed: %s", (stream) => {
  test.each(kinds)("after the fault %j the next request on the connection is answered", async (fault) => {
    server.on({}, { times: 1 }).reply({ toolCalls: [{ name: "f", arguments: { a: 1 } }], fault });
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    const got = await ask(agent, { ...chat, stream }, fault.kind === "stall" ? { patience: 250 } : {});
    const next = await ask(agent, undefined);
    expect(next).toMatchObject({ status: 200, end: "whole" });
    // A connection is reused after a complete response.
    expect(next.reusedSocket).toBe(got.end === "whole");
    agent.destroy();
  });
});

test("after the fault connection_closed the connection is closed, and the next request needs another one", async () => {
  server.on({}, { times: 1 }).reply({ content: "x", fault: { kind: "connection_closed", ms: 20 } });
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const got = await ask(agent, chat);
  expect(got).toMatchObject({ status: 200, end: "whole", headers: { "x-patchbay-fault": "connection_closed" } });
  expect(got.headers.connection).toBe("keep-alive");
  await expect.poll(() => Object.keys(agent.freeSockets)).toEqual([]);
  expect(await ask(agent, undefined)).toMatchObject({ status: 200, end: "whole", reusedSocket: false });
  agent.destroy();
});

describe("the header and the journal say that a fault was not applied", () => {
  test.each<[fault: Fault, stream: boolean, reason: string]>([
    [{ kind: "keep_alive_comments" }, false, "the response is not streamed"],
    [{ kind: "mid_stream_error" }, false, "the response is not streamed"],
    [{ kind: "missing_done" }, false, "the response is not streamed"],
    [{ kind: "usage", how: "duplicate" }, false, "the response is not streamed"],
    [{ kind: "invalid_tool_arguments" }, false, "the response has no tool call with arguments"],
    [{ kind: "invalid_tool_arguments" }, true, "the response has no tool call with arguments"],
    [{ kind: "truncated", afterBytes: 100_000 }, false, "ends before the place of the fault"],
    [{ kind: "connection_reset", afterBytes: 100_000 }, false, "ends before the place of the fault"],
    [{ kind: "truncated", afterEvents: 100 }, true, "ends before the place of the fault"],
    [{ kind: "stall", afterEvents: 100, ms: 5 }, true, "ends before the place of the fault"],
    [{ kind: "malformed_json", afterEvents: 100 }, true, "the stream has 4 JSON events"],
  ])("%j, streamed: %s", async (fault, stream, reason) => {
    server.on().reply({ content: "one", fault });
    const got = await ask(new Agent(), { ...chat, stream });
    expect(got).toMatchObject({ status: 200, end: "whole" });
    expect(got.headers["x-patchbay-fault"]).toMatch(new RegExp(`^${fault.kind} not applied \\(.*${reason}`));
    expect(server.journal.last!.faults).toEqual([
      { kind: fault.kind, applied: false, reason: expect.stringContaining(reason) as string },
    ]);
  });

  test.each<[operation: string, body: unknown]>([
    ["models.list", { data: [] }],
    ["models.list", "text"],
    ["models.list", [1, 2]],
    ["models.list", 12],
    ["models.list", null],
  ])("%s with the body %j applies every fault or says why not", async (operation, body) => {
    for (const fault of kinds.filter(
      ({ kind }) => !["connection_refused", "connection_reset", "stall", "truncated"].includes(kind),
    )) {
      server.reset();
      server.on({ operation }).reply({ status: 200, body, fault });
      const answer = await server.fetch("http://x/api/v1/models");
      expect(answer.headers.get("x-patchbay-fault")).toMatch(new RegExp(`^${fault.kind}(?: not applied \\(.+\\))?$`));
      const text = await answer.text();
      if (fault.kind === "malformed_json") expect(() => JSON.parse(text) as unknown).toThrow();
      expect(server.journal.last!.faults).toHaveLength(1);
    }
  });

  test("the header and the journal list an applied fault", async () => {
    server.on().reply({ content: "one", fault: [{ kind: "missing_done" }, { kind: "keep_alive_comments", count: 1 }] });
    const got = await ask(new Agent(), { ...chat, stream: true });
    expect(got.headers["x-patchbay-fault"]).toBe("missing_done, keep_alive_comments");
    expect(server.journal.last!.faults).toEqual([
      { kind: "missing_done", applied: true },
      { kind: "keep_alive_comments", applied: true },
    ]);
  });
});

test("comments do not count as events, in any order of faults", async () => {
  const bodies: string[] = [];
  for (const fault of [
    [
      { kind: "keep_alive_comments", count: 2 },
      { kind: "truncated", afterEvents: 1 },
    ],
    [
      { kind: "truncated", afterEvents: 1 },
      { kind: "keep_alive_comments", count: 2 },
    ],
  ] satisfies Fault[][]) {
    server.on().reply({ content: "one", fault });
    bodies.push((await ask(new Agent(), { ...chat, stream: true })).body.replaceAll(/"(?:id|created)":[^,]+/g, ""));
  }
  for (const body of bodies) expect(body.match(/^data: /gm)).toHaveLength(1);
  for (const body of bodies) expect(body.match(/^: /gm)).toHaveLength(2);
});

describe("of mutually exclusive faults one is applied, and the header says why the others are not", () => {
  test.each<[faults: readonly Fault[], stream: boolean, header: string]>([
    [
      [{ kind: "truncated" }, { kind: "stall" }],
      false,
      "truncated, stall not applied (another fault ends the body earlier)",
    ],
    [
      [{ kind: "truncated" }, { kind: "truncated" }],
      false,
      "truncated, truncated not applied (another fault ends the body earlier)",
    ],
    [
      [{ kind: "truncated" }, { kind: "stall" }],
      true,
      "truncated, stall not applied (another fault ends the body earlier)",
    ],
    [
      [
        { kind: "stall", ms: 5 },
        { kind: "truncated", afterEvents: 2 },
      ],
      true,
      "stall, truncated",
    ],
  ])("%j, streamed: %s", async (fault, stream, header) => {
    server.on().reply({ content: "one", fault });
    expect((await ask(new Agent(), { ...chat, stream })).headers["x-patchbay-fault"]).toBe(header);
  });

  test("a connection that breaks before the headers prevents all other faults", async () => {
    const fault: readonly Fault[] = [
      { kind: "oversized_event", bytes: 5 },
      { kind: "truncated" },
      { kind: "connection_reset" },
      { kind: "connection_refused" },
    ];
    server.on().reply({ content: "one", fault });
    await ask(new Agent(), chat);
    expect(server.journal.last!.faults.map(({ kind, applied }) => [kind, applied])).toEqual([
      ["connection_reset", true],
      ["connection_refused", false],
      ["oversized_event", false],
      ["truncated", false],
    ]);
  });
});
