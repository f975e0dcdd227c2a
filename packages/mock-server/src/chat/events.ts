import type { ChatCompletionChunk, Usage } from "@patchbay/spec";
import type { Frame, FrameBody } from "../http/reply.ts";
import { reasoningPiece } from "./reasoning.ts";
import { headOf, nativeReason, toChoiceError, toImage } from "./completion.ts";
import type { ChatTurn } from "./turn.ts";

type Delta = ChatCompletionChunk["choices"][number]["delta"];

/** The timing of a stream, in milliseconds. */
export interface Pace {
  readonly first: number;
  readonly gap: number;
}

/** Placeholder for the text in an event that serves as a template. No real text equals it. */
const mark = "\u{f8ff}patchbay\u{f8ff}";

/** The events of a streamed completion, one token each. The last event carries the usage or the mid-stream error. */
export function toEvents(
  turn: ChatTurn,
  { pace, usage, ended: close }: { pace: Pace; usage: Usage; ended: (sent: number, cancelled: boolean) => void },
): FrameBody {
  const { answer, metadata } = turn;
  const head = { ...headOf(turn), object: "chat.completion.chunk" as const };
  const frames: Frame[] = [];
  let tokens = 0;
  /** Output tokens that have been sent up to and including each frame. */
  const sentWith: number[] = [];
  const push = (event: unknown): void => {
    frames.push({
      text: `data: ${typeof event === "string" ? event : JSON.stringify(event)}\n\n`,
      at: pace.first + tokens * pace.gap,
    });
    sentWith.push(tokens);
  };
  const piece = (delta: Delta, finish: string | null = null): void =>
    push({ ...head, choices: [toChoice(turn, delta, finish)] } satisfies ChatCompletionChunk);
  const token = (delta: Delta): void => {
    tokens++;
    piece(delta);
  };
  /** Writes one event per token. The events differ only in their text, so the rest is serialized once. */
  const write = (texts: readonly string[], toDelta: (text: string) => Delta): void => {
    if (texts.length < 3) return texts.forEach((text) => token(toDelta(text)));
    const at = frames.length;
    piece(toDelta(mark));
    const [before = "", after = ""] = frames[at]!.text.split(JSON.stringify(mark));
    frames.length = sentWith.length = at;
    for (const text of texts) {
      frames.push({ text: before + JSON.stringify(text) + after, at: pace.first + ++tokens * pace.gap });
      sentWith.push(tokens);
    }
  };

  tokens = answer.reasoningTokens - answer.reasoning.length;
  piece({ role: "assistant", content: "" });
  if (answer.details.length > 0) piece({ reasoning_details: [...answer.details] });
  for (const [index, text] of answer.reasoning.entries()) {
    const isLast = index === answer.reasoning.length - 1;
    token({ content: "", reasoning: text, reasoning_details: [reasoningPiece(turn, text, isLast)] });
  }
  write(answer.content, (content) => ({ content }));
  for (const [index, { call, pieces }] of answer.toolCalls.entries()) {
    piece({
      tool_calls: [{ index, id: call.id, type: "function", function: { name: call.function.name, arguments: "" } }],
    });
    write(pieces, (text) => ({ tool_calls: [{ index, function: { arguments: text } }] }));
  }
  if (answer.images.length > 0) {
    tokens += answer.imageTokens;
    piece({ images: answer.images.map(toImage) });
  }
  if (answer.annotations.length > 0) piece({ annotations: [...answer.annotations] });
  const ended = (sent: number, complete: boolean): void =>
    close(complete ? answer.tokens : (sentWith[sent - 1] ?? 0), !complete);
  if (answer.error) {
    const broken = { index: 0, delta: { content: "" }, finish_reason: "error", native_finish_reason: "error" };
    push({ ...head, choices: [broken], error: toChoiceError(turn) } satisfies ChatCompletionChunk);
    return { kind: "frames", frames, ended };
  }
  piece({}, answer.finishReason === "" ? null : answer.finishReason);
  push({
    ...head,
    choices: [],
    usage,
    ...(metadata && { openrouter_metadata: metadata }),
  } satisfies ChatCompletionChunk);
  push("[DONE]");
  return { kind: "frames", frames, ended };
}

function toChoice(turn: ChatTurn, delta: Delta, finish: string | null): ChatCompletionChunk["choices"][number] {
  return {
    index: 0,
    delta,
    finish_reason: finish,
    native_finish_reason: finish === null ? null : nativeReason(turn),
    logprobs: null,
  };
}
