import type { Generation } from "@patchbay/spec";
import type { CatalogueEndpoint, CatalogueModel } from "./engine/catalogue.ts";
import type { Key } from "./engine/key.ts";
import { toUsd, type NanoUsd } from "./engine/money.ts";
import type { GenerationRecord, World } from "./world.ts";

/** What is known of a request when it has ended. */
export interface Outcome {
  readonly id: string;
  readonly apiType: "completions" | "embeddings" | "rerank";
  readonly key: Key;
  readonly model: CatalogueModel;
  readonly endpoint: CatalogueEndpoint;
  readonly promptTokens: number;
  readonly completionTokens: number;
  readonly reasoningTokens: number;
  readonly cost: NanoUsd;
  readonly finishReason: string | null;
  readonly streamed: boolean;
  readonly cancelled: boolean;
  readonly headers: Headers;
  readonly content: Pick<GenerationRecord, "messages" | "completion" | "reasoning">;
}

/** A new id of a generation: `gen-`, Unix seconds, twenty letters. */
export function newGenerationId({ ids, now }: World): string {
  return `gen-${Math.floor(now() / 1000)}-${ids.text(20)}`;
}

/** Keeps the record of a request for `/generation` and `/activity`. */
export function record(world: World, outcome: Outcome): void {
  const { id, key, model, endpoint, cost, headers } = outcome;
  const createdAt = world.now();
  const { latency_ms: latency, throughput } = endpoint.data;
  const generation: Generation = {
    id,
    api_type: outcome.apiType,
    model: model.data.id,
    created_at: new Date(createdAt).toISOString(),
    origin: headers.get("http-referer") ?? "",
    usage: toUsd(cost),
    total_cost: toUsd(cost),
    is_byok: false,
    data_region: "global",
    streamed: outcome.streamed,
    cancelled: outcome.cancelled,
    generation_time: Math.round((outcome.completionTokens / throughput) * 1000),
    latency,
    moderation_latency: null,
    tokens_prompt: outcome.promptTokens,
    tokens_completion: outcome.completionTokens,
    native_tokens_prompt: outcome.promptTokens,
    native_tokens_completion: outcome.completionTokens,
    native_tokens_reasoning: outcome.reasoningTokens,
    native_tokens_cached: 0,
    native_tokens_completion_images: null,
    num_media_prompt: null,
    num_input_audio_prompt: null,
    num_media_completion: null,
    num_search_results: null,
    num_fetches: null,
    cache_discount: null,
    upstream_inference_cost: null,
    finish_reason: outcome.finishReason,
    native_finish_reason: outcome.finishReason,
    provider_name: endpoint.provider.name,
    upstream_id: null,
    router: null,
    preset_id: null,
    service_tier: null,
    external_user: null,
    http_referer: headers.get("http-referer"),
    user_agent: headers.get("user-agent"),
    workspace_id: key.workspaceId,
    web_search_engine: null,
    app_id: null,
    provider_responses: [
      {
        provider_name: endpoint.provider.name,
        endpoint_id: endpoint.data.tag,
        model_permaslug: model.model.canonical_slug,
        status: 200,
        latency,
        is_byok: false,
      },
    ],
  };
  world.generations.set(id, { generation, keyHash: key.hash, cost, createdAt, error: null, ...outcome.content });
}
