import { explainJsonError, placeOf } from "./json-error.ts";
import { findJsonExcess } from "./json-limits.ts";

/** Thrown for a text that is not JSON, or that goes beyond `jsonLimits`. The message continues "The body". */
export class JsonTextError extends Error {
  override readonly name = "JsonTextError";
}

/** Parses JSON from outside; throws a `JsonTextError` with the place where it goes wrong or becomes too much. */
export function parseJson(text: string): unknown {
  const excess = findJsonExcess(text);
  if (excess)
    throw new JsonTextError(`${excess.message} at ${placeOf(text, excess.position)}, the limit of this server`);
  try {
    return JSON.parse(text);
  } catch {
    throw new JsonTextError(`is ${explainJsonError(text)}`);
  }
}

/** The value of a JSON text; a text that is not JSON, or that goes beyond `jsonLimits`, as it is. */
export function jsonOrText(text: string): unknown {
  if (findJsonExcess(text)) return text;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
