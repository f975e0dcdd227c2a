// Written from openapi/ by `npm run generate`. Do not edit: change the contract or packages/codegen.
import type { ModelArchitecture, ParameterName, Pricing } from "./models.ts";

/**
 * One provider's offer of one model.
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
   * The slug that `provider.order` and its like use, such as `deepinfra/turbo`.
   */
  tag: string;
  /**
   * Tokens of prompt and answer together.
   */
  context_length: number;
  /**
   * The longest answer in tokens.
   */
  max_completion_tokens: number | null;
  /**
   * The longest prompt in tokens.
   */
  max_prompt_tokens: number | null;
  /**
   * Its prices.
   */
  pricing: Pricing;
  /**
   * Precision of the weights.
   * - `int4`: 4-bit integers.
   * - `int8`: 8-bit integers.
   * - `fp4`: 4-bit floats.
   * - `mxfp4`: 4-bit floats with shared scales (MX).
   * - `nvfp4`: 4-bit floats with shared scales (NVIDIA).
   * - `fp6`: 6-bit floats.
   * - `fp8`: 8-bit floats.
   * - `mxfp8`: 8-bit floats with shared scales (MX).
   * - `fp16`: 16-bit floats.
   * - `bf16`: 16-bit brain floats.
   * - `fp32`: 32-bit floats.
   * - `unknown`: Not told by the provider.
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
   * How it is: 0 is normal, below that it is degraded or off.
   * - `0`: Normal.
   * - `-1`: A first grade of trouble.
   * - `-2`: A second grade of trouble.
   * - `-3`: A third grade of trouble.
   * - `-5`: A fourth grade of trouble.
   * - `-10`: Off.
   */
  status?: 0 | -1 | -2 | -3 | -5 | -10 | (number & {});
  /**
   * Share of good answers in five minutes, in percent; rate-limited calls are not counted.
   */
  uptime_last_5m: number | null;
  /**
   * The same in thirty minutes.
   */
  uptime_last_30m: number | null;
  /**
   * The same in a day.
   */
  uptime_last_1d: number | null;
  /**
   * Milliseconds to the first token; null without a key.
   */
  latency_last_30m: Percentiles | null;
  /**
   * Tokens a second; null without a key.
   */
  throughput_last_30m: Percentiles | null;
  /**
   * Kind of work (`text_generation`, `embeddings`, …) → performance in thirty minutes.
   */
  perf_last_30m_by_workload?: {
    [key: string]: WorkloadPerformance;
  };
  /**
   * Whether prompts are cached without being asked.
   */
  supports_implicit_caching: boolean;
  /**
   * Whether it can speak in a given voice.
   */
  supports_voice_cloning?: boolean;
  /**
   * Parameters that it supports.
   */
  supported_parameters: Array<ParameterName>;
  /**
   * Forms of `tool_choice` that it supports.
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
 * A measure by percentile.
 */
export type Percentiles = {
  /**
   * Half of the requests.
   */
  p50: number;
  /**
   * 75 % of the requests.
   */
  p75: number;
  /**
   * 90 % of the requests.
   */
  p90: number;
  /**
   * 99 % of the requests.
   */
  p99: number;
};

/**
 * A model and the endpoints that serve it.
 */
export type ServedModel = {
  /**
   * Its slug.
   */
  id: string;
  /**
   * Display name.
   */
  name: string;
  /**
   * When it was added, in Unix seconds.
   */
  created: number;
  /**
   * What it is good at.
   */
  description: string;
  /**
   * What goes in and comes out.
   */
  architecture: ModelArchitecture;
  /**
   * The endpoints.
   */
  endpoints: Array<Endpoint>;
};

/**
 * Forms of `tool_choice` that an endpoint supports.
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
   * One function by name.
   */
  function: boolean;
};

/**
 * Performance at one kind of work.
 */
export type WorkloadPerformance = {
  /**
   * Milliseconds to the first token.
   */
  latency?: Percentiles | null;
  /**
   * Tokens a second.
   */
  throughput?: Percentiles | null;
  /**
   * How many requests were measured.
   */
  request_count?: number | null;
};
