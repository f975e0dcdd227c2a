import { retryPolicy, type OperationCall } from "@patchbay/spec";
import { toBaseURL } from "./base-url.ts";
import { PatchbayError } from "../errors/errors.ts";
import { toAppHeaders, toHeaderTable, type AppInfo, type HeadersInput, type HeaderTable } from "./headers.ts";
import { refuseUnknown } from "./known-options.ts";
import { logging, type Logger, type LogLevel, logLevels } from "./logger.ts";
import type { Middleware } from "./middleware.ts";
import { readGiven } from "./read-given.ts";
import { showValue } from "./show-value.ts";
import type { ResponseValidator } from "./response-validator.ts";

/** A key, or a function that gives one for each attempt, so that keys can be rotated. */
export type ApiKeySource = string | (() => string | Promise<string>);

/** A retry that is about to happen. */
export interface RetryEvent {
  /** Which attempt failed, from 1. */
  readonly attempt: number;
  /** Milliseconds until the next one. */
  readonly delayMs: number;
  readonly error: PatchbayError;
}

/** What a client and each of its calls can set. */
interface Limits {
  /**
   * Milliseconds for one attempt, until the answer is complete; for a stream until its first event. Default: 600,000.
   */
  readonly timeout?: number | undefined;
  /** Milliseconds of silence between two events of a stream; keep-alive comments do not count. Default: 300,000. */
  readonly idleTimeout?: number | undefined;
  /** Milliseconds for the whole call: attempts, waits and the stream. Default: no limit. */
  readonly totalTimeout?: number | undefined;
  /** How often a request that deserves it is sent again. Default: 2. */
  readonly maxRetries?: number | undefined;
  /**
   * Whether to repeat a request that may be paid although nobody knows what became of the first, such as after a broken
   * connection. Default: only what costs nothing is repeated then.
   */
  readonly retryNonIdempotent?: boolean | undefined;
  /** Called before each wait for another attempt. Not awaited; a rejection is reported on the console. */
  readonly onRetry?: ((retry: RetryEvent) => unknown) | undefined;
}

/** How a client reaches the service. */
export interface ClientOptions extends Limits {
  /** Sent as `Authorization: Bearer …`. Default: the variable `OPENROUTER_API_KEY`. */
  readonly apiKey?: ApiKeySource | undefined;
  /** For the operations of an account (`credits`, `keys`, `activity`). Default: `apiKey`. */
  readonly managementKey?: ApiKeySource | undefined;
  /** Default: the variable `OPENROUTER_BASE_URL`, else `https://openrouter.ai/api/v1`. */
  readonly baseURL?: string | undefined;
  /** Replaces the network, for instance by a reference server's own `fetch` or by one with a proxy. Default: `globalThis.fetch`. */
  readonly fetch?: ((request: Request) => Promise<Response>) | undefined;
  /** Sent with every request; null takes one of the client's own away. */
  readonly defaultHeaders?: HeadersInput | undefined;
  /** Who asks: shown in the service's rankings. Default: nobody. */
  readonly app?: AppInfo | undefined;
  /** Functions around each attempt, the first one outermost. Default: none. */
  readonly middleware?: readonly Middleware[] | undefined;
  /** Looks at each answer and each event, such as `responseValidation("strict")` of `@patchbay/client/validation`. Default: off. */
  readonly validate?: ResponseValidator | undefined;
  /** Where log lines go. Default: `console`. */
  readonly logger?: Logger | undefined;
  /**
   * `info` tells of each attempt and its end, `debug` of requests and headers too; keys, cookies and bodies are never
   * logged. Default: the variable `PATCHBAY_LOG`, else `warn`.
   */
  readonly logLevel?: LogLevel | undefined;
  /** Lets a browser have the key, where every visitor can read it. Default: false, which refuses. */
  readonly dangerouslyAllowBrowser?: boolean | undefined;
}

