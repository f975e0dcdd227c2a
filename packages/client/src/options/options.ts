import { clientPolicy, retryPolicy, type OperationCall } from "@patchbay/spec";
import { toBaseURL } from "./base-url.ts";
import {
  abortSignal,
  anyValue,
  apiKey,
  callback,
  callbacks,
  count,
  oneOf,
  positiveMs,
  readOptions,
  type Checks,
} from "./checks.ts";
import { PatchbayError } from "../errors/patchbay-error.ts";
import { toAppHeaders, toHeaderTable, type AppInfo, type HeadersInput, type HeaderTable } from "./headers.ts";
import { load } from "./load.ts";
import { logLevels, type Logger, type LogLevel } from "./log-level.ts";
import { loadLogAttempt } from "../parts.ts";
import type { Middleware } from "./middleware.ts";
import { readGiven } from "./read-given.ts";
import type { ResponseValidator } from "./response-validator.ts";

/** An API key, or a function that returns one. The function is called before each attempt, so that keys can be rotated. */
export type ApiKeySource = string | (() => string | Promise<string>);

/** A retry that is about to happen. */
export interface RetryEvent {
  /** The number of the failed attempt, starting at 1. */
  readonly attempt: number;
  /** Milliseconds until the next attempt. */
  readonly delayMs: number;
  /** The error of the failed attempt. */
  readonly error: PatchbayError;
}

/** Options that a client and each of its calls have. */
interface Limits {
  /**
   * Milliseconds for one attempt: until the response is complete, or until the first event of a stream. `Infinity`
   * disables it. Default: 600,000.
   */
  readonly timeout?: number | undefined;
  /** Milliseconds between two events of a stream; keep-alive comments do not count. Default: 300,000. */
  readonly idleTimeout?: number | undefined;
  /** Milliseconds for the whole call: attempts, waits and stream. Default: none. */
  readonly totalTimeout?: number | undefined;
  /** Number of retries after the first attempt. Default: 2. */
  readonly maxRetries?: number | undefined;
  /**
   * Whether to also retry a request that is not idempotent after a failure with an unknown outcome, such as a broken
   * connection. The first request may be charged. Default: false.
   */
  readonly retryNonIdempotent?: boolean | undefined;
  /** Called before the wait for each retry. Not awaited; a rejection is logged on the console. Default: none. */
  readonly onRetry?: ((retry: RetryEvent) => unknown) | undefined;
}

/** Options of a client. */
export interface ClientOptions extends Limits {
  /** Sent as `Authorization: Bearer …`. Default: the environment variable `OPENROUTER_API_KEY`. */
  readonly apiKey?: ApiKeySource | undefined;
  /** The management API key for `credits`, `keys` and `activity`. Default: `apiKey`. */
  readonly managementKey?: ApiKeySource | undefined;
  /** URL of the API. Default: the environment variable `OPENROUTER_BASE_URL`, otherwise `https://openrouter.ai/api/v1`. */
  readonly baseURL?: string | undefined;
  /** Replaces `fetch`; receives one `Request`. For proxies and tests. Default: `globalThis.fetch`. */
  readonly fetch?: ((request: Request) => Promise<Response>) | undefined;
  /** Headers of every request. `null` removes one of the client's own. Default: none. */
  readonly defaultHeaders?: HeadersInput | undefined;
  /** App attribution in OpenRouter's rankings. Default: none. */
  readonly app?: AppInfo | undefined;
  /** Functions around each attempt, the first one outermost. Default: none. */
  readonly middleware?: readonly Middleware[] | undefined;
  /**
   * Checks each response and each stream event, such as `responseValidation("error")` of `@patchbay/client/validation`.
   * Default: none.
   */
  readonly validate?: ResponseValidator | undefined;
  /** The destination of log lines. Default: `console`. */
  readonly logger?: Logger | undefined;
  /**
   * `info` logs each attempt and its result, `debug` also requests and headers. Keys, cookies and bodies are never
   * logged. Default: the environment variable `PATCHBAY_LOG`, otherwise `warn`.
   */
  readonly logLevel?: LogLevel | undefined;
  /** Allows an API key in a browser, where every visitor can read it. Default: false, which throws. */
  readonly dangerouslyAllowBrowser?: boolean | undefined;
}

/** Options of one call. They take precedence over those of the client. */
export interface RequestOptions extends Limits {
  /** Aborts the call at once, including waits and streams. Its reason is thrown unchanged. Default: none. */
  readonly signal?: AbortSignal | undefined;
  /** Headers of this request. They take precedence over the client's; `null` removes one. Default: none. */
  readonly headers?: HeadersInput | undefined;
  /** Query parameters that the contract does not document. Default: none. */
  readonly query?: Readonly<Record<string, string | number | boolean | null | undefined>> | undefined;
  /** Sent as `Idempotency-Key` with every attempt. Default: a random one for each call that may be charged. */
  readonly idempotencyKey?: string | undefined;
}

/** Options of a call for a resource that becomes available a moment after the request that creates it. */
export interface PollOptions extends RequestOptions {
  /** Whether to repeat the request for up to ten seconds while the API responds with 404. Default: false. */
  readonly poll?: boolean | undefined;
}

type LimitSettings = { readonly [Name in Exclude<keyof Limits, "onRetry">]-?: NonNullable<Limits[Name]> };

/** Client options with every default applied. */
export interface Settings extends LimitSettings {
  /** Returns the key of an operation and the name of its option. */
  readonly keyFor: (operation: OperationCall) => readonly [option: string, key: ApiKeySource | undefined];
  readonly baseURL: string;
  readonly fetch: ((request: Request) => Promise<Response>) | undefined;
  readonly headers: HeaderTable;
  readonly middleware: readonly Middleware[];
  readonly validate: ResponseValidator | undefined;
  readonly onRetry: ((retry: RetryEvent) => unknown) | undefined;
  readonly isBrowser: boolean;
}

