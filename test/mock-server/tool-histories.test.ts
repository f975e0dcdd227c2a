import { createMockServer } from "@patchbay/mock-server";
import fc from "fast-check";
import { describe, expect, test } from "vitest";

type Json = Record<string, unknown>;

const openai = "openai/gpt-5-mini";
const claude = "anthropic/claude-sonnet-4.5";
const gemini = "google/gemini-2.5-flash";
const models = [openai, claude, gemini];

const user = { role: "user", content: "Hi." };
const system = { role: "system", content: "Be short." };
const answer = { role: "assistant", content: "Done." };
const call = (id: string, name = "f"): Json => ({ id, type: "function", function: { name, arguments: "{}" } });
const asks = (...ids: string[]): Json => ({ role: "assistant", content: null, tool_calls: ids.map((id) => call(id)) });
const named = (name: string): Json => ({ role: "assistant", content: null, tool_calls: [call("a", name)] });
const result = (id: string): Json => ({ role: "tool", tool_call_id: id, content: "1" });
const tool = (name: string): Json => ({ type: "function", function: { name, parameters: { type: "object" } } });

const server = createMockServer({ credits: 1000 });
const lenient = createMockServer({ credits: 1000, validateHistory: false });

interface Reply {
  readonly status: number;
  readonly text: string;
  readonly error?: { message: string; code: number; metadata: { raw: string; provider_name: string } };
}

async function chat(body: Json, to = server): Promise<Reply> {
  const response = await to.fetch("http://localhost/api/v1/chat/completions", {
    method: "POST",
    headers: { authorization: "Bearer sk-or-v1-histories" },
    body: JSON.stringify({ model: openai, messages: [user], ...body }),
  });
  const text = await response.text();
  const { error } = (text.startsWith("{") ? JSON.parse(text) : {}) as Reply;
  return { status: response.status, text, ...(error && { error }) };
}

const brokenHistories: readonly (readonly [string, readonly Json[]])[] = [
  ["a call without its result at the end", [user, asks("a")]],
  ["a call without its result before a message of the user", [user, asks("a"), user]],
  ["a call without its result before an answer", [user, asks("a"), user, answer, user]],
  ["one of two calls without its result", [user, asks("a", "b"), result("a")]],
  ["a result without a call", [user, result("a")]],
  ["a result as the first message", [result("a"), user]],
  ["a result after the turn of its call", [user, asks("a"), result("a"), answer, result("a"), user]],
  ["a result for another id", [user, asks("a"), result("b")]],
  ["a result for another id next to the right one", [user, asks("a"), result("a"), result("b")]],
  ["two results for one call", [user, asks("a"), result("a"), result("a")]],
  ["a message of the user between call and result", [user, asks("a"), user, result("a")]],
  ["a message of the user between two results", [user, asks("a", "b"), result("a"), user, result("b")]],
  ["two calls with one id", [user, asks("a", "a"), result("a")]],
  ["a call of a function whose name has a blank and a mark", [user, named("bad name!"), result("a")]],
  ["a call of a function without a name", [user, named(""), result("a")]],
  ["a call of a function with a name of 300 characters", [user, named("a".repeat(300)), result("a")]],
  ["two calls with one id and two results", [user, asks("a", "a"), result("a"), result("a")]],
];

const brokenTools: readonly (readonly [string, Json])[] = [
  ["a function name with a blank and a mark", { tools: [tool("bad name!")] }],
  ["a function name with a non-ASCII character", { tools: [tool("größe")] }],
  ["a function name with a line break at its end", { tools: [tool("f\n")] }],
  ["a function name of 300 characters", { tools: [tool("a".repeat(300))] }],
  ["a bad name after a good one", { tools: [tool("f"), tool("$")] }],
  ["two functions with one name", { tools: [tool("f"), tool("g"), tool("f")] }],
  [
    "a choice of a function that is not offered",
    { tools: [tool("f")], tool_choice: { type: "function", function: { name: "other" } } },
  ],
  [
    "a choice of a function by another case",
    { tools: [tool("f")], tool_choice: { type: "function", function: { name: "F" } } },
  ],
  ["a choice of a function without its name", { tools: [tool("f")], tool_choice: { type: "function" } }],
  [
    "a choice of a server tool that is not offered",
    { tools: [tool("f")], tool_choice: { type: "openrouter:web_search" } },
  ],
  ["a choice of a function without tools", { tool_choice: { type: "function", function: { name: "f" } } }],
  ["a required call without tools", { tool_choice: "required" }],
  ["a required call with an empty list of tools", { tools: [], tool_choice: "required" }],
];

