// Which requests share an idempotency key, and what happens when a request may have been billed already.
import {
  createAgent,
  fallback,
  memoryStore,
  tool,
  withFallback,
  type FallbackAction,
  type Decisions,
  type RunState,
} from "@patchbay/agent";
import { createScriptedClient, type ScriptedTurn } from "@patchbay/agent/testing";
import { ConnectionError, Patchbay, StreamError, type ChatCompletionRequest } from "@patchbay/client";
import { expect, test } from "vitest";
import { z } from "zod";

interface Asked {
  readonly key: string;
  readonly model: string;
  readonly body: ChatCompletionRequest;
}

type Said = { text?: string; call?: [name: string, input: object] } | Error | { status: number };

const refused = (): Error => Object.assign(new Error("connect ECONNREFUSED"), { code: "ECONNREFUSED" });
const reset = (): Error => Object.assign(new Error("other side closed"), { code: "UND_ERR_SOCKET" });

/** An API that stores the response of each key and returns it again; `paid` counts the responses it created. */
function service(says: (asked: Asked, count: number) => Said): {
  client: Patchbay;
  asked: Asked[];
  paid: () => number;
} {
  const asked: Asked[] = [];
  const kept = new Map<string, object>();
  const fetch = async (request: Request): Promise<Response> => {
    const body = (await request.json()) as ChatCompletionRequest;
    const one = { key: request.headers.get("idempotency-key")!, model: body.model!, body };
    asked.push(one);
    const known = kept.get(one.key);
    if (known) return Response.json(known);
    const said = says(one, asked.length);
    if (said instanceof Error) throw new TypeError("fetch failed", { cause: said });
    if ("status" in said)
      return Response.json({ error: { code: said.status, message: "no" } }, { status: said.status });
    const [name, input] = said.call ?? [];
    const calls = name && [
      { id: `c${asked.length}`, type: "function", function: { name, arguments: JSON.stringify(input) } },
    ];
    const message = { role: "assistant", content: said.text ?? null, ...(calls && { tool_calls: calls }) };
    const usage = { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2, cost: 0.1 };
    const whole = { id: "g", model: one.model, choices: [{ index: 0, finish_reason: "throw", message }], usage };
    kept.set(one.key, whole);
    return Response.json(whole);
  };
  return { client: new Patchbay({ apiKey: "k", fetch, maxRetries: 0 }), asked, paid: () => kept.size };
}

const keysOf = (asked: readonly Asked[]): string[] => asked.map(({ key }) => key);
const differ = (keys: readonly string[]): boolean => new Set(keys).size === keys.length;

test.each([
  ["a refused connection", refused()],
  ["an overloaded server", { status: 503 }],
  ["a conflict", { status: 409 }],
])("a model that is requested again after %s gets the same key, and the next model another one", async (_, failure) => {
  const { client, asked } = service(({ model }) => (model === "a" ? failure : { text: "Hi." }));
  const result = await createAgent({ client, model: fallback(["a", "b"], { retryDelay: 0 }) }).run("Hi");
  expect(result.text).toBe("Hi.");
  expect(asked.map(({ model }) => model)).toEqual(["a", "a", "b"]);
  const [first, again, other] = keysOf(asked);
  expect(again).toBe(first);
  expect(other).not.toBe(first);
});

test.each([
  ["next", ["a", "b"]],
  ["retry", ["a", "a", "b"]],
  ["throw", ["a"]],
  [undefined, ["a", "b"]],
] satisfies [FallbackAction | undefined, string[]][])(
  "a connection that breaks after the request was sent follows its own action, here %s",
  async (action, models) => {
    const { client, asked } = service(({ model }) => (model === "a" ? reset() : { text: "Hi." }));
    const on = action && { ambiguous: action };
    const agent = createAgent({ client, model: fallback(["a", "b"], { retryDelay: 0, ...(on && { actions: on }) }) });
    const end: unknown = await agent.run("Hi").catch((error: unknown) => error);
    expect(asked.map(({ model }) => model)).toEqual(models);
    if (action === "throw") expect(end).toBeInstanceOf(ConnectionError);
    else
      expect(end).toMatchObject({
        text: "Hi.",
        attempts: [{ failureKind: "ambiguous" }, ...models.slice(1).map(() => ({}))],
      });
    if (action === "retry") expect(asked[1]!.key).toBe(asked[0]!.key);
  },
);

