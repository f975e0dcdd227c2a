// Model fallback: which action follows which failure, and what the run reports.
import {
  createAgent,
  AgentError,
  getAttempts,
  defaultFallbackActions,
  fallback,
  tool,
  type CooldownState,
  type FallbackOptions,
  type FailureKind,
  type RunResult,
} from "@patchbay/agent";
import { createScriptedClient } from "@patchbay/agent/testing";
import { ApiError, Patchbay } from "@patchbay/client";
import { createMockServer, type MockServer, type RuleReply } from "@patchbay/mock-server";
import fc from "fast-check";
import { beforeEach, expect, test } from "vitest";

const [first, second] = ["openai/gpt-4o-mini", "openai/gpt-5-mini"] as const;
let server: MockServer;

beforeEach(() => {
  server = createMockServer();
  server.on({ model: second }).reply("From the second.");
});

function client(): Patchbay {
  return new Patchbay({ apiKey: "sk-or-v1-agent", fetch: server.fetch });
}

/** Replies with these outcomes, in order, when the first model is requested. */
function firstSays(...outcomes: readonly [RuleReply, ...RuleReply[]]): void {
  server.on({ model: first }).reply(...outcomes);
}

function ask(options: FallbackOptions = {}, watch = false): Promise<RunResult<undefined>> {
  const run = createAgent({ client: client(), model: fallback([first, second], { retryDelay: 1, ...options }) }).run(
    "Hi",
  );
  return watch ? Array.fromAsync(run).then(() => run) : Promise.resolve(run);
}

const describeAttempts = ({ attempts }: Pick<RunResult<unknown>, "attempts">): string[] =>
  attempts.map(({ model, outcome }) => `${model.slice(7)} ${outcome}`);

test("only the first model is requested while it succeeds", async () => {
  firstSays("From the first.");
  const result = await ask();
  expect(result.text).toBe("From the first.");
  expect(describeAttempts(result)).toEqual(["gpt-4o-mini succeeded"]);
  // The request does not ask OpenRouter to fall back.
  expect(server.journal.last!.input).toMatchObject({ model: first });
  expect(server.journal.last!.input).not.toHaveProperty("models");
});

test.each<[string, RuleReply, string[]]>([
  [
    "a 503 is retried once, then the next model answers",
    { status: 503 },
    ["gpt-4o-mini failed", "gpt-4o-mini failed", "gpt-5-mini succeeded"],
  ],
  ...[500, 502, 504, 524, 529].map((status): [string, RuleReply, string[]] => [
    `a ${status} is retried once, then the next model answers`,
    { status },
    ["gpt-4o-mini failed", "gpt-4o-mini failed", "gpt-5-mini succeeded"],
  ]),
  ...[408, 409, 425].map((status): [string, RuleReply, string[]] => [
    `a temporary ${status} is retried once, then the next model answers`,
    { status },
    ["gpt-4o-mini failed", "gpt-4o-mini failed", "gpt-5-mini succeeded"],
  ]),
  [
    "an error under HTTP 200 is retried once, then the next model answers",
    { content: "x", fault: { kind: "error_in_200", status: 502 } },
    ["gpt-4o-mini failed", "gpt-4o-mini failed", "gpt-5-mini succeeded"],
  ],
  [
    "the code of an error under HTTP 200 decides the action",
    { content: "x", fault: { kind: "error_in_200", status: 429 } },
    ["gpt-4o-mini failed", "gpt-5-mini succeeded"],
  ],
  [
    "a connection that breaks after the request was sent is not repeated: the next model answers",
    { fault: { kind: "connection_reset" } },
    ["gpt-4o-mini failed", "gpt-5-mini succeeded"],
  ],
  [
    "a refused connection is retried once, then the next model answers",
    { fault: { kind: "connection_refused" } },
    ["gpt-4o-mini failed", "gpt-4o-mini failed", "gpt-5-mini succeeded"],
  ],
  [
    "an empty response is retried once, then the next model answers",
    { content: "" },
    ["gpt-4o-mini rejected", "gpt-4o-mini rejected", "gpt-5-mini succeeded"],
  ],
  [
    "a rate limit goes to the next model immediately",
    { status: 429, headers: { "retry-after": "20" } },
    ["gpt-4o-mini failed", "gpt-5-mini succeeded"],
  ],
  ["a model that is not found goes to the next model", { status: 404 }, ["gpt-4o-mini failed", "gpt-5-mini succeeded"]],
  [
    "a prompt that is too large goes to the next model",
    { status: 413 },
    ["gpt-4o-mini failed", "gpt-5-mini succeeded"],
  ],
])("%s", async (_, outcome, attempts) => {
  firstSays(outcome);
  const result = await ask();
  expect(result.text).toBe("From the second.");
  expect(describeAttempts(result)).toEqual(attempts);
  expect(result.attempts.at(0)).toMatchObject({ reason: expect.any(String) as string });
});

