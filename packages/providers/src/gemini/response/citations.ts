import type { Annotation } from "@patchbay/spec";
import { toCount, toObject, toObjects, toText, type JsonObject } from "../../fields/json-value.ts";

interface Source {
  readonly url: string;
  readonly title: string;
}

/**
 * Grounding metadata as citations of the text: one for each source of each supported segment. Gemini counts places in bytes of
 * UTF-8, citations count UTF-16 code units. A source that supports no segment is cited at the start.
 */
export function toCitations(metadata: JsonObject, text: string): Annotation[] {
  const sources = toSources(metadata);
  const supports = toObjects(metadata.groundingSupports);
  const offsets = supports.flatMap(({ segment }) => {
    const { startIndex, endIndex } = toObject(segment);
    return [toCount(startIndex) ?? 0, toCount(endIndex) ?? 0];
  });
  const places = toCodeUnits(text, offsets);
  const cited = new Set<number>();
  const citations = supports.flatMap((support) => {
    const segment = toObject(support.segment);
    const start = places.get(toCount(segment.startIndex) ?? 0) ?? 0;
    const end = places.get(toCount(segment.endIndex) ?? 0) ?? 0;
    return readIndices(support).flatMap((index) => {
      const source = sources[index];
      if (!source) return [];
      cited.add(index);
      return [toCitation(source, { start, end: Math.max(start, end), content: toText(segment.text) })];
    });
  });
  const others = sources.flatMap((source, index) =>
    source && !cited.has(index) ? [toCitation(source, { start: 0, end: 0, content: undefined })] : [],
  );
  return [...citations, ...others];
}

/** The web pages of the metadata, at their places. */
function toSources({ groundingChunks }: JsonObject): (Source | undefined)[] {
  if (!Array.isArray(groundingChunks)) return [];
  return groundingChunks.map((chunk) => {
    const { web, retrievedContext } = toObject(chunk);
    const { uri, title } = toObject(web ?? retrievedContext);
    const url = toText(uri);
    return url === undefined ? undefined : { url, title: toText(title) ?? url };
  });
}

function readIndices({ groundingChunkIndices: indices }: JsonObject): number[] {
  return Array.isArray(indices) ? indices.filter((index): index is number => Number.isInteger(index)) : [];
}

interface Span {
  readonly start: number;
  readonly end: number;
  readonly content: string | undefined;
}

function toCitation({ url, title }: Source, { start, end, content }: Span): Annotation {
  const citation = { url, title, ...(content !== undefined && { content }), start_index: start, end_index: end };
  return { type: "url_citation", url_citation: citation };
}

/** Offset in bytes → place in code units, in one pass over the text. An offset within a character is the character's start. */
function toCodeUnits(text: string, offsets: readonly number[]): ReadonlyMap<number, number> {
  const places = new Map<number, number>();
  const ordered = [...new Set(offsets)].sort((a, b) => a - b);
  let bytes = 0;
  let units = 0;
  let next = 0;
  for (const character of text) {
    const size = Buffer.byteLength(character);
    while (next < ordered.length && ordered[next]! < bytes + size) places.set(ordered[next++]!, units);
    if (next === ordered.length) return places;
    bytes += size;
    units += character.length;
  }
  while (next < ordered.length) places.set(ordered[next++]!, units);
  return places;
}
