// Observers: which spans and events they receive, and that they cannot change a run.
import {
  createAgent,
  fallback,
  tool,
  type SpanStart,
  type SpanEnd,
  type AgentOptions,
  type Observer,
  type RunEvent,
  type RunResult,
  type SessionStore,
  type ObserverSpan,
} from "@patchbay/agent";
import { createScriptedClient, type ScriptedTurn } from "@patchbay/agent/testing";
import { Patchbay } from "@patchbay/client";
import fc from "fast-check";
import { afterEach, beforeEach, expect, test, vi } from "vitest";

const model = "any/model";
const calls = (...names: string[]): ScriptedTurn => ({ toolCalls: names.map((name) => ({ name, arguments: {} })) });
const quick = tool({ name: "quick", execute: () => "done" });
const slow = tool({ name: "slow", execute: () => new Promise((resolve) => setTimeout(resolve, 5, "done")) });
const failing = tool({ name: "failing", execute: () => Promise.reject(new Error("It is broken.")) });
/** Ignores its abort signal and never ends. */
const endless = tool({ name: "endless", execute: () => new Promise(() => undefined) });
const asking = tool({ name: "asking", needsApproval: true, execute: () => "agreed" });

type Options = AgentOptions<undefined>;

function helper(turns: readonly ScriptedTurn[], options: Partial<Options> = {}): ReturnType<typeof createAgent> {
  return createAgent({
    client: createScriptedClient(turns).client,
    model,
    name: "helper",
    description: "Helps.",
    ...options,
  });
}
const help = { name: "helper", arguments: { input: "Help." } };
const helping: ScriptedTurn = { toolCalls: [help] };

beforeEach(() => void vi.spyOn(console, "error").mockImplementation(() => undefined));
afterEach(() => void vi.restoreAllMocks());

/** What an observer recorded of one span. */
interface Seen {
  readonly name: string;
  readonly parent: Seen | undefined;
  readonly ends: SpanEnd[];
}

/** Records spans and events, and those in a wrong order. */
function recorder(): {
  readonly observer: Observer;
  readonly seen: Seen[];
  readonly wrong: string[];
  readonly events: RunEvent[];
} {
  const seen: Seen[] = [];
  const wrong: string[] = [];
  const events: RunEvent[] = [];
  const of = new Map<ObserverSpan, Seen>();
  const begin = (activity: SpanStart, parent: ObserverSpan | undefined): ObserverSpan => {
    const one: Seen = { name: nameOf(activity), parent: parent && of.get(parent), ends: [] };
    if (parent && !one.parent) wrong.push(`${one.name} has a parent that is none`);
    if (one.parent && one.parent.ends.length > 0) wrong.push(`${one.name} began after the end of ${one.parent.name}`);
    seen.push(one);
    const watch: ObserverSpan = {
      end(end) {
        const open = seen.filter(({ parent: around, ends }) => around === one && ends.length === 0);
        for (const { name } of open) wrong.push(`${one.name} ended before ${name}`);
        one.ends.push(end);
      },
    };
    of.set(watch, one);
    return watch;
  };
  return { observer: { onSpanStart: begin, onEvent: (event) => void events.push(event) }, seen, wrong, events };
}

function nameOf(activity: SpanStart): string {
  if (activity.type === "run") return `run ${activity.agent ?? ""}`.trim();
  if (activity.type === "step") return `step ${activity.step}`;
  return activity.type === "attempt" ? `attempt ${activity.model}` : `tool ${activity.call.function.name}`;
}

/** A span with its parents. */
function pathOf({ name, parent }: Seen): string {
  return parent ? `${pathOf(parent)} > ${name}` : name;
}

