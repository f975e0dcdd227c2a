import { PatchbayError } from "./errors.ts";

/** How a client reaches the service. */
export interface ClientOptions {
  /** Sent as `Authorization: Bearer …`. Default: the variable `OPENROUTER_API_KEY`. */
  readonly apiKey?: string;
  /** Default: the variable `OPENROUTER_BASE_URL`, else `https://openrouter.ai/api/v1`. */
  readonly baseURL?: string;
  /** Replaces the network, for instance by a reference server's own `fetch`. Default: `globalThis.fetch`. */
  readonly fetch?: (input: Request) => Promise<Response>;
  /** Sent with every request. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Milliseconds for one attempt, until the answer is complete; for a stream until it begins. Default: 600,000. */
  readonly timeout?: number;
  /** How often a request that deserves it is sent again. Default: 2. */
  readonly maxRetries?: number;
}

/** What one call does differently. */
export interface RequestOptions {
  /** Ends the call at once, waits included; its reason is thrown as it is. */
  readonly signal?: AbortSignal;
  /** Sent with this request; wins over the client's. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Milliseconds for one attempt. Default: the client's. */
  readonly timeout?: number;
  /** How often the request is sent again. Default: the client's. */
  readonly maxRetries?: number;
}

/** Client options with every default filled in. */
export interface Settings extends Required<Omit<ClientOptions, "fetch">> {
  readonly fetch: ((input: Request) => Promise<Response>) | undefined;
}

/** Fills in defaults and refuses what cannot work; throws `PatchbayError`. */
export function toSettings(options: ClientOptions): Settings {
  const apiKey = options.apiKey ?? variable("OPENROUTER_API_KEY");
  if (!apiKey) {
    throw new PatchbayError(
      "There is no API key. Pass `apiKey` to new Patchbay(…) or set the variable OPENROUTER_API_KEY.",
    );
  }
  if (/[^\x21-\x7e]/.test(apiKey)) {
    throw new PatchbayError(
      "`apiKey` holds a space, a line break or another character that no header can carry. Check where it was read from.",
    );
  }
  const baseURL = options.baseURL ?? variable("OPENROUTER_BASE_URL") ?? "https://openrouter.ai/api/v1";
  if (!URL.canParse(baseURL) || !/^https?:/.test(baseURL)) {
    throw new PatchbayError(
      `\`baseURL\` is ${JSON.stringify(baseURL)}, which is no http(s) URL. An example is https://openrouter.ai/api/v1.`,
    );
  }
  const { timeout = 600_000, maxRetries = 2, headers = {} } = options;
  checkLimits({ timeout, maxRetries });
  return { apiKey, baseURL: baseURL.replace(/\/+$/, ""), fetch: options.fetch, headers, timeout, maxRetries };
}

/** Refuses limits that mean nothing; throws `PatchbayError`. */
export function checkLimits({ timeout, maxRetries }: { readonly timeout: number; readonly maxRetries: number }): void {
  if (!(timeout > 0)) throw new PatchbayError(`\`timeout\` is ${timeout}; it is a number of milliseconds above 0.`);
  if (!(Number.isInteger(maxRetries) && maxRetries >= 0))
    throw new PatchbayError(`\`maxRetries\` is ${maxRetries}; it is a whole number from 0.`);
}

function variable(name: string): string | undefined {
  const { process } = globalThis as { process?: { env?: Record<string, string | undefined> } };
  return process?.env?.[name] || undefined;
}
