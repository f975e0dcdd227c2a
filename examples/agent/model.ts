// The mock server is the model of these examples. For the real API: `export const client = new Patchbay()`.
import { Patchbay } from "@patchbay/client";
import { createMockServer } from "@patchbay/mock-server";

const server = createMockServer();
server.on({ userMessage: /Oslo/ }).reply({ toolCalls: [{ name: "weather", arguments: { city: "Oslo" } }] });
server.on({ userMessage: /Oslo/, toolResult: /celsius/ }).reply("Seven degrees in Oslo.");
server.on({ userMessage: /Pay/ }).reply({ toolCalls: [{ name: "pay", arguments: { amount: 10 } }] });
server.on({ userMessage: /Pay/, toolResult: "paid 10" }).reply("It is paid.");
server.on({ userMessage: /Ada/ }).reply('{"name": "Ada", "born": 1815}');
server
  .on({ userMessage: /fjords/ })
  .reply({ toolCalls: [{ name: "research", arguments: { input: "How deep are they?" } }] });
server.on({ userMessage: /How deep/ }).reply("1,308 m.");
server.on({ userMessage: /fjords/, toolResult: /1,308/ }).reply("Fjords are deep: 1,308 m.");
server.on({ userMessage: /2 \+ 2/ }).reply("It is 4.");
server.on({ userMessage: /2 \+ 2/, model: "openai/gpt-4o" }).reply("It is 5.");
server.on({ userMessage: /Norway/ }).reply("It is Bergen.");
server.on({ userMessage: /Norway/, model: "*/g*" }).reply("Oslo.");
server.on({ userMessage: /parcel/, model: "openai/*" }).reply({ status: 503 });
server.on({ userMessage: /parcel/, model: "anthropic/*" }).reply("As an AI, I cannot say.");
server.on({ userMessage: /parcel/, model: "z-ai/*" }).reply("It arrives on Monday.");
server.on({ userMessage: /May|cat/ }).reply("31.");
server.on({ userMessage: /cat/, model: "openai/gpt-5-nano" }).reply("I do not know.");
server.on({ userMessage: /May|cat/, body: { "/response_format/type": "json_schema" } }).reply('{"hard": false}');
server.on({ userMessage: /Prove/ }).reply("Quod erat demonstrandum.");
server.on({ userMessage: /Prove/, body: { "/response_format/type": "json_schema" } }).reply('{"hard": true}');
server.on({ userMessage: /journey/ }).reply({ toolCalls: [{ name: "book", arguments: { what: "train" } }] });
for (const [done, what] of [
  ["train", "hotel"],
  ["hotel", "dinner"],
] as const)
  server
    .on({ userMessage: /journey/, toolResult: `${done} is booked` })
    .reply({ toolCalls: [{ name: "book", arguments: { what } }] });
server.on({ userMessage: /journey/, toolResult: "dinner is booked" }).reply("Train, hotel and dinner are booked.");

export const client = new Patchbay({ apiKey: "sk-or-v1-example", fetch: server.fetch });
export const model = "openai/gpt-5-mini";
