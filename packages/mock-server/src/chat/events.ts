import type { ChatCompletionChunk } from "@patchbay/spec";
import type { Frame, FrameBody } from "../reply.ts";
import type { World } from "../world.ts";
import { headOf, usageOf, type Turn } from "./turn.ts";

type Delta = ChatCompletionChunk["choices"][number]["delta"];

/** The events of a streamed answer, one token each; the last one carries the usage. */
export function toEvents(
  turn: Turn,
  world: World,
  close: (completionTokens: number, cancelled: boolean) => void,
): FrameBody {
  const { answer, metadata } = turn;
  const head = { ...headOf(turn), object: "chat.completion.chunk" as const };
  const frames: Frame[] = [];
  let tokens = 0;
  /** Answer tokens that were sent with each frame and those before it. */
  const sentWith: number[] = [];
  const push = (event: unknown): void => {
    frames.push({
      text: `data: ${typeof event === "string" ? event : JSON.stringify(event)}\n\n`,
      at: tokens * world.tokenGap,
    });
    sentWith.push(tokens);
  };
  const piece = (delta: Delta, finish: string | null = null): void =>
    push({
      ...head,
      choices: [{ index: 0, delta, finish_reason: finish, native_finish_reason: finish, logprobs: null }],
    } satisfies ChatCompletionChunk);
  const token = (delta: Delta): void => {
    tokens++;
    piece(delta);
  };

  tokens = answer.reasoningTokens - answer.reasoning.length;
  piece({ role: "assistant", content: "" });
  for (const text of answer.reasoning)
    token({ content: "", reasoning: text, reasoning_details: [{ type: "reasoning.text", text, index: 0 }] });
  for (const text of answer.content) token({ content: text });
  for (const [index, { call, tokens: parts }] of answer.toolCalls.entries()) {
    piece({
      tool_calls: [{ index, id: call.id, type: "function", function: { name: call.function.name, arguments: "" } }],
    });
    for (const text of parts) token({ tool_calls: [{ index, function: { arguments: text } }] });
  }
  piece({}, answer.finishReason);
  push({
    ...head,
    choices: [],
    usage: usageOf(turn),
    ...(metadata && { openrouter_metadata: metadata }),
  } satisfies ChatCompletionChunk);
  push("[DONE]");
  const ended = (sent: number, complete: boolean): void =>
    close(complete ? answer.tokens : (sentWith[sent - 1] ?? 0), !complete);
  return { kind: "frames", frames, ended };
}
