// A tour in one process, without a network: a streamed chat, prices, semantic search, reranking, an agent, an error
// that explains itself, and what all of it cost.
import assert from "node:assert/strict";
import { setTimeout as wait } from "node:timers/promises";
import { styleText } from "node:util";
import { createAgent, tool } from "@patchbay/agent";
import { ApiError, Patchbay } from "@patchbay/client";
import { createMockServer } from "@patchbay/mock-server";

const live = process.stdout.isTTY;
const paint = (format: Parameters<typeof styleText>[0], text: string): string =>
  styleText(format, text, { stream: process.stdout });
const heading = (text: string): void => console.log(`\n${paint(["bold", "cyan"], text)}`);
const usd = (amount: number): string => `$${amount.toFixed(9).replace(/0{1,6}$/, "")}`;

const said =
  "A patchbay is the panel in a studio that connects any source to any destination. This one connects your program to any model: one endpoint, one key, one bill.";
const server = createMockServer({ credits: 1, script: [said], tokenDelay: live ? 25 : 0 });
const client = new Patchbay({ apiKey: "sk-or-v1-demo", fetch: server.fetch });
const account = new Patchbay({ apiKey: "sk-or-mgmt-demo", fetch: server.fetch });
let spent = 0;

console.log(
  paint("bold", "Patchbay") + paint("dim", "  the OpenRouter API against a mock server, in this process, offline"),
);

heading("A streamed chat");
console.log(paint("dim", "> What is a patchbay?"));
let answer = "";
const stream = client.chat.completions.stream({
  model: "openai/gpt-5-mini",
  messages: [{ role: "user", content: "What is a patchbay?" }],
});
for await (const piece of stream.textStream()) {
  answer += piece;
  process.stdout.write(piece);
}
const { model, provider, usage } = await stream.final();
spent += usage?.cost ?? 0;
console.log(
  paint(
    "dim",
    `\n  ${model} by ${provider}: ${usage?.prompt_tokens} + ${usage?.completion_tokens} tokens, ${usd(usage?.cost ?? 0)}`,
  ),
);
assert.equal(answer, said);

heading("Models that call tools, cheapest first (USD per million tokens)");
const { data: models, total_count } = await client.models.list({
  supported_parameters: "tools",
  sort: "pricing-low-to-high",
  limit: 6,
});
const perMillion = (price: string): string => (Number(price) * 1e6).toFixed(3).padStart(7);
for (const { id, pricing, context_length } of models) {
  console.log(
    `  ${id.padEnd(44)}${perMillion(pricing.prompt)} in ${perMillion(pricing.completion)} out  ${paint("dim", `${Math.round((context_length ?? 0) / 1000)}k context`)}`,
  );
}
console.log(paint("dim", `  … ${total_count} in all`));
assert.equal(models.length, 6);

heading("Semantic search with embeddings");
const notes = [
  "The cat sleeps on the warm mat.",
  "Tin prices rose on Monday.",
  "Patch the microphone into channel two.",
  "My kitten likes sleeping in the sun.",
];
const question = "where do cats like to sleep?";
const embedded = await client.embeddings.embed({
  model: "openai/text-embedding-3-small",
  input: [question, ...notes],
});
spent += embedded.usage?.cost ?? 0;
const [query, ...vectors] = embedded.vectors;
const found = vectors
  .map((vector, index) => ({
    note: notes[index]!,
    score: vector.reduce((sum, value, at) => sum + value * query![at]!, 0),
  }))
  .toSorted((a, b) => b.score - a.score);
console.log(paint("dim", `> ${question}`));
for (const { note, score } of found) console.log(`  ${score.toFixed(3).padStart(6)}  ${note}`);
assert.match(found[0]!.note, /cat|kitten/);

heading("The same notes, ranked");
const ranking = await client.rerank.create({
  model: "cohere/rerank-v3.5",
  query: question,
  documents: notes,
  top_n: 2,
});
spent += ranking.usage?.cost ?? 0;
for (const { relevance_score, document } of ranking.results)
  console.log(`  ${relevance_score.toFixed(3).padStart(6)}  ${document.text}`);

heading("An agent with a tool and a budget");
server.on({ userMessage: /Oslo/ }).reply({ toolCalls: [{ name: "weather", arguments: { city: "Oslo" } }] });
server.on({ userMessage: /Oslo/, toolResult: /celsius/ }).reply("Minus seven degrees, and snow.");
const weather = tool({
  name: "weather",
  inputSchema: { type: "object", properties: { city: { type: "string" } }, required: ["city"] },
  execute: () => ({ celsius: -7, sky: "snow" }),
});
const bot = createAgent({ client, model: "openai/gpt-5-mini", tools: [weather], limits: { maxCost: 0.01 } });
console.log(paint("dim", "> How is the weather in Oslo?"));
const run = bot.run("How is the weather in Oslo?");
for await (const event of run) {
  if (event.type === "tool-end") console.log(`  ${paint("yellow", event.name)} gave ${JSON.stringify(event.output)}`);
  if (event.type === "text-delta") process.stdout.write(event.text);
}
const { cost = 0, steps, stopReason: stop } = await run;
spent += cost;
console.log(paint("dim", `\n  ${steps.length} steps, ${stop}, ${usd(cost)} of $0.01`));
assert.equal(stop, "completed");

heading("An error that explains itself");
try {
  const content = [{ type: "image_url", image_url: {} }] as never;
  await client.chat.completions.create({
    model: "openai/gpt-5-mini",
    temperature: 9,
    messages: [{ role: "user", content }],
  });
  assert.fail("the request breaks the contract");
} catch (error) {
  if (!(error instanceof ApiError)) throw error;
  console.log(`  ${paint("red", `${error.status} ${error.code}`)}`);
  for (const { pointer, message } of error.metadata?.issues ?? [])
    console.log(`  ${paint("yellow", pointer)} ${message}`);
  assert.equal(error.metadata?.issues?.length, 2);
}

heading("What all of it cost");
if (live) await wait(150);
const { data } = await account.credits.get();
console.log(`  ${usd(data.total_usage)} of $${data.total_credits.toFixed(2)}; the calls above add up to ${usd(spent)}`);
console.log(paint("dim", "  The rejected request cost nothing.\n"));
assert.equal(Math.round(data.total_usage * 1e9), Math.round(spent * 1e9));
