// Processes that crash at any point, and how another process continues.
import { StateError, type RunResult } from "@patchbay/agent";
import fc from "fast-check";
import { expect, test } from "vitest";
import {
  checkHistory,
  decide,
  Process,
  StringStore,
  conversations,
  ConversationLog,
  type Choice,
  type Conversation,
} from "./conversations.ts";

/** Where a process crashes: before or after a save, or while a tool runs. */
type Death = readonly ["before" | "after" | "run", number];

const deaths = fc.array(
  fc.tuple(fc.constantFrom<Death[0][]>("before", "after", "run"), fc.integer({ min: 1, max: 12 })),
  { maxLength: 4 },
);
const lost = /^Error: The process ended before the call had a result/;

/** Runs through these crashes, one process after another, to the end of the conversation. */
async function runThroughCrashes(
  log: ConversationLog,
  ends: readonly Death[],
  concurrency: number,
  choose: () => Choice,
): Promise<void> {
  const agreed = new Set<string>();
  const seen = new Map<string, string>();
  const shelf = new Map<string, string>();
  const left = [...ends];
  for (let lives = 0; lives < 100; lives++) {
    const [where, number] = left.shift() ?? ["never", 0];
    const store: StringStore = new StringStore(
      (save) => (process.isDead || (where === "before" && save === number) ? process.kill() : undefined),
      (save) => (process.isDead || (where === "after" && save === number) ? process.kill() : undefined),
    );
    for (const [session, text] of shelf) store.kept.set(session, text);
    const process = new Process(log, {
      toolConcurrency: concurrency,
      store,
      ...(where === "run" && { killInRun: number - 1 }),
    });
    const state = store.state("s");
    const decisions = decide(state?.pending ?? [], choose, (at, what) => {
      if (what === "approve" || what === "change") agreed.add(at);
    });
    const run = state ? process.agent.resume("s", decisions) : process.agent.run("Do ", { sessionId: "s" });
    const result: RunResult<undefined> | "dead" | "finished" = await Promise.race([
      run.then(undefined, (error: unknown) => {
        if (error instanceof StateError && error.reason === "already_finished") return "finished" as const;
        throw error;
      }),
      process.death.promise,
    ]);
    for (const [session, text] of store.kept) shelf.set(session, text);
    expect(store.most).toBeLessThan(2);
    // A saved result never changes.
    for (const [, what, at] of (shelf.get("s") ?? "").matchAll(/"content":"(done|given|Error: broken) ([\d./]+)"/g))
      seen.set(at!, `${what} ${at}`);
    if (result === "dead" || (result !== "finished" && result.stopReason === "paused")) continue;
    checkHistory(store.state("s")!.messages);
    expect(store.state("s")!.messages.at(-1)).toMatchObject({ role: "assistant", content: "final " });
    for (const { at, kind } of log.runs) if (kind === "asking") expect(agreed).toContain(at);
    // Only a call that may have run is reported as unknown.
    for (const [at, { kind }] of log.calls())
      if (lost.test(log.resultOf(at) ?? ""))
        expect(kind === "asking" ? agreed.has(at) : ["free", "failing", "retrying"].includes(kind)).toBe(true);
    for (const [at, result] of seen) if (log.resultOf(at) !== undefined) expect(log.resultOf(at)).toBe(result);
    return;
  }
  throw new Error("The run came to no end.");
}

test("for any sequence of crashes, no call runs twice unless it may, no saved result is lost, and the run ends", async () => {
  await fc.assert(
    fc.asyncProperty(
      conversations(2),
      deaths,
      fc.constantFrom(1, 2, 5),
      fc.infiniteStream(fc.constantFrom<Choice[]>("approve", "change", "reject", "result", "nothing")),
      async (conversation, ends, concurrency, choices) => {
        const log = new ConversationLog(conversation);
        await runThroughCrashes(log, ends, concurrency, () => choices.next().value);
        expectOnce(log);
      },
    ),
    { numRuns: 200 },
  );
}, 120_000);

function expectOnce(log: ConversationLog): void {
  const keys = new Map<string, string>();
  for (const [at, { kind }] of log.calls()) {
    const runs = log.runs.filter((one) => one.at === at);
    if (kind !== "idempotent" && kind !== "retrying") expect(runs.length, `${at} ${kind}`).toBeLessThan(2);
    expect(new Set(runs.map(({ key }) => key)).size, `keys of ${at}`).toBeLessThan(2);
    for (const { key } of runs) {
      expect(keys.get(key) ?? at).toBe(at);
      keys.set(key, at);
    }
  }
}

