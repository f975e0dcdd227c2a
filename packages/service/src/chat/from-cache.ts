import type { DialectCall } from "../parts/dialect.ts";
import { joinParts } from "../parts/join-parts.ts";
import type { HandlerResult, KeyedContext } from "../context/handler.ts";
import { newGenerationId } from "../state/generation-id.ts";
import { apiTypes } from "../billing/generation.ts";
import type { CacheHit } from "../state/response-cache.ts";
import { toParts } from "./output-parts.ts";
import { noUsage, toEnd, toHead, type ChatTurn } from "./turn.ts";
import { writeFrames } from "./write-frames.ts";

/** A completion from the response cache: a new id, no tokens used, no cost. */
export function fromCache<Body>(hit: CacheHit, call: DialectCall<Body>, context: KeyedContext): HandlerResult<Body> {
  const { request: input } = call;
  const { state, key, ids, text } = context;
  const now = state.now();
  const kept = hit.value as ChatTurn;
  const turn: ChatTurn = {
    ...kept,
    id: newGenerationId(ids, now),
    created: Math.floor(now / 1000),
    metadata: undefined,
  };
  const close = (cancelled: boolean): void =>
    state.billing.record(
      context,
      {
        id: turn.id,
        apiType: apiTypes[call.dialect],
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
      () => ({ request: text(), completion: turn.answer.content.join("") || null, reasoning: null }),
    );
  const sent = { "x-generation-id": turn.id, ...hit.headers };
  const head = toHead(turn);
  const end = toEnd(turn, noUsage);
  if (!input.stream) {
    close(false);
    const parts = joinParts(toParts(turn).map(({ part }) => part));
    return { headers: sent, body: call.toBody(head, parts, end) };
  }
  const { tokens, reasoningTokens, reasoning } = turn.answer;
  return {
    headers: sent,
    body: writeFrames(toParts(turn), call.createWriter(head), {
      pace: { first: 0, gap: state.settings.tokenDelay ?? 0 },
      end,
      hidden: reasoningTokens - reasoning.length,
      tokens,
      ended: (_, cancelled) => close(cancelled),
    }),
  };
}
