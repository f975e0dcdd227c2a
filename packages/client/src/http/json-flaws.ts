import { PatchbayError } from "../errors/patchbay-error.ts";
import { showValue } from "../options/show-value.ts";
import { wellFormed } from "./json-body.ts";

/**
 * Serializes a request body that is not plain data. `given` is its JSON if it was serialized before: at the time of the
 * call, because a caller may reuse the input afterwards.
 *
 * @throws PatchbayError for a value that JSON cannot represent or would change silently; the message names the field
 */
export function toCheckedBody(operation: string, input: object, given?: string): string {
  let text: string;
  let flaw: Flaw | undefined;
  try {
    text = given ?? JSON.stringify(input);
    // The input has no cycle if `JSON.stringify` accepts it.
    flaw = findFlaw(input);
  } catch (cause) {
    throw refuse(operation, findCause(input, cause), cause);
  }
  if (flaw) throw refuse(operation, flaw);
  return wellFormed(text);
}

/** A value that cannot be sent, and its path. */
interface Flaw {
  /** Property names from the input to the value. */
  readonly path: string[];
  readonly what: string;
  readonly advice: string;
}

function refuse(operation: string, { path, what, advice }: Flaw, cause?: unknown): PatchbayError {
  const place = path.length > 0 ? `\`${path.join(".")}\`` : "The input";
  return new PatchbayError(`${place} of ${operation} cannot be sent as JSON: it is ${what}. ${advice}`, { cause });
}

const toFlaw = (what: string, advice: string): Flaw => ({ path: [], what, advice });

/** The first value that JSON would replace by null or an empty object, or drop from an array. */
function findFlaw(value: unknown, inArray = false): Flaw | undefined {
  if (typeof value === "string" || value === null) return undefined;
  if (typeof value !== "object") return flawOfPrimitive(value, inArray);
  if (Array.isArray(value)) {
    // For an array of a million tokens, an iterator takes three times as long.
    for (let index = 0; index < value.length; index++) {
      const found = findFlaw(value[index], true);
      if (found) return inside(found, index);
    }
    return undefined;
  }
  const prototype: unknown = Object.getPrototypeOf(value);
  // Plain objects of another realm, such as a test environment, are plain too.
  const isPlain = prototype === null || Object.getPrototypeOf(prototype) === null;
  const hasToJSON = "toJSON" in value && typeof value.toJSON === "function";
  const flaw = isPlain ? undefined : flawOfInstance(value, hasToJSON);
  if (flaw || hasToJSON) return flaw;
  for (const name of Object.keys(value)) {
    const found = findFlaw((value as Record<string, unknown>)[name]);
    if (found) return inside(found, name);
  }
  return undefined;
}

function inside(flaw: Flaw, name: string | number): Flaw {
  flaw.path.unshift(String(name));
  return flaw;
}

function flawOfPrimitive(value: unknown, inArray: boolean): Flaw | undefined {
  if (typeof value === "string" || typeof value === "boolean" || value === null) return undefined;
  if (typeof value === "number")
    return Number.isFinite(value) ? undefined : toFlaw(String(value), "Pass a finite number.");
  // A program may define `BigInt.prototype.toJSON`.
  if (typeof value === "bigint")
    return "toJSON" in BigInt.prototype ? undefined : toFlaw(`the bigint ${value}`, "Pass a number or a string.");
  if (value === undefined) return inArray ? toFlaw("undefined", "Remove it from the array.") : undefined;
  return toFlaw(showValue(value), "Pass plain data, for example JSON Schema instead of a schema object.");
}

/** Class instances that JSON would turn into `{}`, or into one number per byte. */
function flawOfInstance(value: object, hasToJSON: boolean): Flaw | undefined {
  if (typeof (value as { then?: unknown }).then === "function") return toFlaw("a promise", "Await it first.");
  const tag = Object.prototype.toString.call(value).slice(8, -1);
  if (ArrayBuffer.isView(value) || ["ArrayBuffer", "Blob", "File"].includes(tag))
    return toFlaw("binary data", "Use `toImagePart` or `toFilePart` of @patchbay/client/content.");
  if (tag === "Map" || tag === "Set") return toFlaw(`a ${tag}`, "Pass an object or an array.");
  if (tag === "Error" && !hasToJSON) return toFlaw("an Error", "Pass its message.");
  if (value instanceof Date && Number.isNaN(value.getTime())) return toFlaw("an invalid date", "Pass a valid date.");
  // `Headers`, a regular expression, an iterator or private fields would be sent as `{}`.
  if (!hasToJSON && Object.keys(value).length === 0 && !/^(?:Number|String|Boolean)$/.test(tag))
    return toFlaw(`an object of the class ${nameOf(value) || tag} without fields`, "Pass plain data.");
  return undefined;
}

function nameOf(value: object): string {
  const name = (value.constructor as { readonly name?: unknown } | undefined)?.name;
  return typeof name === "string" ? name : "";
}

/** Finds the value that made `JSON.stringify` throw. */
function findCause(input: object, cause: unknown): Flaw {
  const open = new Set<object>();
  const walk = (value: unknown, name: string): Flaw | undefined => {
    if (typeof value !== "object" || value === null) return flawOfPrimitive(value, false);
    if (open.has(value)) return toFlaw("an object that contains itself", "Remove the cycle.");
    const { toJSON } = value as { toJSON?: (name: string) => unknown };
    if (typeof toJSON === "function") return walk(toJSON.call(value, name), name);
    open.add(value);
    for (const [inner, part] of Object.entries(value)) {
      const found = walk(part, inner);
      if (found) return inside(found, inner);
    }
    open.delete(value);
    return undefined;
  };
  const reason = cause instanceof Error ? cause.message : String(cause);
  const other = toFlaw(`not readable (${reason})`, "Pass plain data.");
  try {
    return walk(input, "") ?? other;
  } catch {
    // A getter or `toJSON` threw, or the nesting is too deep for the stack.
    return other;
  }
}
