// The reference server plays the model of these examples. For the real service: `export const client = new Patchbay()`.
import { Patchbay } from "@patchbay/client";
import { createMockServer } from "@patchbay/mock-server";

const server = createMockServer();
server.on({ lastUser: /Oslo/ }).reply({ toolCalls: [{ name: "weather", arguments: { city: "Oslo" } }] });
server.on({ lastUser: /Oslo/, toolResult: /celsius/ }).reply("Seven degrees in Oslo.");
server.on({ lastUser: /Pay/ }).reply({ toolCalls: [{ name: "pay", arguments: { amount: 10 } }] });
server.on({ lastUser: /Pay/, toolResult: "paid 10" }).reply("It is paid.");
server.on({ lastUser: /Ada/ }).reply('{"name": "Ada", "born": 1815}');
server
  .on({ lastUser: /fjords/ })
  .reply({ toolCalls: [{ name: "research", arguments: { input: "How deep are they?" } }] });
server.on({ lastUser: /How deep/ }).reply("1,308 m.");
server.on({ lastUser: /fjords/, toolResult: /1,308/ }).reply("Fjords are deep: 1,308 m.");
server.on({ lastUser: /2 \+ 2/ }).reply("It is 4.");
server.on({ lastUser: /2 \+ 2/, model: "openai/gpt-4o" }).reply("It is 5.");
server.on({ lastUser: /Norway/ }).reply("It is Bergen.");
server.on({ lastUser: /Norway/, model: "*/g*" }).reply("Oslo.");
server.on({ lastUser: /parcel/, model: "openai/*" }).reply({ status: 503 });
server.on({ lastUser: /parcel/, model: "anthropic/*" }).reply("As an AI, I cannot say.");
server.on({ lastUser: /parcel/, model: "z-ai/*" }).reply("It arrives on Monday.");
server.on({ lastUser: /May|cat/ }).reply("31.");
server.on({ lastUser: /cat/, model: "openai/gpt-5-nano" }).reply("I do not know.");
server.on({ lastUser: /May|cat/, body: { "/response_format/type": "json_schema" } }).reply('{"hard": false}');
server.on({ lastUser: /Prove/ }).reply("Quod erat demonstrandum.");
server.on({ lastUser: /Prove/, body: { "/response_format/type": "json_schema" } }).reply('{"hard": true}');
server.on({ lastUser: /journey/ }).reply({ toolCalls: [{ name: "book", arguments: { what: "train" } }] });
for (const [done, what] of [
  ["train", "hotel"],
  ["hotel", "dinner"],
] as const)
  server
    .on({ lastUser: /journey/, toolResult: `${done} is booked` })
    .reply({ toolCalls: [{ name: "book", arguments: { what } }] });
server.on({ lastUser: /journey/, toolResult: "dinner is booked" }).reply("Train, hotel and dinner are booked.");

export const client = new Patchbay({ apiKey: "sk-or-v1-example", fetch: server.fetch });
export const model = "openai/gpt-5-mini";