test.each([
  ["next", ["a", "b"]],
  ["retry", ["a", "a", "b"]],
  ["throw", ["a"]],
  [undefined, ["a", "b"]],
] satisfies [FallbackAction | undefined, string[]][])(
  "a stream that breaks before its first content follows its own action, here %s",
  async (action, models) => {
    const asked: Asked[] = [];
    const client = new Patchbay({
      apiKey: "k",
      maxRetries: 0,
      async fetch(request) {
        const body = (await request.json()) as ChatCompletionRequest;
        asked.push({ key: request.headers.get("idempotency-key")!, model: body.model!, body });
        const chunk = (delta: object, reason: string | null = null): string =>
          `data: ${JSON.stringify({ id: "g", model: body.model, choices: [{ index: 0, delta, finish_reason: reason }] })}\n\n`;
        const text = `${chunk({ role: "assistant" })}${body.model === "a" ? "" : `${chunk({ content: "Hi." }, "stop")}data: [DONE]\n\n`}`;
        return new Response(text, { headers: { "content-type": "text/event-stream" } });
      },
    });
    const on = action && { stream_interrupted: action };
    const agent = createAgent({ client, model: fallback(["a", "b"], { retryDelay: 0, ...(on && { actions: on }) }) });
    const end: unknown = await (async () => {
      const run = agent.run("Hi");
      for await (const _ of run);
      return run;
    })().catch((error: unknown) => error);
    expect(asked.map(({ model }) => model)).toEqual(models);
    if (action === "throw") expect(end).toBeInstanceOf(StreamError);
    if (action === "retry") expect(asked[1]!.key).toBe(asked[0]!.key);
  },
);

test("a request after an empty or rejected response has another key, because another response is wanted", async () => {
  const { client, paid } = service((_, count) => ({ text: count === 1 ? "" : "Hi." }));
  expect((await createAgent({ client, model: "a" }).run("Hi")).text).toBe("Hi.");
  expect(paid()).toBe(2);
  const other = service((_, count) => ({ text: count === 1 ? "" : "Hi." }));
  expect((await createAgent({ client: other.client, model: fallback(["a"], { retryDelay: 0 }) }).run("Hi")).text).toBe(
    "Hi.",
  );
  expect(other.paid()).toBe(2);
  const picky = service((_, count) => ({ text: count === 1 ? "No." : "Hi." }));
  const model = fallback(["a"], {
    retryDelay: 0,
    actions: { rejected: "retry" },
    accept: ({ choices }) => choices[0]?.message.content === "Hi.",
  });
  expect((await createAgent({ client: picky.client, model }).run("Hi")).text).toBe("Hi.");
  expect(differ(keysOf(picky.asked))).toBe(true);
});

test("hedged requests have their own keys, also when the list names one model twice", async () => {
  const same = { model: "a" };
  for (const models of [
    ["a", "b"],
    ["a", "a"],
    [same, same],
  ]) {
    const asked: string[] = [];
    const late = Promise.withResolvers<void>();
    const client = new Patchbay({
      apiKey: "k",
      async fetch(request) {
        asked.push(request.headers.get("idempotency-key")!);
        if (asked.length === 1) await late.promise;
        const chunk = {
          id: "g",
          model: "a",
          choices: [{ index: 0, delta: { content: "Hi." }, finish_reason: "throw" }],
        };
        return new Response(`data: ${JSON.stringify(chunk)}\n\ndata: [DONE]\n\n`, {
          headers: { "content-type": "text/event-stream" },
        });
      },
    });
    const result = await createAgent({ client, model: fallback(models, { hedge: { delay: 5, maxRatio: 1 } }) }).run(
      "Hi",
    );
    late.resolve();
    expect(result.text).toBe("Hi.");
    expect(asked).toHaveLength(2);
    expect(differ(asked)).toBe(true);
  }
});

/** A conversation with a sub-agent, and tools on both levels. */
const talk = ({ body: { messages, tools } }: Asked): Said => {
  const turn = messages.filter(({ role }) => role === "assistant").length;
  const isHelper = (tools ?? []).every((one) => one.type === "function" && one.function.name !== "help");
  if (isHelper) return turn < 2 ? { call: ["work", { n: turn }] } : { text: "Helped." };
  return [{ call: ["work", { n: 7 }] }, { call: ["help", { input: "go" }] }, { text: "Done." }][turn] as Said;
};

test("a run that is resumed from any of its saved states first sends the request that followed it, with the same key", async () => {
  const work = tool({
    name: "work",
    inputSchema: z.object({ n: z.number() }),
    idempotent: true,
    execute: ({ n }) => `did ${n}`,
  });
  const states: RunState[] = [];
  const make = (client: Patchbay, store = memoryStore()): ReturnType<typeof createAgent> => {
    const helper = createAgent({ client, model: "m", name: "help", tools: [work] });
    return createAgent({
      client,
      model: fallback(["a", "b"]),
      tools: [work, helper],
      store: {
        load: store.load,
        async save(name, state) {
          await store.save(name, state);
          states.push(structuredClone(state));
        },
      },
    });
  };
  const { client, asked, paid } = service(talk);
  const result = await make(client).run("Hi", { sessionId: "s" });
  expect(result.text).toBe("Done.");
  expect([paid(), asked.length]).toEqual([6, 6]);
  const saved = [...states];
  const keys = new Set(keysOf(asked));
  expect(saved.length).toBeGreaterThan(8);
  for (const state of saved.slice(0, -1)) {
    const before = asked.length;
    expect((await make(client).resume(state)).text).toBe("Done.");
    expect(keys).toContain(asked[before]!.key);
  }
});

