import { isObject, type JsonObject } from "../json.ts";
import { refName, toList, type Place, type SchemasByName } from "./rule-context.ts";

/**
 * Checks that an operation and its response of server-sent events describe the stream alike and completely. `merge` is
 * `policies/merge.yaml`.
 */
export function checkStream(node: JsonObject, at: Place, schemas: SchemasByName, merge: JsonObject): void {
  const stream = node["x-stream"];
  const found = Object.entries((node.responses ?? {}) as JsonObject).flatMap(([status, response]) => {
    const content = isObject(response) && isObject(response.content) ? response.content : {};
    const media = content["text/event-stream"];
    return isObject(media) ? [{ status, media }] : [];
  });
  if (found.length > 0 !== (stream !== undefined))
    at.report("sse-payload", "an operation with `x-stream` needs a text/event-stream response, and the reverse");
  if (stream === undefined) return;
  if (!isObject(stream) || typeof stream.verb !== "string" || !isObject(merge[String(stream.accumulator)]))
    return at.report(
      "sse-payload",
      `\`x-stream\` needs a \`verb\` and an \`accumulator\`, which is one of ${Object.keys(merge).join(", ")}`,
      "x-stream",
    );
  for (const { status, media } of found) {
    const { schema } = media;
    const event = isObject(schema) ? schemas.get(refName(schema) ?? "")?.schema : undefined;
    if (!event)
      at.report("sse-payload", "the schema must be a named schema of one `data:` payload", "responses", status);
    checkEvents(stream, event ?? {}, at);
    checkMerge(merge[String(stream.accumulator)] as JsonObject, event ?? {}, at);
    if (media["x-sse-done"] === undefined && stream.terminalEvents === undefined)
      at.report(
        "sse-payload",
        "the end of the stream is not described; set `x-sse-done` to the payload that ends it, or `x-stream.terminalEvents`",
        "responses",
        status,
      );
  }
}

/** The event types in `x-stream` are those of the event's schema. */
function checkEvents(stream: JsonObject, event: JsonObject, at: Place): void {
  const errorEvents = isObject(stream.errorEvents) ? Object.keys(stream.errorEvents) : [];
  const named = [...toList(stream.terminalEvents).map(String), ...errorEvents];
  const { typeField } = stream;
  const discriminator = isObject(event.discriminator) ? event.discriminator : {};
  if (typeField === undefined && named.length === 0) return;
  if (typeField === undefined || typeField !== discriminator.propertyName)
    return at.report("sse-payload", "`typeField` must be the discriminator of the event's schema", "x-stream");
  const mapping = isObject(discriminator.mapping) ? discriminator.mapping : {};
  const unknown = named.filter((type) => !(type in mapping));
  if (unknown.length > 0)
    at.report("sse-payload", `no event of the stream has the type ${unknown.join(", ")}`, "x-stream");
}

/** Every rule that adds up events has an event of the stream. */
function checkMerge({ rules }: JsonObject, { discriminator }: JsonObject, at: Place): void {
  const mapping = isObject(discriminator) && isObject(discriminator.mapping) ? Object.keys(discriminator.mapping) : [];
  const patterns = toList(rules).flatMap((rule) => {
    const { when } = rule as { when?: { type?: string[] } };
    return when?.type ?? [];
  });
  const isEvent = (pattern: string): boolean => {
    const [start = "", end] = pattern.split("*");
    return mapping.some((type) => (end === undefined ? type === start : type.startsWith(start) && type.endsWith(end)));
  };
  const unknown = patterns.filter((pattern) => !isEvent(pattern));
  if (unknown.length > 0)
    at.report("sse-payload", `policies/merge.yaml names no event of the stream: ${unknown.join(", ")}`, "x-stream");
}
