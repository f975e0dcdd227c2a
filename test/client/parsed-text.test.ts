// How JSON is found in a model's output, and the errors for an output without JSON.
import { OutputError, type JsonSchema } from "@patchbay/client";
import { describe, expect, test } from "vitest";
import * as z from "zod";
import { against, caught, chat } from "./support.ts";
import { expectLinear } from "../support/linear.ts";

const place = z.object({ city: z.string() });
const json: JsonSchema = { type: "object", properties: { city: { type: "string" } }, required: ["city"] };
const paris = { city: "Paris" };
const written = JSON.stringify(paris);

const parse = (content: unknown, output: object, more: object = {}): Promise<{ readonly parsed: unknown }> =>
  against([
    () =>
      Response.json({
        id: "gen-1",
        choices: [{ index: 0, message: { role: "assistant", content, ...more }, finish_reason: "stop", ...more }],
      }),
  ]).client.chat.completions.parse({ ...chat, output: output as JsonSchema });

describe.each([
  ["a schema of zod", place],
  ["a JSON Schema alone", json],
])("a schema of type %s", (_, output) => {
  test.each([
    [written],
    [`\uFEFF${written}`],
    [`\`\`\`json\n${written}\n\`\`\``],
    [`\`\`\`JSON\n${written}\n\`\`\``],
    [`\`\`\`jsonc\n${written}\`\`\``],
    [`\`\`\`\n${written}\n\`\`\``],
    [`Here it is:\n\`\`\`json\n${written}\n\`\`\`\nAnything else?`],
    [`<think>The {city} is [1] "odd</think>${written}`],
    [`<think>\n{"city":"Rome"}\n</think>\n\n\`\`\`json\n${written}\n\`\`\``],
    [`They want {"city":"Rome"}…</think>${written}`],
    [`<THINKING>hm</THINKING> ${written}`],
    [`${written} and {it} behind`],
    [`${written}\n${written}`],
    [`See [1] and [2]: ${written}.`],
    [`The answer {as asked} is ${written}`],
  ])("the value is found in %j", async (text) => {
    expect((await parse(text, output)).parsed).toEqual(paris);
  });

  test("an array of parts is read as one text", async () => {
    const parts = [{ type: "text", text: '{"city":' }, { type: "image" }, null, { type: "text", text: '"Paris"}' }];
    expect((await parse(parts, output)).parsed).toEqual(paris);
  });

  test("brackets and fences in strings belong to the value", async () => {
    const odd = { city: 'a } b ] ``` "c\\" {</think>' };
    for (const text of [
      JSON.stringify(odd),
      `\`\`\`json\n${JSON.stringify(odd)}\n\`\`\``,
      `So: ${JSON.stringify(odd)} ok`,
    ])
      expect((await parse(text, output)).parsed).toEqual(odd);
  });

  test.each([
    ["In Paris."],
    [""],
    ["See [1]"],
    ['{"city":"Par'],
    ['{"list":[{"city":"Paris"},{"city":"Rome"}'],
    ['{"list":[{"city":"Paris"},]}'],
    ["{city: Paris}"],
    ["[".repeat(100)],
  ])("no value is found in %j", async (text) => {
    expect(await caught(parse(text, output))).toBeInstanceOf(OutputError);
  });
});

test.each([
  [z.array(z.number()), "See {this}: [1, 2] ok", [1, 2]],
  [z.string(), "plain words", "plain words"],
  [z.string(), '"quoted"', "quoted"],
  [z.number(), "12", 12],
  [z.number(), "```json\n12\n```", 12],
  [z.union([z.object({ a: z.string() }), z.array(z.string())]), 'So: ["x"]!', ["x"]],
])("a value of another type is found (%#)", async (output, text, expected) => {
  expect((await parse(text, output)).parsed).toEqual(expected);
});

describe("the error for an output without a value", () => {
  test.each<[why: string, content: unknown, output: object, more: object, message: RegExp]>([
    ["a number that was cut off", "12", z.number(), { finish_reason: "length" }, /truncated at the token limit/],
    ["a string that was cut off", "plain wor", z.string(), { finish_reason: "length" }, /truncated/],
    ["an object that was cut off", '{"city":"P', place, { finish_reason: "length" }, /truncated/],
    ["the content filter", "", place, { finish_reason: "content_filter" }, /content filter/],
    ["the content filter, after some text", '{"city":"P', place, { finish_reason: "content_filter" }, /content filter/],
    ["a refusal", null, place, { refusal: "I cannot" }, /not valid JSON: I cannot$/],
    ["words", "In Paris.", place, {}, /starts with "In Paris\."/],
  ])("has the reason: %s", async (_, content, output, more, message) => {
    const error = await caught(parse(content, output, more));
    expect(error).toBeInstanceOf(OutputError);
    expect((error as Error).message).toMatch(message);
  });

  test("a complete object is accepted although the token limit was reached after it", async () => {
    expect((await parse(`${written} and then`, json, { finish_reason: "length" })).parsed).toEqual(paris);
  });
});

test.each([
  ["brackets that open", "{["],
  ["brackets that close", "{}[]"],
  ["fences", "``` "],
  ["quotes", '{"'],
  ["thoughts", "<think>"],
  ["ends of thoughts", "</think> {"],
])("the time for a long text of %s is linear in its length", async (_, unit) => {
  await expectLinear((size) => parse(unit.repeat(size), json).catch(() => undefined), 200_000);
});
