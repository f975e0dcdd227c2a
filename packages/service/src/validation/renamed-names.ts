import { getOwn } from "@patchbay/engine/data/get-own";

/** Former name of an option, a field or a value → its current name. Remove before 1.0. */
const renamed: Readonly<Record<string, string>> = {
  // Options.
  answers: "defaultReply",
  catalogue: "catalog",
  tokenGap: "tokenDelay",
  ownKeys: "byokKeys",
  ownKeyAllowance: "byokMonthlyAllowance",
  fallback: "fallbackOnly",
  always: "exclusive",
  pace: "preserveTiming",
  schema: "tool_calls",
  // Fields of rules. `when` is still read as `match`.
  chance: "probability",
  lastUser: "userMessage",
  key: "apiKey",
  where: "predicate",
  retryAfter: "retryAfterMs",
  // Faults.
  refused: "connection_refused",
  reset: "connection_reset",
  cut: "truncated",
  comments: "keep_alive_comments",
  "error-chunk": "mid_stream_error",
  "error-in-200": "error_in_200",
  malformed: "malformed_json",
  "no-done": "missing_done",
  "content-type": "wrong_content_type",
  whitespace: "leading_whitespace",
  twice: "duplicate",
  "finish-reason": "finish_reason",
  arguments: "invalid_tool_arguments",
  huge: "oversized_event",
  // Provider states.
  "rate-limited": "rate_limited",
  "broken-tools": "invalid_tool_calls",
  // Command-line flags.
  "--answers": "--default-reply",
  "--catalogue": "--catalog",
  "--token-gap": "--token-delay",
};

/** The current name for a former name; `undefined` when `allowed` does not include it. */
export function findRenamed(name: unknown, allowed?: readonly string[]): string | undefined {
  const found = typeof name === "string" ? getOwn(renamed, name) : undefined;
  return found !== undefined && (allowed?.includes(found) ?? true) ? found : undefined;
}
