// Human approval: the run pauses and resumes, no call runs twice, and none is lost.
import { createAgent, StateError, tool, type Agent, type RunState } from "@patchbay/agent";
import { createScriptedClient, type ScriptedClient, type ScriptedTurn } from "@patchbay/agent/testing";
import fc from "fast-check";
import { expect, test } from "vitest";
import { z } from "zod";

const model = "any/model";
const saved = (state: RunState): RunState => JSON.parse(JSON.stringify(state)) as RunState;

function bank(turns: readonly ScriptedTurn[]): {
  agent: Agent<undefined>;
  ran: string[];
  requests: ScriptedClient["requests"];
} {
  const ran: string[] = [];
  const { client, requests } = createScriptedClient(turns);
  const pay = tool({
    name: "pay",
    inputSchema: z.object({ amount: z.number().max(1000) }),
    needsApproval: ({ amount }) => amount > 10,
    execute: ({ amount }, { toolCallId: id }) => (ran.push(`pay ${amount} ${id}`), `paid ${amount}`),
  });
  const look = tool({ name: "look", execute: (_, { toolCallId: id }) => (ran.push(`look ${id}`), "12 left") });
  return { agent: createAgent({ client, model, tools: [pay, look] }), ran, requests };
}

const calls = (...all: readonly (readonly [string, object])[]): ScriptedTurn => ({
  toolCalls: all.map(([name, given]) => ({ name, arguments: given })),
});

test("a call that needs approval is pending, the other calls of its step have run, and the state is plain JSON", async () => {
  const { agent, ran, requests } = bank([
    calls(["look", {}], ["pay", { amount: 50 }], ["pay", { amount: 5 }]),
    "All is paid.",
  ]);
  const first = await agent.run("Pay.");
  expect(first).toMatchObject({
    stopReason: "paused",
    pending: [{ id: "call_1_1", name: "pay", input: { amount: 50 } }],
  });
  expect(ran).toEqual(["look call_1_0", "pay 5 call_1_2"]);
  const second = await agent.resume(saved(first.state), { approve: ["call_1_1"] });
  expect(second).toMatchObject({ stopReason: "completed", text: "All is paid.", pending: [] });
  expect(ran).toEqual(["look call_1_0", "pay 5 call_1_2", "pay 50 call_1_1"]);
  // The results keep the order of the calls.
  expect(requests[1]!.messages.slice(-3).map(({ content }) => content)).toEqual(["12 left", "paid 50", "paid 5"]);
});

test("the model receives the reason of a rejection", async () => {
  const { agent, ran, requests } = bank([calls(["pay", { amount: 50 }]), "Then not."]);
  const { state } = await agent.run("Pay.");
  expect((await agent.resume(saved(state), { reject: { call_1_0: "too much" } })).text).toBe("Then not.");
  expect(ran).toEqual([]);
  expect(requests[1]!.messages.at(-1)).toMatchObject({ content: "Error: The call was rejected: too much" });
});

test("an approval can change the input, which is validated again", async () => {
  const { agent, ran, requests } = bank([calls(["pay", { amount: 50 }], ["pay", { amount: 60 }]), "Done."]);
  const { state } = await agent.run("Pay.");
  await agent.resume(saved(state), { approve: { call_1_0: { amount: 40 }, call_1_1: { amount: 5000 } } });
  expect(ran).toEqual(["pay 40 call_1_0"]);
  expect(requests[1]!.messages.at(-1)!.content).toMatch(/^Error: The arguments do not match the schema: \/amount/);
});

test("calls without a decision stay pending", async () => {
  const { agent, ran } = bank([calls(["pay", { amount: 50 }], ["pay", { amount: 60 }]), "Done."]);
  const first = await agent.run("Pay.");
  const second = await agent.resume(saved(first.state), { approve: ["call_1_1"] });
  expect(second).toMatchObject({ stopReason: "paused", pending: [{ id: "call_1_0" }] });
  const third = await agent.resume(saved(second.state), { approve: ["call_1_0"] });
  expect(third.text).toBe("Done.");
  expect(ran).toEqual(["pay 60 call_1_1", "pay 50 call_1_0"]);
  expect(third.messages.filter(({ role }) => role === "tool").map(({ content }) => content)).toEqual([
    "paid 50",
    "paid 60",
  ]);
});

test("an approval applies to one call: a later call with the same id needs approval again", async () => {
  const again = (): ScriptedTurn => ({ toolCalls: [{ name: "pay", arguments: { amount: 50 }, id: "same" }] });
  const { agent, ran } = bank([again(), again(), "Done."]);
  const first = await agent.run("Pay.");
  const second = await agent.resume(saved(first.state), { approve: ["same"] });
  expect(second.stopReason).toBe("paused");
  expect(ran).toHaveLength(1);
});

test("in a loop, the pause is an event and ends the loop", async () => {
  const { agent } = bank([calls(["pay", { amount: 50 }]), "Done."]);
  const events = await Array.fromAsync(agent.run("Pay."));
  expect(events.filter(({ type }) => type.startsWith("tool-") && type !== "tool-call-delta")).toEqual([
    { type: "tool-pending", id: "call_1_0", name: "pay", input: { amount: 50 }, path: [] },
  ]);
  expect(events.at(-1)).toMatchObject({ type: "finish", stopReason: "paused" });
});

