import type { ComponentChildren, JSX } from "preact";
import type { OverviewView, ProblemView, SpendRow } from "../../src/admin/views.ts";
import { useLive } from "../data/live.ts";
import { formatAgo, formatChange, formatCount, formatMs, formatShare, formatUsd } from "../data/format.ts";
import { linkTo } from "../data/route.ts";
import { Card, Money, Waiting } from "../parts/basics.tsx";
import { StackedBars } from "../parts/chart.tsx";
import { FirstRequest } from "../parts/first-request.tsx";
import { RequestTable } from "../parts/request-table.tsx";

/** The first page: today, the last minutes, and what needs attention. */
export function OverviewPage(): JSX.Element {
  const { view, error } = useLive<OverviewView>("/overview", 2500);
  const data = view.value;
  return (
    <>
      <header class="page">
        <h1>Overview</h1>
        <span class="live">Live</span>
      </header>
      {data === undefined ? <Waiting error={error.value} /> : <Overview data={data} />}
    </>
  );
}

function Overview({ data }: { readonly data: OverviewView }): JSX.Element {
  return (
    <>
      <Stats data={data} />
      {data.latest.length === 0 ? (
        <FirstRequest />
      ) : (
        <Card
          title={
            <>
              Spend, last 24 hours <span class="muted">by model, UTC</span>
            </>
          }
          actions={<a href={linkTo("spend")}>All spend</a>}
        >
          <StackedBars series={data.hours} unit="hour" label="Spend of each of the last 24 hours, by model" />
        </Card>
      )}
      <div class="columns">
        <Problems data={data} />
        <TopModels rows={data.topModels} total={data.today.cost} />
      </div>
      {data.latest.length > 0 && (
        <Card title="Latest requests" actions={<a href={linkTo("requests")}>All requests</a>}>
          <RequestTable rows={data.latest} label="Latest requests" />
        </Card>
      )}
    </>
  );
}

function Stats({ data: { today, yesterday, recent } }: { readonly data: OverviewView }): JSX.Element {
  const change = formatChange(today.cost, yesterday.cost);
  const errors = recent.errorRate ?? 0;
  return (
    <dl class="stats">
      <Stat label="Spend today" value={formatUsd(today.cost)} title={`$${today.cost}`}>
        {change === undefined ? "since midnight UTC" : `${change} against yesterday`}
      </Stat>
      <Stat label="Requests per minute" value={recent.requestsPerMinute.toFixed(recent.requestsPerMinute < 10 ? 1 : 0)}>
        {formatCount(today.requests)} today
      </Stat>
      <Stat label="Error rate" value={formatShare(recent.errorRate)} tone={errors > 0.05 ? "bad" : undefined}>
        {formatCount(today.errors)} failed today
      </Stat>
      <Stat label="First token, p50" value={formatMs(recent.firstTokenP50Ms)}>
        p99 {formatMs(recent.firstTokenP99Ms)}
      </Stat>
    </dl>
  );
}

interface StatProps {
  readonly label: string;
  readonly value: string;
  readonly title?: string;
  readonly tone?: "bad" | undefined;
  readonly children: ComponentChildren;
}

function Stat({ label, value, title, tone, children }: StatProps): JSX.Element {
  return (
    <div class="card stat">
      <dt>{label}</dt>
      <dd class={tone} title={title}>
        {value}
      </dd>
      <dd class="muted">{children}</dd>
    </div>
  );
}

function Problems({ data: { problems, ledger } }: { readonly data: OverviewView }): JSX.Element {
  return (
    <Card title={problems.length === 0 ? "No problems" : "Problems"} class="problems">
      <ul>
        {problems.map((problem) => (
          <ProblemItem key={problem.title} problem={problem} />
        ))}
        {ledger?.problems === 0 && (
          <li>
            <span class="mark good" aria-hidden="true" />
            <div>
              The ledger balances
              <p class="muted">
                {formatCount(ledger.entries)} entries, {formatCount(ledger.openHolds)} open holds, checked{" "}
                {formatAgo(ledger.checkedAt)}
              </p>
            </div>
          </li>
        )}
      </ul>
    </Card>
  );
}

function ProblemItem({ problem: { severity, title, detail, page } }: { readonly problem: ProblemView }): JSX.Element {
  return (
    <li>
      <span class={`mark ${severity === "error" ? "bad" : "warn"}`} role="img" aria-label={severity} />
      <div>
        <a href={linkTo(page)}>{title}</a>
        <p class="muted">{detail}</p>
      </div>
    </li>
  );
}

function TopModels({ rows, total }: { readonly rows: readonly SpendRow[]; readonly total: string }): JSX.Element {
  return (
    <Card title="Top models today">
      {rows.length === 0 ? (
        <p class="muted">No spending since midnight UTC.</p>
      ) : (
        <table class="bars">
          <thead class="hidden">
            <tr>
              <th scope="col">Model</th>
              <th scope="col">Cost</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.group}>
                <th scope="row">
                  <a href={linkTo("requests", "", { model: row.group })}>{row.name}</a>
                  <span class="track" aria-hidden="true">
                    <span style={{ width: `${(Number(row.cost) / Math.max(1e-12, Number(total))) * 100}%` }} />
                  </span>
                </th>
                <td>
                  <Money usd={row.cost} />
                  <span class="muted">{formatCount(row.requests)} requests</span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Card>
  );
}
