import type { IncomingRequest } from "./request.ts";
import type { Reply } from "./reply.ts";

/** Whether a request is a CORS preflight. */
export function isPreflight({ method, headers }: IncomingRequest): boolean {
  return method === "OPTIONS" && headers.has("access-control-request-method");
}

/**
 * The reply to a preflight. As in the OpenRouter API, every origin is allowed, also a public page on a private network. Every header
 * is allowed; `named` are those that a server wants to name.
 */
export function preflight({ headers }: IncomingRequest, named: readonly string[] = []): Reply {
  const isPrivate = headers.has("access-control-request-private-network");
  return {
    status: 204,
    headers: {
      "access-control-allow-origin": "*",
      "access-control-allow-methods": "GET, HEAD, POST, PATCH, DELETE, OPTIONS",
      // The wildcard does not include `authorization`.
      "access-control-allow-headers": ["*", "authorization", "content-type", ...named].join(", "),
      "access-control-max-age": "600",
      ...(isPrivate && { "access-control-allow-private-network": "true" }),
    },
    body: { kind: "text", text: "" },
  };
}

/** Makes a reply readable for pages of any origin. */
export function withCors(reply: Reply): Reply {
  const headers = { ...reply.headers, "access-control-allow-origin": "*", "access-control-expose-headers": "*" };
  return { ...reply, headers };
}
