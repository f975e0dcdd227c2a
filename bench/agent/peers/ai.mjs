import { createOpenRouter } from "@openrouter/ai-sdk-provider";
import { isStepCount, tool, ToolLoopAgent } from "ai";
import { z } from "zod";

let provider;
export async function run(baseURL) {
  provider ??= createOpenRouter({ baseURL, apiKey: "x" });
  const noop = tool({ inputSchema: z.object({ n: z.number() }), execute: ({ n }) => ({ ok: n }) });
  const bot = new ToolLoopAgent({ model: provider("any/model"), stopWhen: isStepCount(50), tools: { noop } });
  return (await bot.generate({ prompt: "go" })).text;
}
