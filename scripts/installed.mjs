// What an empty project does with the installed packages; the same on every runtime.
import assert from "node:assert/strict";
import { agent, tool } from "@patchbay/agent";
import { scripted } from "@patchbay/agent/testing";
import { readRun, toResponse } from "@patchbay/agent/web";
import { ApiError, ConnectionError, Patchbay, StreamError } from "@patchbay/client";
import { chatCompletionsCreate, connect } from "@patchbay/client/functions";
import { imageFrom } from "@patchbay/client/images";
import { costOf } from "@patchbay/client/money";
import { validation } from "@patchbay/client/validation";
import { createMockServer } from "@patchbay/mock-server";
import { writeFileSync } from "node:fs";

const server = createMockServer({ answers: "echo" });
const listening = await server.listen({ port: 0 });
const request = { model: "openai/gpt-5-mini", messages: [{ role: "user", content: "one two three" }] };
const here = { apiKey: "sk-or-v1-test", fetch: server.fetch, validate: validation("strict") };
const there = { apiKey: "sk-or-v1-test", baseURL: listening.baseURL, maxRetries: 0 };

for (const options of [here, there]) {
  const client = new Patchbay(options);
  const reply = await client.chat.completions.create(request);
  assert.equal(reply.choices[0].message.content, "one two three");
  assert.ok(costOf(reply) > 0n);
  let text = "";
  for await (const piece of client.chat.completions.stream(request).text()) text += piece;
  assert.equal(text, "one two three");
  await assert.rejects(client.chat.completions.create({ ...request, temperature: 9 }), (error) => {
    return error instanceof ApiError && error.code === "bad_request";
  });
}
assert.equal((await chatCompletionsCreate(connect(there), request)).object, "chat.completion");

const noon = tool({ name: "noon", run: () => "12:00" });
const script = scripted([{ toolCalls: [{ name: "noon", arguments: {} }] }, { text: "Noon.", cost: 0.1 }]);
const run = agent({ client: script.client, model: "any/model", tools: [noon] }).run("What time is it?");
const events = await Array.fromAsync(readRun(toResponse(run)));
assert.deepEqual([events.at(-1).stop, events.at(-1).text, events.at(-1).cost], ["done", "Noon.", 0.1]);
script.assertDone();

const client = new Patchbay(there);
server.on().reply({ content: "one two three", fault: { kind: "reset", afterEvents: 2 } });
const broken = await client.chat.completions
  .stream(request)
  .final()
  .catch((error) => error);
assert.ok(broken instanceof StreamError);
assert.equal(broken.partial.choices[0].message.content, "one");
await listening.close();
const refused = await client.chat.completions.create(request).catch((error) => error);
assert.ok(refused instanceof ConnectionError && !refused.sent, refused.message);
writeFileSync("dot.png", Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]));
assert.equal((await imageFrom("dot.png")).image_url.url, "data:image/png;base64,iVBORw0KGgo=");

const runtime = globalThis.Bun ? "Bun" : globalThis.Deno ? "Deno" : `Node ${process.version}`;
console.log(`The installed packages run on ${runtime}.`);
