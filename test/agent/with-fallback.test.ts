// withFallback: fallback without an agent, for any call.
import {
  createAgent,
  AgentError,
  getAttempts,
  defaultFallbackActions,
  fallback,
  withFallback,
  type CooldownState,
  type FailureKind,
  type WithFallbackResult,
} from "@patchbay/agent";
import { ApiError, Patchbay } from "@patchbay/client";
import { createMockServer, type MockServer } from "@patchbay/mock-server";
import fc from "fast-check";
import { beforeEach, expect, test } from "vitest";

const [first, second] = ["openai/gpt-4o-mini", "openai/gpt-5-mini"] as const;
const messages = [{ role: "user" as const, content: "Hi" }];
let server: MockServer;
let client: Patchbay;

beforeEach(() => {
  server = createMockServer();
  server.on({ model: second }).reply("From the second.");
  client = new Patchbay({ apiKey: "sk-or-v1-agent", fetch: server.fetch });
});

const describeAttempts = ({ attempts }: Pick<WithFallbackResult<unknown>, "attempts">): string[] =>
  attempts.map(({ model, outcome }) => `${model} ${outcome}`);

function refusal(status: number): ApiError {
  return new ApiError({ status, headers: new Headers(), body: { error: { code: status, message: "no" } } });
}

test("withFallback with the real client returns the value, the model, the attempts and the cost", async () => {
  server.on({ model: first }).reply({ status: 404 });
  const result = await withFallback([first, second], ({ model }, { signal }) =>
    client.chat.completions.create({ model, messages }, { signal, maxRetries: 0 }),
  );
  expect(result.value.choices[0]!.message.content).toBe("From the second.");
  expect(result.model).toBe(second);
  expect(result.attempts).toMatchObject([
    {
      model: first,
      outcome: "failed",
      failureKind: "not_found",
      cost: undefined,
      reason: expect.any(String) as string,
    },
    { model: second, outcome: "succeeded", cost: result.value.usage!.cost, generationId: result.value.id },
  ]);
  expect(result.attempts[1]!.cost).toBeGreaterThan(0);
  expect(server.journal.count).toBe(2);
});

test("withFallback creates embeddings with the fields of a candidate", async () => {
  const [small, large] = ["openai/text-embedding-3-small", "openai/text-embedding-3-large"];
  server.on({ model: small }).reply({ status: 502 });
  const { value, attempts } = await withFallback(
    [small, { model: large, dimensions: 8 } as { model: string }],
    (candidate, { signal }) => client.embeddings.create({ ...candidate, input: "cat" }, { signal, maxRetries: 0 }),
    { retryDelay: 0 },
  );
  expect(value.data[0]!.embedding).toHaveLength(8);
  expect(attempts).toMatchObject([
    { outcome: "failed" },
    { outcome: "failed" },
    { outcome: "succeeded", cost: value.usage!.cost },
  ]);
});

test("withFallback moves a stream that fails before its first event to the next model, and returns a stream that can be read", async () => {
  server.on({ model: first }).reply({ content: "x", fault: { kind: "mid_stream_error", afterEvents: 0 } });
  const { value, model, attempts } = await withFallback(
    [first, second],
    ({ model }, { signal }) =>
      client.chat.completions.create({ model, messages, stream: true }, { signal, maxRetries: 0 }),
    { retryDelay: 0, hedge: { delay: 60_000 }, firstTokenTimeout: 60_000 },
  );
  let text = "";
  for await (const piece of value.textStream()) text += piece;
  expect([text, model]).toEqual(["From the second.", second]);
  // Its cost is not known yet.
  expect(attempts.at(-1)).toMatchObject({
    outcome: "succeeded",
    cost: undefined,
    generationId: expect.any(String) as string,
  });
});

test("withFallback returns any value, also a synchronous one, and no cost where none is reported", async () => {
  expect(await withFallback(["a"], ({ model }) => model.length)).toMatchObject({ value: 1, model: "a" });
  for (const value of [undefined, null, "", [], { usage: { inputTokens: 3 } }]) {
    const { attempts, value: given } = await withFallback<unknown>(["a"], () => Promise.resolve(value));
    expect(given).toBe(value);
    expect(attempts).toMatchObject([{ outcome: "succeeded", cost: undefined }]);
  }
});

