import type { UnifiedRequest } from "../unified.ts";

/** What a request asks of the model's reasoning. */
export interface ReasoningRequest {
  /** False: the model must not reason. */
  readonly isEnabled: boolean;
  /** Such as `high`. Undefined if the request gives a budget, or leaves the effort to the model. */
  readonly effort: string | undefined;
  /** Longest reasoning in tokens. */
  readonly maxTokens: number | undefined;
  /** Whether the response includes the reasoning. */
  readonly isShown: boolean;
}

/** Reads `reasoning`, `reasoning_effort` and `include_reasoning`; `undefined` if the request has none of them. */
export function readReasoning(request: UnifiedRequest): ReasoningRequest | undefined {
  const { reasoning, reasoning_effort: shorthand, include_reasoning: include } = request;
  if (!reasoning && !shorthand && (include === undefined || include === null)) return undefined;
  const effort = reasoning?.effort ?? shorthand ?? undefined;
  const maxTokens = reasoning?.max_tokens ?? undefined;
  return {
    isEnabled: effort !== "none" && reasoning?.enabled !== false,
    effort:
      effort === "none" ? undefined : (effort ?? (reasoning?.enabled === true && !maxTokens ? "medium" : undefined)),
    maxTokens,
    isShown: reasoning?.exclude !== true && include !== false,
  };
}

/** Longest output in tokens; `undefined` if the request has no limit. */
export function readMaxTokens(request: UnifiedRequest): number | undefined {
  return request.max_tokens ?? request.max_completion_tokens ?? undefined;
}
