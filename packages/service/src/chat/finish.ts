import type { Annotation, RoutingMetadata } from "@patchbay/spec";
import type { Charges } from "../ports/billing.ts";
import type { DispatchResult } from "../ports/dispatcher.ts";
import type { Posting } from "@patchbay/engine/billing/ledger";
import type { NanoUsd } from "@patchbay/engine/billing/money";
import { cacheDiscount } from "@patchbay/engine/billing/pricing";
import type { HandlerResult, KeyedContext } from "../context/handler.ts";
import { apiTypes } from "../billing/generation.ts";
import { matchesToolSchemas } from "./tool-calls.ts";
import type { CompleteAnswer, EndpointAnswer } from "./answer-from-endpoint.ts";
import { isWorthStaying, type ConversationKey } from "../messages/conversation-key.ts";
import type { DialectCall } from "../parts/dialect.ts";
import { joinParts } from "../parts/join-parts.ts";
import { toParts } from "./output-parts.ts";
import { costOfTurn, nativeReason, toEnd, toHead, usageOf, type ChatTurn, type TurnCost } from "./turn.ts";
import { stopsBilling } from "./stops-billing.ts";
import { paceOf, writeFrames } from "./write-frames.ts";

/** What is needed to end a response. */
export interface Ending<Body> {
  readonly call: DialectCall<Body>;
  readonly context: KeyedContext;
  readonly conversation: () => ConversationKey;
  readonly metadata: RoutingMetadata | undefined;
  readonly router: string | null;
  /** What the request has reserved. */
  readonly charges: Charges;
  /** The response cache, if the request enables it. */
  readonly cache: AnswerCache | undefined;
}

/** Stores a completion in the response cache, and the headers of the cache miss. */
interface AnswerCache {
  readonly headers: Readonly<Record<string, string>>;
  readonly keep: (turn: ChatTurn) => void;
}

/** Sends the output. After the last byte, settles the charge and updates statistics, caches, pins and the usage record. */
export function finish<Body>(dispatched: DispatchResult<CompleteAnswer>, ending: Ending<Body>): HandlerResult<Body> {
  const { call, context, cache, metadata } = ending;
  const { turn: made } = dispatched.value;
  const turn: ChatTurn = metadata ? { ...made, metadata } : made;
  const keeps = cache && !turn.answer.error ? cache : undefined;
  const headers = { "x-generation-id": turn.id, ...keeps?.headers };
  const whole = costOfTurn(turn, turn.answer.tokens);
  const end = toEnd(turn, usageOf(turn, whole));
  const close = (sent: number, cancelled: boolean): void => {
    const billed = cancelled && !stopsBilling(turn.candidate) ? turn.answer.tokens : sent;
    const cost = billed === turn.answer.tokens ? whole : costOfTurn(turn, billed);
    settle(turn, { billed, cancelled, ...cost }, dispatched, ending);
    // A canceled stream was not paid in full, so it is not cached.
    if (!cancelled) keeps?.keep(turn);
  };
  const head = toHead(turn);
  // The original request, before the plugins changed it.
  if (!call.request.stream) {
    const parts = joinParts(toParts(turn).map(({ part }) => part));
    close(turn.answer.tokens, false);
    return { headers, body: call.toBody(head, parts, end) };
  }
  const pace = paceOf(context.state, dispatched.timing);
  const { tokens, reasoningTokens, reasoning } = turn.answer;
  const hidden = reasoningTokens - reasoning.length;
  const body = writeFrames(toParts(turn), call.createWriter(head), { pace, end, hidden, tokens, ended: close });
  return { headers, body };
}

/** How much of an output is charged. */
interface Settled {
  /** In tokens of the common tokenizer. */
  readonly billed: number;
  readonly cancelled: boolean;
  /** Whether a usage that the provider reported is that of the whole output. Default: unless the response was canceled. */
  readonly isExact?: boolean;
}

/** Posts the charge of a response that has ended, and records it. */
export function settle(
  turn: ChatTurn,
  { billed, cancelled, isExact = !cancelled, cost, listPrice, fees, prices, used }: Settled & TurnCost,
  { value, candidate, attempts, timing, ended }: DispatchResult<EndpointAnswer>,
  { call, context, conversation, router, charges }: Ending<unknown>,
): void {
  const { state, key, headers, text, note } = context;
  const asked = call.request;
  const { answer } = turn;
  const { endpoint, model, byok } = candidate;
  const postings: Posting[] = [
    { to: byok ? "fees" : `provider:${endpoint.provider.slug}`, amount: cost - fees },
    { to: "fees", amount: fees },
  ];
  note.cost = cost;
  const isEstimated = state.settings.hasUpstream && (!isExact || !turn.reported);
  const reportedCost = toReportedCost(turn);
  void charges.settle(postings, byok ? listPrice : 0n, { candidate, isEstimated, reportedCost });
  const now = state.now();
  ended({
    good: !answer.error,
    cancelled,
    timing,
    validToolCalls: answer.toolCalls.length > 0 ? matchesToolSchemas(asked, answer) : undefined,
  });
  if (endpoint.cache && !answer.error && isWorthStaying(asked, headers, turn.prompt)) {
    state.promptCaches.commit(value.cacheScope, value.prefixes, endpoint.cache, now);
    const { id, isSession } = conversation();
    const pins = isSession || turn.cache.cachedTokens > 0;
    const saves = (turn.prices.cacheRead ?? turn.prices.prompt) < turn.prices.prompt;
    const cachedMs = value.prefixes.reduce((most, { ttl = 0 }) => Math.max(most, ttl), 0);
    if (saves && !asked.provider?.order?.length)
      state.pins.note(`${id} ${model.id}`, endpoint.tag, { now, pins, model: model.id, cachedMs });
  }
  state.billing.record(
    context,
    {
      id: turn.id,
      apiType: apiTypes[call.dialect],
      key,
      candidate,
      attempts,
      timing,
      used,
      normalized: {
        prompt: turn.prompt.tokens + turn.work.promptTokens,
        completion: billed + turn.work.completionTokens,
      },
      cost,
      listPrice,
      cacheDiscount: cacheDiscount(prices, used),
      finishReason: cancelled ? null : answer.finishReason,
      nativeFinishReason: cancelled ? null : nativeReason(turn),
      streamed: asked.stream === true,
      cancelled,
      media: {
        images: turn.prompt.images + turn.prompt.files,
        recordings: turn.prompt.recordings,
        made: answer.images.length,
      },
      search: { results: answer.annotations.filter(isCitation).length, fetches: value.fetches },
      router,
      isEstimated,
      reportedCost,
      upstreamId: turn.upstreamId,
      sessionId: asked.session_id ?? headers.get("x-session-id"),
    },
    () => ({
      request: text(),
      completion: answer.content.join("") || null,
      reasoning: answer.reasoning.join("") || null,
    }),
  );
}

/** The cost that the provider reported, rounded up to nano-USD. */
function toReportedCost({ reported }: ChatTurn): NanoUsd | undefined {
  return reported?.cost === undefined ? undefined : BigInt(Math.ceil(reported.cost * 1e9));
}

function isCitation({ type }: Annotation): boolean {
  return type === "url_citation";
}
