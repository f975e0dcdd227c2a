import { toBase64 } from "./encoding/base64.ts";
import { PatchbayError } from "./errors/patchbay-error.ts";
import { HttpExchange } from "./http/exchange.ts";
import { authExchangeCode } from "./generated/functions.ts";
import { toSettings, type ClientOptions } from "./options/options.ts";
import { refuseRenamed } from "./options/known-options.ts";
import { optionsOf, readGiven } from "./options/read-given.ts";
import { showValue } from "./options/show-value.ts";
import type { ExchangedKey } from "@patchbay/spec";

/** An OAuth authorization that has started. */
export interface AuthorizationRequest {
  /** Redirect the user to this URL. After consent, OpenRouter redirects to the callback with `?code=…`. */
  readonly url: string;
  /** The PKCE code verifier. Store it in the user's session; `exchangeCode` requires it. */
  readonly codeVerifier: string;
}

/** Options of `createAuthorizationUrl`. */
export interface AuthorizationUrlOptions {
  /**
   * Where OpenRouter redirects after consent: an https URL, or localhost on any port. Default: none; the page then
   * shows a code to copy.
   */
  readonly callbackUrl?: string | undefined;
  /** The authorization page. Default: `https://openrouter.ai/auth`. */
  readonly authUrl?: string | undefined;
}

/**
 * Creates the URL that starts an OAuth login with PKCE (RFC 7636, method `S256`). Users sign in with their own
 * OpenRouter account and pay for their own requests. Sends no request.
 *
 * @throws PatchbayError when an option is not valid
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
  refuseRenamed("createAuthorizationUrl", given, { callbackURL: "callbackUrl", authURL: "authUrl" });
  const callbackUrl = given.callbackUrl ?? undefined;
  const authUrl = given.authUrl ?? "https://openrouter.ai/auth";
  if (callbackUrl !== undefined && !isCallback(callbackUrl))
    throw new PatchbayError(
      `\`callbackUrl\` must be an https URL or localhost, got ${showValue(callbackUrl)}. Example: https://app.example/callback.`,
    );
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

/** The code from the callback, its `codeVerifier`, and client options such as `fetch`. */
export interface ExchangeCodeOptions extends Omit<ClientOptions, "apiKey" | "managementKey"> {
  readonly code: string;
  readonly codeVerifier: string;
}

/**
 * Exchanges an authorization code for an API key of the user. A code expires after ten minutes and works once.
 *
 * @throws ApiError with the code `forbidden` when the code has expired, was used, or belongs to another `codeVerifier`
 * @throws PatchbayError when an option is missing or not valid
 * @example
 * ```ts
 * const { key } = await exchangeCode({ code, codeVerifier });
 * ```
 */
export async function exchangeCode(given: ExchangeCodeOptions): Promise<ExchangedKey> {
  const all = optionsOf<ExchangeCodeOptions & { readonly url?: unknown }>("exchangeCode", given);
  refuseRenamed("exchangeCode", all, { verifier: "codeVerifier" });
  // Callers can spread the result of `createAuthorizationUrl` into the options. Its `url` is ignored.
  const { code = "", codeVerifier = "", url: _, ...options } = all;
  for (const [name, value] of Object.entries({ code, codeVerifier }))
    if (typeof value !== "string" || value === "")
      throw new PatchbayError(`\`${name}\` must be a non-empty string, got ${showValue(value)}.`);
  const context = { exchange: new HttpExchange(toSettings(options, false)) };
  return authExchangeCode(context, { code, code_verifier: codeVerifier, code_challenge_method: "S256" });
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
