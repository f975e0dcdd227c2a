import { PatchbayError } from "../errors/patchbay-error.ts";

/** What was loaded, by its function: another `import()` of a module takes 7 µs. */
const loaded = new WeakMap<() => Promise<unknown>, unknown>();

/**
 * Loads a part of the package that many programs do not need, so that bundles do not load it at startup. `purpose`
 * completes "to …" in the message of the error.
 *
 * @throws PatchbayError when the part cannot be loaded
 */
export async function load<Part>(part: () => Promise<Part>, purpose = ""): Promise<Part> {
  if (loaded.has(part)) return loaded.get(part) as Part;
  try {
    const found = await part();
    loaded.set(part, found);
    return found;
  } catch (cause) {
    throw new PatchbayError(
      `A part of @patchbay/client could not be loaded${purpose && ` to ${purpose}`}: ${String(cause)}. Check that every file of the bundle is deployed.`,
      { cause },
    );
  }
}

/** A part of the package that loads when it is first used. */
export interface LazyPart<Part> {
  /** The part; undefined until it has loaded. */
  loaded: Part | undefined;
  /** @throws PatchbayError when the part cannot be loaded; the next call tries again */
  readonly load: () => Promise<Part>;
}

export function createLazy<Part>(part: () => Promise<Part>): LazyPart<Part> {
  const lazy: LazyPart<Part> = { loaded: undefined, load: async () => (lazy.loaded ??= await load(part)) };
  return lazy;
}
