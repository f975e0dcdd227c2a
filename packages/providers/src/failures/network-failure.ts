import { ProviderFailure, type ProviderFailureFacts } from "../failure.ts";

/** Code of a network error → what happened. Other codes are connections that broke. */
const descriptions: Readonly<Record<string, string>> = {
  ENOTFOUND: "The provider's host name does not exist. Check the provider's `baseURL`.",
  EAI_AGAIN: "The provider's host name could not be resolved.",
  ECONNREFUSED: "The provider refused the connection.",
  EHOSTUNREACH: "The provider's host is unreachable.",
  ENETUNREACH: "The provider's network is unreachable.",
  ECONNRESET: "The provider reset the connection.",
  EPIPE: "The provider closed the connection while the request was sent.",
  UND_ERR_SOCKET: "The provider closed the connection.",
  UND_ERR_HEADERS_OVERFLOW: "The provider's response headers are too large.",
};

/** Codes of timeouts that the operating system or the HTTP client reports. */
const timeouts: ReadonlySet<string> = new Set([
  "ETIMEDOUT",
  "UND_ERR_CONNECT_TIMEOUT",
  "UND_ERR_HEADERS_TIMEOUT",
  "UND_ERR_BODY_TIMEOUT",
]);

/** The failure that an error of a socket, of TLS or of the HTTP parser means. Its text has no headers and no key. */
export function toNetworkFailure(error: unknown): ProviderFailure {
  if (error instanceof ProviderFailure) return error;
  return new ProviderFailure(classifyNetworkError(error), { cause: error });
}

/** Classifies an error of the network by its code. */
function classifyNetworkError(error: unknown): ProviderFailureFacts {
  const code = codeOf(error);
  const common = { fault: "provider", next: "next-endpoint", code } as const;
  if (timeouts.has(code))
    return { ...common, status: 504, message: "The provider did not answer in time.", errorType: "timeout" };
  return { ...common, status: 502, message: describe(code), errorType: "provider_unavailable" };
}

function describe(code: string): string {
  const known = descriptions[code];
  if (known !== undefined) return known;
  if (isTls(code)) return `The provider's TLS certificate or handshake is not valid: ${code}.`;
  if (code.startsWith("HPE_")) return `The provider's response is not valid HTTP: ${code}.`;
  return `The connection to the provider failed: ${code}.`;
}

function isTls(code: string): boolean {
  return /^(?:CERT_|ERR_TLS_|ERR_SSL_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_|HOSTNAME_MISMATCH|EPROTO)/.test(code);
}

/** The code of an error, or of its cause. */
function codeOf(error: unknown, depth = 0): string {
  const { code, cause, errors } = (error ?? {}) as { code?: unknown; cause?: unknown; errors?: unknown };
  if (typeof code === "string" && code !== "" && code !== "UND_ERR_ABORTED") return code;
  if (depth > 3) return "unknown";
  if (cause !== undefined) return codeOf(cause, depth + 1);
  return Array.isArray(errors) && errors.length > 0 ? codeOf(errors[0], depth + 1) : "unknown";
}
