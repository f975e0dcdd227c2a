// Every fault as bytes on the wire, and how `openai` and our client handle it.
import { Patchbay, type ChatCompletionRequest } from "@patchbay/client";
import { createMockServer, type Fault, type ListeningServer, type MockServer } from "@patchbay/mock-server";
import OpenAI from "openai";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { readWire, type Wire } from "../support/wire.ts";

const request = {
  model: "openai/gpt-4o-mini",
  messages: [{ role: "user", content: "Hi" }],
} satisfies ChatCompletionRequest;
const content = "one two three";
let server: MockServer;
let listening: ListeningServer;
let openai: OpenAI;
let client: Patchbay;

beforeAll(async () => {
  server = createMockServer();
  listening = await server.listen({ port: 0 });
  openai = new OpenAI({ apiKey: "sk-or-v1-test", baseURL: listening.baseURL, maxRetries: 0 });
  client = new Patchbay({ apiKey: "sk-or-v1-test", baseURL: listening.baseURL, maxRetries: 0 });
});
afterAll(() => listening.close());
beforeEach(() => server.reset());

function fault(given: Fault, said: object = {}): void {
  server.on().reply({ content, fault: given, ...said });
}

const wire = (stream: boolean): Promise<Wire> => readWire(listening, { stream });

interface Piece {
  readonly choices: readonly { readonly delta: { readonly content?: string | null } }[];
}

interface Seen {
  readonly text: string;
  readonly error: string;
}

/** The text that a client received, and the name and message of its error. */
async function seen(read: (text: (piece: string) => void) => Promise<void>): Promise<Seen> {
  let text = "";
  try {
    await read((piece) => (text += piece));
    return { text, error: "" };
  } catch (error) {
    const { name, message, constructor } = error as Error;
    return { text, error: `${constructor.name === "Error" ? name : constructor.name}: ${message}` };
  }
}

const byOpenai = (): Promise<Seen> =>
  seen(async (add) => {
    for await (const { choices } of await openai.chat.completions.create({ ...request, stream: true }))
      add(choices[0]?.delta.content ?? "");
  });
const byUs = (): Promise<Seen> =>
  seen(async (add) => {
    for await (const { choices } of client.chat.completions.stream(request)) add(choices[0]?.delta.content ?? "");
  });
const wholeByOpenai = (): Promise<Seen> =>
  seen(async (add) => add((await openai.chat.completions.create(request)).choices[0]?.message.content ?? ""));
const wholeByUs = (): Promise<Seen> =>
  seen(async (add) => add((await client.chat.completions.create(request)).choices[0]?.message.content ?? ""));

