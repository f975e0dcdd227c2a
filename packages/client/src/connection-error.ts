import { ConnectionError } from "./errors.ts";

/** Codes of failures that come before anything was sent. */
const unsent = new Set([
  "ECONNREFUSED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "UND_ERR_CONNECT_TIMEOUT",
  "ConnectionRefused",
]);

/** What a failed fetch means: nobody answered, and whether the request had left. */
export function toConnectionError(cause: unknown): ConnectionError {
  let root = cause;
  let code: unknown;
  for (let depth = 0; root instanceof Error && depth < 10; depth++) {
    code = (root as { code?: unknown }).code ?? code;
    if (!(root.cause instanceof Error)) break;
    root = root.cause;
  }
  const message = (root instanceof Error ? root.message || String(code) : String(root)).replace(/[.?!]+$/, "");
  return new ConnectionError(`The connection failed: ${message}. Check \`baseURL\` and the network.`, {
    cause,
    // Deno has no code; it says where it failed.
    sent: !unsent.has(String(code)) && !message.includes("client error (Connect)"),
  });
}
