// Sessions: when a conversation is saved, and what happens when the store fails.
import {
  createAgent,
  AgentError,
  getRunReport,
  SessionConflictError,
  SessionError,
  tool,
  type Agent,
  type RunState,
  type SessionStore,
} from "@patchbay/agent";
import { createScriptedClient, type ScriptedClient, type ScriptedTurn } from "@patchbay/agent/testing";
import { expect, test } from "vitest";
import { checkHistory, Process, StringStore, ConversationLog, type Conversation } from "./conversations.ts";

const model = "any/model";
const calls = (...names: readonly string[]): ScriptedTurn => ({
  toolCalls: names.map((name) => ({ name, arguments: {} })),
});
const asking = tool({ name: "asking", needsApproval: true, execute: () => "agreed" });
const free = tool({ name: "free", execute: () => "done" });

type Options = Partial<Parameters<typeof createAgent>[0]>;

function agent(
  turns: readonly ScriptedTurn[],
  options: Options = {},
): { agent: Agent<undefined>; requests: ScriptedClient["requests"] } {
  const { client, requests } = createScriptedClient(turns);
  return { agent: createAgent({ client, model, tools: [asking, free], ...options }) as Agent<undefined>, requests };
}

const thrownBy = (run: PromiseLike<unknown>): Promise<unknown> =>
  Promise.resolve(run).then(
    () => undefined,
    (error: unknown) => error,
  );

const leaf = (kind: "free" | "asking"): Conversation[number][number] => ({ kind, inner: [] });

test("a session continues by its id in another process", async () => {
  const store = new StringStore();
  await agent(["Hello Ada."], { store }).agent.run("I am Ada.", { sessionId: "chat" });
  const { agent: next, requests } = agent(["Ada."], { store });
  const { state } = await next.run("Who am I?", { sessionId: "chat" });
  expect(requests[0]!.messages.map(({ content }) => content)).toEqual(["I am Ada.", "Hello Ada.", "Who am I?"]);
  expect(store.state("chat")).toEqual(state);
  await agent(["And you?"], { store }).agent.run("Hi", { sessionId: "other" });
  expect(store.state("other")!.messages).toHaveLength(2);
  expect(store.state("other")!.id).not.toBe(state.id);
});

test("a session is saved before each request, before calls run, after each result, and at the end", async () => {
  const kept: string[] = [];
  const store = new StringStore(undefined, () => void kept.push(summarize(store.state("s")!)));
  await agent([calls("free", "free"), "Done."], { store, toolConcurrency: 1 }).agent.run("Hi", { sessionId: "s" });
  expect(kept).toEqual(["user", "user assistant", "user assistant tool", "user assistant tool tool", "over"]);
});

function summarize({ messages, used }: RunState): string {
  return used ? messages.map(({ role }) => role).join(" ") : "over";
}

test("results that arrive during a save share the next save", async () => {
  const kept: string[] = [];
  const all = Promise.withResolvers<void>();
  const late = Promise.withResolvers<void>();
  const store = new StringStore(
    // The first result is being saved while the others arrive.
    (save) => {
      if (save !== 3) return undefined;
      late.resolve();
      return all.promise;
    },
    () => void kept.push(summarize(store.state("s")!)),
  );
  let left = 9;
  const first = tool({ name: "first", execute: () => "done" });
  const other = tool({
    name: "other",
    allowRepeatedCalls: true,
    execute: async () => {
      await late.promise;
      if (--left === 0) setTimeout(all.resolve, 5);
      return "done";
    },
  });
  const many = calls("first", ...Array.from({ length: 9 }, () => "other"));
  await agent([many, "Done."], { store, tools: [first, other] }).agent.run("Hi", { sessionId: "s" });
  expect(kept.slice(2)).toEqual(["user assistant tool", `user assistant${" tool".repeat(10)}`, "over"]);
  expect(store.most).toBe(1);
});

