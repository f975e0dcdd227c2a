// A body under HTTP 200 that is not a response of the operation is one typed error with the body, for every operation.
import { createAgent, fallback } from "@patchbay/agent";
import { ApiError, OutputError, PatchbayError, type Patchbay } from "@patchbay/client";
import { createModelCatalog } from "@patchbay/client/catalog";
import { operationCalls, type OperationId } from "@patchbay/spec";
import examples from "@patchbay/mock-server/examples.json" with { type: "json" };
import { describe, expect, test } from "vitest";
import { against, caught, chat } from "./support.ts";

type Send = (input: unknown) => PromiseLike<unknown>;

function methodOf(client: Patchbay, id: OperationId): Send {
  const words = id.split(".");
  const last = words.pop()!;
  const owner = words.reduce<Record<string, unknown>>(
    (at, word) => at[word] as Record<string, unknown>,
    client as unknown as Record<string, unknown>,
  );
  return (owner[last] as Send).bind(owner);
}

/** An example of the contract, without streaming. */
const exampleOf = (id: OperationId, kind: string): unknown => {
  const { value } = examples.find((one) => one.operation === id && one.kind === kind)!;
  return kind === "request" ? { ...(value as object), stream: undefined } : value;
};

const ids = Object.keys(operationCalls) as OperationId[];
const operations = ids.filter((id) => id !== "auth.createCode" && id !== "auth.exchangeCode");
const notObjects: readonly unknown[] = [null, "oops", "", 5, true, [], [{}], [null]];

describe("a body that is not an object", () => {
  test.each(operations)("makes %s throw an ApiError with the body", async (id) => {
    for (const body of notObjects) {
      const { client, requests } = against([() => Response.json(body)], { maxRetries: 0 });
      const error = await caught(methodOf(client, id)(exampleOf(id, "request")));
      expect(error, JSON.stringify(body)).toBeInstanceOf(ApiError);
      expect(error).toMatchObject({ status: 200, code: "invalid_response", body, responseText: JSON.stringify(body) });
      expect(requests).toHaveLength(1);
    }
  });
});

const wrong = (kind: unknown): readonly unknown[] =>
  Array.isArray(kind) ? [null, undefined, "x", 7, {}, [null], ["x"], [7], [[]]] : [null, undefined, "x", 7, []];
const cases = operations.flatMap((id) =>
  Object.entries(operationCalls[id].response ?? {})
    .filter(([, kind]) => kind !== null)
    .map(([name, kind]) => [id, name, kind] as const),
);

describe("an essential field of another JSON type", () => {
  test.each(cases)("makes %s throw an ApiError that names `%s`", async (id, name, kind) => {
    for (const value of wrong(kind)) {
      const body = { ...(exampleOf(id, "response") as object), [name]: value };
      const { client } = against([() => Response.json(body)], { maxRetries: 0 });
      const error = await caught(methodOf(client, id)(exampleOf(id, "request")));
      expect(error, JSON.stringify(body)).toMatchObject({ name: "ApiError", code: "invalid_response" });
      expect((error as Error).message).toContain(`\`${name}`);
    }
  });
});

test.each(operations)(
  "%s reads every example of the contract, with unknown fields and without optional ones",
  async (id) => {
    for (const { operation, kind, value } of examples) {
      const isFailure = /"finish_reason":"error"|"status":"failed"/.test(JSON.stringify(value));
      if (operation !== id || kind !== "response" || isFailure) continue;
      const body = { ...(value as object), novelty: [null], links: undefined, total_count: undefined };
      const { client } = against([() => Response.json(body)], { maxRetries: 0 });
      expect(await methodOf(client, id)(exampleOf(id, "request"))).toMatchObject({ novelty: [null] });
    }
  },
);

const head = { id: "gen-1", object: "chat.completion", created: 1, model: "m/x", provider: "Acme" };
const usage = { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2, cost: 0.25 };
const choice = (message: unknown): object => ({ index: 0, finish_reason: "stop", message });

const chats: readonly (readonly [string, unknown])[] = [
  ["null", null],
  ["a string", "oops"],
  ["a number", 5],
  ["an empty object", {}],
  ["a list", []],
  ["choices that are null", { ...head, usage, choices: null }],
  ["choices that are an object", { ...head, usage, choices: { 0: choice({ content: "a" }) } }],
  ["a choice that is null", { ...head, usage, choices: [null] }],
  ["a choice that is a string", { ...head, usage, choices: ["a"] }],
  ["a message that is null", { ...head, usage, choices: [choice(null)] }],
  ["a choice without a message", { ...head, usage, choices: [{ finish_reason: "stop" }] }],
  ["a message that is a string", { ...head, usage, choices: [choice("a")] }],
  [
    "a tool call that is null",
    { ...head, usage, choices: [choice({ role: "assistant", content: null, tool_calls: [null] })] },
  ],
  ["tool calls that are an object", { ...head, usage, choices: [choice({ content: null, tool_calls: {} })] }],
  ["an error that is a string", { error: "boom" }],
  ["finish_reason error", { ...head, usage, choices: [{ ...choice({ content: "half" }), finish_reason: "error" }] }],
];

