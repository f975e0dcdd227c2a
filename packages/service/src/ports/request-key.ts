/** The API key of a request, as far as the service needs it. */
export interface RequestKey {
  /** Hash or fingerprint of the secret. */
  readonly hash: string;
  /** Name of the customer account. */
  readonly account: string;
  readonly workspaceId: string;
  readonly externalUser: string | null;
}