test("a session without a store, with an additional state, or that does not exist is rejected before any request", async () => {
  const { agent: own, requests } = agent([]);
  expect(await thrownBy(own.run("Hi", { sessionId: "s" }))).toMatchObject({
    name: "AgentError",
    message: 'The session "s" needs a store. Set `store` of the agent.',
  });
  expect(await thrownBy(own.resume("s"))).toBeInstanceOf(AgentError);
  const { agent: kept } = agent([], { store: new StringStore() });
  expect(await thrownBy(kept.resume("s"))).toMatchObject({
    name: "SessionError",
    session: "s",
    message: 'The store has no session "s" to resume.',
  });
  const { state } = await agent(["Hi."]).agent.run("Hi");
  expect(await thrownBy(kept.run("Hi", { sessionId: "s", state }))).toMatchObject({
    message: 'The session "s" has its own state. Remove `state`.',
  });
  expect(requests).toEqual([]);
});

test("a pause is saved and can be resumed by session id, and a new input informs the model that the call has no result", async () => {
  for (const isInput of [false, true]) {
    const store = new StringStore();
    await agent([calls("asking", "free")], { store }).agent.run("Hi", { sessionId: "s" });
    expect(store.state("s")!.pending).toEqual([{ id: "call_1_0", name: "asking", input: {} }]);
    const { agent: next, requests } = agent(["Well."], { store });
    const result = await (isInput
      ? next.run("Never mind.", { sessionId: "s" })
      : next.resume("s", { approve: ["call_1_0"] }));
    expect(result.text).toBe("Well.");
    const { messages } = requests[0]!;
    checkHistory(messages);
    expect(messages[2]!.content).toBe(isInput ? "Error: The run ended before the call had a result." : "agreed");
    expect(store.state("s")).not.toHaveProperty("pending");
    if (isInput)
      expect(await thrownBy(next.resume("s", { approve: ["call_1_0"] }))).toMatchObject({ reason: "already_finished" });
  }
});

test("a store that cannot load stops the run before any request", async () => {
  const cause = new Error("No connection");
  const store: SessionStore = { load: () => Promise.reject(cause), save: new StringStore().save };
  const { agent: own, requests } = agent([], { store });
  for (const run of [own.run("Hi", { sessionId: "s" }), own.resume("s")]) {
    const error = await thrownBy(run);
    expect(error).toBeInstanceOf(SessionError);
    expect(error).toMatchObject({
      session: "s",
      cause,
      message: 'The session "s" could not be loaded: No connection. No request was sent.',
    });
  }
  expect(requests).toEqual([]);
});

test.each([false, true])(
  "at whichever save a store fails, the run stops with a state that continues without running a call twice (streamed: %s)",
  async (watch) => {
    const conversation: Conversation = [
      [leaf("free")],
      [{ kind: "agent", inner: [[leaf("free")], [leaf("asking")]] }],
      [leaf("free")],
    ];
    for (let failing = 1; ; failing++) {
      const log = new ConversationLog(conversation);
      const store = new StringStore((save) => {
        if (save >= failing) throw new Error("The disk is full.");
      });
      let error: unknown;
      let hasFailed = false;
      try {
        let result = await go(new Process(log, { toolConcurrency: 1, store }).agent.run("Do ", { sessionId: "s" }));
        while (result.stopReason === "paused")
          result = await go(new Process(log, { toolConcurrency: 1, store }).agent.resume("s", { approve: ["c0/c0"] }));
      } catch (thrown) {
        [error, hasFailed] = [thrown, true];
      }
      if (!hasFailed) {
        expect(failing).toBeGreaterThan(12);
        return;
      }
      expect(error).toBeInstanceOf(SessionError);
      expect((error as Error).message).toContain("The disk is full.");
      let state = JSON.parse(JSON.stringify(getRunReport(error)!.state)) as RunState;
      // The final response may have arrived already.
      while (state.messages.at(-1)?.content !== "final ") {
        const decisions = state.pending ? { approve: state.pending.map(({ id }) => id) } : {};
        ({ state } = await new Process(log, { toolConcurrency: 1 }).agent.resume(state, decisions));
      }
      checkHistory(state.messages);
      expect(log.runs.map(({ at }) => at).toSorted()).toEqual(["0.0", "1.0/0.0", "1.0/1.0", "2.0"]);
      expect(JSON.stringify(state.messages)).not.toContain("The process ended");
    }
    async function go(run: ReturnType<Process["agent"]["run"]>): Promise<Awaited<typeof run>> {
      if (watch) await Array.fromAsync(run);
      return run;
    }
  },
);

