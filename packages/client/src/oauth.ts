import { toBase64 } from "./encoding/base64.ts";
import { PatchbayError } from "./errors/errors.ts";
import { createExchange } from "./http/exchange.ts";
import { authExchangeCode } from "./generated/functions.ts";
import { toSettings, type ClientOptions } from "./options/options.ts";
import { optionsOf, readGiven } from "./options/read-given.ts";
import { showValue } from "./options/show-value.ts";
import type { ExchangedKey } from "@patchbay/spec";

/** A login that has begun. */
export interface AuthorizationRequest {
  /** Where to send the person, who agrees there and comes back to the callback with `?code=…`. */
  readonly url: string;
  /** Keep it where only the person's own session can read it; `exchangeCode` wants it back. */
  readonly codeVerifier: string;
}

/** What a login asks for. */
export interface AuthorizationUrlOptions {
  /** https, or localhost on any port. Without one the page shows a code to be pasted. */
  readonly callbackUrl?: string | undefined;
  /** The page that asks. Default: `https://openrouter.ai/auth`. */
  readonly authUrl?: string | undefined;
}

/**
 * Begins a login with PKCE, by which a person lends an application a key of their own.
 *
 * @example
 * ```ts
 * const { url, codeVerifier } = await createAuthorizationUrl({ callbackUrl: "https://app.example/callback" });
 * // later, in the callback:
 * const { key } = await exchangeCode({ code, codeVerifier });
 * const client = new Patchbay({ apiKey: key });
 * ```
 */
export async function createAuthorizationUrl(options: AuthorizationUrlOptions = {}): Promise<AuthorizationRequest> {
  const given = optionsOf("createAuthorizationUrl", options);
  const callbackUrl = given.callbackUrl ?? undefined;
  const authUrl = given.authUrl ?? "https://openrouter.ai/auth";
  if (callbackUrl !== undefined && !isCallback(callbackUrl))
    throw new PatchbayError(`\`callbackUrl\` is ${showValue(callbackUrl)}; it is https, or localhost on any port.`);
  if (!isUrl(authUrl))
    throw new PatchbayError(
      `\`authUrl\` must be a URL, got ${showValue(authUrl)}. Default: https://openrouter.ai/auth.`,
    );
  const codeVerifier = toBase64Url(crypto.getRandomValues(new Uint8Array(32)));
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(codeVerifier));
  const url = new URL(authUrl);
  if (callbackUrl !== undefined) url.searchParams.set("callback_url", callbackUrl);
  url.searchParams.set("code_challenge", toBase64Url(new Uint8Array(digest)));
  url.searchParams.set("code_challenge_method", "S256");
  return { url: url.href, codeVerifier };
}

/** The code that came back, with the codeVerifier of its login, and how to reach the service. */
export interface ExchangeCodeOptions extends Omit<ClientOptions, "apiKey" | "managementKey"> {
  readonly code: string;
  readonly codeVerifier: string;
}

/**
 * Ends a login: gives the key for the code. A code lives ten minutes and works once.
 *
 * @throws ApiError `forbidden` when the code is old, used, or was made for another codeVerifier
 */
export async function exchangeCode(given: ExchangeCodeOptions): Promise<ExchangedKey> {
  // The result of `createAuthorizationUrl` may be spread into the options; its `url` is not one of them.
  const {
    code = "",
    codeVerifier = "",
    url: _,
    ...options
  } = optionsOf<ExchangeCodeOptions & { readonly url?: unknown }>("exchangeCode", given);
  for (const [name, value] of Object.entries({ code, codeVerifier }))
    if (typeof value !== "string" || value === "")
      throw new PatchbayError(`\`${name}\` must be a string that is not empty, got ${showValue(value)}.`);
  const connection = { exchange: createExchange(toSettings(options, false)) };
  return authExchangeCode(connection, { code, code_verifier: codeVerifier, code_challenge_method: "S256" });
}

function isUrl(value: unknown): boolean {
  return readGiven("The URL", () => (typeof value === "string" || value instanceof URL) && URL.canParse(value));
}

function isCallback(text: string): boolean {
  if (!isUrl(text)) return false;
  const { protocol, hostname } = new URL(text);
  return protocol === "https:" || (protocol === "http:" && ["localhost", "127.0.0.1", "[::1]"].includes(hostname));
}

function toBase64Url(bytes: Uint8Array): string {
  return toBase64(bytes).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}
