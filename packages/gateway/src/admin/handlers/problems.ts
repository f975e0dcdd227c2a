import type { LedgerCheck } from "../../ports/ledger.ts";
import type { AdminData } from "../admin-data.ts";
import type { SharedData } from "../shared-data.ts";
import { toUsd } from "../amounts.ts";
import type { EndpointView, OverviewView, ProblemView } from "../views.ts";
import { allEndpoints } from "./endpoints.ts";
import { toBudgetView } from "./key-view.ts";
import { day, minute } from "./periods.ts";

/** Share of the cost by which the provider's own cost may differ. */
const driftShare = 0.01;
/** Share of a budget from which on it is a warning. */
const budgetShare = 0.9;

export interface Findings {
  /** Errors before warnings. */
  readonly problems: readonly ProblemView[];
  readonly check: OverviewView["ledger"];
}

/** What needs the administrator's attention now. */
export async function findProblems(data: SharedData, now: number): Promise<Findings> {
  const [check, drift, budgets] = await Promise.all([
    data.checkLedger(),
    driftProblems(data, now),
    budgetProblems(data, now),
  ]);
  const endpoints = allEndpoints(data, now);
  const problems = [
    ...(check ? ledgerProblems(check) : []),
    ...endpoints.flatMap((endpoint) => endpointProblem(endpoint, now) ?? []),
    ...drift,
    ...budgets,
    ...unpricedProblem(endpoints),
  ];
  return {
    problems: problems.toSorted((a, b) => rank(a) - rank(b)),
    check: check ? { ...check, problems: check.problems.length } : null,
  };
}

const rank = ({ severity }: ProblemView): number => (severity === "error" ? 0 : 1);

function ledgerProblems({ problems }: LedgerCheck): ProblemView[] {
  if (problems.length === 0) return [];
  const title = `The ledger check found ${problems.length} ${problems.length === 1 ? "problem" : "problems"}`;
  return [{ severity: "error", title, detail: problems.slice(0, 3).join("; "), page: "spend" }];
}

function endpointProblem(endpoint: EndpointView, now: number): ProblemView | undefined {
  const name = `${endpoint.model} at ${endpoint.provider}`;
  if (!endpoint.enabled)
    return { severity: "warning", title: `${name} is switched off`, detail: "It gets no requests.", page: "providers" };
  const uptime = endpoint.uptime === null ? "" : ` Uptime ${(endpoint.uptime * 100).toFixed(1)} %.`;
  if (endpoint.breaker === "open")
    return { severity: "error", title: `${name} is down`, detail: `The breaker is open.${uptime}`, page: "providers" };
  if (endpoint.breaker === "half-open")
    return {
      severity: "warning",
      title: `${name} is recovering`,
      detail: `The breaker lets one request through at a time.${uptime}`,
      page: "providers",
    };
  if (endpoint.limitedUntil !== null) {
    const seconds = Math.ceil((endpoint.limitedUntil - now) / 1000);
    const detail = `The provider's rate limit. Next request in ${seconds} s.`;
    return { severity: "warning", title: `${name} is rate limited`, detail, page: "providers" };
  }
  return undefined;
}

async function driftProblems(data: AdminData, now: number): Promise<ProblemView[]> {
  const to = Math.ceil((now + 1) / minute) * minute;
  const rows = await data.events.summary({ from: to - day, to, by: ["provider"] });
  return rows.flatMap(({ group, reportedCost, comparedCost }): ProblemView[] => {
    const difference = reportedCost - comparedCost;
    const share = Number(difference) / Math.max(1, Number(comparedCost));
    if (Math.abs(share) <= driftShare) return [];
    const percent = `${Math.abs(share * 100).toFixed(1)} % ${share > 0 ? "more" : "less"}`;
    return [
      {
        severity: "warning",
        title: `${group.provider} charges ${percent} than its configured price`,
        detail: `Reported $${toUsd(reportedCost)}, computed $${toUsd(comparedCost)} in 24 hours. Check the price in the configuration.`,
        page: "models",
      },
    ];
  });
}

async function budgetProblems(data: AdminData, now: number): Promise<ProblemView[]> {
  const keys = (await data.keys.list()).filter(({ disabled }) => !disabled);
  const states = await data.ledger.budgetsOf(
    keys.flatMap((key) => data.keys.budgetsOf(key)),
    now,
  );
  const byId = new Map(states.map((state) => [state.budget.id, toBudgetView(state)]));
  return keys.flatMap((key) =>
    data.keys.budgetsOf(key).flatMap(({ id }): ProblemView[] => {
      const budget = byId.get(id);
      if (!budget || budget.used < budgetShare) return [];
      const limit = budget.unit === "usd" ? `$${budget.limit}` : `${budget.limit} requests`;
      return [
        {
          severity: budget.used >= 1 ? "error" : "warning",
          title: `${key.name} has used ${Math.round(budget.used * 100)} % of its ${budget.window} budget`,
          detail: `The budget is ${limit}. Requests beyond it are refused.`,
          page: "keys",
        },
      ];
    }),
  );
}

function unpricedProblem(endpoints: readonly EndpointView[]): ProblemView[] {
  const unpriced = endpoints.filter(({ prices }) => prices === null);
  if (unpriced.length === 0) return [];
  const names = [...new Set(unpriced.map(({ model }) => model))].slice(0, 3).join(", ");
  return [
    {
      severity: "warning",
      title: `${unpriced.length} ${unpriced.length === 1 ? "endpoint has" : "endpoints have"} no price`,
      detail: `${names}: requests are recorded without a cost. Add a price to the configuration.`,
      page: "models",
    },
  ];
}