test("an observer receives spans of runs, steps, attempts and tools, nested in each other", async () => {
  const { observer, seen } = recorder();
  const inner = helper(["Helped."]);
  const { client } = createScriptedClient([{ toolCalls: [{ name: "quick", arguments: {} }, help] }, "Done."]);
  const { cost } = await createAgent({ client, model, tools: [quick, inner], observers: observer }).run("Go.");
  expect(seen.map(pathOf)).toEqual([
    "run",
    "run > step 1",
    "run > step 1 > attempt any/model",
    "run > step 1 > tool quick",
    "run > step 1 > tool helper",
    "run > step 1 > tool helper > run helper",
    "run > step 1 > tool helper > run helper > step 1",
    "run > step 1 > tool helper > run helper > step 1 > attempt any/model",
    "run > step 2",
    "run > step 2 > attempt any/model",
  ]);
  expect(seen[0]!.ends).toEqual([
    { stopReason: "completed", cost, tokens: { promptTokens: 3, completionTokens: 3, totalTokens: 6 } },
  ]);
  expect(seen[3]!.ends).toEqual([{ output: "done" }]);
  expect(seen[9]!.ends).toMatchObject([{ provider: "Scripted", finishReason: "stop", cancelled: false }]);
});

test("an observer of a sub-agent receives its spans and events, whichever observers the caller has", async () => {
  const [inner, outer] = [recorder(), recorder()];
  const run = (ofCalled: Observer[], ofCaller: Observer[]): PromiseLike<unknown> => {
    const called = helper(["Helped."], { observers: ofCalled });
    return createAgent({
      client: createScriptedClient([helping, "Done."]).client,
      model,
      tools: [called],
      observers: ofCaller,
    }).run("Go.");
  };
  const ofHelper = ({ events }: typeof inner): string[] =>
    events.splice(0).flatMap(({ type, path }) => (path.length > 0 ? type : []));
  const received = ["step-start", "step-end", "finish"];
  await run([inner.observer], []);
  expect(ofHelper(inner)).toEqual(received);
  await run([inner.observer], [outer.observer]);
  expect([ofHelper(inner), ofHelper(outer)]).toEqual([received, received]);
  // An observer of both agents receives each event once.
  await run([inner.observer, outer.observer], [outer.observer]);
  expect([ofHelper(inner), ofHelper(outer)]).toEqual([received, received]);
  expect(inner.seen.filter(({ parent }) => !parent).map(({ name }) => name)).toEqual(Array(3).fill("run helper"));
  for (const { seen, wrong } of [inner, outer]) {
    expect(seen.filter(({ ends }) => ends.length !== 1)).toEqual([]);
    expect(wrong).toEqual([]);
  }
});

