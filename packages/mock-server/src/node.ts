import type { RequestListener } from "node:http";
import { answer } from "./http/listen.ts";
import type { MockServer } from "./server.ts";

/**
 * A listener for a `node:http` server of one's own. It alone can break a connection before the headers, cut a body at any
 * byte, and keep to an absolute schedule.
 *
 * @example
 * ```ts
 * createServer(toNodeListener(createMockServer())).listen(4010);
 * ```
 */
export function toNodeListener(server: MockServer): RequestListener {
  return (request, response) => answer(server.handle, request, response);
}
