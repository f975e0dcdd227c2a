import { isObject, parseJson, type JsonObject } from "../fields/json-value.ts";

/**
 * The arguments of a tool call as an object, for APIs that take no JSON text. Models write no arguments as an empty text or as
 * `null`. Text that is not a JSON object is kept as the member `value`, so that the history stays complete.
 */
export function parseArguments(text: string): JsonObject {
  const trimmed = text.trim();
  if (trimmed === "" || trimmed === "null") return {};
  const value = parseJson(trimmed);
  if (isObject(value)) return value;
  return { value: value ?? text };
}

/** The arguments of a provider's call as JSON text. Absent arguments are an empty object. */
export function formatArguments(value: unknown): string {
  if (typeof value === "string") return JSON.stringify(parseArguments(value));
  return JSON.stringify(value ?? {});
}
