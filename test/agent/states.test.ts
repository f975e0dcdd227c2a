// Resuming states: modified, forged, of other agents, or finished.
import {
  createAgent,
  getRunReport,
  StateError,
  tool,
  type Agent,
  type RunState,
  type StateErrorReason,
} from "@patchbay/agent";
import { createScriptedClient, type ScriptedClient, type ScriptedTurn } from "@patchbay/agent/testing";
import fc from "fast-check";
import { expect, test } from "vitest";
import { StringStore } from "./conversations.ts";

const model = "any/model";
const saved = (state: RunState): RunState => JSON.parse(JSON.stringify(state)) as RunState;
const calls = (...names: readonly string[]): ScriptedTurn => ({
  toolCalls: names.map((name) => ({ name, arguments: {} })),
});
const asking = tool({ name: "asking", needsApproval: true, execute: () => "agreed" });
const manual = tool({ name: "manual" });
const free = tool({ name: "free", execute: () => "done" });

type Options = Partial<Parameters<typeof createAgent>[0]>;

function agent(
  turns: readonly ScriptedTurn[],
  options: Options = {},
): { agent: Agent<undefined>; requests: ScriptedClient["requests"] } {
  const { client, requests } = createScriptedClient(turns);
  return {
    agent: createAgent({ client, model, tools: [asking, manual, free], ...options }) as Agent<undefined>,
    requests,
  };
}

/** The error of a run, which must be a StateError. */
async function faultOf(run: PromiseLike<unknown>): Promise<StateErrorReason | "none"> {
  const error = await Promise.resolve(run).then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (error === undefined) return "none";
  if (!(error instanceof StateError)) throw error;
  return error.reason;
}

/** A paused state with every field, nested agents included. */
async function deepState(options: Options = {}): Promise<RunState> {
  const inner = agent([calls("free", "asking")], { name: "inner" }).agent;
  const given = { input: "Go on." };
  const turn = {
    toolCalls: [
      { name: "inner", arguments: given },
      { name: "manual", arguments: {} },
    ],
  };
  const middle = agent([turn], { name: "middle", tools: [inner, manual] }).agent;
  const called = [
    { name: "middle", arguments: given },
    { name: "free", arguments: {} },
  ];
  const { client } = createScriptedClient([{ toolCalls: called, cost: 0.01 }]);
  const outer = createAgent({ client, model, tools: [middle, free], ...options });
  return saved((await outer.run("Begin.")).state);
}

function deepAgent(options: Options = {}): { agent: Agent<undefined>; requests: ScriptedClient["requests"] } {
  const inner = agent(["In."], { name: "inner" }).agent;
  const middle = agent(["Mid."], { name: "middle", tools: [inner, manual] }).agent;
  return agent(["Out."], { tools: [middle, free], ...options });
}

/** Every position in a JSON value, as its path. */
function paths(value: unknown): (string | number)[][] {
  if (typeof value !== "object" || value === null) return [[]];
  const keys = Array.isArray(value) ? value.map((_, index) => index) : Object.keys(value);
  return [[], ...keys.flatMap((key) => paths((value as Record<string, unknown>)[key]).map((path) => [key, ...path]))];
}

/** A copy with another value at a path; without it when the value is undefined. */
function withAt(value: unknown, [key, ...path]: readonly (string | number)[], other: unknown): unknown {
  if (key === undefined) return other;
  const copy = (Array.isArray(value) ? [...value] : { ...(value as object) }) as Record<string | number, unknown>;
  const next = withAt(copy[key], path, other);
  if (next === undefined && Array.isArray(copy)) copy.splice(key as number, 1);
  else if (next === undefined) delete copy[key];
  else copy[key] = next;
  return copy;
}

/** The same value with its fields in another order, as a database may return it. */
function shuffled(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(shuffled);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([key, held]) => [key, shuffled(held)]),
  );
}

const garbage = fc.oneof(
  fc.constantFrom<unknown>(null, [], {}, "", "x", 0, -1, 1.5, true, [null], [[]], [{}], { id: 1 }, undefined),
  fc.jsonValue(),
);

