// Simple questions go to a cheap model, hard ones to an expensive one. If the cheap model does not know, the expensive one answers.
import assert from "node:assert/strict";
import { createAgent, fallback } from "@patchbay/agent";
import { z } from "zod";
import { client } from "./model.ts";

const [cheap, expensive] = ["openai/gpt-5-nano", "openai/gpt-5"];
const knows = (text: string | null | undefined): boolean => !/I do not know/i.test(text ?? "");
const triage = createAgent({
  client,
  model: cheap,
  instructions: "Is this question hard: does it take several steps of thought?",
  output: z.object({ hard: z.boolean() }),
});
const simple = createAgent({
  client,
  model: fallback([cheap, expensive], { accept: ({ choices }) => knows(choices[0]?.message.content) }),
});
const hard = createAgent({ client, model: expensive });

async function answer(question: string): Promise<{ text: string; model: string; cost: number }> {
  const sorted = await triage.run(question);
  const { text, steps, cost } = await (sorted.output?.hard ? hard : simple).run(question);
  return { text, model: steps.at(-1)!.model, cost: (sorted.cost ?? 0) + (cost ?? 0) };
}

const answers = await Promise.all(["How many days has May?", "Who owns this cat?", "Prove it."].map(answer));
console.table(answers);
assert.deepEqual(
  answers.map(({ model }) => model),
  [cheap, expensive, expensive],
);
