/** A JSON Schema with the keywords that `explain` knows. */
type Schema = Readonly<Record<string, unknown>>;

const text: Schema = { type: "string" };
const texts: Schema = { type: "array", items: text };
// Larger numbers are not exact, and cannot be counted with.
const exact: Schema = { minimum: Number.MIN_SAFE_INTEGER, maximum: Number.MAX_SAFE_INTEGER };
const integer: Schema = { ...exact, type: "integer" };
const natural: Schema = { ...integer, minimum: 0 };
const count: Schema = { ...integer, minimum: 1 };
const countOrNull: Schema = { ...count, type: ["integer", "null"] };
const integerOrNull: Schema = { ...exact, type: ["integer", "null"] };
const flag: Schema = { type: "boolean" };
const rate: Schema = { type: "number", exclusiveMinimum: 0 };

/** An object whose members are required, except for the optional ones. It may have others. */
function object(required: Readonly<Record<string, Schema>>, optional: Readonly<Record<string, Schema>> = {}): Schema {
  return { type: "object", required: Object.keys(required), properties: { ...required, ...optional } };
}

const architecture = object({
  modality: { type: ["string", "null"] },
  input_modalities: texts,
  output_modalities: texts,
});

const endpoint = object(
  // The prices have their own check, which knows their names.
  { provider: text, pricing: {} },
  {
    tag: text,
    context_length: count,
    max_completion_tokens: countOrNull,
    quantization: text,
    supported_parameters: texts,
    latency_ms: rate,
    throughput: rate,
    data_policy: object({ training: flag, retention_days: { type: ["number", "null"], minimum: 0 }, zdr: flag }),
    tool_success: { type: "number", minimum: 0, maximum: 1 },
    capacity: count,
    status: integer,
    blocked_countries: texts,
  },
);

const model = object(
  {
    id: { type: "string", pattern: "^[^/\\s]+/\\S+$", description: 'Use author/name, such as "acme/tiny".' },
    context_length: count,
    endpoints: { type: "array", items: endpoint },
  },
  {
    name: text,
    created: natural,
    description: text,
    max_completion_tokens: countOrNull,
    architecture,
    supported_parameters: texts,
    expiration_date: { type: "string", format: "date" },
    distillable: flag,
    dimensions: count,
  },
);

/** A file of `--catalog` in this server's format. */
export const catalogSchema: Schema = object(
  {
    providers: { type: "array", items: object({ name: text, slug: text }) },
    models: { type: "array", items: model },
  },
  { aliases: { type: "object", additionalProperties: text } },
);

/** A saved response of `GET /models`: the fields of a model that a server needs. */
export const modelListSchema: Schema = object({
  data: {
    type: "array",
    items: object(
      {
        id: text,
        name: text,
        created: integer,
        context_length: integerOrNull,
        architecture,
        pricing: object({ prompt: text, completion: text }),
      },
      {
        top_provider: object({}, { max_completion_tokens: integerOrNull, context_length: integerOrNull }),
        supported_parameters: texts,
      },
    ),
  },
});
