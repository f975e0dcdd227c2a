// How runs end: repeated calls, empty completions, stopped sub-agents, and call states after a pause or a crash.
import {
  createAgent,
  fallback,
  memoryStore,
  getRunReport,
  tool,
  type AgentOptions,
  type RunResult,
  type RunState,
  type Tool,
} from "@patchbay/agent";
import { createScriptedClient, type ScriptedTurn } from "@patchbay/agent/testing";
import type { ChatCompletionRequest } from "@patchbay/client";
import { expect, test } from "vitest";
import { z } from "zod";

const model = "m";
const again = <T>(count: number, one: T): T[] => Array.from({ length: count }, () => one);
const call = (name: string, args: unknown = {}, id?: string): ScriptedTurn => ({
  toolCalls: [{ name, arguments: args, ...(id !== undefined && { id }) }],
});
const copy = (state: RunState): RunState => JSON.parse(JSON.stringify(state)) as RunState;
/** The results that the model has for its last response. */
const resultsIn = ({ messages }: ChatCompletionRequest): unknown[] =>
  messages.slice(messages.findLastIndex(({ role }) => role === "assistant") + 1).map(({ content }) => content);

test("six equal calls of one response all run, and so do those of the next response", async () => {
  let ran = 0;
  const flip = tool({ name: "flip", execute: () => `flip ${++ran}` });
  const six: ScriptedTurn = { toolCalls: again(6, { name: "flip", arguments: {} }) };
  const { client, requests } = createScriptedClient([six, six, "Done."]);
  const result = await createAgent({ client, model, tools: [flip] }).run("Flip six coins, twice.");
  expect([result.stopReason, ran]).toEqual(["completed", 12]);
  expect(resultsIn(requests[1]!)).toEqual(["flip 1", "flip 2", "flip 3", "flip 4", "flip 5", "flip 6"]);
});

const helperOf = (): ReturnType<typeof createAgent> =>
  createAgent({ client: createScriptedClient(again(9, "Helped.")).client, model, name: "help" });
const failing = tool({ name: "work", execute: () => Promise.reject(new Error("no")) });
const picky = tool({
  name: "work",
  inputSchema: z.object({ n: z.number() }),
  execute: () => 1,
  allowRepeatedCalls: false,
});
const work = tool({ name: "work", execute: () => "same" });

test.each<[string, readonly (Tool | ReturnType<typeof helperOf>)[], ScriptedTurn]>([
  ["a tool", [work], call("work")],
  ["a tool, with fields in another order and other blanks", [picky], call("work", '{ "n": 1,  "m":2 }')],
  ["a tool that fails", [failing], call("work")],
  ["a tool, with arguments that do not match its schema", [picky], call("work", { n: "one" })],
  ["a tool, with arguments that are not JSON", [work], call("work", "{broken")],
  ["a tool that does not exist", [work], call("nothing", { a: 1 })],
  ["an agent", [helperOf()], call("help", { input: "go" })],
])(
  "a call of %s that is repeated in every response gets a note, then does not run, then ends the run",
  async (_, tools, turn) => {
    const { client, requests } = createScriptedClient([...again(6, turn), "Enough."]);
    const result = await createAgent({ client, model, tools }).run("Hi");
    expect(result).toMatchObject({ stopReason: "repeated_call", text: "Enough." });
    const results = requests.slice(1).map((request) => String(resultsIn(request)[0]));
    const isNoted = results.map((text) => text.includes("several times with the same arguments"));
    const isBlocked = results.map((text) => text.includes("does not run again"));
    expect(isNoted).toEqual([false, false, true, false, false, false]);
    expect(isBlocked).toEqual([false, false, false, true, true, true]);
  },
);

test("a call that follows another call or a user message is not counted as repeated", async () => {
  const turns = Array.from({ length: 12 }, (_, at) => call(at % 2 === 0 ? "work" : "other"));
  const other = tool({ name: "other", execute: () => "other" });
  const { client } = createScriptedClient([...turns, "Done."]);
  expect((await createAgent({ client, model, tools: [work, other] }).run("Hi")).stopReason).toBe("completed");
  const { client: next } = createScriptedClient(again(8, [call("work"), "Done."] as ScriptedTurn[]).flat());
  const agent = createAgent({ client: next, model, tools: [work] });
  let result = await agent.run("Again.");
  for (let turn = 0; turn < 7; turn++) result = await agent.run("Again.", { state: result.state });
  expect(result.stopReason).toBe("completed");
});

