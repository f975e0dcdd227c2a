import { Agent } from "@earendil-works/pi-agent-core";
import * as api from "@earendil-works/pi-ai/api/openai-completions";
import { createModels, createProvider } from "@earendil-works/pi-ai/models";

let models;
export async function run(baseURL) {
  models ??= modelsOf(baseURL);
  const noop = {
    name: "noop",
    label: "noop",
    description: "",
    parameters: { type: "object", properties: { n: { type: "number" } }, required: ["n"] },
    execute: async (_id, { n }) => ({ content: [{ type: "text", text: JSON.stringify({ ok: n }) }], details: {} }),
  };
  const agent = new Agent({
    initialState: { model: models.getModel("bench", "any/model"), tools: [noop] },
    streamFn: models.streamSimple.bind(models),
  });
  let text = "";
  agent.subscribe(({ type, assistantMessageEvent: part }) => {
    if (type === "message_update" && part.type === "text_delta") text += part.delta;
  });
  await agent.prompt("go");
  return text;
}

function modelsOf(baseUrl) {
  const model = {
    id: "any/model",
    name: "any",
    api: "openai-completions",
    provider: "bench",
    baseUrl,
    reasoning: false,
    input: ["text"],
    cost: { input: 0, output: 0, cacheRead: 0, cacheWrite: 0 },
    contextWindow: 128_000,
    maxTokens: 32_000,
  };
  const auth = { apiKey: { name: "bench", resolve: async () => ({ auth: { apiKey: "x" } }) } };
  const found = createModels();
  found.setProvider(createProvider({ id: "bench", baseUrl, auth, models: [model], api }));
  return found;
}
