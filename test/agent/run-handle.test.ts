// A run is a promise and an iterable: both orders, both at the same time, and failures.
import { createAgent, AgentError, tool, type RunEvent, type RunResult } from "@patchbay/agent";
import { createScriptedClient, type ScriptedTurn } from "@patchbay/agent/testing";
import { AsyncLocalStorage } from "node:async_hooks";
import { expect, expectTypeOf, test, vi } from "vitest";
import { z } from "zod";

const work = tool({
  name: "work",
  async *execute() {
    yield "half";
    return "worked";
  },
});

const turns: readonly ScriptedTurn[] = [
  { text: "Let me see.", toolCalls: [{ name: "work", arguments: {} }] },
  "It is done.",
];

function start(script: readonly ScriptedTurn[] = turns): {
  run: ReturnType<ReturnType<typeof createAgent>["run"]>;
  count: () => number;
} {
  const { client, requests } = createScriptedClient(script);
  return { run: createAgent({ client, model: "m", tools: [work] }).run("Hi"), count: () => requests.length };
}

async function read(run: AsyncIterable<RunEvent>): Promise<RunEvent[]> {
  const events: RunEvent[] = [];
  for await (const event of run) events.push(event);
  return events;
}

const kindsOf = (events: readonly RunEvent[]): string[] => events.map(({ type }) => type);
const textOf = (events: readonly RunEvent[]): string =>
  events.map((event) => (event.type === "text-delta" ? event.text : "")).join("");

const awaitedKinds = [
  ["step-start", "text-delta", "step-end", "tool-start", "tool-progress", "tool-end"],
  ["step-start", "text-delta", "step-end", "finish"],
].flat();

test("an awaited run gives its events to every later loop, with the text of each step as one event", async () => {
  const { run, count } = start();
  const result = await run;
  for (let loop = 0; loop < 2; loop++) {
    const events = await read(run);
    expect(kindsOf(events)).toEqual(awaitedKinds);
    expect(textOf(events)).toBe("Let me see.It is done.");
  }
  expect(await run).toBe(result);
  expect(count()).toBe(2);
});

test("a loop that begins while the run is awaited gives all of its events", async () => {
  const { run, count } = start();
  const result = run.then(({ text }) => text);
  const loops = await Promise.all([read(run), read(run)]);
  for (const events of loops) expect(kindsOf(events)).toEqual(awaitedKinds);
  expect(await result).toBe("It is done.");
  expect(count()).toBe(2);
});

test("an iterator that was created before the run was awaited receives the kept events", async () => {
  const { run, count } = start();
  const events = run[Symbol.asyncIterator]();
  const result = await run;
  expect(kindsOf(await read({ [Symbol.asyncIterator]: () => events }))).toEqual(awaitedKinds);
  expect([result.text, count()]).toEqual(["It is done.", 2]);
});

test("an iterator that is closed before its first event does not end an awaited run", async () => {
  const { run } = start();
  const events = run[Symbol.asyncIterator]();
  await events.return();
  expect((await run).text).toBe("It is done.");
});

test("leaving a loop over an awaited run does not end it", async () => {
  const { run } = start();
  const result = run.then(({ text }) => text);
  for await (const _ of run) break;
  expect(await result).toBe("It is done.");
});

test("a run that is looped over can be awaited during and after the loop", async () => {
  const { run, count } = start();
  let during: Promise<string> | undefined;
  for await (const _ of run) during ??= run.then(({ text }) => text);
  expect(await during).toBe("It is done.");
  expect((await run).text).toBe("It is done.");
  expect(count()).toBe(2);
});

test.each(["step-start", "text-delta", "tool-start", "tool-progress", "tool-end", "step-end", "finish"])(
  "a run that is awaited within its loop, at an event of the type %s, continues to its end, and the loop receives every event once",
  async (type) => {
    const plain = await read(start().run);
    const { run, count } = start();
    const events: RunEvent[] = [];
    let result: RunResult<unknown> | undefined;
    for await (const event of run) {
      events.push(event);
      if (event.type === type) result = await run;
    }
    expect(result?.text).toBe("It is done.");
    expect(kindsOf(events)).toEqual(kindsOf(plain));
    expect(textOf(events)).toBe(textOf(plain));
    expect(count()).toBe(2);
  },
);

test("a run that fails after it is awaited within its loop throws in both", async () => {
  const { run } = start([turns[0]!, { status: 400 }]);
  let inner: unknown;
  const outer: unknown = await (async () => {
    for await (const { type } of run) if (type === "tool-end") inner = await run.catch((thrown: unknown) => thrown);
  })().catch((thrown: unknown) => thrown);
  expect(inner).toMatchObject({ name: "ApiError", status: 400 });
  expect(outer).toBe(inner);
});

