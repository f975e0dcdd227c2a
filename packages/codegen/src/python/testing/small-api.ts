import type { ApiModel, NamedSchema, Operation, Property, Type } from "../../model/model.ts";

const text: Type = { kind: "string", nullable: false };
const integer: Type = { kind: "integer", nullable: false };
const reference = (name: string): Type => ({ kind: "reference", name, nullable: false });
const nullable = (type: Type): Type => ({ ...type, nullable: true });
const constant = (value: string): Type => ({ kind: "const", base: "string", value, nullable: false });

const property = (name: string, type: Type, facts: Partial<Property> = {}): Property => ({
  name,
  description: `The ${name}.`,
  required: false,
  deprecated: false,
  type,
  secret: false,
  names: {},
  discriminator: false,
  nullRemoves: false,
  ...facts,
});

const schema = (name: string, topic: string, type: Type | Property[], facts: Partial<NamedSchema>): NamedSchema => ({
  name,
  topic,
  description: `A ${name}.`,
  deprecated: false,
  inRequests: false,
  inResponses: false,
  type: Array.isArray(type) ? { kind: "object", properties: type, open: false, nullable: false } : type,
  ...facts,
});

const request = { inRequests: true };
const response = { inResponses: true };
const tag = { required: true, discriminator: true };

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

const operation = (id: string, facts: Partial<Operation>): Operation => ({
  id,
  resource: id.split(".").slice(0, -1),
  verb: id.split(".").at(-1)!,
  summary: `Call ${id}`,
  description: "What it does.\n\n- first\n- second",
  deprecated: false,
  method: "GET",
  path: "/notes",
  auth: "inference",
  parameters: { path: [], query: [], header: [] },
  success: { status: 200, description: "", schema: "Note", shape: { parts: [{}] }, headers: [] },
  idempotent: true,
  pollable: false,
  errors: [{ status: 400, code: "bad_request", retryable: false, description: "Invalid.", schema: "NoteError" }],
  ...facts,
});

const parameter = (name: string, type: Type, separator?: string) => ({
  name,
  description: `The ${name}.`,
  required: false,
  deprecated: false,
  type,
  names: {},
  ...(separator !== undefined && { separator }),
  jsonSchema: {},
});

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
