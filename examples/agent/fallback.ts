// A fallback over three models; the first one does not exist.
import assert from "node:assert/strict";
import { createAgent, fallback } from "@patchbay/agent";
import { client } from "./model.ts";

const model = fallback(["openai/gpt-3.5-turbo-0301", "openai/gpt-5-mini", "z-ai/glm-4.6"]);
const { text, attempts } = await createAgent({ client, model }).run("How deep are fjords?");
for (const { model: asked, outcome } of attempts) console.log(asked, outcome);
assert.equal(text, "1,308 m.");