test("a tool with `allowRepeatedCalls` runs for every call", async () => {
  const poll = tool({ name: "work", execute: () => "wait", allowRepeatedCalls: true });
  const { client } = createScriptedClient([...again(10, call("work")), "Done."]);
  expect((await createAgent({ client, model, tools: [poll] }).run("Hi")).stopReason).toBe("completed");
});

test.each([
  ["a call that has to be approved", tool({ name: "work", needsApproval: true, execute: () => "same" }), "approve"],
  ["a call that another program runs", tool({ name: "work" }), "results"],
  ["a rejected call", tool({ name: "work", needsApproval: true, execute: () => "same" }), "reject"],
] as const)("%s is detected when it is repeated across pauses, also when the state was stored", async (_, one, how) => {
  const { client, requests } = createScriptedClient([...again(6, call("work", {}, "c")), "Enough."]);
  const agent = createAgent({ client, model, tools: [one] });
  let result: RunResult<undefined> = await agent.run("Hi");
  let pauses = 0;
  for (; result.stopReason === "paused"; pauses++) {
    const decisions = how === "approve" ? { approve: ["c"] } : { [how]: { c: "no" } };
    result = await agent.resume(copy(result.state), decisions);
  }
  expect(result).toMatchObject({ stopReason: "repeated_call", text: "Enough." });
  expect([pauses, requests.length]).toEqual([3, 7]);
});

const ends = tool({ name: "submit", endsRun: true, needsApproval: true, execute: () => "Error: is only a word here" });

test("the state, not the text of a result, records whether a call that ends the run failed", async () => {
  const { client } = createScriptedClient([call("submit", {}, "c")]);
  const agent = createAgent({ client, model, tools: [ends] });
  const paused = await agent.run("Hi");
  expect(await agent.resume(copy(paused.state), { approve: ["c"] })).toMatchObject({ stopReason: "ended_by_tool" });
  // Two calls, one of which waits longer.
  const both: ScriptedTurn = {
    toolCalls: [
      { name: "submit", arguments: {}, id: "c" },
      { name: "ask", arguments: {}, id: "d" },
    ],
  };
  const other = createScriptedClient([both, "Not yet."]);
  const second = createAgent({ client: other.client, model, tools: [ends, tool({ name: "ask" })] });
  const first = await second.run("Hi");
  const half = await second.resume(copy(first.state), { approve: ["c"] });
  expect(half.stopReason).toBe("paused");
  expect(await second.resume(copy(half.state), { results: { d: 1 } })).toMatchObject({ stopReason: "ended_by_tool" });
  const no = await second.resume(copy(first.state), { reject: { c: "no" } });
  expect(await second.resume(copy(no.state), { results: { d: 1 } })).toMatchObject({
    stopReason: "completed",
    text: "Not yet.",
  });
});

test("a state of an older version, without call states, continues as before", async () => {
  const messages = [
    { role: "user", content: "Hi" },
    {
      role: "assistant",
      content: null,
      tool_calls: ["c", "d", "e"].map((id) => ({
        id,
        type: "function",
        function: { name: id === "d" ? "ask" : "submit", arguments: "{}" },
      })),
    },
    { role: "tool", tool_call_id: "c", content: "Error: no" },
  ];
  const used = { steps: 1, cost: 0, tokens: 0 };
  for (const version of [1, 2]) {
    const state = { version, id: "x", turn: 1, messages, pending: [{ id: "d", name: "ask" }], used } as never;
    const { client, requests } = createScriptedClient(["Not yet."]);
    let ran = 0;
    const submit = tool({ name: "submit", endsRun: true, execute: () => ++ran });
    const agent = createAgent({ client, model, tools: [submit, tool({ name: "ask" })] });
    const result = await agent.resume(state, { results: { d: "yes" } });
    expect(result).toMatchObject({ stopReason: "completed", text: "Not yet." });
    // Whether `e` has run is unknown.
    expect(ran).toBe(0);
    expect(resultsIn(requests[0]!)).toEqual(["Error: no", "yes", expect.stringMatching(/may have run or not/)]);
  }
});

