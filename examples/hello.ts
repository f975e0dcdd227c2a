// A first chat: the answer, who gave it, and what it cost.
import assert from "node:assert/strict";
import { Patchbay } from "@patchbay/client";
import { createMockServer } from "@patchbay/mock-server";

// Leave `fetch` out, and put a real key in, to ask the real service.
const server = createMockServer({ script: ["Hello from the reference server!"] });
const client = new Patchbay({ apiKey: "sk-or-v1-example", fetch: server.fetch });

const reply = await client.chat.completions.create({
  model: "openai/gpt-5-mini",
  messages: [{ role: "user", content: "Say hello." }],
});

console.log(reply.choices[0]?.message.content);
console.log(`${reply.model} by ${reply.provider}: ${reply.usage?.total_tokens} tokens, ${reply.usage?.cost} USD`);

assert.equal(reply.choices[0]?.message.content, "Hello from the reference server!");
assert.equal(reply.usage?.cost, 0.00001425);
