// A payment that somebody has to agree to; between the two halves the process may end.
import assert from "node:assert/strict";
import { agent, tool, type RunState } from "@patchbay/agent";
import { z } from "zod";
import { client, model } from "./model.ts";

const pay = tool({
  name: "pay",
  input: z.object({ amount: z.number() }),
  approve: true,
  run: ({ amount }) => `paid ${amount}`,
});
const payer = agent({ client, model, tools: [pay] });
const first = await payer.run("Pay 10");
const saved = JSON.stringify(first.state);

const state = JSON.parse(saved) as RunState;
const second = await payer.resume(state, { approve: first.pending.map(({ id }) => id) });
console.log(first.stop, second.text);
assert.equal(second.text, "It is paid.");
