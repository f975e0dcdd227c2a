// A call for production: three models stand in for each other, a slow one is not waited for, and the bill has a limit.
import assert from "node:assert/strict";
import { agent, attemptsOf, fallback, reportOf } from "@patchbay/agent";
import { client } from "./model.ts";

const model = fallback(["openai/gpt-5-mini", "anthropic/claude-haiku-4.5", "z-ai/glm-4.6"], {
  firstToken: 10_000,
  stall: 20_000,
  hedge: { after: 3000, share: 0.05 },
  cooldown: { after: 2, for: 60_000 },
  accept: ({ choices }) => !/as an AI/i.test(choices[0]?.message.content ?? ""),
});
const support = agent({ client, model, instructions: "Answer customers.", limit: { usd: 0.02, seconds: 60 } });

async function answer(question: string): Promise<string> {
  try {
    const { text, attempts, cost } = await support.run(question);
    for (const { model: asked, outcome, reason = "" } of attempts) console.log(asked, outcome, reason);
    console.log(`$${cost}`);
    return text;
  } catch (error) {
    // Every model failed: what was tried, and what it cost all the same.
    console.error(attemptsOf(error), reportOf(error)?.cost);
    return "We will call you back.";
  }
}
assert.equal(await answer("Where is my parcel?"), "It arrives on Monday.");
