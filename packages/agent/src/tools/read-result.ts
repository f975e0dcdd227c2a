import type { ContentPart } from "@patchbay/client";
import { load } from "../async/load.ts";

const toolResult = () => import("./tool-result.ts");

/**
 * A result as the model reads it, up to `limit` characters. A stream is abandoned when `isOver` returns true. Text and
 * plain JSON need no conversion, which `toContent` describes.
 */
export async function readResult(
  result: unknown,
  limit = Infinity,
  isOver: () => boolean = () => false,
): Promise<string | ContentPart[]> {
  const text = toPlainText(result);
  if (text !== undefined && text.length <= limit) return text;
  const { toContent } = await load(toolResult);
  return toContent(result, limit, isOver);
}

/** The text of a string or of plain JSON; `undefined` for other values and for content parts. */
function toPlainText(result: unknown): string | undefined {
  if (typeof result === "string") return result;
  if (result === undefined) return "";
  try {
    if (Array.isArray(result) ? result.some(hasType) : hasType(result)) return undefined;
    return new PlainCheck().isPlain(result, 0) ? JSON.stringify(result) : undefined;
  } catch {
    // A field can throw when it is read.
    return undefined;
  }
}

/** Whether a value may be a content part. */
function hasType(value: unknown): boolean {
  return typeof (value as { readonly type?: unknown } | null | undefined)?.type === "string";
}

/** The maximum depth and number of values that are worth a check before the conversion. */
const deepest = 20;
const mostValues = 100_000;

/** Checks whether JSON represents a value without a conversion. */
class PlainCheck {
  #count = 0;

  isPlain(value: unknown, depth: number): boolean {
    if (value === null || typeof value === "string" || typeof value === "boolean") return true;
    if (typeof value === "number") return Number.isFinite(value);
    if (typeof value !== "object" || "toJSON" in value || depth > deepest || this.#count++ > mostValues) return false;
    const prototype: unknown = Object.getPrototypeOf(value);
    if (Array.isArray(value))
      return prototype === Array.prototype && value.every((element) => this.isPlain(element, depth + 1));
    if (prototype !== Object.prototype && prototype !== null) return false;
    if (Symbol.iterator in value || Symbol.asyncIterator in value) return false;
    return Object.values(value).every((field) => field === undefined || this.isPlain(field, depth + 1));
  }
}
