import type { NamedSchema, Operation, Property, Type } from "../model.ts";

export const text: Type = { kind: "string", nullable: false };
export const integer: Type = { kind: "integer", nullable: false };
export const reference = (name: string): Type => ({ kind: "reference", name, nullable: false });
export const nullable = (type: Type): Type => ({ ...type, nullable: true });
export const constant = (value: string): Type => ({ kind: "const", base: "string", value, nullable: false });

export const property = (name: string, type: Type, facts: Partial<Property> = {}): Property => ({
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

export const schema = (
  name: string,
  topic: string,
  type: Type | Property[],
  facts: Partial<NamedSchema>,
): NamedSchema => ({
  name,
  topic,
  description: `A ${name}.`,
  deprecated: false,
  inRequests: false,
  inResponses: false,
  type: Array.isArray(type) ? { kind: "object", properties: type, open: false, nullable: false } : type,
  ...facts,
});

export const request = { inRequests: true };
export const response = { inResponses: true };
export const tag = { required: true, discriminator: true };

export const operation = (id: string, facts: Partial<Operation>): Operation => ({
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

export const parameter = (name: string, type: Type, separator?: string) => ({
  name,
  description: `The ${name}.`,
  required: false,
  deprecated: false,
  type,
  names: {},
  ...(separator !== undefined && { separator }),
  jsonSchema: {},
});
