import type { ApiModel, NamedSchema, Operation } from "../../model/model.ts";
import {
  constant,
  integer,
  nullable,
  operation,
  parameter,
  property,
  reference,
  request,
  response,
  schema,
  tag,
  text,
} from "../../model/testing/builders.ts";

/** Two topics that use each other, a union with an open member, a reserved name, a secret, an enum, a list, pages. */
const schemas: readonly NamedSchema[] = [
  schema(
    "Mood",
    "notes",
    {
      kind: "enum",
      base: "string",
      open: true,
      nullable: false,
      values: [
        { value: "calm", description: "Calm." },
        { value: "loud", description: "Loud." },
      ],
    },
    { ...request, ...response },
  ),
  schema(
    "Note",
    "notes",
    [
      property("from", text, { required: true, names: { python: "from_" } }),
      property("object", constant("note"), { required: true }),
      property("mood", nullable(reference("Mood"))),
      property("parts", { kind: "list", items: reference("Part"), nullable: false }, { required: true }),
      property("token", text, { secret: true, description: 'A key. It has a \\ and a "quote"' }),
      property("any", { kind: "any", nullable: true }),
      property("labels", { kind: "map", values: text, nullable: false }),
    ],
    { ...response, sentBackAs: "NewNote" },
  ),
  schema(
    "NoteList",
    "notes",
    [property("data", { kind: "list", items: reference("Note"), nullable: false }, { required: true })],
    response,
  ),
  schema(
    "NewNote",
    "notes",
    [
      property("from", text, { names: { python: "from_" } }),
      property("parts", { kind: "list", items: reference("Part"), nullable: true }),
      property("mood", reference("Mood"), { required: true }),
      property("stop", {
        kind: "union",
        members: [text, { kind: "list", items: text, nullable: false }],
        nullable: true,
      }),
      property("size", {
        kind: "enum",
        base: "string",
        title: "NoteSize",
        open: false,
        nullable: true,
        values: [{ value: "a4", description: "A4." }],
      }),
    ],
    request,
  ),
  schema(
    "SendRequest",
    "notes",
    [
      property("note", reference("NewNote"), { required: true }),
      property("max_tokens", integer, { deprecated: true }),
      property("wait", integer, { unit: "s" }),
      property("stream", { kind: "boolean", nullable: true }),
      property("model", nullable(text)),
    ],
    request,
  ),
  schema("NoteError", "errors", [property("message", text, { required: true })], response),
  schema(
    "Part",
    "parts",
    {
      kind: "discriminated_union",
      discriminator: "type",
      members: [
        { schema: "TextPart", values: ["text"] },
        { schema: "QuotePart", values: ["quote", "cite"] },
      ],
      open: "OtherPart",
      nullable: false,
    },
    { ...request, ...response },
  ),
  schema("TextPart", "parts", [property("type", constant("text"), tag), property("text", text, { required: true })], {
    ...request,
    ...response,
  }),
  schema(
    "QuotePart",
    "parts",
    [
      property(
        "type",
        {
          kind: "enum",
          base: "string",
          open: false,
          nullable: false,
          values: [
            { value: "quote", description: "" },
            { value: "cite", description: "" },
          ],
        },
        tag,
      ),
      property("mood", reference("Mood")),
    ],
    { ...request, ...response },
  ),
  schema("OtherPart", "parts", [property("type", text, { required: true })], { ...request, ...response }),
];

const operations: readonly Operation[] = [
  operation("notes.send", {
    method: "POST",
    body: { required: true, type: reference("SendRequest"), jsonSchema: {} },
    stream: { verb: "stream", accumulator: "chat", done: "[DONE]", event: "Note" },
    idempotent: false,
  }),
  operation("notes.list", {
    auth: "management",
    parameters: { path: [], query: [parameter("tags", text, ","), parameter("offset", integer)], header: [] },
    success: { status: 200, description: "", schema: "NoteList", shape: { data: [{}] }, headers: [] },
    pagination: { style: "offset", offset: "offset", items: "data", itemType: reference("Note") },
  }),
  operation("notes.drafts.getLast", {
    path: "/notes/{id}",
    parameters: { path: [{ ...parameter("id", text), required: true }], query: [], header: [] },
    pollable: true,
  }),
];

/** A small API that has every shape of the contract, with the policies of a model. */
export function createSmallApi(model: ApiModel): ApiModel {
  return {
    ...model,
    operations,
    schemas,
    modelIds: ["openai/gpt-5-mini"],
    examples: [
      {
        operation: "notes.send",
        kind: "request",
        name: "minimal",
        value: { note: { mood: "calm" }, model: "openai/gpt-5-mini" },
      },
      { operation: "notes.list", kind: "request", name: "default", value: {} },
    ],
  };
}
