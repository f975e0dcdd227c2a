import type { ContentPart, MessageContent } from "@patchbay/spec";

/** The content of a message as a list of parts. */
export function toContentParts(content: MessageContent | null | undefined): readonly ContentPart[] {
  if (content === undefined || content === null) return [];
  return typeof content === "string" ? [{ type: "text", text: content }] : content;
}

/** The texts of a message, joined with line breaks. */
export function textOf(content: MessageContent | null | undefined): string {
  return textsOf(content).join("\n");
}

/** The texts of a message that are not empty, with the text of refusals. */
export function textsOf(content: MessageContent | null | undefined): string[] {
  return toContentParts(content).flatMap((part) => {
    const text = part.type === "text" ? part.text : part.type === "refusal" ? part.refusal : "";
    return text === "" ? [] : [text];
  });
}
