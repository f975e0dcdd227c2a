import { PatchbayError } from "../errors/patchbay-error.ts";
import { showValue } from "./show-value.ts";

/** Old name → new name. */
export type RenamedOptions = Readonly<Record<string, string>>;

/** Names of other SDKs, in lower case → the option here. */
const aliases: Readonly<Record<string, string | undefined>> = {
  defaultheaders: "headers",
  abortsignal: "signal",
  retries: "maxRetries",
  key: "apiKey",
  timeoutms: "timeout",
};

/**
 * Refuses an option that would have no effect, such as `baseUrl`. An `undefined` value counts as absent.
 *
 * @throws PatchbayError with the new name, the nearest name or all names
 */
export function refuseUnknown(
  place: string,
  options: object,
  known: Readonly<Record<string, unknown>>,
  renamed: RenamedOptions = {},
): void {
  requireOptions(place, options);
  refuseRenamed(place, options, renamed);
  for (const [name, value] of Object.entries(options)) {
    if (Object.hasOwn(known, name) || value === undefined) continue;
    const wanted = name.toLowerCase().replaceAll(/[_-]/g, "");
    const all = Object.keys(known);
    const nearest = all.find((one) => one.toLowerCase() === wanted || one === aliases[wanted]);
    const advice = nearest === undefined ? `Known options: ${all.join(", ")}.` : `Use \`${nearest}\`.`;
    throw new PatchbayError(`Unknown option ${showValue(name)} of ${place}. ${advice}`);
  }
}

/**
 * Refuses an option that has a new name.
 *
 * @throws PatchbayError with the new name
 */
export function refuseRenamed(place: string, options: object, renamed: RenamedOptions): void {
  for (const [old, name] of Object.entries(renamed))
    if ((options as Record<string, unknown>)[old] !== undefined)
      throw new PatchbayError(`The option \`${old}\` of ${place} was renamed to \`${name}\`.`);
}

/**
 * Refuses a value that is not an object of options, such as an AbortSignal, which would have no effect.
 *
 * @throws PatchbayError
 */
export function requireOptions(place: string, options: unknown): void {
  const kind = Object.prototype.toString.call(options).slice(8, -1);
  if (kind === "Object") return;
  const advice = kind === "AbortSignal" ? " Pass it as `{ signal }`." : "";
  const shown = typeof options === "object" && !Array.isArray(options) ? `an instance of ${kind}` : showValue(options);
  throw new PatchbayError(`The options of ${place} must be a plain object, got ${shown}.${advice}`);
}
