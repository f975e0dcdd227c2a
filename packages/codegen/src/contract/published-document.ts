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
      if (sse) content["text/event-stream"] = asEvents(sse, pick("stream"));
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
function asEvents(media: JsonObject, examples: JsonObject): JsonObject {
  const done = String(media["x-sse-done"]);
  const texts = Object.entries(examples).map(([name, example]) => {
    const events = (example as JsonObject).value as Json[];
    const payloads = [...events.map((event) => JSON.stringify(event)), done];
    return [name, { value: payloads.map((payload) => `data: ${payload}\n\n`).join("") }];
  });
  const data = {
    type: "string",
    description: `JSON, or ${done} as the last event.`,
    contentMediaType: "application/json",
    contentSchema: media.schema!,
  };
  return {
    ...media,
    schema: { type: "object", title: "ServerSentEvent", required: ["data"], properties: { data } },
    examples: Object.fromEntries(texts) as JsonObject,
  };
}
