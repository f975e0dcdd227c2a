/** What a response says about its failure. */
export interface ErrorDescription {
  readonly status: number;
  /** The provider's own words. */
  readonly message?: string | undefined;
  /** The provider's own code, or the type of its error. */
  readonly code?: string | undefined;
  /** Names are in lower case. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** The body as text. */
  readonly raw?: string | undefined;
  /** Milliseconds after which a retry can succeed, if the body says so. */
  readonly retryAfterMs?: number | undefined;
}