test("a signed state that was modified at any depth is rejected, and nothing is sent", async () => {
  const stateSecret = "long and secret";
  const state = await deepState({ stateSecret });
  const places = paths(state).filter((path) => path.length > 0);
  const { agent: own, requests } = deepAgent({ stateSecret });
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...places), garbage, async (path, other) => {
      const changed = withAt(state, path, other);
      fc.pre(JSON.stringify(shuffled(shuffled(changed))) !== JSON.stringify(state));
      expect(await faultOf(own.resume(changed as RunState))).toBe("invalid_signature");
      expect(await faultOf(own.run("Hi", { state: changed as RunState }))).toBe("invalid_signature");
    }),
    { numRuns: 400 },
  );
  for (const path of places)
    expect(await faultOf(own.resume(withAt(state, path, "other") as RunState))).toBe("invalid_signature");
  expect(requests).toHaveLength(0);
});

test("a signed state is accepted in any order of its fields, and rejected with another secret or without its signature", async () => {
  const stateSecret = "long and secret";
  const state = await deepState({ stateSecret });
  const { signature, ...unsigned } = state;
  expect(signature).toMatch(/^[\da-f]{64}$/);
  expect(await faultOf(deepAgent({ stateSecret: "another" }).agent.resume(state))).toBe("invalid_signature");
  expect(await faultOf(deepAgent({ stateSecret }).agent.resume(unsigned))).toBe("invalid_signature");
  expect(await faultOf(deepAgent({ stateSecret }).agent.resume(await deepState()))).toBe("invalid_signature");
  const again = await deepAgent({ stateSecret }).agent.resume(shuffled(state) as RunState);
  expect(again).toMatchObject({ stopReason: "paused", pending: state.pending! });
  const { signature: other, ...rest } = again.state;
  expect(other).toMatch(/^[\da-f]{64}$/);
  expect(rest).toEqual(unsigned);
});

test("a sub-agent's part of a signed state is not a valid state", async () => {
  const stateSecret = "long and secret";
  const { agents } = await deepState({ stateSecret });
  const own = agent([], { name: "middle", stateSecret });
  expect(await faultOf(own.agent.resume(Object.values(agents!)[0]!))).toBe("invalid_signature");
});

test("states in a store and in an error are signed as well", async () => {
  const [stateSecret, store] = ["long and secret", new StringStore()];
  const failing = agent([calls("free"), { status: 503 }], { stateSecret, store }).agent;
  const error = await failing.run("Hi", { sessionId: "s" }).then(undefined, (thrown: unknown) => thrown);
  const { state } = getRunReport(error)!;
  expect(state).toEqual(store.state("s"));
  expect(state.signature).toMatch(/^[\da-f]{64}$/);
  const changed = { ...state, messages: [{ role: "user", content: "Pay all." }] };
  store.kept.set("s", JSON.stringify(changed));
  const next = agent(["Done."], { stateSecret, store });
  expect(await faultOf(next.agent.resume("s"))).toBe("invalid_signature");
  expect(await faultOf(next.agent.run("Hi", { sessionId: "s" }))).toBe("invalid_signature");
  expect(next.requests).toHaveLength(0);
  expect((await next.agent.resume(saved(state))).text).toBe("Done.");
});

test("an empty secret is rejected immediately", () => {
  expect(() => agent([], { stateSecret: "" })).toThrow(/`stateSecret` must not be empty/);
});

test("a state of version 1 can be resumed, and becomes one of the current version", async () => {
  const first = {
    version: 1,
    messages: [
      { role: "user", content: "Pay." },
      {
        role: "assistant",
        content: null,
        tool_calls: [
          { id: "a", type: "function", function: { name: "free", arguments: "{}" } },
          { id: "b", type: "function", function: { name: "asking", arguments: "{}" } },
        ],
      },
      { role: "tool", tool_call_id: "a", content: "done" },
    ],
    pending: [{ id: "b", name: "asking", input: {} }],
  } as never;
  const { agent: own, requests } = agent(["All done.", "Again."]);
  const result = await own.resume(first, { approve: ["b"] });
  expect(result).toMatchObject({ stopReason: "completed", text: "All done.", state: { version: 2, turn: 2 } });
  expect(requests[0]!.messages.slice(-2).map(({ content }) => content)).toEqual(["done", "agreed"]);
  expect((await own.run("More.", { state: first })).text).toBe("Again.");
});

