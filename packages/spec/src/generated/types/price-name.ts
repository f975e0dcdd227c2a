// Written from openapi/ by `npm run generate`. Do not edit: change the contract or packages/codegen.
/** The name of a price of a model: a decimal string of USD, per token or per unit named by the field. */
export type PriceName =
  | "prompt"
  | "completion"
  | "image"
  | "image_output"
  | "image_token"
  | "audio"
  | "audio_output"
  | "input_audio_cache"
  | "input_cache_read"
  | "input_cache_write"
  | "input_cache_write_1h"
  | "internal_reasoning"
  | "request"
  | "web_search";
