// Under exactOptionalPropertyTypes, `{ seed: maybeNumber }` compiles for every public option, and selects the default.
import type {
  AgentOptions,
  ModelCandidate,
  CompactionOptions,
  CooldownOptions,
  Decisions,
  FallbackOptions,
  HedgeOptions,
  RunLimits,
  RunOptions,
  ServiceFallbackOptions,
  StepOverrides,
  ToolOptions,
} from "@patchbay/agent";
import { createAgent, type ToolList } from "@patchbay/agent";
import type { CompareOptions } from "@patchbay/agent/compare";
import type { mcpTools } from "@patchbay/agent/mcp";
import type { telemetry } from "@patchbay/agent/otel";
import type { pickModel, createPolicy } from "@patchbay/agent/policy";
import { createScriptedClient, type ScriptedTurn } from "@patchbay/agent/testing";
import type { toResponse } from "@patchbay/agent/web";
import type { ClientOptions, OutputSchema, RequestOptions, StreamResponseOptions, PollOptions } from "@patchbay/client";
import { Patchbay } from "@patchbay/client";
import type { createModelCatalog } from "@patchbay/client/catalog";
import { createMockServer } from "@patchbay/mock-server";
import { expect, expectTypeOf, test } from "vitest";

/** The optional properties of each member of a type that do not accept `undefined`. */
type Refusing<Options> = Options extends unknown
  ? {
      [Name in keyof Options]-?: object extends Pick<Options, Name>
        ? { [Only in Name]: undefined } extends Pick<Options, Name>
          ? never
          : Name
        : never;
    }[keyof Options]
  : never;

test("every option of the client accepts undefined", () => {
  expectTypeOf<Refusing<ClientOptions | RequestOptions | PollOptions | StreamResponseOptions>>().toBeNever();
  expectTypeOf<Refusing<NonNullable<Parameters<typeof createModelCatalog>[1]>>>().toBeNever();
});

test("every option of the agent accepts undefined", () => {
  expectTypeOf<Refusing<AgentOptions<undefined> | RunOptions | ToolOptions<OutputSchema>>>().toBeNever();
  expectTypeOf<Refusing<CompactionOptions | RunLimits | StepOverrides | Decisions>>().toBeNever();
  expectTypeOf<Refusing<FallbackOptions | ServiceFallbackOptions | HedgeOptions | CooldownOptions>>().toBeNever();
  expectTypeOf<Refusing<ModelCandidate | CompareOptions<undefined> | Exclude<ScriptedTurn, string>>>().toBeNever();
  expectTypeOf<Refusing<NonNullable<Parameters<typeof mcpTools>[1]>>>().toBeNever();
  expectTypeOf<Refusing<Parameters<typeof createPolicy>[0] | Parameters<typeof pickModel>[1]>>().toBeNever();
  expectTypeOf<Refusing<NonNullable<Parameters<typeof telemetry>[0]>>>().toBeNever();
  expectTypeOf<Refusing<NonNullable<Parameters<typeof toResponse>[1]>>>().toBeNever();
});

test("every option of the mock server accepts undefined as its default", async () => {
  type Options = NonNullable<Parameters<typeof createMockServer>[0]>;
  expectTypeOf<Refusing<Options>>().toBeNever();
  const names: Record<keyof Options, undefined> = {
    credits: undefined,
    script: undefined,
    defaultReply: undefined,
    catalog: undefined,
    upstream: undefined,
    providers: undefined,
    tokenDelay: undefined,
    latency: undefined,
    strictKeys: undefined,
    managementKeys: undefined,
    validateHistory: undefined,
    requestsPerMinute: undefined,
    country: undefined,
    byokKeys: undefined,
    byokMonthlyAllowance: undefined,
    rules: undefined,
    strict: undefined,
    record: undefined,
    replay: undefined,
    journalSize: undefined,
    journalBytes: undefined,
    maxSessions: undefined,
    writeTimeout: undefined,
    onRequest: undefined,
    control: undefined,
    allowedHosts: undefined,
    now: undefined,
    seed: undefined,
  };
  const textOf = async (options: Options): Promise<string | null | undefined> => {
    const client = new Patchbay({ apiKey: "sk-or-v1-undefined", fetch: createMockServer(options).fetch });
    const messages = [{ role: "user" as const, content: "Hello!" }];
    return (await client.chat.completions.create({ model: "openai/gpt-5-mini", messages })).choices[0]?.message.content;
  };
  expect(await textOf(names)).toBe(await textOf({}));
});

test("undefined options of an agent and of a scripted client are their defaults", async () => {
  const { client, requests } = createScriptedClient([
    { text: "Hi.", toolCalls: undefined, tokens: undefined, cost: undefined, model: undefined },
  ]);
  const tools: ToolList = [];
  const { text } = await createAgent({
    client,
    model: "any/model",
    tools,
    request: undefined,
    prepareStep: undefined,
  }).run("Hello!");
  expect(text).toBe("Hi.");
  expect(requests).toHaveLength(1);
});