test("a sub-agent that pauses also pauses its caller, and both continue where they stopped", async () => {
  const child = bank([calls(["look", {}], ["pay", { amount: 50 }]), "It is paid."]);
  const named = { ...child.agent, name: "treasurer" };
  const parent = createScriptedClient([
    { toolCalls: [{ name: "treasurer", arguments: { input: "Pay." } }] },
    "All is well.",
  ]);
  const agent = createAgent({ client: parent.client, model, tools: [named] });
  const first = await agent.run("Pay.");
  expect(first).toMatchObject({ stopReason: "paused", pending: [{ id: "call_1_0/call_1_1", name: "pay" }] });
  const second = await agent.resume(saved(first.state), { approve: ["call_1_0/call_1_1"] });
  expect(second).toMatchObject({ stopReason: "completed", text: "All is well.", pending: [] });
  expect(child.ran).toEqual(["look call_1_0", "pay 50 call_1_1"]);
  expect(parent.requests[1]!.messages.at(-1)).toMatchObject({ role: "tool", content: "It is paid." });
  expect(child.requests).toHaveLength(2);
});

test("the id of a sub-agent's event can be used in a decision", async () => {
  const child = bank([calls(["pay", { amount: 50 }]), "It is paid."]);
  const parent = createScriptedClient([
    { toolCalls: [{ name: "treasurer", arguments: { input: "Pay." } }] },
    "All is well.",
  ]);
  const agent = createAgent({ client: parent.client, model, tools: [{ ...child.agent, name: "treasurer" }] });
  const run = agent.run("Pay.");
  const ids = (await Array.fromAsync(run)).flatMap((event) => (event.type === "tool-pending" ? [event.id] : []));
  expect(ids).toEqual((await run).pending.map(({ id }) => id));
  expect((await agent.resume((await run).state, { approve: ids })).text).toBe("All is well.");
});

test("a `needsApproval` that never settles does not delay an abort, and no call has begun", async () => {
  const asked = Promise.withResolvers<void>();
  const stuck = tool({
    name: "stuck",
    needsApproval: () => (asked.resolve(), new Promise<boolean>(() => {})),
    execute: () => 1,
  });
  const { client } = createScriptedClient([calls(["stuck", {}])]);
  const controller = new AbortController();
  const reason = new Error("enough");
  const run = createAgent({ client, model, tools: [stuck] }).run("Go.", { signal: controller.signal });
  void asked.promise.then(() => controller.abort(reason));
  await expect(run).rejects.toBe(reason);
  expect(run.report!.state.messages.map(({ role }) => role)).toEqual(["user"]);
});

test("a state that does not match is rejected before any request", async () => {
  const { agent, requests } = bank([calls(["pay", { amount: 50 }]), "Done."]);
  const { state } = await agent.run("Pay.");
  const done = await bank(["Done."]).agent.run("Hi");
  const other = createAgent({ client: createScriptedClient([]).client, model });
  const forged = { ...saved(state), pending: [{ id: "call_9", name: "pay", input: {} }] };
  for (const [resume, message] of [
    [() => agent.resume(done.state, {}), /The run of this state is finished/],
    [() => agent.resume({ ...saved(state), version: 3 } as never, {}), /version 3/],
    [
      () => agent.resume(forged, { approve: ["call_9"] }),
      /not in the last message of the state. It may have been modified/,
    ],
    [() => other.resume(saved(state), { approve: ["call_1_0"] }), /no tool pay. The state may belong to another agent/],
    [() => agent.resume(saved(state), { approve: ["call_7"] }), /call_7 is not pending. Pending calls: call_1_0/],
    [
      () => agent.resume(saved(state), { approve: ["call_1_0"], reject: { call_1_0: "no" } }),
      /The call call_1_0 has two decisions/,
    ],
  ] as const) {
    await expect(resume()).rejects.toBeInstanceOf(StateError);
    await expect(resume()).rejects.toThrow(message);
  }
  expect(requests).toHaveLength(1);
});

test("for any decisions in any order, each call runs once or never, and each has its result", async () => {
  const amounts = fc.array(fc.constantFrom(1, 5, 20, 50, 100), { minLength: 1, maxLength: 5 });
  await fc.assert(
    fc.asyncProperty(
      amounts,
      fc.infiniteStream(fc.boolean()),
      fc.infiniteStream(fc.boolean()),
      async (given, now, yes) => {
        const { agent, ran } = bank([calls(...given.map((amount) => ["pay", { amount }] as const)), "Done."]);
        let result = await agent.run("Pay.");
        const refused = new Set<string>();
        while (result.stopReason === "paused") {
          const approve: string[] = [];
          const reject: Record<string, string> = {};
          for (const { id } of result.pending)
            if (now.next().value) {
              if (yes.next().value) approve.push(id);
              else {
                reject[id] = "no";
                refused.add(id);
              }
            }
          if (approve.length === 0 && Object.keys(reject).length === 0) approve.push(result.pending[0]!.id);
          result = await agent.resume(saved(result.state), { approve, reject });
        }
        expect(result.text).toBe("Done.");
        const ids = given.map((_, index) => `call_1_${index}`);
        // The same call three times in a row gets a note, the fourth does not run: the model receives both.
        const results = result.messages.filter(({ role }) => role === "tool");
        expect(results.map((message) => (message as { tool_call_id?: string }).tool_call_id)).toEqual(ids);
        const runs = ran.map((line) => line.split(" ").at(-1)!);
        expect(new Set(runs).size).toBe(runs.length);
        for (const id of runs) expect(refused.has(id)).toBe(false);
      },
    ),
    { numRuns: 80 },
  );
});
