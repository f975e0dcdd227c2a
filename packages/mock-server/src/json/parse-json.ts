import { explainJsonError, placeOf } from "./json-error.ts";
import { findJsonExcess } from "./json-limits.ts";

/** Thrown for a text that is not JSON, or that goes beyond `jsonLimits`. */
export class JsonTextError extends Error {
  override readonly name = "JsonTextError";
  /** Says what is wrong, and where, after "The body". Takes time in proportion to the text. */
  readonly explain: () => string;

  constructor(explain: () => string) {
    super("The text is not JSON, or too much of it.");
    this.explain = explain;
  }
}

/** Parses JSON from outside; throws a `JsonTextError`. */
export function parseJson(text: string): unknown {
  checkJsonLimits(text);
  return parseWithinLimits(text);
}

/** Throws a `JsonTextError` for a text beyond `jsonLimits`. */
export function checkJsonLimits(text: string): void {
  const excess = findJsonExcess(text);
  if (excess)
    throw new JsonTextError(() => `${excess.message} at ${placeOf(text, excess.position)}, the limit of this server`);
}

/** Parses a text that `checkJsonLimits` has accepted; throws a `JsonTextError`. */
export function parseWithinLimits(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new JsonTextError(() => `is ${explainJsonError(text)}`);
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
