import { type Signal, useSignal } from "@preact/signals";
import type { JSX } from "preact";
import type { CreatedKeyView, KeyView } from "../../src/admin/views.ts";
import { change, messageOf } from "../data/api.ts";
import { Dialog, Problem } from "../parts/dialog.tsx";

interface BudgetDraft {
  readonly unit: "usd" | "requests";
  readonly window: "daily" | "weekly" | "monthly" | "total";
  readonly limit: string;
}

export interface KeyFormProps {
  /** The key to change; undefined creates one. */
  readonly item: KeyView | undefined;
  readonly onCreated: (created: CreatedKeyView) => void;
  readonly onChanged: () => void;
  readonly onClose: () => void;
}

/** Creates a key, or changes its settings. */
export function KeyForm({ item, onCreated, onChanged, onClose }: KeyFormProps): JSX.Element {
  const budgets = useSignal<readonly BudgetDraft[]>(item?.budgets ?? [{ unit: "usd", window: "monthly", limit: "" }]);
  const error = useSignal<string | undefined>(undefined);
  const isBusy = useSignal(false);
  const submit = async (form: HTMLFormElement): Promise<void> => {
    isBusy.value = true;
    try {
      const settings = readForm(new FormData(form), budgets.value);
      if (item) {
        await change("PATCH", `/keys/${encodeURIComponent(item.hash)}`, settings);
        onChanged();
      } else {
        onCreated(await change<CreatedKeyView>("POST", "/keys", settings));
      }
      onClose();
    } catch (reason) {
      error.value = messageOf(reason);
      isBusy.value = false;
    }
  };
  return (
    <Dialog title={item ? `Edit ${item.name}` : "Create key"} onClose={onClose}>
      <form
        class="form"
        onSubmit={(event) => {
          event.preventDefault();
          void submit(event.currentTarget);
        }}
      >
        <label>
          Name
          <input
            name="name"
            required
            maxLength={100}
            autofocus
            defaultValue={item?.name}
            placeholder="Production API"
          />
        </label>
        <Budgets budgets={budgets} />
        <Limits item={item} />
        <Problem text={error.value} />
        <footer>
          <button type="button" onClick={onClose}>
            Cancel
          </button>
          <button type="submit" class="primary" disabled={isBusy.value}>
            {item ? "Save" : "Create key"}
          </button>
        </footer>
      </form>
    </Dialog>
  );
}

function Budgets({ budgets }: { readonly budgets: Signal<readonly BudgetDraft[]> }): JSX.Element {
  const set = (index: number, changes: Partial<BudgetDraft>): void => {
    budgets.value = budgets.value.map((budget, at) => (at === index ? { ...budget, ...changes } : budget));
  };
  return (
    <fieldset>
      <legend>Budgets</legend>
      {budgets.value.map((budget, index) => (
        <div class="budget-row" key={index}>
          <input
            aria-label={`Limit of budget ${index + 1}`}
            inputMode="decimal"
            placeholder={budget.unit === "usd" ? "5.00" : "1000"}
            value={budget.limit}
            onInput={({ currentTarget }) => set(index, { limit: currentTarget.value })}
          />
          <select
            aria-label={`Unit of budget ${index + 1}`}
            value={budget.unit}
            onChange={({ currentTarget }) => set(index, { unit: currentTarget.value as BudgetDraft["unit"] })}
          >
            <option value="usd">USD</option>
            <option value="requests">requests</option>
          </select>
          <select
            aria-label={`Window of budget ${index + 1}`}
            value={budget.window}
            onChange={({ currentTarget }) => set(index, { window: currentTarget.value as BudgetDraft["window"] })}
          >
            <option value="daily">per day</option>
            <option value="weekly">per week</option>
            <option value="monthly">per month</option>
            <option value="total">in total</option>
          </select>
          <button
            type="button"
            class="plain"
            aria-label={`Remove budget ${index + 1}`}
            onClick={() => (budgets.value = budgets.value.filter((_, at) => at !== index))}
          >
            Remove
          </button>
        </div>
      ))}
      <button
        type="button"
        onClick={() => (budgets.value = [...budgets.value, { unit: "usd", window: "daily", limit: "" }])}
      >
        Add budget
      </button>
      <p class="muted">Empty limits are left out. A request is refused as soon as one budget cannot cover it.</p>
    </fieldset>
  );
}

function Limits({ item }: { readonly item: KeyView | undefined }): JSX.Element {
  const limit = (name: "requestsPerMinute" | "tokensPerMinute" | "concurrency", label: string): JSX.Element => (
    <label>
      {label}
      <input
        name={name}
        inputMode="numeric"
        pattern="[1-9][0-9]*"
        defaultValue={item?.limits[name]?.toString()}
        placeholder="no limit"
      />
    </label>
  );
  return (
    <>
      <fieldset class="three">
        <legend>Limits</legend>
        {limit("requestsPerMinute", "Requests per minute")}
        {limit("tokensPerMinute", "Tokens per minute")}
        {limit("concurrency", "Requests at once")}
      </fieldset>
      <label>
        Expires
        <input name="expires" type="date" defaultValue={toDate(item?.expiresAt ?? null)} />
      </label>
      <label>
        Models
        <input
          name="allowedModels"
          defaultValue={item?.allowedModels.join(", ")}
          placeholder="all, or openai/*, anthropic/*"
        />
      </label>
      <label>
        Providers
        <input
          name="allowedProviders"
          defaultValue={item?.allowedProviders.join(", ")}
          placeholder="all, or groq, vllm"
        />
      </label>
    </>
  );
}

/** The day of a time, in UTC; empty for `null`. */
const toDate = (time: number | null): string => (time === null ? "" : new Date(time).toISOString().slice(0, 10));

/** The settings in the form, for the admin API. A key expires at the end of its last day. */
function readForm(form: FormData, budgets: readonly BudgetDraft[]): object {
  const text = (name: string): string => {
    const value = form.get(name);
    return typeof value === "string" ? value.trim() : "";
  };
  const list = (name: string): string[] =>
    text(name)
      .split(/[\s,]+/)
      .filter(Boolean);
  const limits = ["requestsPerMinute", "tokensPerMinute", "concurrency"].flatMap((name) =>
    text(name) === "" ? [] : [[name, Number(text(name))] as const],
  );
  return {
    name: text("name"),
    budgets: budgets
      .filter(({ limit }) => limit.trim() !== "")
      .map(({ unit, window, limit }) => ({ unit, window, limit: limit.trim() })),
    expiresAt: text("expires") === "" ? null : Date.parse(text("expires")) + 86_399_999,
    limits: Object.fromEntries(limits),
    allowedModels: list("allowedModels"),
    allowedProviders: list("allowedProviders"),
  };
}
