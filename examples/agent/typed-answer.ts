// Structured output.
import assert from "node:assert/strict";
import { createAgent } from "@patchbay/agent";
import { z } from "zod";
import { client, model } from "./model.ts";

const extractor = createAgent({ client, model, output: z.object({ name: z.string(), born: z.number() }) });
const { stopReason: stop, output } = await extractor.run("Ada was born in 1815");
// There is a value when the model is done; a limit can stop the run before.
if (stop === "completed") console.log(output.born);
assert.equal(output?.born, 1815);
