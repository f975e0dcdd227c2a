// Our clients in TypeScript and Python call a real model through the gateway.
import { Patchbay } from "@patchbay/client";
import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { promisify } from "node:util";
import { describe, expect, test } from "vitest";
import { environment, programOf } from "../../scripts/python/environment.ts";
import { isLlamaSkipped } from "../support/llama.ts";
import { models, useRealModel, words } from "../support/real-model.ts";

const model = models.tiny;
const messages = [{ role: "user" as const, content: "Say a word about the river." }];
const hasNoPython = !existsSync(environment);
if (hasNoPython)
  console.warn("!!! SKIPPED: the Python client with a real model. Run: node scripts/python/environment.ts");

describe.skipIf(isLlamaSkipped)("our clients with llama.cpp through the gateway", () => {
  const real = useRealModel();
  const connect = (): Patchbay =>
    new Patchbay({ apiKey: real().key, managementKey: real().gateway.adminKey, baseURL: real().baseURL });

  test("the client in TypeScript streams a chat with its cost", async () => {
    const stream = connect().chat.completions.stream({ model, messages, max_tokens: 20 });
    const { choices, usage } = await stream.final();
    expect(choices[0]!.message.content).toMatch(words);
    expect(usage).toMatchObject({ completion_tokens: 20, cost: expect.any(Number) as number });
    expect(usage!.cost).toBeGreaterThan(0);
  });

  test("the client in TypeScript creates responses and messages, streamed and not", async () => {
    const client = connect();
    const response = { model, input: "Say a word.", max_output_tokens: 20 };
    expect(textOf(await client.responses.create(response))).toMatch(words);
    expect(textOf(await client.responses.stream(response).final())).toMatch(words);
    const message = { model, messages, max_tokens: 20 };
    const content = [{ type: "text", text: expect.stringMatching(words) as string }];
    expect((await client.messages.create(message)).content).toMatchObject(content);
    expect((await client.messages.stream(message).final()).content).toMatchObject(content);
  });

  test("the client in TypeScript parses structured output", async () => {
    const properties = { name: { type: "string", maxLength: 40 } };
    const schema = { type: "object", properties, required: ["name"], additionalProperties: false };
    const response_format = { type: "json_schema" as const, json_schema: { name: "person", strict: true, schema } };
    const person = await connect().chat.completions.create({ model, messages, max_tokens: 200, response_format });
    expect(JSON.parse(person.choices[0]!.message.content as string)).toEqual({ name: expect.any(String) as string });
  });

  test("the client in TypeScript reads models, the key, credits and the record of a generation", async () => {
    const client = connect();
    const { id, usage } = await client.chat.completions.create({ model, messages, max_tokens: 5 });
    const ids = (await client.models.list()).data.map(({ id }) => id);
    expect(ids).toEqual(expect.arrayContaining([models.tiny, models.free]));
    const { data: endpoints } = await client.models.listEndpoints({ author: "acme", slug: "tiny" });
    expect(endpoints.endpoints).toMatchObject([{ pricing: { prompt: "0.0000002", completion: "0.0000008" } }]);
    const record = (): Promise<number | undefined> =>
      client.generations.get({ id }).then(
        ({ data }) => data.total_cost,
        () => undefined,
      );
    await expect.poll(record).toBe(usage!.cost);
    expect((await client.keys.getCurrent()).data.usage).toBeGreaterThanOrEqual(usage!.cost!);
    expect((await client.credits.get()).data.total_usage).toBeGreaterThanOrEqual(usage!.cost!);
  });

  test.skipIf(hasNoPython && !process.env.CI)("the clients in Python, synchronous and not, get answers", async () => {
    const { baseURL, key, gateway } = real();
    const script = new URL("real_model.py", import.meta.url).pathname;
    const args = [script, baseURL, key, gateway.adminKey, model];
    const { stdout } = await promisify(execFile)(programOf(environment, "python"), args);
    const texts = JSON.parse(stdout) as readonly string[];
    expect(texts).toEqual(Array.from({ length: 8 }, () => expect.stringMatching(words) as string));
  });
});

interface WithOutput {
  readonly output: readonly unknown[];
}

/** The text of a response of the Responses API. */
function textOf({ output }: WithOutput): string {
  const items = output as readonly { readonly content?: readonly { readonly text?: string }[] }[];
  return items.flatMap(({ content = [] }) => content.map(({ text = "" }) => text)).join("");
}
