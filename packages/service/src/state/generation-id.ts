import type { Ids } from "@patchbay/engine/data/ids";

/** A new generation id: `gen-`, Unix seconds, 20 random characters. */
export function newGenerationId(ids: Ids, now: number): string {
  return `gen-${Math.floor(now / 1000)}-${ids.text(20)}`;
}