test("a store that fails while other calls run ends them, and after resuming each call runs once and unknown outcomes are reported", async () => {
  const log = new ConversationLog([[leaf("free"), leaf("free"), leaf("free"), leaf("free")]]);
  const store = new StringStore((save) => {
    if (save === 3) throw new Error("The disk is full.");
  });
  const error = await thrownBy(new Process(log, { toolConcurrency: 2, store }).agent.run("Do ", { sessionId: "s" }));
  const { state } = getRunReport(error)!;
  expect((await new Process(log, { toolConcurrency: 2 }).agent.resume(state)).text).toBe("final ");
  expect(log.runs.map(({ at }) => at).toSorted()).toEqual(["0.0", "0.1", "0.2", "0.3"]);
  expect(log.resultOf("0.0")).toBe("done 0.0");
  expect(log.resultOf("0.3")).toBe("done 0.3");
});

test("a store that fails ends a run whose other calls ignore their signal", async () => {
  const store = new StringStore((save) => {
    if (save === 3) throw new Error("The disk is full.");
  });
  const deaf = tool({ name: "deaf", execute: () => new Promise(() => undefined) });
  const run = agent([calls("deaf", "free")], { store, tools: [deaf, free] }).agent.run("Hi", { sessionId: "s" });
  const error = await thrownBy(run);
  expect(error).toBeInstanceOf(SessionError);
  expect(getRunReport(error)!.state.messages.at(-1)).toMatchObject({ content: "done" });
});

test("a sub-agent that its tool ended does not start again, wherever the process crashes", async () => {
  const last = tool({ name: "last", endsRun: true, execute: () => "Bye." });
  const inner = { name: "inner", tools: [last] };
  const turn = { toolCalls: [{ name: "inner", arguments: { input: "Go." } }] };
  const said = { ...(calls("last") as object), text: "So long." };
  for (let failing = 3; ; failing++) {
    const store = new StringStore((save) => {
      if (save === failing) throw new Error("The disk is full.");
    });
    const run = agent([turn, "Done."], { store, tools: [agent([said], inner).agent] }).agent.run("Hi", {
      sessionId: "s",
    });
    if ((await thrownBy(run)) === undefined) {
      expect(failing).toBeGreaterThan(6);
      return;
    }
    const next = agent(["Done."], { store, tools: [agent([said], inner).agent] });
    const { messages, text } = await next.agent.resume("s");
    expect([text, messages[2]!.content]).toEqual(["Done.", "So long."]);
  }
});

test("of two runs that continue one session, one throws the conflict and sends no request", async () => {
  const store = new StringStore();
  await agent(["Hello."], { store }).agent.run("Hi", { sessionId: "s" });
  const both = [agent(["One."], { store }), agent(["Two."], { store })];
  const ends = await Promise.all(both.map(({ agent: own }) => thrownBy(own.run("And?", { sessionId: "s" }))));
  const lost = ends.findIndex((error) => error !== undefined);
  expect(ends[1 - lost]).toBeUndefined();
  expect(ends[lost]).toBeInstanceOf(SessionConflictError);
  expect(getRunReport(ends[lost])!.state.messages).toHaveLength(3);
  expect(both.map(({ requests }) => requests.length)).toEqual(lost === 0 ? [0, 1] : [1, 0]);
});

test("a conflict inside a sub-agent ends the whole run and is not sent to a model", async () => {
  const store = new StringStore();
  const stealing = tool({
    name: "stealing",
    execute: async () => {
      const state = store.state("s")!;
      await store.save("s", { ...state, revision: state.revision! + 1 });
      return "mine";
    },
  });
  const inner = agent([calls("stealing"), "Never."], { name: "inner", tools: [stealing] });
  const outer = agent([{ toolCalls: [{ name: "inner", arguments: { input: "Go." } }] }, "Never."], {
    tools: [inner.agent],
    store,
  });
  const error = await thrownBy(outer.agent.run("Hi", { sessionId: "s" }));
  expect(error).toBeInstanceOf(SessionConflictError);
  expect([inner.requests.length, outer.requests.length]).toEqual([1, 1]);
  expect(JSON.stringify(getRunReport(error)!.state.agents)).toContain("mine");
});

