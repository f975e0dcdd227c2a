// An agent that calls another agent.
import assert from "node:assert/strict";
import { createAgent } from "@patchbay/agent";
import { client, model } from "./model.ts";

const researcher = createAgent({ client, model, name: "research", description: "Finds facts" });
const writer = createAgent({ client, model, instructions: "You write.", tools: [researcher] });
const { text, cost } = await writer.run("Write about fjords");
console.log(text, cost);
assert.equal(text, "Fjords are deep: 1,308 m.");
