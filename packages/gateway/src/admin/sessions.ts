import { createHash, createHmac, randomBytes, timingSafeEqual } from "node:crypto";

/** Milliseconds that a session lasts. */
const sessionMs = 8 * 3_600_000;
/** The cookie of the session. */
const cookieName = "patchbay_admin";
const mostRevoked = 10_000;

/**
 * Sessions of the dashboard: signed tokens, so that every gateway with the same admin key accepts them and a restart keeps them.
 * Another admin key ends them all. A logout ends a session on the gateway that handled it, and deletes its cookie.
 */
export interface Sessions {
  /** Compares in constant time. */
  readonly isKey: (key: string) => boolean;
  /** A new token that expires after `sessionMs`. */
  readonly create: (now: number) => string;
  readonly isValid: (token: string, now: number) => boolean;
  readonly revoke: (token: string, now: number) => void;
}

export function createSessions(adminKey: string): Sessions {
  const digest = (text: string): Buffer => createHash("sha256").update(text).digest();
  const expected = digest(adminKey);
  const sign = (text: string): string =>
    createHmac("sha256", `patchbay admin session ${adminKey}`).update(text).digest("base64url");
  const revoked = new Map<string, number>();

  return {
    isKey: (key) => adminKey !== "" && timingSafeEqual(digest(key), expected),
    create(now) {
      const text = `${(now + sessionMs).toString(36)}.${randomBytes(16).toString("base64url")}`;
      return `${text}.${sign(text)}`;
    },
    isValid(token, now) {
      const text = token.slice(0, Math.max(0, token.lastIndexOf(".")));
      if (!timingSafeEqual(digest(token), digest(`${text}.${sign(text)}`))) return false;
      return Number.parseInt(text, 36) > now && !revoked.has(text);
    },
    revoke(token, now) {
      for (const [text, until] of revoked) if (until <= now || revoked.size >= mostRevoked) revoked.delete(text);
      revoked.set(token.slice(0, Math.max(0, token.lastIndexOf("."))), now + sessionMs);
    },
  };
}

/** `Set-Cookie` of a session; an empty token deletes it. */
export function sessionCookie(token: string, isSecure: boolean): string {
  const maxAge = token === "" ? 0 : sessionMs / 1000;
  return `${cookieName}=${token}; Path=/admin/api; HttpOnly; SameSite=Strict; Max-Age=${maxAge}${isSecure ? "; Secure" : ""}`;
}

/** The session's token in a `Cookie` header. */
export function tokenIn(cookies: string | undefined): string | undefined {
  for (const part of (cookies ?? "").split(";")) {
    const [name, value] = part.trim().split("=", 2);
    if (name === cookieName && value) return value;
  }
  return undefined;
}
