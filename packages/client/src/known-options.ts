import { PatchbayError } from "./errors.ts";
import { showValue } from "./show-value.ts";
import type { ClientOptions, WaitOptions } from "./options.ts";

const shared = {
  timeout: true,
  idleTimeout: true,
  totalTimeout: true,
  maxRetries: true,
  retryUnknown: true,
  onRetry: true,
  headers: true,
} as const;

/** Every option of a client. */
export const clientOptions = {
  ...shared,
  apiKey: true,
  managementKey: true,
  baseURL: true,
  fetch: true,
  app: true,
  middleware: true,
  validate: true,
  logger: true,
  logLevel: true,
  dangerouslyAllowBrowser: true,
} satisfies Readonly<Record<keyof ClientOptions, true>>;

/** Every option of a call. */
export const callOptions = {
  ...shared,
  signal: true,
  query: true,
  idempotencyKey: true,
  wait: true,
} satisfies Readonly<Record<keyof WaitOptions, true>>;

/** Names in other SDKs, in lower case → the option here. */
const names: ReadonlyMap<string, keyof ClientOptions | keyof WaitOptions> = new Map([
  ["defaultheaders", "headers"],
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
  for (const [name, value] of Object.entries(options)) {
    if (Object.hasOwn(known, name) || value === undefined) continue;
    const wanted = name.toLowerCase().replaceAll(/[_-]/g, "");
    const all = Object.keys(known);
    const meant = all.find((one) => one.toLowerCase() === wanted || one === names.get(wanted));
    const advice = meant === undefined ? `Known options: ${all.join(", ")}.` : `Use \`${meant}\`.`;
    throw new PatchbayError(`Unknown option ${showValue(name)} of ${place}. ${advice}`);
  }
}
