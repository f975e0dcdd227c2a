// The hook beforeToolCall, and the scripted client, which reports mistakes of a test.
import {
  createAgent,
  AgentError,
  fallback,
  tool,
  type BeforeToolCall,
  type CallContext,
  type CallRequest,
} from "@patchbay/agent";
import { createScriptedClient } from "@patchbay/agent/testing";
import { describe, expect, test } from "vitest";
import { z } from "zod";

const model = "any/model";

/** A tool that counts its runs. */
function counted(options: object = {}): { tool: ReturnType<typeof tool>; runs: unknown[] } {
  const runs: unknown[] = [];
  const made = tool({
    name: "send",
    inputSchema: z.object({ to: z.string().toLowerCase() }),
    execute: (input) => {
      runs.push(input);
      return "sent";
    },
    ...options,
  });
  return { tool: made, runs };
}

const call = (to: unknown = "Ada"): object => ({ toolCalls: [{ name: "send", arguments: { to } }] });

/** A run with one call; returns what the model receives for it. */
async function resultOf(
  beforeToolCall: BeforeToolCall,
  options: object = {},
): Promise<{ result: unknown; runs: unknown[] }> {
  const { client, requests, assertComplete: assertDone } = createScriptedClient([call(), "Done."]);
  const { tool: send, runs } = counted(options);
  await createAgent({ client, model, tools: [send], beforeToolCall }).run("?");
  assertDone();
  return { result: requests[1]!.messages.at(-1)!.content, runs };
}

