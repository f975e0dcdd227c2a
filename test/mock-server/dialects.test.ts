// What must hold in every dialect: chat completions, Responses, Messages.
import { Patchbay } from "@patchbay/client";
import { createMockServer, type MockServer, type Part } from "@patchbay/mock-server";
import type { ChatMessage } from "@patchbay/spec";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { expectLinear } from "../support/linear.ts";

const model = "meta-llama/llama-3.3-70b-instruct";
const dialects = ["chat", "responses", "messages"] as const;
type Dialect = (typeof dialects)[number];

const clientOf = (server: MockServer): Patchbay =>
  new Patchbay({ apiKey: "sk-or-v1-dialects", fetch: server.fetch, maxRetries: 0 });

const toolNames = ["weather", "clock", "search"];

/** The same request in each dialect: one user message and three tools. */
function ask(client: Patchbay, dialect: Dialect, stream: boolean): Promise<object> {
  const parameters = { type: "object", properties: {} };
  const content = "Hi";
  switch (dialect) {
    case "chat": {
      const tools = toolNames.map((name) => ({ type: "function" as const, function: { name, parameters } }));
      const input = { model, messages: [{ role: "user" as const, content }], tools };
      return stream ? client.chat.completions.stream(input).final() : client.chat.completions.create(input);
    }
    case "responses": {
      const tools = toolNames.map((name) => ({ type: "function" as const, name, parameters }));
      const input = { model, input: content, tools };
      return stream ? client.responses.stream(input).final() : client.responses.create(input);
    }
    default: {
      const tools = toolNames.map((name) => ({ name, input_schema: { ...parameters, type: "object" as const } }));
      const input = { model, max_tokens: 5000, messages: [{ role: "user" as const, content }], tools };
      return stream ? client.messages.stream(input).final() : client.messages.create(input);
    }
  }
}

/** A response without what differs between two requests. */
function comparable(response: object): unknown {
  const volatile = new Set([
    "id",
    "created",
    "created_at",
    "completed_at",
    "system_fingerprint",
    "native_finish_reason",
  ]);
  return JSON.parse(
    JSON.stringify(response, (name, value: unknown) =>
      volatile.has(name) || value === null || value === undefined ? undefined : value,
    ),
  );
}

/** A text in pieces. Joined, they are the text. */
function splitAt(text: string, cuts: readonly number[]): string[] {
  const places = [...new Set(cuts.map((cut) => cut % (text.length + 1)))].toSorted((a, b) => a - b);
  return [0, ...places].map((from, index) => text.slice(from, places[index]));
}

type Block =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "reasoning"; readonly text: string; readonly isSigned: boolean }
  | { readonly kind: "call"; readonly name: string; readonly value: unknown }
  | { readonly kind: "image" };

const word = fc.string({
  unit: fc.constantFrom("a", "b", "é", "日", '"', "\\", "\n", " "),
  minLength: 1,
  maxLength: 12,
});
const block: fc.Arbitrary<Block> = fc.oneof(
  fc.record({ kind: fc.constant("text" as const), text: word }),
  fc.record({ kind: fc.constant("reasoning" as const), text: word, isSigned: fc.boolean() }),
  fc.record({
    kind: fc.constant("call" as const),
    name: fc.constantFrom(...toolNames),
    value: fc.dictionary(fc.constantFrom("city", "__proto_", "x"), fc.oneof(word, fc.integer()), { maxKeys: 2 }),
  }),
  fc.constant<Block>({ kind: "image" }),
);
const output = fc.array(block, { minLength: 1, maxLength: 6 });

/** The parts of an output, split at the given places. */
function toParts(blocks: readonly Block[], cuts: readonly number[]): Part[] {
  let call = 0;
  const parts = blocks.flatMap((one): Part[] => {
    switch (one.kind) {
      case "text":
        return splitAt(one.text, cuts).map((text) => ({ type: "text", text }));
      case "reasoning": {
        const pieces = splitAt(one.text, cuts);
        const format = "anthropic-claude-v1";
        return pieces.map((text, index) => ({
          type: "reasoning",
          text,
          format,
          ...(one.isSigned && index === pieces.length - 1 && { signature: btoa("signed") }),
        }));
      }
      case "call": {
        const index = call++;
        const pieces = splitAt(JSON.stringify(one.value), cuts);
        return [
          { type: "tool-call-delta", index, id: `call_${index}`, name: one.name },
          ...pieces.map((text): Part => ({ type: "tool-call-delta", index, arguments: text })),
        ];
      }
      default:
        return [{ type: "images", urls: ["data:image/png;base64,iVBORw0KGgo="] }];
    }
  });
  const reason = blocks.some(({ kind }) => kind === "call") ? "tool_calls" : "stop";
  const usage: Part = { type: "usage", usage: { promptTokens: 10, completionTokens: 20, reasoningTokens: 5 } };
  return [...parts, usage, { type: "finish", reason }];
}

