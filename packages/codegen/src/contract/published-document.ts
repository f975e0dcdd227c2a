import type { Json, JsonObject } from "../json.ts";
import { listParameters, resolveRef } from "./document.ts";
import type { Example } from "./examples.ts";
import type { Contract } from "./read.ts";

/** The document to publish: each example is where OpenAPI expects it, and a stream is described by its events. */
export function toPublishedDocument({ document, operations }: Contract, examples: readonly Example[]): JsonObject {
  const copy = structuredClone(document);
  for (const operation of operations) {
    const { id, path, method } = operation;
    const node = ((copy.paths as JsonObject)[path] as JsonObject)[method.toLowerCase()] as JsonObject;
    const own = examples.filter(({ operation }) => operation === id);
    const pick = (kind: Example["kind"], status?: number): JsonObject =>
      Object.fromEntries(
        own
          .filter((example) => example.kind === kind && (status === undefined || example.status === status))
          .map(({ name, value }) => [name, { value }]),
      );
    const parameters = new Set(listParameters(copy, operation).map(({ name }) => String(name)));
    if (node.requestBody) {
      const bodies = Object.entries(pick("request")).map(([name, example]) => {
        const input = Object.entries((example as JsonObject).value as JsonObject).filter(
          ([key]) => !parameters.has(key),
        );
        return [name, { value: Object.fromEntries(input) }];
      });
      ((node.requestBody as JsonObject).content as Record<string, JsonObject>)["application/json"]!.examples =
        Object.fromEntries(bodies) as JsonObject;
    }
    for (const [status, response] of Object.entries(node.responses as JsonObject)) {
      const failure = Number(status) >= 400;
      const body = structuredClone(resolveRef(copy, response));
      const content = body.content as Record<string, JsonObject>;
      content["application/json"]!.examples = failure ? pick("error", Number(status)) : pick("response");
      const sse = content["text/event-stream"];
      if (sse) content["text/event-stream"] = asEvents(sse, pick("stream"), node["x-stream"] as JsonObject);
      (node.responses as JsonObject)[status] = body;
    }
  }
  delete (copy.components as JsonObject).responses;
  return copy;
}

/**
 * A stream in the form that other tools read. The contract describes the payload of an event; the published document
 * describes the event, with the payload as the content of `data`. Its examples are the text on the wire.
 */
function asEvents(media: JsonObject, examples: JsonObject, { typeField }: JsonObject): JsonObject {
  const done = media["x-sse-done"];
  const toText = (event: Json): string => {
    const name = typeof typeField === "string" ? `event: ${String((event as JsonObject)[typeField])}\n` : "";
    return `${name}data: ${JSON.stringify(event)}\n\n`;
  };
  const texts = Object.entries(examples).map(([name, example]) => {
    const events = ((example as JsonObject).value as Json[]).map(toText);
    return [name, { value: [...events, done === undefined ? "" : `data: ${String(done)}\n\n`].join("") }];
  });
  const event = { type: "string", description: `The \`${String(typeField)}\` of the event.` };
  const data = {
    type: "string",
    description: done === undefined ? "JSON." : `JSON, or ${String(done)} as the last event.`,
    contentMediaType: "application/json",
    contentSchema: media.schema!,
  };
  const properties = typeField === undefined ? { data } : { event, data };
  return {
    ...media,
    schema: { type: "object", title: "ServerSentEvent", required: ["data"], properties },
    examples: Object.fromEntries(texts) as JsonObject,
  };
}
