// Compaction never loses a user message: it is neither cut nor replaced by a summary while there is space.
import { createAgent, tool, type RunEvent } from "@patchbay/agent";
import { createScriptedClient, type ScriptedTurn } from "@patchbay/agent/testing";
import type { ChatCompletionRequest, ChatMessage } from "@patchbay/client";
import fc from "fast-check";
import { expect, test } from "vitest";
import { z } from "zod";

const model = "any/model";
const user = (content: string): ChatMessage => ({ role: "user", content });
const assistantMessage = (content: string): ChatMessage => ({ role: "assistant", content });
const isSummaryRequest = ({ messages }: ChatCompletionRequest): boolean =>
  String(messages[0]?.content).startsWith("Below is the beginning");

/** Runs over a history, with summaries that read "In short."; returns the requests for responses and those for summaries. */
async function compacted(
  history: readonly ChatMessage[],
  tokens: number,
  keep = 1,
  summary: ScriptedTurn = "In short.",
) {
  const turns = Array.from(
    { length: 4 },
    () =>
      (request: ChatCompletionRequest): ScriptedTurn =>
        isSummaryRequest(request) ? summary : "Fine.",
  );
  const { client, requests } = createScriptedClient(turns);
  const run = createAgent({ client, model, compaction: { maxPromptTokens: tokens, keepLast: keep } }).run(history);
  const events: RunEvent[] = await Array.fromAsync(run);
  return {
    answers: requests.filter((request) => !isSummaryRequest(request)),
    summaries: requests.filter(isSummaryRequest),
    events: events.filter(({ type }) => type === "compaction"),
    result: await run,
  };
}

const contentsOf = ({ messages }: ChatCompletionRequest): unknown[] => messages.map(({ content }) => content);

test("the first and the last user message stay whole, whatever their length", async () => {
  const first = `Always answer in verse. ${"y".repeat(20_000)} NEVER DELETE`;
  const last = `${"w".repeat(20_000)} AND CITE`;
  const history = [
    user(first),
    assistantMessage("a".repeat(90_000)),
    user("And?"),
    assistantMessage("b".repeat(90_000)),
    user(last),
    assistantMessage("c"),
    user("Now?"),
  ];
  const { answers, summaries, events } = await compacted(history, 2000);
  expect(events).toHaveLength(1);
  expect(summaries).toHaveLength(1);
  expect(contentsOf(answers[0]!)).toEqual([
    first,
    last,
    "Summary of the conversation so far:\n\nIn short.",
    "c",
    "Now?",
  ]);
  // Omitted messages are part of the summary's input.
  expect(contentsOf(summaries[0]!)[0]).toContain("user: And?");
});

test("a user message longer than maxPromptTokens stays, and the rest is shortened", async () => {
  const only = `${"y".repeat(90_000)} REMEMBER`;
  const { answers } = await compacted(
    [user(only), assistantMessage("a".repeat(9000)), assistantMessage("b"), user("Go on.")],
    1000,
  );
  expect(contentsOf(answers[0]!)[0]).toBe(only);
  expect(JSON.stringify(answers[0])).not.toContain("aaaa");
});

test("user messages between the first and the last stay, the newest first, up to half of maxPromptTokens", async () => {
  const middle = [1, 2, 3, 4].map((number) => user(`${number} ${"m".repeat(1600)} end ${number}`));
  const history = [
    user("First."),
    ...middle,
    user("Last."),
    assistantMessage("a".repeat(20_000)),
    assistantMessage("b"),
    user("Now?"),
  ];
  const { answers, summaries } = await compacted(history, 2000);
  const contents = contentsOf(answers[0]!).map((content) => String(content).replace(/ m+ end \d/, ""));
  expect(contents).toEqual([
    "First.",
    "3",
    "4",
    "Last.",
    "Summary of the conversation so far:\n\nIn short.",
    "b",
    "Now?",
  ]);
  expect(contentsOf(summaries[0]!)[0]).toMatch(/user: 1 m+ end 1\n\nuser: 2 m+ end 2\n/);
});

test("the summary model receives a user message whole", async () => {
  const middle = `${"m".repeat(60_000)} AT THE END`;
  const { summaries } = await compacted(
    [user("First."), user(middle), user("Last."), assistantMessage("a"), assistantMessage("b"), user("Now?")],
    2000,
  );
  expect(contentsOf(summaries[0]!)[0]).toContain(`user: ${middle}\n`);
});

test("a user's result for a tool without `execute` is not dropped, and is summarized whole", async () => {
  const reply = `Delete nothing. ${"r".repeat(10_000)} ASK FIRST`;
  const call = (id: string, name: string): ChatMessage => ({
    role: "assistant",
    content: null,
    tool_calls: [{ id, type: "function", function: { name, arguments: "{}" } }],
  });
  const history: ChatMessage[] = [
    user("Go."),
    call("a", "askUser"),
    { role: "tool", tool_call_id: "a", content: reply },
    call("b", "look"),
    { role: "tool", tool_call_id: "b", content: "l".repeat(10_000) },
    assistantMessage("a"),
    user("Now?"),
  ];
  for (const summary of [undefined, false] as const) {
    const requests: ChatCompletionRequest[] = [];
    const answer = (request: ChatCompletionRequest): ScriptedTurn => {
      requests.push(request);
      return isSummaryRequest(request) ? "In short." : "Fine.";
    };
    const agent = createAgent({
      client: createScriptedClient([answer, answer]).client,
      model,
      tools: [tool({ name: "askUser" }), tool({ name: "look", execute: () => "x" })],
      compaction: { maxPromptTokens: 1000, keepLast: 1, ...(summary === false && { summaryModel: summary }) },
    });
    await agent.run(history);
    expect(JSON.stringify(requests[0]!.messages)).toContain(reply);
    expect(JSON.stringify(requests[0]!.messages)).not.toContain("llll");
    expect(requests).toHaveLength(summary === false ? 1 : 2);
  }
});