/** How runs end. Each is tested awaited and streamed. */
const endings: Readonly<Record<string, (options: Pick<Options, "observers">, watch: boolean) => Promise<unknown>>> = {
  "an answer": (options, watch) =>
    go(
      { ...options, client: createScriptedClient([calls("quick", "slow", "failing", "none"), "Done."]).client },
      watch,
    ),
  "a failure of the model": (options, watch) =>
    go({ ...options, client: createScriptedClient([calls("quick")]).client }, watch),
  "a failure after another one": (options, watch) =>
    go(
      { ...options, client: createScriptedClient([]).client, model: fallback([model, "any/other"], { retryDelay: 1 }) },
      watch,
    ),
  "a failure of `stopWhen`": (options, watch) =>
    go(
      {
        ...options,
        client: createScriptedClient([calls("quick")]).client,
        stopWhen: () => {
          throw new Error("No.");
        },
      },
      watch,
    ),
  "an abort while tools run": (options, watch) => {
    const controller = new AbortController();
    const abort = (): Promise<never> => {
      setTimeout(() => controller.abort());
      return new Promise(() => undefined);
    };
    const inner = helper([calls("endless")], { tools: [tool({ name: "endless", execute: abort })] });
    const { client } = createScriptedClient([{ toolCalls: [{ name: "endless", arguments: {} }, help] }]);
    return go({ ...options, client, tools: [endless, inner] }, watch, controller.signal);
  },
  "an abort while a model is asked": (options, watch) => {
    const controller = new AbortController();
    const isMute = (): true => {
      setTimeout(() => controller.abort());
      return true;
    };
    return go({ ...options, client: mute(isMute) }, watch, controller.signal);
  },
  "the time": (options, watch) =>
    go(
      { ...options, client: createScriptedClient([calls("endless", "quick")]).client, limits: { timeout: 200 } },
      watch,
    ),
  "a pause": (options, watch) =>
    go({ ...options, client: createScriptedClient([calls("asking", "quick")]).client }, watch),
  "a pause of an agent that was called": (options, watch) => {
    const inner = helper([calls("asking", "slow")], { tools: [asking, slow] });
    return go({ ...options, client: createScriptedClient([helping]).client, tools: [inner] }, watch);
  },
  "an answer at a limit": (options, watch) =>
    go(
      { ...options, client: createScriptedClient([calls("quick"), "So far."]).client, limits: { maxSteps: 1 } },
      watch,
    ),
  "a limit": (options, watch) =>
    go(
      {
        ...options,
        client: createScriptedClient([calls("quick")]).client,
        limits: { maxSteps: 1 },
        allowFinalResponse: false,
      },
      watch,
    ),
  "an answer of the model that was requested in addition to the first": (options, watch) =>
    go(
      {
        ...options,
        client: mute((asked) => asked === "any/mute"),
        model: fallback(["any/mute", model], { hedge: { delay: 5 } }),
      },
      watch,
    ),
  "an answer while another client ignores its signal": async (options, watch) => {
    const { chat } = mute((asked) => (asked === "any/mute" ? "for a while" : false));
    const client = {
      chat: { completions: { ...chat.completions, stream: (request: never) => chat.completions.stream(request) } },
    };
    const models = fallback(["any/mute", model], { hedge: { delay: 5 } });
    return go({ ...options, client: client as unknown as Patchbay, model: models }, watch);
  },
  "a store that fails while tools run": (options, watch) => {
    let saves = 0;
    const store: SessionStore = {
      load: () => Promise.resolve(undefined),
      save: () => (++saves > 2 ? Promise.reject(new Error("The disk is full.")) : Promise.resolve()),
    };
    const inner = helper([calls("slow"), "Helped."], { tools: [slow] });
    const { client } = createScriptedClient([{ toolCalls: [help, ...names("slow", "quick", "quick")] }]);
    return go({ ...options, client, store, toolConcurrency: 3, tools: [quick, slow, inner] }, watch);
  },
};

function names(...all: string[]): { name: string; arguments: object }[] {
  return all.map((name) => ({ name, arguments: {} }));
}

/** A client whose models stop sending for a while or indefinitely, on request. */
function mute(isMute: (asked: string) => boolean | "for a while"): Patchbay {
  const { client } = createScriptedClient(["From one.", "From one."]);
  return new Patchbay({
    apiKey: "test",
    maxRetries: 0,
    fetch: async (request) => {
      const body = (await request.json()) as { model: string; stream?: boolean };
      const silence = isMute(body.model);
      if (silence === true) return new Promise(() => undefined);
      if (silence) await new Promise((resolve) => setTimeout(resolve, 30));
      const answer = await client.chat.completions.create({
        model: body.model,
        messages: [{ role: "user", content: "Hi" }],
      });
      if (!body.stream) return Response.json(answer);
      const { choices, ...rest } = answer;
      const events = [{ ...rest, choices: choices.map(({ message: delta, ...one }) => ({ ...one, delta })) }, "[DONE]"];
      const text = events.map((event) => `data: ${typeof event === "string" ? event : JSON.stringify(event)}\n\n`);
      return new Response(text.join(""), { headers: { "content-type": "text/event-stream" } });
    },
  });
}

