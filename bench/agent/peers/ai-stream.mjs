import { createOpenRouter } from "@openrouter/ai-sdk-provider";
import { isStepCount, streamText, tool } from "ai";
import { z } from "zod";

let provider;
export async function run(baseURL) {
  provider ??= createOpenRouter({ baseURL, apiKey: "x" });
  const noop = tool({ inputSchema: z.object({ n: z.number() }), execute: ({ n }) => ({ ok: n }) });
  let text = "";
  const { textStream } = streamText({
    model: provider("any/model"),
    prompt: "go",
    stopWhen: isStepCount(50),
    tools: { noop },
  });
  for await (const piece of textStream) text += piece;
  return text;
}
