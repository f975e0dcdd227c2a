// A streamed chat completion, and its errors.
import assert from "node:assert/strict";
import { ApiError, Patchbay } from "@patchbay/client";
import { createMockServer } from "@patchbay/mock-server";

const server = createMockServer({ script: ["One token after the other."], tokenDelay: 20 });
const client = new Patchbay({ apiKey: "sk-or-v1-example", fetch: server.fetch });
const messages = [{ role: "user" as const, content: "How do you stream?" }];

let text = "";
for await (const event of client.chat.completions.stream({ model: "openai/gpt-5-mini", messages })) {
  const piece = event.choices[0]?.delta.content ?? "";
  text += piece;
  process.stdout.write(piece);
  if (event.usage) console.log(`\n${event.usage.completion_tokens} tokens, ${event.usage.cost} USD`);
}
assert.equal(text, "One token after the other.");

try {
  for await (const _ of client.chat.completions.stream({ model: "acme/none", messages }))
    assert.fail("no event is expected");
} catch (error) {
  if (!(error instanceof ApiError)) throw error;
  console.log(`${error.code}: ${error.message}`);
  assert.equal(error.code, "bad_request");
}
