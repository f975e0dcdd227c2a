import type { ChatCompletion, ChatCompletionMessage, ReasoningDetail, Usage } from "@patchbay/spec";
import { getOwn } from "../engine/data/get-own.ts";
import { reasoningPiece } from "./reasoning.ts";
import type { ChatTurn } from "./turn.ts";

type Head = Pick<ChatCompletion, "id" | "created" | "model" | "provider" | "service_tier">;

/** The fields that a completion and each of its stream events share. */
export function headOf({ id, created, candidate: { model, endpoint }, tierAsked }: ChatTurn): Head {
  return {
    id,
    created,
    model: model.id,
    provider: endpoint.provider.name,
    ...(tierAsked && { service_tier: endpoint.tier }),
  };
}

/** The completion as one JSON body. */
export function toCompletion(turn: ChatTurn, usage: Usage): ChatCompletion {
  const { answer, metadata, candidate } = turn;
  const text = answer.content.join("");
  const reasoning = answer.reasoning.join("");
  const details = detailsOf(turn, reasoning);
  const message: ChatCompletionMessage = {
    role: "assistant",
    content: text === "" && answer.toolCalls.length > 0 ? null : text,
    refusal: null,
    reasoning: reasoning === "" ? null : reasoning,
    ...(details.length > 0 && { reasoning_details: details }),
    ...(answer.toolCalls.length > 0 && { tool_calls: answer.toolCalls.map(({ call }) => call) }),
    ...(answer.images.length > 0 && { images: answer.images.map(toImage) }),
    ...(answer.annotations.length > 0 && { annotations: [...answer.annotations] }),
  };
  return {
    ...headOf(turn),
    object: "chat.completion",
    system_fingerprint: null,
    choices: [
      {
        index: 0,
        message,
        finish_reason: answer.finishReason === "" ? null : answer.finishReason,
        native_finish_reason: nativeReason(turn),
        logprobs: null,
        ...(answer.error && { error: toChoiceError(turn) }),
      },
    ],
    usage,
    ...(metadata && { openrouter_metadata: { ...metadata, is_byok: candidate.byok } }),
  };
}

function detailsOf(turn: ChatTurn, text: string): ReasoningDetail[] {
  return [...turn.answer.details, ...(text === "" ? [] : [reasoningPiece(turn, text, true)])];
}

export function toImage(url: string): { type: "image_url"; image_url: { url: string } } {
  return { type: "image_url", image_url: { url } };
}

const anthropicReasons: Readonly<Record<string, string>> = {
  stop: "end_turn",
  length: "max_tokens",
  tool_calls: "tool_use",
  content_filter: "refusal",
};

/** The provider's own name for the finish reason, if it is known. */
export function nativeReason({ answer, candidate }: Pick<ChatTurn, "answer" | "candidate">): string | null {
  const { finishReason, nativeFinishReason } = answer;
  if (nativeFinishReason !== undefined) return nativeFinishReason;
  if (finishReason === "") return null;
  const tokenizer = candidate.model.model.architecture.tokenizer;
  if (tokenizer === "Claude") return getOwn(anthropicReasons, finishReason) ?? finishReason;
  if (tokenizer === "Gemini" && finishReason === "length") return "MAX_TOKENS";
  if (tokenizer === "Gemini" && finishReason !== "error") return "STOP";
  return finishReason;
}

/** The error of an interrupted completion. */
export function toChoiceError({ answer, candidate }: Pick<ChatTurn, "answer" | "candidate">): {
  code: number;
  message: string;
  metadata: { error_type: string; provider_name: string };
} {
  const {
    status,
    message,
    errorType = status === 429 ? "rate_limit_exceeded" : "provider_unavailable",
  } = answer.error!;
  return {
    code: status,
    message,
    metadata: { error_type: errorType, provider_name: candidate.endpoint.provider.name },
  };
}
