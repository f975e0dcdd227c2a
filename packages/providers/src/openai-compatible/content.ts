import type { Annotation } from "@patchbay/spec";
import { firstText, toFields, toList, toText, type Fields } from "../json/read-fields.ts";
import type { ProviderPart } from "../unified.ts";

/** The text of a delta. Mistral sends a list of text and thinking in place of a string. */
export function readContent(content: unknown): ProviderPart[] {
  if (typeof content === "string") return content === "" ? [] : [{ type: "text", text: content }];
  return toList(content).flatMap((item): ProviderPart[] => {
    const part = toFields(item);
    if (part.type === "thinking") {
      const text = toList(part.thinking)
        .map((piece) => toText(toFields(piece).text) ?? "")
        .join("");
      return text === "" ? [] : [{ type: "reasoning", text }];
    }
    const text = toText(part.text);
    return text === undefined ? [] : [{ type: "text", text }];
  });
}

/** Images and annotations of a delta. */
export function readExtras(delta: Fields): ProviderPart[] {
  const parts: ProviderPart[] = [];
  const urls = toList(delta.images)
    .map((image) => firstText(toFields(toFields(image).image_url).url))
    .filter((url) => url !== undefined);
  if (urls.length > 0) parts.push({ type: "images", urls });
  const annotations = toList(delta.annotations).filter(isAnnotation);
  if (annotations.length > 0) parts.push({ type: "annotations", annotations });
  return parts;
}

function isAnnotation(value: unknown): value is Annotation {
  const { type, url_citation: citation, file } = toFields(value);
  if (type === "url_citation") return toText(toFields(citation).url) !== undefined;
  return type === "file" && typeof file === "object" && file !== null;
}