const broken: readonly (readonly [string, Json])[] = [
  ...brokenHistories.map(([name, messages]) => [name, { messages }] as const),
  ...brokenTools,
];

describe.each(models)("%s", (model) => {
  test.each(broken)("%s is refused with the provider's 400", async (_, body) => {
    const { status, error } = await chat({ ...body, model });
    expect(status).toBe(400);
    expect(error).toMatchObject({ message: "Provider returned error", code: 400 });
    expect(error!.metadata.provider_name).not.toBe("");
    // A provider's raw error is JSON with a message.
    const raw = JSON.parse(error!.metadata.raw) as { error: { message: string } };
    expect(raw.error.message.length).toBeGreaterThan(10);
  });

  test.each(broken)("%s is refused before a stream begins", async (_, body) => {
    expect((await chat({ ...body, model, stream: true })).error).toMatchObject({ code: 400 });
  });

  test.each(broken)("%s is accepted with `validateHistory: false`", async (_, body) => {
    expect((await chat({ ...body, model }, lenient)).status).toBe(200);
  });

  test.each<readonly [string, Json]>([
    [
      "results in another order than the calls",
      { messages: [user, asks("a", "b", "c"), result("c"), result("a"), result("b")] },
    ],
    ["calls next to a text", { messages: [user, { ...asks("a"), content: "Wait." }, result("a")] }],
    [
      "several turns of calls",
      { messages: [user, asks("a"), result("a"), asks("b", "c"), result("b"), result("c"), answer, user] },
    ],
    ["a message of the user after the results", { messages: [user, asks("a"), result("a"), user] }],
    ["an empty list of calls", { messages: [user, { ...answer, tool_calls: [] }, user] }],
    ["a call of a function that is not offered", { messages: [user, asks("a"), result("a")], tools: [tool("other")] }],
    ["calls in the history without tools", { messages: [user, asks("a"), result("a"), user] }],
    ["results as parts", { messages: [user, asks("a"), { ...result("a"), content: [{ type: "text", text: "1" }] }] }],
    ["results with the function's name", { messages: [user, asks("a"), { ...result("a"), name: "f" }] }],
    [
      "a system message between two rounds",
      { messages: [user, asks("a"), result("a"), system, asks("b"), result("b")] },
    ],
    ["an assistant's message with empty content", { messages: [user, { role: "assistant", content: "" }, user] }],
    ["an assistant's message at the end", { messages: [user, answer] }],
    ["two messages of the user in a row", { messages: [user, user] }],
    ["tools without a choice", { tools: [tool("f"), tool("g")] }],
    ["an empty list of tools", { tools: [] }],
    ["`auto` without tools", { tool_choice: "auto" }],
    ["`none` without tools", { tool_choice: "none" }],
    [
      "`none` with calls in the history",
      { messages: [user, asks("a"), result("a")], tools: [tool("f")], tool_choice: "none" },
    ],
    [
      "a choice of an offered function",
      { tools: [tool("f"), tool("g")], tool_choice: { type: "function", function: { name: "g" } } },
    ],
    [
      "a choice of an offered server tool",
      { tools: [{ type: "openrouter:web_search" }], tool_choice: { type: "openrouter:web_search" } },
    ],
    ["names of 64 characters, digits, underscores and dashes", { tools: [tool(`_${"a-9".repeat(21)}`)] }],
  ])("%s is accepted", async (_, body) => {
    const { status, text } = await chat({ ...body, model });
    expect(text).toContain("choices");
    expect(status).toBe(200);
  });
});

