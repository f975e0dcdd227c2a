// Interactions of two features that neither shows alone.
import { createAgent, fallback, tool, type CooldownState, type RunState } from "@patchbay/agent";
import { createScriptedClient, type ScriptedTurn } from "@patchbay/agent/testing";
import { toResponse } from "@patchbay/agent/web";
import { Patchbay, type ChatCompletionRequest } from "@patchbay/client";
import { expect, test } from "vitest";
import { z } from "zod";

const model = "any/model";
const call = (name: string, given: unknown = {}, id?: string): ScriptedTurn => ({
  toolCalls: [{ name, arguments: given, ...(id && { id }) }],
});

test("a browser that disconnects while the model is silent ends the request", async () => {
  const asked = Promise.withResolvers<AbortSignal>();
  const fetch = (request: Request): Promise<Response> => {
    asked.resolve(request.signal);
    return new Promise((_, reject) =>
      request.signal.addEventListener("abort", () => reject(request.signal.reason as Error), { once: true }),
    );
  };
  const client = new Patchbay({ apiKey: "sk-or-v1-test", fetch });
  const run = createAgent({ client, model }).run("Hi");
  const reader = toResponse(run).body!.getReader();
  await reader.read();
  const signal = await asked.promise;
  await reader.cancel();
  expect(signal.aborted).toBe(true);
  expect(run.report?.attempts).toMatchObject([{ outcome: "cancelled" }]);
});

test("progress that cannot be JSON is sent over the web without an error", async () => {
  const count = tool({
    name: "count",
    *execute() {
      yield 5n;
      return "five";
    },
  });
  const { client } = createScriptedClient([call("count"), "Five."]);
  const text = await toResponse(createAgent({ client, model, tools: [count] }).run("?"), { events: "all" }).text();
  expect(text).toContain('"progress":"5"');
  expect(text).toContain('"stopReason":"completed"');
});

test("the repeat guard compares calls by the model's arguments, not by what the schema returns", async () => {
  const input = z.object({ list: z.array(z.number()).transform((all) => new Set(all.map(BigInt))) });
  const seen: number[] = [];
  const sum = tool({
    name: "sum",
    inputSchema: { schema: input, jsonSchema: { type: "object", properties: { list: { type: "array" } } } } as never,
    execute: ({ list }: { list: Set<bigint> }) => void seen.push(Number([...list][0])),
  });
  const turns = Array.from({ length: 7 }, (_, index) => call("sum", { list: [index] }));
  const { client } = createScriptedClient([...turns, "Done."]);
  expect((await createAgent({ client, model, tools: [sum] }).run("?")).text).toBe("Done.");
  expect(seen).toEqual([0, 1, 2, 3, 4, 5, 6]);
});

test("Infinity disables a timeout, and one beyond the longest timer is rejected", async () => {
  const wait = tool({
    name: "wait",
    timeout: Number.POSITIVE_INFINITY,
    execute: () => new Promise((resolve) => setTimeout(() => resolve("done"), 20)),
  });
  const { client } = createScriptedClient([call("wait"), "Done."]);
  const agent = createAgent({ client, model, tools: [wait], limits: { timeout: 1000 } });
  expect(await agent.run("?", { limits: { timeout: Number.POSITIVE_INFINITY } })).toMatchObject({
    stopReason: "completed",
    text: "Done.",
  });
  expect(() => createAgent({ client, model, limits: { timeout: 30 * 86_400_000 } })).toThrow(
    /`limits.timeout` must be up to 2147483647 milliseconds/,
  );
  expect(() => tool({ name: "x", timeout: 2 ** 40, execute: () => 1 })).toThrow(/`timeout` of the tool x/);
});

test("a call without arguments runs, and its conversation can be continued", async () => {
  const bodies: ChatCompletionRequest[] = [];
  const fetch = async (request: Request): Promise<Response> => {
    bodies.push((await request.json()) as ChatCompletionRequest);
    const toolCalls = [{ id: "c", type: "function", function: { name: "now", arguments: null } }];
    const message = {
      role: "assistant",
      content: bodies.length === 1 ? null : "Noon.",
      ...(bodies.length === 1 && { tool_calls: toolCalls }),
    };
    return Response.json({
      id: "g",
      object: "chat.completion",
      created: 0,
      model,
      choices: [{ index: 0, finish_reason: "stop", message }],
    });
  };
  const client = new Patchbay({ apiKey: "sk-or-v1-test", fetch });
  const agent = createAgent({
    client,
    model,
    tools: [tool({ name: "now", execute: () => "12:00" })],
    compaction: { maxPromptTokens: 1000 },
  });
  const first = await agent.run("?");
  expect(bodies[1]!.messages.at(-1)).toMatchObject({ role: "tool", content: "12:00" });
  const state = JSON.parse(JSON.stringify(first.state)) as RunState;
  expect((await agent.run("And now?", { state })).text).toBe("Noon.");
});