test.each([1, 2, 3, Number.POSITIVE_INFINITY])(
  "after a crash with a concurrency of %d, calls that had not begun run, and those that had begun are reported",
  async (concurrency) => {
    const ran: number[] = [];
    const slow = (isStuck: boolean): Tool =>
      tool({
        name: "slow",
        inputSchema: z.object({ n: z.number() }),
        async execute({ n }) {
          ran.push(n);
          if (isStuck && n > 1) await new Promise(() => undefined);
          return `did ${n}`;
        },
      });
    const store = memoryStore();
    const saved = Promise.withResolvers<void>();
    let saves = 0;
    const watched = {
      ...store,
      async save(...given: Parameters<typeof store.save>): Promise<void> {
        await store.save(...given);
        // Before the calls, with them, and with the first result.
        if (++saves === 3) setTimeout(saved.resolve, 5);
      },
    };
    const script = [{ toolCalls: [1, 2, 3, 4, 5].map((n) => ({ name: "slow", arguments: { n } })) }, "Done."];
    const { client } = createScriptedClient(script);
    const dead = createAgent({ client, model, tools: [slow(true)], store: watched, toolConcurrency: concurrency }).run(
      "Hi",
      { sessionId: "s" },
    );
    void dead.catch(() => undefined);
    await saved.promise;
    const begun = [...ran];
    ran.length = 0;
    const { client: next, requests } = createScriptedClient(["Done."]);
    const result = await createAgent({
      client: next,
      model,
      tools: [slow(false)],
      store,
      toolConcurrency: concurrency,
    }).resume("s");
    expect(result.text).toBe("Done.");
    expect(ran.toSorted()).toEqual([1, 2, 3, 4, 5].filter((n) => !begun.includes(n)));
    expect(begun).toEqual([1, 2, 3, 4, 5].slice(0, concurrency + 1));
    const expected = [1, 2, 3, 4, 5].map((n) =>
      n === 1 || !begun.includes(n) ? `did ${n}` : (expect.stringMatching(/may have run or not/) as string),
    );
    expect(resultsIn(requests[0]!)).toEqual(expected);
  },
);

const length = { text: "The first half of", finishReason: "length" };
const noop = tool({ name: "noop", inputSchema: z.object({ n: z.number() }), execute: () => "ok" });
const step = (n: number, more: object = {}): ScriptedTurn => ({
  toolCalls: [{ name: "noop", arguments: { n } }],
  ...more,
});

