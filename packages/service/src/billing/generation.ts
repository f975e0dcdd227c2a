import type { Generation } from "@patchbay/spec";
import { toProviderResponses, type EndpointAttempt } from "@patchbay/engine/routing/endpoint-attempt";
import type { RequestKey } from "../ports/request-key.ts";
import { toUsd, type NanoUsd } from "@patchbay/engine/billing/money";
import type { Quantities } from "@patchbay/engine/billing/pricing";
import type { Timing } from "@patchbay/engine/health/provider-state";
import type { Candidate } from "@patchbay/engine/routing/routing";

/** The data of a completed request. */
export interface GenerationOutcome {
  readonly id: string;
  readonly apiType: "completions" | "responses" | "messages" | "embeddings" | "rerank";
  readonly key: RequestKey;
  readonly candidate: Candidate;
  readonly attempts: readonly EndpointAttempt[];
  readonly timing: Timing;
  /** In native tokens. */
  readonly used: Quantities;
  /** In tokens of the common tokenizer. */
  readonly normalized: { readonly prompt: number; readonly completion: number };
  readonly cost: NanoUsd;
  readonly listPrice: NanoUsd;
  readonly cacheDiscount: NanoUsd | undefined;
  readonly finishReason: string | null;
  readonly nativeFinishReason: string | null;
  readonly streamed: boolean;
  readonly cancelled: boolean;
  readonly media?: { readonly images: number; readonly recordings: number; readonly made: number };
  readonly search?: { readonly results: number; readonly fetches: number };
  readonly router?: string | null;
  readonly sessionId?: string | null;
  readonly cacheSourceId?: string;
  /** Whether the tokens were counted because a real upstream reported none. */
  readonly isEstimated?: boolean;
  /** What the provider reported as its own cost. */
  readonly reportedCost?: NanoUsd | undefined;
  /** The provider's id of its response. */
  readonly upstreamId?: string | undefined;
}

/** The usage record of a past request. */
export interface GenerationRecord {
  readonly toGeneration: () => Generation;
  /** Name of the account. */
  readonly account: string;
  /** Whether the request was a chat completion. Its content can already be evicted. */
  readonly hasContent: boolean;
  /** About how many bytes it takes in memory. */
  readonly bytes: number;
}

/** The prompt and response of a generation. */
export interface GenerationContent {
  /** The request body of a chat completion. */
  readonly request: string | undefined;
  readonly completion: string | null;
  readonly reasoning: string | null;
}

/** Dialect → `api_type` of a generation. */
export const apiTypes = { chat: "completions", responses: "responses", messages: "messages" } as const;

/** What the record shows of the client. */
export interface ClientHeaders {
  readonly referer: string | null;
  readonly userAgent: string | null;
}

/** The usage record of a request, as `/generation` returns it. */
export function toGeneration(
  outcome: GenerationOutcome,
  createdAt: number,
  { referer, userAgent }: ClientHeaders,
): Generation {
  const { id, key, candidate, cost, used, timing, listPrice } = outcome;
  const { model, endpoint, byok } = candidate;
  return {
    id,
    api_type: outcome.apiType,
    model: model.id,
    created_at: new Date(createdAt).toISOString(),
    origin: referer ?? "",
    usage: toUsd(cost),
    total_cost: toUsd(cost),
    is_byok: byok,
    data_region: "global",
    streamed: outcome.streamed,
    cancelled: outcome.cancelled,
    generation_time: Math.round((used.completionTokens / timing.throughput) * 1000),
    latency: timing.latency,
    moderation_latency: null,
    tokens_prompt: outcome.normalized.prompt,
    tokens_completion: outcome.normalized.completion,
    native_tokens_prompt: used.promptTokens,
    native_tokens_completion: used.completionTokens,
    native_tokens_reasoning: used.reasoningTokens ?? 0,
    native_tokens_cached: used.cachedTokens ?? 0,
    native_tokens_completion_images: used.imageOutputTokens || null,
    num_media_prompt: outcome.media?.images || null,
    num_input_audio_prompt: outcome.media?.recordings || null,
    num_media_completion: outcome.media?.made || null,
    num_search_results: outcome.search?.results || null,
    num_fetches: outcome.search?.fetches || null,
    cache_discount: outcome.cacheDiscount === undefined ? null : toUsd(outcome.cacheDiscount),
    upstream_inference_cost: byok ? toUsd(listPrice) : null,
    finish_reason: outcome.finishReason,
    native_finish_reason: outcome.nativeFinishReason,
    provider_name: endpoint.provider.name,
    upstream_id: outcome.upstreamId ?? null,
    router: outcome.router ?? null,
    preset_id: null,
    service_tier: endpoint.tier,
    external_user: key.externalUser,
    http_referer: referer,
    user_agent: userAgent,
    workspace_id: key.workspaceId,
    web_search_engine: null,
    app_id: null,
    session_id: outcome.sessionId ?? null,
    ...(outcome.cacheSourceId && { response_cache_source_id: outcome.cacheSourceId }),
    ...(outcome.isEstimated && { usage_estimated: true }),
    provider_responses: toProviderResponses(outcome.attempts),
  };
}
