// What a user's program says about types; compiled against the installed packages by every TypeScript from 5.4 on.
import { createAgent, tool } from "@patchbay/agent";
import { compareModels } from "@patchbay/agent/compare";
import { mcpTools } from "@patchbay/agent/mcp";
import { telemetry as agentTelemetry } from "@patchbay/agent/otel";
import { createPolicy } from "@patchbay/agent/policy";
import { fileStore } from "@patchbay/agent/stores";
import { createScriptedClient } from "@patchbay/agent/testing";
import { readRunEvents, toResponse } from "@patchbay/agent/web";
import { Patchbay, type ModelId } from "@patchbay/client";
import { createModelCatalog } from "@patchbay/client/catalog";
import { chatCompletionsCreate, createClient } from "@patchbay/client/functions";
import { toImagePart } from "@patchbay/client/content";
import { createAuthorizationUrl } from "@patchbay/client/oauth";
import { getCost } from "@patchbay/client/money";
import { telemetry } from "@patchbay/client/otel";
import { toStrictJsonSchema } from "@patchbay/client/schema";
import { responseValidation } from "@patchbay/client/validation";
import { createMockServer } from "@patchbay/mock-server";
import { operationCalls } from "@patchbay/spec";

declare const maybe: string | undefined;
declare const signal: AbortSignal | undefined;
const count = maybe === undefined ? undefined : 1;
const yes = maybe === undefined ? undefined : true;

const client = new Patchbay({
  apiKey: maybe,
  managementKey: maybe,
  baseURL: maybe,
  timeout: count,
  defaultHeaders: { "x-a": maybe },
  app: { title: maybe, url: maybe, categories: undefined },
  fetch: undefined,
  middleware: undefined,
  validate: undefined,
  logger: undefined,
  logLevel: undefined,
  dangerouslyAllowBrowser: yes,
});
const options = {
  signal,
  timeout: count,
  maxRetries: count,
  headers: undefined,
  query: { a: maybe },
  idempotencyKey: maybe,
};
const request = {
  model: "any/model",
  temperature: count,
  max_tokens: count,
  stop: maybe,
  tools: undefined,
  response_format: undefined,
  provider: { only: undefined, zdr: yes },
  messages: [{ role: "user" as const, content: "Hi", name: maybe }],
};
export const reply: Promise<unknown> = client.chat.completions.create({ ...request, stream: undefined }, options);
export const typed: Promise<unknown> = client.chat.completions.parse({
  ...request,
  output: {},
  response_format: undefined,
  stream: undefined,
});
export const whole: Promise<unknown> = chatCompletionsCreate(createClient(), { ...request, stream: undefined });
export const keys: Promise<unknown> = client.keys.list({ offset: count }, options);

const clock = tool({
  name: "clock",
  description: maybe,
  timeout: count,
  maxRetries: count,
  needsApproval: yes,
  execute: () => 1,
});
const bot = createAgent({
  client,
  model: "any/model",
  instructions: maybe,
  description: maybe,
  tools: [clock],
  stopWhen: undefined,
});
export const run: Promise<unknown> = bot.run("Hi", { signal });

/** Known ids complete, and every other one is accepted. */
export const ids: ModelId[] = ["openai/gpt-5-mini", "acme/model"];
export async function firstNumber(): Promise<number> {
  const { data } = await client.embeddings.create({ model: "any/embedding", input: "Hi", dimensions: count });
  return data[0]?.embedding[0] ?? 0;
}

export const all = {
  agentTelemetry,
  operationCalls,
  chatCompletionsCreate,
  compareModels,
  createClient,
  getCost,
  createAuthorizationUrl,
  createModelCatalog,
  createMockServer,
  fileStore,
  toImagePart,
  mcpTools,
  createPolicy,
  readRunEvents,
  createScriptedClient,
  telemetry,
  toResponse,
  toStrictJsonSchema,
  responseValidation,
};
