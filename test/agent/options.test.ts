// Options that would be ignored are rejected, with the name that was meant.
import {
  createAgent,
  AgentError,
  fallback,
  memoryStore,
  tool,
  withFallback,
  type AgentOptions,
  type ToolOptions,
} from "@patchbay/agent";
import { compareModels } from "@patchbay/agent/compare";
import { createPolicy } from "@patchbay/agent/policy";
import { createScriptedClient } from "@patchbay/agent/testing";
import { Patchbay, type JsonSchema } from "@patchbay/client";
import OpenAI from "openai";
import { describe, expect, expectTypeOf, test } from "vitest";
import { z } from "zod";

const model = "any/model";
const { client } = createScriptedClient([]);
const looking = tool({ name: "look", execute: () => "seen" });

type Loose = Record<string, unknown>;
const makeAgent = (options: Loose): unknown => createAgent({ client, model, ...options });
const makeTool = (options: Loose): unknown => tool({ name: "look", execute: () => 1, ...options });
const makeFallback = (options: Loose): unknown => fallback(["a/one"], options as never);

/** What is thrown, immediately or later. */
async function thrownBy(work: () => unknown): Promise<Error> {
  try {
    await work();
  } catch (error) {
    expect(error).toBeInstanceOf(AgentError);
    return error as Error;
  }
  return expect.fail("nothing was thrown");
}

describe("createAgent", () => {
  test.each([
    ["instuctions", "`instructions`"],
    ["system", "`instructions`"],
    ["systemPrompt", "`instructions`"],
    ["tool", "`tools`"],
    ["maxSteps", "`limits.maxSteps`"],
    ["max_steps", "`limits.maxSteps`"],
    ["maxTurns", "`limits.maxSteps`"],
    ["maxCost", "`limits.maxCost`"],
    ["timeout", "`limits.timeout`"],
    ["outputType", "`output`"],
    ["responseFormat", "`output`"],
    ["step", "`prepareStep`"],
    ["limit", "limits: {"],
    ["answerAtLimit", "`allowFinalResponse`"],
    ["observe", "`observers`"],
    ["abortSignal", "run(input, { signal })"],
    ["temperature", "`request: {"],
    ["max_tokens", "`request: {"],
    ["maxRetries", "new Patchbay("],
    ["models", "`model`"],
    ["onStepFinish", "`observers`"],
    ["mcpServers", "mcpTools"],
    ["zzz", "Known options: client, model"],
  ])("the unknown option `%s` is rejected, with %s", async (name, hint) => {
    const { message } = await thrownBy(() => makeAgent({ [name]: 1 }));
    expect(message).toContain(`\`${name}\``);
    expect(message).toContain(hint);
  });

  test.each<[name: string, value: unknown]>([
    ["model", undefined],
    ["model", null],
    ["model", ""],
    ["model", []],
    ["model", [""]],
    ["model", {}],
    ["model", 5],
    ["client", undefined],
    ["client", null],
    ["client", {}],
    ["client", { chat: {} }],
    ["client", { chat: { completions: { create: 1 } } }],
    ["client", Patchbay],
    ["client", new OpenAI({ apiKey: "x" })],
    ["instructions", 5],
    ["tools", "look"],
    ["tools", [null]],
    ["tools", ["look"]],
    ["tools", [() => 1]],
    ["tools", [{ name: "look" }]],
    ["tools", [{ type: "function", function: { name: "look" } }]],
    ["model", " "],
    ["observe", [null]],
    ["observe", { onEvent: () => 1 }],
    ["tools", () => "look"],
    ["concurrency", Number.NaN],
    ["concurrency", 0],
    ["concurrency", 1.5],
    ["concurrency", "2"],
    ["output", "json"],
    ["output", null],
    ["limit", 5],
    ["limit", null],
    ["limit", { maxSteps: "5" }],
    ["limit", { maxSteps: Number.NaN }],
    ["limit", { maxSteps: 5 }],
    ["answerAtLimit", "yes"],
    ["request", []],
    ["request", "temperature"],
    ["step", {}],
    ["stopWhen", true],
    ["name", 5],
    ["name", "a b"],
    ["description", 5],
    ["compact", 5],
    ["compact", { maxTotalTokens: "5" }],
    ["compact", { token: 5 }],
    ["policy", () => 1],
    ["store", {}],
    ["store", "sessions.db"],
    ["stateSecret", 5],
    ["stateSecret", ""],
    ["observe", () => 1],
  ])("`%s: %j` is rejected", async (name, value) => {
    const { message } = await thrownBy(() => makeAgent({ [name]: value }));
    expect(message).toContain(name === "compact" || name === "limit" ? name : "");
    expect(message.length).toBeGreaterThan(20);
  });

  test("the client of another SDK is named", async () => {
    const { message } = await thrownBy(() => makeAgent({ client: new OpenAI({ apiKey: "secret" }) }));
    expect(message).toMatch(
      /`client` must be a Patchbay client, got an instance of OpenAI\. Pass `new Patchbay\(\)`\./,
    );
    expect(message).not.toContain("secret");
  });

  test.each([undefined, null, "gpt", 5, []])("%j is rejected as options", async (options) => {
    await thrownBy(() => createAgent(options as never));
  });

  test.each<[name: string, hint: string]>([
    ["model", "`model` of the agent"],
    ["messages", "run(messages)"],
    ["tools", "`tools` of the agent"],
    ["stream", "Loop over the run"],
    ["response_format", "`output`"],
    ["maxTokens", "`max_tokens`"],
    ["topP", "`top_p`"],
    ["temprature", "`temperature`"],
    ["reasonin", "`reasoning`"],
  ])("`request.%s` is rejected, with %s", async (name, hint) => {
    expect((await thrownBy(() => makeAgent({ request: { [name]: 1 } }))).message).toContain(hint);
  });

  test("fields that the contract does not know are sent", async () => {
    const { client: own, requests } = createScriptedClient(["Done."]);
    const request = { min_tokens: 5, top_n: 3, vendor: { a: 1 } };
    await createAgent({ client: own, model, request: request }).run("?");
    expect(requests[0]).toMatchObject(request);
  });

  test("options that are undefined are not set", async () => {
    const { client: own } = createScriptedClient(["Done."]);
    const options = { client: own, model, store: undefined, zzz: undefined, limits: { maxCost: undefined } };
    expect(
      (await createAgent(options as never).run("?", { signal: undefined, abortSignal: undefined } as never)).text,
    ).toBe("Done.");
  });
});

