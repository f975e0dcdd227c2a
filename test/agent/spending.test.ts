// Limits on cost and tokens in nested runs, and costs that no provider reported.
import {
  createAgent,
  fallback,
  getRunReport,
  tool,
  type Agent,
  type AgentOptions,
  type RunLimits,
  type RunEvent,
  type RunOptions,
} from "@patchbay/agent";
import { Patchbay, type ChatCompletionRequest } from "@patchbay/client";
import fc from "fast-check";
import { expect, test } from "vitest";
import { z } from "zod";

/** A model that calls every agent it is offered, and the tool `work` repeatedly; each response has this usage. */
function spender(usage: object | undefined): { client: Patchbay; requests: ChatCompletionRequest[] } {
  const requests: ChatCompletionRequest[] = [];
  const answer = (request: ChatCompletionRequest): object => {
    const names = (request.tools ?? []).flatMap((one) => (one.type === "function" ? one.function.name : []));
    const helpers = names.filter((name) => name !== "work");
    const isFirst = !request.messages.some(({ role }) => role === "tool");
    const toCall = (name: string, index: number): object => ({
      id: `call_${requests.length}_${index}`,
      type: "function",
      function: { name, arguments: JSON.stringify({ input: "go", turn: requests.length }) },
    });
    if (request.tool_choice === "none") return { content: "last words" };
    if (helpers.length > 0 && isFirst) return { content: null, tool_calls: helpers.map(toCall) };
    if (!names.includes("work") || request.messages.length > 60) return { content: "done" };
    return { content: null, tool_calls: [toCall("work", 0)] };
  };
  const client = new Patchbay({
    apiKey: "k",
    maxRetries: 0,
    async fetch(request) {
      const body = (await request.json()) as ChatCompletionRequest;
      requests.push(body);
      const message = { role: "assistant", ...answer(body) };
      const choices = [{ index: 0, finish_reason: "stop", message }];
      return Response.json({ id: "gen", object: "chat.completion", created: 0, model: body.model, choices, usage });
    },
  });
  return { client, requests };
}

const work = tool({ name: "work", inputSchema: z.object({ turn: z.number() }), execute: () => "worked" });
const paid = { prompt_tokens: 50, completion_tokens: 50, total_tokens: 100, cost: 0.02 };

type Options = Partial<AgentOptions<undefined>>;

/** An agent with `width` sub-agents, each of which has as many, `depth` levels deep; the innermost ones work. */
function tree(client: Patchbay, depth: number, width: number, top: Options, inner: Options = {}): Agent<undefined> {
  const make = (left: number, name: string): Agent<undefined> =>
    createAgent({
      client,
      model: "m",
      name,
      tools: left === 0 ? [work] : Array.from({ length: width }, (_, at) => make(left - 1, `${name}_${at}`)),
      ...(left === depth ? top : inner),
    });
  return make(depth, "boss");
}

test.each([
  ["one agent", 1, 1, {}],
  ["two levels", 2, 1, {}],
  ["three levels", 3, 1, {}],
  ["five agents in parallel", 1, 5, {}],
  ["nine agents on two levels", 2, 3, {}],
  ["an agent with a larger limit of its own", 1, 1, { limits: { maxCost: 100, maxTotalTokens: 1e6 } }],
  [
    "an agent with a smaller limit of its own",
    1,
    1,
    { limits: { maxCost: 0.03, maxTotalTokens: 150 }, allowFinalResponse: false },
  ],
  ["an agent with fallback models", 1, 1, { model: fallback(["a", "b"]) }],
] as const)("money and tokens of the caller hold inside %s", async (_, depth, width, inner) => {
  const innermost = width ** depth;
  for (const limit of [{ maxCost: 0.1 }, { maxTotalTokens: 500 }] satisfies RunLimits[]) {
    const { client } = spender(paid);
    const {
      cost,
      usage,
      stopReason: stop,
    } = await tree(client, depth, width, { limits: limit, allowFinalResponse: false }, inner).run("Go.");
    // One request in flight for each running agent, and the limit itself: five requests.
    expect(usage.totalTokens).toBeLessThanOrEqual(500 + innermost * 100);
    expect(cost).toBeLessThanOrEqual(0.1 + innermost * 0.02 + 1e-9);
    const isOwn = "limits" in inner && (inner.limits.maxCost ?? 0) < 1;
    if (!isOwn) expect(stop).toBe("maxCost" in limit ? "max_cost" : "max_total_tokens");
  }
});

test("a sub-agent that the caller's limit stopped requests no final response, and nor does a caller at its cost limit", async () => {
  const { client, requests } = spender(paid);
  const result = await tree(client, 1, 1, { limits: { maxCost: 0.1 } }).run("Go.");
  expect(result).toMatchObject({ stopReason: "max_cost", cost: 0.1 });
  expect(requests).toHaveLength(5);
  expect(requests.some(({ tool_choice: choice }) => choice === "none")).toBe(false);
});