describe("the connection", () => {
  test.each<Fault>([{ kind: "connection_refused" }, { kind: "connection_reset" }])(
    "the fault $kind sends no byte of a response",
    async (given) => {
      fault(given);
      expect(await wire(false)).toMatchObject({ end: "reset", head: "", body: "" });
      expect((await wholeByOpenai()).error).toMatch(/^APIConnectionError/);
      expect((await wholeByUs()).error).toMatch(/^ConnectionError/);
      expect(server.journal.last).toMatchObject({ status: 0, rule: "rule 1" });
    },
  );

  test("connection faults reject in process as fetch does", async () => {
    for (const [kind, code] of [
      ["connection_refused", "ECONNREFUSED"],
      ["connection_reset", "ECONNRESET"],
    ] as const) {
      server.reset();
      fault({ kind });
      const call = server.fetch("http://x/api/v1/chat/completions", {
        method: "POST",
        headers: { authorization: "Bearer sk-or-v1-test" },
        body: JSON.stringify(request),
      });
      await expect(call).rejects.toMatchObject({ message: "fetch failed", cause: { code } });
    }
  });

  test("a connection reset after two events makes both clients throw after the earlier text", async () => {
    fault({ kind: "connection_reset", afterEvents: 3 });
    const { end, body } = await wire(true);
    expect(end).toBe("reset");
    expect(body.match(/data: /g)).toHaveLength(3);
    expect(await byOpenai()).toMatchObject({ text: "one two", error: expect.stringMatching(/\w+Error/) as string });
    expect(await byUs()).toMatchObject({ text: "one two", error: expect.stringMatching(/^StreamError/) as string });
  });

  test("a connection reset after a number of bytes breaks a JSON body", async () => {
    fault({ kind: "connection_reset", afterBytes: 40 });
    const { end, body, head } = await wire(false);
    expect(end).toBe("reset");
    expect(body).toHaveLength(40);
    expect(Number(/content-length: (\d+)/i.exec(head)![1])).toBeGreaterThan(400);
    expect((await wholeByOpenai()).error).toMatch(/Error/);
    expect((await wholeByUs()).error).toMatch(/^ConnectionError/);
  });

  test("a stream truncated after two events ends normally, which only one of the clients detects", async () => {
    fault({ kind: "truncated", afterEvents: 3 });
    const { end, body } = await wire(true);
    expect(end).toBe("closed");
    expect(body).not.toContain("[DONE]");
    expect(await byOpenai()).toEqual({ text: "one two", error: "" });
    expect(await byUs()).toMatchObject({ text: "one two", error: expect.stringMatching(/^StreamError/) as string });
  });

  test("a body can be truncated in the middle of a character", async () => {
    server.on().reply({ content: "größer", fault: { kind: "truncated", afterBytes: 10_000 } });
    // With one provider, so that its name has the same length both times.
    const one = { stream: true, provider: { only: ["openai"] } };
    const whole = await readWire(listening, one);
    const at = whole.bytes.indexOf("ö");
    server.on().reply({ content: "größer", fault: { kind: "truncated", afterBytes: at + 1 } });
    const { bytes, end } = await readWire(listening, one);
    expect(end).toBe("closed");
    expect(bytes).toHaveLength(at + 1);
    expect(bytes.at(-1)).toBe(0xc3);
    // The other client reads half an event as a complete one.
    expect((await byOpenai()).error).toMatch(/^SyntaxError.*malformed server-sent event/);
    expect((await byUs()).error).toMatch(/^StreamError/);
  });

  test("a stall sends nothing more until the client gives up", async () => {
    fault({ kind: "stall", afterEvents: 2 });
    const { end, body } = await readWire(listening, { stream: true }, { patience: 1500 });
    expect(end).toBe("open");
    expect(body.match(/data: /g)).toHaveLength(2);
    /** Waits for a string, and briefly for the next. */
    const patiently = (open: (signal: AbortSignal) => Promise<AsyncIterable<Piece>>): Promise<Seen> =>
      seen(async (add) => {
        const controller = new AbortController();
        for await (const { choices } of await open(controller.signal)) {
          add(choices[0]?.delta.content ?? "");
          if (choices[0]?.delta.content) setTimeout(() => controller.abort(new Error("enough of it")), 100);
        }
      });
    const ours = await patiently((signal) => Promise.resolve(client.chat.completions.stream(request, { signal })));
    const theirs = await patiently((signal) =>
      openai.chat.completions.create({ ...request, stream: true }, { signal }),
    );
    // After its own abort, the loop ends as after a complete response.
    expect(theirs).toEqual({ text: "one", error: "" });
    expect(ours).toEqual({ text: "one", error: "Error: enough of it" });
  });

  test("a stall with `ms` delays the rest of the stream", async () => {
    fault({ kind: "stall", afterEvents: 2, ms: 150 });
    expect(await byUs()).toEqual({ text: content, error: "" });
    expect(await byOpenai()).toEqual({ text: content, error: "" });
    expect((await wire(true)).body).toContain("[DONE]");
  });

  test("a reply's delay postpones the first byte", async () => {
    server.on().reply({ content, delay: 150 });
    expect((await wire(false)).first).toBeGreaterThanOrEqual(145);
    expect((await wire(true)).first).toBeGreaterThanOrEqual(145);
    expect(await wholeByOpenai()).toEqual({ text: content, error: "" });
    expect(await wholeByUs()).toEqual({ text: content, error: "" });
  });
});

