import { toConnectionError } from "../errors/connection-error.ts";

/**
 * Reads the body of a response as text.
 *
 * @throws ConnectionError when the connection breaks meanwhile
 */
export async function readText(response: Response): Promise<string> {
  try {
    return await response.text();
  } catch (cause) {
    throw toConnectionError(cause);
  }
}
