import { PatchbayError } from "../errors/errors.ts";
import { showValue } from "./show-value.ts";

/** Names in other SDKs, in lower case → the option here. */
const names: ReadonlyMap<string, string> = new Map([
  ["headers", "defaultHeaders"],
  ["defaultheaders", "headers"],
  ["retryunknown", "retryNonIdempotent"],
  ["wait", "poll"],
  ["abortsignal", "signal"],
  ["retries", "maxRetries"],
  ["key", "apiKey"],
  ["timeoutms", "timeout"],
]);

/**
 * Refuses an option that would have no effect, such as `baseUrl`; `undefined` counts as not set.
 *
 * @throws PatchbayError with the name that was meant, or all names
 */
export function refuseUnknown(place: string, options: object, known: Readonly<Record<string, true>>): void {
  requireOptions(place, options);
  for (const [name, value] of Object.entries(options)) {
    if (Object.hasOwn(known, name) || value === undefined) continue;
    const wanted = name.toLowerCase().replaceAll(/[_-]/g, "");
    const all = Object.keys(known);
    const meant = all.find((one) => one.toLowerCase() === wanted || one === names.get(wanted));
    const advice = meant === undefined ? `Known options: ${all.join(", ")}.` : `Use \`${meant}\`.`;
    throw new PatchbayError(`Unknown option ${showValue(name)} of ${place}. ${advice}`);
  }
}

/**
 * Refuses what holds no options, such as an AbortSignal in their place, which would have no effect.
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
