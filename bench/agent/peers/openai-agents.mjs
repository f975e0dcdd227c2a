import { Agent, OpenAIChatCompletionsModel, Runner, setTracingDisabled, tool } from "@openai/agents";
import OpenAI from "openai";
import { z } from "zod";

setTracingDisabled(true);
let model, runner;
export async function run(baseURL) {
  model ??= new OpenAIChatCompletionsModel(new OpenAI({ baseURL, apiKey: "x" }), "any/model");
  runner ??= new Runner({ tracingDisabled: true });
  const noop = tool({
    name: "noop",
    description: "",
    parameters: z.object({ n: z.number() }),
    execute: ({ n }) => ({ ok: n }),
  });
  const result = await runner.run(new Agent({ name: "a", model, tools: [noop] }), "go", { maxTurns: 50 });
  return result.finalOutput;
}