describe("run and resume", () => {
  test.each<[name: string, value: unknown, hint: string]>([
    ["abortSignal", AbortSignal.abort(), "`signal`"],
    ["maxSteps", 1, "`limits.maxSteps`"],
    ["maxTurns", 1, "`limits.maxSteps`"],
    ["timeout", 1, "`limits.timeout`"],
    ["session", "a", "`sessionId`"],
    ["threadId", "a", "`sessionId`"],
    ["messages", [], "run(messages)"],
    ["stream", true, "Loop over the run"],
    ["signl", AbortSignal.abort(), "`signal`"],
    ["signal", {}, "an AbortSignal"],
    ["signal", new AbortController(), "an AbortSignal"],
    ["signal", null, "an AbortSignal"],
    ["sessionId", 5, "a string"],
    ["limits", 5, "an object"],
    ["policy", "zdr", "an object"],
  ])("`run(input, { %s: %j })` is rejected, with %s", async (name, value, hint) => {
    const { client: own, requests } = createScriptedClient(["Done."]);
    const { message } = await thrownBy(() => createAgent({ client: own, model }).run("?", { [name]: value }));
    expect(message).toContain(`\`${name}\``);
    expect(message).toContain(hint);
    expect(requests).toHaveLength(0);
  });

  test.each([null, "fast", 5, []])("%j is rejected as options of a run", async (options) => {
    await thrownBy(() => createAgent({ client, model }).run("?", options as never));
  });

  test.each<[decisions: unknown, hint: string]>([
    [{ approved: ["a"] }, "`approve`"],
    [{ aprove: ["a"] }, "`approve`"],
    [{ denied: {} }, "`reject`"],
    [{ approve: "a" }, "an array or an object"],
    [{ approve: true }, "an array or an object"],
    [{ reject: ["a"] }, "an object"],
    [{ signal: AbortSignal.abort() }, "third argument"],
    [null, "an object"],
  ])("`resume(state, %j)` is rejected, with %s", async (decisions, hint) => {
    const pay = tool({ name: "pay", needsApproval: true, execute: () => "paid" });
    const { client: own } = createScriptedClient([{ toolCalls: [{ name: "pay", arguments: {} }] }]);
    const agent = createAgent({ client: own, model, tools: [pay] });
    const { state } = await agent.run("?");
    expect((await thrownBy(() => agent.resume(state, decisions as never))).message).toContain(hint);
  });
});

