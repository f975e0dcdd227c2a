// Six models, two questions: pass rate, latency and cost.
import assert from "node:assert/strict";
import { compareModels, toTable } from "@patchbay/agent/compare";
import { client } from "./model.ts";

const models = ["openai/gpt-5", "openai/gpt-4o", "x-ai/grok-4", "z-ai/glm-4.6", "qwen/qwen3-max", "cohere/command-a"];
const cases = [
  { input: "2 + 2?", expected: "4" },
  { input: "What is the capital of Norway?", expected: /oslo/i },
];
const result = await compareModels(models, cases, { client });
console.log(toTable(result));
assert.equal(result.models[0]?.passRate, 1);