test.each<[string, readonly ScriptedTurn[], Partial<AgentOptions<undefined>>, RegExp]>([
  [
    "its steps, without a word",
    [step(1)],
    { limits: { maxSteps: 1 }, allowFinalResponse: false },
    /^Error: .*step limit/,
  ],
  ["its steps, with a last answer", [step(1), "So far."], { limits: { maxSteps: 1 } }, /^So far\.\n\n\[.*step limit/],
  ["its money", [step(1, { cost: 1 })], { limits: { maxCost: 0.5 } }, /^Error: .*cost limit/],
  ["its tokens", [step(1)], { limits: { maxTotalTokens: 1 }, allowFinalResponse: false }, /^Error: .*token limit/],
  ["a truncated response", [length], {}, /^The first half of\n\n\[.*truncated/],
  ["a filtered response", [{ text: "", finishReason: "content_filter" }], {}, /^Error: .*filtered/],
  ["two empty answers", ["", ""], {}, /^Error: .*empty/],
  ["the same call again and again", [...again(6, step(1)), "Enough."], {}, /^Enough\.\n\n\[.*repeated the same call/],
])("the model is informed that a sub-agent was stopped by %s", async (_, turns, options, expected) => {
  const { client: inner } = createScriptedClient(turns);
  const helper = createAgent({ client: inner, model, name: "help", tools: [noop], ...options });
  const { client, requests } = createScriptedClient([call("help", { input: "go" }), "Done."]);
  expect((await createAgent({ client, model, tools: [helper] }).run("Hi")).text).toBe("Done.");
  expect(resultsIn(requests[1]!)[0]).toMatch(expected);
});

test("a stopped sub-agent reports its stop reason after a crash between its end and its result", async () => {
  const { client: inner } = createScriptedClient([length]);
  const helper = createAgent({ client: inner, model, name: "help" });
  const states: RunState[] = [];
  const store = memoryStore();
  const save = async (name: string, state: RunState): Promise<void> => {
    states.push(copy(state));
    await store.save(name, state);
  };
  const { client } = createScriptedClient([call("help", { input: "go" }), "Done."]);
  const agent = createAgent({ client, model, tools: [helper], store: { load: store.load, save } });
  await agent.run("Hi", { sessionId: "s" });
  const ended = states.find(({ agents }) => Object.values(agents ?? {}).some(({ stop }) => stop === "length"))!;
  const { client: next, requests } = createScriptedClient(["Done."]);
  await createAgent({ client: next, model, tools: [helper] }).resume(ended);
  expect(resultsIn(requests[0]!)[0]).toMatch(/^The first half of\n\n\[.*truncated/);
});

test("a sub-agent that ends with a tool returns the result of that tool", async () => {
  const submit = tool({ name: "submit", endsRun: true, execute: () => ({ grade: 5 }) });
  const helper = createAgent({
    client: createScriptedClient([call("submit")]).client,
    model,
    name: "help",
    tools: [submit],
  });
  const { client, requests } = createScriptedClient([call("help", { input: "go" }), "Done."]);
  await createAgent({ client, model, tools: [helper] }).run("Hi");
  expect(resultsIn(requests[1]!)).toEqual(['{"grade":5}']);
});

test.each([
  ["at once", ["", ""], undefined],
  ["after a tool", [call("work"), "", ""], undefined],
  ["after a tool, with fallback models", [call("work"), "", "", "", ""], fallback(["a", "b"], { retryDelay: 0 })],
])(
  "a model that returns nothing twice, %s, stops the run with empty_response, and the run can be resumed",
  async (_, turns, own) => {
    const { client, requests } = createScriptedClient([...turns, "Here."]);
    const agent = createAgent({ client, model: own ?? model, tools: [work] });
    const result = await agent.run("Hi");
    expect(result).toMatchObject({ stopReason: "empty_response", text: "", output: undefined });
    expect(requests).toHaveLength(turns.length);
    expect(result.messages.at(-1)?.role).toBe(turns.length > 2 ? "tool" : "user");
    expect(await agent.resume(copy(result.state))).toMatchObject({ stopReason: "completed", text: "Here." });
  },
);

test("a repeated step keeps its forced tool choice, which does not apply afterwards", async () => {
  for (const choice of ["required", { type: "function", function: { name: "work" } }] as const) {
    const { client, requests } = createScriptedClient(["", call("work"), "Done."]);
    await createAgent({ client, model, tools: [work], request: { tool_choice: choice } }).run("Hi");
    expect(requests.map(({ tool_choice: asked }) => asked)).toEqual([choice, choice, undefined]);
  }
});

test.each([
  [{ max_tokens: 100 }, { max_tokens: 200 }],
  [{ max_completion_tokens: 100 }, { max_completion_tokens: 200 }],
  [
    { max_tokens: 10, max_completion_tokens: 100 },
    { max_tokens: 20, max_completion_tokens: 200 },
  ],
  [{}, {}],
  [{ max_tokens: null }, { max_tokens: null }],
])("a step with %j that is repeated because of a truncated call sends %j", async (first, second) => {
  const cut: ScriptedTurn = { toolCalls: [{ name: "work", arguments: '{"n":' }], finishReason: "length" };
  const limits = ({ max_tokens, max_completion_tokens }: ChatCompletionRequest): object =>
    JSON.parse(JSON.stringify({ max_tokens, max_completion_tokens })) as object;
  for (const where of ["request", "step", "candidate"] as const) {
    const { client, requests } = createScriptedClient([cut, "Done."]);
    await createAgent({
      client,
      model: where === "candidate" ? fallback([{ model: "a", ...first }]) : model,
      tools: [work],
      ...(where === "request" && { request: first }),
      ...(where === "step" && { prepareStep: () => first }),
    }).run("Hi");
    expect(requests.map(limits)).toEqual([first, second]);
  }
});

const pay = tool({
  name: "pay",
  inputSchema: z.object({ amount: z.number() }),
  needsApproval: true,
  execute: ({ amount }) => `paid ${amount}`,
});

/** A state whose call was changed in transit, as by a browser. */
function changed(state: RunState, args: string): RunState {
  return JSON.parse(
    JSON.stringify(state).replaceAll(String.raw`{\"amount\":1}`, JSON.stringify(args).slice(1, -1)),
  ) as RunState;
}

test("changed arguments of a pending call in an unsigned state are reported as changed, and run after approval", async () => {
  const { client, requests } = createScriptedClient([call("pay", { amount: 1 }, "c"), "Done."]);
  const agent = createAgent({ client, model, tools: [pay] });
  const { state } = await agent.run("Hi");
  for (const decisions of [{ approve: ["c"] }, {}]) {
    const again = await agent.resume(changed(state, '{"amount":1000}'), decisions);
    expect(again).toMatchObject({
      stopReason: "paused",
      pending: [{ id: "c", input: { amount: 1000 }, changed: true }],
    });
    const still = await agent.resume(copy(again.state));
    expect(still.pending).toEqual(again.pending);
  }
  expect(requests).toHaveLength(1);
  const seen = await agent.resume(changed(state, '{"amount":1000}'), { approve: ["c"] });
  await agent.resume(copy(seen.state), { approve: ["c"] });
  expect(resultsIn(requests[1]!)).toEqual(["paid 1000"]);
});

test.each([
  ["other blanks and order", '{ "amount" : 1 }', ["paid 1"]],
  ["arguments that do not match the schema", '{"amount":"all"}', [expect.stringMatching(/^Error: /) as string]],
  ["arguments that are not JSON", "{amount", [expect.stringMatching(/^Error: /) as string]],
])("a pending call whose arguments were changed to %s is validated again", async (_, args, expected) => {
  const { client, requests } = createScriptedClient([call("pay", { amount: 1 }, "c"), "Done."]);
  const agent = createAgent({ client, model, tools: [pay] });
  const { state } = await agent.run("Hi");
  expect((await agent.resume(changed(state, args), { approve: ["c"] })).stopReason).toBe("completed");
  expect(resultsIn(requests[1]!)).toEqual(expected);
});

test("changed arguments within a sub-agent are reported as changed, compared with the caller's state", async () => {
  const { client: inner } = createScriptedClient([call("pay", { amount: 1 }, "c"), "Helped."]);
  const helper = createAgent({ client: inner, model, name: "help", tools: [pay] });
  const { client } = createScriptedClient([call("help", { input: "go" }, "h"), "Done."]);
  const agent = createAgent({ client, model, tools: [helper] });
  const { state } = await agent.run("Hi");
  // The sub-agent's state is consistent, and only the caller's state has the approved arguments.
  const other = changed(state, '{"amount":1000}');
  const pending = other.agents!.h!.pending!.map((one) => ({ ...one, input: { amount: 1000 } }));
  const forged = { ...other, agents: { h: { ...other.agents!.h!, pending } } } as RunState;
  const again = await agent.resume(forged, { approve: ["h/c"] });
  expect(again).toMatchObject({
    stopReason: "paused",
    pending: [{ id: "h/c", input: { amount: 1000 }, changed: true }],
  });
});

test("an input that is part of the approval runs, whatever the state contains", async () => {
  const { client, requests } = createScriptedClient([call("pay", { amount: 1 }, "c"), "Done."]);
  const agent = createAgent({ client, model, tools: [pay] });
  const { state } = await agent.run("Hi");
  await agent.resume(changed(state, '{"amount":1000}'), { approve: { c: { amount: 2 } } });
  expect(String(resultsIn(requests[1]!)[0])).toContain("paid 2");
});

test("the report of an aborted run lists the calls that had begun", async () => {
  const controller = new AbortController();
  const stuck = tool({
    name: "work",
    execute: () => {
      controller.abort(new Error("mine"));
      return new Promise(() => undefined);
    },
  });
  const two: ScriptedTurn = { toolCalls: ["a", "b"].map((id) => ({ name: "work", arguments: {}, id })) };
  const { client } = createScriptedClient([two]);
  const agent = createAgent({ client, model, tools: [stuck], toolConcurrency: 1 });
  const error: unknown = await agent.run("Hi", { signal: controller.signal }).catch((thrown: unknown) => thrown);
  expect(getRunReport(error)?.state.calls).toMatchObject({ begun: ["a"], failed: [] });
});
