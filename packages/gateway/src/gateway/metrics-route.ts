import { timingSafeEqual } from "node:crypto";
import { controlFault } from "@patchbay/service/http/access-control";
import { HttpError } from "@patchbay/service/http/http-error";
import type { Reply } from "@patchbay/service/http/reply";
import type { IncomingRequest } from "@patchbay/service/http/request";
import { metricsType } from "../operation/metrics/exposition.ts";

/** Where Prometheus reads the metrics. */
export const metricsPath = "/metrics";

/**
 * Serves the metrics: without a key to programs on the same machine, to others with the management key as a bearer token. They name models,
 * providers and costs, but no keys and no accounts.
 */
export function serveMetrics(request: IncomingRequest, adminKey: string, metrics: () => string): Reply {
  const isAllowed = hasKey(request, adminKey) || controlFault(request.connection, {}) === undefined;
  if (!isAllowed)
    return new HttpError(
      401,
      "Send the management key as `Authorization: Bearer` to read the metrics from another machine.",
      {
        headers: { "www-authenticate": "Bearer" },
      },
    ).toReply();
  const isRead = request.method === "GET" || request.method === "HEAD";
  if (!isRead) return new HttpError(405, "Read the metrics with GET.", { headers: { allow: "GET" } }).toReply();
  const headers = { "content-type": metricsType, "cache-control": "no-store" };
  return { status: 200, headers, body: { kind: "text", text: metrics() } };
}

function hasKey({ headers }: IncomingRequest, adminKey: string): boolean {
  const [, given = ""] = /^Bearer +(.+)$/i.exec(headers.get("authorization") ?? "") ?? [];
  const [a, b] = [Buffer.from(given.trim()), Buffer.from(adminKey)];
  return a.length === b.length && timingSafeEqual(a, b);
}
