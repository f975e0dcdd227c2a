// Written from openapi/ by `npm run generate`. Do not edit: change the contract or packages/codegen.
import type { ModelArchitecture, ParameterName, Pricing } from "./models.ts";

/**
 * One model as served by one provider.
 */
export type Endpoint = {
  /**
   * Provider and model, such as `DeepInfra | meta-llama/llama-3.3-70b-instruct`.
   */
  name: string;
  /**
   * Slug of the model.
   */
  model_id: string;
  /**
   * Display name of the model.
   */
  model_name: string;
  /**
   * Display name of the provider.
   */
  provider_name: string;
  /**
   * Slug for `provider.order`, `provider.only` and `provider.ignore`, such as `deepinfra/turbo`.
   */
  tag: string;
  /**
   * Context length: total tokens of prompt and completion.
   */
  context_length: number;
  /**
   * Maximum number of completion tokens.
   */
  max_completion_tokens: number | null;
  /**
   * Maximum number of prompt tokens.
   */
  max_prompt_tokens: number | null;
  /**
   * Prices of the endpoint.
   */
  pricing: Pricing;
  /**
   * Quantization of the weights.
   * - `int4`: 4-bit integers.
   * - `int8`: 8-bit integers.
   * - `fp4`: 4-bit floats.
   * - `mxfp4`: 4-bit floats with shared scales (MX).
   * - `nvfp4`: 4-bit floats with shared scales (NVIDIA).
   * - `fp6`: 6-bit floats.
   * - `fp8`: 8-bit floats.
   * - `mxfp8`: 8-bit floats with shared scales (MX).
   * - `fp16`: 16-bit floats.
   * - `bf16`: 16-bit brain floats (bfloat16).
   * - `fp32`: 32-bit floats.
   * - `unknown`: Not specified by the provider.
   */
  quantization:
    | "int4"
    | "int8"
    | "fp4"
    | "mxfp4"
    | "nvfp4"
    | "fp6"
    | "fp8"
    | "mxfp8"
    | "fp16"
    | "bf16"
    | "fp32"
    | "unknown"
    | (string & {})
    | null;
  /**
   * Health of the endpoint: 0 is healthy; negative values are degraded or disabled.
   * - `0`: Healthy.
   * - `-1`: Degraded, level 1.
   * - `-2`: Degraded, level 2.
   * - `-3`: Degraded, level 3.
   * - `-5`: Degraded, level 4.
   * - `-10`: Disabled.
   */
  status?: 0 | -1 | -2 | -3 | -5 | -10 | (number & {});
  /**
   * Success rate of the last 5 minutes, in percent. Rate-limited requests are not counted.
   */
  uptime_last_5m: number | null;
  /**
   * Success rate of the last 30 minutes, in percent. Rate-limited requests are not counted.
   */
  uptime_last_30m: number | null;
  /**
   * Success rate of the last day, in percent. Rate-limited requests are not counted.
   */
  uptime_last_1d: number | null;
  /**
   * Time to first token in the last 30 minutes, in milliseconds. Null without an API key.
   */
  latency_last_30m: Percentiles | null;
  /**
   * Throughput of the last 30 minutes, in tokens per second. Null without an API key.
   */
  throughput_last_30m: Percentiles | null;
  /**
   * Map of workload (`text_generation`, `embeddings`, …) to its performance in the last 30 minutes.
   */
  perf_last_30m_by_workload?: {
    [key: string]: WorkloadPerformance;
  };
  /**
   * Whether the endpoint caches prompts automatically, without `cache_control`.
   */
  supports_implicit_caching: boolean;
  /**
   * Whether the endpoint supports voice cloning.
   */
  supports_voice_cloning?: boolean;
  /**
   * Whether the endpoint labels the speakers of a transcript.
   */
  supports_diarization?: boolean;
  /**
   * Whether the endpoint accepts an image that describes the voice.
   */
  supports_image_reference?: boolean;
  /**
   * Whether the endpoint accepts several recordings of a voice.
   */
  supports_multiple_audio_references?: boolean;
  /**
   * The service tier of the endpoint, such as `priority`; null for the standard tier.
   */
  service_tier?: string | null;
  /**
   * Server tool (`openrouter:…`) → the provider's own tool to which it is translated.
   */
  native_tools?: {
    [key: string]: {
      [key: string]: unknown;
    };
  };
  /**
   * Parameters that the endpoint supports.
   */
  supported_parameters: Array<ParameterName>;
  /**
   * Values of `tool_choice` that the endpoint supports.
   */
  supports_tool_choice: SupportedToolChoice;
};

/**
 * A list of endpoints.
 */
export type EndpointList = {
  /**
   * The endpoints.
   */
  data: Array<Endpoint>;
};

/**
 * A model and the endpoints that serve it.
 */
export type ModelEndpoints = {
  /**
   * The model.
   */
  data: ServedModel;
};

/**
 * A metric by percentile.
 */
export type Percentiles = {
  /**
   * 50th percentile (median).
   */
  p50: number;
  /**
   * 75th percentile.
   */
  p75: number;
  /**
   * 90th percentile.
   */
  p90: number;
  /**
   * 99th percentile.
   */
  p99: number;
};

/**
 * A model and the endpoints that serve it.
 */
export type ServedModel = {
  /**
   * Slug of the model.
   */
  id: string;
  /**
   * Display name.
   */
  name: string;
  /**
   * Time at which the model was added, in Unix seconds.
   */
  created: number;
  /**
   * Summary of the model's strengths.
   */
  description: string;
  /**
   * Input and output modalities.
   */
  architecture: ModelArchitecture;
  /**
   * The endpoints.
   */
  endpoints: Array<Endpoint>;
};

/**
 * Values of `tool_choice` that an endpoint supports.
 */
export type SupportedToolChoice = {
  /**
   * `auto`.
   */
  auto: boolean;
  /**
   * `none`.
   */
  none: boolean;
  /**
   * `required`.
   */
  required: boolean;
  /**
   * A specific function.
   */
  function: boolean;
};

/**
 * Performance for one kind of workload.
 */
export type WorkloadPerformance = {
  /**
   * Time to first token, in milliseconds.
   */
  latency?: Percentiles | null;
  /**
   * Throughput, in tokens per second.
   */
  throughput?: Percentiles | null;
  /**
   * Number of measured requests.
   */
  request_count?: number | null;
};
