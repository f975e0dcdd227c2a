/** What a finish reason of Gemini means. `error`: the output is unusable, another attempt can succeed. */
export type GeminiFinish = "stop" | "length" | "content_filter" | "error";

const meanings: Readonly<Record<string, GeminiFinish>> = {
  STOP: "stop",
  MAX_TOKENS: "length",
  SAFETY: "content_filter",
  RECITATION: "content_filter",
  BLOCKLIST: "content_filter",
  PROHIBITED_CONTENT: "content_filter",
  SPII: "content_filter",
  MODEL_ARMOR: "content_filter",
  IMAGE_SAFETY: "content_filter",
  IMAGE_PROHIBITED_CONTENT: "content_filter",
  IMAGE_RECITATION: "content_filter",
  LANGUAGE: "error",
  OTHER: "error",
  IMAGE_OTHER: "error",
  NO_IMAGE: "error",
  MALFORMED_FUNCTION_CALL: "error",
  MALFORMED_RESPONSE: "error",
  UNEXPECTED_TOOL_CALL: "error",
  TOO_MANY_TOOL_CALLS: "error",
  MISSING_THOUGHT_SIGNATURE: "error",
};

/**
 * The finish reason of a whole response. Gemini's `STOP` says nothing about tool calls, so `hasCalls` decides: whether any event
 * of the response had a call. An unknown reason counts as `STOP`.
 */
export function mapFinishReason(native: string, hasCalls: boolean): GeminiFinish | "tool_calls" {
  const meaning = (Object.hasOwn(meanings, native) ? meanings[native] : undefined) ?? "stop";
  return meaning === "stop" && hasCalls ? "tool_calls" : meaning;
}