const citation = {
  type: "url_citation" as const,
  url_citation: { url: "https://example.com/", title: "t", start_index: 0, end_index: 1 },
};

function serverOf(parts: readonly Part[], isLive = true): MockServer {
  return createMockServer({
    upstream: {
      stream() {
        if (!isLive) return parts;
        return (async function* () {
          for (const part of parts) yield await Promise.resolve(part);
        })();
      },
    },
  });
}

describe.each(dialects)("%s", (dialect) => {
  test("any split of an output gives the same response, streamed or not", async () => {
    await fc.assert(
      fc.asyncProperty(output, fc.array(fc.nat(12), { maxLength: 4 }), async (blocks, cuts) => {
        const whole = comparable(await ask(clientOf(serverOf(toParts(blocks, []))), dialect, false));
        for (const stream of [false, true]) {
          const split = await ask(clientOf(serverOf(toParts(blocks, cuts))), dialect, stream);
          expect(comparable(split)).toEqual(whole);
        }
      }),
      { numRuns: 60 },
    );
  });

  test("money is balanced if the client leaves at any event", async () => {
    const blocks: readonly Block[] = [
      { kind: "reasoning", text: "Let me think about it.", isSigned: true },
      { kind: "text", text: "It is sunny." },
      { kind: "call", name: "weather", value: { city: "Oslo" } },
    ];
    const path = { chat: "chat/completions", responses: "responses", messages: "messages" }[dialect];
    const body = {
      model,
      stream: true,
      ...(dialect === "responses" ? { input: "Hi" } : { messages: [{ role: "user", content: "Hi" }] }),
      ...(dialect === "messages" && { max_tokens: 100 }),
    };
    const server = serverOf(toParts(blocks, [3, 7]));
    let expected = 0;
    for (let events = 0; ; events++) {
      const controller = new AbortController();
      const response = await server.fetch(`http://x/api/v1/${path}`, {
        method: "POST",
        headers: { authorization: "Bearer sk-or-v1-dialects", "content-type": "application/json" },
        body: JSON.stringify(body),
        signal: controller.signal,
      });
      const reader = response.body!.getReader();
      let isDone = false;
      for (let index = 0; index < events && !isDone; index++) isDone = (await reader.read()).done;
      controller.abort();
      await expect.poll(() => server.journal.last!.ended).toBeDefined();
      expected += server.journal.last!.cost;
      await expectBalanced(server, expected);
      if (isDone) break;
    }
    expect(expected).toBeGreaterThan(0);
  });

  test("money is balanced if the upstream fails at any part", async () => {
    const parts = toParts(
      [
        { kind: "reasoning", text: "Hm.", isSigned: true },
        { kind: "text", text: "Sunny" },
      ],
      [2],
    );
    for (let count = 0; count < parts.length; count++) {
      for (const stream of [true, false]) {
        const server = serverOf([
          ...parts.slice(0, count),
          { type: "error", error: { status: 502, message: "Broken" } },
        ]);
        await ask(clientOf(server), dialect, stream).catch(() => undefined);
        await expect.poll(() => server.journal.last!.ended).toBeDefined();
        await expectBalanced(server, server.journal.last!.cost);
      }
    }
  });

  test.each<[string, (index: number) => Part]>([
    ["annotations", () => ({ type: "annotations", annotations: [citation] })],
    ["images", () => ({ type: "images", urls: ["data:image/png;base64,AA=="] })],
    [
      "reasoning details",
      (index) => ({
        type: "reasoning-details",
        details: [{ type: "reasoning.encrypted", data: "x", id: `r${index}` }],
      }),
    ],
    ["signed reasoning", () => ({ type: "reasoning", text: "a", signature: "b" })],
    ["tool calls", (index) => ({ type: "tool-call-delta", index, name: "weather", arguments: "{}" })],
    ["arguments", (index) => ({ type: "tool-call-delta", index: 0, name: "weather", arguments: index ? "1" : "" })],
  ])("many parts of %s take time in proportion to their number", async (_, toPart) => {
    await expectLinear(async (size) => {
      const parts: Part[] = Array.from({ length: size }, (__, index) => toPart(index));
      const finish: Part = { type: "finish", reason: "stop" };
      const text: Part = { type: "text", text: "a" };
      await ask(clientOf(serverOf([text, ...parts, finish])), dialect, false);
    }, 5000);
  });

  test("GET /generation names the dialect", async () => {
    const server = serverOf(toParts([{ kind: "text", text: "x" }], []));
    await ask(clientOf(server), dialect, false);
    const { response } = server.journal.last!;
    const id = (response as { id: string }).id;
    const generation = await clientOf(server).generations.get({ id });
    expect(generation.data.api_type).toBe(dialect === "chat" ? "completions" : dialect);
  });
});