describe("prepareStep", () => {
  test.each<[change: unknown, hint: string]>([
    [{ tools: ["aa"] }, "look"],
    [{ tools: ["lok"] }, 'Did you mean "look"?'],
    [{ tools: "look" }, "a list of names"],
    [{ tools: [looking] }, "an object"],
    [{ activeTools: ["look"] }, "`tools`"],
    [{ toolChoice: "none" }, "`tool_choice`"],
    [{ maxTokens: 5 }, "`max_tokens`"],
    [{ modle: "b" }, "`model`"],
    [{ system: "b" }, "`instructions`"],
    [{ stream: true }, "Loop over the run"],
    ["b", "an object"],
    [[], "an object"],
  ])("%j is rejected as the result of a step, with %s", async (change, hint) => {
    const { client: own, requests } = createScriptedClient(["Done."]);
    const agent = createAgent({ client: own, model, tools: [looking], prepareStep: () => change as never });
    expect((await thrownBy(() => agent.run("?"))).message).toContain(hint);
    expect(requests).toHaveLength(0);
  });

  test.each([undefined, null, {}, { tools: [] }, { tools: ["look"] }, { tools: undefined, temperature: 0 }])(
    "%j is accepted as the result of a step",
    async (change) => {
      const { client: own } = createScriptedClient(["Done."]);
      const agent = createAgent({ client: own, model, tools: [looking], prepareStep: () => change as never });
      expect((await agent.run("?")).stopReason).toBe("completed");
    },
  );
});

describe("tool", () => {
  test.each<[name: string, hint: string]>([
    ["run", "`execute`"],
    ["excute", "`execute`"],
    ["handler", "`execute`"],
    ["input", "`inputSchema`"],
    ["parameters", "`inputSchema`"],
    ["schema", "`inputSchema`"],
    ["approve", "`needsApproval`"],
    ["retries", "`maxRetries`"],
    ["repeatable", "`allowRepeatedCalls`"],
    ["ends", "`endsRun`"],
    ["returnDirect", "`endsRun`"],
    ["desciption", "`description`"],
  ])("the unknown option `%s` is rejected, with %s", async (name, hint) => {
    const { message } = await thrownBy(() => makeTool({ [name]: () => 1 }));
    expect(message).toContain(`\`${name}\` of the tool look`);
    expect(message).toContain(hint);
  });

  test.each<[name: string, value: unknown]>([
    ["name", undefined],
    ["name", 5],
    ["description", 5],
    ["input", "text"],
    ["input", null],
    ["input", { type: "string" }],
    ["run", "soon"],
    ["timeout", 0],
    ["timeout", Number.NaN],
    ["timeout", "5s"],
    ["timeout", null],
    ["retries", Number.NaN],
    ["retries", -1],
    ["retries", 0.5],
    ["retries", "2"],
    ["retries", Number.POSITIVE_INFINITY],
    ["idempotent", 1],
    ["repeatable", "yes"],
    ["ends", null],
    ["approve", "always"],
  ])("`%s: %j` is rejected", async (name, value) => {
    await thrownBy(() => makeTool({ [name]: value }));
  });

  test.each(["timeout", "retries", "idempotent"])(
    "`%s` without `execute` is rejected, because it has no effect",
    async (name) => {
      const { message } = await thrownBy(() => tool({ name: "look", [name]: name === "idempotent" ? true : 1 }));
      expect(message).toContain(`\`${name}\``);
    },
  );

  test.each([undefined, null, "look", []])("%j is rejected as options", async (options) => {
    await thrownBy(() => tool(options as never));
  });
});

