// Structured output as models write it: the first JSON value that matches the schema is the output, without a further request.
import { createAgent } from "@patchbay/agent";
import { createScriptedClient } from "@patchbay/agent/testing";
import { OutputError, type OutputSchema } from "@patchbay/client";
import { expect, test } from "vitest";
import { z } from "zod";
import { expectLinear } from "../support/linear.ts";

const model = "any/model";
const shape = z.object({ a: z.string() });
const shapeAlone = { type: "object", properties: { a: { type: "string" } }, required: ["a"] };
const x = '{"a": "x"}';

const objects: readonly (readonly [name: string, text: string])[] = [
  ["words with braces behind", `Here: ${x} and that is {it}.`],
  ["words with braces in front", `A set {1, 2} and then ${x}`],
  ["an open brace in front", `Use { as follows: ${x}`],
  ["citations around", `See [1] and [2]: ${x} [3]`],
  ["a second object behind", `${x}\n{"a": "y"}`],
  ["an object of another kind in front", `{"b": 1} ${x}`],
  ["an invalid object in front", `{"a": 5}\n${x}`],
  ["the object twice", `${x}${x}`],
  ["a fence in capitals", `\`\`\`JSON\n${x}\n\`\`\``],
  ["a fence behind a citation", `As in [1]:\n\`\`\`json\n${x}\n\`\`\`\nDone.`],
  ["a fence on one line", `\`\`\`json ${x} \`\`\``],
  ["two fences", `\`\`\`\n{"b":1}\n\`\`\`\n\`\`\`\n${x}\n\`\`\``],
  ["an open fence", `\`\`\`json\n${x}`],
  ["thoughts", `<think>Maybe {"a": "draft"}? No.</think>\n${x}`],
  ["thoughts in capitals", `<THINK>{"a":"draft"}</THINK>${x}`],
  ["thoughts under another name", `<thinking>{"a":"draft"}</thinking>${x}`],
  ["thoughts without a beginning", `Maybe {"a": "draft"}?</think>${x}`],
  ["thoughts and a fence", `<think>hm</think>\n\`\`\`json\n${x}\n\`\`\``],
  ["a byte order mark", `\ufeff${x}`],
  ["a trailing comma", '{"a": "x",}'],
  ["quotes in the words around it", `The "best" answer: ${x} "!`],
];

test.each(objects)("an object with %s is read without a second request", async (_, text) => {
  for (const output of [shape, { schema: shape, jsonSchema: shapeAlone }, shapeAlone]) {
    const { client, requests } = createScriptedClient([text]);
    expect((await createAgent({ client, model, output }).run("?")).output).toEqual({ a: "x" });
    expect(requests).toHaveLength(1);
  }
});

test.each([
  ["a fence", '{"a":"use ```js here"}', { a: "use ```js here" }],
  ["brackets", '{"a":"x ]} y"}', { a: "x ]} y" }],
  ["a closing tag of thoughts", '{"a":"x</think>y"}', { a: "x</think>y" }],
  ["quotes that are escaped", String.raw`{"a":"\"}\\"}`, { a: '"}\\' }],
  ["a raw line break", '{"a":"x\ny"}', { a: "x\ny" }],
])("%s in a string of the output is part of it", async (_, text, expected) => {
  for (const around of [text, `Sure: ${text}`, `\`\`\`json\n${text}\n\`\`\``, `<think>hm</think>${text}`]) {
    const { client } = createScriptedClient([around]);
    expect((await createAgent({ client, model, output: shape }).run("?")).output).toEqual(expected);
  }
});

const scalars: readonly (readonly [name: string, output: OutputSchema, text: string, expected: unknown])[] = [
  ["a string without quotes", z.string(), "Paris", "Paris"],
  ["a string with quotes", z.string(), '"Paris"', "Paris"],
  ["a string that is a number", z.string(), "42", "42"],
  ["a string in a fence", z.string(), '```json\n"Paris"\n```', "Paris"],
  ["a string behind thoughts", z.string(), "<think>[1]</think> Paris ", "Paris"],
  ["a string with brackets", z.string(), "See [1].", "See [1]."],
  ["a choice without quotes", z.enum(["yes", "no"]), "yes\n", "yes"],
  ["a string by JSON Schema alone", { type: "string" }, "Paris", "Paris"],
  ["a string or null", { type: ["string", "null"] }, "null", null],
  ["a number", z.number(), " 42 ", 42],
  ["a boolean", z.boolean(), "true", true],
  ["null", z.null(), "null", null],
  ["a list", z.array(z.number()), "Sure: [1, 2,]", [1, 2]],
  ["an object of a union", z.union([z.object({ a: z.string() }), z.array(z.string())]), `[1] ${x}`, { a: "x" }],
];

