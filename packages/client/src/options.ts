import { retryPolicy, type CallInfo } from "@patchbay/spec";
import { PatchbayError } from "./errors.ts";
import { logging, type Logger, type LogLevel, logLevels } from "./log.ts";
import type { Middleware } from "./middleware.ts";
import type { Validate } from "./validate.ts";

/** A key, or a function that gives one for each attempt, so that keys can be rotated. */
export type Key = string | (() => string | Promise<string>);

/** A retry that is about to happen. */
export interface Retry {
  /** Which attempt failed, from 1. */
  readonly attempt: number;
  /** Milliseconds until the next one. */
  readonly delay: number;
  readonly error: PatchbayError;
}

/** What a client and each of its calls can set. */
interface Limits {
  /**
   * Milliseconds for one attempt, until the answer is complete; for a stream until its first event. Default: 600,000.
   */
  readonly timeout?: number;
  /** Milliseconds of silence between two events of a stream; keep-alive comments do not count. Default: 300,000. */
  readonly idleTimeout?: number;
  /** Milliseconds for the whole call: attempts, waits and the stream. Default: no limit. */
  readonly totalTimeout?: number;
  /** How often a request that deserves it is sent again. Default: 2. */
  readonly maxRetries?: number;
  /**
   * Whether to repeat a request that may be paid although nobody knows what became of the first, such as after a broken
   * connection. Default: only what costs nothing is repeated then.
   */
  readonly retryUnknown?: boolean;
  /** Called before each wait for another attempt. */
  readonly onRetry?: (retry: Retry) => void;
}

/** How a client reaches the service. */
export interface ClientOptions extends Limits {
  /** Sent as `Authorization: Bearer …`. Default: the variable `OPENROUTER_API_KEY`. */
  readonly apiKey?: Key;
  /** For the operations of an account (`credits`, `keys`, `activity`). Default: `apiKey`. */
  readonly managementKey?: Key;
  /** Default: the variable `OPENROUTER_BASE_URL`, else `https://openrouter.ai/api/v1`. */
  readonly baseURL?: string;
  /** Replaces the network, for instance by a reference server's own `fetch` or by one with a proxy. Default: `globalThis.fetch`. */
  readonly fetch?: (request: Request) => Promise<Response>;
  /** Sent with every request; null takes one of the client's own away. */
  readonly headers?: HeadersOption;
  /** Who asks: shown in the service's rankings. Default: nobody. */
  readonly app?: App;
  /** Functions around each attempt, the first one outermost. Default: none. */
  readonly middleware?: readonly Middleware[];
  /** Looks at each answer and each event, such as `validation("strict")` of `@patchbay/client/validation`. Default: off. */
  readonly validate?: Validate;
  /** Where log lines go. Default: `console`. */
  readonly logger?: Logger;
  /**
   * `info` tells of each attempt and its end, `debug` of requests and headers too; keys, cookies and bodies are never
   * logged. Default: the variable `PATCHBAY_LOG`, else `warn`.
   */
  readonly logLevel?: LogLevel;
  /** Lets a browser have the key, where every visitor can read it. Default: false, which refuses. */
  readonly dangerouslyAllowBrowser?: boolean;
}

/** Headers by name; null takes one away. */
export type HeadersOption = Readonly<Record<string, string | null>>;

/** An application, as the service attributes requests to it. */
export interface App {
  /** Its address; by it the service knows the application. */
  readonly url?: string;
  readonly title?: string;
  /** Such as `cli-agent`. */
  readonly categories?: readonly string[];
}

/** What one call does differently. */
export interface RequestOptions extends Limits {
  /** Ends the call at once, waits and streams included; its reason is thrown as it is. */
  readonly signal?: AbortSignal;
  /** Sent with this request; wins over the client's, and null takes one away. */
  readonly headers?: HeadersOption;
  /** Added to the query, for what the contract does not know. */
  readonly query?: Readonly<Record<string, string | number | boolean>>;
  /** Sent as `Idempotency-Key` with every attempt. Default: a random one for each call that may be paid. */
  readonly idempotencyKey?: string;
}

/** What a call for a record can set, which is written a moment after the answer. */
export interface WaitOptions extends RequestOptions {
  /** Whether to ask again for up to ten seconds while the record is not there. Default: false. */
  readonly wait?: boolean;
}