test("different decisions and two runs that continue one state have different keys", async () => {
  const pay = tool({ name: "pay", needsApproval: true, execute: () => "paid" });
  const { client, asked } = service(({ body: { messages } }) =>
    messages.some(({ role }) => role === "tool") ? { text: "Done." } : { call: ["pay", {}] },
  );
  const agent = createAgent({ client, model: "m", tools: [pay] });
  const paused = await agent.run("Pay.");
  const id = paused.pending[0]!.id;
  await agent.resume(paused.state, { approve: [id] });
  await agent.resume(paused.state, { approve: [id] });
  await agent.resume(paused.state, { reject: { [id]: "no" } });
  const [, yes, same, no] = keysOf(asked);
  expect(same).toBe(yes);
  expect(no).not.toBe(yes);
  const plain = service(() => ({ text: "Hi." }));
  const talker = createAgent({ client: plain.client, model: "m" });
  const { state } = await talker.run("Hi");
  await talker.run("Again", { state });
  await talker.run("Again", { state });
  await talker.run("Hi");
  expect(plain.paid()).toBe(4);
});

test.each([
  ["long", "x".repeat(5000)],
  ["not ASCII", "対話"],
  ["with line breaks", "a\nb: c"],
  ["empty", ""],
])("an id of a state that is %s makes a key that can be sent", async (_, id) => {
  const { client, asked } = service(() => ({ text: "Hi." }));
  const state = {
    version: 2,
    id,
    turn: 0,
    messages: [{ role: "user", content: "Hi" }],
    used: { steps: 0, cost: 0, tokens: 0 },
  };
  expect((await createAgent({ client, model: "m" }).resume(state as RunState)).text).toBe("Hi.");
  expect(asked[0]!.key).toMatch(/^[\w.:-]{16,200}$/);
});

test("calls that a resumed run repeats have the same keys, and the keys change with decisions, results and calls", async () => {
  const paused = await createAgent({
    client: service(() => ({ call: ["pay", { n: 0 }] })).client,
    model: "m",
    tools: [tool({ name: "pay", needsApproval: true, inputSchema: z.object({ n: z.number() }), execute: () => "" })],
  }).run("Pay.");
  const id = paused.pending[0]!.id;
  /** The keys of all calls after the pause; ids of calls differ from response to response, as models create them. */
  const keysAfter = async (
    decisions: Decisions,
    { paid = "paid", amount = 1 }: { paid?: string; amount?: number } = {},
  ): Promise<string[]> => {
    const keys: string[] = [];
    const pay = tool({
      name: "pay",
      needsApproval: ({ n }) => n === 0,
      inputSchema: z.object({ n: z.number() }),
      execute(_, { idempotencyKey }) {
        keys.push(idempotencyKey);
        return paid;
      },
    });
    const call = (name: string, input: object): ScriptedTurn => ({
      toolCalls: [{ name, arguments: input, id: `call_${Math.random()}` }],
    });
    const help = createAgent({
      client: createScriptedClient([call("pay", { n: 5 }), "Helped."]).client,
      model: "m",
      name: "help",
      tools: [pay],
    });
    const { client } = createScriptedClient([call("pay", { n: amount }), call("help", { input: "go" }), "Done."]);
    const agent = createAgent({ client, model: "m", tools: [pay, help] });
    expect((await agent.resume(paused.state, decisions)).stopReason).toBe("completed");
    return keys;
  };
  const approved = await keysAfter({ approve: [id] });
  expect(approved).toHaveLength(3);
  expect(differ(approved)).toBe(true);
  expect(await keysAfter({ approve: [id] })).toEqual(approved);
  const others = await Promise.all([
    keysAfter({ approve: [id] }, { paid: "not paid" }),
    keysAfter({ approve: [id] }, { amount: 2 }),
    keysAfter({ reject: { [id]: "no" } }),
    keysAfter({ results: { [id]: "by hand" } }),
  ]);
  expect(differ([...approved.slice(1), ...others.flatMap((keys) => keys.slice(-2))])).toBe(true);
});

test("withFallback passes a key to each attempt: the same for a retried model, another one for the next model", async () => {
  const keys: string[] = [];
  await withFallback(
    ["a", "b"],
    ({ model }, { idempotencyKey }) => {
      keys.push(idempotencyKey);
      if (model === "a") throw new ConnectionError("refused", { requestSent: false });
      return 1;
    },
    { retryDelay: 0 },
  );
  expect(keys).toHaveLength(3);
  expect(keys[1]).toBe(keys[0]);
  expect(keys[2]).not.toBe(keys[0]);
});
