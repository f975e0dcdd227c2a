import type { AuditEntry } from "./admin-data.ts";
import type { AdminReply } from "./exchange.ts";
import type { SharedData } from "./shared-data.ts";

/** What a handler gets: validated access to the data, and the parts of the request. */
export interface Context {
  readonly data: SharedData;
  readonly now: number;
  /** Decoded segments of the path, by name. */
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  /** The parsed body; `undefined` without one. */
  readonly body: unknown;
  readonly audit: (entry: Pick<AuditEntry, "action" | "target" | "changes">) => void;
}

export type Handler = (context: Context) => Promise<AdminReply>;
