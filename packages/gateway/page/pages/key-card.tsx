import type { JSX } from "preact";
import type { BudgetView, KeyView } from "../../src/admin/views.ts";
import { formatCount, formatDate, formatUntil, formatUsd } from "../data/format.ts";
import { linkTo } from "../data/route.ts";
import { Money, Pill, type Tone } from "../parts/basics.tsx";
import type { KeyAction } from "./key-actions.tsx";

const states = {
  active: ["good", "Active"],
  disabled: ["off", "Disabled"],
  expired: ["bad", "Expired"],
  rotated: ["warn", "Rotated"],
} as const satisfies Record<KeyView["state"], readonly [Tone, string]>;

export interface KeyCardProps {
  readonly item: KeyView;
  readonly onEdit: () => void;
  readonly onAction: (action: KeyAction) => void;
}

/** A key in the list. */
export function KeyCard({ item, onEdit, onAction }: KeyCardProps): JSX.Element {
  const [tone, state] = states[item.state];
  return (
    <li class="key" data-hash={item.hash}>
      <div class="key-name">
        <h2>{item.name}</h2>
        <p class="muted">
          <code>{item.label}</code>
        </p>
        <p>
          <Pill tone={tone}>{state}</Pill>
          {item.isManagement && <span class="tag">management</span>}
        </p>
        <p class="muted">{describe(item)}</p>
      </div>
      <div class="key-budgets">
        {item.budgets.length === 0 && <p class="muted">No budget</p>}
        {item.budgets.map((budget) => (
          <BudgetBar key={`${budget.unit} ${budget.window}`} budget={budget} />
        ))}
      </div>
      <div class="key-use">
        <Money usd={item.cost} />
        <a class="muted" href={linkTo("requests", "", { key: item.hash })}>
          {formatCount(item.requests)} requests
        </a>
        <span class="muted">in 30 days</span>
      </div>
      <div class="key-actions" role="group" aria-label={`Actions for ${item.name}`}>
        <button type="button" onClick={onEdit}>
          Edit
        </button>
        <button type="button" onClick={() => onAction(item.state === "disabled" ? "enable" : "disable")}>
          {item.state === "disabled" ? "Enable" : "Disable"}
        </button>
        <button type="button" onClick={() => onAction("rotate")}>
          Rotate
        </button>
        <button type="button" class="danger" onClick={() => onAction("revoke")}>
          Revoke
        </button>
      </div>
    </li>
  );
}

/** Limits and allow-lists in a line. */
function describe({ limits, allowedModels, allowedProviders, createdAt, expiresAt }: KeyView): string {
  return [
    `Created ${formatDate(createdAt)}`,
    expiresAt === null ? undefined : `expires ${formatDate(expiresAt)}`,
    limits.requestsPerMinute === undefined ? undefined : `${formatCount(limits.requestsPerMinute)} requests/min`,
    limits.tokensPerMinute === undefined ? undefined : `${formatCount(limits.tokensPerMinute)} tokens/min`,
    limits.concurrency === undefined ? undefined : `${formatCount(limits.concurrency)} at once`,
    allowedModels.length === 0 ? undefined : `models ${allowedModels.join(", ")}`,
    allowedProviders.length === 0 ? undefined : `providers ${allowedProviders.join(", ")}`,
  ]
    .filter((part) => part !== undefined)
    .join(" · ");
}

const windows = { daily: "Day", weekly: "Week", monthly: "Month", total: "Total" } as const;

function BudgetBar({ budget }: { readonly budget: BudgetView }): JSX.Element {
  const { unit, window, limit, spent, pending, used, resetsAt } = budget;
  const format = (amount: string): string => (unit === "usd" ? formatUsd(amount) : formatCount(Number(amount)));
  const tone = used >= 1 ? "bad" : used >= 0.8 ? "warn" : "good";
  const share = Number(limit) === 0 ? 100 : Math.min(100, (Number(spent) / Number(limit)) * 100);
  const reserved = Number(limit) === 0 ? 0 : Math.min(100 - share, (Number(pending) / Number(limit)) * 100);
  return (
    <div class="budget">
      <div class="budget-head">
        <span>{windows[window]}</span>
        <span class="number">
          <b>{format(spent)}</b> of {format(limit)}
          {unit === "requests" && " requests"}
        </span>
      </div>
      <div
        class={`meter ${tone}`}
        role="meter"
        aria-label={`${windows[window]} budget in ${unit === "usd" ? "USD" : "requests"}`}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={Math.min(100, Math.round(used * 100))}
        aria-valuetext={`${format(spent)} of ${format(limit)}`}
      >
        <span style={{ width: `${share}%` }} />
        <span class="pending" style={{ width: `${reserved}%` }} />
      </div>
      <p class="muted">
        {Math.round(used * 100)} % used{resetsAt === null ? ", never resets" : `, resets ${formatUntil(resetsAt)}`}
      </p>
    </div>
  );
}