const leaf = (kind: Exclude<Call["kind"], "agent">): Call => ({ kind, inner: [] });
type Call = Conversation[number][number];

/** Every point of this conversation at which a process can crash. */
async function findCrashPoints(conversation: Conversation, concurrency: number): Promise<Death[]> {
  const [log, store] = [new ConversationLog(conversation), new StringStore()];
  const { agent } = new Process(log, { toolConcurrency: concurrency, store });
  let result = await agent.run("Do ", { sessionId: "s" });
  while (result.stopReason === "paused")
    result = await agent.resume(
      "s",
      decide(
        result.pending,
        () => "approve",
        () => undefined,
      ),
    );
  const numbers = (count: number): number[] => Array.from({ length: count }, (_, index) => index + 1);
  return [
    ...numbers(store.saves).flatMap((save): Death[] => [
      ["before", save],
      ["after", save],
    ]),
    ...numbers(log.runs.length).map((run): Death => ["run", run]),
  ];
}

test.each([1, 5])("a run with nested agents survives a crash at every point (concurrency %i)", async (many) => {
  const deep: Call = { kind: "agent", inner: [[leaf("free"), leaf("asking")], [leaf("idempotent")]] };
  const conversation: Conversation = [
    [leaf("free"), { kind: "agent", inner: [[deep, leaf("manual"), leaf("failing")]] }, leaf("asking")],
    [leaf("free"), leaf("idempotent")],
  ];
  const points = await findCrashPoints(conversation, many);
  expect(points.length).toBeGreaterThan(30);
  for (const death of points)
    for (const second of [undefined, ["after", 2], ["run", 1]] as const) {
      const log = new ConversationLog(conversation);
      await runThroughCrashes(log, second ? [death, second] : [death], many, () => "approve");
      expectOnce(log);
    }
});

test("an approved call that a crash interrupted is not pending again, and the model is informed", async () => {
  const log = new ConversationLog([[leaf("asking")]]);
  const store = new StringStore();
  await new Process(log, { toolConcurrency: 1, store }).agent.run("Do ", { sessionId: "s" });
  const dying = new Process(log, { toolConcurrency: 1, store, killInRun: 0 });
  await Promise.race([dying.agent.resume("s", { approve: ["c0"] }), dying.death.promise]);
  expect(store.state("s")).not.toHaveProperty("pending");
  const byHand = store.state("s")!;
  const next = new Process(log, { toolConcurrency: 1, store });
  expect(await next.agent.resume("s")).toMatchObject({ stopReason: "completed" });
  expect(log.resultOf("0.0")).toMatch(lost);
  expect(log.runs).toHaveLength(1);
  // The caller can report its result, or run it again with the same key.
  await next.agent.resume(byHand, { results: { c0: "It was paid." } });
  expect(log.resultOf("0.0")).toBe("It was paid.");
  await next.agent.resume(byHand, { approve: ["c0"] });
  expect(log.resultOf("0.0")).toBe("done 0.0");
  expect(new Set(log.runs.map(({ key }) => key)).size).toBe(1);
});

test("pending calls are saved before any call of their step runs, so that they stay pending after a crash", async () => {
  const log = new ConversationLog([[leaf("asking"), leaf("free")]]);
  const store = new StringStore();
  const dying = new Process(log, { toolConcurrency: 1, store, killInRun: 0 });
  await Promise.race([dying.agent.run("Do ", { sessionId: "s" }), dying.death.promise]);
  // The run did not reach its pause.
  expect(store.state("s")!.pending).toMatchObject([{ id: "c0" }]);
  const next = new Process(log, { toolConcurrency: 1, store });
  expect(await next.agent.resume("s")).toMatchObject({ stopReason: "paused", pending: [{ id: "c0" }] });
  expect(await next.agent.resume("s", { approve: ["c0"] })).toMatchObject({ stopReason: "completed" });
  expect(log.resultOf("0.0")).toBe("done 0.0");
  expect(log.resultOf("0.1")).toMatch(lost);
});

test("two runs that resume the same state give their calls different idempotency keys", async () => {
  const log = new ConversationLog([[leaf("free")]]);
  const { agent } = new Process(log, { toolConcurrency: 1 });
  const { state } = await agent.run([
    { role: "user", content: "Do " },
    { role: "assistant", content: "What?" },
  ]);
  expect(log.runs).toHaveLength(0);
  for (const _ of [1, 2]) await agent.run([{ role: "user", content: "Do " }], { state: { ...state, messages: [] } });
  expect(new Set(log.runs.map(({ key }) => key)).size).toBe(2);
});
