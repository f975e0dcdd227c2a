// A production setup: three models with fallback, a timeout for slow models, and a cost limit.
import assert from "node:assert/strict";
import { createAgent, getAttempts, fallback, getRunReport } from "@patchbay/agent";
import { client } from "./model.ts";

const model = fallback(["openai/gpt-5-mini", "anthropic/claude-haiku-4.5", "z-ai/glm-4.6"], {
  firstTokenTimeout: 10_000,
  idleTimeout: 20_000,
  hedge: { delay: 3000, maxRatio: 0.05 },
  cooldown: { failureThreshold: 2, duration: 60_000 },
  accept: ({ choices }) => !/as an AI/i.test(choices[0]?.message.content ?? ""),
});
const support = createAgent({
  client,
  model,
  instructions: "Answer customers.",
  limits: { maxCost: 0.02, timeout: 60_000 },
});

async function answer(question: string): Promise<string> {
  try {
    const { text, attempts, cost } = await support.run(question);
    for (const { model: asked, outcome, reason = "" } of attempts) console.log(asked, outcome, reason);
    console.log(`$${cost}`);
    return text;
  } catch (error) {
    // Every model failed: what was tried, and what it cost all the same.
    console.error(getAttempts(error), getRunReport(error)?.cost);
    return "We will call you back.";
  }
}
assert.equal(await answer("Where is my parcel?"), "It arrives on Monday.");
