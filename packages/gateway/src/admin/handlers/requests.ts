import * as z from "zod";
import type { AttemptSummary, RequestEvent } from "../../ports/events.ts";
import { AdminError } from "../admin-error.ts";
import type { AdminData } from "../admin-data.ts";
import { toUsd } from "../amounts.ts";
import type { Handler } from "../context.ts";
import { csvLine } from "../csv.ts";
import { csvFile, json } from "../exchange.ts";
import { readQuery } from "../input.ts";
import { namesOfKeys } from "./key-names.ts";
import type { AttemptView, RequestRow, RequestsView, RequestView } from "../views.ts";

const text = z.string().min(1).max(500).optional();
const filters = {
  model: text,
  provider: text,
  /** Hash of the key. */
  key: z.string().min(1).max(200).optional(),
  failed: z.enum(["true", "false"]).default("false"),
};
const listQuery = z.strictObject({
  ...filters,
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z
    .string()
    .regex(/^\d{1,15}-\d{1,6}$/, "Expected a cursor of an earlier response")
    .optional(),
});
const fileQuery = z.strictObject({ ...filters, most: z.coerce.number().int().min(1).max(100_000).default(10_000) });

type Filters = Omit<z.output<typeof fileQuery>, "most">;

/** `GET /requests`: a page of records, the newest first. */
export const getRequests: Handler = async ({ data, query }) => {
  const { limit, cursor, ...rest } = readQuery(listQuery, query);
  const [page, names] = await Promise.all([readPage(data, rest, limit, cursor), namesOfKeys(data)]);
  const view: RequestsView = { requests: page.events.map((event) => toRow(event, names)), next: page.next };
  return json(200, view);
};

/**
 * Reads a page. The port's pages are bounded by time alone, and several records can have one millisecond: a cursor is the time
 * of the last record and how many records of this time were on earlier pages.
 */
async function readPage(
  data: AdminData,
  { model, provider, key, failed }: Filters,
  limit: number,
  cursor?: string,
): Promise<{ events: readonly RequestEvent[]; next: string | null }> {
  const [before, skip] = cursor === undefined ? [undefined, 0] : (cursor.split("-").map(Number) as [number, number]);
  const found = await data.events.list({
    limit: limit + skip + 1,
    before: before === undefined ? undefined : before + 1,
    model,
    provider,
    keyHash: key,
    failedOnly: failed === "true",
  });
  const events = found.slice(skip, skip + limit);
  const last = events.at(-1);
  if (!last || found.length <= skip + limit) return { events, next: null };
  const same = events.filter(({ createdAt }) => createdAt === last.createdAt).length;
  return { events, next: `${last.createdAt}-${same + (last.createdAt === before ? skip : 0)}` };
}

/** A record as a row of the list. */
export function toRow(event: RequestEvent, names: ReadonlyMap<string, string>): RequestRow {
  return {
    id: event.id,
    at: event.createdAt,
    model: event.model,
    provider: event.provider,
    keyName: names.get(event.keyHash) ?? "(deleted key)",
    status: event.status,
    reason: event.reason ?? null,
    cost: toUsd(event.cost),
    isByok: event.isByok,
    promptTokens: event.promptTokens,
    cachedTokens: event.cachedTokens,
    completionTokens: event.completionTokens,
    reasoningTokens: event.reasoningTokens,
    firstTokenMs: event.firstTokenMs,
    durationMs: event.durationMs,
    attempts: event.attempts.length,
  };
}

/** `GET /requests/:id`: a record with its attempts, and its prompt if prompts are stored. */
export const getRequest: Handler = async ({ data, params }) => {
  const id = params.id ?? "";
  const [event, names] = await Promise.all([data.events.generation(id), namesOfKeys(data)]);
  if (!event)
    throw new AdminError("not_found", `No request has the id "${id}". It may be older than the retention of records.`);
  const { generation } = event;
  const view: RequestView = {
    ...toRow(event, names),
    endpoint: event.endpoint,
    account: event.account,
    keyHash: event.keyHash,
    listPrice: toUsd(event.listPrice),
    reportedCost: event.reportedCost === undefined ? null : toUsd(event.reportedCost),
    finishReason: generation?.finish_reason ?? null,
    isStreamed: generation?.streamed ?? null,
    isCanceled: generation?.cancelled ?? false,
    isEstimated: generation?.usage_estimated ?? false,
    error: event.error ?? null,
    attempts: toAttempts(event.attempts),
    content: event.content ?? null,
  };
  return json(200, view);
};

/** Attempts with their starts: as recorded, else one after the other. */
function toAttempts(attempts: readonly AttemptSummary[]): AttemptView[] {
  let end = 0;
  return attempts.map(({ provider, endpoint, status, startMs = end, latencyMs, message }) => {
    end = Math.max(end, startMs + latencyMs);
    return { provider, endpoint, status, startMs, durationMs: latencyMs, message: message ?? null };
  });
}

const columns = [
  "time",
  "id",
  "model",
  "provider",
  "key",
  "status",
  "reason",
  "prompt_tokens",
  "cached_tokens",
  "completion_tokens",
  "reasoning_tokens",
  "first_token_ms",
  "duration_ms",
  "attempts",
  "cost_usd",
] as const;

/** `GET /requests.csv`: the newest records that match the filters, at most `most`. */
export const getRequestsFile: Handler = async ({ data, query }) => {
  const { most, ...rest } = readQuery(fileQuery, query);
  return csvFile("requests.csv", requestLines(data, rest, most, await namesOfKeys(data)));
};

async function* requestLines(
  data: AdminData,
  filters: Filters,
  most: number,
  names: ReadonlyMap<string, string>,
): AsyncGenerator<string> {
  yield csvLine(columns);
  let left = most;
  let cursor: string | undefined;
  while (left > 0) {
    const { events, next } = await readPage(data, filters, Math.min(left, 500), cursor);
    for (const event of events) yield toLine(toRow(event, names));
    if (next === null) return;
    left -= events.length;
    cursor = next;
  }
}

function toLine(row: RequestRow): string {
  return csvLine([
    new Date(row.at).toISOString(),
    row.id,
    row.model,
    row.provider,
    row.keyName,
    row.status,
    row.reason ?? "",
    row.promptTokens,
    row.cachedTokens,
    row.completionTokens,
    row.reasoningTokens,
    row.firstTokenMs ?? "",
    row.durationMs,
    row.attempts,
    { amount: row.cost },
  ]);
}
