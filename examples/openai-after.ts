// A small application: a tool call, a stream and embeddings. openai-before.ts and openai-after.ts differ in two lines.
import assert from "node:assert/strict";
import { Patchbay } from "@patchbay/client";
import { createMockServer } from "@patchbay/mock-server";

const server = createMockServer({ defaultReply: "echo" });
server.on({ userMessage: /weather/ }).reply({ toolCalls: [{ name: "weather", arguments: { city: "Oslo" } }] });
server.on({ toolResult: true }).reply("Snow in Oslo.");
const listening = await server.listen({ port: 0 });

const client = new Patchbay({ apiKey: "sk-or-v1-example", baseURL: listening.baseURL });

const model = "openai/gpt-5-mini";
const tools = [{ type: "function" as const, function: { name: "weather", parameters: { type: "object" } } }];
const question = { role: "user" as const, content: "How is the weather in Oslo?" };

const first = await client.chat.completions.create({ model, messages: [question], tools });
const message = first.choices[0]!.message;
const [call] = message.tool_calls ?? [];
assert.ok(call?.type === "function");
const result = { role: "tool" as const, tool_call_id: call.id, content: `snow in ${call.function.arguments}` };
const second = await client.chat.completions.create({ model, messages: [question, message, result], tools });
console.log(second.choices[0]!.message.content);
assert.equal(second.choices[0]!.message.content, "Snow in Oslo.");

let text = "";
const stream = await client.chat.completions.create({
  model,
  messages: [{ role: "user", content: "one two three" }],
  stream: true,
});
for await (const chunk of stream) text += chunk.choices[0]?.delta?.content ?? "";
console.log(text);
assert.equal(text, "one two three");

const { data } = await client.embeddings.create({ model: "openai/text-embedding-3-small", input: ["snow", "sun"] });
console.log(data.map(({ embedding }) => embedding.length));
assert.equal(data.length, 2);

await listening.close();
