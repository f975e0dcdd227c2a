import type {
  Events,
  ListQuery,
  RequestEvent,
  SummaryGroup,
  SummaryQuery,
  SummaryRow,
} from "../../../packages/gateway/src/ports/events.ts";

const groupOf: Readonly<Record<SummaryGroup, (event: RequestEvent) => string>> = {
  model: ({ model }) => model,
  key: ({ keyHash }) => keyHash,
  provider: ({ provider }) => provider,
  endpoint: ({ endpoint }) => endpoint,
  day: ({ createdAt }) => new Date(createdAt).toISOString().slice(0, 10),
  hour: ({ createdAt }) => new Date(createdAt).toISOString().slice(0, 13),
};

/** Records in memory. `events` may grow; it is sorted by time. */
export function memoryEvents(events: readonly RequestEvent[]): Pick<Events, "summary" | "list" | "generation"> {
  return {
    summary: (query) => Promise.resolve(summarize(events, query)),
    list: (query) => Promise.resolve(select(events, query)),
    generation: (id) => Promise.resolve(events.find((event) => event.id === id)),
  };
}

function summarize(events: readonly RequestEvent[], { from, to, by }: SummaryQuery): SummaryRow[] {
  const chosen = events.filter(({ createdAt }) => createdAt >= from && createdAt < to);
  const groups = Map.groupBy(chosen, (event) => JSON.stringify(by.map((group) => groupOf[group](event))));
  return [...groups.values()].map((rows) => {
    const count = (of: (event: RequestEvent) => number): number => rows.reduce((sum, row) => sum + of(row), 0);
    const amount = (of: (event: RequestEvent) => bigint): bigint => rows.reduce((sum, row) => sum + of(row), 0n);
    return {
      group: Object.fromEntries(by.map((group) => [group, groupOf[group](rows[0]!)])),
      requests: rows.length,
      errors: count(({ status }) => (status >= 400 ? 1 : 0)),
      cost: amount(({ cost }) => cost),
      byokCost: amount(({ isByok, listPrice }) => (isByok ? listPrice : 0n)),
      reportedCost: amount(({ reportedCost }) => reportedCost ?? 0n),
      comparedCost: amount(({ reportedCost, listPrice }) => (reportedCost === undefined ? 0n : listPrice)),
      promptTokens: count(({ promptTokens }) => promptTokens),
      cachedTokens: count(({ cachedTokens }) => cachedTokens),
      completionTokens: count(({ completionTokens }) => completionTokens),
      reasoningTokens: count(({ reasoningTokens }) => reasoningTokens),
    };
  });
}

function select(events: readonly RequestEvent[], query: ListQuery): RequestEvent[] {
  const { limit, before = Infinity, keyHash, model, provider, failedOnly = false } = query;
  return events
    .filter(
      (event) =>
        event.createdAt < before &&
        (keyHash === undefined || event.keyHash === keyHash) &&
        (model === undefined || event.model === model) &&
        (provider === undefined || event.provider === provider) &&
        (!failedOnly || event.status >= 400),
    )
    .toReversed()
    .slice(0, limit);
}
