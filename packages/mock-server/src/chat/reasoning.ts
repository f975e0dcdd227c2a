import type { ReasoningDetail } from "@patchbay/spec";
import { getOwn } from "../engine/data/get-own.ts";
import { hashText } from "../engine/data/random.ts";
import type { Candidate } from "../engine/routing/routing.ts";
import type { TokenizedOutput } from "./tokenized-output.ts";

/** Tokenizer → format of the reasoning details. Clients drop details without a known format or without its signature. */
const formats: Readonly<Record<string, string>> = {
  GPT: "openai-responses-v1",
  Claude: "anthropic-claude-v1",
  Gemini: "google-gemini-v1",
  Grok: "xai-responses-v1",
};

/** A piece of reasoning in the provider's format. The last piece has a signature if the provider signs reasoning. */
export function reasoningPiece(
  { candidate, answer, id }: { readonly candidate: Candidate; readonly answer: TokenizedOutput; readonly id: string },
  text: string,
  isLast: boolean,
): ReasoningDetail {
  const format = getOwn(formats, candidate.model.model.architecture.tokenizer ?? "") ?? "unknown";
  const signs = isLast && (format.startsWith("anthropic") || format.startsWith("google"));
  return {
    type: "reasoning.text",
    text,
    format,
    index: answer.details.length,
    ...(signs && { signature: btoa(`${id} ${hashText(answer.reasoning.join(""))}`) }),
  };
}
