// Structured output: read as models write it, repaired once, and streamed.
import { createAgent, type RunReport } from "@patchbay/agent";
import { createScriptedClient } from "@patchbay/agent/testing";
import { OutputError } from "@patchbay/client";
import { expect, test } from "vitest";
import { z } from "zod";
import { readPartialJson } from "../../packages/agent/src/output/partial-json.ts";
import fc from "fast-check";

const model = "any/model";
const person = z.object({ name: z.string(), born: z.number() });
const ada = { name: "Ada", born: 1815 };

test.each([
  ["plain", JSON.stringify(ada)],
  ["in a fence", `\`\`\`json\n${JSON.stringify(ada)}\n\`\`\``],
  ["in a fence without a name", `\`\`\`\n${JSON.stringify(ada)}\n\`\`\``],
  ["with words around it", `Here you are: ${JSON.stringify(ada)} — anything else?`],
  ["with a trailing comma", '{"name": "Ada", "born": 1815,}'],
])("output %s is read", async (_, text) => {
  const { client, requests } = createScriptedClient([text]);
  const { output, text: raw } = await createAgent({ client, model, output: person }).run("Who?");
  expect(output).toEqual(ada);
  expect(raw).toBe(text);
  expect(requests[0]!.response_format).toMatchObject({
    type: "json_schema",
    json_schema: { strict: true, schema: { required: ["name", "born"], additionalProperties: false } },
  });
});

test("commas inside strings stay", async () => {
  const { client } = createScriptedClient(['{"a": "x,]", "b": ["y,}",],}']);
  const output = z.object({ a: z.string(), b: z.array(z.string()) });
  expect((await createAgent({ client, model, output }).run("?")).output).toEqual({ a: "x,]", b: ["y,}"] });
});

test("invalid output is repaired once: the model receives the issues, and the rejected response is billed", async () => {
  const { client, requests } = createScriptedClient([
    { text: '{"name":"Ada","born":"1815"}', cost: 0.1 },
    { text: JSON.stringify(ada), cost: 0.2 },
  ]);
  const result = await createAgent({ client, model, output: person }).run("Who?");
  expect(result).toMatchObject({ output: ada, stopReason: "completed", cost: 0.3 });
  expect(result.attempts).toMatchObject([
    { outcome: "rejected", reason: expect.stringContaining("/born") as string },
    { outcome: "succeeded" },
  ]);
  expect(requests[1]!.messages.at(-1)).toMatchObject({
    role: "user",
    content: expect.stringMatching(/\/born: .*number.*the JSON only/s) as string,
  });
});

test("output that stays invalid is requested from the next model, and then throws an error that keeps the text", async () => {
  const second = createScriptedClient(["no", "no", JSON.stringify(ada)]);
  expect(
    (await createAgent({ client: second.client, model: ["a/one", "b/two"], output: person }).run("Who?")).output,
  ).toEqual(ada);
  expect(second.requests.map(({ model, models }) => model ?? models)).toEqual([
    ["a/one", "b/two"],
    ["a/one", "b/two"],
    "b/two",
  ]);
  const { client } = createScriptedClient(["no", "still no"]);
  const error = (await createAgent({ client, model, output: person })
    .run("Who?")
    .then(undefined, (thrown: unknown) => thrown)) as OutputError & { run: RunReport };
  expect(error).toBeInstanceOf(OutputError);
  expect(error.text).toBe("still no");
  expect(error.run.attempts.map(({ outcome }) => outcome)).toEqual(["rejected", "rejected"]);
});

test("at a limit invalid output is undefined and does not throw", async () => {
  const { client } = createScriptedClient(["no", "no"]);
  const result = await createAgent({ client, model, output: person, limits: { maxSteps: 1 } }).run("Who?");
  expect(result).toMatchObject({ stopReason: "max_steps", output: undefined, text: "no" });
});

test("while the model writes, partial-output events have the value so far", async () => {
  const { client } = createScriptedClient(['{"name": "Ada Lovelace", "born": 1815}']);
  const run = createAgent({ client, model, output: person }).run("Who?");
  const partial = (await Array.fromAsync(run)).flatMap((event) =>
    event.type === "partial-output" ? [event.output] : [],
  );
  expect(partial[0]).toEqual({});
  expect(partial).toContainEqual({ name: "Ada" });
  expect(partial.at(-1)).toEqual({ name: "Ada Lovelace", born: 1815 });
});

test("any JSON, cut anywhere, is read as a beginning of itself", () => {
  const value = fc.letrec((tie) => ({
    tree: fc.oneof(
      { maxDepth: 3 },
      fc.string({ unit: "grapheme" }),
      fc.integer(),
      fc.boolean(),
      fc.constant(null),
      tie("list"),
      tie("object"),
    ),
    list: fc.array(tie("tree"), { maxLength: 4 }),
    object: fc.dictionary(fc.string({ maxLength: 5 }), tie("tree"), { maxKeys: 4, noNullPrototype: true }),
  }));
  fc.assert(
    fc.property(value.object, fc.nat(), (whole, cut) => {
      const text = JSON.stringify(whole);
      const shown = readPartialJson(text.slice(0, 1 + (cut % text.length)));
      expect(isBeginning(shown, whole)).toBe(true);
      expect(readPartialJson(text)).toEqual(whole);
    }),
    { numRuns: 500 },
  );
});

/** Whether a value can grow into another one. */
function isBeginning(part: unknown, whole: unknown): boolean {
  if (part === undefined) return true;
  if (typeof part === "string") return typeof whole === "string";
  if (typeof part === "number") return typeof whole === "number";
  if (Array.isArray(part))
    return Array.isArray(whole) && part.length <= whole.length && part.every((one, at) => isBeginning(one, whole[at]));
  if (typeof part === "object" && part !== null)
    return (
      typeof whole === "object" &&
      whole !== null &&
      Object.entries(part).every(([name, held]) => isBeginning(held, (whole as Record<string, unknown>)[name]))
    );
  return part === whole;
}
