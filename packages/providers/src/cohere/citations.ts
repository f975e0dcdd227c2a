import type { Annotation } from "@patchbay/spec";
import { toCount, toObject, toObjects, toText, type JsonObject } from "../fields/json-value.ts";

/** A citation as annotations, one for each source with a URL. Sources without one cannot be annotated. */
export function toCitationAnnotations(citation: JsonObject): Annotation[] {
  return toObjects(citation.sources).flatMap((source) => {
    const { url, title } = { ...toObject(source.tool_output), ...toObject(source.document) };
    const address = toText(url);
    if (address === undefined) return [];
    const content = toText(citation.text);
    return [
      {
        type: "url_citation",
        url_citation: {
          url: address,
          title: toText(title) ?? address,
          ...(content !== undefined && { content }),
          start_index: toCount(citation.start) ?? 0,
          end_index: toCount(citation.end) ?? 0,
        },
      },
    ];
  });
}