async function go(options: Partial<Options>, watch: boolean, signal?: AbortSignal): Promise<unknown> {
  const agent = createAgent({
    model,
    tools: [quick, slow, failing, endless, asking],
    client: createScriptedClient([]).client,
    ...options,
  });
  const run = agent.run("Go.", { ...(signal && { signal }), ...(options.store && { sessionId: "one" }) });
  const events = watch ? await Array.fromAsync(run).catch((error: unknown) => [error]) : [];
  return {
    events,
    result: await run.then(
      (result) => result,
      (error: unknown) => error,
    ),
  };
}

test.each(Object.keys(endings).flatMap((name) => [[name, false] as const, [name, true] as const]))(
  "every span ends once, after its children, when a run ends with %s (streamed: %s)",
  async (name, watch) => {
    const { observer, seen, wrong } = recorder();
    await endings[name]!({ observers: observer }, watch);
    const ends = seen.map((one) => `${one.name} ${one.ends.length}`);
    expect(ends).toEqual(seen.map((one) => `${one.name} 1`));
    expect(ends.length).toBeGreaterThan(2);
    // No event arrives later.
    await new Promise((resolve) => setTimeout(resolve, 40));
    expect(seen.map((one) => `${one.name} ${one.ends.length}`)).toEqual(ends);
    expect(wrong).toEqual([]);
  },
);

test.each(["text-delta", "tool-start", "tool-end", "step-end", "step-start"] as const)(
  "every span ends once, after its children, when a loop is left at %s",
  async (type) => {
    const { observer, seen, wrong } = recorder();
    const { client } = createScriptedClient(
      [calls("endless", "quick")].map((turn) => ({ ...(turn as object), text: "I see." })),
    );
    const run = createAgent({ client, model, tools: [endless, quick], observers: observer }).run("Go.");
    for await (const event of run) if (event.type === type) break;
    expect(seen.map(({ name, ends }) => `${name} ${ends.length}`)).toEqual(seen.map(({ name }) => `${name} 1`));
    await new Promise((resolve) => setTimeout(resolve, 10));
    expect(seen.filter(({ ends }) => ends.length !== 1)).toEqual([]);
    expect(wrong).toEqual([]);
    expect(seen[0]!.ends).toMatchObject([{ cancelled: true }]);
    expect(seen[0]!.ends[0]).not.toHaveProperty("error");
  },
);

test("attempts and tools in flight are canceled when a run is aborted, and the run has the reason", async () => {
  const { observer, seen } = recorder();
  await endings["an abort while tools run"]!({ observers: observer }, false);
  expect(seen.map(({ name, ends }) => [name, ends[0]!.cancelled ?? false])).toEqual([
    ["run", false],
    ["step 1", true],
    ["attempt any/model", false],
    ["tool endless", true],
    ["tool helper", true],
    ["run helper", true],
    ["step 1", true],
    ["attempt any/model", false],
    ["tool endless", true],
  ]);
  expect(seen[0]!.ends).toMatchObject([{ error: { name: "AbortError" } }]);
  const asking = recorder();
  await endings["an abort while a model is asked"]!({ observers: asking.observer }, false);
  expect(asking.seen.map(({ name, ends }) => [name, ends[0]!.cancelled])).toEqual([
    ["run", false],
    ["step 1", true],
    ["attempt any/model", true],
  ]);
});

test("a hedged attempt that lost is canceled", async () => {
  const { observer, seen } = recorder();
  await endings["an answer of the model that was requested in addition to the first"]!({ observers: observer }, false);
  const attempts = seen.filter(({ name }) => name.startsWith("attempt"));
  expect(attempts.map(({ name, ends }) => [name, ends[0]!.cancelled])).toEqual([
    ["attempt any/mute", true],
    ["attempt any/model", false],
  ]);
});

