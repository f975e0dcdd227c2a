// A payment with human approval. The process may end between the two halves.
import assert from "node:assert/strict";
import { createAgent, tool, type RunState } from "@patchbay/agent";
import { z } from "zod";
import { client, model } from "./model.ts";

const pay = tool({
  name: "pay",
  inputSchema: z.object({ amount: z.number() }),
  needsApproval: true,
  execute: ({ amount }) => `paid ${amount}`,
});
const agent = createAgent({ client, model, tools: [pay] });
const first = await agent.run("Pay 10");
const saved = JSON.stringify(first.state);

const state = JSON.parse(saved) as RunState;
const second = await agent.resume(state, { approve: first.pending.map(({ id }) => id) });
console.log(first.stopReason, second.text);
assert.equal(second.text, "It is paid.");
