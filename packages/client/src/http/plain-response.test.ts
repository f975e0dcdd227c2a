import { chatCompletionsCreate, modelsList } from "@patchbay/spec/operation-calls";
import fc from "fast-check";
import { expect, test } from "vitest";
import { isPlain } from "./plain-response.ts";
import { readBody } from "./response-body.ts";

type Place = Record<string, unknown>;

const completion = {
  id: "gen-1",
  object: "chat.completion",
  choices: [
    {
      index: 0,
      finish_reason: "tool_calls",
      native_finish_reason: "stop",
      message: {
        role: "assistant",
        content: null,
        refusal: null,
        reasoning: "hm",
        reasoning_details: [{ type: "reasoning.text", text: "hm" }],
        tool_calls: [{ id: "1", type: "function", function: { name: "f", arguments: "{}" } }],
      },
    },
  ],
  usage: { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 },
};

const names = (
  "error errors message object type status code choices data delta finish_reason native_finish_reason content reasoning refusal " +
  "tool_calls reasoning_details annotations images audio id function name arguments 0 usage"
).split(" ");

const values = fc.oneof(
  fc.constantFrom(null, "", "error", "ERROR", "network_error", "failed", "response", 0, 500, false, true, [], {}, [
    null,
  ]),
  fc.constantFrom(
    [{}],
    ["x"],
    { message: "x" },
    { error: "x" },
    { content: "x" },
    [{ type: "text", text: "x" }],
    [{ name: 1 }],
  ),
);

/** Every object in a value, the value included. */
function objectsIn(value: unknown): Place[] {
  return typeof value === "object" && value !== null
    ? [value as Place, ...Object.values(value).flatMap(objectsIn)]
    : [];
}

const changes = fc.array(fc.record({ place: fc.nat(), name: fc.constantFrom(...names), value: values }), {
  maxLength: 3,
});

test.each([
  ["a completion", completion, chatCompletionsCreate],
  ["a list", { data: [{ id: "m" }] }, modelsList],
] as const)("%s that is read without the code for other responses is what that code returns", async (_, body, call) => {
  let plain = 0;
  await fc.assert(
    fc.asyncProperty(changes, async (edits) => {
      const changed = structuredClone(body) as object;
      for (const { place, name, value } of edits) {
        const objects = objectsIn(changed);
        objects[place % objects.length]![name] = structuredClone(value);
      }
      const text = JSON.stringify(changed);
      if (!isPlain(JSON.parse(text), call.response)) return;
      plain++;
      expect(await readBody(new Response(text), text, call.response)).toEqual(JSON.parse(text));
    }),
    { numRuns: 3000 },
  );
  expect(plain).toBeGreaterThan(300);
});

test("a completion and a list of the contract are read without the code for other responses", () => {
  expect(isPlain(completion, chatCompletionsCreate.response)).toBe(true);
  expect(isPlain({ data: [{}] }, modelsList.response)).toBe(true);
});
