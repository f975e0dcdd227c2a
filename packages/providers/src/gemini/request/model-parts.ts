import type { ChatMessage } from "@patchbay/spec";
import type { Target } from "../../adapter.ts";
import { textOf, toContentParts } from "../../content/content-parts.ts";
import { parseArguments } from "../../content/tool-arguments.ts";
import type { GeminiPart } from "../format/gemini-content.ts";
import { readModelVersion } from "../format/model-version.ts";
import { placeholderSignature, readSignatures, type Signatures } from "../format/thought-signature.ts";
import { fromUrl, toGeminiPart } from "./media-parts.ts";

type AssistantMessage = Extract<ChatMessage, { role: "assistant" }>;

/**
 * An assistant message as parts of the model. Thought signatures go back to their issuer alone. Reasoning text is left out, since
 * Gemini continues from the signatures.
 */
export function toModelParts(message: AssistantMessage, target: Target): GeminiPart[] {
  const signatures = readSignatures(message.reasoning_details, target.issuer);
  return [
    ...toTextParts(message, signatures),
    ...toImageParts(message, signatures),
    ...toCallParts(message, signatures, target),
  ];
}

/** The texts. The signature of a text belongs to its last part; without text, an empty part carries it. */
function toTextParts({ content, refusal }: AssistantMessage, signatures: Signatures): GeminiPart[] {
  const parts = toContentParts(content).flatMap((part) => toGeminiPart(part) ?? []);
  if (parts.length === 0 && typeof refusal === "string" && textOf(refusal) !== "") parts.push({ text: refusal });
  const signature = signatures.find("text");
  if (signature === undefined) return parts;
  const last = parts.pop();
  if (last?.text === undefined) return [...parts, ...(last ? [last] : []), { text: "", thoughtSignature: signature }];
  return [...parts, { ...last, thoughtSignature: signature }];
}

function toImageParts({ images }: AssistantMessage, signatures: Signatures): GeminiPart[] {
  return (images ?? []).map((image, index) => {
    const signature = signatures.find(`image-${index}`);
    return { ...fromUrl(image.image_url.url), ...(signature !== undefined && { thoughtSignature: signature }) };
  });
}

/** The calls. Gemini signs the first of parallel calls, so the first is the one that gets a placeholder. */
function toCallParts({ tool_calls: calls }: AssistantMessage, signatures: Signatures, { model }: Target): GeminiPart[] {
  return (calls ?? []).map(({ id, function: { name, arguments: json } }, index) => {
    const signature = signatures.find({ call: id }) ?? (index === 0 ? placeholderFor(model) : undefined);
    return {
      functionCall: { id, name, args: parseArguments(json) },
      ...(signature !== undefined && { thoughtSignature: signature }),
    };
  });
}

/** Models from version 3 on refuse a call without a signature. Older ones do not know the placeholder. */
function placeholderFor(model: string): string | undefined {
  return readModelVersion(model).version >= 3 ? placeholderSignature : undefined;
}
