import { AgentError } from "../errors/agent-error.ts";

/** What was loaded, by its function: another `import()` of a module takes 7 µs. */
const loaded = new WeakMap<() => Promise<unknown>, unknown>();

/**
 * Loads a part of the package that most runs do not need, so that programs do not load it at startup.
 *
 * @throws AgentError when the part cannot be loaded
 */
export async function load<Part>(part: () => Promise<Part>): Promise<Part> {
  if (loaded.has(part)) return loaded.get(part) as Part;
  try {
    const found = await part();
    loaded.set(part, found);
    return found;
  } catch (cause) {
    throw new AgentError(
      `A part of @patchbay/agent could not be loaded: ${String(cause)}. Check that every file of the bundle is deployed.`,
      { cause },
    );
  }
}
