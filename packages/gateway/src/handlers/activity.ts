import { toUsd } from "@patchbay/engine/billing/money";
import { dayOf } from "@patchbay/engine/billing/key";
import { HttpError } from "@patchbay/service/http/http-error";
import type { OwnHandlers } from "./gateway-state.ts";

const dayMs = 86_400_000;

export const activity: OwnHandlers<"activity"> = {
  "activity.list": async ({ date, api_key_hash }, { state, key }) => {
    const now = state.now();
    const [first, last] = [dayOf(now - 30 * dayMs), dayOf(now - dayMs)];
    if (date !== undefined && (date < first || date > last))
      throw new HttpError(400, `Date must be one of the last 30 completed UTC days, ${first} to ${last}; got ${date}`);
    const rows = await state.store.events.summary({
      from: Date.parse(date ?? first),
      to: Date.parse(date ?? last) + dayMs,
      by: ["day", "model", "endpoint", "provider"],
      account: key.account,
      ...(api_key_hash !== undefined && { keyHash: api_key_hash }),
    });
    const items = rows.map((row) => ({
      date: row.group.day ?? "",
      model: row.group.model ?? "",
      model_permaslug: row.group.model ?? "",
      endpoint_id: row.group.endpoint ?? "",
      provider_name: row.group.provider ?? "",
      requests: row.requests,
      prompt_tokens: row.promptTokens,
      cached_tokens: row.cachedTokens,
      completion_tokens: row.completionTokens,
      reasoning_tokens: row.reasoningTokens,
      usage: toUsd(row.cost),
      byok_usage_inference: toUsd(row.byokCost),
    }));
    return { body: { data: items.toSorted((a, b) => (a.date < b.date ? 1 : -1)) } };
  },
};
