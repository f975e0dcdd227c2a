/** What a finish reason of Cohere means. `error` and `timeout`: the output is incomplete. */
export type CohereFinish = "stop" | "length" | "tool_calls" | "content_filter" | "error" | "timeout";

const meanings: Readonly<Record<string, CohereFinish>> = {
  COMPLETE: "stop",
  STOP_SEQUENCE: "stop",
  MAX_TOKENS: "length",
  TOOL_CALL: "tool_calls",
  ERROR_TOXIC: "content_filter",
  ERROR_LIMIT: "length",
  ERROR: "error",
  USER_CANCEL: "error",
  TIMEOUT: "timeout",
};

/** The finish reason of a response. An unknown one counts as `COMPLETE`. */
export function mapCohereFinish(native: string, hasCalls: boolean): CohereFinish {
  const meaning = (Object.hasOwn(meanings, native) ? meanings[native] : undefined) ?? "stop";
  return meaning === "stop" && hasCalls ? "tool_calls" : meaning;
}