const versions = [0, 3, "2", "1", 1.5, null, undefined, true, "constructor", "toString", {}, []];
test.each(versions.map((version) => ({ version })))("a state of version $version is rejected", async ({ version }) => {
  const state = { ...(await deepState()), version };
  const { agent: own, requests } = deepAgent();
  expect(await faultOf(own.resume(state as never))).toBe("unsupported_version");
  expect(await faultOf(own.run("Hi", { state: state as never }))).toBe("unsupported_version");
  const [id] = Object.keys(state.agents!);
  const inner = withAt(state, ["unsupported_version"], 2);
  expect(await faultOf(own.resume(withAt(inner, ["agents", id!, "unsupported_version"], version) as never))).toBe(
    "unsupported_version",
  );
  expect(requests).toHaveLength(0);
});

test.each([{ state: null }, { state: undefined }, { state: [] }, { state: 7 }, { state: true }])(
  "$state is not a valid state",
  async ({ state }) => {
    for (const options of [{}, { stateSecret: "s" }]) {
      const { agent: own, requests } = deepAgent(options);
      expect(await faultOf(own.resume(state as never))).toBe(
        "stateSecret" in options ? "invalid_signature" : "corrupted",
      );
      expect(requests).toHaveLength(0);
    }
  },
);

test("invalid values anywhere in a state are rejected before any request or ignored, and never break the run", async () => {
  const state = await deepState();
  const places = paths(state);
  const faults = new Set<string>();
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...places), garbage, async (path, other) => {
      const changed = withAt(state, path, other) as RunState;
      const { agent: own, requests } = deepAgent();
      // A string is the id of a session.
      if (typeof changed === "string") return;
      const fault = await faultOf(own.resume(changed));
      faults.add(fault);
      if (fault !== "none") expect(requests).toHaveLength(0);
      const follow = deepAgent();
      if (other === undefined && path.length === 0) return;
      const next = await faultOf(follow.agent.run("Hi", { state: changed }));
      expect(["none", "corrupted", "unsupported_version"]).toContain(next);
    }),
    { numRuns: 1000 },
  );
  for (const name of ["messages", "id", "turn", "used", "pending", "agents"]) {
    expect(await faultOf(deepAgent().agent.resume({ ...state, [name]: true })), name).toBe("corrupted");
    expect(await faultOf(deepAgent().agent.run("Hi", { state: { ...state, [name]: null } })), name).toBe("corrupted");
  }
  expect(faults).toContain("corrupted");
});

test("a state with a cycle or with endless nesting is rejected", async () => {
  const state = await deepState();
  const itself: Record<string, unknown> = { ...state };
  itself["agents"] = { call_1_0: itself };
  expect(await faultOf(deepAgent().agent.resume(itself as never))).toBe("corrupted");
  expect(await faultOf(deepAgent({ stateSecret: "s" }).agent.resume({ ...itself, signature: "00" } as never))).toBe(
    "corrupted",
  );
});

test("a state of another agent is rejected, by its name or by missing tools", async () => {
  const { state } = await agent([calls("asking")], { name: "one" }).agent.run("Hi");
  const [other, bare] = [agent([], { name: "other" }), agent([], { tools: [free] })];
  expect(await faultOf(other.agent.resume(saved(state), { approve: ["call_1_0"] }))).toBe("wrong_agent");
  expect(await faultOf(bare.agent.resume(saved(state), { approve: ["call_1_0"] }))).toBe("wrong_agent");
  // A pending call of a tool has no nested calls.
  const same = agent([], { name: "one" }).agent;
  expect(await faultOf(same.resume(saved(state), { approve: ["call_1_0/call_1_0"] }))).toBe("unknown_decision");
  expect([...other.requests, ...bare.requests]).toEqual([]);
});

test.each([
  [{ approve: ["x"] }, /The call x is not pending. Pending calls: call_1_0\/call_1_0\/call_1_1, call_1_0\/call_1_1\./],
  [{ reject: { "call_1_0/call_1_7": "no" } }, /call_1_7 is not pending/],
  [{ approve: ["call_1_1/call_1_1"] }, /The call call_1_1\/call_1_1 is not pending/],
  [{ approve: ["call_1_0"] }, /The call call_1_0 belongs to an agent that has started already. Pending calls: /],
  [{ reject: { call_1_0: "no" }, results: { "call_1_0/call_1_1": 1 } }, /The call call_1_0 has two decisions/],
  [{ reject: { "call_1_0/call_1_1": "no" }, results: { "call_1_0/call_1_1": 1 } }, /has two decisions/],
  [
    { approve: ["call_1_0/call_1_1"] },
    /The tool manual has no `execute`. Pass the result of the call call_1_1 in `results`/,
  ],
])("decisions %j on calls of agents", async (decisions, message) => {
  const { agent: own, requests } = deepAgent();
  const run = own.resume(await deepState(), decisions);
  const error = await run.then(undefined, (thrown: unknown) => thrown);
  expect(error).toMatchObject({ reason: "unknown_decision" });
  expect((error as Error).message).toMatch(message);
  expect(requests).toEqual([]);
});

