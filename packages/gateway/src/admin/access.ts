import * as z from "zod";
import { AdminError } from "./admin-error.ts";
import type { Context } from "./context.ts";
import type { AdminRequest } from "./exchange.ts";
import { readBody } from "./input.ts";
import { createLoginThrottle, type LoginThrottle } from "./login-throttle.ts";
import { createSessions, sessionCookie, type Sessions, tokenIn } from "./sessions.ts";

export interface Authentication {
  readonly sessions: Sessions;
  readonly throttle: LoginThrottle;
}

export function createAuthentication(adminKey: string): Authentication {
  return { sessions: createSessions(adminKey), throttle: createLoginThrottle() };
}

const credentials = z.strictObject({ key: z.string().max(1000) });

export interface Login extends Pick<Context, "body" | "now" | "audit"> {}

/** Checks the admin key and returns the cookie of a new session. Throws `unauthorized`, or `rate_limited` after failures. */
export function logIn({ sessions, throttle }: Authentication, request: AdminRequest, login: Login): string {
  requireSameOrigin(request);
  const { key } = readBody(credentials, login.body);
  checkKey({ sessions, throttle }, key, request, login);
  login.audit({ action: "login", target: "" });
  return sessionCookie(sessions.create(login.now), request.isSecure ?? false);
}

function checkKey(
  { sessions, throttle }: Authentication,
  key: string,
  { address }: AdminRequest,
  { now, audit }: Pick<Login, "now" | "audit">,
): void {
  const waitMs = throttle.waitMs(address, now);
  if (waitMs > 0) {
    const message = `Too many failed logins from this address. Try again in ${Math.ceil(waitMs / 1000)} s.`;
    throw new AdminError("rate_limited", message, { retryAfterMs: waitMs });
  }
  if (sessions.isKey(key)) return throttle.succeed(address);
  throttle.fail(address, now);
  audit({ action: "login.failed", target: "" });
  throw new AdminError(
    "unauthorized",
    "This is not the admin key. The gateway prints it at its first start, or reads PATCHBAY_ADMIN_KEY.",
  );
}

/** Ends the session of the request and returns the cookie that deletes it. */
export function logOut({ sessions }: Authentication, { headers, isSecure }: AdminRequest, now: number): string {
  const token = tokenIn(headers.cookie);
  if (token !== undefined) sessions.revoke(token, now);
  return sessionCookie("", isSecure ?? false);
}

/** Throws unless the request has the admin key as a bearer token, or a session's cookie and, for changes, the same origin. */
export function authenticate(
  authentication: Authentication,
  request: AdminRequest,
  now: number,
  audit: Login["audit"],
): void {
  const [, bearer] = /^Bearer +(.+)$/i.exec(request.headers.authorization ?? "") ?? [];
  if (bearer !== undefined) return checkKey(authentication, bearer.trim(), request, { now, audit });
  const token = tokenIn(request.headers.cookie);
  if (token === undefined || !authentication.sessions.isValid(token, now))
    throw new AdminError("unauthorized", "Log in at /dashboard, or send the admin key as `Authorization: Bearer`.");
  if (request.method !== "GET" && request.method !== "HEAD") requireSameOrigin(request);
}

/**
 * Refuses changes that a page of another origin could have sent with the administrator's cookie: a form cannot send the custom
 * header, and a script of another origin cannot without a preflight request, which the gateway does not answer.
 */
function requireSameOrigin({ headers }: AdminRequest): void {
  const refuse = (reason: string): never => {
    throw new AdminError("forbidden", `The request was refused, because ${reason}.`);
  };
  if (headers["x-patchbay-admin"] === undefined) refuse("a change needs the header `x-patchbay-admin: 1`");
  const site = headers["sec-fetch-site"];
  if (site !== undefined && site !== "same-origin" && site !== "none") refuse(`it comes from another site (${site})`);
  const { origin, host } = headers;
  // Browsers without Sec-Fetch-Site send the origin.
  if (site === undefined && origin !== undefined && origin.replace(/^https?:\/\//, "") !== host)
    refuse(`its origin ${origin} is not that of the gateway`);
}
