// Limits in random trees of agents: models with every kind of fallback, slow hooks, summaries, and limits of their own.
import {
  createAgent,
  AgentError,
  fallback,
  tool,
  type Agent,
  type CooldownState,
  type Fallback,
  type Observer,
} from "@patchbay/agent";
import { createScriptedClient, type ScriptedTurn } from "@patchbay/agent/testing";
import { ApiError, Patchbay, type ChatCompletionRequest } from "@patchbay/client";
import fc from "fast-check";
import { expect, onTestFinished, test, vi } from "vitest";
import { z } from "zod";
import { done } from "../support/fake-time.ts";

type Model = "plain" | "picky" | "hedged" | "failing";

interface Node {
  readonly children: readonly Node[];
  readonly model: Model;
  /** Turns of the event loop that `prepareStep` takes, at most. */
  readonly slow: number;
  readonly compacts: boolean;
  readonly concurrency: number;
  readonly limit: number | undefined;
}

function nodes(depth: number): fc.Arbitrary<Node> {
  return fc.record({
    children:
      depth === 0 ? fc.constant([]) : fc.array(nodes(depth - 1), { minLength: depth - 1, maxLength: 4, size: "max" }),
    model: fc.constantFrom<Model[]>("plain", "picky", "hedged", "failing"),
    slow: fc.nat(20),
    compacts: fc.boolean(),
    concurrency: fc.integer({ min: 1, max: 4 }),
    limit: fc.option(fc.integer({ min: 1, max: 40 }), { nil: undefined }),
  });
}

type Chance = (below: number) => number;

async function pause(turns: number): Promise<void> {
  for (let turn = 0; turn < turns; turn++) await new Promise((resolve) => setImmediate(resolve));
}

/** A random model: slow, failing, and calling the tools it is offered. A response costs 0 to 9 USD, and as many tokens. */
function spender(chance: Chance): Patchbay {
  let count = 0;
  const say = (request: ChatCompletionRequest): { message: object; usage: object } => {
    count++;
    const turn = request.messages.filter(({ role }) => role === "assistant").length;
    const names = (request.tools ?? []).flatMap((one) => (one.type === "function" ? one.function.name : []));
    const called = turn < 6 ? names.filter(() => chance(3) > 0) : [];
    const calls = called.map((name, index) => ({
      index,
      id: `call_${count}_${index}`,
      type: "function",
      function: { name, arguments: JSON.stringify({ input: `go ${count}`, n: count }) },
    }));
    const cost = chance(10);
    return {
      message: {
        role: "assistant",
        content: "so ".repeat(200),
        ...(calls.length > 0 && { tool_calls: calls }),
      },
      usage: { prompt_tokens: 500 * turn, completion_tokens: 0, total_tokens: cost || 1e-9, cost },
    };
  };
  return new Patchbay({
    apiKey: "k",
    maxRetries: 0,
    async fetch(request) {
      const body = (await request.json()) as ChatCompletionRequest;
      // Some responses take longer than a hedge or a pause between two attempts.
      if (chance(3) === 0) await new Promise((resolve) => setTimeout(resolve, 1 + chance(4)));
      else await pause(chance(12));
      if (body.model !== "m" && chance(6) === 0)
        return Response.json({ error: { code: 503, message: "busy" } }, { status: 503 });
      const { message, usage } = say(body);
      const head = { id: "g", model: body.model };
      if (!body.stream)
        return Response.json({ ...head, choices: [{ index: 0, finish_reason: "stop", message }], usage });
      const chunks = [{ choices: [{ index: 0, delta: message, finish_reason: "stop" }] }, { choices: [], usage }];
      const text = chunks.map((chunk) => `data: ${JSON.stringify({ ...head, ...chunk })}\n\n`).join("");
      return new Response(`${text}data: [DONE]\n\n`, { headers: { "content-type": "text/event-stream" } });
    },
  });
}

function modelOf(kind: Model, chance: Chance): string | Fallback {
  const all = ["a", "b", "c"];
  if (kind === "plain") return "m";
  if (kind === "hedged") return fallback(all, { hedge: { delay: 1, maxRatio: 1 }, retryDelay: 1 });
  const on = kind === "failing" ? ({ rejected: "retry" } as const) : {};
  const accept = async (): Promise<boolean> => {
    await pause(chance(3));
    return chance(3) > 0;
  };
  return fallback(all, { retryDelay: 1, actions: on, accept });
}

