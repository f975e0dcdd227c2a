import type { ActivityItem } from "@patchbay/spec";
import type { ActivityRow } from "@patchbay/engine/billing/activity";
import { dayOf } from "@patchbay/engine/billing/key";
import { toUsd, type NanoUsd } from "@patchbay/engine/billing/money";
import type { OwnHandlers } from "./own-handlers.ts";
import { HttpError } from "@patchbay/service/http/http-error";

const dayMs = 86_400_000;

export const activity: OwnHandlers<"activity"> = {
  "activity.list": ({ date, api_key_hash, workspace_id, group_by }, { state, key }) => {
    const now = state.now();
    const [first, last] = [dayOf(now - 30 * dayMs), dayOf(now - dayMs)];
    if (date !== undefined && (date < first || date > last))
      throw new HttpError(400, `Date must be one of the last 30 completed UTC days, ${first} to ${last}; got ${date}`);
    const chosen = state.activity
      .rows(date ?? first, date ?? last)
      .filter(
        (row) =>
          row.account === key.account &&
          (api_key_hash === undefined || row.keyHash === api_key_hash) &&
          (workspace_id === undefined || row.workspace === workspace_id),
      );
    const groups = Map.groupBy(chosen, ({ day, model, endpoint, workspace }) =>
      [day, model, endpoint, group_by && workspace].join(" "),
    );
    const rows = [...groups.values()].map((group) => toItem(group, group_by !== undefined));
    return { body: { data: rows.toSorted((a, b) => (a.date < b.date ? 1 : -1)) } };
  },
};

function toItem(rows: readonly ActivityRow[], byWorkspace: boolean): ActivityItem {
  const { day, model, endpoint, provider, workspace } = rows[0]!;
  const sum = (count: (row: ActivityRow) => number): number => rows.reduce((total, row) => total + count(row), 0);
  const money = (amount: (row: ActivityRow) => NanoUsd): number =>
    toUsd(rows.reduce<NanoUsd>((total, row) => total + amount(row), 0n));
  return {
    date: day,
    model,
    model_permaslug: model,
    endpoint_id: endpoint,
    provider_name: provider,
    requests: sum((row) => row.requests),
    prompt_tokens: sum((row) => row.promptTokens),
    cached_tokens: sum((row) => row.cachedTokens),
    completion_tokens: sum((row) => row.completionTokens),
    reasoning_tokens: sum((row) => row.reasoningTokens),
    usage: money((row) => row.cost),
    byok_usage_inference: money((row) => row.byokCost),
    ...(byWorkspace && { workspace_id: workspace }),
  };
}
