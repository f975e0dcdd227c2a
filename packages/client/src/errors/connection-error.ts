import { cut, messageOf } from "./error-detail.ts";
import { withoutKeys } from "./error-message.ts";
import { ConnectionError, TimeoutError } from "./errors.ts";

/** Codes of failures that come before anything was sent: no address, no connection, no TLS session, no valid request. */
const unsentCode =
  /^(?:ECONNREFUSED|ENOTFOUND|EAI_|EHOST|ENETUNREACH|ENETDOWN|EADDRNOTAVAIL|EPROTO|UND_ERR_CONNECT|UND_ERR_PRX|UND_ERR_INVALID_ARG|ConnectionRefused|FailedToOpenSocket)|CERT|^(?:ERR_SSL|ERR_TLS|SELF_SIGNED|UNABLE_TO|HOSTNAME_MISMATCH|INVALID_CA|INVALID_PURPOSE|PATH_LENGTH_EXCEEDED)/;

/** What runtimes say then, where they have no code. */
const unsentMessage =
  /client error \(Connect\)|bad port|port.* blocked|before secure TLS connection was established|when HTTP Tunneling|invalid peer certificate/i;

/** Limits that undici, and so Node's `fetch`, has of its own. */
const limitsOfFetch: Readonly<Record<string, "headersTimeout" | "bodyTimeout">> = {
  UND_ERR_HEADERS_TIMEOUT: "headersTimeout",
  UND_ERR_BODY_TIMEOUT: "bodyTimeout",
};

const tlsCode = /CERT|^(?:EPROTO|ERR_SSL|ERR_TLS|SELF_SIGNED|UNABLE_TO|HOSTNAME_MISMATCH)/;

/** What a failed fetch means: no response came, and whether the request had left. */
export function toConnectionError(cause: unknown): ConnectionError | TimeoutError {
  let root = cause;
  let code = "";
  let syscall = "";
  for (let depth = 0; root instanceof Error && depth < 10; depth++) {
    const own = root as { code?: unknown; syscall?: unknown };
    code = typeof own.code === "string" ? own.code : code;
    syscall = typeof own.syscall === "string" ? own.syscall : syscall;
    if (!(root.cause instanceof Error)) break;
    root = root.cause;
  }
  const limit = limitsOfFetch[code];
  if (limit) return TimeoutError.ofFetch(limit, cause);
  const said = cut(root instanceof Error ? root.message || code || root.name : messageOf(root), 500);
  const message = withoutKeys(said).replace(/[.?!]+$/, "");
  const advice = tlsCode.test(code)
    ? "Check the certificate of `baseURL` and whether it speaks TLS; NODE_EXTRA_CA_CERTS adds a certificate authority."
    : "Check `baseURL` and the network.";
  return new ConnectionError(`The connection failed: ${message}. ${advice}`, {
    cause,
    requestSent: syscall !== "connect" && !unsentCode.test(code) && !unsentMessage.test(said),
  });
}