describe("beforeToolCall", () => {
  test.each<[what: string, verdict: unknown, words: string]>([
    ["a reason", { block: "Not to her." }, "Error: The call was blocked: Not to her."],
    ["false", false, "Error: The call was blocked."],
    ["a promise of a reason", Promise.resolve({ block: "Not to her." }), "Error: The call was blocked: Not to her."],
  ])("%s blocks the call, and the model receives the reason", async (_, verdict, words) => {
    expect(await resultOf(() => verdict as never)).toEqual({ result: words, runs: [] });
  });

  test.each([undefined, null, true, Promise.resolve(undefined)])("%j lets the call run", async (verdict) => {
    expect(await resultOf(() => verdict as never)).toEqual({ result: "sent", runs: [{ to: "ada" }] });
  });

  test("beforeToolCall receives the input as the schema returned it, and the origin of the call", async () => {
    const seen: [CallRequest, CallContext][] = [];
    await resultOf((given, context) => void seen.push([given, { ...context, messages: [...context.messages] }]));
    expect(seen).toMatchObject([
      [
        { name: "send", input: { to: "ada" }, id: expect.any(String) as string },
        { step: 1, path: [], messages: [{ role: "user" }, { role: "assistant" }] },
      ],
    ]);
    expect(seen[0]![1].signal).toBeInstanceOf(AbortSignal);
  });

  test("beforeToolCall is not called for calls that cannot run", async () => {
    const seen: string[] = [];
    const { client } = createScriptedClient([
      {
        toolCalls: [
          { name: "send", arguments: { to: 5 } },
          { name: "gone", arguments: {} },
          { name: "send", arguments: "{" },
        ],
      },
      "Done.",
    ]);
    const { tool: send } = counted();
    await createAgent({ client, model, tools: [send], beforeToolCall: ({ name }) => void seen.push(name) }).run("?");
    expect(seen).toEqual([]);
  });

  test("a blocked call does not need approval, and does not wait for a result from outside", async () => {
    const options = [{ needsApproval: true }, { execute: undefined }];
    for (const one of options)
      expect(await resultOf(() => ({ block: "No." }), one)).toEqual({
        result: "Error: The call was blocked: No.",
        runs: [],
      });
  });

  test("an approved call is checked again, with the changed input", async () => {
    const { client, requests } = createScriptedClient([call(), "Done."]);
    const { tool: send, runs } = counted({ needsApproval: true });
    const seen: unknown[] = [];
    const beforeToolCall: BeforeToolCall = ({ input }) => {
      seen.push(input);
      return seen.length > 1 ? { block: "Not to him." } : undefined;
    };
    const agent = createAgent({ client, model, tools: [send], beforeToolCall });
    const { state, pending } = await agent.run("?");
    await agent.resume(state, { approve: { [pending[0]!.id]: { to: "Bob" } } });
    expect(seen).toEqual([{ to: "ada" }, { to: "bob" }]);
    expect(runs).toEqual([]);
    expect(JSON.stringify(requests[1]!.messages)).toContain("Not to him.");
  });

  test("beforeToolCall applies inside sub-agents, before their own hook, and can block the sub-agent itself", async () => {
    const order: string[] = [];
    const { tool: send, runs } = counted();
    const script = createScriptedClient([call(), "I could not."]);
    const clerk = createAgent({
      client: script.client,
      model,
      name: "clerk",
      tools: [send],
      beforeToolCall: ({ name }) => void order.push(`clerk ${name}`),
    });
    const run = async (blocked: string): Promise<void> => {
      const { client } = createScriptedClient([
        { toolCalls: [{ name: "clerk", arguments: { input: "Send." } }] },
        "Done.",
      ]);
      const boss = createAgent({
        client,
        model,
        tools: [clerk],
        beforeToolCall: ({ name }, { path }) => {
          order.push(`boss ${name} ${path.length}`);
          return name === blocked ? { block: "No." } : undefined;
        },
      });
      await boss.run("?");
    };
    await run("clerk");
    expect(script.requests).toHaveLength(0);
    await run("send");
    expect(order).toEqual(["boss clerk 0", "boss clerk 0", "boss send 1"]);
    expect(runs).toEqual([]);
    expect(script.requests[1]!.messages.at(-1)!.content).toContain("blocked: No.");
  });

  test("an error of beforeToolCall ends the run before any call of the step runs", async () => {
    const { client, requests } = createScriptedClient([
      {
        toolCalls: [
          { name: "send", arguments: { to: "a" } },
          { name: "send", arguments: { to: "b" } },
        ],
      },
    ]);
    const { tool: send, runs } = counted();
    const mine = new Error("mine");
    const beforeToolCall: BeforeToolCall = ({ input }) => {
      if ((input as { to: string }).to === "b") throw mine;
    };
    await expect(createAgent({ client, model, tools: [send], beforeToolCall }).run("?")).rejects.toBe(mine);
    expect(runs).toEqual([]);
    expect(requests).toHaveLength(1);
  });

  test.each(["no", 5, {}, { block: true }, { blocked: "No." }, []])("the verdict %j is rejected", async (verdict) => {
    const work = resultOf(() => verdict as never);
    await expect(work).rejects.toThrow(AgentError);
    await expect(work).rejects.toThrow(/`beforeToolCall` must return/);
  });

  test("an abort and the timeout end a hook that never resolves", async () => {
    const { tool: send } = counted();
    const make = (options: object, beforeToolCall: BeforeToolCall): ReturnType<typeof createAgent> =>
      createAgent({
        client: createScriptedClient([call()]).client,
        model,
        tools: [send],
        beforeToolCall,
        ...options,
      }) as never;
    const controller = new AbortController();
    const waiting = make({}, () => {
      controller.abort(new Error("mine"));
      return new Promise<never>(() => undefined);
    });
    await expect(waiting.run("?", { signal: controller.signal })).rejects.toThrow("mine");
    const slow = make({ limits: { timeout: 50 } }, () => new Promise<never>(() => undefined));
    expect((await slow.run("?")).stopReason).toBe("timeout");
  });

  test("a loop receives the blocked call with its error", async () => {
    const { client } = createScriptedClient([call(), "Done."]);
    const { tool: send } = counted();
    const events = await Array.fromAsync(
      createAgent({ client, model, tools: [send], beforeToolCall: () => ({ block: "No." }) }).run("?"),
    );
    expect(events.filter(({ type }) => type.startsWith("tool-e"))).toMatchObject([
      { name: "send", output: undefined, error: "The call was blocked: No." },
    ]);
  });
});

