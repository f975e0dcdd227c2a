import type { ActivityItem } from "@patchbay/spec";
import { dayOf } from "../engine/key.ts";
import { toUsd, type NanoUsd } from "../engine/money.ts";
import type { HandlersOf } from "../handler.ts";
import { Refusal } from "../refusal.ts";
import type { GenerationRecord } from "../world.ts";

const dayMs = 86_400_000;

export const activity: HandlersOf<"activity"> = {
  "activity.list": ({ date, api_key_hash, workspace_id, group_by }, { world }) => {
    const now = world.now();
    const [first, last] = [dayOf(now - 30 * dayMs), dayOf(now - dayMs)];
    if (date !== undefined && (date < first || date > last))
      throw new Refusal(400, `Date must be one of the last 30 completed UTC days, ${first} to ${last}; it is ${date}`);
    const chosen = [...world.generations.values()].filter(
      ({ createdAt, keyHash, generation }) =>
        within(dayOf(createdAt), date ?? first, date ?? last) &&
        (api_key_hash === undefined || keyHash === api_key_hash) &&
        (workspace_id === undefined || generation.workspace_id === workspace_id),
    );
    const groups = Map.groupBy(chosen, ({ createdAt, generation }) =>
      [dayOf(createdAt), generation.model, generation.provider_name, group_by && generation.workspace_id].join(" "),
    );
    const rows = [...groups.values()].map((records) => toRow(records, group_by !== undefined));
    return { body: { data: rows.toSorted((a, b) => (a.date < b.date ? 1 : -1)) } };
  },
};

function within(day: string, from: string, to: string): boolean {
  return day >= from && day <= to;
}

function toRow(records: readonly GenerationRecord[], byWorkspace: boolean): ActivityItem {
  const { generation, createdAt } = records[0]!;
  const sum = (count: (record: GenerationRecord) => number | null): number =>
    records.reduce((total, record) => total + (count(record) ?? 0), 0);
  return {
    date: dayOf(createdAt),
    model: generation.model,
    model_permaslug: generation.model,
    endpoint_id: generation.provider_responses?.[0]?.endpoint_id ?? "",
    provider_name: generation.provider_name ?? "",
    requests: records.length,
    prompt_tokens: sum((record) => record.generation.native_tokens_prompt),
    completion_tokens: sum((record) => record.generation.native_tokens_completion),
    reasoning_tokens: sum((record) => record.generation.native_tokens_reasoning),
    usage: toUsd(records.reduce<NanoUsd>((total, { cost }) => total + cost, 0n)),
    byok_usage_inference: 0,
    ...(byWorkspace && { workspace_id: generation.workspace_id ?? "" }),
  };
}