test.each(["abort", "time", "leave"] as const)(
  "a run that ends early (%s) leaves a state that continues, and saves nothing after its end",
  async (how) => {
    for (const isDeep of [false, true]) {
      const store = new StringStore(() => new Promise((resolve) => setTimeout(resolve, 2)));
      const controller = new AbortController();
      const reached = Promise.withResolvers<void>();
      const ran: string[] = [];
      const slow = tool({
        name: "slow",
        execute: () => (reached.resolve(), ran.push("slow"), new Promise(() => undefined)),
      });
      const quick = tool({ name: "quick", execute: () => (ran.push("quick"), "quickly") });
      const plain = { tools: [quick, slow] };
      const inner = agent([calls("quick", "quick", "slow")], { ...plain, name: "inner" }).agent;
      const turn = isDeep
        ? { toolCalls: [{ name: "inner", arguments: { input: "Go." } }] }
        : calls("quick", "quick", "slow");
      const limit = how === "time" ? { timeout: 1500 } : {};
      const run = agent([turn], { store, limits: limit, tools: isDeep ? [inner] : plain.tools }).agent.run("Hi", {
        sessionId: "s",
        signal: controller.signal,
      });
      if (how === "leave") {
        for await (const event of run) if (event.type === "tool-end") break;
      } else {
        const end = thrownBy(run);
        await reached.promise;
        if (how === "abort") setTimeout(() => controller.abort(new Error("Enough.")), 30);
        expect(await end).toEqual(how === "abort" ? new Error("Enough.") : undefined);
      }
      const { saves } = store;
      const nextInner = agent(["In."], { ...plain, name: "inner" });
      const next = agent(["On."], { store, tools: isDeep ? [nextInner.agent] : plain.tools });
      expect(await next.agent.resume("s")).toMatchObject({ stopReason: "completed", text: "On." });
      expect(store.state("s")!.revision).toBe(store.saves);
      expect(saves).toBeGreaterThan(2);
      expect(ran.toSorted()).toEqual(["quick", "quick", "slow"]);
      const { messages } = (isDeep ? nextInner : next).requests[0]!;
      expect(messages.at(-2)!.content).toBe("quickly");
      expect(messages.at(-1)!.content).toMatch(/^Error: The process ended/);
    }
  },
);

test("leaving a run waits for the save in progress, so that the session can continue immediately", async () => {
  const late = Promise.withResolvers<void>();
  const store = new StringStore(async (save) => {
    if (save === 3) late.resolve();
    if (save > 2) await new Promise((resolve) => setTimeout(resolve, 20));
  });
  const other = tool({ name: "other", execute: () => late.promise.then(() => "other") });
  const slow = tool({ name: "slow", execute: () => new Promise(() => undefined) });
  const tools = [free, other, slow];
  const run = agent([calls("free", "other", "slow")], { store, tools }).agent.run("Hi", { sessionId: "s" });
  for await (const event of run) if (event.type === "tool-end") break;
  const next = agent(["On."], { store, tools });
  expect((await next.agent.resume("s")).text).toBe("On.");
  expect(next.requests[0]!.messages.slice(2, 4).map(({ content }) => content)).toEqual(["done", "other"]);
});

test("without a store, the state of an aborted run includes its sub-agents", async () => {
  const controller = new AbortController();
  const slow = tool({
    name: "slow",
    execute: () => (controller.abort(new Error("Enough.")), new Promise(() => undefined)),
  });
  const inner = { tools: [free, slow], name: "inner" };
  const turn = { toolCalls: [{ name: "inner", arguments: { input: "Go." } }] };
  const first = agent([turn], { tools: [agent([calls("free"), calls("slow")], inner).agent] });
  const error = await thrownBy(first.agent.run("Hi", { signal: controller.signal }));
  const nextInner = agent(["In."], inner);
  const next = agent(["On."], { tools: [nextInner.agent] });
  expect((await next.agent.resume(getRunReport(error)!.state)).text).toBe("On.");
  expect(nextInner.requests[0]!.messages.map(({ role }) => role)).toEqual([
    "user",
    "assistant",
    "tool",
    "assistant",
    "tool",
  ]);
});

