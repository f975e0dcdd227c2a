import { createHash } from "node:crypto";
import { StoreUnavailable } from "../ports/store-unavailable.ts";
import { authenticate, type Authentication, createAuthentication, logIn, logOut } from "./access.ts";
import type { AdminData } from "./admin-data.ts";
import { AdminError, errorReply } from "./admin-error.ts";
import type { Handler } from "./context.ts";
import { type AdminReply, type AdminRequest, json, noContent } from "./exchange.ts";
import { findRoute } from "./routes.ts";
import { type SharedData, shareData } from "./shared-data.ts";

/** Below this path is the admin API. */
export const adminPath = "/admin/api";
const mostBody = 100_000;

export interface AdminOptions {
  /** The key with which administrators log in, or send as `Authorization: Bearer`. An empty key refuses all requests. */
  readonly adminKey: string;
}

/**
 * The API of the dashboard, `/admin/api/…`. Returns a function from a request to its reply; it never throws and never rejects.
 * Browsers log in and get a session cookie. Programs send the admin key as a bearer token.
 */
export function createAdmin(
  data: AdminData,
  { adminKey }: AdminOptions,
): (request: AdminRequest) => Promise<AdminReply> {
  const shared = shareData(data);
  const authentication = createAuthentication(adminKey);
  return async (request) => {
    try {
      return withEtag(request, await respond(shared, authentication, request));
    } catch (error) {
      return errorReply(toAdminError(error));
    }
  };
}

async function respond(data: SharedData, authentication: Authentication, request: AdminRequest): Promise<AdminReply> {
  const path = request.path.slice(adminPath.length);
  const now = data.now();
  const audit = (entry: Parameters<Parameters<Handler>[0]["audit"]>[0]): void =>
    data.audit({ at: now, address: request.address, ...entry });
  if (path === "/login" && request.method === "POST") {
    const cookie = logIn(authentication, request, { body: parseBody(request), now, audit });
    return noContent({ "set-cookie": cookie });
  }
  authenticate(authentication, request, now, audit);
  if (path === "/logout" && request.method === "POST") {
    audit({ action: "logout", target: "" });
    return noContent({ "set-cookie": logOut(authentication, request, now) });
  }
  if (path === "/session" && request.method === "GET") return json(200, { baseURL: data.baseURL });
  const { handler, params } = findRoute(request.method, path);
  return handler({ data, now, params, query: request.query, body: parseBody(request), audit });
}

function parseBody({ method, headers, body }: AdminRequest): unknown {
  if (method === "GET" || method === "HEAD" || body === "") return undefined;
  if (body.length > mostBody)
    throw new AdminError("bad_request", `The body has ${body.length} characters; at most ${mostBody} are accepted.`);
  if (!/^application\/json\b/i.test(headers["content-type"] ?? ""))
    throw new AdminError("bad_request", "The body must be JSON with `content-type: application/json`.");
  try {
    return JSON.parse(body);
  } catch (cause) {
    throw new AdminError("bad_request", "The body is not valid JSON.", { cause });
  }
}

/** Adds an `ETag` to JSON that was read, and responds with 304 if the client has it. */
function withEtag({ method, headers }: AdminRequest, reply: AdminReply): AdminReply {
  if (method !== "GET" || reply.status !== 200 || typeof reply.body !== "string") return reply;
  const etag = `"${createHash("sha256").update(reply.body).digest("base64url").slice(0, 22)}"`;
  const isKnown = (headers["if-none-match"] ?? "").split(",").some((tag) => tag.trim().replace(/^W\//, "") === etag);
  if (isKnown) return { status: 304, headers: { "cache-control": "no-store", etag }, body: "" };
  return { ...reply, headers: { ...reply.headers, etag } };
}

function toAdminError(error: unknown): AdminError {
  if (error instanceof AdminError) return error;
  if (error instanceof StoreUnavailable) {
    const message = "The database of the gateway does not respond. Nothing was changed. Try again.";
    return new AdminError("service_unavailable", message, { cause: error, retryAfterMs: error.retryAfterMs });
  }
  return new AdminError("server_error", "The gateway failed to process this request. Its log has the cause.", {
    cause: error,
  });
}
