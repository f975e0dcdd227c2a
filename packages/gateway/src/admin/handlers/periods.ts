import type { SummaryRow } from "../../ports/events.ts";
import { toUsd } from "../amounts.ts";
import type { Series } from "../views.ts";

export const minute: number = 60_000;
export const hour: number = 3_600_000;
export const day: number = 24 * hour;

/** Midnight UTC before a time in Unix milliseconds. */
export const startOfDay = (time: number): number => Math.floor(time / day) * day;

const mostGroups = 7;

/**
 * Costs by time and group, for a stacked chart. The most expensive groups come first; beyond the seventh they are one group,
 * "Other".
 */
export function toSeries(
  times: readonly number[],
  rows: readonly SummaryRow[],
  place: (row: SummaryRow) => readonly [time: number, group: string],
): Series {
  const totals = new Map<string, bigint>();
  const cells = new Map<string, Map<number, bigint>>();
  const add = (group: string, time: number, cost: bigint): void => {
    const cell = cells.get(group) ?? new Map<number, bigint>();
    cells.set(group, cell.set(time, (cell.get(time) ?? 0n) + cost));
  };
  const placed = rows.map((row) => [...place(row), row.cost] as const);
  for (const [, group, cost] of placed) totals.set(group, (totals.get(group) ?? 0n) + cost);
  const ranked = [...totals].toSorted(([, a], [, b]) => (a < b ? 1 : -1)).map(([group]) => group);
  const shown = new Set(ranked.length > mostGroups + 1 ? ranked.slice(0, mostGroups) : ranked);
  for (const [time, group, cost] of placed) add(shown.has(group) ? group : "Other", time, cost);
  const order = [...shown, ...(cells.has("Other") && !shown.has("Other") ? ["Other"] : [])];
  return {
    times,
    groups: order
      .filter((name) => totals.get(name) !== 0n)
      .map((name) => ({ name, costs: times.map((time) => toUsd(cells.get(name)?.get(time) ?? 0n)) })),
  };
}
