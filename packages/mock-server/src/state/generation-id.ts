import type { Ids } from "../engine/data/ids.ts";

/** A new id of a generation: `gen-`, Unix seconds, twenty letters. */
export function newGenerationId(ids: Ids, now: number): string {
  return `gen-${Math.floor(now / 1000)}-${ids.text(20)}`;
}
