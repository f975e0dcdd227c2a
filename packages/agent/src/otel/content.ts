import type { Attributes } from "@opentelemetry/api";
import type { ChatMessage, ContentPart } from "@patchbay/client";
import type { SpanStart, SpanEnd } from "../report/observers.ts";
import { describeResult } from "../tools/tool-result.ts";

/** The input of a model or a tool in the format of the GenAI conventions. Images, audio and files are only named. */
export function toStartContent(activity: SpanStart): Attributes {
  if (activity.type === "tool") return { "gen_ai.tool.call.arguments": activity.call.function.arguments };
  if (activity.type !== "attempt") return {};
  return { "gen_ai.input.messages": JSON.stringify(activity.request.messages.map(toMessage)) };
}

/** The output of a model or a tool. */
export function toEndContent({ message, finishReason, output }: SpanEnd): Attributes {
  const said = message && [{ ...toMessage(message), finish_reason: finishReason ?? "" }];
  return {
    ...(said && { "gen_ai.output.messages": JSON.stringify(said) }),
    ...(output !== undefined && { "gen_ai.tool.call.result": toText(describeResult(output)) }),
  };
}

/** The message of the error. */
export function toErrorMessage({ error }: SpanEnd): string {
  return error instanceof Error ? error.message : String(error);
}

function toMessage(message: ChatMessage): { role: string; parts: object[] } {
  const { role, content } = message;
  if (role === "tool")
    return {
      role,
      parts: [{ type: "tool_call_response", id: message.tool_call_id, response: toText(content) }],
    };
  const calls = message.role === "assistant" ? (message.tool_calls ?? []) : [];
  const texts = typeof content === "string" ? [{ type: "text", content }] : (content ?? []).map(toPart);
  return {
    role,
    parts: [
      ...texts,
      ...calls.map(({ id, function: { name, arguments: given } }) => ({
        type: "tool_call",
        id,
        name,
        arguments: given,
      })),
    ],
  };
}

function toPart(part: ContentPart): object {
  return part.type === "text" ? { type: "text", content: part.text } : { type: part.type };
}

function toText(content: string | readonly ContentPart[]): string {
  return typeof content === "string" ? content : JSON.stringify(content.map(toPart));
}