/** The credits used, the usage of the key and the available balance agree: nothing is reserved. */
async function expectBalanced(server: MockServer, expected: number): Promise<void> {
  const management = new Patchbay({ managementKey: "sk-or-mgmt-dialects", fetch: server.fetch });
  const { total_usage: used, total_credits: credits } = (await management.credits.get()).data;
  expect(used).toBeCloseTo(expected, 9);
  const { data: key } = await clientOf(server).keys.getCurrent();
  expect(key.usage).toBeCloseTo(used, 9);
  const response = await server.fetch("http://x/_patchbay/credits", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ account: "dialects", add: 0 }),
  });
  const { available } = (await response.json()) as { available: number };
  expect(credits - available).toBeCloseTo(used, 9);
}

describe("a conversation has the same meaning in every dialect", () => {
  type Turn =
    | { readonly kind: "user"; readonly text: string; readonly image: boolean }
    | { readonly kind: "assistant"; readonly text: string; readonly reasoning: string | undefined }
    | { readonly kind: "call"; readonly names: readonly string[]; readonly text: string };
  const turn: fc.Arbitrary<Turn> = fc.oneof(
    fc.record({ kind: fc.constant("user" as const), text: word, image: fc.boolean() }),
    fc.record({
      kind: fc.constant("assistant" as const),
      text: word,
      reasoning: fc.option(word, { nil: undefined }),
    }),
    fc.record({
      kind: fc.constant("call" as const),
      names: fc.array(fc.constantFrom(...toolNames), { minLength: 1, maxLength: 2 }),
      text: word,
    }),
  );
  const image = "data:image/png;base64,iVBORw0KGgo=";

  /** Turns in the order that every provider accepts: assistant turns follow user turns. */
  function alternate(turns: readonly Turn[]): Turn[] {
    const user: Turn = { kind: "user", text: "Go on.", image: false };
    return [...turns.flatMap((one) => (one.kind === "user" ? [one] : [user, one])), user].filter(
      (one, index, all) => !(one.kind === "user" && all[index + 1]?.kind === "user"),
    );
  }

  function toChat(turns: readonly Turn[]): object {
    const messages = turns.flatMap((one, index): object[] => {
      if (one.kind === "user")
        return [
          {
            role: "user",
            content: one.image
              ? [
                  { type: "text", text: one.text },
                  { type: "image_url", image_url: { url: image } },
                ]
              : one.text,
          },
        ];
      if (one.kind === "assistant")
        return [
          {
            role: "assistant",
            content: one.text,
            ...(one.reasoning !== undefined && {
              reasoning_details: [
                { type: "reasoning.text", text: one.reasoning, signature: "c2ln", format: "anthropic-claude-v1" },
              ],
            }),
          },
        ];
      const calls = one.names.map((name, at) => ({
        id: `call_${index}_${at}`,
        type: "function",
        function: { name, arguments: '{"x":1}' },
      }));
      return [
        { role: "assistant", content: null, tool_calls: calls },
        ...calls.map(({ id }) => ({ role: "tool", tool_call_id: id, content: one.text })),
      ];
    });
    return { model, messages: [{ role: "system", content: "Be brief." }, ...messages] };
  }

  function toResponses(turns: readonly Turn[]): object {
    const input = turns.flatMap((one, index): object[] => {
      if (one.kind === "user")
        return [
          {
            type: "message",
            role: "user",
            content: [
              { type: "input_text", text: one.text },
              ...(one.image ? [{ type: "input_image", image_url: image, detail: "auto" }] : []),
            ],
          },
        ];
      if (one.kind === "assistant")
        return [
          ...(one.reasoning === undefined
            ? []
            : [
                {
                  type: "reasoning",
                  id: `rs_${index}`,
                  summary: [],
                  content: [{ type: "reasoning_text", text: one.reasoning }],
                  signature: "c2ln",
                  format: "anthropic-claude-v1",
                },
              ]),
          {
            type: "message",
            role: "assistant",
            id: `msg_${index}`,
            status: "completed",
            content: [{ type: "output_text", text: one.text, annotations: [] }],
          },
        ];
      return [
        ...one.names.map((name, at) => ({
          type: "function_call",
          call_id: `call_${index}_${at}`,
          name,
          arguments: '{"x":1}',
        })),
        ...one.names.map((_, at) => ({
          type: "function_call_output",
          call_id: `call_${index}_${at}`,
          output: one.text,
        })),
      ];
    });
    return { model, instructions: "Be brief.", input };
  }

  function toMessages(turns: readonly Turn[]): object {
    const messages = turns.flatMap((one, index): object[] => {
      if (one.kind === "user")
        return [
          {
            role: "user",
            content: [
              { type: "text", text: one.text },
              ...(one.image
                ? [{ type: "image", source: { type: "base64", media_type: "image/png", data: "iVBORw0KGgo=" } }]
                : []),
            ],
          },
        ];
      if (one.kind === "assistant")
        return [
          {
            role: "assistant",
            content: [
              ...(one.reasoning === undefined
                ? []
                : [{ type: "thinking", thinking: one.reasoning, signature: "c2ln" }]),
              { type: "text", text: one.text },
            ],
          },
        ];
      return [
        {
          role: "assistant",
          content: one.names.map((name, at) => ({
            type: "tool_use",
            id: `call_${index}_${at}`,
            name,
            input: { x: 1 },
          })),
        },
        {
          role: "user",
          content: one.names.map((_, at) => ({
            type: "tool_result",
            tool_use_id: `call_${index}_${at}`,
            content: one.text,
          })),
        },
      ];
    });
    return { model, max_tokens: 100, system: "Be brief.", messages };
  }

  /** What a message means, whatever form its content has. */
  function meaningOf(message: ChatMessage): unknown {
    const { role, content } = message as { role: string; content?: unknown };
    const list = (typeof content === "string" ? [{ type: "text", text: content }] : (content ?? [])) as {
      type: string;
      text?: string;
      image_url?: { url: string };
    }[];
    const {
      tool_calls: calls = [],
      tool_call_id: callId,
      reasoning_details: details = [],
    } = message as {
      tool_calls?: { id: string; function: { name: string; arguments: string } }[];
      tool_call_id?: string;
      reasoning_details?: { type: string; text?: string; signature?: string }[];
    };
    return {
      role,
      text: list.map(({ text = "" }) => text).join(""),
      images: list.flatMap(({ image_url: url }) => (url ? [url.url] : [])),
      calls: calls.map(({ id, function: { name, arguments: json } }) => [id, name, JSON.parse(json) as unknown]),
      callId,
      reasoning: details.map(({ text, signature }) => [text, signature]),
    };
  }

  async function meaningIn(path: string, body: object): Promise<unknown> {
    let seen: readonly ChatMessage[] = [];
    const server = createMockServer({
      script: (request) => {
        seen = request.messages;
        return "ok";
      },
    });
    const response = await server.fetch(`http://x/api/v1/${path}`, {
      method: "POST",
      headers: { authorization: "Bearer sk-or-v1-dialects", "content-type": "application/json" },
      body: JSON.stringify(body),
    });
    expect([response.status, response.ok ? "" : await response.text()]).toEqual([200, ""]);
    return seen.map(meaningOf);
  }

  test("text, images, reasoning, tool calls and tool results", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(turn, { minLength: 1, maxLength: 5 }), async (turns) => {
        const conversation = alternate(turns);
        const expected = await meaningIn("chat/completions", toChat(conversation));
        expect(await meaningIn("responses", toResponses(conversation))).toEqual(expected);
        expect(await meaningIn("messages", toMessages(conversation))).toEqual(expected);
      }),
      { numRuns: 60 },
    );
  });
});
