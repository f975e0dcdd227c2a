import type { HeaderReader } from "@patchbay/service/http/request";

/** Headers that concern one connection and are not forwarded (RFC 9110 §7.6.1), and those that `fetch` sets itself. */
const hopByHop: ReadonlySet<string> = new Set([
  "connection",
  "keep-alive",
  "proxy-authenticate",
  "proxy-authorization",
  "proxy-connection",
  "te",
  "trailer",
  "transfer-encoding",
  "upgrade",
  "host",
  "expect",
  "http2-settings",
  "content-length",
]);

/** Headers removed from a request, because the body was decoded and `fetch` decodes the response. */
const ownEncoding: ReadonlySet<string> = new Set(["accept-encoding", "content-encoding"]);

/** The headers to forward with a request: all but those of the connection and this server's own. */
export function requestHeaders(headers: HeaderReader): [string, string][] {
  const named = namedBy(headers.get("connection"));
  return [...(headers.entries?.() ?? [])].flatMap(([name, value]): [string, string][] => {
    const isOwn = hopByHop.has(name) || ownEncoding.has(name) || named.has(name) || name.startsWith("x-patchbay-");
    return isOwn ? [] : [[name, value]];
  });
}

/** The headers of a response to forward to the client. */
export function responseHeaders(headers: Headers): Record<string, string> {
  const named = namedBy(headers.get("connection"));
  // `fetch` has decoded the body, so its length differs.
  const isDecoded = headers.has("content-encoding");
  const kept = [...headers].filter(([name]) => {
    if (name === "content-length") return !isDecoded;
    return !hopByHop.has(name) && !named.has(name) && name !== "content-encoding" && name !== "set-cookie";
  });
  return Object.fromEntries(kept);
}

/** The headers that `Connection` lists. */
function namedBy(connection: string | null): ReadonlySet<string> {
  return new Set((connection ?? "").toLowerCase().split(/\s*,\s*/));
}