/** What one call does differently. */
export interface RequestOptions extends Limits {
  /** Ends the call at once, waits and streams included; its reason is thrown as it is. */
  readonly signal?: AbortSignal | undefined;
  /** Sent with this request; wins over the client's, and null takes one away. */
  readonly headers?: HeadersInput | undefined;
  /** Added to the query, for what the contract does not know. */
  readonly query?: Readonly<Record<string, string | number | boolean | null | undefined>> | undefined;
  /** Sent as `Idempotency-Key` with every attempt. Default: a random one for each call that may be paid. */
  readonly idempotencyKey?: string | undefined;
}

/** What a call for a record can set, which is written a moment after the answer. */
export interface PollOptions extends RequestOptions {
  /** Whether to ask again for up to ten seconds while the record is not there. Default: false. */
  readonly poll?: boolean | undefined;
}

type LimitSettings = { readonly [Name in Exclude<keyof Limits, "onRetry">]-?: NonNullable<Limits[Name]> };

/** Client options with every default filled in. */
export interface Settings extends LimitSettings {
  /** The key of an operation and the name of its option. */
  readonly keyFor: (operation: OperationCall) => readonly [option: string, key: ApiKeySource | undefined];
  readonly baseURL: string;
  readonly fetch: ((request: Request) => Promise<Response>) | undefined;
  readonly headers: HeaderTable;
  readonly middleware: readonly Middleware[];
  readonly validate: ResponseValidator | undefined;
  readonly onRetry: ((retry: RetryEvent) => unknown) | undefined;
  readonly isBrowser: boolean;
}

const shared = {
  timeout: true,
  idleTimeout: true,
  totalTimeout: true,
  maxRetries: true,
  retryNonIdempotent: true,
  onRetry: true,
} as const;

/** Every option of a client. */
const clientOptions = {
  ...shared,
  defaultHeaders: true,
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
  headers: true,
  signal: true,
  query: true,
  idempotencyKey: true,
  poll: true,
} satisfies Readonly<Record<keyof PollOptions, true>>;

/** Fills in defaults and refuses what cannot work; throws `PatchbayError`. Without `needsKey` only an explicit key is sent. */
export function toSettings(given: ClientOptions | null, needsKey = true): Settings {
  return readGiven("The options of the client", () => fillIn(given ?? {}, needsKey));
}

function fillIn(options: ClientOptions, needsKey: boolean): Settings {
  refuseUnknown("the client", options, clientOptions);
  const apiKey = options.apiKey ?? (needsKey ? variable("OPENROUTER_API_KEY") : undefined);
  const managementKey = options.managementKey ?? apiKey;
  if (needsKey && !apiKey && !managementKey) {
    throw new PatchbayError(
      "There is no API key. Pass `apiKey` to new Patchbay(…) or set the variable OPENROUTER_API_KEY.",
    );
  }
  checkKey("apiKey", apiKey);
  checkKey("managementKey", managementKey);
  const isBrowser = "document" in globalThis || "importScripts" in globalThis;
  if (isBrowser && needsKey && !options.dangerouslyAllowBrowser)
    throw new PatchbayError(
      "This is a browser, where every visitor could read the API key. Call the service from a server, or let people log in (`@patchbay/client/oauth`) and pass `dangerouslyAllowBrowser: true`.",
    );
  const baseURL = toBaseURL(options.baseURL ?? variable("OPENROUTER_BASE_URL") ?? "https://openrouter.ai/api/v1");
  const limits = toLimits(options, defaults);
  for (const name of ["fetch", "validate", "onRetry"] as const) checkFunction(name, options[name]);
  const middleware: readonly Middleware[] = options.middleware ?? [];
  if (!Array.isArray(middleware))
    throw new PatchbayError(`\`middleware\` must be an array of functions, got ${showValue(middleware)}.`);
  for (const [index, one] of middleware.entries()) requireFunction(`middleware[${index}]`, one);
  const logger = options.logger ?? console;
  const logLevel = options.logLevel ?? variable("PATCHBAY_LOG") ?? "warn";
  if (typeof logLevel !== "string" || !Object.hasOwn(logLevels, logLevel))
    throw new PatchbayError(
      `\`logLevel\` is ${showValue(logLevel)}; it is one of ${Object.keys(logLevels).join(", ")}.`,
    );
  for (const method of ["info", "debug"] as const)
    if (logLevels[logLevel as LogLevel] >= logLevels[method])
      requireFunction(`logger.${method}`, (logger as Partial<Logger>)[method]);
  return {
    ...limits,
    onRetry: options.onRetry,
    keyFor: ({ auth }) => (auth ? ["managementKey", managementKey] : ["apiKey", apiKey]),
    baseURL,
    fetch: options.fetch ?? undefined,
    headers: { ...toAppHeaders(options.app), ...toHeaderTable(options.defaultHeaders, "defaultHeaders") },
    middleware: [...middleware, ...logging(logger, logLevel as LogLevel)],
    validate: options.validate,
    isBrowser,
  };
}