describe("fallback", () => {
  test.each<[options: Loose, hint: string]>([
    [{ firstTokn: 5 }, "`firstTokenTimeout`"],
    [{ timeout: 5 }, "`firstTokenTimeout`"],
    [{ stall: 5 }, "`idleTimeout`"],
    [{ by: "service" }, "`performedBy`"],
    [{ validate: () => true }, "`accept`"],
    [{ hedge: { dely: 5 } }, "`delay`"],
    [{ hedge: { delay: 5, maxRatios: 1 } }, "`maxRatio`"],
    [{ cooldown: { durations: 5 } }, "`duration`"],
    [{ cooldown: 5 }, "an object"],
    [{ accept: true }, "a function"],
    [{ actions: "next" }, "an object"],
    [{ on: {} }, "`actions`"],
    [{ actions: { sever: "next" } }, "server"],
    [{ firstTokenTimeout: Number.NaN }, "firstToken"],
    [{ firstTokenTimeout: "5" }, "firstToken"],
    [{ retryDelay: null }, "retryDelay"],
    [{ catalog: "all" }, "an object"],
  ])("%j is rejected, with %s", async (options, hint) => {
    expect((await thrownBy(() => makeFallback(options))).message).toContain(hint);
    await thrownBy(() => withFallback(["a/one"], () => 1, options as never));
  });

  test.each([undefined, null, "a/one", [], [null], [5], [{}], [{ model: "" }]])(
    "%j is rejected as a list of models",
    async (models) => {
      await thrownBy(() => fallback(models as never));
      await thrownBy(() => withFallback(models as never, () => 1));
    },
  );

  test.each<[what: string, work: () => unknown]>([
    ["no attempt", () => withFallback(["a"], undefined as never)],
    ["an invalid signal", () => withFallback(["a"], () => 1, { signal: {} as never })],
    ["a signal that is null", () => withFallback(["a"], () => 1, { signal: null as never })],
    ["the name of another SDK", () => withFallback(["a"], () => 1, { abortSignal: AbortSignal.abort() } as never)],
    ["options that are null", () => withFallback(["a"], () => 1, null as never)],
    ["options of fallback that are null", () => fallback(["a"], null as never)],
  ])("%s is rejected", async (_, work) => {
    await thrownBy(work);
  });
});

describe("input and comparison", () => {
  test.each([undefined, null, 5, {}, { messages: [] }, [null], [5], ["text"]])(
    "the input %j is rejected",
    async (input) => {
      await thrownBy(() => createAgent({ client, model }).run(input as never));
    },
  );

  test.each<[what: string, work: () => unknown, hint: string]>([
    [
      "an unknown option",
      () => compareModels(["a"], [{ input: "?" }], { client, repeats: 2 } as never),
      "`repetitions`",
    ],
    ["no options", () => compareModels(["a"], [{ input: "?" }], undefined as never), "an object"],
    ["no models", () => compareModels(undefined as never, [{ input: "?" }], { client }), "`models`"],
    ["no cases", () => compareModels(["a"], undefined as never, { client }), "`cases`"],
    [
      "an unknown field of a case",
      () => compareModels(["a"], [{ input: "?", expect: "4" } as never], { client }),
      "`expected`",
    ],
    ["a case that is null", () => compareModels(["a"], [null as never], { client }), "case 0"],
  ])("%s of compareModels is rejected", async (_, work, hint) => {
    expect((await thrownBy(work)).message).toContain(hint);
  });
});

describe("createScriptedClient", () => {
  test.each<[turn: unknown, hint: string]>([
    [{ status: 500, text: "a" }, "`text`"],
    [{ message: "a" }, "without `status`"],
    [{ cost: "1" }, "`cost`"],
    [{ cost: Number.NaN }, "`cost`"],
    [{ tokens: {} }, "`prompt` and `completion`"],
    [{ tokens: { inputTokens: 1 } }, "`prompt`"],
    [{ toolCalls: [{ name: "look", arguments: 5n }] }, "`arguments`"],
  ])("the turn %o is rejected, with %s", async (turn, hint) => {
    expect((await thrownBy(() => createScriptedClient([turn as never]))).message).toContain(hint);
  });

  test("a request that is not a chat completion is named", async () => {
    const { client: own, assertComplete: assertDone } = createScriptedClient([]);
    await expect(own.embeddings.create({ model: "a/b", input: "x" })).rejects.toThrow(
      "The scripted client supports chat completions only",
    );
    expect(assertDone).toThrow("/embeddings");
  });
});

test("types reject options without effect", () => {
  const agent = createAgent({ client, model });
  const kept = createAgent({ client, model, store: memoryStore() });
  const calls: (() => unknown)[] = [
    // @ts-expect-error -- the agent has no store
    () => agent.run("?", { sessionId: "a" }),
    () => kept.run("?", { sessionId: "a" }),
    // @ts-expect-error -- the tool has no execute
    () => tool({ name: "a", timeout: 5 }),
    // @ts-expect-error -- the tool has no execute
    () => tool({ name: "a", maxRetries: 1 }),
    () => tool({ name: "a", needsApproval: true }),
    // @ts-expect-error -- OpenRouter does not know the rule
    () => fallback(["a"], { performedBy: "service", firstTokenTimeout: 5 }),
    () => fallback(["a"], { performedBy: "service" }),
    // @ts-expect-error -- no such option
    () => createAgent({ client, model, maxSteps: 3 }),
    // @ts-expect-error -- no such option
    () => tool({ name: "a", run: () => 1 }),
  ];
  expect(calls).toHaveLength(9);
  const given: AgentOptions<undefined> = { client, model };
  const wrapped = (): unknown => createAgent(given).run("?", { sessionId: "a" });
  expect(wrapped).toBeTypeOf("function");
  const made: ToolOptions<JsonSchema> = { name: "a", execute: () => 1 };
  expect(tool(made).name).toBe("a");
});

