import type { ResponseObject, ResponsesRequest, Usage } from "@patchbay/spec";
import { getOwn } from "@patchbay/engine/data/get-own";
import type { OutputEnd, OutputError, ResponseHead } from "../../parts/dialect.ts";
import type { Item, OutputStatus } from "./open-item.ts";

/** The fields of a response that repeat the request. */
export type Echo = Omit<
  ResponseObject,
  "id" | "object" | "created_at" | "completed_at" | "status" | "model" | "output" | "error" | "incomplete_details"
>;

/** The settings of a request as its response repeats them, with the defaults. */
export function echoOf(input: ResponsesRequest): Echo {
  return {
    instructions: input.instructions ?? null,
    metadata: input.metadata ?? null,
    parallel_tool_calls: input.parallel_tool_calls ?? true,
    temperature: input.temperature ?? null,
    top_p: input.top_p ?? null,
    top_logprobs: input.top_logprobs ?? null,
    presence_penalty: input.presence_penalty ?? null,
    frequency_penalty: input.frequency_penalty ?? null,
    tool_choice: (input.tool_choice ?? "auto") as Echo["tool_choice"],
    tools: (input.tools ?? []).map(echoTool),
    text: { ...input.text, format: input.text?.format ?? { type: "text" } } as Echo["text"],
    reasoning: (input.reasoning ?? null) as Echo["reasoning"],
    max_output_tokens: input.max_output_tokens ?? null,
    max_tool_calls: input.max_tool_calls ?? null,
    truncation: input.truncation ?? "disabled",
    background: false,
    store: false,
    previous_response_id: null,
    prompt_cache_key: input.prompt_cache_key ?? null,
    safety_identifier: input.safety_identifier ?? null,
    user: input.user ?? null,
    ...(input.prompt_cache_options && { prompt_cache_options: input.prompt_cache_options }),
  } as Echo;
}

/** Clients require the nullable fields of a function. */
function echoTool(tool: NonNullable<ResponsesRequest["tools"]>[number]): Echo["tools"][number] {
  return (
    tool.type === "function" ? { description: null, parameters: null, strict: null, ...tool } : tool
  ) as Echo["tools"][number];
}

/** The response while the model generates. */
export function toOpenResponse({ id, created, model, serviceTier }: ResponseHead, echo: Echo): ResponseObject {
  return {
    id,
    object: "response",
    created_at: created,
    completed_at: null,
    status: "in_progress",
    model,
    output: [],
    error: null,
    incomplete_details: null,
    usage: null,
    service_tier: serviceTier ?? null,
    ...echo,
  };
}

/** The complete response. */
export function toResponse(
  head: ResponseHead,
  echo: Echo,
  { items, end }: { items: readonly Item[]; end: OutputEnd },
): ResponseObject {
  const status = statusOf(end);
  const { usage, metadata, error } = end;
  return {
    ...toOpenResponse(head, echo),
    status,
    completed_at: status === "completed" ? head.created : null,
    output: items as unknown as ResponseObject["output"],
    error: error ? toFailure(error) : status === "failed" ? unknownFailure : null,
    ...(error && { error_type: error.errorType }),
    incomplete_details: status === "incomplete" ? { reason: getOwn(incompleteReasons, end.finishReason)! } : null,
    usage: toUsage(usage),
    ...(metadata && { openrouter_metadata: { ...metadata, is_byok: head.isByok } }),
  };
}

/** Finish reason → why the response is incomplete. */
const incompleteReasons: Readonly<Record<string, string>> = {
  length: "max_output_tokens",
  content_filter: "content_filter",
};

/** How a response ended. */
export function statusOf({ error, finishReason }: OutputEnd): OutputStatus {
  if (error || finishReason === "error") return "failed";
  return Object.hasOwn(incompleteReasons, finishReason) ? "incomplete" : "completed";
}

/** The failure of an output that ended with `error` for no given reason. */
const unknownFailure = { code: "server_error", message: "The provider reported an error." };

/** Error type → code of a failed response. Every other error is a `server_error`. */
const failureCodes: Readonly<Record<string, string>> = {
  rate_limit_exceeded: "rate_limit_exceeded",
  context_length_exceeded: "invalid_prompt",
  invalid_request: "invalid_prompt",
  invalid_prompt: "invalid_prompt",
  content_policy_violation: "image_content_policy_violation",
};

function toFailure({ errorType, message }: OutputError): NonNullable<ResponseObject["error"]> {
  return { code: getOwn(failureCodes, errorType) ?? "server_error", message };
}

/** The usage, with this dialect's names. */
function toUsage(usage: Usage): NonNullable<ResponseObject["usage"]> {
  const { prompt_tokens_details: input, completion_tokens_details: output, cost_details: costs } = usage;
  return {
    input_tokens: usage.prompt_tokens,
    input_tokens_details: {
      cached_tokens: input?.cached_tokens ?? 0,
      cache_write_tokens: input?.cache_write_tokens ?? 0,
    },
    output_tokens: usage.completion_tokens,
    output_tokens_details: { reasoning_tokens: output?.reasoning_tokens ?? 0 },
    total_tokens: usage.total_tokens,
    cost: usage.cost ?? null,
    is_byok: usage.is_byok ?? false,
    cost_details: costs
      ? {
          upstream_inference_cost: costs.upstream_inference_cost ?? null,
          upstream_inference_input_cost: costs.upstream_inference_prompt_cost,
          upstream_inference_output_cost: costs.upstream_inference_completions_cost,
          ...(costs.server_tool_cost !== undefined && { server_tool_cost: costs.server_tool_cost }),
        }
      : null,
    ...(usage.server_tool_use_details && { server_tool_use_details: usage.server_tool_use_details }),
  };
}
