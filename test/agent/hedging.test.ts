// Hedging: a second request while the first model is slow. The test controls the time, so that nothing depends on the speed of the machine.
import {
  createAgent,
  getAttempts,
  fallback,
  withFallback,
  type CooldownState,
  type FallbackOptions,
  type RunEvent,
  type RunResult,
} from "@patchbay/agent";
import { Patchbay } from "@patchbay/client";
import { createMockServer } from "@patchbay/mock-server";
import fc from "fast-check";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { done } from "../support/fake-time.ts";

beforeEach(() => void vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance", "Date"] }));
afterEach(() => {
  // A remaining timer would keep the process alive.
  expect(vi.getTimerCount()).toBe(0);
  vi.useRealTimers();
});

/** What a model does: after some milliseconds it starts, or fails with a status. A started response completes or breaks off. */
interface Play {
  readonly at: number;
  readonly how: "answers" | "breaks" | number;
  /** Whether the headers arrive immediately, long before the text. */
  readonly headersFirst?: boolean;
}

/** One request, and whether the caller still waited for its response at the end. */
interface Asked {
  readonly model: string;
  readonly at: number;
  isCanceled: boolean;
  isWhole: boolean;
}

/** An API whose models follow their scripts. */
function stage(plays: Readonly<Record<string, Play>>): {
  client: Patchbay;
  asked: Asked[];
  requestLog: () => string[];
} {
  const asked: Asked[] = [];
  const fetch = async (request: Request): Promise<Response> => {
    const { model } = (await request.json()) as { model: string };
    const entry: Asked = { model, at: Date.now(), isCanceled: false, isWhole: false };
    asked.push(entry);
    const { signal } = request;
    const play = plays[model]!;
    const wait = (ms: number): Promise<void> =>
      new Promise((resolve, reject) => {
        const timer = setTimeout(resolve, ms);
        const leave = (): void => {
          clearTimeout(timer);
          entry.isCanceled = !entry.isWhole;
          reject(signal.reason as Error);
        };
        if (signal.aborted) leave();
        else signal.addEventListener("abort", leave);
      });
    const chunk = (delta: object, finish: string | null, more: object = {}): string =>
      `data: ${JSON.stringify({ id: `gen-${model}`, object: "chat.completion.chunk", created: 0, model, provider: "P", choices: [{ index: 0, delta, finish_reason: finish }], ...more })}\n\n`;
    const { at, how, headersFirst } = play;
    if (!headersFirst) await wait(at);
    if (typeof how === "number")
      return Response.json({ error: { code: how, message: `${model} refuses` } }, { status: how });
    const encoder = new TextEncoder();
    const body = new ReadableStream<Uint8Array>({
      async start(controller) {
        const send = (text: string): void => controller.enqueue(encoder.encode(text));
        try {
          send(chunk({ role: "assistant", content: "" }, null));
          if (headersFirst) await wait(at);
          send(chunk({ content: `${model} says ` }, null));
          await wait(5);
          if (how === "breaks") return controller.error(new TypeError("gone"));
          const usage = { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2, cost: 0.5 };
          send(`${chunk({ content: "this." }, "stop", { usage })}data: [DONE]\n\n`);
          entry.isWhole = true;
          controller.close();
        } catch (error) {
          controller.error(error);
        }
      },
    });
    const headers = { "content-type": "text/event-stream", "x-generation-id": `gen-${model}` };
    return new Response(body, { headers });
  };
  return {
    client: new Patchbay({ apiKey: "sk", fetch }),
    asked,
    requestLog: () => asked.map(({ model, isCanceled }) => (isCanceled ? `${model} left` : model)),
  };
}

type Stage = ReturnType<typeof stage>;

function agent(
  { client }: Stage,
  models: readonly string[],
  options: FallbackOptions = {},
): ReturnType<typeof createAgent> {
  return createAgent({
    client,
    model: fallback(models, { retryDelay: 1, hedge: { delay: 50, maxRatio: 1 }, ...options }),
  });
}

const outcomes = ({ attempts }: Pick<RunResult<unknown>, "attempts">): string[] =>
  attempts.map(({ model, outcome }) => `${model} ${outcome}`);

/** Runs the agent in a loop, and returns what a screen would show in addition to the result. */
async function screenOf(
  events: AsyncIterable<RunEvent> & PromiseLike<RunResult<unknown>>,
): Promise<{ text: string; result: RunResult<unknown> }> {
  let text = "";
  for await (const event of events) {
    if (event.type === "text-delta") text += event.text;
    if (event.type === "step-reset") text = "";
  }
  return { text, result: await events };
}

const slow = { at: 1000, how: "answers" } as const;
const quick = { at: 10, how: "answers" } as const;

test.each([true, false])(
  "the first model to respond wins, and the other request is canceled (streamed: %s)",
  async (isWatched) => {
    const service = stage({ a: slow, b: quick });
    const run = agent(service, ["a", "b"]).run("Hi");
    const result = isWatched ? (await done(screenOf(run))).result : await done(run);
    expect(result.text).toBe("b says this.");
    expect(service.requestLog()).toEqual(["a left", "b"]);
    expect(outcomes(result)).toEqual(["a cancelled", "b succeeded"]);
    // Its cost is unknown, and it was in flight until it was canceled.
    expect(result.attempts[0]).toMatchObject({ cost: undefined, durationMs: 60 });
    expect(result.attempts[0]).not.toHaveProperty("failureKind");
    expect(result.steps[0]).toMatchObject({ model: "b", fallbackBy: "agent", cost: 0.5 });
    expect(result.cost).toBe(0.5);
  },
);

test("the first model can still win, and then the hedged request is canceled", async () => {
  const service = stage({ a: { at: 80, how: "answers" }, b: slow });
  const result = await done(agent(service, ["a", "b"]).run("Hi"));
  expect(outcomes(result)).toEqual(["a succeeded", "b cancelled"]);
  expect(service.requestLog()).toEqual(["a", "b left"]);
  expect(result.steps[0]).not.toHaveProperty("fallbackBy");
});

test("of two models that start at the same moment one wins, and the other one is canceled and reported as it was", async () => {
  const service = stage({ a: { at: 60, how: "answers" }, b: { at: 10, how: "answers" } });
  const result = await done(agent(service, ["a", "b"]).run("Hi"));
  expect(outcomes(result)).toEqual(["a succeeded", "b cancelled"]);
  expect(result.attempts[1]).toMatchObject({ generationId: "gen-b", durationMs: 10, cost: undefined });
  expect(service.requestLog()).toEqual(["a", "b left"]);
});

test("a model that starts in time is not hedged, however long its response takes", async () => {
  const service = stage({ a: { at: 48, how: "answers" }, b: quick });
  expect(outcomes(await done(agent(service, ["a", "b"]).run("Hi")))).toEqual(["a succeeded"]);
  expect(service.requestLog()).toEqual(["a"]);
});

test("a canceled attempt has its generation id if its response had started without text", async () => {
  const service = stage({ a: { ...slow, headersFirst: true }, b: quick });
  const result = await done(agent(service, ["a", "b"]).run("Hi"));
  expect(result.attempts[0]).toMatchObject({ outcome: "cancelled", generationId: "gen-a", cost: undefined });
});

test("the mock server sees the request of the slow model end with the run", async () => {
  vi.useRealTimers();
  const server = createMockServer();
  server.on({ model: "openai/gpt-4o-mini" }).reply({ content: "Late.", delay: 20_000 });
  server.on({ model: "openai/gpt-5-mini" }).reply("Soon.");
  const signals: AbortSignal[] = [];
  const fetch = (request: Request): Promise<Response> => {
    signals.push(request.signal);
    return server.fetch(request);
  };
  const model = fallback(["openai/gpt-4o-mini", "openai/gpt-5-mini"], { hedge: { delay: 20 } });
  const { text } = await createAgent({ client: new Patchbay({ apiKey: "sk-or-v1-agent", fetch }), model }).run("Hi");
  expect(text).toBe("Soon.");
  expect(signals.map(({ aborted }) => aborted)).toEqual([true, false]);
  vi.useFakeTimers();
});

test("when the first model fails while the hedged request is in flight, the agent waits for the hedged one", async () => {
  const service = stage({ a: { at: 70, how: 503 }, b: { at: 400, how: "answers" }, c: quick });
  const result = await done(agent(service, ["a", "b", "c"]).run("Hi"));
  expect(outcomes(result)).toEqual(["a failed", "b succeeded"]);
  expect(service.requestLog()).toEqual(["a", "b"]);
});

test("when both requests fail, the last model is retried once, then the next one is requested, without a second hedge", async () => {
  const service = stage({ a: { at: 70, how: 503 }, b: { at: 40, how: 503 }, c: slow, d: quick });
  const result = await done(agent(service, ["a", "b", "c", "d"]).run("Hi"));
  expect(outcomes(result)).toEqual(["a failed", "b failed", "b failed", "c succeeded"]);
});

test("a canceled model is requested before all others when the winner fails", async () => {
  const service = stage({ a: slow, b: { at: 10, how: "breaks" }, c: quick });
  const result = await done(agent(service, ["a", "b", "c"], { actions: { stream_interrupted: "next" } }).run("Hi"));
  expect(outcomes(result)).toEqual(["a cancelled", "b failed", "a succeeded"]);
  expect(service.requestLog()).toEqual(["a left", "b", "a"]);
});

test("a canceled model is requested before all others when `accept` rejects the winner", async () => {
  const service = stage({ a: slow, b: quick });
  const accept: FallbackOptions["accept"] = ({ model }) => model !== "b";
  for (const isWatched of [true, false]) {
    const run = agent(service, ["a", "b"], { accept }).run("Hi");
    const result = isWatched ? (await done(screenOf(run))).result : await done(run);
    expect(outcomes(result)).toEqual(["a cancelled", "b rejected", "a succeeded"]);
    // The rejected completion is billed.
    expect(result.cost).toBe(1);
  }
});

test("a rejected API key ends both requests, which share the key", async () => {
  const service = stage({ a: slow, b: { at: 10, how: 401 } });
  const error = await done(
    agent(service, ["a", "b"])
      .run("Hi")
      .then(undefined, (thrown: unknown) => thrown),
  );
  expect(error).toMatchObject({ status: 401 });
  expect(getAttempts(error).map(({ outcome }) => outcome)).toEqual(["cancelled", "failed"]);
  expect(service.requestLog()).toEqual(["a left", "b"]);
});

test("a forbidden hedged request does not end the first one", async () => {
  const service = stage({ a: { at: 400, how: "answers" }, b: { at: 10, how: 400 } });
  const result = await done(agent(service, ["a", "b"]).run("Hi"));
  expect(outcomes(result)).toEqual(["a succeeded", "b failed"]);
});

test("a first model that failed while the hedged one was requested is retried when no other model remains", async () => {
  const service = stage({ a: { at: 70, how: 503 }, b: { at: 100, how: 404 } });
  const error = await done(
    agent(service, ["a", "b"])
      .run("Hi")
      .then(undefined, (thrown: unknown) => thrown),
  );
  expect(error).toMatchObject({ status: 503 });
  expect(getAttempts(error).map(({ model, outcome }) => `${model} ${outcome}`)).toEqual([
    "a failed",
    "b failed",
    "a failed",
  ]);
});

test("a prompt that is too long for one model excludes smaller models, also while another request is in flight", async () => {
  const service = stage({ a: { at: 70, how: 413 }, b: { at: 60, how: 404 }, c: quick, d: quick });
  const sizes: Record<string, number> = { a: 100, b: 900, c: 50, d: 800 };
  const catalogue = { get: (id: string) => Promise.resolve({ context_length: sizes[id] } as never) };
  const result = await done(agent(service, ["a", "b", "c", "d"], { catalog: catalogue }).run("Hi"));
  expect(outcomes(result)).toEqual(["a failed", "b failed", "c skipped", "d succeeded"]);
});

test("the last model gets no hedge, and a model in cooldown is not a hedge", async () => {
  const alone = stage({ a: slow });
  expect(outcomes(await done(agent(alone, ["a"]).run("Hi")))).toEqual(["a succeeded"]);
  const state: CooldownState = { b: { failures: 3, until: Number.MAX_SAFE_INTEGER } };
  const service = stage({ a: slow, b: quick, c: { at: 20, how: "answers" } });
  expect(outcomes(await done(agent(service, ["a", "b"], { cooldown: { state } }).run("Hi")))).toEqual(["a succeeded"]);
  // The next model in the list is the hedge.
  expect(outcomes(await done(agent(service, ["a", "b", "c"], { cooldown: { state } }).run("Hi")))).toEqual([
    "a cancelled",
    "c succeeded",
  ]);
  expect(service.asked.map(({ model }) => model)).toEqual(["a", "a", "c"]);
});

test("a canceled attempt is not a failure: the slow model is requested first the next time", async () => {
  const state: CooldownState = {};
  const service = stage({ a: slow, b: quick });
  const slowly = agent(service, ["a", "b"], { cooldown: { state, failureThreshold: 1 } });
  for (let time = 0; time < 2; time++)
    expect(outcomes(await done(slowly.run("Hi")))).toEqual(["a cancelled", "b succeeded"]);
  expect(state).toEqual({});
});

test("when every model is slow the hedge budget runs out, and grows again with later requests", async () => {
  const service = stage({ a: { at: 300, how: "answers" }, b: slow });
  const slowly = agent(service, ["a", "b"], { hedge: { delay: 50, maxRatio: 0.1 } });
  const isHedged: boolean[] = [];
  for (let time = 0; time < 40; time++) isHedged.push((await done(slowly.run("Hi"))).attempts.length === 2);
  // One of ten requests, and one at the start.
  expect(isHedged.flatMap((is, index) => (is ? index : []))).toEqual([0, 9, 19, 29, 39]);
});

test("an unused budget allows up to three hedges in a row", async () => {
  const plays: Record<string, Play> = { a: quick, b: slow };
  const slowly = agent(stage(plays), ["a", "b"], { hedge: { delay: 50, maxRatio: 0.1 } });
  for (let time = 0; time < 60; time++) await done(slowly.run("Hi"));
  plays.a = { at: 300, how: "answers" };
  const hedged: number[] = [];
  for (let time = 0; time < 6; time++) hedged.push((await done(slowly.run("Hi"))).attempts.length - 1);
  expect(hedged).toEqual([1, 1, 1, 0, 0, 0]);
});

test("an abort ends both requests with its reason, and so does leaving the loop", async () => {
  const service = stage({ a: slow, b: slow });
  const reason = new Error("enough");
  const controller = new AbortController();
  const run = agent(service, ["a", "b"]).run("Hi", { signal: controller.signal });
  setTimeout(() => controller.abort(reason), 100);
  const error = await done(run.then(undefined, (thrown: unknown) => thrown));
  expect(error).toBe(reason);
  expect(getAttempts(error).map(({ outcome }) => outcome)).toEqual(["cancelled", "cancelled"]);
  expect(service.requestLog()).toEqual(["a left", "b left"]);

  const left = stage({ a: { at: 80, how: "answers" }, b: slow });
  const leave = async (): Promise<void> => {
    for await (const { type } of agent(left, ["a", "b"]).run("Hi")) if (type === "text-delta") break;
  };
  await done(leave());
  expect(left.requestLog()).toEqual(["a left", "b left"]);
});

test("the timeout of a run ends both requests, and stopReason reports it", async () => {
  const service = stage({ a: slow, b: slow });
  const result = await done(agent(service, ["a", "b"]).run("Hi", { limits: { timeout: 100 } }));
  expect(result.stopReason).toBe("timeout");
  expect(service.requestLog()).toEqual(["a left", "b left"]);
});

test("a first model that exceeds its timeout leaves the hedged request in flight", async () => {
  const service = stage({ a: slow, b: { at: 400, how: "answers" } });
  const result = await done(agent(service, ["a", "b"], { firstTokenTimeout: 420 }).run("Hi"));
  expect(outcomes(result)).toEqual(["a failed", "b succeeded"]);
  expect(result.attempts[0]).toMatchObject({ failureKind: "timeout", cost: undefined });
  expect(service.requestLog()).toEqual(["a left", "b"]);
});

test("withFallback returns the first value and aborts the signal of the other attempt", async () => {
  const signals: AbortSignal[] = [];
  const work = withFallback<string>(
    ["a", "b"],
    async ({ model }, { signal }) => {
      signals.push(signal);
      await new Promise((resolve) => setTimeout(resolve, model === "a" ? 1000 : 10));
      return model;
    },
    { hedge: { delay: 50 } },
  );
  const { value, model, attempts } = await done(work);
  expect([value, model]).toEqual(["b", "b"]);
  expect(attempts.map(({ outcome }) => outcome)).toEqual(["cancelled", "succeeded"]);
  expect(signals.map(({ aborted }) => aborted)).toEqual([true, false]);
  await done(new Promise((resolve) => setTimeout(resolve, 2000)));
});

test("of two values that arrive at the same moment withFallback returns one, and the other one is billed and not marked as succeeded", async () => {
  const paid = { usage: { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2, cost: 0.25 } };
  const { promise, resolve } = Promise.withResolvers<typeof paid>();
  const work = withFallback<typeof paid>(["a", "b"], () => promise, { hedge: { delay: 50 } });
  setTimeout(() => resolve(paid), 100);
  const { attempts, model } = await done(work);
  expect(model).toBe("a");
  expect(attempts).toMatchObject([
    { outcome: "succeeded", cost: 0.25 },
    { outcome: "rejected", cost: 0.25, reason: expect.stringContaining("faster") as string },
  ]);
});

test.each([
  ["a delay beyond the longest timer", { delay: Number.POSITIVE_INFINITY }, /`delay` of hedge must be .*got Infinity/],
  ["a ratio of zero", { delay: 10, maxRatio: 0 }, /`maxRatio` of hedge must be .*got 0/],
  ["a ratio above one", { delay: 10, maxRatio: 2 }, /`maxRatio` of hedge must be .*got 2/],
])("%s is rejected", (_, hedge, message) => {
  expect(() => fallback(["a", "b"], { hedge })).toThrow(message);
});

/** The expected result of these scripts in the shortest form: the attempts, and the requests that were canceled. */
function predict(
  parts: readonly { readonly model: string; readonly play: Play; readonly isTaken: boolean }[],
  after: number,
  isWatched: boolean,
): { attempts: string[]; ends: string } {
  const waiting = [...parts];
  const tries: { model: string; outcome: string }[] = [];
  let flying: { part: (typeof parts)[number]; lands: number; mark: { model: string; outcome: string } }[] = [];
  let [now, canHedge] = [0, true];
  const launch = (): void => {
    const part = waiting.shift()!;
    const mark = { model: part.model, outcome: "cancelled" };
    tries.push(mark);
    flying.push({ part, lands: now + part.play.at, mark });
  };
  const ended = (ends: string): { attempts: string[]; ends: string } => ({
    attempts: tries.map(({ model, outcome }) => `${model} ${outcome}`),
    ends,
  });
  launch();
  for (;;) {
    const first = flying.toSorted((one, other) => one.lands - other.lands)[0]!;
    if (canHedge && first.lands > now + after) {
      canHedge = false;
      now += after;
      if (waiting.length > 0) launch();
      continue;
    }
    now = first.lands;
    flying = flying.filter((one) => one !== first);
    const { play, isTaken, model } = first.part;
    if (play.how === 401) {
      first.mark.outcome = "failed";
      return ended("failed");
    }
    if (typeof play.how === "number") first.mark.outcome = "failed";
    else {
      // This model started: the others are canceled and are requested before all others.
      waiting.unshift(...flying.map(({ part }) => part));
      flying = [];
      now += 5;
      first.mark.outcome = play.how === "breaks" ? "failed" : isTaken ? "succeeded" : "rejected";
      if (first.mark.outcome === "succeeded") return ended(model);
      if (isWatched && play.how === "breaks") return ended("failed");
    }
    if (flying.length > 0) continue;
    if (waiting.length === 0) return ended("failed");
    launch();
  }
}

test("attempts follow the hedging rules for every combination of outcomes, and the text of two models is never mixed", async () => {
  // No two of these moments coincide.
  const part = (model: string, base: number): fc.Arbitrary<{ model: string; play: Play; isTaken: boolean }> =>
    fc.record({
      model: fc.constant(model),
      play: fc.record({
        at: fc.constantFrom(base, base + 100, base + 200),
        how: fc.constantFrom<Play["how"]>("answers", "answers", "breaks", 503, 404, 401),
      }),
      isTaken: fc.boolean(),
    });
  const parts = fc.tuple(part("a", 13), part("b", 29), part("c", 43));
  const on = { stream_interrupted: "next", server_error: "next" } as const;
  await fc.assert(
    fc.asyncProperty(parts, fc.integer({ min: 1, max: 3 }), fc.boolean(), async (all, count, isWatched) => {
      const mine = all.slice(0, count);
      const names = mine.map(({ model }) => model);
      const service = stage(Object.fromEntries(mine.map(({ model, play }) => [model, play])));
      const accept = ({ model }: { model: string }): boolean => mine.find((one) => one.model === model)!.isTaken;
      const run = agent(service, names, { hedge: { delay: 57, maxRatio: 1 }, actions: on, accept }).run("Hi");
      const shown: string[] = [];
      const watch = async (): Promise<string> => {
        try {
          if (isWatched)
            for await (const event of run) {
              if (event.type === "text-delta") shown.push(event.text);
              if (event.type === "step-reset") shown.length = 0;
            }
          return (await run).steps[0]!.model;
        } catch {
          return "failed";
        }
      };
      const ends = await done(watch());
      const expected = predict(mine, 57, isWatched);
      const attempts = getAttempts(
        await run.then(
          (run) => ({ run }),
          (error: unknown) => error,
        ),
      );
      expect({ attempts: attempts.map(({ model, outcome }) => `${model} ${outcome}`), ends }).toEqual(expected);
      // Both sides agree on which models were requested and canceled.
      expect(service.requestLog()).toEqual(
        attempts.map(({ model, outcome }) => (outcome === "cancelled" ? `${model} left` : model)),
      );
      if (isWatched && ends !== "failed") expect(shown).toEqual([`${ends} says `, "this."]);
      expect(new Set(shown.flatMap((text) => /^\w(?= says)/.exec(text) ?? [])).size).toBeLessThan(2);
      expect(vi.getTimerCount()).toBe(0);
    }),
    { numRuns: 150 },
  );
});
