import type { ToolCall } from "@patchbay/spec";
import { textOf, toContentParts } from "../../content/content-parts.ts";
import { isObject, parseJson, type JsonObject } from "../../fields/json-value.ts";
import type { UnifiedToolMessage } from "../../unified.ts";
import type { GeminiPart } from "../format/gemini-content.ts";
import { toGeminiPart } from "./media-parts.ts";

/**
 * Tool results as function responses, in the order of the calls that they answer. A function response names its function, so a
 * result gets the name of the call with its id. Images of results follow.
 */
export function toResponseParts(results: readonly UnifiedToolMessage[], calls: readonly ToolCall[]): GeminiPart[] {
  const places = new Map(calls.map((call, index) => [call.id, index]));
  const placeOf = (result: UnifiedToolMessage): number => places.get(result.tool_call_id) ?? calls.length;
  const ordered = [...results].sort((a, b) => placeOf(a) - placeOf(b));
  const responses = ordered.map((result): GeminiPart => {
    const id = result.tool_call_id;
    const name = calls[placeOf(result)]?.function.name ?? result.name ?? id;
    return { functionResponse: { id, name, response: toResponse(result) } };
  });
  return [...responses, ...ordered.flatMap(mediaOf)];
}

/** A response is an object. Google's names for other results are `output` and `error`. */
function toResponse({ content, is_error: isError }: UnifiedToolMessage): JsonObject {
  const text = textOf(content);
  if (isError === true) return { error: text };
  const value = parseJson(text);
  return isObject(value) ? value : { output: text };
}

function mediaOf({ content }: UnifiedToolMessage): GeminiPart[] {
  return toContentParts(content)
    .filter(({ type }) => type !== "text" && type !== "refusal")
    .flatMap((part) => toGeminiPart(part) ?? []);
}
