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

const requests = examples
  .filter(({ operation, kind }) => operation === "chat.completions.create" && kind === "request")
  .map(({ value }) => value);
const accepts = validators["chat.completions.create"].body!;

test("the explainer finds an issue exactly when the compiled validator rejects a request, for any corrupted request", () => {
  const junk = fc.oneof(
    fc.constant(null),
    fc.boolean(),
    fc.integer(),
    fc.double(),
    fc.string(),
    fc.constant([]),
    fc.constant({}),
    fc.constantFrom("user", "text", "function", "5m"),
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
        expect(explainChat(spoilt).length > 0).toBe(!good);
      },
    ),
    { numRuns: 2000 },
  );
  expect(refused).toBeGreaterThan(200);
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
