import type { Admission } from "../../pipeline/admission.ts";
import type { SettlingLedger } from "../../ledger/settle-later.ts";
import type { Events } from "../../ports/events.ts";
import type { BreakerState, SharedState } from "../../ports/shared-state.ts";
import { counterOf, gauge, type Family } from "./metric.ts";

/** What the gateway is doing now. */
export interface MetricSources {
  readonly admission: Pick<Admission, "running" | "waiting">;
  readonly ledger: Pick<SettlingLedger, "waiting">;
  readonly events: Pick<Events, "queued" | "dropped">;
  readonly health: Pick<SharedState, "healthOf">;
  /** The ids of the endpoints. */
  readonly endpoints: () => readonly string[];
  /** Lines of the log that were dropped. */
  readonly droppedLines: () => number;
}

const breakerStates: readonly BreakerState[] = ["closed", "open", "half-open"];

/** Metrics that are read when they are asked for. */
export function createStateMetrics(sources: MetricSources): readonly Family[] {
  const { admission, ledger, events, health, endpoints, droppedLines } = sources;
  return [
    gauge({ name: "patchbay_requests_in_progress", help: "Requests in progress." }, () => admission.running),
    gauge({ name: "patchbay_requests_waiting", help: "Requests that wait for a free place." }, () => admission.waiting),
    gauge(
      {
        name: "patchbay_endpoint_breaker",
        help: "State of an endpoint's breaker: 1 for the current one.",
        labels: ["endpoint", "state"],
      },
      () =>
        endpoints().flatMap((endpoint) => {
          const { breaker } = health.healthOf(endpoint);
          return breakerStates.map((state) => ({ labels: [endpoint, state], value: state === breaker ? 1 : 0 }));
        }),
    ),
    gauge(
      {
        name: "patchbay_ledger_writes_waiting",
        help: "Charges that the ledger has not accepted yet because it is gone.",
      },
      () => ledger.waiting(),
    ),
    gauge({ name: "patchbay_records_queued", help: "Records that wait to be stored." }, () => events.queued()),
    counterOf(
      { name: "patchbay_records_dropped_total", help: "Records and stored prompts that were lost.", labels: ["kind"] },
      () => {
        const { records, contents } = events.dropped();
        return [
          { labels: ["record"], value: records },
          { labels: ["content"], value: contents },
        ];
      },
    ),
    counterOf(
      {
        name: "patchbay_log_lines_dropped_total",
        help: "Lines of the log that were dropped while no program read it.",
      },
      droppedLines,
    ),
  ];
}