test("when all models fail, withFallback throws the last failure unchanged, with every attempt", async () => {
  const last = refusal(502);
  const failures = [refusal(404), refusal(429), last];
  const error = await withFallback(["a", "b", "c"], () => Promise.reject(failures.shift()!), {
    actions: { server_error: "next" },
  }).then(undefined, (thrown: unknown) => thrown);
  expect(error).toBe(last);
  expect(getAttempts(error).map(({ model, failureKind: failure }) => [model, failure])).toEqual([
    ["a", "not_found"],
    ["b", "rate_limited"],
    ["c", "server_error"],
  ]);
  // The number of requests that the client sent is separate and stays.
  expect(last.attempts).toBe(0);
  expect(getAttempts(refusal(502))).toEqual([]);
});

test("thrown values need not be errors, and a synchronous throw is a failure like any other", async () => {
  const thrown = await withFallback<never>(["a", "b"], () => {
    throw "plain";
  }).then(undefined, (reason: unknown) => reason);
  expect(thrown).toBe("plain");
  expect(getAttempts(thrown)).toEqual([]);
  // An unknown failure does not try another model.
  const kept: string[] = [];
  const work = withFallback<never>(["a", "b"], ({ model }) => {
    kept.push(model);
    throw new TypeError("a bug");
  });
  await expect(work).rejects.toThrow("a bug");
  expect(kept).toEqual(["a"]);
  const next = withFallback(["a", "b"], ({ model }) => (model === "a" ? Promise.reject(new TypeError("x")) : model), {
    actions: { unknown: "next" },
  });
  expect((await next).value).toBe("b");
});

