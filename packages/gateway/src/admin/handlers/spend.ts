import * as z from "zod";
import type { SummaryGroup, SummaryRow } from "../../ports/events.ts";
import { sumOf, toUsd } from "../amounts.ts";
import { AdminError } from "../admin-error.ts";
import type { AdminData } from "../admin-data.ts";
import type { Handler } from "../context.ts";
import { csvLine } from "../csv.ts";
import { csvFile, json } from "../exchange.ts";
import { readQuery, timeParameter } from "../input.ts";
import { namesOfKeys } from "./key-names.ts";
import { day, minute, startOfDay, toSeries } from "./periods.ts";
import type { SpendGroup, SpendRow, SpendView } from "../views.ts";

const period = {
  days: z.coerce.number().int().min(1).max(366).default(30),
  from: timeParameter.optional(),
  to: timeParameter.optional(),
};
const spendQuery = z.strictObject({ ...period, by: z.enum(["model", "key", "provider", "day"]).default("model") });
const fileQuery = z.strictObject(period);

interface Period {
  readonly from: number;
  /** Exclusive. */
  readonly to: number;
}

/** `days` whole days of UTC up to now, unless `from` and `to` are given. */
function periodOf(input: { days: number; from?: number | undefined; to?: number | undefined }, now: number): Period {
  const to = input.to ?? Math.ceil((now + 1) / minute) * minute;
  const from = input.from ?? startOfDay(to - 1) - (input.days - 1) * day;
  if (from >= to) throw new AdminError("bad_request", `\`from\` (${from}) must be before \`to\` (${to}).`);
  if (to - from > 366 * day) throw new AdminError("bad_request", "The period must not be longer than 366 days.");
  return { from, to };
}

/** `GET /spend`: costs of a period by model, key, provider or day, compared with the period before. */
export const getSpend: Handler = async ({ data, query, now }) => {
  const { by, ...input } = readQuery(spendQuery, query);
  const { from, to } = periodOf(input, now);
  const length = Math.ceil((to - from) / day) * day;
  const stack = by === "day" ? "model" : by;
  const [rows, before, names] = await Promise.all([
    data.events.summary({ from, to, by: ["day", stack] }),
    data.events.summary({ from: from - length, to: to - length, by: by === "day" ? ["day"] : [by] }),
    namesOfKeys(data),
  ]);
  const nameOf = (group: string, kind: SummaryGroup): string => (kind === "key" ? (names.get(group) ?? group) : group);
  const previous = new Map(before.map((row) => [by === "day" ? shiftDay(row.group.day, length) : row.group[by], row]));
  const groups = Map.groupBy(rows, ({ group }) => group[by] ?? "");
  // A group that has spent nothing in this period but did in the one before belongs to the comparison.
  for (const group of previous.keys()) if (group !== undefined && !groups.has(group)) groups.set(group, []);
  const view: SpendView = {
    from,
    to,
    by,
    rows: sortRows(
      by,
      [...groups].map(([group, parts]) => toSpendRow(group, nameOf(group, by), parts, previous.get(group)?.cost ?? 0n)),
    ),
    total: toSpendRow(
      "",
      "Total",
      rows,
      sumOf(before, ({ cost }) => cost),
    ),
    series: toSeries(daysOf(from, to), rows, (row) => [
      startOfDay(Date.parse(row.group.day ?? "")),
      nameOf(row.group[stack] ?? "", stack),
    ]),
  };
  return json(200, view);
};

/** The day `length` milliseconds later, to compare it with a day of the period before. */
function shiftDay(text: string | undefined, length: number): string {
  return new Date(Date.parse(text ?? "") + length).toISOString().slice(0, 10);
}

function daysOf(from: number, to: number): number[] {
  const first = startOfDay(from);
  return Array.from({ length: Math.ceil((to - first) / day) }, (_, index) => first + index * day);
}

function sortRows(by: SpendGroup, rows: readonly SpendRow[]): SpendRow[] {
  if (by === "day") return rows.toSorted((a, b) => (a.group < b.group ? 1 : -1));
  return rows.toSorted((a, b) => Number(b.cost) - Number(a.cost) || (a.name < b.name ? -1 : 1));
}

/** Adds up the rows of one group. */
export function toSpendRow(group: string, name: string, rows: readonly SummaryRow[], previousCost: bigint): SpendRow {
  const count = (of: (row: SummaryRow) => number): number => rows.reduce((sum, row) => sum + of(row), 0);
  return {
    group,
    name,
    requests: count(({ requests }) => requests),
    errors: count(({ errors }) => errors),
    cost: toUsd(sumOf(rows, ({ cost }) => cost)),
    byokCost: toUsd(sumOf(rows, ({ byokCost }) => byokCost)),
    promptTokens: count(({ promptTokens }) => promptTokens),
    cachedTokens: count(({ cachedTokens }) => cachedTokens),
    completionTokens: count(({ completionTokens }) => completionTokens),
    reasoningTokens: count(({ reasoningTokens }) => reasoningTokens),
    previousCost: toUsd(previousCost),
  };
}

const columns = [
  "day",
  "model",
  "provider",
  "key",
  "key_hash",
  "requests",
  "errors",
  "prompt_tokens",
  "cached_tokens",
  "completion_tokens",
  "reasoning_tokens",
  "cost_usd",
  "byok_cost_usd",
] as const;

/** `GET /spend.csv`: the same costs by day, model, provider and key, so that any sum can be computed from the file. */
export const getSpendFile: Handler = async ({ data, query, now }) => {
  const { from, to } = periodOf(readQuery(fileQuery, query), now);
  const name = `spend-${toDay(from)}-to-${toDay(to - 1)}.csv`;
  return csvFile(name, spendLines(data, from, to, await namesOfKeys(data)));
};

const toDay = (time: number): string => new Date(time).toISOString().slice(0, 10);

async function* spendLines(
  data: AdminData,
  from: number,
  to: number,
  names: ReadonlyMap<string, string>,
): AsyncGenerator<string> {
  yield csvLine(columns);
  // One day at a time, so that a long period is never in memory as a whole.
  for (const start of daysOf(from, to)) {
    const rows = await data.events.summary({
      from: Math.max(from, start),
      to: Math.min(to, start + day),
      by: ["day", "model", "provider", "key"],
    });
    for (const row of rows.toSorted((a, b) => (a.cost < b.cost ? 1 : -1)))
      yield csvLine([
        row.group.day ?? "",
        row.group.model ?? "",
        row.group.provider ?? "",
        names.get(row.group.key ?? "") ?? "",
        row.group.key ?? "",
        row.requests,
        row.errors,
        row.promptTokens,
        row.cachedTokens,
        row.completionTokens,
        row.reasoningTokens,
        { amount: toUsd(row.cost) },
        { amount: toUsd(row.byokCost) },
      ]);
  }
}
