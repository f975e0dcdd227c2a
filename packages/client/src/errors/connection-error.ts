import { cut, messageOfThrown, withoutKeys } from "./error-text.ts";
import { PatchbayError } from "./patchbay-error.ts";
import { TimeoutError } from "./timeout-error.ts";

/**
 * No complete response arrived: the connection could not be established, or it broke.
 *
 * @example
 * ```ts
 * if (error instanceof ConnectionError && !error.requestSent) tryAgain();
 * ```
 */
export class ConnectionError extends PatchbayError {
  static override readonly kind = "ConnectionError";
  override readonly name = "ConnectionError";
  /** Whether the request may have reached the API. Then its outcome is unknown, and it may be charged. Default: true. */
  readonly requestSent: boolean;

  constructor(
    message: string,
    { cause, requestSent = true }: { readonly cause?: unknown; readonly requestSent?: boolean } = {},
  ) {
    super(message, { cause });
    this.requestSent = requestSent;
  }
}

/** Error codes of failures before a request was sent: no address, no connection, no TLS session, no valid request. */
const unsentCode =
  /^(?:ECONNREFUSED|ENOTFOUND|EAI_|EHOST|ENETUNREACH|ENETDOWN|EADDRNOTAVAIL|EPROTO|UND_ERR_CONNECT|UND_ERR_PRX|UND_ERR_INVALID_ARG|ConnectionRefused|FailedToOpenSocket)|CERT|^(?:ERR_SSL|ERR_TLS|SELF_SIGNED|UNABLE_TO|HOSTNAME_MISMATCH|INVALID_CA|INVALID_PURPOSE|PATH_LENGTH_EXCEEDED)/;

/** Messages of the same failures in runtimes without codes. */
const unsentMessage =
  /client error \(Connect\)|bad port|port.* blocked|before secure TLS connection was established|when HTTP Tunneling|invalid peer certificate/i;

/** undici's own timeouts, which are those of Node.js's `fetch`. */
const limitsOfFetch: Readonly<Record<string, "headersTimeout" | "bodyTimeout">> = {
  UND_ERR_HEADERS_TIMEOUT: "headersTimeout",
  UND_ERR_BODY_TIMEOUT: "bodyTimeout",
};

const tlsCode = /CERT|^(?:EPROTO|ERR_SSL|ERR_TLS|SELF_SIGNED|UNABLE_TO|HOSTNAME_MISMATCH)/;

/**
 * Converts an error of `fetch` to a `ConnectionError`, or to a `TimeoutError` for a timeout of `fetch` itself. Detects
 * from codes and messages whether the request was sent.
 *
 * @example
 * ```ts
 * const error = toConnectionError(new TypeError("fetch failed", { cause }));
 * ```
 */
export function toConnectionError(cause: unknown): ConnectionError | TimeoutError {
  let root = cause;
  let code = "";
  let syscall = "";
  for (let depth = 0; root instanceof Error && depth < 10; depth++) {
    const fields = root as { code?: unknown; syscall?: unknown };
    code = typeof fields.code === "string" ? fields.code : code;
    syscall = typeof fields.syscall === "string" ? fields.syscall : syscall;
    if (!(root.cause instanceof Error)) break;
    root = root.cause;
  }
  const limit = limitsOfFetch[code];
  if (limit) return TimeoutError.ofFetch(limit, cause);
  const text = cut(root instanceof Error ? root.message || code || root.name : messageOfThrown(root), 500);
  const message = withoutKeys(text).replace(/[.?!]+$/, "");
  const advice = tlsCode.test(code)
    ? "Check that `baseURL` uses TLS and its certificate is valid. NODE_EXTRA_CA_CERTS adds a certificate authority."
    : "Check `baseURL` and the network.";
  return new ConnectionError(`The connection failed: ${message}. ${advice}`, {
    cause,
    requestSent: syscall !== "connect" && !unsentCode.test(code) && !unsentMessage.test(text),
  });
}
