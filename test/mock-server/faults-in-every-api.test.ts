// Faults that edit a response have the same meaning in chat completions, the Responses API and Anthropic Messages.
import { createMockServer, type Fault, type FaultReport } from "@patchbay/mock-server";
import { describe, expect, test } from "vitest";
import { call, type Answer } from "../support/call.ts";

const apis = ["chat", "responses", "messages"] as const;
type Api = (typeof apis)[number];

const parameters = { type: "object", properties: { city: { type: "string" } } };
const requests: Readonly<Record<Api, readonly [path: string, body: Record<string, unknown>]>> = {
  chat: [
    "/api/v1/chat/completions",
    {
      messages: [{ role: "user", content: "Hi" }],
      tools: [{ type: "function", function: { name: "weather", parameters } }],
    },
  ],
  responses: ["/api/v1/responses", { input: "Hi", tools: [{ type: "function", name: "weather", parameters }] }],
  messages: [
    "/api/v1/messages",
    {
      max_tokens: 100,
      messages: [{ role: "user", content: "Hi" }],
      tools: [{ name: "weather", input_schema: parameters }],
    },
  ],
};

interface Sent extends Answer {
  readonly events: readonly Record<string, never>[];
  readonly reports: readonly FaultReport[];
}

/** Sends a request whose reply is a text and a tool call, with a fault. */
async function send(api: Api, fault: Fault, stream: boolean): Promise<Sent> {
  const server = createMockServer({ tokenDelay: 0 });
  server.on({}).reply({
    content: "Hello there, how are you?",
    toolCalls: [{ name: "weather", arguments: { city: "Oslo" } }],
    fault,
  });
  const [path, body] = requests[api];
  const answer = await call(server, path, { body: { model: "openai/gpt-5-mini", stream, ...body } });
  const events = [...answer.text.matchAll(/^data: (\{.*)$/gm)].flatMap(([, data]) => {
    try {
      return [JSON.parse(data!) as Record<string, never>];
    } catch {
      return [];
    }
  });
  return { ...answer, events, reports: server.journal.last!.faults };
}

const isNamed = (api: Api): boolean => api !== "chat";

describe.each(apis)("in %s", (api) => {
  test("mid_stream_error is the error of the API, with its event name", async () => {
    const { events, text, reports } = await send(api, { kind: "mid_stream_error", afterEvents: 4, status: 429 }, true);
    expect(reports).toEqual([{ kind: "mid_stream_error", applied: true }]);
    expect(events).toHaveLength(5);
    const expected = {
      chat: { error: { code: 429, message: "Provider disconnected" }, choices: [{ finish_reason: "error" }] },
      responses: {
        type: "response.failed",
        sequence_number: 4,
        response: { object: "response", status: "failed", error: { message: "Provider disconnected" } },
      },
      messages: { type: "error", error: { type: "rate_limit_error", message: "Provider disconnected" } },
    }[api];
    expect(events.at(-1)).toMatchObject(expected);
    const last = text.trimEnd().split("\n\n").at(-1)!;
    expect(last.startsWith(isNamed(api) ? `event: ${String(events.at(-1)!.type)}\ndata: ` : "data: ")).toBe(true);
  });

  test("mid_stream_error in place of the first event keeps what is known of the response", async () => {
    const { events } = await send(api, { kind: "mid_stream_error", afterEvents: 0 }, true);
    expect(events).toHaveLength(1);
    const [{ id, response, type }] = events as unknown as [{ id: string; response: { id: string }; type: string }];
    expect(api === "chat" ? id : api === "responses" ? response.id : type).toMatch(
      api === "messages" ? /error/ : /^gen-/,
    );
  });

  test("error_in_200 has the error body of the API", async () => {
    for (const stream of [true, false]) {
      const { status, body } = await send(api, { kind: "error_in_200" }, stream);
      expect(status).toBe(200);
      expect(body).toMatchObject(
        api === "messages" ? { type: "error", error: { type: "api_error" } } : { error: { code: 502 } },
      );
    }
  });

  test("a missing usage is in no event and in no body", async () => {
    const usages = (value: unknown): number => JSON.stringify(value).split(/"(?:input|prompt)_tokens":\d/).length - 1;
    const streamed = await send(api, { kind: "usage", how: "missing" }, true);
    expect(usages(streamed.events)).toBe(0);
    expect(streamed.reports).toEqual([{ kind: "usage", applied: true }]);
    const whole = await send(api, { kind: "usage", how: "missing" }, false);
    expect(usages(whole.body)).toBe(0);
  });

  test("a duplicate usage is sent twice", async () => {
    const plain = await send(api, { kind: "keep_alive_comments", count: 0 }, true);
    const { events } = await send(api, { kind: "usage", how: "duplicate" }, true);
    expect(events).toHaveLength(plain.events.length + 1);
  });

  test.each([
    ["length", { chat: "length", responses: "incomplete", messages: "max_tokens" }],
    ["stop", { chat: "stop", responses: "completed", messages: "end_turn" }],
    ["content_filter", { chat: "content_filter", responses: "incomplete", messages: "refusal" }],
    ["something_new", { chat: "something_new", responses: "something_new", messages: "something_new" }],
    [null, { chat: null, responses: null, messages: null }],
  ])("the finish reason %s is changed in its own words", async (value, expected) => {
    for (const stream of [true, false]) {
      const { events, body, reports } = await send(api, { kind: "finish_reason", value }, stream);
      expect(reports).toEqual([{ kind: "finish_reason", applied: true }]);
      const parts = (stream ? events : [body]) as unknown as Readonly<Record<string, { [name: string]: never }>>[];
      const reasons = parts.flatMap((part): unknown[] => {
        if (api === "chat")
          return (part.choices as unknown as { finish_reason: unknown }[]).map((choice) => choice.finish_reason);
        if (api === "responses") return stream ? [part.response?.status] : [part.status];
        return stream ? [part.delta?.stop_reason] : [part.stop_reason];
      });
      const found = reasons.filter((reason) => reason !== undefined && reason !== "in_progress" && reason !== null);
      expect(found).toEqual(expected[api] === null ? [] : [expected[api]]);
    }
  });

  test("missing_done removes the mark of the end", async () => {
    const { text, reports } = await send(api, { kind: "missing_done" }, true);
    expect(reports).toEqual([{ kind: "missing_done", applied: true }]);
    expect(text).not.toMatch(/\[DONE\]|message_stop/);
  });

  test("invalid_tool_arguments streams arguments that are not valid JSON", async () => {
    const { events, reports } = await send(api, { kind: "invalid_tool_arguments" }, true);
    expect(reports).toEqual([{ kind: "invalid_tool_arguments", applied: true }]);
    const pieces = (events as unknown as Record<string, { [name: string]: unknown }>[]).map((event) => {
      if (api === "chat") {
        const [choice] = event.choices as unknown as {
          delta: { tool_calls?: { function: { arguments: string } }[] };
        }[];
        return choice?.delta.tool_calls?.[0]?.function.arguments ?? "";
      }
      if (api === "responses") return String(event.type).endsWith("arguments.delta") ? String(event.delta) : "";
      return String(event.delta?.partial_json ?? "");
    });
    const whole = pieces.join("");
    expect(whole).not.toBe("");
    expect(() => JSON.parse(whole) as unknown).toThrow();
    if (api !== "responses") return;
    const { output } = events.at(-1)!.response as unknown as { output: { arguments?: string }[] };
    expect(output.at(-1)!.arguments).toBe(whole);
  });

  test("malformed_json breaks one event and keeps its name", async () => {
    const { text, reports } = await send(api, { kind: "malformed_json", afterEvents: 2 }, true);
    expect(reports).toEqual([{ kind: "malformed_json", applied: true }]);
    const block = text.split("\n\n")[2]!;
    expect(block.startsWith(isNamed(api) ? "event: " : "data: ")).toBe(true);
    expect(() => JSON.parse(/^data: (.*)$/m.exec(block)![1]!) as unknown).toThrow();
  });

  test("oversized_event pads one event and keeps its name", async () => {
    const { events, text } = await send(api, { kind: "oversized_event", bytes: 5000 }, true);
    expect(events[1]!.padding).toHaveLength(5000);
    expect(text.split("\n\n")[1]!.startsWith(isNamed(api) ? `event: ${String(events[1]!.type)}\n` : "data: ")).toBe(
      true,
    );
  });

  test.each<Fault>([
    { kind: "truncated", afterEvents: 3 },
    { kind: "leading_whitespace" },
    { kind: "keep_alive_comments", count: 2 },
  ])("$kind applies as to every stream", async (fault) => {
    const { reports, text } = await send(api, fault, true);
    expect(reports).toEqual([{ kind: fault.kind, applied: true }]);
    if (fault.kind === "truncated") expect(text.split("\n\n").filter((block) => block !== "")).toHaveLength(3);
    if (fault.kind === "keep_alive_comments") expect(text.startsWith(": OPENROUTER PROCESSING\n\n")).toBe(true);
  });
});