/** Client options with every default filled in. */
export interface Settings extends Required<Omit<Limits, "onRetry">> {
  readonly keyFor: (operation: CallInfo) => Key | undefined;
  readonly baseURL: string;
  readonly fetch: ((request: Request) => Promise<Response>) | undefined;
  /** By lower-case name. */
  readonly headers: HeadersOption;
  readonly middleware: readonly Middleware[];
  readonly validate: Validate | undefined;
  readonly onRetry: ((retry: Retry) => void) | undefined;
  readonly isBrowser: boolean;
}

/** Fills in defaults and refuses what cannot work; throws `PatchbayError`. */
export function toSettings(options: ClientOptions, needsKey = true): Settings {
  const apiKey = options.apiKey ?? variable("OPENROUTER_API_KEY");
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
      "This is a browser, where every visitor could read the API key. Call the service from a server, or let people log in (`@patchbay/client/login`) and pass `dangerouslyAllowBrowser: true`.",
    );
  const baseURL = options.baseURL ?? variable("OPENROUTER_BASE_URL") ?? "https://openrouter.ai/api/v1";
  if (!URL.canParse(baseURL) || !/^https?:[^?#]*$/.test(baseURL)) {
    throw new PatchbayError(
      `\`baseURL\` is ${JSON.stringify(baseURL)}, which is no http(s) URL without a query. An example is https://openrouter.ai/api/v1.`,
    );
  }
  const limits = toLimits(options, defaults);
  const { app, logger = console, logLevel = variable("PATCHBAY_LOG") ?? "warn" } = options;
  if (!(logLevel in logLevels))
    throw new PatchbayError(
      `\`logLevel\` is ${JSON.stringify(logLevel)}; it is one of ${Object.keys(logLevels).join(", ")}.`,
    );
  return {
    ...limits,
    onRetry: options.onRetry,
    keyFor: ({ auth }) => (auth ? managementKey : apiKey),
    baseURL: baseURL.replace(/\/+$/, ""),
    fetch: options.fetch,
    headers: lowerCase({
      ...(app?.url && { "http-referer": app.url }),
      ...(app?.title && { "x-openrouter-title": app.title }),
      ...(app?.categories && { "x-openrouter-categories": app.categories.join(",") }),
      ...options.headers,
    }),
    middleware: [...(options.middleware ?? []), ...logging(logger, logLevel as LogLevel)],
    validate: options.validate,
    isBrowser,
  };
}

const defaults: Omit<Required<Limits>, "onRetry"> = {
  timeout: 600_000,
  idleTimeout: 300_000,
  totalTimeout: Number.POSITIVE_INFINITY,
  maxRetries: retryPolicy.maxRetries,
  retryUnknown: false,
};

/** The limits of a call over those of its client; throws `PatchbayError` for what means nothing. */
export function toLimits(own: Limits, base: Omit<Required<Limits>, "onRetry">): typeof base {
  const { timeout = base.timeout, idleTimeout = base.idleTimeout, totalTimeout = base.totalTimeout } = own;
  const { maxRetries = base.maxRetries, retryUnknown = base.retryUnknown } = own;
  for (const [name, ms] of [
    ["timeout", timeout],
    ["idleTimeout", idleTimeout],
    ["totalTimeout", totalTimeout],
  ] as const)
    if (!(ms > 0)) throw new PatchbayError(`\`${name}\` is ${ms}; it is a number of milliseconds above 0.`);
  if (!(Number.isInteger(maxRetries) && maxRetries >= 0))
    throw new PatchbayError(`\`maxRetries\` is ${maxRetries}; it is a whole number from 0.`);
  return { timeout, idleTimeout, totalTimeout, maxRetries, retryUnknown };
}

/** Refuses a key that no header can carry, without showing it. */
export function checkKey(name: string, key: unknown): void {
  if (typeof key === "string" && /[^\x21-\x7e]/.test(key)) {
    throw new PatchbayError(
      `\`${name}\` holds a space, a line break or another character that no header can carry. Check where it was read from.`,
    );
  }
}

/** Header names are compared in lower case. */
export function lowerCase(headers: HeadersOption): HeadersOption {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
}

function variable(name: string): string | undefined {
  const { process } = globalThis as { process?: { env?: Record<string, string | undefined> } };
  return process?.env?.[name] || undefined;
}
