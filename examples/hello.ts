// A first chat completion: the text, the provider and the cost.
import assert from "node:assert/strict";
import { Patchbay } from "@patchbay/client";
import { createMockServer } from "@patchbay/mock-server";

// Remove `fetch` and set a real key to use the OpenRouter API.
const server = createMockServer({ script: ["Hello from the mock server!"] });
const client = new Patchbay({ apiKey: "sk-or-v1-example", fetch: server.fetch });

const reply = await client.chat.completions.create({
  model: "openai/gpt-5-mini",
  messages: [{ role: "user", content: "Say hello." }],
});

console.log(reply.choices[0]?.message.content);
console.log(`${reply.model} by ${reply.provider}: ${reply.usage?.total_tokens} tokens, ${reply.usage?.cost} USD`);

assert.equal(reply.choices[0]?.message.content, "Hello from the mock server!");
assert.equal(reply.usage?.cost, 0.00001425);
