// Any JSON at any place of a response is a result or a typed error, never a raw TypeError.
import { createAgent, fallback, tool } from "@patchbay/agent";
import { pickModel } from "@patchbay/agent/policy";
import { Patchbay, PatchbayError } from "@patchbay/client";
import { createModelCatalog } from "@patchbay/client/catalog";
import { exchangeCode } from "@patchbay/client/oauth";
import examples from "@patchbay/mock-server/examples.json" with { type: "json" };
import fc from "fast-check";
import { expect, test } from "vitest";
import { chat } from "./support.ts";

type Path = readonly (string | number)[];
type Node = Record<string | number, unknown>;

/** Every path in a value. */
function placesIn(value: unknown, path: Path = []): readonly Path[] {
  if (typeof value !== "object" || value === null) return [path];
  const keys = Array.isArray(value) ? value.keys() : Object.keys(value);
  return [path, ...[...keys].flatMap((key) => placesIn((value as Node)[key], [...path, key]))];
}

/** A copy of a value with one path replaced; undefined removes it. */
function withAt(value: unknown, [key, ...rest]: Path, odd: unknown): unknown {
  if (key === undefined) return odd;
  if (typeof value !== "object" || value === null) return value;
  const copy = (Array.isArray(value) ? [...(value as unknown[])] : { ...value }) as Node;
  if (rest.length === 0 && odd === undefined) delete copy[key];
  else copy[key] = withAt(copy[key], rest, odd);
  return copy;
}

const odd = fc.oneof(
  fc.constantFrom<unknown[]>(null, undefined, "", "x", 0, -1, 1e300, true, false, [], {}, [null], [[]], [{}], "error"),
  fc.jsonValue(),
);

/** A valid value with one or two replaced paths. */
function oddly(good: unknown): fc.Arbitrary<unknown> {
  const place = fc.tuple(fc.constantFrom(...placesIn(good)), odd);
  return fc
    .array(place, { minLength: 1, maxLength: 2 })
    .map((places) => places.reduce<unknown>((value, [path, what]) => withAt(value, path, what), good) ?? null);
}

async function expectTyped(work: PromiseLike<unknown>): Promise<void> {
  const error = await work.then(
    () => undefined,
    (error: unknown) => error,
  );
  if (error instanceof PatchbayError || error === undefined) return;
  expect(error).toBeInstanceOf(Error);
  expect(error).not.toBeInstanceOf(TypeError);
  expect(error).not.toBeInstanceOf(RangeError);
  expect(error).not.toBeInstanceOf(SyntaxError);
  expect((error as Error).message).not.toContain("endless");
}

const call = { id: "a", type: "function", index: 0, function: { name: "look", arguments: "{}" } };
const completion = {
  id: "gen-1",
  object: "chat.completion",
  created: 1,
  model: "m/x",
  provider: "Acme",
  system_fingerprint: null,
  choices: [
    {
      index: 0,
      finish_reason: "tool_calls",
      native_finish_reason: "tool_use",
      logprobs: null,
      message: {
        role: "assistant",
        content: "hi",
        refusal: null,
        reasoning: "so",
        reasoning_details: [{ type: "reasoning.text", text: "so", index: 0 }],
        tool_calls: [call],
        images: [{ type: "image_url", image_url: { url: "data:image/png;base64,AA" } }],
        audio: { id: "x", data: "AA", transcript: "s" },
        annotations: [{ type: "url_citation", url_citation: { url: "u" } }],
      },
    },
  ],
  usage: {
    prompt_tokens: 1,
    completion_tokens: 1,
    total_tokens: 2,
    cost: 0.1,
    prompt_tokens_details: { cached_tokens: 0 },
  },
};

