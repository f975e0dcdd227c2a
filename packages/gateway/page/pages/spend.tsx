import type { JSX } from "preact";
import type { SpendGroup, SpendRow, SpendView } from "../../src/admin/views.ts";
import { useLive } from "../data/live.ts";
import { formatCount, formatDate, formatShare, formatTokens, formatUsd } from "../data/format.ts";
import { linkTo, route, setQuery } from "../data/route.ts";
import { Card, Change, Choice, Money, Waiting } from "../parts/basics.tsx";
import { StackedBars, Swatch } from "../parts/chart.tsx";
import { FirstRequest } from "../parts/first-request.tsx";

const groups = { model: "Model", key: "Key", provider: "Provider", day: "Day" } as const;
const periods = { "1": "Today", "7": "7 days", "30": "30 days", "90": "90 days" } as const;

/** Columns with numbers; wide ones are left out on narrow screens. */
const columns = [
  ["Requests", false],
  ["Failed", true],
  ["Prompt", true],
  ["Cached", true],
  ["Completion", true],
  ["Share", true],
  ["Change", true],
  ["Cost", false],
] as const;

const has = <Value extends string>(options: Readonly<Record<Value, string>>, value: string | null): value is Value =>
  value !== null && Object.hasOwn(options, value);

/** Costs by model, key, provider or day. */
export function SpendPage(): JSX.Element {
  const { query } = route.value;
  const wantedBy = query.get("by");
  const wantedDays = query.get("days");
  const by: SpendGroup = has(groups, wantedBy) ? wantedBy : "model";
  const days = has(periods, wantedDays) ? wantedDays : "30";
  const { view, error } = useLive<SpendView>(`/spend?by=${by}&days=${days}`, 10_000);
  const data = view.value;
  return (
    <>
      <header class="page">
        <h1>Spend</h1>
        <Choice label="Group by" value={by} options={groups} onChange={(next) => setQuery({ by: next })} />
        <Choice label="Period" value={days} options={periods} onChange={(next) => setQuery({ days: next })} />
        {data && (
          <a class="button" href={`/admin/api/spend.csv?from=${data.from}&to=${data.to}`} download>
            Export CSV
          </a>
        )}
      </header>
      {data === undefined ? <Waiting error={error.value} /> : <Spend data={data} days={days} />}
    </>
  );
}

function Spend({ data, days }: { readonly data: SpendView; readonly days: string }): JSX.Element {
  if (data.total.requests === 0 && data.rows.length === 0) return <FirstRequest />;
  const stack = data.by === "day" ? "model" : data.by;
  return (
    <>
      <Card
        title={
          <>
            <span class="big">{formatUsd(data.total.cost)}</span>{" "}
            <span class="muted">
              <Before data={data} days={days} />
            </span>
          </>
        }
        actions={<span class="muted">by {stack} and day, UTC</span>}
      >
        <StackedBars series={data.series} unit="day" label={`Spend per day by ${stack}`} />
      </Card>
      <Card>
        <SpendTable data={data} />
      </Card>
    </>
  );
}

/** The comparison with the period before. */
function Before({ data: { total }, days }: { readonly data: SpendView; readonly days: string }): JSX.Element {
  const period = days === "1" ? "yesterday" : `the ${days} days before`;
  if (Number(total.previousCost) === 0) return <>nothing spent in {period}</>;
  return (
    <>
      <Change now={total.cost} before={total.previousCost} /> against {formatUsd(total.previousCost)} in {period}, up to
      the same time of day
    </>
  );
}

function SpendTable({ data }: { readonly data: SpendView }): JSX.Element {
  const total = Number(data.total.cost);
  const order = data.series.groups.map(({ name }) => name);
  return (
    <div class="scroll" role="region" aria-label="Spend" tabIndex={0}>
      <table class="spend">
        <thead>
          <tr>
            <th scope="col">{groups[data.by]}</th>
            {columns.map(([name, isWide]) => (
              <th key={name} scope="col" class={isWide ? "number wide" : "number"}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {data.rows.map((row) => (
            <SpendLine
              key={row.group}
              row={row}
              by={data.by}
              index={data.by === "day" ? undefined : order.indexOf(row.name)}
              share={total === 0 ? 0 : Number(row.cost) / total}
            />
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">Total</th>
            <Numbers row={data.total} share={total === 0 ? 0 : 1} />
          </tr>
        </tfoot>
      </table>
    </div>
  );
}

interface LineProps {
  readonly row: SpendRow;
  readonly by: SpendGroup;
  /** Of its color in the chart; undefined without one. */
  readonly index: number | undefined;
  readonly share: number;
}

function SpendLine({ row, by, index, share }: LineProps): JSX.Element {
  const name = by === "day" ? formatDate(Date.parse(`${row.group}T12:00:00Z`)) : row.name === "" ? "(none)" : row.name;
  return (
    <tr>
      <th scope="row" class="name" title={row.name}>
        {index !== undefined && <Swatch name={index === -1 ? "Other" : row.name} index={index} />}
        {by === "day" ? name : <a href={linkTo("requests", "", { [by]: row.group })}>{name}</a>}
      </th>
      <Numbers row={row} share={share} />
    </tr>
  );
}

function Numbers({ row, share }: { readonly row: SpendRow; readonly share: number }): JSX.Element {
  return (
    <>
      <td class="number">{formatCount(row.requests)}</td>
      <td class={row.errors === 0 ? "number wide muted" : "number wide"}>{formatCount(row.errors)}</td>
      <td class="number wide">{formatTokens(row.promptTokens)}</td>
      <td class="number wide muted">{formatTokens(row.cachedTokens)}</td>
      <td class="number wide">{formatTokens(row.completionTokens)}</td>
      <td class="number wide">{formatShare(share)}</td>
      <td class="number wide">
        <Change now={row.cost} before={row.previousCost} />
      </td>
      <td class="number">
        <Money usd={row.cost} />
      </td>
    </>
  );
}