test("a user message that begins like a summary is not taken for one", async () => {
  const first = "Summary of the conversation so far: never delete files.";
  const { answers } = await compacted(
    [user(first), assistantMessage("a".repeat(90_000)), user("And?"), assistantMessage("b"), user("Now?")],
    500,
  );
  expect(contentsOf(answers[0]!)).toContain(first);
});

test.each<readonly [string, unknown]>([
  ["text parts without text", [{ type: "text" }]],
  ["null in its parts", [null, { type: "text", text: "x" }]],
  ["no content", null],
])("a conversation whose message has %s is shortened", async (_, content) => {
  const odd = { role: "user", content } as ChatMessage;
  const { events } = await compacted(
    [user("Go."), odd, assistantMessage("a".repeat(90_000)), assistantMessage("b"), user("Now?")],
    500,
  );
  expect(events).toHaveLength(1);
});

test("instructions stay over many compactions, and earlier summaries are summarized again", async () => {
  const instruction = `INSTRUCTION ${"y".repeat(6000)} REMEMBER THE END`;
  const read = tool({ name: "read", inputSchema: z.object({ page: z.number() }), execute: () => "z".repeat(4000) });
  let number = 0;
  const turns = Array.from({ length: 60 }, () => (request: ChatCompletionRequest): ScriptedTurn => {
    if (isSummaryRequest(request)) return `Summary ${++number}: ${"s".repeat(3000)}`;
    const prompt = Math.ceil(JSON.stringify(request.messages).length / 4);
    if (request.messages.length > 3 && requests.length > 40) return "Read.";
    return {
      text: "t".repeat(3000),
      toolCalls: [{ name: "read", arguments: { page: requests.length } }],
      tokens: { prompt, completion: 1 },
    };
  });
  const { client, requests } = createScriptedClient(turns);
  const agent = createAgent({
    client,
    model,
    tools: [read],
    compaction: { maxPromptTokens: 4000, keepLast: 1 },
    limits: { maxSteps: 50 },
  });
  expect((await agent.run(instruction)).text).toBe("Read.");
  expect(number).toBeGreaterThan(2);
  for (const request of requests.filter((one) => !isSummaryRequest(one))) {
    expect(contentsOf(request)[0]).toBe(instruction);
    const summaries = contentsOf(request).filter((content) =>
      String(content).startsWith("The conversation up to here"),
    );
    expect(summaries.length).toBeLessThan(2);
  }
});

test("images of the user stay with their message", async () => {
  const seen: ChatMessage = {
    role: "user",
    content: [
      { type: "text", text: "What is this?" },
      { type: "image_url", image_url: { url: "data:image/png;base64,AA" } },
    ],
  };
  const { answers } = await compacted(
    [seen, assistantMessage("a".repeat(90_000)), assistantMessage("b"), user("Now?")],
    2000,
  );
  expect(answers[0]!.messages[0]).toEqual(seen);
});

test.each([
  ["a failure", { status: 403 }],
  ["an empty text", { text: " " }],
  ["a truncated text", { text: "In sh", finishReason: "length" }],
  ["a text that was filtered", { text: "In sh", finishReason: "content_filter" }],
] as const)("%s is not a summary: the conversation continues unchanged", async (_, summary) => {
  const history = [user("Go."), assistantMessage("a".repeat(9000)), assistantMessage("b"), user("Now?")];
  const { answers, events } = await compacted(history, 1000, 1, summary);
  expect(events).toEqual([]);
  expect(answers[0]!.messages).toEqual(history);
});

test("truncating the input of a summary keeps characters whole", async () => {
  const emoji = `${"x".repeat(3999)}😀${"x".repeat(9000)}`;
  const { summaries } = await compacted(
    [user("Go."), assistantMessage(emoji), assistantMessage("b"), user("Now?")],
    1000,
  );
  expect(contentsOf(summaries[0]!)[0]).toContain(`${"x".repeat(3999)} […]`);
});

test("for any conversation, no user message is cut, and the first and the last one are sent", async () => {
  const message = fc.tuple(fc.constantFrom("user", "assistant"), fc.integer({ min: 1, max: 9000 }));
  await fc.assert(
    fc.asyncProperty(
      fc.array(message, { minLength: 1, maxLength: 12 }),
      fc.integer({ min: 10, max: 4000 }),
      fc.integer({ min: 1, max: 3 }),
      async (shape, tokens, keep) => {
        const history = shape.map(([role, length], at) => {
          const content = `<${at}>${"x".repeat(length)}</${at}>`;
          return role === "user" ? user(content) : assistantMessage(content);
        });
        const { answers, summaries } = await compacted([...history, user("Now?")], tokens, keep);
        const sent = contentsOf(answers[0]!);
        const material = summaries.map((request) => String(contentsOf(request)[0])).join("\n");
        const own = history.filter(({ role }) => role === "user").map(({ content }) => content);
        for (const content of own) expect(sent.includes(content) || material.includes(String(content))).toBe(true);
        for (const content of [...own.slice(0, 1), ...own.slice(-1), "Now?"]) expect(sent).toContain(content);
        const order = sent.filter((content) => own.includes(content as string));
        expect(order).toEqual(own.filter((content) => order.includes(content)));
      },
    ),
    { numRuns: 150 },
  );
});
