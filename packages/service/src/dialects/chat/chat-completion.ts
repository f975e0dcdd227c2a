import type {
  Annotation,
  ChatCompletion,
  ChatCompletionMessage,
  ErrorDetail,
  ReasoningDetail,
  ToolCall,
} from "@patchbay/spec";
import type { Part, ReasoningPart } from "../../parts/part.ts";
import type { OutputEnd, OutputError, ResponseHead } from "../../parts/dialect.ts";

type Head = Pick<ChatCompletion, "id" | "created" | "model" | "provider" | "service_tier">;

/** The fields that a completion and each of its stream events share. */
export function headOf({ id, created, model, provider, serviceTier }: ResponseHead): Head {
  return { id, created, model, provider, ...(serviceTier !== undefined && { service_tier: serviceTier }) };
}

/** The completion as one JSON body. */
export function toChatCompletion(head: ResponseHead, parts: readonly Part[], end: OutputEnd): ChatCompletion {
  const { usage, metadata, error } = end;
  return {
    ...headOf(head),
    object: "chat.completion",
    system_fingerprint: null,
    choices: [
      {
        index: 0,
        message: toMessage(parts),
        finish_reason: end.finishReason === "" ? null : end.finishReason,
        native_finish_reason: end.nativeFinishReason,
        logprobs: null,
        ...(error && { error: toChatError(error) }),
      },
    ],
    usage,
    ...(metadata && { openrouter_metadata: { ...metadata, is_byok: head.isByok } }),
  };
}

/** The message of an output. Texts between other parts are joined, since a message has one text. */
function toMessage(parts: readonly Part[]): ChatCompletionMessage {
  const text = { text: "", refusal: "", reasoning: "" };
  const details: ReasoningDetail[] = [];
  const calls: ToolCall[] = [];
  const images: string[] = [];
  const annotations: Annotation[] = [];
  for (const part of parts) {
    if (part.type === "text" || part.type === "refusal" || part.type === "reasoning") text[part.type] += part.text;
    if (part.type === "reasoning-details") details.push(...part.details);
    else if (part.type === "reasoning") details.push(toReasoningDetail(part, details.length));
    else if (part.type === "tool-call-delta") calls.push(toToolCall(part));
    else if (part.type === "images") images.push(...part.urls);
    else if (part.type === "annotations") annotations.push(...part.annotations);
  }
  return {
    role: "assistant",
    content: text.text === "" && (calls.length > 0 || text.refusal !== "") ? null : text.text,
    refusal: text.refusal === "" ? null : text.refusal,
    reasoning: text.reasoning === "" ? null : text.reasoning,
    ...(details.length > 0 && { reasoning_details: details }),
    ...(calls.length > 0 && { tool_calls: calls }),
    ...(images.length > 0 && { images: images.map(toImage) }),
    ...(annotations.length > 0 && { annotations }),
  };
}

/** A reasoning, or a piece of it, as a reasoning detail. */
export function toReasoningDetail({ text, format, signature }: ReasoningPart, index: number): ReasoningDetail {
  return {
    type: "reasoning.text",
    text,
    format: format ?? "unknown",
    index,
    ...(signature !== undefined && { signature }),
  };
}

function toToolCall({ id, name, arguments: text }: Extract<Part, { type: "tool-call-delta" }>): ToolCall {
  return { id: id ?? "", type: "function", function: { name: name ?? "", arguments: text ?? "" } };
}

export function toImage(url: string): { type: "image_url"; image_url: { url: string } } {
  return { type: "image_url", image_url: { url } };
}

/** The error of an interrupted completion. */
export function toChatError({ status, message, errorType, provider }: OutputError): ErrorDetail {
  return { code: status, message, metadata: { error_type: errorType, provider_name: provider } };
}
