import { toUsdText } from "../../money/decimal.ts";
import type { RequestReport } from "../../pipeline/request-report.ts";
import { modelOf, providerOf } from "../report-facts.ts";
import type { LineFields } from "./format-line.ts";

/**
 * The fields of a request's line. They have only names that the gateway itself knows: a model or a message as the caller or a provider
 * wrote it could contain a secret or a part of a prompt.
 */
export function toRequestFields(report: RequestReport): LineFields {
  const { id, method, operation, key, status, durationMs, event, reason, attempts, streamed } = report;
  return {
    id,
    generation: event?.id,
    operation,
    method: operation === undefined ? method : undefined,
    status,
    reason,
    key: key?.stored.label,
    account: key?.account,
    model: modelOf(report),
    provider: providerOf(report),
    streamed,
    attempts: attempts?.map(({ candidate, status: answered, latency }) => ({
      provider: candidate.endpoint.provider.slug,
      status: answered,
      latencyMs: Math.round(latency),
    })),
    promptTokens: event?.promptTokens,
    cachedTokens: event?.cachedTokens,
    completionTokens: event?.completionTokens,
    cost: event === undefined ? undefined : toUsdText(event.cost),
    firstTokenMs: event?.firstTokenMs ?? undefined,
    durationMs: Math.round(durationMs),
    callerLeft: report.complete === false ? true : undefined,
  };
}
