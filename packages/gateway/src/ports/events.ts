import type { Generation } from "@patchbay/spec";
import type { NanoUsd } from "./ledger.ts";

/** The records of past requests. They are derived from the ledger's truth: deleting them never changes a balance. */
export interface Events {
  /**
   * Queues a record. Never blocks a request. Beyond its bounds, the queue drops the prompts of its oldest records, then its oldest
   * records, and counts both in `dropped`. A record with the id of a stored one is ignored.
   */
  readonly record: (event: RequestEvent) => void;
  /** How many records wait to be stored. */
  readonly queued: () => number;
  /** How many records, and how many prompts of kept records, were lost since the start. */
  readonly dropped: () => { readonly records: number; readonly contents: number };
  /** A record by generation id, also while it is still queued. */
  readonly generation: (id: string) => Promise<RequestEvent | undefined>;
  /** Spending and usage grouped for `/activity` and the dashboard. */
  readonly summary: (query: SummaryQuery) => Promise<readonly SummaryRow[]>;
  /** The newest records first, without their prompts. */
  readonly list: (query: ListQuery) => Promise<readonly RequestEvent[]>;
  /** Deletes the whole days (UTC) that ended before the given time, Unix milliseconds. */
  readonly prune: (before: number) => Promise<void>;
  /** Resolves when everything queued so far is stored. @throws StoreUnavailable if the records cannot be stored now. */
  readonly flush: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** One finished request, also one that the gateway refused or that failed at every provider. */
export interface RequestEvent {
  readonly id: string;
  readonly account: string;
  readonly keyHash: string;
  /** Empty if the request was refused before its model was known. */
  readonly model: string;
  /** Slug of the provider that served it, else of the last one that was tried; empty if none was. */
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
  /** Everything that `/generation` shows; undefined for a request that produced nothing. */
  readonly generation?: Generation | undefined;
  /** Why the request failed, such as `budget` or `provider`. Undefined for a success. */
  readonly reason?: string | undefined;
  /** The error's message, without what the caller sent. */
  readonly error?: string | undefined;
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
  /** Requests with a status of 400 or above. */
  readonly errors: number;
  /** What the customers paid. */
  readonly cost: NanoUsd;
  /** List price of the requests with the customers' own provider keys. */
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
  /** Only records before this time, in Unix milliseconds: `createdAt` of the last record of the page before. */
  readonly before?: number | undefined;
  /** Id of that record. Then records of the same millisecond that the page did not show are listed, too. */
  readonly beforeId?: string | undefined;
  readonly account?: string | undefined;
  readonly keyHash?: string | undefined;
  readonly model?: string | undefined;
  readonly provider?: string | undefined;
  /** Only records with a status of 400 or more. */
  readonly failedOnly?: boolean | undefined;
}