test("leaving a loop ends the run, also when it was awaited within the loop before", async () => {
  const hang = tool({ name: "work", execute: () => new Promise(() => undefined) });
  const { client } = createScriptedClient(turns);
  const run = createAgent({ client, model: "m", tools: [hang] }).run("Hi");
  let error: Promise<unknown> | undefined;
  for await (const { type } of run) {
    error ??= run.catch((thrown: unknown) => thrown);
    if (type === "tool-start") break;
  }
  expect(await error).toMatchObject({ name: "AbortError" });
});

test("leaving an iterator that was created before the run was awaited does not end the run", async () => {
  const { run } = start();
  const events = run[Symbol.asyncIterator]();
  const text = run.then((result) => result.text);
  await events.next();
  await events.return();
  expect(await text).toBe("It is done.");
});

test.each([false, true])(
  "a run has the async context of the call of run(), wherever it is awaited or looped over (loop: %s)",
  async (isLoop) => {
    const context = new AsyncLocalStorage<string>();
    const seen: string[] = [];
    const see = (place: string): void => void seen.push(`${place}: ${context.getStore()}`);
    const inner = createAgent({
      client: createScriptedClient(["Helped."]).client,
      model: "m",
      name: "help",
      instructions: () => {
        see("called agent");
        return "Help.";
      },
    });
    const { client } = createScriptedClient([
      { toolCalls: [{ name: "work", arguments: {} }] },
      { toolCalls: [{ name: "help", arguments: { input: "go" } }] },
      "Done.",
    ]);
    const note = tool({
      name: "work",
      async *execute() {
        see("tool");
        yield 1;
        see("tool after progress");
        return "worked";
      },
    });
    const agent = createAgent({ client, model: "m", tools: [note, inner], stopWhen: () => (see("stopWhen"), false) });
    const run = context.run("A", () => agent.run("Hi"));
    await context.run("B", async () => {
      if (isLoop) for await (const { type, path } of run) if (type === "finish" && path.length === 0) see("loop");
      await run;
    });
    const own = ["tool", "tool after progress", "stopWhen", "called agent", "stopWhen"].map((place) => `${place}: A`);
    expect(seen).toEqual(isLoop ? [...own, "loop: B"] : own);
  },
);

test("a run works where the runtime has no async context", async () => {
  const builtin = vi.spyOn(process, "getBuiltinModule").mockReturnValue(undefined);
  const { run } = start();
  expect(kindsOf(await read(run)).at(-1)).toBe("finish");
  expect(builtin).toHaveBeenCalledWith("node:async_hooks");
  builtin.mockRestore();
});

test("a second loop over a run that was looped over throws with what to do, and sends nothing", async () => {
  const { run, count } = start();
  await read(run);
  const error: unknown = await read(run).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(AgentError);
  expect((error as Error).message).toMatch(/Call run\(\) again/);
  expect(count()).toBe(2);
});

test("a loop over an awaited run that failed receives the events before the failure, and throws it", async () => {
  const { run } = start([turns[0]!, { status: 400 }]);
  const error: unknown = await run.catch((thrown: unknown) => thrown);
  const kinds: string[] = [];
  const again: unknown = await (async () => {
    for await (const { type } of run) kinds.push(type);
  })().catch((thrown: unknown) => thrown);
  expect(again).toBe(error);
  expect(kinds.slice(-2)).toEqual(["tool-end", "step-start"]);
});

test("an awaited run keeps a limited number of progress events", async () => {
  const busy = tool({
    name: "work",
    async *execute() {
      for (let at = 0; at < 5000; at++) yield at;
      return "worked";
    },
  });
  const { client } = createScriptedClient(turns);
  const run = createAgent({ client, model: "m", tools: [busy] }).run("Hi");
  await run;
  const progress = (await read(run)).filter(({ type }) => type === "tool-progress");
  expect(progress).toHaveLength(1000);
});

test("types: a run is a promise, and its typed output is defined when it is completed", async () => {
  const { client } = createScriptedClient(['{"born":1815}']);
  const run = createAgent({ client, model: "m", output: z.object({ born: z.number() }) }).run("Hi");
  const promise: Promise<RunResult<{ born: number }>> = run;
  expect(String(run)).toBe("[object Run]");
  const result = await promise;
  expectTypeOf(result.output).toEqualTypeOf<{ born: number } | undefined>();
  if (result.stopReason !== "completed") throw new Error(result.stopReason);
  expectTypeOf(result.output).toEqualTypeOf<{ born: number }>();
  expect(result.output.born).toBe(1815);
});