test.each(["maxCost", "maxTotalTokens"] as const)(
  "no request starts after a limit of %s of the run, or of a calling run, is reached",
  async (unit) => {
    const property = fc.asyncProperty(
      nodes(2),
      fc.integer({ min: 1, max: 120 }),
      fc.infiniteStream(fc.noBias(fc.nat(1000))),
      fc.boolean(),
      async (root, limit, noise, isWatched) => {
        const chance: Chance = (below) => noise.next().value % below;
        const client = spender(chance);
        let [spent, late] = [0, 0];
        const observe: Observer = {
          onSpanStart({ type }) {
            if (type !== "attempt") return undefined;
            if (spent >= limit) late++;
            return { end: ({ usage }) => void (spent += Math.floor(usage?.total_tokens ?? 0)) };
          },
        };
        const work = tool({
          name: "work",
          inputSchema: z.object({ n: z.number() }),
          async execute() {
            await pause(chance(8));
            return "x".repeat(500);
          },
        });
        const make = (node: Node, name: string): Agent<undefined> =>
          createAgent({
            client,
            name,
            model: modelOf(node.model, chance),
            toolConcurrency: node.concurrency,
            tools: [work, ...node.children.map((child, at) => make(child, `${name}_${at}`))],
            prepareStep: () => pause(chance(node.slow + 1)).then(() => undefined),
            compaction: node.compacts ? { maxPromptTokens: 300, keepLast: 1 } : undefined,
            ...(name === "root"
              ? { observers: observe, allowFinalResponse: false, limits: { [unit]: limit, maxSteps: 10 } }
              : { limits: { [unit]: node.limit } }),
          });
        const run = make(root, "root").run("Go.");
        const failure: unknown = await (async () => {
          if (isWatched) for await (const _ of run);
          return run.then(() => undefined);
        })().catch((error: unknown) => error);
        // Every model of a fallback can fail, or have its responses rejected.
        if (failure instanceof AgentError)
          expect(failure.message).toMatch(/^`accept` rejected the completions of a, b, c/);
        else if (failure !== undefined) expect(failure).toBeInstanceOf(ApiError);
        expect(late).toBe(0);
      },
    );
    await fc.assert(property, { numRuns: 60 });
  },
);

test.each([
  ["the pause before a retry", { retryDelay: 40 }, { a: 1 }, ["a"]],
  ["the time until a hedge", { hedge: { delay: 40, maxRatio: 1 } }, {}, ["a"]],
])(
  "a sub-agent whose caller's limit is reached during %s sends no further request, and no model enters cooldown",
  async (_, rules, failures, asked) => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance", "Date"] });
    onTestFinished(() => void vi.useRealTimers());
    const state: CooldownState = {};
    const models: string[] = [];
    const chunk = { id: "g", choices: [{ index: 0, delta: { content: "Hi." }, finish_reason: "stop" }] };
    const slow = new Patchbay({
      apiKey: "k",
      maxRetries: 0,
      async fetch(request) {
        models.push(((await request.json()) as ChatCompletionRequest).model!);
        if ("retryDelay" in rules) return Response.json({ error: { code: 503, message: "busy" } }, { status: 503 });
        await new Promise((resolve) => setTimeout(resolve, 80));
        return new Response(`data: ${JSON.stringify(chunk)}\n\ndata: [DONE]\n\n`, {
          headers: { "content-type": "text/event-stream" },
        });
      },
    });
    // After the first failure, and before the pause ends.
    const spend = async (): Promise<ScriptedTurn> => {
      await new Promise((resolve) => setTimeout(resolve, 15));
      return { text: "Spent.", cost: 1 };
    };
    const waits = createAgent({
      client: slow,
      name: "waits",
      model: fallback(["a", "b"], { ...rules, cooldown: { state } }),
    });
    const spends = createAgent({ client: createScriptedClient([spend]).client, name: "spends", model: "m" });
    const { client } = createScriptedClient([
      { toolCalls: ["waits", "spends"].map((name) => ({ name, arguments: { input: "go" } })) },
    ]);
    const run = createAgent({ client, model: "m", tools: [waits, spends], limits: { maxCost: 1 } }).run("Go.");
    const result = await done(run);
    expect([result.stopReason, result.cost]).toEqual(["max_cost", 1]);
    expect(models).toEqual(asked);
    expect(Object.fromEntries(Object.entries(state).map(([model, known]) => [model, known.failures]))).toEqual(
      failures,
    );
  },
);
