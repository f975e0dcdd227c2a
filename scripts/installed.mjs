// What an empty project does with the installed packages; the same on every runtime.
import assert from "node:assert/strict";
import { createAgent, fallback, getRunReport, tool } from "@patchbay/agent";
import { compareModels, toHtml, toTable } from "@patchbay/agent/compare";
import { createPolicy, PolicyError } from "@patchbay/agent/policy";
import { fileStore, sqliteStore } from "@patchbay/agent/stores";
import { createScriptedClient } from "@patchbay/agent/testing";
import { readRunEvents, toResponse } from "@patchbay/agent/web";
import { ApiError, ConnectionError, Patchbay, StreamError } from "@patchbay/client";
import { createModelCatalog } from "@patchbay/client/catalog";
import { chatCompletionsCreate, createClient } from "@patchbay/client/functions";
import { toImagePart } from "@patchbay/client/content";
import { getCost } from "@patchbay/client/money";
import { responseValidation } from "@patchbay/client/validation";
import { createMockServer } from "@patchbay/mock-server";
import { mkdtempSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const server = createMockServer({ defaultReply: "echo" });
const listening = await server.listen({ port: 0 });
const request = { model: "openai/gpt-5-mini", messages: [{ role: "user", content: "one two three" }] };
const here = { apiKey: "sk-or-v1-test", fetch: server.fetch, validate: responseValidation("error") };
const there = { apiKey: "sk-or-v1-test", baseURL: listening.baseURL, maxRetries: 0 };

for (const options of [here, there]) {
  const client = new Patchbay(options);
  const reply = await client.chat.completions.create(request);
  assert.equal(reply.choices[0].message.content, "one two three");
  assert.ok(getCost(reply) > 0n);
  let text = "";
  for await (const piece of client.chat.completions.stream(request).textStream()) text += piece;
  assert.equal(text, "one two three");
  await assert.rejects(client.chat.completions.create({ ...request, temperature: 9 }), (error) => {
    return error instanceof ApiError && error.code === "bad_request";
  });
}
assert.equal((await chatCompletionsCreate(createClient(there), request)).object, "chat.completion");

const noon = tool({ name: "noon", execute: () => "12:00" });
const script = createScriptedClient([{ toolCalls: [{ name: "noon", arguments: {} }] }, { text: "Noon.", cost: 0.1 }]);
const run = createAgent({ client: script.client, model: "any/model", tools: [noon] }).run("What time is it?");
const events = await Array.fromAsync(readRunEvents(toResponse(run, { events: "all" })));
assert.deepEqual([events.at(-1).stopReason, events.at(-1).text, events.at(-1).cost], ["completed", "Noon.", 0.1]);
script.assertComplete();

const client = new Patchbay(there);
const model = fallback(["acme/none", request.model], { hedge: { delay: 5000 }, firstTokenTimeout: 10_000 });
const folder = mkdtempSync("kept-");
for (const store of [fileStore(join(folder, "sessions")), sqliteStore(join(folder, "sessions.db"))]) {
  const bot = createAgent({ client, model, store, stateSecret: "a secret" });
  await bot.run("one two", { sessionId: "ada" });
  const { text, messages } = await bot.run("three", { sessionId: "ada" });
  assert.deepEqual([text, messages.length, await store.list()], ["three", 4, ["ada"]]);
}
const compared = await compareModels([request.model], [{ input: "four", expected: "four" }], { client });
assert.equal(compared.models[0].passRate, 1);
assert.ok(toTable(compared).includes(request.model) && toHtml(compared).startsWith("<!doctype html>"));
const gate = createPolicy({ catalog: createModelCatalog(client), allow: ["anthropic/*"] });
const gated = await createAgent({ client, model: request.model, policy: gate })
  .run("Hi")
  .then(undefined, (error) => error);
assert.ok(gated instanceof PolicyError && gated.violations[0].code === "not_allowed", String(gated));
assert.equal(getRunReport(gated).cost, 0);

const breakAfterTwo = (kind) => {
  server.on().reply({ content: "one two three", fault: { kind, afterEvents: 2 } });
  return client.chat.completions
    .stream(request)
    .final()
    .catch((error) => error);
};
const broken = await breakAfterTwo("truncated");
assert.ok(broken instanceof StreamError);
assert.equal(broken.partial.choices[0].message.content, "one");
// A reset discards what the runtime has not read yet, so there can be no partial response.
assert.ok((await breakAfterTwo("connection_reset")) instanceof StreamError);
await listening.close();
const refused = await client.chat.completions.create(request).catch((error) => error);
assert.ok(refused instanceof ConnectionError && !refused.requestSent, refused.message);
writeFileSync("dot.png", Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]));
assert.equal((await toImagePart("dot.png")).image_url.url, "data:image/png;base64,iVBORw0KGgo=");

const runtime = globalThis.Bun ? "Bun" : globalThis.Deno ? "Deno" : `Node ${process.version}`;
console.log(`The installed packages run on ${runtime}.`);
