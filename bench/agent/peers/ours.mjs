import { createAgent, tool } from "@patchbay/agent";
import { Patchbay } from "@patchbay/client";

let client;
export async function run(baseURL) {
  client ??= new Patchbay({ apiKey: "x", baseURL });
  const noop = tool({
    name: "noop",
    inputSchema: { type: "object", properties: { n: { type: "number" } }, required: ["n"] },
    execute: ({ n }) => ({ ok: n }),
  });
  const bot = createAgent({ client, model: "any/model", tools: [noop], limits: { maxSteps: 50 } });
  return (await bot.run("go")).text;
}
