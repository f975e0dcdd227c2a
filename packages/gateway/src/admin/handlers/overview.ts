import type { RequestEvent, SummaryRow } from "../../ports/events.ts";
import { percentile, sumOf, toUsd } from "../amounts.ts";
import type { Handler } from "../context.ts";
import { json } from "../exchange.ts";
import type { OverviewView } from "../views.ts";
import { namesOfKeys } from "./key-names.ts";
import { day, hour, minute, startOfDay, toSeries } from "./periods.ts";
import { findProblems } from "./problems.ts";
import { toRow } from "./requests.ts";
import { toSpendRow } from "./spend.ts";

const recentMs = 15 * minute;
const mostRecent = 500;

/** `GET /overview`: the first page. */
export const getOverview: Handler = async ({ data, now }) => {
  const midnight = startOfDay(now);
  const to = Math.ceil((now + 1) / minute) * minute;
  const firstHour = Math.floor(now / hour) * hour - 23 * hour;
  const [today, yesterday, hours, newest, names] = await Promise.all([
    data.events.summary({ from: midnight, to, by: ["model"] }),
    data.events.summary({ from: midnight - day, to: to - day, by: ["model"] }),
    data.events.summary({ from: firstHour, to, by: ["hour", "model"] }),
    data.events.list({ limit: mostRecent }),
    namesOfKeys(data),
  ]);
  const { problems, check } = await findProblems(data, now);
  const previous = new Map(yesterday.map((row) => [row.group.model, row.cost]));
  const view: OverviewView = {
    today: totalsOf(today),
    yesterday: totalsOf(yesterday),
    recent: rateOf(newest, now),
    hours: toSeries(
      Array.from({ length: 24 }, (_, index) => firstHour + index * hour),
      hours,
      (row) => [Date.parse(`${row.group.hour}:00Z`), row.group.model ?? ""],
    ),
    topModels: today
      .toSorted((a, b) => (a.cost < b.cost ? 1 : -1))
      .slice(0, 5)
      .map((row) => {
        const model = row.group.model ?? "";
        return toSpendRow(model, model, [row], previous.get(model) ?? 0n);
      }),
    problems,
    ledger: check,
    latest: newest.slice(0, 8).map((event) => toRow(event, names)),
  };
  return json(200, view);
};

function totalsOf(rows: readonly SummaryRow[]): OverviewView["today"] {
  return {
    cost: toUsd(sumOf(rows, ({ cost }) => cost)),
    requests: rows.reduce((sum, { requests }) => sum + requests, 0),
    errors: rows.reduce((sum, { errors }) => sum + errors, 0),
  };
}

/** Rates over the newest records. A busy gateway has more than `mostRecent` in 15 minutes; then a shorter time is measured. */
function rateOf(newest: readonly RequestEvent[], now: number): OverviewView["recent"] {
  const recent = newest.filter(({ createdAt }) => createdAt > now - recentMs);
  const isCut = recent.length === mostRecent;
  const span = isCut ? Math.max(1000, now - (recent.at(-1)?.createdAt ?? now)) : recentMs;
  const firstTokens = recent.flatMap(({ firstTokenMs }) => firstTokenMs ?? []);
  return {
    requestsPerMinute: (recent.length * minute) / span,
    errorRate: recent.length === 0 ? null : recent.filter(({ status }) => status >= 400).length / recent.length,
    firstTokenP50Ms: percentile(firstTokens, 0.5),
    firstTokenP99Ms: percentile(firstTokens, 0.99),
  };
}
