import { PatchbayError } from "../errors/errors.ts";

/**
 * Loads a part of the package that most programs do not need, so that bundles do not load it at startup.
 *
 * @throws PatchbayError when the part cannot be loaded
 */
export async function load<Part>(part: () => Promise<Part>): Promise<Part> {
  try {
    return await part();
  } catch (cause) {
    throw new PatchbayError(
      `A part of @patchbay/client could not be loaded: ${String(cause)}. Check that every file of the bundle is deployed.`,
      { cause },
    );
  }
}