test("a model that the API does not know counts as not found", async () => {
  const run = createAgent({ client: client(), model: fallback(["acme/gone", second]) }).run("Hi");
  expect((await run).attempts.map(({ outcome }) => outcome)).toEqual(["failed", "succeeded"]);
});

test("a prompt that is too long for one model goes to the next model", async () => {
  firstSays({
    status: 400,
    body: { error: { code: 400, message: "too long", metadata: { error_type: "context_length_exceeded" } } },
  });
  expect(describeAttempts(await ask())).toEqual(["gpt-4o-mini failed", "gpt-5-mini succeeded"]);
});

test.each([
  [400, "bad_request"],
  [422, "bad_request"],
  [401, "unauthorized"],
  [402, "insufficient_credits"],
  [403, "forbidden"],
] as const)(
  "a %i response throws without a request to another model, unless `actions` changes it",
  async (status, kind) => {
    firstSays({ status });
    const error = await ask().then(undefined, (thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(ApiError);
    expect(describeAttempts((error as { run: RunResult<undefined> }).run)).toEqual(["gpt-4o-mini failed"]);
    expect(describeAttempts(await ask({ actions: { [kind]: "next" } }))).toEqual([
      "gpt-4o-mini failed",
      "gpt-5-mini succeeded",
    ]);
  },
);

test("a 402 with Retry-After is retried once with the same model, because all models share the balance", async () => {
  firstSays({ status: 402, headers: { "retry-after-ms": "20" } }, "Paid.");
  expect(describeAttempts(await ask())).toEqual(["gpt-4o-mini failed", "gpt-4o-mini succeeded"]);
  for (const ms of ["20", "60001"]) {
    server.journal.clear();
    firstSays({ status: 402, headers: { "retry-after-ms": ms } });
    await expect(ask()).rejects.toMatchObject({ status: 402 });
    // A wait of more than a minute is not worth it.
    expect(server.journal.count).toBe(ms === "20" ? 2 : 1);
  }
});

test("a moderation refusal is not sent to another model, unless `actions` allows it", async () => {
  const metadata = { reasons: ["violence"], flagged_input: "x", provider_name: "OpenAI", model_slug: first };
  firstSays({ status: 403, body: { error: { code: 403, message: "Your input was flagged", metadata } } });
  await expect(ask()).rejects.toMatchObject({ status: 403 });
  expect(server.journal.count).toBe(1);
  expect((await ask({ actions: { forbidden: "next" } })).text).toBe("From the second.");
});

test("a filtered completion is the result, with or without text, unless `accept` rejects it", async () => {
  for (const content of ["", "I was say"]) {
    firstSays({ content, finishReason: "content_filter" });
    const result = await ask();
    expect(result).toMatchObject({ text: content, stopReason: "content_filter" });
    expect(describeAttempts(result)).toEqual(["gpt-4o-mini succeeded"]);
    const accept: FallbackOptions["accept"] = ({ choices }) => choices[0]!.finish_reason !== "content_filter";
    expect(describeAttempts(await ask({ accept }))).toEqual(["gpt-4o-mini rejected", "gpt-5-mini succeeded"]);
  }
});

test("a truncated completion is the result, even without text", async () => {
  for (const content of ["", "Once upon"]) {
    firstSays({ content, finishReason: "length" });
    const result = await ask();
    expect(result).toMatchObject({ text: content, stopReason: "length" });
    expect(describeAttempts(result)).toEqual(["gpt-4o-mini succeeded"]);
  }
});

test("a truncated tool call never runs, whichever model made it", async () => {
  let ran = 0;
  const count = tool({ name: "count", execute: () => ++ran });
  const call = { toolCalls: [{ name: "count", arguments: {} }] };
  const {
    client,
    requests,
    assertComplete: assertDone,
  } = createScriptedClient([{ ...call, finishReason: "length" }, call, "One."]);
  const model = fallback(["a/one", "b/two"]);
  const result = await createAgent({ client, model, tools: [count], request: { max_tokens: 100 } }).run("Hi");
  assertDone();
  expect([result.text, ran]).toEqual(["One.", 1]);
  expect(requests.map(({ max_tokens: most }) => most)).toEqual([100, 200, 100]);
  expect(result.attempts.map(({ outcome }) => outcome)).toEqual(["rejected", "succeeded", "succeeded"]);
});

test("a tool call that is truncated twice goes to the next model", async () => {
  const count = tool({ name: "count", execute: () => 1 });
  const cut = { toolCalls: [{ name: "count", arguments: {} }], finishReason: "length" };
  const { client, requests } = createScriptedClient([cut, cut, "One."]);
  const result = await createAgent({ client, model: fallback(["a/one", "b/two"]), tools: [count] }).run("Hi");
  expect(result).toMatchObject({ text: "One.", stopReason: "completed" });
  expect(requests.map((request) => request.model)).toEqual(["a/one", "a/one", "b/two"]);
  expect(result.steps.map(({ fallbackBy: by }) => by)).toEqual([undefined, undefined, "agent"]);
});

test("the cost limit ends the run between two attempts of one step", async () => {
  const { client, requests } = createScriptedClient([
    { text: "No.", cost: 0.5 },
    { text: "No.", cost: 0.5 },
    { text: "Yes.", cost: 0.5 },
  ]);
  const model = fallback(["a/one", "b/two", "c/three"], { accept: () => false });
  const result = await createAgent({ client, model, limits: { maxCost: 0.9 } }).run("Hi");
  expect(result).toMatchObject({ stopReason: "max_cost", text: "", cost: 1 });
  expect(result.attempts.map(({ outcome }) => outcome)).toEqual(["rejected", "rejected"]);
  expect(requests).toHaveLength(2);
});

test("a model that `prepareStep` names gets no fallback from the list", async () => {
  const { client } = createScriptedClient(["Fine."]);
  const agent = createAgent({ client, model: fallback(["a/one", "b/two"]), prepareStep: () => ({ model: "c/three" }) });
  const { steps } = await agent.run("Hi");
  expect(steps[0]).toMatchObject({ model: "c/three" });
  expect(steps[0]).not.toHaveProperty("fallbackBy");
});

test("a run whose models all return nothing stops with empty_response", async () => {
  server.reset();
  server.on().reply({ content: "" });
  const result = await ask();
  expect(result).toMatchObject({ text: "", stopReason: "empty_response" });
  expect(describeAttempts(result)).toEqual([
    "gpt-4o-mini rejected",
    "gpt-4o-mini rejected",
    "gpt-5-mini rejected",
    "gpt-5-mini rejected",
  ]);
});

test("structured output that stays invalid after one repair goes to the next candidate, also to the same model with other fields", async () => {
  const output = { type: "object", properties: { size: { type: "number" } }, required: ["size"] };
  const { client, requests } = createScriptedClient(["no", "still no", "no", '{"size": 3}']);
  const model = fallback(["a/one", { model: "a/one", reasoning: { effort: "high" } }, "b/two"]);
  const result = await createAgent({ client, model, output }).run("Hi");
  expect(result.output).toEqual({ size: 3 });
  expect(requests.map(({ model, reasoning }) => `${model} ${reasoning?.effort}`)).toEqual([
    "a/one undefined",
    "a/one undefined",
    "a/one high",
    "b/two undefined",
  ]);
  expect(result.attempts.map(({ outcome }) => outcome)).toEqual(["rejected", "rejected", "rejected", "succeeded"]);
});

test("`prepareStep` can name a stronger model, and the other candidates remain its fallback", async () => {
  const look = tool({ name: "look", inputSchema: { type: "object", required: ["at"] }, execute: () => "seen" });
  const { client, requests } = createScriptedClient([
    { toolCalls: [{ name: "look", arguments: "no JSON" }] },
    { status: 404 },
    "Done.",
  ]);
  const agent = createAgent({
    client,
    model: fallback(["a/one", { model: "b/two", temperature: 0 }]),
    tools: [look],
    prepareStep: ({ messages }) =>
      String(messages.at(-1)!.content).startsWith("Error") ? { model: "c/strong" } : undefined,
  });
  expect((await agent.run("Hi")).text).toBe("Done.");
  expect(requests.map(({ model }) => model)).toEqual(["a/one", "c/strong", "a/one"]);
  // A candidate of the list keeps its fields.
  const { client: other, requests: asked } = createScriptedClient(["Hi."]);
  const named = fallback(["a/one", { model: "b/two", temperature: 0 }]);
  await createAgent({ client: other, model: named, prepareStep: () => ({ model: "b/two" }) }).run("Hi");
  expect(asked[0]).toMatchObject({ model: "b/two", temperature: 0 });
});

test("rejected completions count toward the cost limit and end the run before the next step", async () => {
  const call = (cost: number): object => ({ toolCalls: [{ name: "count", arguments: {} }], cost });
  const count = tool({ name: "count", execute: () => 1 });
  const { client, requests } = createScriptedClient([call(0.5), call(0.5)]);
  let isFirst = true;
  const accept = (): boolean => !isFirst || (isFirst = false);
  const agent = createAgent({
    client,
    model: fallback(["a/one", "b/two"], { accept }),
    tools: [count],
    limits: { maxCost: 0.9 },
  });
  const result = await agent.run("Hi");
  expect(result).toMatchObject({ stopReason: "max_cost", text: "", cost: 1 });
  expect(requests).toHaveLength(2);
});

test("when all models fail, the run throws the last failure and reports every attempt", async () => {
  server.reset();
  server.on().reply({ status: 502 });
  const error = (await ask().then(undefined, (thrown: unknown) => thrown)) as ApiError & { run: RunResult<undefined> };
  expect(error).toMatchObject({ status: 502 });
  expect(describeAttempts(error.run)).toEqual([
    "gpt-4o-mini failed",
    "gpt-4o-mini failed",
    "gpt-5-mini failed",
    "gpt-5-mini failed",
  ]);
  expect(server.journal.count).toBe(4);
});

test("a short rate limit of the last model is waited for", async () => {
  server.reset();
  server.on({ model: second }).reply("At last.");
  server.on({ model: second }, { times: 1 }).reply({ status: 429, headers: { "retry-after-ms": "20" } });
  firstSays({ status: 404 });
  expect(describeAttempts(await ask())).toEqual(["gpt-4o-mini failed", "gpt-5-mini failed", "gpt-5-mini succeeded"]);
});

test("a wait longer than a minute is not waited for, and the last model is not requested before its Retry-After", async () => {
  const { client: limited, requests } = createScriptedClient([{ status: 429 }]);
  await expect(createAgent({ client: limited, model: fallback(["a/one"]) }).run("Hi")).rejects.toMatchObject({
    status: 429,
  });
  expect(requests).toHaveLength(1);
  server.on({ model: first }).reply({ status: 429, headers: { "retry-after": "61" } });
  await expect(createAgent({ client: client(), model: fallback([first]) }).run("Hi")).rejects.toMatchObject({
    status: 429,
  });
  expect(server.journal.count).toBe(1);
  // A Retry-After replaces the delay of the fallback.
  server.on({ model: first }).reply({ status: 503, headers: { "retry-after-ms": "10" } }, "Well again.");
  const patient = fallback([first], { retryDelay: 2 ** 31 - 1 });
  expect((await createAgent({ client: client(), model: patient }).run("Hi")).text).toBe("Well again.");
});

test("`actions` can make the agent wait for a rate limit although other models remain", async () => {
  firstSays({ status: 429, headers: { "retry-after-ms": "10" } }, "Well again.");
  expect(describeAttempts(await ask({ actions: { rate_limited: "retry" }, retryDelay: 2 ** 31 - 1 }))).toEqual([
    "gpt-4o-mini failed",
    "gpt-4o-mini succeeded",
  ]);
});

test("a stream that breaks before any output goes to the next model, and after output it throws with the partial text", async () => {
  firstSays({ content: "one two three", fault: { kind: "mid_stream_error", afterEvents: 0 } });
  expect((await ask({}, true)).text).toBe("From the second.");
  server.reset();
  server.on({ model: second }).reply("From the second.");
  firstSays({ content: "one two three", fault: { kind: "mid_stream_error", afterEvents: 3 } });
  await expect(ask({}, true)).rejects.toMatchObject({ partial: { choices: [{ message: { content: "one two" } }] } });
});

test('with midStream "restart" a broken stream sends step-reset', async () => {
  firstSays({ content: "one two three", fault: { kind: "mid_stream_error", afterEvents: 3 } });
  const run = createAgent({ client: client(), model: fallback([first, second], { midStream: "restart" }) }).run("Hi");
  let screen = "";
  for await (const event of run) {
    if (event.type === "text-delta") screen += event.text;
    if (event.type === "step-reset") screen = "";
  }
  expect(screen).toBe("From the second.");
  expect(describeAttempts(await run)).toEqual(["gpt-4o-mini failed", "gpt-5-mini succeeded"]);
});

test("a model without a first token in time, or with a silent stream, is replaced by the next model", async () => {
  firstSays({ content: "slow", delay: 20_000 });
  expect(describeAttempts(await ask({ firstTokenTimeout: 1200 }, true))).toEqual([
    "gpt-4o-mini failed",
    "gpt-5-mini succeeded",
  ]);
  server.reset();
  server.on({ model: second }).reply("From the second.");
  firstSays({ content: "one two", fault: { kind: "stall", afterEvents: 1 } });
  expect(describeAttempts(await ask({ idleTimeout: 800, midStream: "restart" }, true))).toEqual([
    "gpt-4o-mini failed",
    "gpt-5-mini succeeded",
  ]);
});

test("the first-token timeout also applies to an awaited run, which streams internally and ignores keep-alives", async () => {
  firstSays({ content: "slow", fault: { kind: "keep_alive_comments", count: 1000, everyMs: 20 } });
  const result = await ask({ firstTokenTimeout: 1200 });
  expect(describeAttempts(result)).toEqual(["gpt-4o-mini failed", "gpt-5-mini succeeded"]);
  expect(result.attempts).toMatchObject([
    { failureKind: "timeout" },
    { timeToFirstTokenMs: expect.any(Number) as number },
  ]);
  expect(server.journal.entries().map(({ input }) => input.stream)).toEqual([true, true]);
  // Without the timeout the request does not stream.
  server.journal.clear();
  firstSays("At once.");
  expect((await ask()).attempts[0]).not.toHaveProperty("timeToFirstTokenMs");
  expect(server.journal.last!.input.stream).not.toBe(true);
});

test("a silent stream goes to the next model before any output, and throws after output", async () => {
  firstSays({ content: "one two", fault: { kind: "stall", afterEvents: 3 } });
  expect(describeAttempts(await ask({ idleTimeout: 800 }))).toEqual(["gpt-4o-mini failed", "gpt-5-mini succeeded"]);
  const error = await ask({ idleTimeout: 800 }, true).then(undefined, (thrown: unknown) => thrown);
  expect(error).toMatchObject({
    name: "TimeoutError",
    phase: "idle",
    partial: { choices: [{ message: { content: "one two" } }] },
  });
  expect(getAttempts(error)).toMatchObject([
    { outcome: "failed", failureKind: "timeout", generationId: expect.any(String) as string },
  ]);
  server.journal.clear();
  firstSays({ content: "one two", fault: { kind: "stall", afterEvents: 1 } });
  expect(describeAttempts(await ask({ idleTimeout: 800 }, true))).toEqual([
    "gpt-4o-mini failed",
    "gpt-5-mini succeeded",
  ]);
});

test("a completion that `accept` rejects is billed, and the next model is requested", async () => {
  firstSays("I do not know.");
  const result = await ask({ accept: ({ choices }) => !/do not know/.test(choices[0]?.message.content ?? "") });
  expect(describeAttempts(result)).toEqual(["gpt-4o-mini rejected", "gpt-5-mini succeeded"]);
  expect(result.cost).toBe(result.attempts[0]!.cost! + result.attempts[1]!.cost!);
  expect(result.steps).toHaveLength(1);
  await expect(ask({ accept: () => false })).rejects.toThrow(AgentError);
});

test("an error that `accept` throws is rethrown unchanged", async () => {
  firstSays("Hello.");
  const reason = new Error("the gate is broken");
  const accept = (): never => {
    throw reason;
  };
  await expect(ask({ accept })).rejects.toBe(reason);
  expect(server.journal.count).toBe(1);
});

test("each candidate sends only its own fields", async () => {
  const { client, requests } = createScriptedClient([{ status: 404 }, "Done."]);
  const model = fallback([
    { model: "a/one", reasoning: { effort: "high" } },
    { model: "b/two", temperature: 0 },
  ]);
  await createAgent({ client, model, request: { max_tokens: 50 } }).run("Hi");
  expect(requests[0]).toMatchObject({ model: "a/one", reasoning: { effort: "high" }, max_tokens: 50 });
  expect(requests[1]).toMatchObject({ model: "b/two", temperature: 0, max_tokens: 50 });
  expect(requests[1]).not.toHaveProperty("reasoning");
});

test("tools do not run again when another model answers the step", async () => {
  let ran = 0;
  const count = tool({ name: "count", execute: () => ++ran });
  const { client } = createScriptedClient([{ toolCalls: [{ name: "count", arguments: {} }] }, { status: 404 }, "One."]);
  const result = await createAgent({ client, model: fallback(["a/one", "b/two"]), tools: [count] }).run("Hi");
  expect(result.text).toBe("One.");
  expect(ran).toBe(1);
  expect(result.steps.map(({ attempts }) => attempts.map(({ outcome }) => outcome))).toEqual([
    ["succeeded"],
    ["failed", "succeeded"],
  ]);
});

test("a model that failed is in cooldown, which is reported, until one probe is allowed", async () => {
  let now = 0;
  const state: CooldownState = {};
  const options = { cooldown: { failureThreshold: 2, duration: 1000, state, now: () => now } };
  const model = fallback([first, second], { retryDelay: 1, ...options });
  const once = async (): Promise<string[]> =>
    describeAttempts(await createAgent({ client: client(), model }).run("Hi"));
  firstSays({ status: 503 });
  expect(await once()).toEqual(["gpt-4o-mini failed", "gpt-4o-mini failed", "gpt-5-mini succeeded"]);
  expect(JSON.parse(JSON.stringify(state))).toEqual({ [first]: { failures: 2, until: 1000 } });
  expect(await once()).toEqual(["gpt-4o-mini skipped", "gpt-5-mini succeeded"]);
  now = 1001;
  expect(await once()).toEqual(["gpt-4o-mini failed", "gpt-4o-mini failed", "gpt-5-mini succeeded"]);
  expect(await once()).toEqual(["gpt-4o-mini skipped", "gpt-5-mini succeeded"]);
  now = 2002;
  firstSays("Well again.");
  expect(await once()).toEqual(["gpt-4o-mini succeeded"]);
  expect(state).toEqual({});
});

test("a probe that the caller aborts does not block later probes", async () => {
  const state: CooldownState = { [first]: { failures: 3, until: 1 } };
  const model = fallback([first, second], { cooldown: { state, now: () => 2 } });
  firstSays("Well again.");
  server.on({ model: first }, { times: 1 }).reply({ content: "slow", delay: 20_000 });
  const left = createAgent({ client: client(), model }).run("Hi", { signal: AbortSignal.timeout(30) });
  await expect(left).rejects.toThrow();
  expect(describeAttempts(await createAgent({ client: client(), model }).run("Hi"))).toEqual(["gpt-4o-mini succeeded"]);
});

test("a model that is not found is in cooldown for a minute", async () => {
  let now = 0;
  const model = fallback([first, second], { cooldown: { now: () => now } });
  firstSays({ status: 404 }, "There again.");
  const once = async (): Promise<string> =>
    describeAttempts(await createAgent({ client: client(), model }).run("Hi"))[0]!;
  const firsts: string[] = [];
  for (now of [0, 59_999, 60_000]) firsts.push(await once());
  expect(firsts).toEqual(["gpt-4o-mini failed", "gpt-4o-mini skipped", "gpt-4o-mini succeeded"]);
});

test("a rate limit sets the cooldown of its model, and the last model is never skipped", async () => {
  let now = 0;
  const cooldown = { now: () => now };
  const model = fallback([first, second], { cooldown });
  firstSays({ status: 429, headers: { "retry-after": "20" } });
  const once = async (): Promise<string[]> =>
    describeAttempts(await createAgent({ client: client(), model }).run("Hi"));
  expect(await once()).toEqual(["gpt-4o-mini failed", "gpt-5-mini succeeded"]);
  now = 19_999;
  expect((await once())[0]).toBe("gpt-4o-mini skipped");
  const alone = fallback([first], { cooldown, retryDelay: 1 });
  firstSays({ status: 404 });
  for (let time = 0; time < 2; time++)
    await expect(createAgent({ client: client(), model: alone }).run("Hi")).rejects.toMatchObject({ status: 404 });
});

test("an abort is not a failure: no other model is requested", async () => {
  firstSays({ content: "slow", delay: 20_000 });
  const reason = new Error("enough");
  const controller = new AbortController();
  let asked = 0;
  const fetch = (request: Request): Promise<Response> => {
    asked++;
    setTimeout(() => controller.abort(reason), 5);
    return server.fetch(request);
  };
  const impatient = new Patchbay({ apiKey: "sk-or-v1-agent", fetch });
  const agent = createAgent({ client: impatient, model: fallback([first, second]) });
  await expect(agent.run("Hi", { signal: controller.signal })).rejects.toBe(reason);
  expect(asked).toBe(1);
});

test.each([
  ["no model", () => fallback([]), /must be a list of names/],
  ["an empty name", () => fallback(["a/one", ""]), /must be a list of names/],
  [
    "a negative timeout",
    () => fallback(["a/one"], { firstTokenTimeout: -1 }),
    /`firstTokenTimeout` of fallback must be .*got -1/,
  ],
  [
    "a timeout beyond the longest timer",
    () => fallback(["a/one"], { firstTokenTimeout: 2 ** 31 }),
    /up to 2147483647, got 2147483648/,
  ],
  [
    "a hedge without a delay",
    () => fallback(["a/one"], { hedge: 400 as never }),
    /`hedge` of fallback must be an object, got 400/,
  ],
  [
    "a cooldown after zero failures",
    () => fallback(["a/one"], { cooldown: { failureThreshold: 0 } }),
    /`failureThreshold` of cooldown must be .*got 0/,
  ],
  [
    "an unknown word",
    () => fallback(["a/one"], { midStream: "continu" as never }),
    /`midStream` must be .*got "continu"/,
  ],
  [
    "an unknown kind",
    () => fallback(["a/one"], { actions: { forbiden: "next" } as never }),
    /unknown failure kind "forbiden"/,
  ],
  [
    "an unknown action",
    () => fallback(["a/one"], { actions: { forbidden: "nxt" as never } }),
    /`actions.forbidden` must be .*got "nxt"/,
  ],
])("%s is rejected", (_, make, message) => {
  expect(make).toThrow(message);
});

test("attempts follow the fallback rules for every sequence of outcomes, and their cost is the cost of the run", async () => {
  const kinds = {
    404: "not_found",
    429: "rate_limited",
    500: "server_error",
    400: "bad_request",
    409: "transient",
  } as const satisfies Record<number, FailureKind>;
  const turn = fc.oneof(fc.constantFrom(404, 429, 500, 400, 409), fc.constant("ok" as const));
  await fc.assert(
    fc.asyncProperty(fc.array(turn, { minLength: 6, maxLength: 6 }), async (turns) => {
      const script = turns.map((one) => (one === "ok" ? { text: "x", cost: 0.5 } : { status: one }));
      const { client, requests } = createScriptedClient(script);
      const names = ["a/one", "b/two", "c/three"];
      const run = createAgent({
        client,
        model: fallback(names, { retryDelay: 0, cooldown: { failureThreshold: 99 } }),
      }).run("Hi");
      const ended = await run.then(
        (result) => result,
        (error: unknown) => (error as { run: RunResult<undefined> }).run,
      );
      // The same rules in their shortest form.
      const expected: string[] = [];
      let at = 0;
      walk: for (const name of names)
        for (let tries = 1; ; tries++) {
          const said = turns[at++]!;
          expected.push(`${name} ${said === "ok" ? "succeeded" : "failed"}`);
          if (said === "ok") break walk;
          const action = defaultFallbackActions[kinds[said]];
          if (action === "throw") break walk;
          if (action === "retry" && tries === 1) continue;
          break;
        }
      expect(ended.attempts.map(({ model, outcome }) => `${model} ${outcome}`)).toEqual(expected);
      expect(requests).toHaveLength(expected.length);
      expect(ended.cost).toBe(expected.at(-1)!.endsWith("succeeded") ? 0.5 : 0);
    }),
    { numRuns: 120 },
  );
});
