// Written from openapi/ by `npm run generate`. Do not edit: change the contract or packages/codegen.
import type { LimitResetParam } from "./keys.ts";

/**
 * An authorization code for an application.
 */
export type AuthCode = {
  /**
   * The authorization code.
   */
  data: AuthCodeRecord;
};

/**
 * An authorization code for an application.
 */
export type AuthCodeRecord = {
  /**
   * The authorization code. Single use; expires after ten minutes.
   */
  id: string;
  /**
   * Id of the application.
   */
  app_id: number;
  /**
   * Creation time, ISO 8601.
   */
  created_at: string;
};

/**
 * How a PKCE code challenge was derived from the verifier.
 * - `S256`: SHA-256 of the verifier.
 * - `plain`: The verifier itself.
 */
export type CodeChallengeMethod = "S256" | "plain" | (string & {});

/**
 * An authorization code to create.
 */
export type CreateAuthCodeRequest = {
  /**
   * URL that receives the code: https with a host name, or localhost on any port.
   */
  callback_url: string;
  /**
   * The PKCE code challenge: BASE64URL(SHA-256(verifier)) for `S256`.
   */
  code_challenge?: string | null | undefined;
  /**
   * How the challenge was derived from the verifier.
   */
  code_challenge_method?: CodeChallengeMethod | null | undefined;
  /**
   * When the key expires, ISO 8601 with seconds. If omitted or null, the key does not expire.
   */
  expires_at?: string | null | undefined;
  /**
   * Name of the key.
   */
  key_label?: string | null | undefined;
  /**
   * Spending limit of the key, in USD.
   */
  limit?: number | null | undefined;
  /**
   * How often the limit resets. If omitted, it never resets.
   */
  usage_limit_type?: LimitResetParam | null | undefined;
  /**
   * Workspace of the key.
   */
  workspace_id?: string | null | undefined;
};

/**
 * An authorization code and its code verifier.
 */
export type ExchangeCodeRequest = {
  /**
   * The authorization code.
   */
  code: string;
  /**
   * The code verifier of the challenge sent to the consent page.
   */
  code_verifier?: string | null | undefined;
  /**
   * How the challenge was derived from the verifier.
   */
  code_challenge_method?: CodeChallengeMethod | null | undefined;
};

/**
 * An API key for the application.
 */
export type ExchangedKey = {
  /**
   * The API key secret, `sk-or-v1-…`.
   */
  key: string;
  /**
   * Id of the user who gave consent.
   */
  user_id: string | null;
};