test.each(scalars)("%s is read without a second request", async (_, output, text, expected) => {
  const { client, requests } = createScriptedClient([text]);
  expect((await createAgent({ client, model, output }).run("?")).output).toEqual(expected);
  expect(requests).toHaveLength(1);
});

const wrong: readonly (readonly [name: string, schema: OutputSchema, text: string])[] = [
  ["a citation for an object", { type: "object" }, "See [1] for details."],
  ["a citation for a list of objects", { type: "array", items: { type: "object" } }, "See [1] for details."],
  ["a citation for a list of strings", { type: "array", items: { type: "string" } }, "[1]"],
  ["a citation for a tuple", { type: "array", prefixItems: [{ type: "string" }] }, "[1]"],
  ["an object without a required field", shapeAlone, '{"b":"x"}'],
  ["a field of another type", shapeAlone, '{"a":5}'],
  ["a field of another type by reference", { $ref: "#/$defs/a", $defs: { a: shapeAlone } }, '{"a":5}'],
  ["none of the alternatives", { anyOf: [shapeAlone, { type: "null" }] }, "[1]"],
  ["none of the constants", { enum: ["yes", "no"] }, '"maybe"'],
  ["another constant", { type: "object", properties: { k: { const: 1 } } }, '{"k":2}'],
  ["an object inside an object that is truncated", { type: "object" }, '{"list":[{"a":1},{"a":2}'],
  ["an object inside a list that is truncated", { type: "object" }, 'Here: [{"a":1},{"a":'],
  ["a list inside an object that is truncated", { type: "array" }, '{ "list": [1, 2], "more'],
  ["prose for a number", { type: "number" }, "It is 42."],
];

test.each(wrong)("%s is not taken as the output: the model corrects it", async (_, output, text) => {
  const { client, requests } = createScriptedClient([text, text]);
  const error: unknown = await createAgent({ client, model, output })
    .run("?")
    .catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(OutputError);
  expect(requests).toHaveLength(2);
});

const right: readonly (readonly [name: string, schema: OutputSchema, value: unknown])[] = [
  [
    "recursive schemas",
    { $ref: "#/$defs/n", $defs: { n: { type: "object", properties: { n: { $ref: "#/$defs/n" } } } } },
    { n: { n: {} } },
  ],
  ["a schema that refers to itself only", { $ref: "#" }, 5],
  ["references that lead nowhere", { $ref: "other.json#/x" }, 5],
  ["null where it is allowed", { type: "string", nullable: true }, null],
  ["integers", { type: "integer" }, 5],
  ["an empty schema", {}, ["anything"]],
  ["keywords that are not known", { type: "object", unevaluatedProperties: false, if: {} }, { a: 1 }],
];

test.each(right)("the shape of a JSON Schema allows %s", async (_, output, value) => {
  const { client } = createScriptedClient([JSON.stringify(value)]);
  expect((await createAgent({ client, model, output }).run("?")).output).toEqual(value);
});

test("a schema that throws is an OutputError with its cause immediately", async () => {
  const cause = new TypeError("undefined is not a function");
  const output = z.object({ a: z.string() }).transform(() => {
    throw cause;
  });
  const { client, requests } = createScriptedClient([x, x]);
  const jsonSchema = shapeAlone;
  const error: unknown = await createAgent({ client, model, output: { schema: output, jsonSchema } })
    .run("?")
    .catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(OutputError);
  expect(error).toMatchObject({ cause, text: x });
  expect(requests).toHaveLength(1);
});

test.each([
  ["open brackets", "{".repeat(200_000)],
  ["open and closed brackets", "{[".repeat(50_000) + "]}".repeat(50_000)],
  ["escaped quotes", `{"${'\\"'.repeat(200_000)}`],
  ["commas", ",".repeat(400_000)],
  ["fences", "```".repeat(100_000)],
  ["small objects", "{}".repeat(200_000)],
])("a long response of %s is read in linear time", async (_, text) => {
  const read = (answer: string): Promise<unknown> => {
    const { client } = createScriptedClient([answer, answer]);
    return createAgent({ client, model, output: z.object({ a: z.string() }) })
      .run("?")
      .catch(() => undefined);
  };
  await expectLinear((size) => read(text.slice(0, size)), text.length / 4);
});
