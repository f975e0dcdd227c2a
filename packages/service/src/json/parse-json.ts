import { explainJsonError, placeOf } from "./json-error.ts";
import { findJsonExcess } from "./json-limits.ts";

/** Thrown for text that is not valid JSON or exceeds `jsonLimits`. */
export class JsonTextError extends Error {
  override readonly name = "JsonTextError";
  /** Describes the mistake and its position, to follow "The body". Takes time in proportion to the text. */
  readonly explain: () => string;

  constructor(explain: () => string) {
    super("The text is not valid JSON, or exceeds a limit.");
    this.explain = explain;
  }
}

/** Parses JSON from outside; throws a `JsonTextError`. */
export function parseJson(text: string): unknown {
  checkJsonLimits(text);
  return parseWithinLimits(text);
}

/** Throws a `JsonTextError` for text that exceeds `jsonLimits`. */
export function checkJsonLimits(text: string): void {
  const excess = findJsonExcess(text);
  if (excess)
    throw new JsonTextError(() => `${excess.message} at ${placeOf(text, excess.position)}, the limit of this server`);
}

/** Parses text that `checkJsonLimits` has accepted; throws a `JsonTextError`. */
export function parseWithinLimits(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new JsonTextError(() => `is ${explainJsonError(text)}`);
  }
}

/**
 * The value of a JSON text, or `undefined` for invalid JSON. Does not check `jsonLimits`: only for text of limited
 * size.
 */
export function tryParseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** The value of a JSON text. Text that is not valid JSON, or that exceeds `jsonLimits`, is returned unchanged. */
export function parseJsonOrText(text: string): unknown {
  if (findJsonExcess(text)) return text;
  const value = tryParseJson(text);
  return value === undefined ? text : value;
}
