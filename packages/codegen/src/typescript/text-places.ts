import type { Files } from "../output/files.ts";
import type { ApiModel } from "../model/model.ts";
import { toSource } from "./text.ts";

/** Where the texts of the Responses API that arrive in pieces belong. Written into the client. */
export function emitTextPlaces({ mergePolicy }: ApiModel): Files {
  const places: Record<string, object> = {};
  for (const { when, steps } of mergePolicy.responses!.rules) {
    const [{ at = [], to, rule } = {}] = steps;
    const type = when?.type?.find((pattern) => pattern.endsWith(".delta"));
    const lists = at.filter((step) => "list" in step);
    // The text of an object within an item is read by code.
    if (type === undefined || rule !== "concat" || lists.length < at.length) continue;
    const [item, part] = lists;
    places[type.replace(/\.delta$/, "")] = {
      list: part?.list,
      field: to,
      part: part?.create?.type,
      item: item!.create!.type,
    };
  }
  return {
    "text-places.ts": `/** Where a text that arrives in pieces belongs: a field of its item, or of a part in a list of the item. */
export interface TextPlace {
  readonly list?: "content" | "summary";
  readonly field: string;
  /** The type of its part, and of its item, for a service that does not announce them. */
  readonly part?: string;
  readonly item: string;
}

/** Event type without \`.delta\` or \`.done\` → place of its text. */
export const textPlaces: Readonly<Record<string, TextPlace | undefined>> = ${toSource(places)};
`,
  };
}
