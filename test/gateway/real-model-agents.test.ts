// Requests in the shape of coding agents reach a real model through the gateway, and complete a round with a tool. The shapes are those
// that Codex and Claude Code send; `npm run interop:cli` runs the agents themselves against the mock server.
import { describe, expect, test } from "vitest";
import { isLlamaSkipped } from "../support/llama.ts";
import { models, useRealModel, words } from "../support/real-model.ts";

const model = models.tiny;
const command = { command: { type: "string", maxLength: 20, description: "The command line." } };
const parameters = { type: "object", properties: command, required: ["command"], additionalProperties: false };
const shell = { name: "shell", description: "Runs a command." };

describe.skipIf(isLlamaSkipped)("coding agents with llama.cpp through the gateway", () => {
  const real = useRealModel();

  /** Sends a request and returns the events of its stream. */
  const stream = async (path: string, body: object, headers?: Record<string, string>): Promise<StreamEvent[]> => {
    const response = await real().post(path, { model, stream: true, ...body }, headers);
    const text = await response.text();
    expect([response.status, response.headers.get("content-type")], text).toEqual([200, "text/event-stream"]);
    const payloads = text.split("\n").filter((line) => line.startsWith("data: {"));
    return payloads.map((line) => JSON.parse(line.slice("data: ".length)) as StreamEvent);
  };

  describe("requests of Codex", () => {
    const user = { type: "message", role: "user", content: [{ type: "input_text", text: "Run the command." }] };
    const developer = {
      type: "message",
      role: "developer",
      content: [
        { type: "input_text", text: "<permissions instructions>Ask before you delete.</permissions instructions>" },
      ],
    };
    const base = {
      instructions: "You are a coding agent.",
      tool_choice: "auto",
      parallel_tool_calls: false,
      reasoning: { effort: "medium", summary: "auto" },
      store: false,
      include: ["reasoning.encrypted_content"],
      prompt_cache_key: "0198f3a0-session",
      text: { verbosity: "low" },
      max_output_tokens: 400,
    };
    const tools = [{ type: "function", strict: false, ...shell, parameters }];
    const headers = { originator: "codex_exec", session_id: "0198f3a0-session", accept: "text/event-stream" };

    test("a function is called, and its output is answered", async () => {
      const input: object[] = [developer, user];
      const first = await stream("/responses", { ...base, tools, input }, headers);
      expect(first[0]!.type).toBe("response.created");
      expect(first.map(({ type }) => type)).toContain("response.function_call_arguments.delta");
      const { response } = first.at(-1)!;
      expect(first.at(-1)).toMatchObject({ type: "response.completed", response: { status: "completed" } });
      const call = response!.output.find(({ type }) => type === "function_call")!;
      expect(JSON.parse(call.arguments!)).toEqual({ command: expect.any(String) as string });
      // Codex sends back the items that it received, without those ids that only a stored response needs.
      const output = { type: "function_call_output", call_id: call.call_id, output: "Exit code: 0\nOutput:\n42" };
      const second = await stream(
        "/responses",
        { ...base, tools, input: [...input, ...response!.output, output] },
        headers,
      );
      expect(second.at(-1)!.type).toMatch(/^response\.(?:completed|incomplete)$/);
      const texts = second.filter(({ type }) => type === "response.output_text.delta").map(({ delta }) => delta);
      expect(texts.join("")).toMatch(words);
      expect(second.map((event) => event.sequence_number)).toEqual(second.map((_, index) => index));
    });

    test("a custom tool next to a function does not make the request fail", async () => {
      const grammar = { type: "grammar", syntax: "lark", definition: "start: /.+/" };
      const custom = { type: "custom", name: "apply_patch", description: "Edits files.", format: grammar };
      const body = { ...base, input: [user], tools: [...tools, custom], max_output_tokens: 30 };
      const events = await stream("/responses", body, headers);
      expect(events.at(-1)!.type).toMatch(/^response\.(?:completed|incomplete)$/);
    });
  });

  describe("requests of Claude Code", () => {
    const cached = { cache_control: { type: "ephemeral", ttl: "1h" } };
    const user = { role: "user", content: [{ type: "text", text: "Run the command.", ...cached }] };
    const base = {
      max_tokens: 2000,
      system: [
        { type: "text", text: "x-anthropic-billing-header: cc_version=2.1" },
        { type: "text", text: "You are a coding agent.", ...cached },
        { type: "text", text: "Be brief.", ...cached },
      ],
      metadata: { user_id: JSON.stringify({ device_id: "d", account_uuid: "", session_id: "s" }) },
    };
    const tools = [{ name: "Bash", description: shell.description, input_schema: parameters }];
    const headers = {
      "anthropic-version": "2023-06-01",
      "anthropic-beta": "claude-code-20250219,interleaved-thinking-2025-05-14,context-management-2025-06-27",
      "x-app": "cli",
      "anthropic-dangerous-direct-browser-access": "true",
    };
    const thinkings = [
      { thinking: { type: "enabled", budget_tokens: 1024 } },
      { thinking: { type: "adaptive" }, output_config: { effort: "high" } },
    ];

    test.each(thinkings)("a tool is called, and its result is answered, with %j", async (thinking) => {
      const body = { ...base, ...thinking, tools, messages: [user] };
      const first = await stream("/messages?beta=true", body, headers);
      const types = first.map(({ type }) => type);
      expect([types[0], ...types.slice(-2)]).toEqual(["message_start", "message_delta", "message_stop"]);
      const start = first.find(({ content_block }) => content_block?.type === "tool_use")!;
      expect(start.content_block).toMatchObject({ name: "Bash" });
      const parts = first.flatMap(({ delta }) => (delta as BlockDelta | undefined)?.partial_json ?? []);
      const input = JSON.parse(parts.join("")) as object;
      expect(input).toEqual({ command: expect.any(String) as string });
      expect(first.at(-2)).toMatchObject({ delta: { stop_reason: "tool_use" } });
      const id = start.content_block!.id;
      const called = { role: "assistant", content: [{ type: "tool_use", id, name: "Bash", input }] };
      const result = { type: "tool_result", tool_use_id: id, content: "42", is_error: false, ...cached };
      const history = [user, called, { role: "user", content: [result] }];
      const second = await stream("/messages?beta=true", { ...body, max_tokens: 1100, messages: history }, headers);
      const texts = second.flatMap(({ delta }) => (delta as BlockDelta | undefined)?.text ?? []);
      expect(texts.join("")).toMatch(words);
      expect(second.at(-1)!.type).toBe("message_stop");
    });

    test("the tokens of a prompt are counted", async () => {
      const { system } = base;
      const response = await real().post(
        "/messages/count_tokens?beta=true",
        { model, system, tools, messages: [user] },
        headers,
      );
      expect(response.status).toBe(200);
      expect(((await response.json()) as { input_tokens: number }).input_tokens).toBeGreaterThan(10);
    });
  });
});

interface BlockDelta {
  readonly text?: string;
  readonly partial_json?: string;
}

/** An event of a stream of Responses or Messages. */
interface StreamEvent {
  readonly type: string;
  readonly sequence_number?: number;
  readonly delta?: string | BlockDelta;
  readonly content_block?: { readonly type: string; readonly id?: string; readonly name?: string };
  readonly response?: {
    readonly output: readonly { readonly type: string; readonly call_id?: string; readonly arguments?: string }[];
  };
}
