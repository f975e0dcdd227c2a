// Fallback by the agent or by OpenRouter, and checks against the catalog before any request.
import {
  createAgent,
  AgentError,
  fallback,
  type ModelCandidate,
  type FallbackOptions,
  type RunResult,
} from "@patchbay/agent";
import { createScriptedClient } from "@patchbay/agent/testing";
import { Patchbay } from "@patchbay/client";
import { createModelCatalog } from "@patchbay/client/catalog";
import { createMockServer, type MockServer } from "@patchbay/mock-server";
import { beforeEach, expect, test } from "vitest";

const [first, second] = ["openai/gpt-4o-mini", "openai/gpt-5-mini"] as const;
let server: MockServer;
let client: Patchbay;

beforeEach(() => {
  server = createMockServer();
  client = new Patchbay({ apiKey: "sk-or-v1-agent", fetch: server.fetch });
});

test("OpenRouter receives the list, and a step reports that it fell back", async () => {
  const models = [first, "x-ai/grok-4"];
  for (const provider of ["openai", "azure"]) server.setProviderState(provider, "down");
  const { steps, attempts } = await createAgent({ client, model: fallback(models, { performedBy: "service" }) }).run(
    "Hi",
  );
  expect(server.journal.last!.input).toMatchObject({ models });
  expect(server.journal.last!.input).not.toHaveProperty("model");
  // One request, without fallback by the agent.
  expect(server.journal.count).toBe(1);
  expect(attempts).toHaveLength(1);
  expect(steps).toMatchObject([{ model: expect.stringContaining("grok-4") as string, fallbackBy: "service" }]);
});

test("a step does not report a fallback when the first model answered", async () => {
  server.on().reply("Hello.");
  const { steps } = await createAgent({ client, model: fallback([first, second], { performedBy: "service" }) }).run(
    "Hi",
  );
  expect(steps[0]!.model).toMatch(/^openai\/gpt-4o-mini/);
  expect(steps[0]).not.toHaveProperty("fallbackBy");
});

test("when the agent falls back, a step reports it, also for a skipped model", async () => {
  server.on({ model: second }).reply("From the second.");
  server.on({ model: first }).reply({ status: 404 });
  const agent = createAgent({ client, model: fallback([first, second]) });
  const steps = async (): Promise<RunResult<undefined>["steps"]> => (await agent.run("Hi")).steps;
  expect((await steps())[0]!.fallbackBy).toBe("agent");
  const again = (await steps())[0]!;
  expect(again.attempts.map(({ outcome }) => outcome)).toEqual(["skipped", "succeeded"]);
  expect(again.fallbackBy).toBe("agent");
});

test.each<[string, string[], string, "service" | undefined]>([
  ["a date", ["openai/gpt-5", "x-ai/grok-4"], "openai/gpt-5-2025-08-07", undefined],
  ["a date, of the second", ["openai/gpt-5", "x-ai/grok-4"], "x-ai/grok-4-0709", "service"],
  [
    "a date, where one name begins with the other",
    ["openai/gpt-5", "openai/gpt-5-mini"],
    "openai/gpt-5-mini-2025-08-07",
    "service",
  ],
  ["a date, the other way round", ["openai/gpt-5-mini", "openai/gpt-5"], "openai/gpt-5-mini-2025-08-07", undefined],
  ["no variant, where one was requested", ["openai/gpt-5:nitro", "x-ai/grok-4"], "openai/gpt-5", undefined],
  ["the variant of the second", ["z-ai/glm-4.6", "z-ai/glm-4.6:free"], "z-ai/glm-4.6:free", "service"],
  ["the variant of the first", ["z-ai/glm-4.6:free", "z-ai/glm-4.6"], "z-ai/glm-4.6:free", undefined],
  ["the model behind an alias", ["~openai/gpt-latest", "x-ai/grok-4"], "openai/gpt-5", undefined],
  ["the one after an alias", ["~openai/gpt-latest", "x-ai/grok-4"], "x-ai/grok-4", "service"],
  ["an unknown name", ["openai/gpt-5", "x-ai/grok-4"], "acme/other", undefined],
])("the model of the response decides which model answered: %s", async (_, models, answered, by) => {
  const { client } = createScriptedClient([{ text: "Hi.", model: answered }]);
  const { steps } = await createAgent({ client, model: models }).run("?");
  expect(steps[0]!.fallbackBy).toBe(by);
});

