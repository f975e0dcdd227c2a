// Every user function that a run waits for, and the two things that end a run: an abort and the timeout.
import {
  createAgent,
  fallback,
  memoryStore,
  tool,
  withFallback,
  type RunInput,
  type RunOptions,
} from "@patchbay/agent";
import { createScriptedClient, type ScriptedTurn } from "@patchbay/agent/testing";
import { Patchbay } from "@patchbay/client";
import { afterAll, beforeAll, expect, test } from "vitest";

type Wait = () => Promise<never>;

interface Row {
  readonly options: (wait: Wait) => object;
  readonly turns?: readonly ScriptedTurn[];
  readonly run?: RunOptions;
  readonly input?: RunInput;
}

const calls: readonly ScriptedTurn[] = [{ toolCalls: [{ name: "work", arguments: {} }] }, "Done."];
const work = tool({ name: "work", execute: () => "worked" });
const memory = memoryStore();
const session = "ada";

function schemaOf(validate: Wait): { jsonSchema: object; schema: object } {
  return { jsonSchema: { type: "object" }, schema: { "~standard": { version: 1, vendor: "test", validate } } };
}

const rows: Readonly<Record<string, Row>> = {
  prepareStep: { options: (step) => ({ prepareStep: step }) },
  stopWhen: { options: (stopWhen) => ({ stopWhen, tools: [work] }), turns: calls },
  "store.load": { options: (load) => ({ store: { ...memory, load } }), run: { sessionId: session } },
  "store.save": { options: (save) => ({ store: { ...memory, save } }), run: { sessionId: session } },
  "the second store.save": {
    options: (wait) => {
      let saves = 0;
      return { store: { ...memory, save: () => (++saves === 1 ? Promise.resolve() : wait()) }, tools: [work] };
    },
    turns: calls,
    run: { sessionId: "new" },
  },
  policy: { options: (apply) => ({ policy: { kind: "policy", apply } }) },
  "policy of a fallback model": {
    options: (apply) => ({ policy: { kind: "policy", apply }, model: fallback(["a", "b"]) }),
  },
  accept: { options: (accept) => ({ model: fallback(["a", "b"], { accept }) }) },
  catalogue: { options: (get) => ({ model: fallback(["a", "b"], { catalog: { get } }) }) },
  "catalogue, when a prompt is too long": {
    options: (wait) => {
      let asked = 0;
      return {
        model: fallback(["a", "b"], {
          catalog: { get: () => (++asked <= 2 ? Promise.resolve({} as never) : wait()) },
        }),
      };
    },
    turns: [{ status: 400, message: "maximum context length exceeded" }, "Done."],
  },
  "output schema": { options: (wait) => ({ output: schemaOf(wait) }), turns: ["{}"] },
  "input schema of a tool": {
    options: (wait) => ({ tools: [tool({ name: "work", inputSchema: schemaOf(wait) as never, execute: () => 1 })] }),
    turns: calls,
  },
  beforeToolCall: { options: (beforeToolCall) => ({ beforeToolCall, tools: [work] }), turns: calls },
  approve: {
    options: (approve) => ({ tools: [tool({ name: "work", needsApproval: approve, execute: () => 1 })] }),
    turns: calls,
  },
  tool: { options: (run) => ({ tools: [tool({ name: "work", execute: run })] }), turns: calls },
  "progress of a tool": {
    options: (wait) => ({
      tools: [
        tool({
          name: "work",
          async *execute() {
            yield 1;
            await wait();
          },
        }),
      ],
    }),
    turns: calls,
  },
  "step of a called agent": {
    options: (step) => {
      const { client } = createScriptedClient(["Helped."]);
      return { tools: [createAgent({ client, model: "m", name: "work", prepareStep: step })] };
    },
    turns: [{ toolCalls: [{ name: "work", arguments: { input: "go" } }] }, "Done."],
  },
  "API key": { options: (apiKey) => ({ client: new Patchbay({ apiKey }) }) },
  fetch: { options: (fetch) => ({ client: new Patchbay({ apiKey: "k", fetch }) }) },
  "fetch of a fallback model": {
    options: (fetch) => ({ client: new Patchbay({ apiKey: "k", fetch }), model: fallback(["a", "b"]) }),
  },
  middleware: { options: (wait) => ({ client: new Patchbay({ apiKey: "k", middleware: [wait] }) }) },
  "summary of a long conversation": {
    options: (fetch) => ({
      client: new Patchbay({ apiKey: "k", fetch }),
      compaction: { maxPromptTokens: 1, keepLast: 1 },
    }),
    input: [
      { role: "user", content: "Write a long story." },
      { role: "assistant", content: "Once upon a time." },
      { role: "user", content: "And then?" },
    ],
  },
};

function botOf(
  { options, turns = ["Done.", "Done."] }: Row,
  wait: Wait,
  more: object = {},
): ReturnType<typeof createAgent> {
  const { client } = createScriptedClient(turns);
  return createAgent({ client, model: "m", ...options(wait), ...more });
}

const unhandled: unknown[] = [];
const note = (reason: unknown): void => void unhandled.push(reason);
beforeAll(() => void process.on("unhandledRejection", note));
afterAll(async () => {
  await new Promise((resolve) => setTimeout(resolve, 50));
  process.off("unhandledRejection", note);
  expect(unhandled).toEqual([]);
});

/** A promise for each call, which settles when the test decides. */
function stuck(): { readonly wait: Wait; readonly begun: Promise<void>; readonly fail: () => void } {
  const begun = Promise.withResolvers<void>();
  const late = Promise.withResolvers<never>();
  const wait = (): Promise<never> => {
    begun.resolve();
    return late.promise;
  };
  return { wait, begun: begun.promise, fail: () => late.reject(new Error("too late")) };
}