describe("streams", () => {
  test("keep-alive comments precede the first event, and both clients skip them", async () => {
    fault({ kind: "keep_alive_comments", count: 2, everyMs: 20 });
    expect((await wire(true)).body).toMatch(/^: OPENROUTER PROCESSING\n\n: OPENROUTER PROCESSING\n\ndata: /);
    expect(await byOpenai()).toEqual({ text: content, error: "" });
    expect(await byUs()).toEqual({ text: content, error: "" });
  });

  test("a mid-stream error makes both clients throw after the earlier text", async () => {
    fault({ kind: "mid_stream_error", afterEvents: 3, message: "Provider disconnected" });
    const { body } = await wire(true);
    expect(body).toContain('"error":{"code":502,"message":"Provider disconnected"');
    expect(body).not.toContain("[DONE]");
    expect(await byOpenai()).toMatchObject({
      text: "one two",
      error: expect.stringContaining("Provider disconnected") as string,
    });
    expect(await byUs()).toMatchObject({
      text: "one two",
      error: expect.stringContaining("Provider disconnected") as string,
    });
  });

  test("a stream without [DONE] is read to its end", async () => {
    fault({ kind: "missing_done" });
    expect((await wire(true)).body).not.toContain("[DONE]");
    expect(await byOpenai()).toEqual({ text: content, error: "" });
    // The response has its finish reason, and the body ends normally: nothing is missing.
    expect(await byUs()).toEqual({ text: content, error: "" });
  });

  test("an event that is not valid JSON makes the clients throw", async () => {
    fault({ kind: "malformed_json", afterEvents: 2 });
    const events = (await wire(true)).body.split("\n\n").filter((event) => event.startsWith("data: {"));
    expect(() => JSON.parse(events[2]!.slice(6)) as unknown).toThrow();
    expect((await byOpenai()).error).toMatch(/SyntaxError/);
    expect(await byUs()).toMatchObject({ text: "one", error: expect.stringMatching(/^StreamError/) as string });
  });

  test("usage can be missing or duplicated", async () => {
    for (const [how, count] of [
      ["missing", 0],
      ["duplicate", 2],
    ] as const) {
      server.reset();
      fault({ kind: "usage", how });
      expect((await wire(true)).body.match(/"usage":\{/g) ?? []).toHaveLength(count);
      expect(await byOpenai()).toEqual({ text: content, error: "" });
      expect(await byUs()).toEqual({ text: content, error: "" });
    }
  });

  test("an oversized event is read completely", async () => {
    fault({ kind: "oversized_event", bytes: 1_000_000 });
    expect((await wire(true)).bytes.length).toBeGreaterThan(1_000_000);
    expect(await byOpenai()).toEqual({ text: content, error: "" });
    expect(await byUs()).toEqual({ text: content, error: "" });
  });

  test("invalid tool arguments arrive unchanged, streamed and not", async () => {
    fault(
      { kind: "invalid_tool_arguments" },
      { content: undefined, toolCalls: [{ name: "add", arguments: { a: 1, b: 2 } }] },
    );
    const whole = JSON.parse((await wire(false)).body) as {
      choices: { message: { tool_calls: { function: { arguments: string } }[] } }[];
    };
    expect(() => JSON.parse(whole.choices[0]!.message.tool_calls[0]!.function.arguments) as unknown).toThrow();
    const theirs = await openai.chat.completions.create(request);
    const [call] = theirs.choices[0]!.message.tool_calls!;
    expect(() => JSON.parse(call?.type === "function" ? call.function.arguments : "{}") as unknown).toThrow();
    let pieces = "";
    for await (const { choices } of client.chat.completions.stream(request))
      pieces += choices[0]?.delta.tool_calls?.[0]?.function?.arguments ?? "";
    expect(pieces).not.toBe("");
    expect(() => JSON.parse(pieces) as unknown).toThrow();
  });
});

describe("answers", () => {
  test("an error body with status 200 is an error, also for a streaming request", async () => {
    fault({ kind: "error_in_200", message: "Provider returned error" });
    const { head, body } = await wire(true);
    expect(head).toMatch(/^HTTP\/1.1 200/);
    expect(JSON.parse(body)).toMatchObject({ error: { code: 502, message: "Provider returned error" } });
    // This client reads a missing choice.
    expect((await wholeByOpenai()).error).toMatch(/^TypeError/);
    expect((await wholeByUs()).error).toContain("Provider returned error");
    expect((await byUs()).error).toContain("Provider returned error");
  });

  test("a body that is not valid JSON makes the clients throw", async () => {
    fault({ kind: "malformed_json" });
    const { body } = await wire(false);
    expect(() => JSON.parse(body) as unknown).toThrow();
    expect((await wholeByOpenai()).error).toMatch(/Error/);
    expect((await wholeByUs()).error).toMatch(/Error/);
  });

  test("a wrong content type is an error", async () => {
    fault({ kind: "wrong_content_type" });
    expect((await wire(false)).head).toContain("content-type: text/html");
    // One client reads the response as text and then a choice of it; the other reads JSON of any content type.
    expect((await wholeByOpenai()).error).toMatch(/^TypeError/);
    expect(await wholeByUs()).toEqual({ text: content, error: "" });
    // Both clients read events of any content type.
    expect(await byOpenai()).toEqual({ text: content, error: "" });
    expect(await byUs()).toEqual({ text: content, error: "" });
  });

  test("whitespace before the body is ignored", async () => {
    fault({ kind: "leading_whitespace" });
    expect((await wire(false)).body).toMatch(/^\n\n {3}\{/);
    expect(await wholeByOpenai()).toEqual({ text: content, error: "" });
    expect(await wholeByUs()).toEqual({ text: content, error: "" });
  });

  test("an unknown or missing finish reason is passed through", async () => {
    for (const value of ["because", null]) {
      server.reset();
      fault({ kind: "finish_reason", value });
      expect((JSON.parse((await wire(false)).body) as { choices: unknown[] }).choices[0]).toMatchObject({
        finish_reason: value,
      });
      expect(await wholeByOpenai()).toEqual({ text: content, error: "" });
      expect((await wire(true)).body).toContain(`"finish_reason":${JSON.stringify(value)}`);
      expect(await wholeByUs()).toEqual({ text: content, error: "" });
    }
  });

  test.each([400, 401, 402, 403, 404, 408, 409, 413, 422, 429, 500, 502, 503, 524, 529])(
    "a reply with status %i has its documented body",
    async (status) => {
      server.on().reply({ status });
      const { head, body } = await wire(false);
      expect(head).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
      expect(JSON.parse(body)).toMatchObject({ error: { code: status, message: expect.any(String) as string } });
      if (status === 429) expect(head).toMatch(/retry-after: 1/i);
      await expect(client.chat.completions.create(request)).rejects.toMatchObject({ name: "ApiError", status });
      await expect(openai.chat.completions.create(request)).rejects.toMatchObject({ status });
    },
  );

  test("several faults apply to one response", async () => {
    server
      .on()
      .reply({ content, fault: [{ kind: "keep_alive_comments", count: 1 }, { kind: "missing_done" }], delay: 60 });
    const { body, first } = await wire(true);
    expect(body).toMatch(/^: OPENROUTER PROCESSING/);
    expect(body).not.toContain("[DONE]");
    expect(first).toBeGreaterThanOrEqual(55);
  });

  test("output that a fault withheld is not charged, and the ledger balances", async () => {
    fault({ kind: "connection_reset", afterEvents: 3 });
    await byUs();
    const account = new Patchbay({ apiKey: "sk-or-mgmt-test", fetch: server.fetch });
    const { data } = await account.credits.get();
    const last = server.journal.entries({ operation: "chat.completions.create" }).at(-1)!;
    expect(data.total_usage).toBe(last.cost);
    // Two of three tokens were sent: 0.15 and 0.6 USD per million.
    expect(last.cost).toBeCloseTo(7 * 0.000_000_15 + 2 * 0.000_000_6, 9);
  });
});
