// One policy per class of data: personal data goes only to approved models, at providers with zero data retention.
import assert from "node:assert/strict";
import { createAgent } from "@patchbay/agent";
import { pickModel, createPolicy, PolicyError } from "@patchbay/agent/policy";
import { createModelCatalog } from "@patchbay/client/catalog";
import { client } from "./model.ts";

const catalogue = createModelCatalog(client);
const gates = {
  public: createPolicy({ name: "public data", catalog: catalogue, maxPrice: { prompt: 5, completion: 25 } }),
  personal: createPolicy({
    name: "personal data",
    catalog: catalogue,
    zdr: true,
    dataCollection: "deny",
    allow: ["anthropic/*", "openai/*"],
  }),
};
const clerk = createAgent({ client, model: "mistralai/mistral-medium-3.1" });

const open = await clerk.run("How deep is the sea?", { policy: gates.public });
console.log(open.text);

const refused = await clerk.run("Ada has the flu.", { policy: gates.personal }).then(
  () => undefined,
  (error: unknown) => error,
);
assert(refused instanceof PolicyError);
console.log(refused.message);
assert.deepEqual(
  refused.violations.map(({ model, code: reason }) => `${model} ${reason}`),
  ["mistralai/mistral-medium-3.1 not_allowed"],
);

const { id } = await pickModel(catalogue, { policy: gates.personal, tools: true, minContextLength: 100_000 });
const kept = await createAgent({ client, model: id, policy: gates.personal }).run("Ada has the flu.");
console.log(id, kept.attempts[0]?.provider);
assert.equal(kept.attempts[0]?.outcome, "succeeded");
