import type { SummaryGroup, SummaryQuery, SummaryRow } from "../ports/events.ts";

/** Milliseconds of a row of the summary table. */
export const HOUR_MS = 3_600_000;

/** A span of time, `to` exclusive. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** The whole hours of a span, which are summed up already, and its edges, for which the records are read. */
export function splitHours({ from, to }: Span): { readonly hours: Span; readonly edges: readonly Span[] } {
  const first = Math.ceil(from / HOUR_MS) * HOUR_MS;
  const last = Math.floor(to / HOUR_MS) * HOUR_MS;
  if (first >= last) return { hours: { from: 0, to: 0 }, edges: from < to ? [{ from, to }] : [] };
  const edges = [
    { from, to: first },
    { from: last, to },
  ];
  return { hours: { from: first, to: last }, edges: edges.filter((edge) => edge.from < edge.to) };
}

/** Columns that add up, by the field of a row. They have the same names in the table of records and in the summary table. */
export const sums: Readonly<Record<Exclude<keyof SummaryRow, "group">, string>> = {
  requests: "requests",
  errors: "errors",
  cost: "cost",
  byokCost: "byok_cost",
  reportedCost: "reported_cost",
  comparedCost: "compared_cost",
  promptTokens: "prompt_tokens",
  cachedTokens: "cached_tokens",
  completionTokens: "completion_tokens",
  reasoningTokens: "reasoning_tokens",
};

/** Columns to group by. `day` and `hour` are computed from the time. */
export const groupColumns: Readonly<Record<Exclude<SummaryGroup, "day" | "hour">, string>> = {
  model: "model",
  key: "key_hash",
  provider: "provider",
  endpoint: "endpoint",
};

/** Adds up rows with the same group, in the order in which the groups appear first. */
export function mergeSummaries(rows: Iterable<SummaryRow>): SummaryRow[] {
  const merged = new Map<string, SummaryRow>();
  for (const row of rows) {
    const key = JSON.stringify(row.group);
    const known = merged.get(key);
    merged.set(key, known ? add(known, row) : row);
  }
  return [...merged.values()];
}

function add(a: SummaryRow, b: SummaryRow): SummaryRow {
  return {
    group: a.group,
    requests: a.requests + b.requests,
    errors: a.errors + b.errors,
    cost: a.cost + b.cost,
    byokCost: a.byokCost + b.byokCost,
    reportedCost: a.reportedCost + b.reportedCost,
    comparedCost: a.comparedCost + b.comparedCost,
    promptTokens: a.promptTokens + b.promptTokens,
    cachedTokens: a.cachedTokens + b.cachedTokens,
    completionTokens: a.completionTokens + b.completionTokens,
    reasoningTokens: a.reasoningTokens + b.reasoningTokens,
  };
}

/** A row of a query whose columns are named like the fields, with the groups in columns of their names. */
export function toSummaryRow(row: Readonly<Record<string, unknown>>, by: SummaryQuery["by"]): SummaryRow {
  const amount = (name: keyof typeof sums): bigint => BigInt(row[name] as bigint | string | number);
  return {
    group: Object.fromEntries(by.map((group) => [group, String(row[group])])),
    requests: Number(amount("requests")),
    errors: Number(amount("errors")),
    cost: amount("cost"),
    byokCost: amount("byokCost"),
    reportedCost: amount("reportedCost"),
    comparedCost: amount("comparedCost"),
    promptTokens: Number(amount("promptTokens")),
    cachedTokens: Number(amount("cachedTokens")),
    completionTokens: Number(amount("completionTokens")),
    reasoningTokens: Number(amount("reasoningTokens")),
  };
}
