// One conversation in three APIs: chat completions, OpenAI's Responses and Anthropic's Messages, with any model. The model
// here is a function that produces parts; put a local model or a provider in its place.
import assert from "node:assert/strict";
import { Patchbay } from "@patchbay/client";
import { createMockServer } from "@patchbay/mock-server";

const server = createMockServer({
  upstream: {
    async *stream({ messages }, { signal }) {
      for (const text of ["You said: ", String(messages.at(-1)?.content), "."]) {
        signal.throwIfAborted();
        yield await Promise.resolve({ type: "text" as const, text });
      }
      yield { type: "usage", usage: { promptTokens: 12, completionTokens: 6 } };
      yield { type: "finish", reason: "stop" };
    },
  },
});
const client = new Patchbay({ apiKey: "sk-or-v1-example", fetch: server.fetch });
const model = "anthropic/claude-haiku-4.5";

const chat = client.chat.completions.stream({ model, messages: [{ role: "user", content: "Hello" }] });
for await (const text of chat.textStream()) process.stdout.write(text);
const { usage } = await chat.final();
console.log(`  (chat completions, $${usage?.cost})`);

const responses = client.responses.stream({ model, input: "Hello" });
for await (const text of responses.textStream()) process.stdout.write(text);
const response = await responses.final();
console.log(`  (Responses, ${response.output.length} item, $${response.usage?.cost})`);

const stream = client.messages.stream({ model, max_tokens: 100, messages: [{ role: "user", content: "Hello" }] });
for await (const text of stream.textStream()) process.stdout.write(text);
const message = await stream.final();
console.log(`  (Messages, ${message.stop_reason}, $${message.usage.cost})`);

// The same usage costs the same in every API.
assert.equal(usage?.cost, response.usage?.cost);
assert.equal(usage?.cost, message.usage.cost);

// The output of one turn is input of the next.
const next = await client.responses.create({
  model,
  input: [{ role: "user", content: "Hello" }, ...response.output, { role: "user", content: "And now?" }],
});
assert.equal(next.status, "completed");