test.each<[string, (string | ModelCandidate)[], FallbackOptions, RegExp]>([
  ["a timeout", [first, second], { firstTokenTimeout: 10 }, /does not support firstToken/],
  [
    "rules",
    [first, second],
    { actions: { server_error: "next" }, midStream: "restart" },
    /does not support actions, midStream/,
  ],
  ["accept", [first, second], { accept: () => true }, /does not support accept/],
  ["a hedge", [first, second], { hedge: { delay: 10 } }, /does not support hedge/],
  ["fields of one model", [first, { model: second, temperature: 0 }], {}, /the fields of openai\/gpt-5-mini/],
])("OpenRouter's fallback accepts no custom rules: %s is rejected", (_, candidates, options, message) => {
  expect(() => fallback(candidates, { ...options, performedBy: "service" as never })).toThrow(message);
});

test.each(["agent", "service"] as const)(
  "the error names all models that the catalog does not list, before any request (performedBy: %s)",
  async (by) => {
    const catalogue = createModelCatalog(client);
    const model = fallback([first, "acme/gone", "openai/gpt-4o-mini:free"], { performedBy: by, catalog: catalogue });
    const run = createAgent({ client, model }).run("Hi");
    await expect(run).rejects.toThrow(AgentError);
    await expect(run).rejects.toThrow(
      'The catalog does not have "acme/gone", "openai/gpt-4o-mini:free". No request was sent.',
    );
    expect(server.journal.entries().map(({ path }) => path)).toEqual(["/api/v1/models"]);
  },
);

test("routers, presets and aliases do not have to be in the catalog", async () => {
  const names = [
    first,
    `${first}:nitro`,
    `${first}:floor`,
    "openai/gpt-oss-20b:free",
    "~openai/gpt-latest",
    "@preset/mine",
    `${first}@preset/mine`,
    "openrouter/auto-beta",
  ];
  const { client: speaks } = createScriptedClient(["Hi."]);
  const model = fallback(names, { catalog: createModelCatalog(client) });
  expect((await createAgent({ client: speaks, model }).run("?")).text).toBe("Hi.");
});

test("the catalog is loaded once, and one that cannot be loaded does not prevent requests", async () => {
  let asked = 0;
  const catalogue = {
    get: () => {
      asked++;
      return Promise.reject(new Error("no catalogue"));
    },
  };
  const tooLong = { status: 413 };
  const { client, requests } = createScriptedClient([tooLong, "From the second.", "Hi."]);
  const agent = createAgent({ client, model: fallback([first, second], { catalog: catalogue }) });
  expect((await agent.run("?")).text).toBe("From the second.");
  // Once for each name before, and once for the context that was too small.
  expect(asked).toBe(3);
  expect((await agent.run("?")).text).toBe("Hi.");
  expect(asked).toBe(3);
  expect(requests).toHaveLength(3);
});

test("a prompt that is too long skips models with the same or a smaller context, and reports why", async () => {
  const sizes: Record<string, number> = { a: 200, b: 100, c: 200, d: 300 };
  const catalogue = { get: (id: string) => Promise.resolve({ context_length: sizes[id] } as never) };
  const { client, requests } = createScriptedClient([{ status: 413 }, "From the big one."]);
  const { attempts } = await createAgent({ client, model: fallback(["a", "b", "c", "d"], { catalog: catalogue }) }).run(
    "?",
  );
  expect(requests.map(({ model }) => model)).toEqual(["a", "d"]);
  expect(attempts).toMatchObject([
    { model: "a", outcome: "failed", failureKind: "context_length_exceeded" },
    { model: "b", outcome: "skipped", reason: "The context of 100 tokens is not larger than that of a.", cost: 0 },
    { model: "c", outcome: "skipped", reason: "The context of 200 tokens is not larger than that of a." },
    { model: "d", outcome: "succeeded" },
  ]);
});

test("when no larger context remains the failure throws, and models of unknown context are requested", async () => {
  const sizes: Record<string, number | null> = { a: 200, b: 100, c: null };
  const catalogue = { get: (id: string) => Promise.resolve({ context_length: sizes[id] } as never) };
  const small = createScriptedClient([{ status: 413 }]);
  const error = createAgent({ client: small.client, model: fallback(["a", "b"], { catalog: catalogue }) }).run("?");
  await expect(error).rejects.toMatchObject({ status: 413 });
  small.assertComplete();
  const unknown = createScriptedClient([{ status: 413 }, "Hi."]);
  expect(
    (await createAgent({ client: unknown.client, model: fallback(["a", "c"], { catalog: catalogue }) }).run("?")).text,
  ).toBe("Hi.");
  const without = createScriptedClient([{ status: 413 }, "Hi."]);
  expect((await createAgent({ client: without.client, model: fallback(["a", "b"]) }).run("?")).text).toBe("Hi.");
});