test("a limit of one run applies inside sub-agents, like a limit of the agent", async () => {
  const { client, requests } = spender(paid);
  const result = await tree(client, 2, 1, {}).run("Go.", { limits: { maxCost: 0.1 } });
  expect(result).toMatchObject({ stopReason: "max_cost", cost: 0.1 });
  expect(requests).toHaveLength(5);
});

test("the caller's limit ends the attempts of a fallback inside a sub-agent", async () => {
  const { client, requests } = spender(paid);
  const model = fallback(["a", "b", "c", "d", "e", "f"], { accept: () => false });
  const result = await tree(client, 1, 1, { limits: { maxCost: 0.07 } }, { model }).run("Go.");
  expect(result).toMatchObject({ stopReason: "max_cost", cost: 0.08 });
  expect(requests).toHaveLength(4);
});

test("a sub-agent does not pay for a summary when the caller's limit is reached", async () => {
  const { client, requests } = spender(paid);
  const compact = { maxPromptTokens: 10, keepLast: 1 };
  await tree(client, 1, 1, { limits: { maxCost: 0.05 } }, { compaction: compact }).run("Go.");
  expect(requests).toHaveLength(3);
});

test("a run that its limit stopped continues with a larger limit, and stops again at the same one", async () => {
  const { client, requests } = spender(paid);
  const agent = tree(client, 0, 1, { limits: { maxCost: 0.1 } });
  const first = await agent.run("Go.");
  const again = await agent.resume(first.state);
  expect([again.stopReason, again.cost, requests.length]).toEqual(["max_cost", 0, 5]);
  const more = await agent.resume(first.state, {}, { limits: { maxCost: 0.2 } });
  expect([more.stopReason, more.cost]).toEqual(["max_cost", 0.1]);
});

test.each([
  undefined,
  {},
  { maxCost: undefined },
  { maxCost: undefined, timeout: undefined, maxTotalTokens: undefined, maxSteps: undefined },
])("run limits of %j leave those of the agent in place", async (limit) => {
  const { client } = spender(paid);
  const agent = tree(client, 0, 1, { limits: { maxCost: 0.1 } });
  expect(await agent.run("Go.", { limits: limit })).toMatchObject({ stopReason: "max_cost", cost: 0.1 });
  const steps = tree(client, 0, 1, { limits: { maxSteps: 3 }, allowFinalResponse: false });
  expect(await steps.run("Go.", { limits: limit })).toMatchObject({ stopReason: "max_steps", cost: 0.06 });
  const tokens = tree(client, 0, 1, { limits: { maxTotalTokens: 250 }, allowFinalResponse: false });
  expect(await tokens.run("Go.", { limits: limit })).toMatchObject({ stopReason: "max_total_tokens", cost: 0.06 });
});

