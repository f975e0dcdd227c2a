import { showValue } from "../json/show-value.ts";
import type { Part, ProviderError } from "./part.ts";

/** Thrown for a value of an upstream that is not a part. */
class InvalidPartError extends TypeError {
  override readonly name = "InvalidPartError";
}

type Fields = Readonly<Record<string, unknown>>;

/** Checks a value that an upstream produced. Throws an `InvalidPartError`. An error without a usable status becomes a 502. */
export function checkPart(value: unknown): Part {
  if (typeof value !== "object" || value === null) throw invalid(value, "an object with a type");
  const part = value as Fields;
  const check =
    typeof part.type === "string" && Object.hasOwn(checks, part.type) ? checks[part.type as Part["type"]] : undefined;
  if (!check) throw invalid(value, `a part with one of the types ${Object.keys(checks).join(", ")}`);
  const expected = check(part);
  if (expected !== undefined) throw invalid(value, `a part \`${String(part.type)}\` with ${expected}`);
  return part.type === "error"
    ? { type: "error", error: checkError(part.error as Partial<ProviderError>) }
    : (value as Part);
}

/** An error of a provider. Without a status from 400 to 599 it is a 502. */
export function checkError(error: Partial<ProviderError>): ProviderError {
  const { status, message, ...rest } = error;
  const isStatus = Number.isInteger(status) && status! >= 400 && status! <= 599;
  return {
    ...rest,
    status: isStatus ? status! : 502,
    message: typeof message === "string" && message !== "" ? message : "Provider returned error",
  };
}

/** Type → what is missing in a part of this type; `undefined` if nothing is. */
const checks: { readonly [Type in Part["type"]]: (part: Fields) => string | undefined } = {
  text: needsText,
  refusal: needsText,
  reasoning: (part) =>
    needsText(part) ??
    needs(isText(part.format) && isText(part.signature), "a format and a signature that are strings"),
  "reasoning-details": ({ details }) => needs(isList(details), "a list of `details`"),
  "tool-call-delta": ({ index, id, name, arguments: json }) =>
    needs(Number.isInteger(index) && (index as number) >= 0, "an `index` from 0") ??
    needs(isText(id) && isText(name) && isText(json), "an id, a name and arguments that are strings"),
  images: ({ urls }) => needs(Array.isArray(urls) && urls.every((url) => typeof url === "string"), "a list of `urls`"),
  annotations: ({ annotations }) => needs(isList(annotations), "a list of `annotations`"),
  response: ({ id, model }) => needs(isText(id) && isText(model), "an id and a model that are strings"),
  usage: ({ usage }) => needs(typeof usage === "object" && usage !== null, "an object `usage`"),
  finish: ({ reason, nativeReason, stopSequence }) =>
    needs(typeof reason === "string" && isText(nativeReason) && isText(stopSequence), "a string `reason`"),
  error: ({ error }) => needs(typeof error === "object" && error !== null, "an object `error`"),
};

function needs(isGood: boolean, expected: string): string | undefined {
  return isGood ? undefined : expected;
}

function needsText({ text }: Fields): string | undefined {
  return needs(typeof text === "string", "a string `text`");
}

/** Whether an optional field is a string. */
function isText(value: unknown): boolean {
  return value === undefined || typeof value === "string";
}

/** Whether a value is a list of objects that can be written as JSON. */
function isList(value: unknown): boolean {
  if (!Array.isArray(value) || !value.every((item) => typeof item === "object" && item !== null)) return false;
  try {
    JSON.stringify(value);
    return true;
  } catch {
    return false;
  }
}

function invalid(value: unknown, expected: string): InvalidPartError {
  return new InvalidPartError(`The upstream produced ${showValue(value)}, expected ${expected}.`);
}
