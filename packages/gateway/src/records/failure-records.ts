import type { RequestReport } from "../pipeline/request-report.ts";
import type { Events, RequestEvent } from "../ports/events.ts";
import type { GatewayCatalog } from "../upstream/gateway-catalog.ts";
import { toAttemptSummaries } from "./attempt-summaries.ts";

interface FailureRecordOptions {
  readonly events: Pick<Events, "record">;
  readonly catalog: () => GatewayCatalog;
  /** Unix milliseconds. */
  readonly now: () => number;
}

/** Records of refused requests per second. A client that ignores its limits must not fill the disk. */
const mostPerSecond = 50;

/**
 * Records requests that produced nothing: refused by a limit, or failed at every provider. Returns a function for ended requests of paid
 * operations. Requests without a valid key have no account and no record. Beyond 50 a second, refusals are counted by the metrics only.
 */
export function createFailureRecords({ events, catalog, now }: FailureRecordOptions): (report: RequestReport) => void {
  let second = 0;
  let count = 0;
  const isAllowed = (time: number): boolean => {
    const current = Math.floor(time / 1000);
    if (current !== second) [second, count] = [current, 0];
    return ++count <= mostPerSecond;
  };
  return (report) => {
    const { key, event, status } = report;
    if (!key || event || status < 400) return;
    const createdAt = now();
    const hasAttempts = (report.attempts?.length ?? 0) > 0;
    if (!hasAttempts && !isAllowed(createdAt)) return;
    events.record(toFailedEvent(report, { catalog: catalog(), createdAt, key }));
  };
}

interface Sources {
  readonly catalog: GatewayCatalog;
  readonly createdAt: number;
  readonly key: NonNullable<RequestReport["key"]>;
}

function toFailedEvent(report: RequestReport, { catalog, createdAt, key }: Sources): RequestEvent {
  const { id, status, reason, error, startedAt, durationMs } = report;
  const attempts = toAttemptSummaries(report.attempts ?? [], catalog, startedAt);
  const last = attempts.at(-1);
  return {
    id,
    account: key.account,
    keyHash: key.hash,
    model: (report.attempts?.at(-1)?.candidate ?? report.plan?.candidates[0])?.model.id ?? "",
    provider: last?.provider ?? "",
    endpoint: last?.endpoint ?? "",
    createdAt,
    status,
    reason,
    error,
    cost: 0n,
    listPrice: 0n,
    isByok: report.attempts?.at(-1)?.candidate.byok ?? false,
    promptTokens: 0,
    cachedTokens: 0,
    completionTokens: 0,
    reasoningTokens: 0,
    durationMs: Math.round(durationMs),
    firstTokenMs: null,
    attempts,
  };
}
