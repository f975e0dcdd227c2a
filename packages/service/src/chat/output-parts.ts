import type { CountedPart } from "./counted-part.ts";
import { getOwn } from "@patchbay/engine/data/get-own";
import { hashText } from "@patchbay/engine/data/random";
import type { CatalogModel } from "@patchbay/engine/routing/catalog";
import type { Part } from "../parts/part.ts";
import type { ChatTurn } from "./turn.ts";

/** The parts of an output: details of server tools, reasoning, text, its annotations, tool calls, images. */
export function toParts(turn: Pick<ChatTurn, "id" | "answer" | "candidate" | "parts">): readonly CountedPart[] {
  const { answer } = turn;
  if (turn.parts) return turn.parts;
  const parts: CountedPart[] = [];
  const push = (part: Part, tokens: number): void => void parts.push({ part, tokens });
  if (answer.details.length > 0) push({ type: "reasoning-details", details: answer.details }, 0);
  if (answer.reasoning.length > 0) {
    const format = reasoningFormat(turn.candidate.model);
    const last = answer.reasoning.length - 1;
    for (const [index, text] of answer.reasoning.entries())
      push({ type: "reasoning", text, format, ...(index === last && signatureOf(turn, format)) }, 1);
  }
  for (const text of answer.content) push({ type: "text", text }, 1);
  if (answer.annotations.length > 0) push({ type: "annotations", annotations: answer.annotations }, 0);
  for (const [index, { call, pieces }] of answer.toolCalls.entries()) {
    push({ type: "tool-call-delta", index, id: call.id, name: call.function.name }, 0);
    for (const text of pieces) push({ type: "tool-call-delta", index, arguments: text }, 1);
  }
  if (answer.images.length > 0) push({ type: "images", urls: answer.images }, answer.imageTokens);
  return parts;
}

/** Tokenizer → format of the reasoning details. Clients drop details without a known format or without its signature. */
const formats: Readonly<Record<string, string>> = {
  GPT: "openai-responses-v1",
  Claude: "anthropic-claude-v1",
  Gemini: "google-gemini-v1",
  Grok: "xai-responses-v1",
};

/** The format in which a model's provider returns reasoning. */
export function reasoningFormat({ model }: CatalogModel): string {
  return getOwn(formats, model.architecture.tokenizer ?? "") ?? "unknown";
}

/** The signature of a complete reasoning, if its provider signs reasoning. */
function signatureOf({ id, answer }: Pick<ChatTurn, "id" | "answer">, format: string): { signature?: string } {
  const signs = format.startsWith("anthropic") || format.startsWith("google");
  return signs ? { signature: btoa(`${id} ${hashText(answer.reasoning.join(""))}`) } : {};
}
