import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { z } from "zod";
import document from "@patchbay/mock-server/openapi.json" with { type: "json" };
import examples from "@patchbay/mock-server/examples.json" with { type: "json" };
import * as schemas from "@patchbay/spec/schemas";
import { operations, type OperationId } from "@patchbay/spec";

interface Event {
  readonly properties: { readonly data: { readonly contentSchema: { readonly $ref: string } } };
}
type Responses = Record<string, { content: Record<string, { schema: { $ref: string } | Event }> }>;

/** The zod schema of a response or a stream event of an operation. */
function schemaOf(operation: string, media: string, status: string): z.ZodType {
  const { path, method } = operations[operation as OperationId];
  const { responses } = (document.paths as unknown as Record<string, Record<string, { responses: Responses }>>)[path]![
    method.toLowerCase()
  ]!;
  const { schema } = responses[status]!.content[media]!;
  const { $ref } = "$ref" in schema ? schema : schema.properties.data.contentSchema;
  const name = $ref.split("/").at(-1)!;
  return (schemas as unknown as Record<string, z.ZodType>)[`z${name}`]!;
}

type Case = [title: string, schema: z.ZodType, value: unknown];

const cases = examples.flatMap(({ operation, kind, name, status, value }): Case[] => {
  if (kind === "request") return [];
  const success = String(operations[operation as OperationId].status);
  if (kind === "stream")
    return (value as unknown[]).map((event, index) => [
      `${operation} ${name}[${index}]`,
      schemaOf(operation, "text/event-stream", success),
      event,
    ]);
  return [
    [
      `${operation} ${kind} ${name}`,
      schemaOf(operation, "application/json", kind === "error" ? String(status) : success),
      value,
    ],
  ];
});

test.each(cases)("the zod schema accepts the example %s and preserves every field", (_, schema, value) => {
  expect(schema.parse(value)).toEqual(value);
});

/** The values of a schema in the example responses of an operation. */
const answersOf = (operation: OperationId, read: (response: never) => unknown[]): unknown[] =>
  examples
    .filter((example) => example.operation === operation && example.kind === "response")
    .flatMap(({ value }) => read(value as never));

test.each([
  [
    "messages of chat completions",
    schemas.zAssistantMessage,
    answersOf("chat.completions.create", ({ choices }: { choices: { message: unknown }[] }) =>
      choices.map(({ message }) => message),
    ),
  ],
  [
    "output items",
    schemas.zResponseInputItem,
    answersOf("responses.create", ({ output }: { output: unknown[] }) => output),
  ],
  [
    "content blocks",
    schemas.zContentBlockParam,
    answersOf("messages.create", ({ content }: { content: unknown[] }) => content),
  ],
] satisfies [string, z.ZodType, unknown[]][])(
  "requests accept the %s of the examples unchanged",
  (_, schema, values) => {
    expect(values.length).toBeGreaterThan(3);
    for (const value of values) expect(schema.parse(value)).toEqual(value);
  },
);

test("no schema has the name of another export, which would hide its type", () => {
  const index = readFileSync(new URL("../../packages/spec/src/index.ts", import.meta.url), "utf8");
  const exported = [...index.matchAll(/export (?:type )?\{([^}]*)\}/g)].flatMap(([, names]) => names!.split(/[\s,]+/));
  expect(exported).toContain("ErrorStatus");
  expect(Object.keys(document.components.schemas).filter((name) => exported.includes(name))).toEqual([]);
});

test("the zod schemas preserve unknown fields and accept unknown values of open enums", () => {
  const chunk = {
    id: "gen-1",
    object: "chat.completion.chunk",
    created: 1,
    model: "m",
    new_field: { a: 1 },
    choices: [{ index: 0, delta: { content: "x", new_field: true }, finish_reason: "a_new_reason" }],
  };
  expect(schemas.zChatCompletionChunk.parse(chunk)).toEqual(chunk);
});

test.each([
  ["an item", { type: "mind_map", nodes: [1] }, true],
  ["a known item with a mistake", { type: "function_call", name: "f" }, false],
])("the zod schema of an open union reads %s", (_, item, isValid) => {
  expect(schemas.zResponseOutputItem.safeParse(item)).toMatchObject(isValid ? { data: item } : { success: false });
});

test("the zod schemas reject a value of the wrong type", () => {
  expect(schemas.zCredits.safeParse({ data: { total_credits: "much", total_usage: 0 } }).success).toBe(false);
});
