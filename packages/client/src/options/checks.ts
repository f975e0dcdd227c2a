import { PatchbayError } from "../errors/patchbay-error.ts";
import { refuseUnknown, type RenamedOptions } from "./known-options.ts";
import { showValue } from "./show-value.ts";

/** Checks the value of an option, which is neither null nor undefined. Throws `PatchbayError`. */
export type Check = (name: string, value: unknown) => void;

/** Option → its check. An option that is not in the table is unknown. */
export type Checks<Options> = Readonly<Record<keyof Options, Check>>;

/**
 * Reads options once: refuses unknown and renamed names, checks each value, and returns a copy. Null counts as absent.
 *
 * @throws PatchbayError that names the option
 */
export function readOptions<Options extends object>(
  place: string,
  options: Options,
  checks: Checks<Options>,
  renamed?: RenamedOptions,
): NonNullableFields<Options> {
  refuseUnknown(place, options, checks, renamed);
  const copy: Partial<Record<string, unknown>> = {};
  for (const name in checks) {
    const value = options[name] ?? undefined;
    if (value === undefined) continue;
    checks[name](name, value);
    copy[name] = value;
  }
  return copy as NonNullableFields<Options>;
}

type NonNullableFields<Options> = { readonly [Name in keyof Options]?: NonNullable<Options[Name]> };

/** For options that are checked where they are used. */
export const anyValue: Check = () => undefined;

export const positiveMs: Check = (name, value) => {
  if (!(typeof value === "number" && value > 0))
    throw new PatchbayError(`\`${name}\` must be a positive number of milliseconds, got ${showValue(value)}.`);
};

export const count: Check = (name, value) => {
  if (!(Number.isInteger(value) && Number(value) >= 0))
    throw new PatchbayError(`\`${name}\` must be an integer of 0 or more, got ${showValue(value)}.`);
};

export const callback: Check = (name, value) => {
  if (typeof value !== "function") throw new PatchbayError(`\`${name}\` must be a function, got ${showValue(value)}.`);
};

export const callbacks: Check = (name, value) => {
  if (!Array.isArray(value))
    throw new PatchbayError(`\`${name}\` must be an array of functions, got ${showValue(value)}.`);
  for (const [index, one] of value.entries()) callback(`${name}[${index}]`, one);
};

export const abortSignal: Check = (name, value) => {
  if (typeof (value as AbortSignal).throwIfAborted !== "function")
    throw new PatchbayError(
      `\`${name}\` must be an AbortSignal, got ${showValue(value)}. Pass the \`signal\` of an AbortController.`,
    );
};

/** Never shows the key. */
export const apiKey: Check = (name, value) => {
  if (typeof value === "function") return;
  if (typeof value !== "string")
    throw new PatchbayError(`\`${name}\` must be a string or a function that returns one, got ${typeof value}.`);
  if (/[^\x21-\x7e]/.test(value))
    throw new PatchbayError(
      `\`${name}\` contains a space, a line break or another character that is not allowed in a header. Check where it is read from.`,
    );
};

/** Makes a check for one of several strings. */
export function oneOf(values: readonly string[]): Check {
  return (name, value) => {
    if (values.includes(value as string)) return;
    const list = values.map((one) => JSON.stringify(one)).join(", ");
    throw new PatchbayError(`\`${name}\` must be one of ${list}; got ${showValue(value)}.`);
  };
}