test.each([
  ["a system message between call and result", { messages: [user, asks("a"), system, result("a")] }, [claude, gemini]],
  [
    "calls in consecutive messages of the assistant",
    { messages: [user, asks("a"), asks("b"), result("a"), result("b")] },
    [claude, gemini],
  ],
  [
    "an id that an earlier turn used",
    { messages: [user, asks("a"), result("a"), asks("a"), result("a")] },
    [openai, gemini],
  ],
  ["a call of a function with a dot in its name", { messages: [user, named("a.b"), result("a")] }, [gemini]],
  ["a function name with a dot", { tools: [tool("a.b")] }, [gemini]],
  ["a function name that begins with a digit", { tools: [tool("1a")] }, [openai, claude]],
  ["a function name of 100 characters", { tools: [tool("a".repeat(100))] }, [claude]],
])("%s is accepted only where the model's providers accept it", async (_, body, accepting) => {
  const statuses = await Promise.all(models.map(async (model) => [model, (await chat({ ...body, model })).status]));
  expect(Object.fromEntries(statuses)).toEqual(
    Object.fromEntries(models.map((model) => [model, accepting.includes(model) ? 200 : 400])),
  );
});

test.each([
  [openai, (raw: Json) => expect(raw).toMatchObject({ error: { type: "invalid_request_error", code: null } })],
  [claude, (raw: Json) => expect(raw).toMatchObject({ type: "error", error: { type: "invalid_request_error" } })],
  [gemini, (raw: Json) => expect(raw).toMatchObject({ error: { code: 400, status: "INVALID_ARGUMENT" } })],
])("the raw error of %s has the format of its provider", async (model, check) => {
  const { error } = await chat({ model, messages: [user, asks("a")] });
  check(JSON.parse(error!.metadata.raw) as Json);
});

test("a rejected history costs nothing, reaches one provider only, and does not affect its health", async () => {
  const fresh = createMockServer({ credits: 1 });
  await chat({ messages: [user, asks("a")] }, fresh);
  const [entry] = fresh.journal.entries();
  expect(entry!.attempts).toHaveLength(1);
  const response = await fresh.fetch("http://localhost/api/v1/credits", {
    headers: { authorization: "Bearer sk-or-mgmt-histories" },
  });
  expect(await response.json()).toMatchObject({ data: { total_usage: 0 } });
});

test("the next entry of `models` answers a history that the first rejects", async () => {
  const tools = [tool("a.b")];
  const { status, text } = await chat({ model: openai, models: [gemini], tools });
  expect(status).toBe(200);
  expect(JSON.parse(text)).toMatchObject({ model: expect.stringContaining("gemini") as string });
});

test("a rejected history lists up to ten ids, for any number and length", async () => {
  const ids = Array.from({ length: 5000 }, (_, index) => `${index}`.padEnd(200, "x"));
  const { error } = await chat({ messages: [user, asks(...ids)] });
  expect(error!.metadata.raw.length).toBeLessThan(2000);
});

/** A conversation that every provider accepts: user turns, each with rounds of calls whose results are in any order. */
const rounds = fc.array(
  fc.array(fc.record({ calls: fc.integer({ min: 0, max: 4 }), turn: fc.integer(), text: fc.option(fc.string()) }), {
    maxLength: 3,
  }),
  { minLength: 1, maxLength: 4 },
);

type Round = Readonly<{ calls: number; turn: number; text: string | null }>;

function conversation(turns: readonly (readonly Round[])[]): Json[] {
  let next = 0;
  return turns.flatMap((steps) => [
    user,
    ...steps.flatMap(({ calls, turn, text }) => {
      const ids = Array.from({ length: calls }, () => `call_${next++}`);
      const at = calls === 0 ? 0 : Math.abs(turn) % calls;
      const order = [...ids.slice(at), ...ids.slice(0, at)];
      return calls === 0 ? [] : [{ ...asks(...ids), content: text }, ...order.map(result)];
    }),
    answer,
  ]);
}

test("every well-formed conversation is accepted, and rejected when a result is omitted, repeated or moved", async () => {
  await fc.assert(
    fc.asyncProperty(rounds, fc.nat(), async (turns, pick) => {
      const messages = [...conversation(turns), user];
      expect((await chat({ messages })).status).toBe(200);
      const results = messages.flatMap(({ role }, index) => (role === "tool" ? [index] : []));
      if (results.length === 0) return;
      const at = results[pick % results.length]!;
      const without = messages.toSpliced(at, 1);
      const spoilt = [
        without,
        messages.toSpliced(at, 0, messages[at]!),
        messages.toSpliced(at, 0, user),
        [...without, messages[at]!],
      ];
      for (const history of spoilt)
        for (const model of models) expect((await chat({ model, messages: history })).status).toBe(400);
    }),
    { numRuns: 40 },
  );
});
