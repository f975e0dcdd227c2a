import { registerSchema, validate, type Output } from "@hyperjump/json-schema/openapi-3-1";
import { operations, type OperationId } from "@patchbay/spec";
import document from "@patchbay/mock-server/openapi.json" with { type: "json" };

const uri = "https://contract.example/openapi.json";
registerSchema(document, uri, "https://spec.openapis.org/oas/3.1/schema-base");

type Media = "application/json" | "text/event-stream";
type Responses = Record<string, { content?: Partial<Record<Media, unknown>> }>;

/** Judges an answer by a validator that the server itself does not use; gives the faults, one line each. */
export async function judge(id: OperationId, status: number, media: Media, value: unknown): Promise<string[]> {
  const { path, method } = operations[id];
  const pointer = path.replaceAll("~", "~0").replaceAll("/", "~1");
  const responses = (document.paths as unknown as Record<string, Record<string, { responses: Responses }>>)[path]![
    method.toLowerCase()
  ]!.responses;
  const documented = responses[String(status)]?.content?.[media] !== undefined;
  // What the transport refuses (an unknown path, a wrong method) has the body of every failure.
  if (!documented && status !== 405) return [`${id} does not document ${status} as ${media}`];
  const schema = documented
    ? `/paths/${pointer}/${method.toLowerCase()}/responses/${status}/content/${media.replace("/", "~1")}/schema${media === "text/event-stream" ? "/properties/data/contentSchema" : ""}`
    : "/components/schemas/ErrorBody";
  const output: Output = await validate(`${uri}#${encodeURI(schema)}`, value as never, "BASIC");
  return output.valid
    ? []
    : (output.errors ?? []).map(
        ({ instanceLocation, absoluteKeywordLocation }) =>
          `${id} ${status}: ${instanceLocation} breaks ${absoluteKeywordLocation}`,
      );
}
