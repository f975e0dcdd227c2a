import type { AuditEntry } from "../admin/admin-data.ts";
import type { RequestReport } from "../pipeline/request-report.ts";
import type { RequestEvent } from "../ports/events.ts";
import { describeBug } from "./log/describe-error.ts";
import { formatLine, type LineFields } from "./log/format-line.ts";
import { LineWriter, type LineSink } from "./log/line-writer.ts";
import type { LogFormat } from "./log/log-format.ts";
import { toRequestFields } from "./log/request-fields.ts";
import { writeMetrics } from "./metrics/exposition.ts";
import { createProcessMetrics } from "./metrics/process-metrics.ts";
import { createRequestMetrics } from "./metrics/request-metrics.ts";
import { createStateMetrics, type MetricSources } from "./metrics/state-metrics.ts";

/** What an operator sees of the gateway: log lines and metrics. */
export interface Operation {
  /** Called when the response of a request has ended. */
  readonly onEnd: (report: RequestReport) => void;
  /** Called with the record of a request that called a provider. */
  readonly onRecord: (event: RequestEvent) => void;
  readonly onBug: (error: unknown, report: RequestReport) => void;
  readonly onProblem: (message: string, error?: unknown) => void;
  readonly audit: (entry: AuditEntry) => void;
  /** The metrics in the text format of Prometheus. */
  readonly metrics: (sources: Omit<MetricSources, "droppedLines">) => string;
  /** Writes the last lines and ends measurements. */
  readonly close: () => void;
}

export interface OperationOptions {
  readonly log: LogFormat;
  /** Default: standard error. */
  readonly sink?: LineSink | undefined;
}

export function createOperation({ log, sink = process.stderr }: OperationOptions): Operation {
  const lines = new LineWriter(sink);
  const flush = (): void => lines.flush();
  process.once("exit", flush);
  const requests = createRequestMetrics();
  const measured = createProcessMetrics();
  const write = (kind: string, fields: LineFields): void => {
    if (log === "silent") return;
    const toNotice = (dropped: number): string =>
      formatLine(
        log,
        "problem",
        { message: `${dropped} lines were dropped, because the log was not read.` },
        new Date(),
      );
    lines.write(formatLine(log, kind, fields, new Date()), toNotice);
  };
  return {
    onEnd(report) {
      requests.end(report);
      if (log !== "silent") write("request", toRequestFields(report));
    },
    onRecord: requests.record,
    onBug: (error, { id, operation }) => write("bug", { id, operation, ...describeBug(error) }),
    onProblem: (message, error) =>
      write("problem", { message, error: error instanceof Error ? error.message : undefined }),
    audit: ({ at: _, ...entry }) => write("audit", { ...entry }),
    metrics: (sources) => {
      const now = createStateMetrics({ ...sources, droppedLines: () => lines.dropped });
      return writeMetrics([...requests.families, ...now, ...measured.families]);
    },
    close: () => {
      process.off("exit", flush);
      lines.flush();
      measured.close();
    },
  };
}
