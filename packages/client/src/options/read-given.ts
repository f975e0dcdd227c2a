import { messageOfThrown } from "../errors/error-text.ts";
import { PatchbayError } from "../errors/patchbay-error.ts";
import { showValue } from "./show-value.ts";

/** Reads what the caller passed. What a getter or a proxy throws meanwhile is the `cause` of a `PatchbayError`. */
export function readGiven<Value>(what: string, read: () => Value): Value {
  try {
    return read();
  } catch (cause) {
    if (cause instanceof PatchbayError) throw cause;
    throw new PatchbayError(`${what} cannot be read: ${messageOfThrown(cause)}. Pass plain data.`, { cause });
  }
}

/** The options of a function; null counts as absent. */
export function optionsOf<Options extends object>(
  place: string,
  options: Options | null | undefined,
): Partial<Options> {
  if (options === undefined || options === null) return {};
  if (typeof options === "object") return readGiven(`The options of ${place}`, () => ({ ...options }));
  throw new PatchbayError(`The options of ${place} must be an object, got ${showValue(options)}.`);
}
