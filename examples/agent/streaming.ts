// An agent in the terminal: its words as they come, and the tools that it calls.
import assert from "node:assert/strict";
import { agent, tool } from "@patchbay/agent";
import { z } from "zod";
import { client, model } from "./model.ts";

const weather = tool({
  name: "weather",
  input: z.object({ city: z.string() }),
  run: ({ city }) => ({ city, celsius: 7 }),
});
const run = agent({ client, model, tools: [weather] }).run("How is the weather in Oslo?");
for await (const event of run) {
  if (event.type === "text") process.stdout.write(event.text);
  if (event.type === "tool-start") console.log(`[${event.name} ${JSON.stringify(event.input)}]`);
}
assert.equal((await run).text, "Seven degrees in Oslo.");