test("a chat with unexpected values, complete and in place of a stream, for the client and the agent", async () => {
  const look = tool({ name: "look", inputSchema: { type: "object" }, execute: () => "seen" });
  const input = { messages: chat.messages, model: "odd" };
  const property = fc.asyncProperty(oddly(completion), async (body) => {
    const fetch = async (request: Request): Promise<Response> => {
      const { model } = (await request.json()) as { model: string };
      return Response.json(model === "odd" ? body : completion);
    };
    const client = new Patchbay({ apiKey: "sk-or-v1-test", maxRetries: 0, fetch });
    const { completions } = client.chat;
    const options = { client, tools: [look], limits: { maxSteps: 2 } };
    await expectTyped(completions.create(input));
    await expectTyped(completions.parse({ ...input, output: { type: "object" } }));
    await expectTyped(completions.stream(input).final());
    await expectTyped(Array.fromAsync(completions.stream(input).events()));
    await expectTyped(createAgent({ ...options, model: "odd" }).run("hi"));
    await expectTyped(Array.fromAsync(createAgent({ ...options, model: "odd" }).run("hi")));
    await expectTyped(createAgent({ ...options, model: fallback(["odd", "good"], { retryDelay: 1 }) }).run("hi"));
  });
  await fc.assert(property, { numRuns: 100 });
});

const clientOf = (body: unknown): Patchbay => {
  let requests = 0;
  const fetch = async (): Promise<Response> => {
    if (++requests > 30) throw new Error("endless");
    return Promise.resolve(Response.json(body));
  };
  return new Patchbay({ apiKey: "sk-or-v1-test", maxRetries: 0, fetch });
};

const readers: readonly (readonly [string, string, (body: unknown) => PromiseLike<unknown>])[] = [
  ["catalogue.find()", "models.list", (body) => createModelCatalog(clientOf(body)).find({ tools: true, free: true })],
  ["catalogue.get()", "models.list", (body) => createModelCatalog(clientOf(body)).get("a/b")],
  ["catalogue.endpoints()", "models.listEndpoints", (body) => createModelCatalog(clientOf(body)).listEndpoints("a/b")],
  ["pickModel()", "models.list", (body) => pickModel(createModelCatalog(clientOf(body)))],
  ["a loop over models", "models.list", (body) => Array.fromAsync(clientOf(body).models.list())],
  ["a loop over keys", "keys.list", (body) => Array.fromAsync(clientOf(body).keys.list())],
  ["vectors()", "embeddings.create", (body) => clientOf(body).embeddings.embed({ model: "m", input: "x" })],
  ["embeddings.create()", "embeddings.create", (body) => clientOf(body).embeddings.create({ model: "m", input: "x" })],
  [
    "rerank.create()",
    "rerank.create",
    (body) => clientOf(body).rerank.create({ model: "m", query: "x", documents: ["a"] }),
  ],
  [
    "exchangeCode()",
    "auth.exchangeCode",
    (body) => exchangeCode({ code: "c", codeVerifier: "v", fetch: () => Promise.resolve(Response.json(body)) }),
  ],
];

test.each(readers)("%s with unexpected values in the response", async (_, operation, read) => {
  const good = examples.find((one) => one.operation === operation && one.kind === "response")!.value;
  await fc.assert(
    fc.asyncProperty(oddly(good), (body) => expectTyped(read(body))),
    { numRuns: 100 },
  );
});

test("no content is a valid response of a deletion, and of no call with a result", async () => {
  const fetch = (): Promise<Response> => Promise.resolve(new Response(null, { status: 204 }));
  const client = new Patchbay({ apiKey: "sk-or-v1-test", maxRetries: 0, fetch });
  expect(await client.keys.delete({ hash: "h" })).toEqual({});
  await expect(async () => client.credits.get()).rejects.toMatchObject({ code: "invalid_response", status: 204 });
});

test.each([
  ["[", "]"],
  ['{"a":', "}"],
  ['{"error":', "}"],
  ['{"message":', "}"],
  ['{"choices":[{"error":', "}]}"],
])("100,000 levels of %s are a typed error under 200 and 400, for the client and the agent", async (open, close) => {
  const deep = `${open.repeat(100_000)}1${close.repeat(100_000)}`;
  const places = [deep, `{"error":${deep}}`, `{"error":{"message":${deep}}}`, `{"error":{"metadata":{"raw":${deep}}}}`];
  for (const status of [200, 400])
    for (const body of places) {
      const fetch = (): Promise<Response> => Promise.resolve(new Response(body, { status }));
      const client = new Patchbay({ apiKey: "sk-or-v1-test", maxRetries: 0, fetch });
      await expectTyped(client.chat.completions.create(chat));
      await expectTyped(Array.fromAsync(client.models.list()));
      await expectTyped(createAgent({ client, model: "m" }).run("hi"));
    }
});