test("a call can have a result from outside, whether its tool has an `execute` or is an agent, and an input that is not JSON is rejected", async () => {
  const state = await deepState();
  const itself: unknown[] = [];
  itself.push(itself);
  const circular = deepAgent();
  await circular.agent.resume(state, { results: { call_1_0: itself } });
  expect(circular.requests[0]!.messages.at(-2)!.content).toBe('["[Circular]"]');
  await expect(deepAgent().agent.resume(state, { approve: { call_1_0: itself } })).rejects.toThrow(
    /is not valid JSON: .*circular/i,
  );
  const { agent: own, requests } = deepAgent();
  expect((await own.resume(state, { results: { call_1_0: { all: "paid" } } })).text).toBe("Out.");
  expect(requests[0]!.messages.slice(-2).map(({ content }) => content)).toEqual(['{"all":"paid"}', "done"]);
  const paused = await agent([calls("asking", "manual")]).agent.run("Hi");
  const next = agent(["Done."]);
  await next.agent.resume(saved(paused.state), { results: { call_1_0: "By phone.", call_1_1: undefined } });
  expect(next.requests[0]!.messages.slice(-2).map(({ content }) => content)).toEqual(["By phone.", ""]);
});

test("a completed run is finished, whatever ended it, and a new run can follow", async () => {
  const last = tool({ name: "last", endsRun: true, execute: () => "Bye." });
  const done = await agent(["Done."]).agent.run("Hi");
  const ended = await agent([calls("last")], { tools: [last] }).agent.run("Hi");
  const stopped = await agent([calls("free")], { stopWhen: () => true }).agent.run("Hi");
  expect([done.stopReason, ended.stopReason, stopped.stopReason]).toEqual([
    "completed",
    "ended_by_tool",
    "stop_condition",
  ]);
  for (const { state } of [done, ended, stopped]) {
    const next = agent(["More."], { tools: [last, free] });
    expect(await faultOf(next.agent.resume(saved(state)))).toBe("already_finished");
    expect((await next.agent.run("More?", { state: saved(state) })).text).toBe("More.");
  }
});

test("what a run used before a pause counts toward its limits afterwards, and not in a new run", async () => {
  const paying = (): ScriptedTurn => ({
    ...(calls("asking") as object),
    cost: 0.4,
    tokens: { prompt: 300, completion: 100 },
  });
  const limits = [
    [{ maxCost: 0.5 }, "max_cost"],
    [{ maxSteps: 2 }, "max_steps"],
    [{ maxTotalTokens: 500 }, "max_total_tokens"],
  ] as const;
  for (const [limit, stop] of limits) {
    const own = agent([paying(), paying(), "Never."], { limits: limit, allowFinalResponse: false }).agent;
    const first = await own.run("Hi");
    expect(first.state.used).toEqual({ steps: 1, cost: 0.4, tokens: 400 });
    const second = await own.resume(saved(first.state), { approve: ["call_1_0"] });
    expect(second).toMatchObject({ stopReason: "paused", cost: 0.4 });
    expect(second.steps.map(({ number }) => number)).toEqual([2]);
    const third = await own.resume(saved(second.state), { approve: ["call_2_0"] });
    expect(third).toMatchObject({ stopReason: stop, steps: [] });
    // With a higher limit it continues where it stopped; with the same limit it stops immediately.
    expect((await own.resume(saved(third.state))).stopReason).toBe(stop);
    const higher = { maxCost: 5, maxSteps: 20, maxTotalTokens: 5000 };
    const next = agent(["Now."], { limits: limit, allowFinalResponse: false });
    expect(await next.agent.resume(saved(third.state), {}, { limits: higher })).toMatchObject({
      stopReason: "completed",
      text: "Now.",
    });
    expect((await agent(["New."], { limits: limit }).agent.run("Hi", { state: saved(third.state) })).text).toBe("New.");
  }
});

