import {
  registerSchema,
  unregisterSchema,
  validate,
  type Output,
  type Validator,
} from "@hyperjump/json-schema/openapi-3-1";
import { operations, type OperationId } from "@patchbay/spec";
import document from "@patchbay/mock-server/openapi.json" with { type: "json" };

const uri = "https://contract.example/openapi.json";
// The validator keeps its schemas when this module is loaded again in the same process.
unregisterSchema(uri);
registerSchema(document, uri, "https://spec.openapis.org/oas/3.1/schema-base");

type Media = "application/json" | "text/event-stream";
type Responses = Record<string, { content?: Partial<Record<Media, unknown>> }>;

const validators = new Map<string, Promise<Validator>>();

/** The validator of a schema in the contract. Compiling takes fifty times as long as validating, so each schema is compiled once. */
function compile(pointer: string): Promise<Validator> {
  let validator = validators.get(pointer);
  if (!validator) {
    validator = validate(`${uri}#${encodeURI(pointer)}`);
    validators.set(pointer, validator);
  }
  return validator;
}

/** Validates a response with a validator that the server does not use. Returns one line for each violation. */
export async function judge(id: OperationId, status: number, media: Media, value: unknown): Promise<string[]> {
  const { path, method } = operations[id];
  const pointer = path.replaceAll("~", "~0").replaceAll("/", "~1");
  const responses = (document.paths as unknown as Record<string, Record<string, { responses: Responses }>>)[path]![
    method.toLowerCase()
  ]!.responses;
  const documented = responses[String(status)]?.content?.[media] !== undefined;
  // The router rejects unknown paths and methods with the error body that all operations share.
  if (!documented && status !== 405) return [`${id} does not document ${status} as ${media}`];
  const schema = documented
    ? `/paths/${pointer}/${method.toLowerCase()}/responses/${status}/content/${media.replace("/", "~1")}/schema${media === "text/event-stream" ? "/properties/data/contentSchema" : ""}`
    : "/components/schemas/ErrorBody";
  return violations(`${id} ${status}`, schema, value);
}

/** Validates the body of a request with the same validator. Returns one line for each violation. */
export async function judgeRequest(id: OperationId, value: unknown): Promise<string[]> {
  const { path, method } = operations[id];
  const pointer = path.replaceAll("~", "~0").replaceAll("/", "~1");
  const body = `/paths/${pointer}/${method.toLowerCase()}/requestBody/content/application~1json/schema`;
  return violations(`request of ${id}`, body, value);
}

async function violations(name: string, schema: string, value: unknown): Promise<string[]> {
  const validator = await compile(schema);
  const output: Output = validator(value as never, "BASIC");
  return output.valid
    ? []
    : (output.errors ?? []).map(
        ({ instanceLocation, absoluteKeywordLocation }) =>
          `${name}: ${instanceLocation} breaks ${absoluteKeywordLocation}`,
      );
}