test("a value that `accept` rejects is billed and reported, and the next model is requested", async () => {
  const usage = { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2, cost: 0.5 };
  const accept = async ({ text }: { text: string }): Promise<boolean> => Promise.resolve(text === "b");
  const { value, attempts } = await withFallback(["a", "b"], ({ model }) => ({ text: model, usage }), { accept });
  expect(value.text).toBe("b");
  expect(attempts).toMatchObject([
    { outcome: "rejected", cost: 0.5, reason: "`accept` rejected the completion." },
    { outcome: "succeeded", cost: 0.5 },
  ]);
  const error = await withFallback(["c", "d"], ({ model }) => ({ text: model, usage }), { accept }).then(
    undefined,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(AgentError);
  expect(getAttempts(error).map(({ outcome, cost }) => [outcome, cost])).toEqual([
    ["rejected", 0.5],
    ["rejected", 0.5],
  ]);
});

test("an abort ends the wait with its reason, whether or not the attempt observes its signal, without another model", async () => {
  const reason = new Error("enough");
  for (const observesSignal of [true, false]) {
    const controller = new AbortController();
    const asked: string[] = [];
    const work = withFallback<never>(
      ["a", "b"],
      ({ model }, { signal }) => {
        asked.push(model);
        return new Promise((_, reject) => {
          if (observesSignal) signal.addEventListener("abort", () => reject(signal.reason as Error));
          setTimeout(() => controller.abort(reason));
        });
      },
      { signal: controller.signal },
    );
    const error = await work.then(undefined, (thrown: unknown) => thrown);
    expect(error).toBe(reason);
    expect(asked).toEqual(["a"]);
    expect(getAttempts(error).at(-1)).toMatchObject({ outcome: "cancelled", cost: undefined });
  }
});

test("with a signal that is already aborted nothing starts, and no model loses its probe", async () => {
  const reason = new Error("too late");
  const state: CooldownState = { a: { failures: 3, until: 1 } };
  const rules = fallback(["a", "b"], { cooldown: { state, now: () => 2 } });
  let asked = 0;
  const begun = withFallback<number>(rules, () => ++asked, { signal: AbortSignal.abort(reason) });
  await expect(begun).rejects.toBe(reason);
  expect(asked).toBe(0);
  // The one probe after a cooldown was not used up.
  expect((await withFallback(rules, ({ model }) => model)).value).toBe("a");
});

test("an abort while `accept` runs requests no other model", async () => {
  const controller = new AbortController();
  const reason = new Error("enough");
  const asked: string[] = [];
  const work = withFallback(["a", "b"], ({ model }) => asked.push(model), {
    signal: controller.signal,
    accept: () => (controller.abort(reason), false),
  });
  await expect(work).rejects.toBe(reason);
  expect(asked).toEqual(["a"]);
});

test("an attempt that takes too long is replaced by the next model, and its signal has the reason", async () => {
  let ended: unknown;
  const { value, attempts } = await withFallback(
    ["a", "b"],
    ({ model }, { signal }) =>
      model === "b"
        ? model
        : new Promise<string>(() => signal.addEventListener("abort", () => (ended = signal.reason))),
    { firstTokenTimeout: 5 },
  );
  expect(value).toBe("b");
  expect(ended).toMatchObject({ name: "TimeoutError", phase: "first_token" });
  expect(attempts[0]).toMatchObject({ outcome: "failed", failureKind: "timeout" });
});

test("a shared fallback shares its cooldown with agents", async () => {
  server.on({ model: first }).reply({ status: 404 });
  const rules = fallback([first, second]);
  const create = ({ model }: { model: string }, { signal }: { signal: AbortSignal }) =>
    client.chat.completions.create({ model, messages }, { signal, maxRetries: 0 });
  expect(describeAttempts(await withFallback(rules, create))).toEqual([`${first} failed`, `${second} succeeded`]);
  expect(describeAttempts(await withFallback(rules, ({ model }) => model))).toEqual([
    `${first} skipped`,
    `${second} succeeded`,
  ]);
  expect(describeAttempts(await createAgent({ client, model: rules }).run("Hi"))).toEqual([
    `${first} skipped`,
    `${second} succeeded`,
  ]);
});

test("a model that the catalog does not list is named before any attempt", async () => {
  let asked = 0;
  const catalogue = { get: () => Promise.resolve(undefined) };
  const work = withFallback<number>(["acme/gone"], () => ++asked, { catalog: catalogue });
  await expect(work).rejects.toThrow('The catalog does not have "acme/gone". No request was sent.');
  expect(asked).toBe(0);
});

test("rules in two places, and a list for OpenRouter, are rejected", async () => {
  const attempt = ({ model }: { model: string }): string => model;
  const rules = fallback<string>(["a"], { retryDelay: 1 });
  await expect(withFallback(rules, attempt, { retryDelay: 2 })).rejects.toThrow(/retryDelay.*no effect here/);
  expect((await withFallback(rules, attempt, { signal: new AbortController().signal })).value).toBe("a");
  await expect(withFallback(["a"], attempt, { performedBy: "service" as never })).rejects.toThrow(
    /`performedBy: "service"` works for the `model`/,
  );
  await expect(withFallback([], attempt)).rejects.toThrow(/must be a list of names/);
});

test("types: the value is the result of the attempt, and the argument of `accept`", async () => {
  const { value } = await withFallback(["a"], () => Promise.resolve({ size: 3 }), { accept: ({ size }) => size > 2 });
  const size: number = value.size;
  expect(size).toBe(3);
  // @ts-expect-error -- the value is not a string
  const text: string = value;
  expect(text).toBe(value);
});

test("attempts follow the fallback rules for every combination of outcomes and overrides", async () => {
  const statuses = {
    400: "bad_request",
    401: "unauthorized",
    402: "insufficient_credits",
    403: "forbidden",
    404: "not_found",
    408: "transient",
    413: "context_length_exceeded",
    422: "bad_request",
    425: "transient",
    429: "rate_limited",
    500: "server_error",
    504: "server_error",
    529: "server_error",
  } as const satisfies Record<number, FailureKind>;
  const outcome = fc.oneof(
    fc.constantFrom(...(Object.keys(statuses).map(Number) as (keyof typeof statuses)[])),
    fc.constantFrom("ok" as const, "bad" as const),
  );
  const action = fc.constantFrom("retry" as const, "next" as const, "throw" as const);
  const kinds = fc.constantFrom<FailureKind>(...Object.values(statuses), "rejected");
  await fc.assert(
    fc.asyncProperty(
      fc.array(outcome, { minLength: 6, maxLength: 6 }),
      fc.dictionary(kinds, action),
      async (outcomes, on) => {
        const rest = [...outcomes];
        const names = ["a", "b", "c"];
        const ended = withFallback(
          names,
          () => {
            const one = rest.shift()!;
            if (typeof one === "number") throw refusal(one);
            return one;
          },
          { actions: on, retryDelay: 0, accept: (value) => value === "ok", cooldown: { failureThreshold: 99 } },
        );
        const [attempts, isWell] = await ended.then(
          (result) => [result.attempts, true] as const,
          (thrown: unknown) => [getAttempts(thrown), false] as const,
        );
        // The same rules in their shortest form.
        const expected: string[] = [];
        const left = [...outcomes];
        walk: for (const name of names)
          for (let tries = 1; ; tries++) {
            const said = left.shift()!;
            expected.push(`${name} ${said === "ok" ? "succeeded" : said === "bad" ? "rejected" : "failed"}`);
            if (said === "ok") break walk;
            const kind = said === "bad" ? "rejected" : statuses[said];
            const what = { ...defaultFallbackActions, ...on }[kind];
            if (what === "throw") break walk;
            if (what === "next" || tries > 1) break;
          }
        expect(describeAttempts({ attempts })).toEqual(expected);
        expect(rest).toEqual(left);
        expect(isWell).toBe(expected.at(-1)!.endsWith("succeeded"));
      },
    ),
    { numRuns: 200 },
  );
});
