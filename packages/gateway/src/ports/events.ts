import type { Generation } from "@patchbay/spec";
import type { NanoUsd } from "./ledger.ts";

/** The records of past requests. They are derived from the ledger's truth: deleting them never changes a balance. */
export interface Events {
  /** Queues a record. Never blocks a request; beyond its bound, the oldest prompts are dropped first and counted. */
  readonly record: (event: RequestEvent) => void;
  /** A record by generation id, also while it is still queued. */
  readonly generation: (id: string) => Promise<RequestEvent | undefined>;
  /** Spending and usage grouped for `/activity` and the dashboard. */
  readonly summary: (query: SummaryQuery) => Promise<readonly SummaryRow[]>;
  /** The newest records first. */
  readonly list: (query: ListQuery) => Promise<readonly RequestEvent[]>;
  /** Deletes what is older than the retention. */
  readonly prune: (before: number) => Promise<void>;
  /** Resolves when everything queued so far is stored. */
  readonly flush: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** One finished request. */
export interface RequestEvent {
  readonly id: string;
  readonly account: string;
  readonly keyHash: string;
  readonly model: string;
  readonly provider: string;
  readonly endpoint: string;
  /** Unix milliseconds. */
  readonly createdAt: number;
  readonly status: number;
  readonly cost: NanoUsd;
  readonly listPrice: NanoUsd;
  /** What the provider reported as its cost. */
  readonly reportedCost?: NanoUsd | undefined;
  readonly isByok: boolean;
  readonly promptTokens: number;
  readonly cachedTokens: number;
  readonly completionTokens: number;
  readonly reasoningTokens: number;
  readonly durationMs: number;
  readonly firstTokenMs: number | null;
  /** Everything that `/generation` shows. */
  readonly generation: Generation;
  /** Attempts as the dashboard shows them. */
  readonly attempts: readonly AttemptSummary[];
  /** Only if the configuration stores prompts. */
  readonly content?: {
    readonly request: string;
    readonly completion: string | null;
    readonly reasoning: string | null;
  };
}

export interface AttemptSummary {
  readonly provider: string;
  readonly endpoint: string;
  readonly status: number;
  /** Milliseconds between the arrival of the request and the start of the attempt. Default: attempts follow each other. */
  readonly startMs?: number | undefined;
  readonly latencyMs: number;
  readonly message?: string | undefined;
}

/** `day` and `hour` are in UTC: `2026-11-29`, `2026-11-29T20`. */
export type SummaryGroup = "model" | "key" | "provider" | "day" | "hour" | "endpoint";

export interface SummaryQuery {
  /** Unix milliseconds, inclusive. */
  readonly from: number;
  /** Unix milliseconds, exclusive. */
  readonly to: number;
  readonly by: readonly SummaryGroup[];
  readonly account?: string | undefined;
  readonly keyHash?: string | undefined;
}

export interface SummaryRow {
  readonly group: Readonly<Partial<Record<SummaryGroup, string>>>;
  readonly requests: number;
  readonly errors: number;
  readonly cost: NanoUsd;
  readonly byokCost: NanoUsd;
  /** Sum of the costs that providers reported. */
  readonly reportedCost: NanoUsd;
  /** Our list price of the same requests, to compare with `reportedCost`. */
  readonly comparedCost: NanoUsd;
  readonly promptTokens: number;
  readonly cachedTokens: number;
  readonly completionTokens: number;
  readonly reasoningTokens: number;
}

export interface ListQuery {
  readonly limit: number;
  /** Only records before this time, for pages. */
  readonly before?: number | undefined;
  readonly account?: string | undefined;
  readonly keyHash?: string | undefined;
  readonly model?: string | undefined;
  readonly provider?: string | undefined;
  /** Only records with a status of 400 or more. */
  readonly failedOnly?: boolean | undefined;
}
