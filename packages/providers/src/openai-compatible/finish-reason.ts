/** Finish reasons of servers → those of a chat completion. */
const reasons: Readonly<Record<string, string>> = {
  stop: "stop",
  eos: "stop",
  eos_token: "stop",
  end_turn: "stop",
  stop_sequence: "stop",
  complete: "stop",
  length: "length",
  max_tokens: "length",
  model_length: "length",
  tool_calls: "tool_calls",
  tool_use: "tool_calls",
  function_call: "tool_calls",
  content_filter: "content_filter",
  safety: "content_filter",
  refusal: "content_filter",
  error: "error",
};

/**
 * The finish reason of an output. An unknown one is an ordinary end. Servers that are made to call a function, and some others, end
 * with `stop` after a tool call.
 */
export function toFinishReason(native: string, hasCalls: boolean): string {
  const known = Object.hasOwn(reasons, native.toLowerCase()) ? reasons[native.toLowerCase()]! : "stop";
  return known === "stop" && hasCalls ? "tool_calls" : known;
}
