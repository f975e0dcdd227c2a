// One tool call. `client` is a client of the reference server that plays the model; see model.ts.
import assert from "node:assert/strict";
import { agent, tool } from "@patchbay/agent";
import { z } from "zod";
import { client, model } from "./model.ts";

const weather = tool({
  name: "weather",
  input: z.object({ city: z.string() }),
  run: ({ city }) => ({ city, celsius: 7 }),
});
const bot = agent({ client, model, tools: [weather] });
const { text } = await bot.run("How is the weather in Oslo?");
console.log(text);
assert.equal(text, "Seven degrees in Oslo.");
