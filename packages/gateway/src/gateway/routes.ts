import { HttpError } from "@patchbay/service/http/http-error";
import { json, type Frame, type Reply } from "@patchbay/service/http/reply";
import { withBody, type IncomingRequest } from "@patchbay/service/http/request";
import { adminPath } from "../admin/admin.ts";
import type { AdminReply, AdminRequest } from "../admin/exchange.ts";
import { dashboardPath, serveDashboard } from "../dashboard/dashboard.ts";
import { apiPrefix } from "../pipeline/handle-request.ts";
import { clientOf } from "./client-of.ts";
import type { Lifecycle } from "./lifecycle.ts";
import { metricsPath, serveMetrics } from "./metrics-route.ts";

export interface RouteTargets {
  readonly api: (request: IncomingRequest) => Promise<Reply>;
  readonly admin: (request: AdminRequest) => Promise<AdminReply>;
  readonly lifecycle: Pick<Lifecycle, "notReady" | "isDraining">;
  readonly metrics: () => string;
  readonly adminKey: string;
  readonly trustProxy: () => boolean;
  /** Largest body in bytes. */
  readonly bodyBytes: () => number;
}

/** Largest body of a request to the admin API, in bytes. It accepts fewer characters. */
const mostAdminBytes = 400_000;

/** Sends each request to the API, the dashboard, the admin API, or what an operator's tools read. */
export function createRoutes(targets: RouteTargets): (request: IncomingRequest) => Promise<Reply> {
  const route = createRoute(targets);
  return async (request) => {
    const reply = await route(request).catch(toErrorReply);
    // The next request of this connection should reach another gateway.
    if (!targets.lifecycle.isDraining) return reply;
    return { ...reply, headers: { ...reply.headers, connection: "close" } };
  };
}

function createRoute({
  api,
  admin,
  lifecycle,
  metrics,
  adminKey,
  trustProxy,
  bodyBytes,
}: RouteTargets): (request: IncomingRequest) => Promise<Reply> {
  return async (request) => {
    const path = request.url.pathname;
    if (path.startsWith(`${apiPrefix}/`)) return api(request);
    if (path === "/health") return json({ status: "ok" }, 200);
    if (path === "/ready") {
      const closure = lifecycle.notReady;
      if (closure === undefined) return json({ status: "ready" }, 200);
      return json({ status: "not ready", reason: closure.message }, 503, { "retry-after": "1" });
    }
    if (path === metricsPath) return serveMetrics(request, adminKey, metrics);
    if (path === "/") return { status: 302, headers: { location: dashboardPath }, body: { kind: "text", text: "" } };
    const isAdmin = path === adminPath || path.startsWith(`${adminPath}/`);
    if (!isAdmin && !path.startsWith(dashboardPath)) return api(request);
    // The body is read before the login, so that little of it is accepted.
    const most = Math.min(bodyBytes(), mostAdminBytes);
    const asked = await toAdminRequest(request, { trustProxy: trustProxy(), bodyBytes: most });
    return toReply(isAdmin ? await admin(asked) : (serveDashboard(asked) ?? notFound(path)));
  };
}

async function toAdminRequest(
  request: IncomingRequest,
  { trustProxy, bodyBytes }: { readonly trustProxy: boolean; readonly bodyBytes: number },
): Promise<AdminRequest> {
  const { method, url, headers, body } = await withBody(request, bodyBytes);
  return {
    // The response to HEAD has the headers of the response to GET; the server omits its body.
    method: method === "HEAD" ? "GET" : method,
    path: url.pathname,
    query: url.searchParams,
    headers: Object.fromEntries(headers.entries?.() ?? []),
    body,
    ...clientOf(request, trustProxy),
  };
}

/** A body that cannot be read. */
function toErrorReply(error: unknown): Reply {
  if (error instanceof HttpError) return error.toReply();
  throw error;
}

function notFound(path: string): AdminReply {
  const { status, headers, body } = new HttpError(404, `Nothing is at ${path}.`).toReply();
  return { status, headers, body: body.kind === "text" ? body.text : "" };
}

function toReply({ status, headers, body }: AdminReply): Reply {
  if (typeof body === "string") return { status, headers, body: { kind: "text", text: body } };
  return {
    status,
    headers,
    body: { kind: "live", frames: toFrames(body), progress: () => 0, ended: () => undefined },
  };
}

async function* toFrames(texts: AsyncIterable<string>): AsyncGenerator<Frame, void> {
  for await (const text of texts) yield { text, at: 0 };
}