describe.each(chats)("a chat response of %s", (_, body) => {
  const answer = (): Response => Response.json(body);

  test("makes create() throw an ApiError with the body and the usage", async () => {
    const error = (await caught(against([answer], { maxRetries: 0 }).client.chat.completions.create(chat))) as ApiError;
    expect(error).toBeInstanceOf(ApiError);
    expect(error.body).toEqual(body);
    const { usage: paid } = (body ?? {}) as { usage?: object };
    expect(error.partial?.usage).toEqual(paid);
  });

  test("makes parse() and stream() throw a PatchbayError", async () => {
    const { completions } = against([answer], { maxRetries: 0 }).client.chat;
    const output = { type: "object" } as const;
    expect(await caught(completions.parse({ ...chat, output }))).toBeInstanceOf(PatchbayError);
    expect(await caught(completions.stream(chat).final())).toBeInstanceOf(PatchbayError);
    expect(await caught(Array.fromAsync(completions.stream(chat).events()))).toBeInstanceOf(PatchbayError);
  });

  test("makes the agent use its next model", async () => {
    const good = { ...head, usage, choices: [choice({ role: "assistant", content: "fine" })] };
    const server = async (request: Request): Promise<Response> => {
      const { model } = (await request.clone().json()) as { model: string };
      return model === "bad" ? answer() : Response.json(good);
    };
    const { client } = against([server]);
    const run = createAgent({ client, model: fallback(["bad", "good"], { retryDelay: 1 }) }).run("hi");
    expect((await run).text).toBe("fine");
    expect(await caught(createAgent({ client, model: "bad" }).run("hi"))).toBeInstanceOf(Error);
    expect(await caught(createAgent({ client, model: "bad" }).run("hi"))).not.toBeInstanceOf(TypeError);
  });
});

test("a completion without choices is empty, in create(), parse() and stream()", async () => {
  const { completions } = against([() => Response.json({ ...head, choices: [] })]).client.chat;
  expect((await completions.create(chat)).choices).toEqual([]);
  expect(await caught(completions.parse({ ...chat, output: { type: "object" } }))).toBeInstanceOf(OutputError);
  expect((await completions.stream(chat).final()).choices).toEqual([]);
});

test.each([[null], ["x"], [{}], [[null]], [[{ index: 0 }]], [[{ index: 0, embedding: null }]]])(
  "vectors() throws an ApiError for data that is %j",
  async (data) => {
    const { client } = against([() => Response.json({ object: "list", model: "m", data })], { maxRetries: 0 });
    const input = { model: "m", input: "hello" };
    expect(await caught(client.embeddings.embed(input))).toMatchObject({ code: "invalid_response" });
    expect(await caught(client.embeddings.create(input))).toMatchObject({ code: "invalid_response" });
  },
);

test("the catalog throws an ApiError for a list that is not an array", async () => {
  const { client } = against([() => Response.json({ data: [null] })], { maxRetries: 0 });
  expect(await caught(createModelCatalog(client).find())).toMatchObject({ code: "invalid_response" });
  expect(await caught(createModelCatalog(client).listEndpoints("a/b"))).toMatchObject({ code: "invalid_response" });
});

test("an unusable body is requested again only if the operation is free", async () => {
  const spoilt = (): Response => new Response("<html>a portal</html>");
  const free = against([spoilt, () => Response.json({ data: { count: 3 } })]);
  expect(await free.client.models.count()).toEqual({ data: { count: 3 } });
  const paid = against([spoilt]);
  await caught(paid.client.chat.completions.create(chat));
  expect(paid.requests).toHaveLength(1);
});

test("a completion that failed with a part of its text is not charged twice unless the caller allows it", async () => {
  const failed = { ...head, usage, choices: [{ ...choice({ content: "half" }), finish_reason: "error" }] };
  const good = { ...head, usage, choices: [choice({ role: "assistant", content: "fine" })] };
  const careful = against([() => Response.json(failed)]);
  expect(await caught(careful.client.chat.completions.create(chat))).toMatchObject({
    status: 502,
    partial: { choices: [{ message: { content: "half" } }], usage },
  });
  expect(careful.requests).toHaveLength(1);
  const bold = against([() => Response.json(failed), () => Response.json(good)], { retryNonIdempotent: true });
  expect((await bold.client.chat.completions.create(chat)).choices[0]?.message.content).toBe("fine");
  const empty = { ...failed, choices: [{ ...choice({ content: "" }), finish_reason: "error" }] };
  const again = against([() => Response.json(empty), () => Response.json(good)]);
  expect((await again.client.chat.completions.create(chat)).choices[0]?.message.content).toBe("fine");
});