test("a JSON Schema with a type parameter sets the type of the input and of the output", async () => {
  const input: JsonSchema<{ city: string }> = { type: "object", properties: { city: { type: "string" } } };
  const weather = tool({
    name: "weather",
    inputSchema: input,
    execute: (given) => {
      expectTypeOf(given).toEqualTypeOf<{ city: string }>();
      return given.city;
    },
  });
  const plain = tool({
    name: "plain",
    inputSchema: { type: "object" },
    execute: (given) => {
      expectTypeOf(given).toBeUnknown();
      return 1;
    },
  });
  const checked = tool({
    name: "checked",
    inputSchema: z.object({ city: z.string() }),
    needsApproval: ({ city }) => city === "Oslo",
    execute: ({ city }) => city,
  });
  expect([weather.name, plain.name, checked.name]).toEqual(["weather", "plain", "checked"]);
  const { client: own } = createScriptedClient(['{"city":"Oslo"}']);
  const { output } = await createAgent({ client: own, model, output: input }).run("?");
  expect(output).toEqual({ city: "Oslo" });
});

describe("values that cannot hold options are rejected in their place", () => {
  const { signal } = new AbortController();
  const others: readonly [what: string, value: unknown][] = [
    ["an AbortSignal", signal],
    ["an AbortController", new AbortController()],
    ["a promise of options", Promise.resolve({})],
    ["a Map", new Map([["signal", signal]])],
    ["an error", new Error("x")],
    ["a date", new Date()],
    ["headers", new Headers()],
    ["a text", "x"],
    ["a number", 5],
    ["true", true],
    ["a list", [{}]],
    ["null", null],
  ];
  const places: readonly [place: string, work: (value: never) => unknown][] = [
    ["agent", (value) => createAgent(value)],
    ["run", (value) => createAgent({ client: createScriptedClient(["x"]).client, model }).run("?", value)],
    ["tool", (value) => tool(value)],
    ["withFallback", (value) => withFallback(["a/one"], () => 1, value)],
    ["fallback", (value) => fallback(["a/one"], value)],
    ["compare", (value) => compareModels(["a/one"], [{ input: "?" }], value)],
    ["limits", (value) => makeAgent({ limits: value })],
    ["compaction", (value) => makeAgent({ compaction: value })],
    ["policy", (value) => makeAgent({ policy: value })],
    ["request", (value) => makeAgent({ request: value })],
    ["output", (value) => makeAgent({ output: value })],
    ["inputSchema of a tool", (value) => makeTool({ inputSchema: value })],
  ];
  test.each(others.flatMap(([what, value]) => places.map(([place, work]) => [what, place, work, value] as const)))(
    "%s as %s",
    async (_, __, work, value) => {
      const { message } = await thrownBy(() => work(value as never));
      expect(message).toContain("got ");
    },
  );

  test("the message about a signal shows where to pass it", async () => {
    const agent = createAgent({ client: createScriptedClient(["x"]).client, model });
    const { message } = await thrownBy(() => agent.run("?", signal as never));
    expect(message).toBe(
      "The options of run must be an object, got an instance of AbortSignal. Pass it as `{ signal }`.",
    );
  });

  test("an instance of a custom class can hold options", async () => {
    class Settings {
      limits = { maxSteps: 1 };
    }
    await expect(
      createAgent({ client: createScriptedClient(["x"]).client, model }).run("?", new Settings()),
    ).resolves.toMatchObject({
      text: "x",
    });
  });
});

test.each<[place: string, work: (key: never) => unknown]>([
  ["createAgent", (key) => createAgent(key)],
  ["client", (key) => createAgent({ client: key, model })],
  ["model", (key) => createAgent({ client, model: { key } as never })],
  ["fallback", (key) => fallback([{ key } as never])],
  ["limits", (key) => createAgent({ client, model, limits: { maxCost: key } })],
  ["createPolicy", (key) => createPolicy({ catalog: key })],
])("an API key in the place of %s does not appear in the error", async (_, work) => {
  const key = "sk-or-v1-0123456789abcdef";
  const { message } = await thrownBy(() => work(key as never));
  expect(message).not.toContain("0123456789");
});