test("what a sub-agent spent before a crash counts toward its caller's limit", async () => {
  const store = new StringStore();
  const reached = Promise.withResolvers<void>();
  const hang = tool({ name: "hang", execute: () => (reached.resolve(), new Promise(() => undefined)) });
  const inner = { tools: [hang], name: "inner" };
  const turn = { toolCalls: [{ name: "inner", arguments: { input: "Go." } }], cost: 0.1 };
  const spent = { ...(calls("hang") as object), cost: 0.5 };
  const dying = agent([turn], { store, tools: [agent([spent], inner).agent] }).agent.run("Hi", { sessionId: "s" });
  void dying.then(undefined, () => undefined);
  await reached.promise;
  expect(store.state("s")!.used!.cost).toBe(0.6);
  const next = agent([], {
    store,
    tools: [agent(["In."], inner).agent],
    limits: { maxCost: 0.55 },
    allowFinalResponse: false,
  });
  expect(await next.agent.resume("s")).toMatchObject({ stopReason: "max_cost" });
});

test("decisions of a run that is aborted before any call runs are not stored as begun calls", async () => {
  const store = new StringStore();
  await agent([calls("asking")], { store }).agent.run("Hi", { sessionId: "s" });
  const next = agent(["Done."], { store });
  const signal = AbortSignal.abort(new Error("Too late."));
  expect(await thrownBy(next.agent.resume("s", { approve: ["call_1_0"] }, { signal }))).toEqual(new Error("Too late."));
  expect(store.state("s")!.pending).toHaveLength(1);
  expect((await next.agent.resume("s", { approve: ["call_1_0"] })).text).toBe("Done.");
});

test("a state that a store could not save goes back into its session once the store works again", async () => {
  let isBroken = false;
  const store = new StringStore(() => {
    if (isBroken) throw new Error("The disk is full.");
    return Promise.resolve();
  });
  const waits = tool({ name: "waits", execute: () => (isBroken = true) });
  const error = await thrownBy(agent([calls("waits")], { store, tools: [waits] }).agent.run("Hi", { sessionId: "s" }));
  expect(error).toBeInstanceOf(SessionError);
  isBroken = false;
  const next = agent(["Done."], { store, tools: [waits] });
  const state = JSON.parse(JSON.stringify(getRunReport(error)!.state)) as RunState;
  expect((await next.agent.resume(state, {}, { sessionId: "s" })).text).toBe("Done.");
  expect(next.requests[0]!.messages.at(-1)!.content).toBe("true");
  expect(store.state("s")!.messages).toHaveLength(4);
  // Another process may have continued the session: its state stays.
  await expect(agent(["Again."], { store }).agent.resume(state, {}, { sessionId: "s" })).rejects.toBeInstanceOf(
    SessionConflictError,
  );
});

test("`run.report` describes the run, however it ended", async () => {
  const done = agent(["Done."]).agent.run("Hi");
  expect(done.report).toBeUndefined();
  const result = await done;
  expect(done.report).toBe(result);
  const failing = agent([]).agent.run("Hi");
  const error = await thrownBy(failing);
  expect(failing.report).toBe(getRunReport(error));
  expect(failing.report!.attempts).toHaveLength(1);
  const left = agent([calls("free"), "Done."]).agent.run("Hi");
  for await (const event of left) if (event.type === "tool-end") break;
  expect(left.report!.messages.map(({ role }) => role)).toEqual(["user", "assistant", "tool"]);
  expect((await agent(["On."]).agent.resume(left.report!.state)).text).toBe("On.");
});

test("one abort that ends two runs gives each error its own report", async () => {
  const controller = new AbortController();
  const { signal } = controller;
  const reason = new Error("The server goes down.");
  const hang = tool({ name: "hang", execute: () => new Promise(() => undefined) });
  const names = ["ada", "bob"];
  const runs = names.map((name) => agent([calls("hang")], { tools: [hang] }).agent.run(name, { signal }));
  const reports = runs.map(async (run) => getRunReport(await thrownBy(run)));
  setTimeout(() => controller.abort(reason), 20);
  for (const [index, report] of (await Promise.all(reports)).entries())
    expect([undefined, names[index]]).toContain(report?.messages[0]!.content);
  expect(getRunReport(reason)).toBeUndefined();
  expect(runs.map((run) => run.report!.messages[0]!.content)).toEqual(names);
});
