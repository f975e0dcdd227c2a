// Two models; the first one is not there today.
import assert from "node:assert/strict";
import { agent, fallback } from "@patchbay/agent";
import { client } from "./model.ts";

const bot = agent({
  client,
  model: fallback(["openai/gpt-3.5-turbo-0301", "openai/gpt-5-mini"]),
});
const { text, attempts } = await bot.run("How deep are fjords?");
console.log(
  text,
  attempts.map(({ model, outcome }) => `${model} ${outcome}`),
);
assert.equal(text, "1,308 m.");
