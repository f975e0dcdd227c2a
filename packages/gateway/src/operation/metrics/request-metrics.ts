import type { EndpointAttempt } from "@patchbay/engine/routing/endpoint-attempt";
import type { RequestReport } from "../../pipeline/request-report.ts";
import type { RequestEvent } from "../../ports/events.ts";
import { modelOf, providerOf } from "../report-facts.ts";
import { Counter, Histogram, type Family } from "./metric.ts";

/** Seconds. Responses of models take from milliseconds, from a cache, to minutes. */
const bounds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 120, 300, 600];

/** Metrics of requests. Labels have only names from the catalog and from fixed lists. */
export interface RequestMetrics {
  readonly families: readonly Family[];
  /** Counts a request that has ended. */
  readonly end: (report: RequestReport) => void;
  /** Counts the tokens and the cost of a request. */
  readonly record: (event: RequestEvent) => void;
}

export function createRequestMetrics(): RequestMetrics {
  const route = ["model", "provider"];
  const requests = new Counter({
    name: "patchbay_requests_total",
    help: "Requests that have ended.",
    labels: ["operation", "status", ...route],
  });
  const attempts = new Counter({
    name: "patchbay_attempts_total",
    help: "Attempts at providers by their outcome.",
    labels: [...route, "outcome"],
  });
  const refused = new Counter({
    name: "patchbay_requests_refused_total",
    help: "Requests that failed, by reason: a limit of the gateway, the caller, the providers, or the gateway.",
    labels: ["reason"],
  });
  const left = new Counter({
    name: "patchbay_callers_left_total",
    help: "Callers that left before the response ended.",
  });
  const tokens = new Counter({ name: "patchbay_tokens_total", help: "Billed tokens.", labels: ["kind", ...route] });
  const cost = new Counter({
    name: "patchbay_cost_usd_total",
    help: "What requests cost, in USD.",
    labels: route,
    scale: 1e-9,
  });
  const firstToken = new Histogram(
    { name: "patchbay_first_token_seconds", help: "From the request to the first content.", labels: route },
    bounds,
  );
  const duration = new Histogram(
    {
      name: "patchbay_request_duration_seconds",
      help: "From the request to the end of the response.",
      labels: ["operation"],
    },
    bounds,
  );
  return {
    families: [requests, attempts, refused, left, tokens, cost, firstToken, duration],
    end(report) {
      const operation = report.operation ?? "none";
      requests.add([operation, String(report.status), modelOf(report) ?? "", providerOf(report) ?? ""]);
      duration.observe([operation], report.durationMs / 1000);
      if (report.reason) refused.add([report.reason]);
      if (report.complete === false) left.add([]);
      for (const attempt of report.attempts ?? []) {
        const { model, endpoint } = attempt.candidate;
        attempts.add([model.id, endpoint.provider.slug, outcomeOf(attempt)]);
      }
    },
    record(event) {
      const { model, provider, firstTokenMs } = event;
      const count = (kind: string, tokensOfKind: number): void => {
        if (tokensOfKind > 0) tokens.add([kind, model, provider], tokensOfKind);
      };
      count("prompt", event.promptTokens);
      count("cached", event.cachedTokens);
      count("completion", event.completionTokens);
      count("reasoning", event.reasoningTokens);
      cost.add([model, provider], Number(event.cost));
      if (firstTokenMs !== null) firstToken.observe([model, provider], firstTokenMs / 1000);
    },
  };
}

function outcomeOf({ status, failure }: EndpointAttempt): string {
  if (!failure) return "ok";
  if (status === 429) return "rate_limited";
  if (status === 401 || status === 402 || status === 403) return "key";
  if (status === 504 || status === 408) return "timeout";
  return status >= 500 ? "error" : "refused";
}
