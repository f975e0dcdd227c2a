// An agent in the terminal: its text and its tool calls as they arrive.
import assert from "node:assert/strict";
import { createAgent, tool } from "@patchbay/agent";
import { z } from "zod";
import { client, model } from "./model.ts";

const weather = tool({
  name: "weather",
  inputSchema: z.object({ city: z.string() }),
  execute: ({ city }) => ({ city, celsius: 7 }),
});
const run = createAgent({ client, model, tools: [weather] }).run("How is the weather in Oslo?");
for await (const event of run) {
  if (event.type === "text-delta") process.stdout.write(event.text);
  if (event.type === "tool-start") console.log(`[${event.name} ${JSON.stringify(event.input)}]`);
}
assert.equal((await run).text, "Seven degrees in Oslo.");
