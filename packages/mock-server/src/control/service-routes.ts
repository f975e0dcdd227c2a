import type { IncomingRequest } from "@patchbay/service/http/request";
import type { ServerHandle } from "../pipeline/server-handle.ts";
import { toUsd } from "@patchbay/engine/billing/money";
import { json, type Reply } from "@patchbay/service/http/reply";

/** The routes outside the API: health check, metrics and contract. Returns `undefined` for other paths. */
export function serviceRoute(
  { method, url }: IncomingRequest,
  server: ServerHandle,
  withControl: boolean,
): Reply | Promise<Reply> | undefined {
  if (method !== "GET" && method !== "HEAD") return undefined;
  if (url.pathname === "/health") return json({ status: "ok" }, 200);
  // Spending is shown only to callers that may use the control API.
  if (url.pathname === "/metrics" && withControl) return metrics(server);
  if (url.pathname === "/openapi.json") return contract();
  return undefined;
}

async function contract(): Promise<Reply> {
  const { default: document } = await import("../generated/contract/openapi.json", { with: { type: "json" } });
  return json(document, 200);
}

/** Metrics in the text format of Prometheus. */
function metrics({ journal, state, scenario }: ServerHandle): Reply {
  const lines: string[] = [];
  const write = (
    name: string,
    help: string,
    kind: "counter" | "gauge",
    values: readonly (readonly [string, number])[],
  ): void => {
    lines.push(`# HELP patchbay_${name} ${help}`, `# TYPE patchbay_${name} ${kind}`);
    for (const [labels, value] of values) lines.push(`patchbay_${name}${labels && `{${labels}}`} ${value}`);
  };
  write("requests_total", "Received requests.", "counter", [["", journal.count]]);
  write(
    "requests_by_status_total",
    "Requests by HTTP status; 0 is a broken connection.",
    "counter",
    [...journal.statuses].map(([status, count]) => [`status="${status}"`, count]),
  );
  const providers = [...state.ledger.balances].filter(([account]) => account.startsWith("provider:"));
  write(
    "spent_usd_total",
    "Amount charged for providers, in USD.",
    "counter",
    providers.map(([account, amount]) => [`provider="${escape(account.slice(9))}"`, toUsd(amount)]),
  );
  write(
    "pending_requests",
    "Requests in progress, by endpoint.",
    "gauge",
    [...state.health].map(([endpoint, health]) => [
      `model="${escape(endpoint.modelId)}",endpoint="${escape(endpoint.tag)}"`,
      health.pending,
    ]),
  );
  write("rules", "Number of rules.", "gauge", [["", scenario.rules.length]]);
  return {
    status: 200,
    headers: { "content-type": "text/plain; version=0.0.4" },
    body: { kind: "text", text: `${lines.join("\n")}\n` },
  };
}

/** Escapes a label value for the text format of Prometheus. */
function escape(text: string): string {
  return text.replaceAll("\\", "\\\\").replaceAll('"', '\\"').replaceAll("\n", "\\n");
}