test("a failed tool span has the kind of its failure", async () => {
  const { observer, seen } = recorder();
  const strict = tool({ name: "strict", inputSchema: { type: "object" }, execute: () => "ok" });
  const { client } = createScriptedClient([
    { toolCalls: [...names("failing", "none"), { name: "strict", arguments: "no JSON" }] },
    calls("asking"),
    "Done.",
  ]);
  const agent = createAgent({ client, model, tools: [failing, strict, asking], observers: observer });
  const { state, pending } = await agent.run("Go.");
  await agent.resume(state, { reject: { [pending[0]!.id]: "No." } });
  const tools = seen.filter(({ name }) => name.startsWith("tool"));
  expect(tools.map(({ name, ends }) => [name, ends[0]!.failureKind])).toEqual([
    ["tool failing", "Error"],
    ["tool none", "unknown_tool"],
    ["tool strict", "invalid_arguments"],
    ["tool asking", "refused"],
  ]);
});

const boom = (): never => {
  throw new Error("Boom.");
};
const late = async (): Promise<never> => {
  await Promise.resolve();
  return boom();
};

/** What can be wrong with a hook. */
const withins: Readonly<Record<string, unknown>> = {
  absent: undefined,
  fine: (work: () => void) => work(),
  "throws before": () => boom(),
  "throws after": (work: () => void) => {
    work();
    boom();
  },
  "never calls": () => undefined,
  "calls twice": (work: () => void) => {
    work();
    work();
  },
  "calls later": (work: () => void) => void setTimeout(work, 1),
  "rejects before": late,
  "rejects after": async (work: () => void) => {
    work();
    await late();
  },
  "is none": "nonsense",
  "gives nonsense": (work: () => void) => {
    work();
    return 42;
  },
};
const ends: Readonly<Record<string, unknown>> = { fine: () => undefined, throws: boom, rejects: late, none: 7 };
const begins: Readonly<Record<string, (watch: unknown) => unknown>> = {
  fine: (watch) => watch,
  throws: boom,
  rejects: late,
  "comes later": (watch) => Promise.resolve(watch),
  nothing: () => undefined,
  null: () => null,
  nonsense: () => 42,
  "a getter that throws": () => ({
    get within() {
      return boom();
    },
    end: boom,
  }),
};
const events: Readonly<Record<string, unknown>> = {
  absent: undefined,
  fine: () => undefined,
  throws: boom,
  rejects: late,
  none: 7,
};

const misbehaviour = fc
  .record({
    begin: fc.oneof({ weight: 2, arbitrary: fc.constant("fine") }, fc.constantFrom(...Object.keys(begins))),
    within: fc.constantFrom(...Object.keys(withins)),
    end: fc.constantFrom(...Object.keys(ends)),
    event: fc.constantFrom(...Object.keys(events)),
  })
  .map((one) => ({
    ...one,
    toObserver: () =>
      ({
        onSpanStart: () => begins[one.begin]!({ runInContext: withins[one.within], end: ends[one.end] }),
        onEvent: events[one.event],
      }) as unknown as Observer,
  }));

/** A run that uses every feature, and how often its tools ran. */
async function everything(observe: readonly Observer[], watch: boolean): Promise<object> {
  const ran: string[] = [];
  const noting = tool({
    name: "noting",
    maxRetries: 1,
    execute: async function* (_, { toolCallId: id }) {
      ran.push(id);
      yield "half";
      if (ran.length === 1) throw new Error("Not yet.");
      return "noted";
    },
  });
  const inner = helper([calls("noting"), "Helped."], { tools: [noting], observers: observe });
  const { client, requests } = createScriptedClient([
    { status: 503 },
    { toolCalls: [...names("noting", "failing", "none"), help], cost: 0.25 },
    calls("asking"),
    "Done.",
  ]);
  const agent = createAgent({
    client,
    model: fallback([model], { retryDelay: 0 }),
    tools: [noting, failing, asking, inner],
    toolConcurrency: 1,
    observers: observe,
  });
  const run = agent.run("Go.");
  const received: RunEvent[] = watch ? await Array.fromAsync(run) : [];
  const first = await run;
  const last = await agent.resume(first.state, { approve: [first.pending[0]!.id] });
  return { ran, received: plain(received), first: plain(first), last: plain(last), asked: requests.length };
}