const limitChecks: Checks<Limits> = {
  timeout: positiveMs,
  idleTimeout: positiveMs,
  totalTimeout: positiveMs,
  maxRetries: count,
  retryNonIdempotent: anyValue,
  onRetry: callback,
};

const clientChecks: Checks<ClientOptions> = {
  ...limitChecks,
  apiKey,
  managementKey: apiKey,
  baseURL: anyValue,
  fetch: callback,
  defaultHeaders: anyValue,
  app: anyValue,
  middleware: callbacks,
  validate: callback,
  logger: anyValue,
  logLevel: oneOf(Object.keys(logLevels)),
  dangerouslyAllowBrowser: anyValue,
};

const callChecks: Checks<PollOptions> = {
  ...limitChecks,
  signal: abortSignal,
  headers: anyValue,
  query: anyValue,
  idempotencyKey: anyValue,
  poll: anyValue,
};

const renamedClientOptions = { headers: "defaultHeaders", retryUnknown: "retryNonIdempotent" };
const renamedCallOptions = { wait: "poll", retryUnknown: "retryNonIdempotent" };

const { environment, defaults: own } = clientPolicy;
const defaults: LimitSettings = {
  timeout: own.timeoutMs,
  idleTimeout: own.idleTimeoutMs,
  totalTimeout: own.totalTimeoutMs ?? Number.POSITIVE_INFINITY,
  maxRetries: retryPolicy.maxRetries,
  retryNonIdempotent: own.retryNonIdempotent,
};

/**
 * Checks client options and applies defaults. Without `needsKey`, only an explicit key is sent.
 *
 * @throws PatchbayError when a key is missing or an option is not valid
 */
export function toSettings(options: ClientOptions | null, needsKey = true): Settings {
  return readGiven("The options of the client", () => {
    const read = readOptions("the client", options ?? {}, clientChecks, renamedClientOptions);
    return fillIn(read, needsKey);
  });
}

/** The options of a client, checked and without null. */
type CheckedClientOptions = ReturnType<typeof readOptions<ClientOptions>>;
/** The options of a call, checked and without null. */
export type CheckedCallOptions = ReturnType<typeof readOptions<PollOptions>>;

/** The options of a call without options, which need no check: saves 5 % of the CPU of the client's own part of a call. */
export const noOptions: CheckedCallOptions = {};

/** Checks the options of one call, and returns them as a copy. Throws `PatchbayError`. */
export function readCallOptions(place: string, options: PollOptions): CheckedCallOptions {
  return options === noOptions ? noOptions : readOptions(place, options, callChecks, renamedCallOptions);
}

/** The limits of `options`, and those of `base` where they are absent. */
export function toLimits(options: Limits, base: LimitSettings): LimitSettings {
  return {
    timeout: options.timeout ?? base.timeout,
    idleTimeout: options.idleTimeout ?? base.idleTimeout,
    totalTimeout: options.totalTimeout ?? base.totalTimeout,
    maxRetries: options.maxRetries ?? base.maxRetries,
    retryNonIdempotent: options.retryNonIdempotent ?? base.retryNonIdempotent,
  };
}

function fillIn(options: CheckedClientOptions, needsKey: boolean): Settings {
  const key = options.apiKey ?? (needsKey ? variable(environment.apiKey) : undefined);
  const managementKey = options.managementKey ?? key;
  if (needsKey && !key && !managementKey)
    throw new PatchbayError(
      `Missing API key. Pass \`apiKey\` to \`new Patchbay()\`, or set the environment variable ${environment.apiKey}.`,
    );
  if (key !== undefined) apiKey("apiKey", key);
  const isBrowser = "document" in globalThis || "importScripts" in globalThis;
  if (isBrowser && needsKey && !options.dangerouslyAllowBrowser)
    throw new PatchbayError(
      "The client runs in a browser, where every visitor can read the API key. Call the API from a server, or use OAuth (`@patchbay/client/oauth`) and pass `dangerouslyAllowBrowser: true`.",
    );
  return {
    ...toLimits(options, defaults),
    onRetry: options.onRetry,
    // Keys are kept in this closure, so that no log of the settings shows them.
    keyFor: ({ auth }) => (auth ? ["managementKey", managementKey] : ["apiKey", key]),
    baseURL: toBaseURL(options.baseURL ?? variable(environment.baseURL) ?? clientPolicy.baseURL),
    fetch: options.fetch,
    headers: { ...toAppHeaders(options.app), ...toHeaderTable(options.defaultHeaders, "defaultHeaders") },
    middleware: [...(options.middleware ?? []), ...toLogging(options)],
    validate: options.validate,
    isBrowser,
  };
}

function toLogging({ logger = console, logLevel }: CheckedClientOptions): readonly Middleware[] {
  const level = (logLevel ?? variable(environment.logLevel) ?? own.logLevel) as LogLevel;
  clientChecks.logLevel("logLevel", level);
  for (const method of ["info", "debug"] as const)
    if (logLevels[level] >= logLevels[method])
      callback(`logger.${method}`, (logger as Partial<Logger> | undefined)?.[method]);
  if (logLevels[level] < logLevels.info) return [];
  return [
    async (...attempt) => {
      const logAttempt = await load(loadLogAttempt, "log a request");
      return logAttempt(logger, level, ...attempt);
    },
  ];
}

function variable(name: string): string | undefined {
  const { process } = globalThis as { process?: { env?: Record<string, string | undefined> } };
  return process?.env?.[name] || undefined;
}
