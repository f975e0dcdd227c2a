import type { ApiModel, NamedSchema, Operation, Type } from "../../model/model.ts";
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

const list = (items: Type): Type => ({ kind: "list", items, nullable: false });
const map = (values: Type): Type => ({ kind: "map", values, nullable: false });
const number: Type = { kind: "number", nullable: false };
const boolean: Type = { kind: "boolean", nullable: false };
const any: Type = { kind: "any", nullable: true };
const both = { ...request, ...response };
const required = { required: true };

function enumeration(values: Readonly<Record<string, string>>, facts: { title?: string; open?: boolean } = {}): Type {
  const entries = Object.entries(values).map(([value, description]) => ({ value, description }));
  return { kind: "enum", base: "string", open: false, nullable: false, ...facts, values: entries };
}

/** Scalars, lists, maps and objects: required, optional and nullable. */
const fields = [
  property("name", text, required),
  property("note", nullable(text), required),
  property("mood", reference("Mood"), required),
  property("mood_or_null", nullable(reference("Mood"))),
  property("max_tokens", integer, { ...required, unit: "tokens" }),
  property("timeout", integer, { unit: "s", description: "Limit of `max_tokens`, or `null`; `4k` at most." }),
  property("price", nullable(number), { unit: "usd" }),
  property("is_byok", boolean),
  property("image_urls", list(text), required),
  property("scores", list(nullable(number))),
  property("labels", map(text)),
  property("anything", any),
  property("range", reference("Range"), required),
  property("other_range", nullable(reference("Range"))),
  property("part", reference("Part")),
  property("parts", nullable(list(reference("Part")))),
  property("input", reference("Input"), required),
  property("settings", reference("Settings")),
  property("object", constant("note"), required),
  property("version", constant("v1")),
  property("in", text, { names: { go: "Inside" }, deprecated: true, description: "Use `name` instead." }),
];

const inputMembers: readonly Type[] = [
  text,
  integer,
  number,
  boolean,
  reference("Mood"),
  reference("Range"),
  reference("Part"),
  list(text),
  list(integer),
  list(list(integer)),
  list(reference("Part")),
  map(any),
];

const types: readonly NamedSchema[] = [
  schema("Mood", "notes", enumeration({ calm: "Calm as `null`.", "very-loud:fp8": "" }, { open: true }), both),
  schema(
    "Level",
    "notes",
    {
      kind: "enum",
      base: "integer",
      open: false,
      nullable: false,
      values: [
        { value: -1, description: "Low." },
        { value: 0, description: "" },
      ],
    },
    { ...response, description: "Levels of a **note**, see [the page](https://example.com/levels)." },
  ),
  schema("Range", "notes", [property("from", integer, required), property("to", integer)], both),
  schema("Settings", "notes", map(any), { ...request, description: "Settings for notes." }),
  schema("Input", "notes", { kind: "union", members: inputMembers, nullable: false }, both),
  schema("NewNote", "notes", fields, {
    ...request,
    description: "A note to send.\n\n- `name` is required.\n- Others are not.",
  }),
  schema("Note", "notes", [...fields, property("level", reference("Level"))], { ...response, sentBackAs: "NewNote" }),
  schema("NoteList", "lists", [property("page", reference("NotePage"), required)], response),
  schema("NotePage", "lists", [property("items", list(reference("Note")), required)], response),
  schema(
    "SendRequest",
    "notes",
    [
      property("note", reference("NewNote"), required),
      property("stream", nullable(boolean)),
      property("size", nullable(enumeration({ a4: "A4." }, { title: "NoteSize" }))),
    ],
    { ...request, description: "Sends a note." },
  ),
  schema("NoteError", "errors", [property("message", text, required)], response),
  schema(
    "Key",
    "secrets",
    [
      property("key", text, { ...required, secret: true }),
      property("old_key", nullable(text), { secret: true }),
      property("headers", map(text), { secret: true }),
    ],
    { ...request, description: "Opens a note. Use `Note` instead.", deprecated: true },
  ),
  schema("KeyRing", "secrets", [property("keys", list(reference("Key")), required)], request),
];

/** A union with an open member, one with an optional tag, and schemas that are sent back. */
const unions: readonly NamedSchema[] = [
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
    both,
  ),
  schema("TextPart", "parts", [property("type", constant("text"), tag), property("text", text, required)], both),
  schema(
    "QuotePart",
    "parts",
    [
      property("type", enumeration({ quote: "", cite: "" }, { title: "QuoteKind" }), tag),
      property("mood", reference("Mood")),
    ],
    both,
  ),
  schema("OtherPart", "parts", [property("type", text, required)], both),
  schema(
    "Speaker",
    "parts",
    {
      kind: "discriminated_union",
      discriminator: "role",
      members: [{ schema: "Writer", values: ["writer"] }],
      nullable: false,
    },
    request,
  ),
  schema("Writer", "parts", [property("role", constant("writer"), { discriminator: true })], request),
  schema("ReturnedWriter", "parts", [property("role", nullable(text))], { ...response, sentBackAs: "Writer" }),
  schema("ReturnedPart", "parts", [property("type", text, required)], { ...response, sentBackAs: "Part" }),
];

const order = enumeration({ newest: "Newest first." }, { title: "NoteOrder" });

const operations: readonly Operation[] = [
  operation("notes.send", {
    method: "POST",
    summary: "Send a note",
    parameters: { path: [], query: [parameter("beta", boolean)], header: [] },
    body: { required: true, type: reference("SendRequest"), jsonSchema: {} },
    stream: {
      verb: "stream",
      accumulator: "chat",
      done: "[DONE]",
      typeField: "type",
      terminalEvents: ["done"],
      errorEvents: { failed: "error" },
      event: "Note",
    },
    idempotent: false,
  }),
  operation("notes.list", {
    auth: "management",
    summary: "List notes",
    parameters: {
      path: [],
      query: [parameter("tags", text, ","), parameter("order", order), parameter("offset", integer)],
      header: [],
    },
    success: { status: 200, description: "", schema: "NoteList", shape: { "page?": { items: [{}] } }, headers: [] },
    pagination: {
      style: "offset",
      offset: "offset",
      limit: "limit",
      items: "page.items",
      total: "total",
      next: "links.next",
      itemType: reference("Note"),
    },
  }),
  operation("notes.drafts.getZdr", {
    path: "/notes/{note_id}/{type}",
    summary: "Get a draft",
    auth: "optional",
    deprecated: true,
    parameters: {
      path: [
        { ...parameter("note_id", text), required: true },
        { ...parameter("type", text), required: true },
      ],
      query: [{ ...parameter("draft", integer), required: true }],
      header: [],
    },
    pollable: true,
  }),
  operation("notes.clear", {
    method: "DELETE",
    summary: "Clear the notes",
    success: { status: 200, description: "", schema: "NoteError", shape: { message: null }, headers: [] },
  }),
];

/** A small API that has every shape of the contract, with the policies of a model. */
export function createSmallApi(model: ApiModel): ApiModel {
  const schemas = [...types, ...unions].toSorted((a, b) => (a.name < b.name ? -1 : 1));
  return { ...model, operations, schemas, modelIds: ["openai/gpt-5-mini", "openai/gpt-5"], examples: [] };
}
