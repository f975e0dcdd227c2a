import type { ChatCompletion, ChatCompletionRequest } from "@patchbay/spec";
import type { HandlerResult, KeyedContext } from "../context/handler.ts";
import { newGenerationId } from "../state/generation-id.ts";
import { record } from "../billing/record-generation.ts";
import type { CacheHit } from "../state/response-cache.ts";
import { toEvents } from "./events.ts";
import { toCompletion } from "./completion.ts";
import { noUsage, type ChatTurn } from "./turn.ts";

/** A completion from the response cache: a new id, no tokens used, no cost. */
export function fromCache(
  hit: CacheHit,
  input: ChatCompletionRequest,
  { state, key, headers, ids, text }: KeyedContext,
): HandlerResult<ChatCompletion> {
  const now = state.now();
  const kept = hit.value as ChatTurn;
  const turn: ChatTurn = {
    ...kept,
    id: newGenerationId(ids, now),
    created: Math.floor(now / 1000),
    metadata: undefined,
  };
  const close = (cancelled: boolean): void =>
    record(
      state,
      headers,
      {
        id: turn.id,
        apiType: "completions",
        key,
        candidate: turn.candidate,
        attempts: [],
        timing: { latency: 0, throughput: turn.candidate.endpoint.throughput },
        used: { promptTokens: 0, completionTokens: 0 },
        normalized: { prompt: 0, completion: 0 },
        cost: 0n,
        listPrice: 0n,
        cacheDiscount: undefined,
        finishReason: turn.answer.finishReason,
        nativeFinishReason: turn.answer.finishReason,
        streamed: input.stream === true,
        cancelled,
        cacheSourceId: kept.id,
      },
      { request: text, completion: turn.answer.content.join("") || null, reasoning: null },
    );
  const sent = { "x-generation-id": turn.id, ...hit.headers };
  if (!input.stream) {
    close(false);
    return { headers: sent, body: toCompletion(turn, noUsage) };
  }
  const pace = { first: 0, gap: state.settings.tokenDelay ?? 0 };
  return { headers: sent, body: toEvents(turn, { pace, usage: noUsage, ended: (_, cancelled) => close(cancelled) }) };
}
