import document from "../generated/contract/openapi.json" with { type: "json" };
import { validators } from "../generated/contract/validators.ts";
import examples from "../generated/contract/examples.json" with { type: "json" };
import fc from "fast-check";
import { expect, test } from "vitest";
import { explain } from "./explain.ts";

const schema = { $ref: "#/components/schemas/ChatCompletionRequest" };
const explainChat = (value: unknown): string[] =>
  explain(value, schema, document as never, "body").map(({ pointer, message }) => `${pointer} ${message}`);

test("five mistakes give five issues, including those inside unions", () => {
  const value = {
    model: 7,
    messages: [
      { role: "user", content: [{ type: "image_url", image_url: {} }] },
      { role: "tool", content: "x" },
    ],
    temperature: 9,
    tools: [{ type: "function", function: {} }],
  };
  expect(explainChat(value)).toEqual([
    "/model expected string or null, got number",
    "/messages/0/content/0/image_url/url is required and missing",
    "/messages/1/tool_call_id is required and missing",
    "/temperature expected at most 2, got 9",
    "/tools/0/function/name is required and missing",
  ]);
});

test.each([
  [
    { messages: [{ role: "robot" }] },
    '/messages/0/role expected one of "system", "developer", "user", "assistant", "tool", got "robot"',
  ],
  [{ messages: ["hi"] }, "/messages/0 expected object, got string"],
  [{ messages: [] }, "/messages expected at least 1 item, got 0"],
  [{ messages: [{ role: "user", content: 42 }] }, "/messages/0/content expected string or array, got number"],
  [{ messages: [{ role: "user", content: "x" }], stop: 1 }, "/stop expected string or array or null, got number"],
  [
    { messages: [{ role: "user", content: "x" }], "a/b": 1, reasoning: { effort: "huge" } },
    '/reasoning/effort expected one of "max", "xhigh", "high", "medium", "low", "minimal", "none", got "huge"',
  ],
  [
    { messages: [{ role: "user", content: "x" }], metadata: { ["k".repeat(65)]: "v" } },
    `/metadata/${"k".repeat(65)} as a name: expected at most 64 characters, got 65`,
  ],
  [[], " expected object, got array"],
  [{}, "/messages is required and missing"],
])("explains %j", (value, line) => {
  expect(explainChat(value)).toEqual([line]);
});

const bodies = [
  ["chat.completions.create", "ChatCompletionRequest"],
  ["responses.create", "ResponsesRequest"],
  ["messages.create", "MessagesRequest"],
] as const;

test.each(bodies)(
  "the explainer finds an issue exactly when the validator rejects a corrupted request of %s",
  (id, name) => {
    const requests = examples
      .filter(({ operation, kind }) => operation === id && kind === "request")
      .map(({ value }) => value);
    const accepts = validators[id].body!;
    const find = (value: unknown): unknown[] =>
      explain(value, { $ref: `#/components/schemas/${name}` }, document, "body");
    const junk = fc.oneof(
      fc.constant(null),
      fc.boolean(),
      fc.integer(),
      // JSON has no other numbers. In a union of types, the validator accepts NaN.
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.string(),
      fc.constant([]),
      fc.constant({}),
      fc.constantFrom("user", "text", "function", "5m", "message", "input_text", "function_call"),
    );
    let refused = 0;
    fc.assert(
      fc.property(
        fc.constantFrom(...requests),
        fc.array(fc.tuple(fc.nat(), junk), { minLength: 1, maxLength: 3 }),
        (request, changes) => {
          const spoilt = structuredClone(request) as unknown;
          for (const [where, value] of changes) replace(spoilt, where, value);
          const good = accepts(spoilt);
          if (!good) refused++;
          expect(find(spoilt).length > 0).toBe(!good);
        },
      ),
      { numRuns: 2000 },
    );
    expect(refused).toBeGreaterThan(200);
  },
);

const explainInput = (...input: unknown[]): string[] =>
  explain({ input }, { $ref: "#/components/schemas/ResponsesRequest" }, document as never, "body").map(
    ({ pointer, message }) => `${pointer} ${message}`,
  );

test.each([
  ["an item of an unknown type", { type: "mind_map", nodes: [1] }],
  ["a message without a type", { role: "user", content: "Hi." }],
  ["a message whose type is null", { type: null, role: "user", content: "Hi." }],
  ["a part of an unknown type", { role: "user", content: [{ type: "input_smell", smell: 1 }] }],
])("a request accepts %s", (_, item) => {
  expect(explainInput(item)).toEqual([]);
  expect(validators["responses.create"].body!({ input: [item] })).toBe(true);
});

test.each([
  [{ type: "function_call_output", output: "x" }, ["/input/0/call_id is required and missing"]],
  [{ type: "function_call", call_id: 7, name: "f", arguments: "{}" }, ["/input/0/call_id expected string, got number"]],
  [{ content: "x" }, ["/input/0/role is required and missing"]],
  [{ type: 7 }, [/^\/input\/0\/type expected one of "message", "reasoning", .*, got 7$/]],
])("a mistake in a known item is reported, not accepted as an unknown item: %j", (item, lines) => {
  expect(validators["responses.create"].body!({ input: [item] })).toBe(false);
  expect(explainInput(item)).toEqual(
    lines.map((line) => (line instanceof RegExp ? expect.stringMatching(line) : line)),
  );
});

/** Replaces one of the values inside. */
function replace(root: unknown, where: number, value: unknown): void {
  const places: [Record<string, unknown>, string][] = [];
  const visit = (at: unknown): void => {
    if (typeof at !== "object" || at === null) return;
    for (const [key, member] of Object.entries(at)) {
      places.push([at as Record<string, unknown>, key]);
      visit(member);
    }
  };
  visit(root);
  const place = places[where % Math.max(places.length, 1)];
  if (place) place[0][place[1]] = value;
}
