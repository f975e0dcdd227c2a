// Written from openapi/ by `npm run generate`. Do not edit: change the contract or packages/codegen.

/**
 * A code for an application.
 */
export type AuthCode = {
  /**
   * The code.
   */
  data: AuthCodeRecord;
};

/**
 * A code for an application.
 */
export type AuthCodeRecord = {
  /**
   * The code; single use, ten minutes.
   */
  id: string;
  /**
   * The application.
   */
  app_id: number;
  /**
   * When it was made, ISO-8601.
   */
  created_at: string;
};

/**
 * A code to make.
 */
export type CreateAuthCodeRequest = {
  /**
   * Where the code is sent: https with the name of a host, or localhost on any port.
   */
  callback_url: string;
  /**
   * The challenge of PKCE: BASE64URL(SHA-256(verifier)) for `S256`.
   */
  code_challenge?: string | null | undefined;
  /**
   * How the challenge was made.
   * - `S256`: SHA-256 of the verifier.
   * - `plain`: The verifier itself.
   */
  code_challenge_method?: "S256" | "plain" | (string & {}) | null | undefined;
  /**
   * When the key ends, ISO-8601 with seconds; never when absent or null.
   */
  expires_at?: string | null | undefined;
  /**
   * Name of the key.
   */
  key_label?: string | null | undefined;
  /**
   * The most the key may use, in USD.
   */
  limit?: number | null | undefined;
  /**
   * When the limit starts anew; never when absent.
   * - `daily`: Each midnight.
   * - `weekly`: Each midnight before Monday.
   * - `monthly`: Each midnight before the first of the month.
   */
  usage_limit_type?: "daily" | "weekly" | "monthly" | (string & {}) | null | undefined;
  /**
   * Workspace of the key.
   */
  workspace_id?: string | null | undefined;
};

/**
 * A code and the proof that the login began here.
 */
export type ExchangeCodeRequest = {
  /**
   * The code.
   */
  code: string;
  /**
   * The verifier whose challenge the login began with.
   */
  code_verifier?: string | null | undefined;
  /**
   * How the challenge was made.
   * - `S256`: SHA-256 of the verifier.
   * - `plain`: The verifier itself.
   */
  code_challenge_method?: "S256" | "plain" | (string & {}) | null | undefined;
};

/**
 * A key for the application.
 */
export type ExchangedKey = {
  /**
   * The secret, `sk-or-v1-…`.
   */
  key: string;
  /**
   * The user who consented.
   */
  user_id: string | null;
};