describe("createScriptedClient", () => {
  test("assertComplete names turns that were not requested", async () => {
    const { client, assertComplete: assertDone } = createScriptedClient([
      "One.",
      call(),
      { status: 503 },
      () => "Four.",
      { text: "Five." },
    ]);
    await createAgent({ client, model }).run("?");
    expect(assertDone).toThrow(
      [
        "Turn 2 of 5 was not requested: a call of send.",
        "Turn 3 of 5 was not requested: status 503.",
        "Turn 4 of 5 was not requested: a function.",
        'Turn 5 of 5 was not requested: "Five.".',
      ].join("\n"),
    );
  });

  test("assertComplete names each request without a turn, also one whose failure the code under test catches", async () => {
    const { client, assertComplete: assertDone } = createScriptedClient(["One."]);
    const agent = createAgent({ client, model });
    await agent.run("first");
    await expect(agent.run("second")).rejects.toThrow(/Request 2 has no turn: the script has 1 turns.*user: "second"/);
    await expect(agent.run("third")).rejects.toThrow(/Request 3/);
    expect(assertDone).toThrow(/Request 2 has no turn.*\nRequest 3 has no turn/);
  });

  test.each(["run", "loop", "fallback"])("an error of a turn function is thrown unchanged (%s)", async (how) => {
    const mine = new Error("expected 3 messages");
    const { client, assertComplete: assertDone } = createScriptedClient([
      () => {
        throw mine;
      },
    ]);
    const run = createAgent({ client, model: how === "fallback" ? fallback(["a", "b"]) : model }).run("?");
    await expect(how === "loop" ? Array.fromAsync(run) : run).rejects.toBe(mine);
    expect(assertDone).toThrow(/Turn 1 of 1 threw: expected 3 messages/);
  });

  test("a turn function can be async", async () => {
    const { client } = createScriptedClient([async () => "Later."]);
    expect((await createAgent({ client, model }).run("?")).text).toBe("Later.");
  });

  test.each([undefined, null, {}, "", "{}", "{"])(
    "arguments that are %j are sent, whole and streamed",
    async (given) => {
      const seen: unknown[] = [];
      const look = tool({ name: "look", execute: () => "seen" });
      for (const how of ["run", "loop"]) {
        const {
          client,
          requests,
          assertComplete: assertDone,
        } = createScriptedClient([{ toolCalls: [{ name: "look", arguments: given }] }, "Done."]);
        const run = createAgent({ client, model, tools: [look] }).run("?");
        await (how === "loop" ? Array.fromAsync(run) : run);
        assertDone();
        seen.push(requests[1]!.messages.at(-1)!.content);
      }
      expect(seen[0]).toEqual(seen[1]);
    },
  );

  test.each<[turn: unknown, hint: string]>([
    [{ content: "Hi." }, "`text`"],
    [{ tool_calls: [] }, "`toolCalls`"],
    [{ calls: [] }, "`toolCalls`"],
    [{ toolcalls: [] }, "`toolCalls`"],
    [{ text: 5 }, "`text`"],
    [{ toolCalls: { name: "a" } }, "`toolCalls`"],
    [{ toolCalls: [{ name: "a", args: {} }] }, "`arguments`"],
    [{ toolCalls: [{ arguments: {} }] }, "`name`"],
    [{ status: "503" }, "`status`"],
    [5, "turn 1"],
    [null, "turn 1"],
    [undefined, "turn 1"],
  ])("the turn %j is rejected, with %s", async (turn, hint) => {
    expect(() => createScriptedClient([turn as never])).toThrow(AgentError);
    expect(() => createScriptedClient([turn as never])).toThrow(hint);
    const { client } = createScriptedClient([() => turn as never]);
    await expect(createAgent({ client, model }).run("?")).rejects.toThrow(hint);
  });
});