/** Removes what differs in each run. */
function plain(given: readonly RunEvent[] | RunResult<undefined>): unknown {
  return JSON.parse(
    JSON.stringify(given, (key, value: unknown) =>
      key === "durationMs" || key === "timeToFirstTokenMs" || (typeof value === "string" && /^[\da-f-]{36}/.test(value))
        ? null
        : value,
    ),
  );
}

test("faulty observers change neither the run nor its events and tools", async () => {
  const alone = { true: await everything([], true), false: await everything([], false) };
  expect(alone.false).toMatchObject({
    first: { stopReason: "paused" },
    last: { stopReason: "completed", text: "Done." },
  });
  await fc.assert(
    fc.asyncProperty(fc.array(misbehaviour, { minLength: 1, maxLength: 3 }), fc.boolean(), async (observers, watch) => {
      expect(
        await everything(
          observers.map((one) => one.toObserver()),
          watch,
        ),
      ).toEqual(alone[`${watch}`]);
    }),
    { numRuns: 150 },
  );
});

test("an observer receives the same spans when another observer is faulty", async () => {
  const [alone, other] = [recorder(), recorder()];
  await everything([alone.observer], false);
  const broken = { onSpanStart: () => ({ runInContext: boom, end: boom }), onEvent: boom } as Observer;
  await everything([broken, other.observer, { ...broken }], false);
  expect(other.wrong).toEqual([]);
  expect(other.seen.map(pathOf)).toEqual(alone.seen.map(pathOf));
  expect(other.events.map(({ type }) => type)).toEqual(alone.events.map(({ type }) => type));
});

test("the work of a span runs inside the context of every observer, the first one outermost", async () => {
  const around: string[] = [];
  const contextObserver = (name: string): Observer => ({
    onSpanStart: ({ type }) => ({
      runInContext(work) {
        if (type === "tool") around.push(`${name} begins`);
        work();
        if (type === "tool") around.push(`${name} ends`);
      },
      end: () => undefined,
    }),
  });
  const inside = tool({ name: "inside", execute: () => void around.push("tool") });
  const { client } = createScriptedClient([calls("inside"), "Done."]);
  await createAgent({ client, model, tools: [inside], observers: [contextObserver("a"), contextObserver("b")] }).run(
    "Go.",
  );
  expect(around).toEqual(["a begins", "b begins", "tool", "b ends", "a ends"]);
});

test.each([
  ["throws", { onEvent: boom }],
  ["rejects", { onEvent: late as never }],
  ["returns a span without `end`", { onSpanStart: () => ({}) as ObserverSpan }],
] as const)(
  "the first error of an observer that %s is logged to the console, once for many runs",
  async (_, observer) => {
    for (const times of [1, 2]) {
      const { client } = createScriptedClient([calls("quick"), "Done."]);
      await createAgent({ client, model, tools: [quick], observers: observer }).run("Go.");
      await new Promise((resolve) => setTimeout(resolve, 1));
      expect(vi.mocked(console.error).mock.calls, `after ${times} runs`).toEqual([
        [expect.stringContaining("an observer of an agent failed. The run continues"), expect.any(Error)],
      ]);
    }
    // The error of a second observer is logged as well.
    await createAgent({ client: createScriptedClient(["Done."]).client, model, observers: { ...observer } }).run("Go.");
    await new Promise((resolve) => setTimeout(resolve, 1));
    expect(console.error).toHaveBeenCalledTimes(2);
  },
);

test("an error that a tool throws is not taken for an observer's error", async () => {
  const { observer } = recorder();
  const passing: Observer = { onSpanStart: () => ({ runInContext: (work) => work(), end: () => undefined }) };
  const { client } = createScriptedClient([calls("failing"), "Done."]);
  const { messages } = await createAgent({ client, model, tools: [failing], observers: [observer, passing] }).run(
    "Go.",
  );
  expect(messages[2]).toMatchObject({ content: "Error: It is broken." });
  expect(console.error).not.toHaveBeenCalled();
});