const defaults: LimitSettings = {
  timeout: 600_000,
  idleTimeout: 300_000,
  totalTimeout: Number.POSITIVE_INFINITY,
  maxRetries: retryPolicy.maxRetries,
  retryNonIdempotent: false,
};

/** The limits of a call over those of its client; throws `PatchbayError` for what means nothing. */
export function toLimits(own: Limits, base: LimitSettings): LimitSettings {
  const timeout = own.timeout ?? base.timeout;
  const idleTimeout = own.idleTimeout ?? base.idleTimeout;
  const totalTimeout = own.totalTimeout ?? base.totalTimeout;
  const maxRetries = own.maxRetries ?? base.maxRetries;
  const retryNonIdempotent = own.retryNonIdempotent ?? base.retryNonIdempotent;
  for (const [name, ms] of [
    ["timeout", timeout],
    ["idleTimeout", idleTimeout],
    ["totalTimeout", totalTimeout],
  ] as const)
    if (!(typeof ms === "number" && ms > 0))
      throw new PatchbayError(`\`${name}\` is ${showValue(ms)}; it is a number of milliseconds above 0.`);
  if (!(Number.isInteger(maxRetries) && maxRetries >= 0))
    throw new PatchbayError(`\`maxRetries\` is ${showValue(maxRetries)}; it is a whole number from 0.`);
  return { timeout, idleTimeout, totalTimeout, maxRetries, retryNonIdempotent };
}

export function checkFunction(name: string, value: unknown): void {
  if (value !== undefined && value !== null) requireFunction(name, value);
}

function requireFunction(name: string, value: unknown): void {
  if (typeof value !== "function") throw new PatchbayError(`\`${name}\` must be a function, got ${showValue(value)}.`);
}

/** Refuses what cannot end a call; throws `PatchbayError`. */
export function checkSignal(signal: unknown): void {
  if (signal !== undefined && signal !== null && typeof (signal as AbortSignal).throwIfAborted !== "function")
    throw new PatchbayError(
      `\`signal\` must be an AbortSignal, got ${showValue(signal)}. Pass the \`signal\` of an AbortController.`,
    );
}

/** Refuses a key that no header can carry, without showing it. */
export function checkKey(name: string, key: unknown): void {
  if (key === undefined || key === null || typeof key === "function") return;
  if (typeof key !== "string")
    throw new PatchbayError(`\`${name}\` must be a string or a function that returns one, got ${typeof key}.`);
  if (/[^\x21-\x7e]/.test(key)) {
    throw new PatchbayError(
      `\`${name}\` holds a space, a line break or another character that no header can carry. Check where it was read from.`,
    );
  }
}

function variable(name: string): string | undefined {
  const { process } = globalThis as { process?: { env?: Record<string, string | undefined> } };
  return process?.env?.[name] || undefined;
}