for (const [name, row] of Object.entries(rows)) {
  for (const isWatched of [false, true]) {
    const how = isWatched ? "watched" : "awaited";
    test(`an abort ends ${how} runs that wait for: ${name}`, async () => {
      const { wait, begun, fail } = stuck();
      const controller = new AbortController();
      const run = botOf(row, wait).run(row.input ?? "Hi", { ...row.run, signal: controller.signal });
      const end = ended(run, isWatched);
      await begun;
      const reason = new Error("mine");
      controller.abort(reason);
      await expect(end).rejects.toBe(reason);
      fail();
    });
  }

  test(`the timeout ends a run that waits for: ${name}`, async () => {
    const { wait, fail } = stuck();
    const result = await botOf(row, wait, { limits: { timeout: 50 } }).run(row.input ?? "Hi", row.run);
    expect(result).toMatchObject({ stopReason: "timeout", output: undefined, pending: [] });
    fail();
  });

  test(`leaving the loop ends a run that waits for: ${name}`, async () => {
    const { wait, begun, fail } = stuck();
    const run = botOf(row, wait).run(row.input ?? "Hi", row.run);
    const events = run[Symbol.asyncIterator]();
    const first = (async () => {
      while (!(await events.next()).done);
    })().catch(() => undefined);
    await begun;
    await events.return();
    await first;
    fail();
  });
}

async function ended(run: ReturnType<ReturnType<typeof createAgent>["run"]>, isWatched: boolean): Promise<unknown> {
  if (!isWatched) return run;
  for await (const _ of run);
  return undefined;
}

test("the timeout of a sub-agent ends it while its caller's store does not save, and the caller's timeout then ends the caller", async () => {
  const { client: inner } = createScriptedClient([{ toolCalls: [{ name: "work", arguments: {} }] }, "Helped."]);
  const helper = createAgent({ client: inner, model: "m", name: "help", tools: [work], limits: { timeout: 30 } });
  const { client } = createScriptedClient([{ toolCalls: [{ name: "help", arguments: { input: "go" } }] }, "Done."]);
  let saves = 0;
  const save = (): Promise<void> => (++saves < 3 ? Promise.resolve() : new Promise(() => undefined));
  const store = { ...memory, save };
  const agent = createAgent({ client, model: "m", tools: [helper], store, limits: { timeout: 200 } });
  expect((await agent.run("Hi", { sessionId: "nested" })).stopReason).toBe("timeout");
});

test("an abort ends withFallback while it waits for the attempt, the catalog or accept", async () => {
  for (const place of ["attempt", "catalogue", "accept"] as const) {
    const { wait, begun, fail } = stuck();
    const controller = new AbortController();
    const options = {
      ...(place === "catalogue" && { catalog: { get: wait } }),
      ...(place === "accept" && { accept: wait }),
      signal: controller.signal,
    };
    const end = withFallback<number>(["a", "b"], () => (place === "attempt" ? wait() : 1), options);
    await begun;
    const reason = new Error("mine");
    controller.abort(reason);
    await expect(end).rejects.toBe(reason);
    fail();
  }
});

test.each([null, undefined, 0, "", false, "stop", { why: 1 }])(
  "an abort with the reason %j rejects with exactly that",
  async (reason) => {
    for (const model of ["a", fallback(["a", "b"])]) {
      for (const isWatched of [false, true]) {
        const controller = new AbortController();
        const fetch = (request: Request): Promise<Response> =>
          new Promise((_, reject) => request.signal.addEventListener("abort", () => reject(request.signal.reason)));
        const client = new Patchbay({ apiKey: "k", fetch });
        const end = ended(createAgent({ client, model }).run("Hi", { signal: controller.signal }), isWatched);
        setTimeout(() => controller.abort(reason), 5);
        const thrown: unknown = await end.then(
          () => "nothing",
          (error: unknown) => error,
        );
        if (reason === undefined) expect(thrown).toMatchObject({ name: "AbortError" });
        else expect(thrown).toBe(reason);
      }
    }
  },
);

test("a run that was aborted before its start calls none of the caller's functions", async () => {
  const reason = new Error("mine");
  for (const [name, row] of Object.entries(rows)) {
    let called = 0;
    const wait = (): Promise<never> => {
      called++;
      return Promise.reject(new Error("called"));
    };
    const run = botOf(row, wait).run(row.input ?? "Hi", { ...row.run, signal: AbortSignal.abort(reason) });
    await expect(run).rejects.toBe(reason);
    expect([name, called]).toEqual([name, 0]);
  }
});

test("what was saved is known after an abort during a save, so that the session can be continued", async () => {
  const kept = memoryStore();
  const controller = new AbortController();
  let saves = 0;
  const store = {
    ...kept,
    async save(...given: Parameters<typeof kept.save>): Promise<void> {
      if (++saves === 2) controller.abort(new Error("mine"));
      await new Promise((resolve) => setTimeout(resolve, 5));
      await kept.save(...given);
    },
  };
  const { client } = createScriptedClient([...calls, "Later."]);
  const agent = createAgent({
    client,
    model: "m",
    store,
    tools: [tool({ name: "work", idempotent: true, execute: () => 1 })],
  });
  const error: unknown = await agent
    .run("Hi", { sessionId: session, signal: controller.signal })
    .then(undefined, (thrown) => thrown);
  expect(error).toMatchObject({ message: "mine" });
  const { state } = (error as { run: { state: never } }).run;
  expect(await agent.resume(state, {}, { sessionId: session })).toMatchObject({
    text: "Done.",
    stopReason: "completed",
  });
});
