import type { AuditEntry } from "../admin/admin-data.ts";
import type { RequestReport } from "../pipeline/handle-request.ts";
import type { RequestEvent } from "../ports/events.ts";
import type { LogFormat } from "./log-format.ts";
import { writeLine } from "./log-line.ts";

/** What an operator sees of the gateway: log lines and metrics. */
export interface Operation {
  /** Called when the response of a request has ended. */
  readonly onEnd: (report: RequestReport) => void;
  /** Called with the record of a request that called a provider. */
  readonly onRecord: (event: RequestEvent) => void;
  readonly onBug: (error: unknown, report: RequestReport) => void;
  readonly onProblem: (message: string, error?: unknown) => void;
  readonly audit: (entry: AuditEntry) => void;
}

export function createOperation(format: LogFormat): Operation {
  const write = (kind: string, fields: Readonly<Record<string, unknown>>): void => writeLine(format, kind, fields);
  return {
    onEnd: ({ id, method, path, status, durationMs, key, model, error, attempts, cost, complete }) =>
      write("request", {
        id,
        method,
        path,
        status,
        durationMs: Math.round(durationMs),
        key: key?.stored.label,
        model,
        error,
        attempts: attempts?.length,
        cost: cost === undefined ? undefined : cost.toString(),
        complete,
      }),
    onRecord: () => undefined,
    onBug: (error, { id }) => write("bug", { id, error: error instanceof Error ? error.stack : String(error) }),
    onProblem: (message, error) => write("problem", { message, error: error instanceof Error ? error.message : error }),
    audit: (entry) => write("audit", { ...entry }),
  };
}
