import type { JSX } from "preact";
import { useEffect, useRef } from "preact/hooks";
import uPlot from "uplot";
import type { Series } from "../../src/admin/views.ts";
import { formatUsd } from "../data/format.ts";
import { themeChanges } from "../data/theme.ts";

export interface ChartProps {
  readonly series: Series;
  readonly unit: "day" | "hour";
  /** What the chart shows, for screen readers. */
  readonly label: string;
}

const height = 220;

/** Index of the color of a group; the group "Other" is gray. */
const colorOf = (name: string, index: number): string =>
  name === "Other" ? "--series-other" : `--series-${index % 8}`;

/** Costs over time as stacked bars. The table next to it has the same numbers as text. */
export function StackedBars({ series, unit, label }: ChartProps): JSX.Element {
  const place = useRef<HTMLDivElement>(null);
  const tip = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const { current: parent } = place;
    if (!parent) return undefined;
    const plot = new uPlot(optionsOf(series, unit, parent, tip), stack(series), parent);
    const observer = new ResizeObserver(() => plot.setSize({ width: parent.clientWidth, height }));
    observer.observe(parent);
    return () => {
      observer.disconnect();
      plot.destroy();
    };
  }, [series, unit, themeChanges.value]);
  return (
    <figure class="chart">
      <div ref={place} role="img" aria-label={label} />
      <div ref={tip} class="tip" hidden aria-hidden="true" />
      <Legend series={series} />
    </figure>
  );
}

function Legend({ series }: { readonly series: Series }): JSX.Element {
  return (
    <figcaption>
      {series.groups.map(({ name }, index) => (
        <span key={name} class="legend">
          <Swatch name={name} index={index} />
          {name === "" ? "(none)" : name}
        </span>
      ))}
    </figcaption>
  );
}

/** The color of a group of a chart. */
export function Swatch({ name, index }: { readonly name: string; readonly index: number }): JSX.Element {
  return <span class="swatch" aria-hidden="true" style={{ background: `var(${colorOf(name, index)})` }} />;
}

/**
 * Bars that are drawn over each other look stacked if each is the sum of the groups below it. The most expensive group is at
 * the bottom and drawn last.
 */
function stack({ times, groups }: Series): uPlot.AlignedData {
  let below = times.map(() => 0);
  const sums = groups.map(({ costs }) => (below = below.map((sum, index) => sum + Number(costs[index]))));
  return [times.map((time) => time / 1000), ...sums.toReversed()];
}

function optionsOf(
  series: Series,
  unit: ChartProps["unit"],
  parent: HTMLElement,
  tip: { readonly current: HTMLDivElement | null },
): uPlot.Options {
  const muted = resolve(parent, "--muted");
  const grid = { stroke: resolve(parent, "--line"), width: 1 };
  const half = (unit === "day" ? 86_400 : 3600) / 2;
  const axis: uPlot.Axis = { stroke: muted, font: "11px system-ui, sans-serif", ticks: { show: false } };
  return {
    width: parent.clientWidth,
    height,
    padding: [12, 4, 0, 0],
    legend: { show: false },
    cursor: { y: false, points: { show: false }, drag: { x: false, y: false } },
    tzDate: (seconds) => uPlot.tzDate(new Date(seconds * 1000), "Etc/UTC"),
    scales: {
      x: { range: (_, low, high) => [low - half, high + half] },
      y: { range: (_, __, high) => [0, high > 0 ? high * 1.05 : 1] },
    },
    axes: [
      {
        ...axis,
        grid: { show: false },
        size: 28,
        space: unit === "day" ? 56 : 48,
        values: (_, seconds) => seconds.map((one) => timeText(one, unit)),
      },
      { ...axis, grid, size: 52, space: 40, values: (_, amounts) => axisUsd(amounts) },
    ],
    series: [
      {},
      ...series.groups
        .map(({ name }, index) => ({
          label: name,
          fill: resolve(parent, colorOf(name, index)),
          width: 0,
          points: { show: false },
          paths: uPlot.paths.bars!({ size: [0.72, 44, 1] }),
        }))
        .toReversed(),
    ],
    hooks: { setCursor: [(plot) => showTip(plot, series, unit, tip.current)] },
  };
}

/** The marks of the axis, all with the same number of decimals. */
function axisUsd(amounts: readonly number[]): string[] {
  const step = (amounts[1] ?? 1) - (amounts[0] ?? 0);
  const places = step >= 1 ? 0 : Math.max(2, Math.ceil(-Math.log10(step) - 1e-9));
  return amounts.map(
    (amount) => `$${amount.toLocaleString("en", { minimumFractionDigits: places, maximumFractionDigits: places })}`,
  );
}

function timeText(seconds: number, unit: ChartProps["unit"]): string {
  const date = new Date(seconds * 1000);
  if (unit === "hour") return `${String(date.getUTCHours()).padStart(2, "0")}:00`;
  return date.toLocaleDateString("en", { month: "short", day: "numeric", timeZone: "UTC" });
}

/** The groups of the bar under the pointer. */
function showTip(plot: uPlot, { times, groups }: Series, unit: ChartProps["unit"], tip: HTMLDivElement | null): void {
  if (!tip) return;
  const { idx, left = -1 } = plot.cursor;
  tip.hidden = idx === undefined || idx === null || left < 0;
  if (idx === undefined || idx === null || left < 0) return;
  const costs = groups
    .map(({ name, costs }, index) => ({ name, index, cost: Number(costs[idx]) }))
    .filter(({ cost }) => cost > 0);
  const total = costs.reduce((sum, { cost }) => sum + cost, 0);
  const line = (name: string, cost: number, color?: string): HTMLElement => {
    const row = document.createElement("div");
    const swatch = document.createElement("span");
    swatch.className = "swatch";
    if (color !== undefined) swatch.style.background = `var(${color})`;
    const amount = document.createElement("b");
    amount.textContent = formatUsd(cost);
    row.append(swatch, name, amount);
    return row;
  };
  const head = timeText((times[idx] ?? 0) / 1000, unit);
  tip.replaceChildren(
    line(unit === "hour" ? `${head} UTC` : head, total),
    ...costs.map(({ name, index, cost }) => line(name, cost, colorOf(name, index))),
  );
  const x = left + plot.bbox.left / devicePixelRatio;
  const isRight = x > plot.width / 2;
  tip.style.left = isRight ? "auto" : `${x + 16}px`;
  tip.style.right = isRight ? `${plot.width - x + 16}px` : "auto";
}

/** A canvas does not know custom properties. The browser computes their colors for an element. */
function resolve(parent: HTMLElement, property: string): string {
  const probe = document.createElement("span");
  probe.style.color = `var(${property})`;
  parent.append(probe);
  const { color } = getComputedStyle(probe);
  probe.remove();
  return color;
}
