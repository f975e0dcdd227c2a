import { dayOf } from "@patchbay/engine/billing/key";
import { toGeneration, type GenerationOutcome } from "@patchbay/service/billing/generation";
import type { HeaderReader } from "@patchbay/service/http/request";
import type { GenerationContent } from "@patchbay/service/billing/generation";
import type { ServerState } from "../state/server-state.ts";

/** Stores the usage record of a request for `/generation` and adds it to `/activity`. */
export function record(
  state: ServerState,
  headers: HeaderReader,
  outcome: GenerationOutcome,
  content: GenerationContent,
): void {
  const { id, key, candidate, cost, used, listPrice } = outcome;
  const { model, endpoint, byok } = candidate;
  const createdAt = state.now();
  state.activity.add({
    day: dayOf(createdAt),
    keyHash: key.hash,
    account: key.account,
    model: model.id,
    endpoint: endpoint.tag,
    provider: endpoint.provider.name,
    workspace: key.workspaceId,
    promptTokens: used.promptTokens,
    cachedTokens: used.cachedTokens ?? 0,
    completionTokens: used.completionTokens,
    reasoningTokens: used.reasoningTokens ?? 0,
    cost,
    byokCost: byok ? listPrice : 0n,
  });
  const client = { referer: headers.get("http-referer"), userAgent: headers.get("user-agent") };
  state.generations.set(id, {
    account: key.account,
    // Built on demand, since most records are never requested.
    toGeneration: () => toGeneration(outcome, createdAt, client),
    hasContent: content.request !== undefined,
    bytes:
      2000 + 2 * ((client.referer?.length ?? 0) + (client.userAgent?.length ?? 0) + (outcome.sessionId?.length ?? 0)),
  });
  if (content.request !== undefined) state.contents.set(id, content);
}
