import { createHash } from "node:crypto";
import type { AdminReply, AdminRequest } from "../admin/exchange.ts";
import { css, html, icon, js, licenses } from "./generated/files.ts";

/** Where the gateway serves the dashboard. */
export const dashboardPath = "/dashboard";

/** The page runs its own script and nothing else, and talks to the gateway that served it. */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "form-action 'none'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join("; ");

const security: Readonly<Record<string, string>> = {
  "content-security-policy": policy,
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
};

interface File {
  readonly type: string;
  readonly body: string;
  readonly etag: string;
}

function toFile(type: string, body: string): File {
  return { type, body, etag: `"${createHash("sha256").update(body).digest("base64url").slice(0, 22)}"` };
}

const files: Readonly<Record<string, File>> = {
  "": toFile("text/html; charset=utf-8", html),
  "/app.css": toFile("text/css; charset=utf-8", css),
  "/app.js": toFile("text/javascript; charset=utf-8", js),
  "/icon.svg": toFile("image/svg+xml", icon),
  "/licenses.txt": toFile("text/plain; charset=utf-8", licenses),
};

/**
 * Serves the files of the dashboard: `/dashboard`, and what it loads. They hold no data of the gateway, so that they need no
 * login. Returns `undefined` for paths that are not the dashboard's.
 */
export function serveDashboard({
  method,
  path,
  headers,
}: Pick<AdminRequest, "method" | "path" | "headers">): AdminReply | undefined {
  if (path !== dashboardPath && !path.startsWith(`${dashboardPath}/`)) return undefined;
  const name = path.slice(dashboardPath.length);
  if (name === "/") return { status: 308, headers: { ...security, location: dashboardPath }, body: "" };
  const file = Object.hasOwn(files, name) ? files[name] : undefined;
  if (!file) return text(404, `The dashboard has no file ${path}. It begins at ${dashboardPath}.`);
  if (method !== "GET" && method !== "HEAD") return text(405, `${path} accepts GET, not ${method}.`);
  // Browsers ask each time, so that a new version of the gateway is shown at once.
  const cached = { ...security, "cache-control": "no-cache", etag: file.etag };
  const isKnown = (headers["if-none-match"] ?? "")
    .split(",")
    .some((tag) => tag.trim().replace(/^W\//, "") === file.etag);
  if (isKnown) return { status: 304, headers: cached, body: "" };
  return { status: 200, headers: { ...cached, "content-type": file.type }, body: method === "HEAD" ? "" : file.body };
}

function text(status: number, message: string): AdminReply {
  return { status, headers: { ...security, "content-type": "text/plain; charset=utf-8" }, body: `${message}\n` };
}
