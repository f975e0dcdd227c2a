import type { ChatMessage } from "@patchbay/spec";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Target } from "../adapter.ts";
import { toChatRequest } from "./to-wire.ts";

const long = "long ".repeat(8000);
const target: Target = { model: "m", issuer: "i" };

/** The body that the provider gets for a request that was read from this JSON. */
function bodyOf(text: string, more: Partial<Target> = {}): { readonly sent: string; readonly usual: string } {
  const request = JSON.parse(text) as { messages: ChatMessage[] };
  const sent = toChatRequest(request, { ...target, ...more, requestBytes: Buffer.from(text) }).body;
  return { sent: String(sent), usual: String(toChatRequest(request, { ...target, ...more }).body) };
}

test("The provider gets the same body, whether or not the text of the request is known", () => {
  const text = fc.oneof(fc.string({ unit: "binary" }), fc.constantFrom('"', "\\", '\\"', "{", "]", long));
  const message = fc.oneof(
    { weight: 5, arbitrary: fc.record({ role: fc.constantFrom("user", "system", "assistant"), content: text }) },
    fc.record({ role: fc.constant("user"), name: text, content: text }),
    fc.record({ role: fc.constantFrom("developer", "user"), content: text, extra: text }),
    fc.record({ role: fc.constant("user"), content: fc.tuple(fc.record({ type: fc.constant("text"), text })) }),
  );
  const request = fc.record({ messages: fc.array(message, { maxLength: 4 }), stop: text, temperature: fc.integer() });
  fc.assert(
    fc.property(request, fc.constantFrom(undefined, 1, "\t"), (value, space) => {
      const whole = { ...value, messages: [...value.messages, { role: "user", content: long }] };
      const { sent, usual } = bodyOf(JSON.stringify(whole, null, space));
      expect(JSON.parse(sent)).toEqual(JSON.parse(usual));
    }),
    { numRuns: 60 },
  );
});

test("The text of a long request is sent as the caller wrote it", () => {
  const messages = `[ {"role":"user", "content":"\\u00e9 ${long}"} ]`;
  expect(bodyOf(`{"model":"x","messages":${messages}}`).sent).toContain(messages);
});

const user = `"role":"user","content":"${long}"`;

test.each([
  ["a content twice", `{"messages":[{"role":"user","content":"other","content":"${long}"}]}`],
  ["a content twice, of another type", `{"messages":[{"content":["x"],${user}}]}`],
  ["an escaped name twice", `{"messages":[{"c\\u006fntent":"other",${user}}]}`],
  ["messages twice", `{"messages":[{"role":"user","content":"other"}],"messages":[{${user}}]}`],
  ["an escaped name of the messages", `{"mess\\u0061ges":[{"role":"user","content":"other"}],"messages":[{${user}}]}`],
  ["a null that is left out", `{"messages":[{"name":null,${user}}]}`],
])("A request with %s is written again", (_, text) => {
  const { sent, usual } = bodyOf(text);
  expect(sent).toBe(usual);
});

test("Configured messages replace those of the caller", () => {
  const { sent, usual } = bodyOf(`{"messages":[{${user}}]}`, { extraBody: { messages: [] } });
  expect(sent).toBe(usual);
});