test.each([
  [{ maxCost: Number.NaN }],
  [{ maxCost: -1 }],
  [{ maxCost: 0 }],
  [{ maxCost: "0.1" }],
  [{ maxCost: null }],
  [{ maxCost: 1n }],
  [{ maxTotalTokens: Number.NaN }],
  [{ maxSteps: -3 }],
  [{ timeout: "1" }],
  [{ money: 1 }],
  [null],
  ["0.1"],
  [5],
  [[]],
])("a limit that is %o is rejected before any request", async (limit) => {
  const { client, requests } = spender(paid);
  const agent = tree(client, 0, 1, {});
  await expect(agent.run("Go.", { limits: limit as RunLimits })).rejects.toMatchObject({ name: "AgentError" });
  expect(() => tree(client, 0, 1, { limits: limit as RunLimits })).toThrow(/`?limit/);
  expect(requests).toHaveLength(0);
});

test("a limit applies in every tree of agents, with at most one request in flight for each of them", async () => {
  const property = fc.asyncProperty(
    fc.integer({ min: 0, max: 3 }),
    fc.integer({ min: 1, max: 3 }),
    fc.integer({ min: 1, max: 30 }),
    async (depth, width, requestsPaid) => {
      const { client } = spender(paid);
      const limit = { maxCost: requestsPaid * 0.02 };
      const { cost = 0 } = await tree(client, depth, width, { limits: limit }).run("Go.");
      expect(cost).toBeLessThanOrEqual(limit.maxCost + width ** depth * 0.02 + 1e-9);
    },
  );
  await fc.assert(property, { numRuns: 40 });
});

test.each([
  ["no usage at all", undefined],
  ["no cost", { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 }],
  ["a cost of null", { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2, cost: null }],
  ["a cost that is not a number", { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2, cost: "much" }],
  ["a negative cost", { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2, cost: -5 }],
])(
  "with %s the cost is undefined in the result, the step, the attempt, the events and the report",
  async (_, usage) => {
    const { client } = spender(usage);
    const agent = tree(client, 0, 1, { limits: { maxSteps: 2 } });
    const run = agent.run("Go.");
    const events: RunEvent[] = [];
    for await (const event of run) events.push(event);
    const result = await run;
    expect(result).toMatchObject({ stopReason: "max_steps", cost: undefined });
    for (const one of [...result.steps, ...result.attempts, run.report!]) expect(one).toHaveProperty("cost", undefined);
    for (const event of events)
      if (event.type === "finish" || event.type === "step-end") expect(event.cost).toBeUndefined();
  },
);

test("a response without a cost counts as 0 for `limits.maxCost`, so that tokens and steps end such a run", async () => {
  const { client } = spender({ prompt_tokens: 50, completion_tokens: 50, total_tokens: 100 });
  const agent = tree(client, 0, 1, { limits: { maxCost: 0.01, maxTotalTokens: 300 }, allowFinalResponse: false });
  expect(await agent.run("Go.")).toMatchObject({
    stopReason: "max_total_tokens",
    cost: undefined,
    usage: { totalTokens: 300 },
  });
});

test("tokens are counted when a provider reports no total, and invalid counts are ignored", async () => {
  const part = spender({ prompt_tokens: 7, completion_tokens: 2, cost: 0 });
  expect((await tree(part.client, 0, 1, { tools: [] }).run("Go.")).usage).toEqual({
    promptTokens: 7,
    completionTokens: 2,
    totalTokens: 9,
  });
  const odd = spender({ prompt_tokens: "7", completion_tokens: null, total_tokens: Number.MAX_VALUE * 2, cost: 0 });
  expect((await tree(odd.client, 0, 1, { tools: [] }).run("Go.")).usage).toEqual({
    promptTokens: 0,
    completionTokens: 0,
    totalTokens: 0,
  });
});

test("the cost is the sum of the reported costs where some responses report none, and 0 where nothing was requested", async () => {
  let count = 0;
  const client = new Patchbay({
    apiKey: "k",
    maxRetries: 0,
    fetch: async () => {
      if (++count === 3) return Response.json({ error: { code: 400, message: "no" } }, { status: 400 });
      const message = {
        role: "assistant",
        content: null,
        tool_calls: [{ id: "c", type: "function", function: { name: "work", arguments: `{"turn":${count}}` } }],
      };
      const usage = { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2, ...(count === 1 && { cost: 0.3 }) };
      return Response.json({
        id: "g",
        model: "m",
        choices: [{ index: 0, finish_reason: "tool_calls", message }],
        usage,
      });
    },
  });
  const error: unknown = await createAgent({ client, model: "m", tools: [work] })
    .run("Go.")
    .then(undefined, (thrown) => thrown);
  expect(getRunReport(error)).toMatchObject({ cost: 0.3, steps: [{ cost: 0.3 }, { cost: undefined }] });
  count = 2;
  const none: unknown = await createAgent({ client, model: "m" })
    .run("Go.")
    .then(undefined, (thrown) => thrown);
  expect(getRunReport(none)?.cost).toBe(0);
});

const sse = (content: string | null): Response =>
  new Response(
    `data: ${JSON.stringify({ id: "g", model: "m", choices: [{ index: 0, delta: { content }, finish_reason: null }] })}\n\n`,
    { headers: { "content-type": "text/event-stream" } },
  );
const refusal = (status: number): Response => Response.json({ error: { code: status, message: "no" } }, { status });
const brokenBy = (code: string) => (): never => {
  throw new TypeError("fetch failed", { cause: Object.assign(new Error("closed"), { code }) });
};

test.each<[string, number | undefined, (request: Request) => Response | Promise<Response>, RunOptions?]>([
  ["is refused", 0, () => refusal(400)],
  ["fails at the server", 0, () => refusal(500)],
  ["is not sent", 0, brokenBy("ECONNREFUSED")],
  ["breaks after it was sent", undefined, brokenBy("UND_ERR_SOCKET")],
  ["breaks before its first content", undefined, () => sse(null)],
  ["breaks after some content", undefined, () => sse("So")],
  ["is an unusable answer", undefined, () => Response.json({})],
  ["takes too long", undefined, hangs],
  ["is ended by the timeout", undefined, hangs, { limits: { timeout: 200 } }],
])("the cost of a run whose only request %s is %s", async (_, cost, fetch, options) => {
  for (const isWatched of [true, false]) {
    const client = new Patchbay({ apiKey: "k", maxRetries: 0, timeout: 500, fetch: async (request) => fetch(request) });
    const run = createAgent({ client, model: "m" }).run("Go.", options);
    await (async () => {
      if (isWatched) for await (const _ of run);
      await run;
    })().catch(() => undefined);
    expect(run.report).toMatchObject({ cost, attempts: [{}] });
  }
});

test("the cost of a run that was left in the middle of a response is undefined", async () => {
  const client = new Patchbay({ apiKey: "k", fetch: async () => sse("So") });
  const run = createAgent({ client, model: "m" }).run("Go.");
  for await (const { type } of run) if (type === "text-delta") break;
  expect(run.report).toMatchObject({ cost: undefined, attempts: [{ outcome: "cancelled" }] });
});

function hangs({ signal }: Request): Promise<Response> {
  return new Promise((_, reject) => signal.addEventListener("abort", () => reject(signal.reason as Error)));
}
