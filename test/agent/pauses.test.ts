// Pauses at every step, in nested agents: no call runs twice, none is lost, and the order is kept.
import type { RunResult, RunState } from "@patchbay/agent";
import fc from "fast-check";
import { expect, test } from "vitest";
import {
  checkHistory,
  decide,
  Process,
  conversations,
  ConversationLog,
  type Choice,
  type Conversation,
} from "./conversations.ts";

const saved = (state: RunState): RunState => JSON.parse(JSON.stringify(state)) as RunState;
const choice = fc.constantFrom<Choice[]>("approve", "change", "reject", "result", "nothing");

test("for any calls and any decisions, no call runs twice, none is lost, and the run ends", async () => {
  await fc.assert(
    fc.asyncProperty(
      conversations(2),
      fc.constantFrom(1, 2, 5),
      fc.infiniteStream(choice),
      fc.infiniteStream(fc.boolean()),
      async (conversation, concurrency, choices, watches) => {
        const log = new ConversationLog(conversation);
        const decided = new Map<string, Choice>();
        const go = async (run: ReturnType<Process["agent"]["run"]>): Promise<RunResult<undefined>> => {
          if (watches.next().value) await Array.fromAsync(run);
          return run;
        };
        let result = await go(new Process(log, { toolConcurrency: concurrency }).agent.run("Do "));
        while (result.stopReason === "paused") {
          checkHistory(result.messages);
          expect(result.state.pending).toEqual(result.pending);
          expect(new Set(result.pending.map(({ id }) => id)).size).toBe(result.pending.length);
          const { agent } = new Process(log, { toolConcurrency: concurrency });
          const decisions = decide(
            result.pending,
            () => choices.next().value,
            (at, what) => decided.set(at, what),
          );
          const before = new Set(log.runs.map(({ at }) => at));
          result = await go(agent.resume(saved(result.state), decisions));
          for (const { at, kind } of log.runs)
            if (kind === "asking" && !before.has(at)) expect(decided.get(at)).toMatch(/approve|change/);
        }
        expect(result).toMatchObject({ stopReason: "completed", text: "final ", pending: [] });
        expect(result.state).not.toHaveProperty("agents");
        checkHistory(result.messages);
        expectOutcomes(log, decided);
      },
    ),
    { numRuns: 150 },
  );
});

/** Each call ran as often as expected, and its model received its outcome. */
function expectOutcomes(log: ConversationLog, decided: ReadonlyMap<string, Choice>): void {
  for (const [at, { kind }] of log.calls()) {
    const runs = log.runs.filter((one) => one.at === at);
    const what = kind === "manual" || kind === "asking" ? (decided.get(at) ?? "nothing") : "approve";
    const isRun = kind !== "manual" && kind !== "agent" && (what === "approve" || what === "change");
    expect(runs.length, `${at} ${kind}`).toBe(isRun ? (kind === "retrying" ? 2 : 1) : 0);
    expect(new Set(runs.map(({ key }) => key)).size).toBeLessThan(2);
    if (isRun) expect(runs[0]!.input).toBe(what === "change" ? "changed" : "as is");
    const expected =
      what === "reject"
        ? `Error: The call was rejected: no ${at}`
        : kind === "manual" || what === "result"
          ? `given ${at}`
          : kind === "failing"
            ? `Error: broken ${at}`
            : kind === "agent"
              ? `final ${at}`
              : `done ${at}`;
    // The model learns that its arguments changed.
    const [result, note] = log.resultOf(at)!.split("\n\n[");
    expect(result, `${at} ${kind}`).toBe(expected);
    expect(note?.includes('"note":"changed"'), `${at} ${kind}`).toBe(isRun && what === "change" ? true : undefined);
  }
  const keys = new Map(log.runs.map(({ at, key }) => [key, at]));
  for (const { at, key } of log.runs) expect(keys.get(key)).toBe(at);
}

test("pending calls are reported in order before any call runs, those of sub-agents at the place of their call", async () => {
  const leaf = (kind: "asking" | "manual" | "free") => ({ kind, inner: [] }) as const;
  const conversation: Conversation = [
    [leaf("manual"), { kind: "agent", inner: [[leaf("free"), leaf("asking")]] }, leaf("asking")],
  ];
  const events = await Array.fromAsync(
    new Process(new ConversationLog(conversation), { toolConcurrency: 5 }).agent.run("Do "),
  );
  const order = events.flatMap((event) =>
    event.type === "tool-pending" || event.type === "tool-start" ? [`${event.type.slice(5)} ${event.id}`] : [],
  );
  expect(order).toEqual(["pending c0", "pending c2", "start c1", "pending c1/c1", "start c0"]);
  const { pending } = await new Process(new ConversationLog(conversation), { toolConcurrency: 5 }).agent.run("Do ");
  expect(pending.map(({ id, manual }) => [id, manual])).toEqual([
    ["c0", true],
    ["c1/c1", undefined],
    ["c2", undefined],
  ]);
});
