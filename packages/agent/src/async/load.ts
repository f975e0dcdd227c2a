import { AgentError } from "../errors/agent-error.ts";

/**
 * Loads a part of the package that most runs do not need, so that programs do not load it at startup.
 *
 * @throws AgentError when the part cannot be loaded
 */
export async function load<Part>(part: () => Promise<Part>): Promise<Part> {
  try {
    return await part();
  } catch (cause) {
    throw new AgentError(
      `A part of @patchbay/agent could not be loaded: ${String(cause)}. Check that every file of the bundle is deployed.`,
      { cause },
    );
  }
}
