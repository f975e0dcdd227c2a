// One tool call. `client` sends its requests to the mock server; see model.ts.
import assert from "node:assert/strict";
import { createAgent, tool } from "@patchbay/agent";
import { z } from "zod";
import { client, model } from "./model.ts";

const weather = tool({
  name: "weather",
  inputSchema: z.object({ city: z.string() }),
  execute: ({ city }) => ({ city, celsius: 7 }),
});
const bot = createAgent({ client, model, tools: [weather] });
const { text } = await bot.run("How is the weather in Oslo?");
console.log(text);
assert.equal(text, "Seven degrees in Oslo.");