test("what sub-agents used before a pause counts toward their own limits and those of their caller, once", async () => {
  const state = await deepState();
  expect(state.used).toEqual({ steps: 1, cost: 0.01, tokens: 6 });
  const inner = agent([], { name: "inner", limits: { maxSteps: 1 }, allowFinalResponse: false });
  const middle = agent(["Mid."], { name: "middle", tools: [inner.agent, manual] });
  const outer = agent(["Out."], { tools: [middle.agent, free] });
  const result = await outer.agent.resume(state, {
    approve: ["call_1_0/call_1_0/call_1_1"],
    results: { "call_1_0/call_1_1": "by hand" },
  });
  expect(result).toMatchObject({ stopReason: "completed", text: "Out.", usage: { totalTokens: 4 } });
  expect(inner.requests).toHaveLength(0);
});

test("a forced tool choice applies to one step, also across a pause", async () => {
  const request = { tool_choice: "required" as const };
  const first = await agent([calls("asking")], { request }).agent.run("Hi");
  const next = agent(["Done."], { request });
  await next.agent.resume(saved(first.state), { approve: ["call_1_0"] });
  expect(next.requests[0]).not.toHaveProperty("tool_choice");
});

test("a run continues after an outage and repeats no tool", async () => {
  const ran: string[] = [];
  const noted = tool({ name: "noted", execute: (_, { toolCallId: id }) => (ran.push(id), "done") });
  for (const watch of [false, true]) {
    ran.length = 0;
    const run = agent([calls("noted", "noted"), { status: 503 }], { tools: [noted] }).agent.run("Hi");
    const error = await (watch ? Array.fromAsync(run) : run).then(undefined, (thrown: unknown) => thrown);
    const next = agent(["Back."], { tools: [noted] });
    expect(await next.agent.resume(saved(getRunReport(error)!.state))).toMatchObject({
      stopReason: "completed",
      text: "Back.",
    });
    expect(ran).toHaveLength(2);
  }
});

test("a tool with endsRun and `stopWhen` also end the run after a pause", async () => {
  const last = tool({ name: "last", endsRun: true, execute: () => "Bye." });
  const first = await agent([calls("last", "asking")], { tools: [last, asking] }).agent.run("Hi");
  const next = agent([], { tools: [last, asking] });
  expect(await next.agent.resume(saved(first.state), { approve: ["call_1_1"] })).toMatchObject({
    stopReason: "ended_by_tool",
  });
  const paused = await agent([{ ...(calls("asking") as object), text: "Let me see." }]).agent.run("Hi");
  const stopping = agent([], { stopWhen: ({ messages }) => messages.at(-1)?.role === "tool" });
  const result = await stopping.agent.resume(saved(paused.state), { reject: { call_1_0: "no" } });
  expect(result).toMatchObject({ stopReason: "stop_condition", text: "Let me see." });
});

test("a pending call stays pending until a decision, whatever `needsApproval` returns by then", async () => {
  let limit = 0;
  const ran: string[] = [];
  const pay = tool({
    name: "asking",
    needsApproval: () => limit === 0,
    execute: (_, { toolCallId: id }) => (ran.push(id), "paid"),
  });
  const own = agent([calls("asking", "asking"), "Done."], { tools: [pay] }).agent;
  const { state } = await own.run("Hi");
  limit = 100;
  const second = await own.resume(saved(state), { approve: ["call_1_0"] });
  expect(second).toMatchObject({ stopReason: "paused", pending: [{ id: "call_1_1" }] });
  expect(ran).toEqual(["call_1_0"]);
});

test("a `needsApproval` that throws runs nothing, and the model receives the error", async () => {
  const ran: string[] = [];
  const approve = (): boolean => {
    throw new Error("The rules are not there.");
  };
  const strict = tool({ name: "strict", needsApproval: approve, execute: () => ran.push("strict") });
  const own = agent([calls("strict", "free"), "Done."], { tools: [strict, free] });
  expect((await own.agent.run("Hi")).text).toBe("Done.");
  expect(own.requests[1]!.messages.slice(-2).map(({ content }) => content)).toEqual([
    "Error: The rules are not there.",
    "done",
  ]);
  expect(ran).toEqual([]);
});
