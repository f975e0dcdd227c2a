import type { IncomingRequest } from "./request.ts";
import type { Reply } from "./reply.ts";

/** Whether a request is a CORS preflight. */
export function isPreflight({ method, headers }: IncomingRequest): boolean {
  return method === "OPTIONS" && headers.has("access-control-request-method");
}

/** The reply to a preflight. As in the OpenRouter API, every origin is allowed, also a public page on a private network. */
export function preflight({ headers }: IncomingRequest): Reply {
  if (!headers.has("access-control-request-private-network")) return preflightReply;
  return {
    ...preflightReply,
    headers: { ...preflightReply.headers, "access-control-allow-private-network": "true" },
  };
}

const preflightReply: Reply = {
  status: 204,
  headers: {
    "access-control-allow-origin": "*",
    "access-control-allow-methods": "GET, HEAD, POST, PATCH, DELETE, OPTIONS",
    "access-control-allow-headers": "*, authorization, content-type, x-patchbay-fault",
    "access-control-max-age": "600",
  },
  body: { kind: "text", text: "" },
};

/** Makes a reply readable for pages of any origin. */
export function withCors(reply: Reply): Reply {
  const headers = { ...reply.headers, "access-control-allow-origin": "*", "access-control-expose-headers": "*" };
  return { ...reply, headers };
}
