import type { RequestListener } from "node:http";
import { answer } from "@patchbay/service/http/listen";
import type { MockServer } from "./server.ts";

/**
 * A request listener for your own `node:http` server. A socket, unlike a `Response`, can break before the headers, truncate
 * a body at any byte, and follow an absolute schedule.
 *
 * @example
 * ```ts
 * createServer(toNodeListener(createMockServer())).listen(4010);
 * ```
 */
export function toNodeListener(server: MockServer): RequestListener {
  return (request, response) => answer(server.handle, request, response);
}