test("an id that a later turn reuses is not taken for the earlier call", async () => {
  const submit = tool({ name: "submit", endsRun: true, needsApproval: true, execute: () => "sent" });
  const { client } = createScriptedClient([call("submit", {}, "same"), call("submit", {}, "same"), "Then not."]);
  const agent = createAgent({ client, model, tools: [submit] });
  const first = await agent.run("Send it.");
  const sent = await agent.resume(first.state, { approve: ["same"] });
  expect(sent.stopReason).toBe("ended_by_tool");
  const second = await agent.run("Send another.", { state: sent.state });
  expect(await agent.resume(second.state, { reject: { same: "no" } })).toMatchObject({
    stopReason: "completed",
    text: "Then not.",
  });
});

test("a run has the methods of a promise, and any thrown value is reported", async () => {
  const { client, requests } = createScriptedClient([call("odd"), "Done.", { status: 500 }]);
  const odd = tool({
    name: "odd",
    execute: () => {
      throw { message: "row locked" };
    },
  });
  const agent = createAgent({ client, model, tools: [odd] });
  let settled = 0;
  expect((await agent.run("?").finally(() => settled++)).text).toBe("Done.");
  expect(requests[1]!.messages.at(-1)!.content).toBe("Error: row locked");
  expect(await agent.run("?").catch(() => "caught")).toBe("caught");
  expect(settled).toBe(1);
});

test("a `prepareStep` that names no model changes none", async () => {
  const { client, requests } = createScriptedClient(["Fine."]);
  await createAgent({ client, model, prepareStep: () => ({ model: undefined }) }).run("?");
  expect(requests[0]!.model).toBe(model);
});

test("the next model is the one after the model that answered", async () => {
  const { client, requests } = createScriptedClient([{ status: 404 }, "no json", "no json", '{"n": 1}']);
  const agent = createAgent({
    client,
    model: fallback(["a/gone", "b/two", "c/three"]),
    output: z.object({ n: z.number() }),
  });
  expect((await agent.run("?")).output).toEqual({ n: 1 });
  expect(requests.map((request) => request.model)).toEqual(["a/gone", "b/two", "b/two", "c/three"]);
});

test("a failure does not shorten the cooldown of a rate limit", async () => {
  const state: CooldownState = {};
  const limited = Promise.withResolvers<void>();
  const fetch = async (request: Request): Promise<Response> => {
    const { messages } = (await request.json()) as ChatCompletionRequest;
    if (messages[0]!.content === "limited")
      return Response.json({ error: { code: 429, message: "x" } }, { status: 429, headers: { "retry-after": "300" } });
    await limited.promise;
    return Response.json({ error: { code: 404, message: "x" } }, { status: 404 });
  };
  const client = new Patchbay({ apiKey: "sk-or-v1-test", fetch });
  const agent = createAgent({ client, model: fallback(["a/one"], { cooldown: { state, now: () => 0 } }) });
  const gone = agent.run("gone").then(undefined, () => undefined);
  await agent.run("limited").then(undefined, () => undefined);
  limited.resolve();
  await gone;
  expect(state["a/one"]).toMatchObject({ until: 300_000 });
});

test("`accept` is called with completions of the run, and not with summaries", async () => {
  const judged: string[] = [];
  const accept = ({ choices }: { choices: readonly { message: { content?: unknown } }[] }): boolean =>
    judged.push(String(choices[0]?.message.content)) > 0;
  const { client } = createScriptedClient(["In short.", "Fine."]);
  const agent = createAgent({
    client,
    model: fallback(["a/one"], { accept }),
    compaction: { maxPromptTokens: 1000, keepLast: 1 },
  });
  await agent.run([
    { role: "system", content: "Be kind." },
    { role: "user", content: "Say z." },
    { role: "assistant", content: "z".repeat(90_000) },
    { role: "assistant", content: "So it is." },
    { role: "user", content: "Hm." },
  ]);
  expect(judged).toEqual(["Fine."]);
});

test("the size of instructions and tools does not cause compaction", async () => {
  const read = tool({
    name: "read",
    inputSchema: z.object({ page: z.number() }),
    execute: ({ page }) => `${page}${"x".repeat(400)}`,
  });
  const turn =
    (page: number) =>
    ({ messages }: ChatCompletionRequest): ScriptedTurn => ({
      toolCalls: [{ name: "read", arguments: { page } }],
      // 5,000 tokens of instructions, and one token per four characters.
      tokens: {
        prompt: 5000 + messages.reduce((sum, { content }) => sum + (content?.length ?? 0), 0) / 4,
        completion: 1,
      },
    });
  const { client, requests } = createScriptedClient([turn(1), turn(2), turn(3), turn(4), "Read."]);
  await createAgent({ client, model, tools: [read], compaction: { maxPromptTokens: 6000, keepLast: 1 } }).run("Read.");
  expect(JSON.stringify(requests.at(-1)!.messages)).not.toContain("was dropped");
});
