// A first chat: the answer, the model that gave it, and what it cost.
import { Patchbay } from "@patchbay/client";
import { createMockServer } from "@patchbay/mock-server";

const server = createMockServer({ script: ["Hello from the reference server!"] });
const client = new Patchbay({ apiKey: "sk-or-v1-example", fetch: server.fetch });

const reply = await client.chat.completions.create({
  model: "openai/gpt-5-mini",
  messages: [{ role: "user", content: "Say hello." }],
});

console.log(reply.choices[0]?.message.content);
console.log(`${reply.model} by ${reply.provider}, ${reply.usage?.total_tokens} tokens, ${reply.usage?.cost} USD`);
