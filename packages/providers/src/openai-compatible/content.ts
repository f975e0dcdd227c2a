import type { Annotation } from "@patchbay/spec";
import { firstText, toObject, toObjects, toText, type JsonObject } from "../fields/json-value.ts";
import type { ProviderPart } from "../unified.ts";

/** The text of a delta. Mistral sends a list of text and thinking in place of a string. */
export function readContent(content: unknown): ProviderPart[] {
  if (typeof content === "string") return content === "" ? [] : [{ type: "text", text: content }];
  return toObjects(content).flatMap((part): ProviderPart[] => {
    if (part.type === "thinking") {
      const text = toObjects(part.thinking)
        .map((piece) => toText(piece.text) ?? "")
        .join("");
      return text === "" ? [] : [{ type: "reasoning", text }];
    }
    const text = toText(part.text);
    return text === undefined ? [] : [{ type: "text", text }];
  });
}

/** Images and annotations of a delta. */
export function readExtras(delta: JsonObject): ProviderPart[] {
  const parts: ProviderPart[] = [];
  const urls = toObjects(delta.images)
    .map((image) => firstText(toObject(image.image_url).url))
    .filter((url) => url !== undefined);
  if (urls.length > 0) parts.push({ type: "images", urls });
  const annotations = toObjects(delta.annotations).filter(isAnnotation);
  if (annotations.length > 0) parts.push({ type: "annotations", annotations });
  return parts;
}

function isAnnotation(value: unknown): value is Annotation {
  const { type, url_citation: citation, file } = toObject(value);
  if (type === "url_citation") return toText(toObject(citation).url) !== undefined;
  return type === "file" && typeof file === "object" && file !== null;
}
