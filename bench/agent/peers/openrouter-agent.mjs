import { OpenRouter, stepCountIs, tool } from "@openrouter/agent";
import { z } from "zod";

let client;
export async function run(serverURL) {
  client ??= new OpenRouter({ apiKey: "x", serverURL });
  const noop = tool({
    name: "noop",
    description: "",
    inputSchema: z.object({ n: z.number() }),
    execute: ({ n }) => ({ ok: n }),
  });
  return client.callModel({ model: "any/model", input: "go", stopWhen: stepCountIs(50), tools: [noop] }).getText();
}
