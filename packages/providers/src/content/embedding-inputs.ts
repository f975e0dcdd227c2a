import type { EmbeddingRequest } from "@patchbay/spec";
import { UnsupportedRequest } from "../failure.ts";

/** The inputs of a request as texts. Throws an `UnsupportedRequest` for token ids and for images. */
export function readTextInputs({ input }: EmbeddingRequest, provider: string): string[] {
  if (typeof input === "string") return [input];
  return input.map((item) => {
    if (typeof item === "string") return item;
    if (typeof item === "number" || Array.isArray(item))
      throw new UnsupportedRequest(`${provider} embeds texts, not token ids. Send each input as a string.`);
    return item.content
      .map((part) => {
        if (part.type === "text") return part.text;
        throw new UnsupportedRequest(`${provider} cannot embed an input of type ${part.type} here. Send texts.`);
      })
      .join("\n");
  });
}

/** How many vectors a request asks for. */
export function countInputs({ input }: EmbeddingRequest): number {
  if (typeof input === "string") return 1;
  return input.length > 0 && input.every((item) => typeof item === "number") ? 1 : input.length;
}
