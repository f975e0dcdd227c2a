import type { HeaderReader, IncomingRequest } from "@patchbay/service/http/request";

/** Who sent a request: the address and the protocol of the client. */
export interface Client {
  /** IP address; empty if the request was made in this process. */
  readonly address: string;
  /** Whether the client uses TLS. */
  readonly isSecure: boolean;
}

/**
 * The client of a request. Behind a trusted proxy, it is the last address of `X-Forwarded-For`, which the proxy itself has added: the
 * earlier ones are what the client claims.
 */
export function clientOf({ connection, headers }: IncomingRequest, trustProxy: boolean): Client {
  const address = connection?.client ?? "";
  if (!trustProxy) return { address, isSecure: false };
  return {
    address: lastOf(headers, "x-forwarded-for") ?? address,
    isSecure: lastOf(headers, "x-forwarded-proto")?.toLowerCase() === "https",
  };
}

function lastOf(headers: HeaderReader, name: string): string | undefined {
  const last = headers.get(name)?.split(",").at(-1)?.trim();
  return last === "" ? undefined : last;
}
