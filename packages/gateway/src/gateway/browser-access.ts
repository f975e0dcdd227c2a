import { isPreflight, preflight, withCors } from "@patchbay/service/http/cors";
import type { Reply } from "@patchbay/service/http/reply";
import type { IncomingRequest } from "@patchbay/service/http/request";

/**
 * Lets pages of any origin call the API, as the OpenRouter API does: a request needs a key, which no browser adds by itself. The
 * dashboard and the admin API accept a cookie, therefore pages of other origins can neither call nor read them.
 */
export function withBrowserAccess(
  route: (request: IncomingRequest) => Promise<Reply>,
): (request: IncomingRequest) => Promise<Reply> {
  return async (request) => {
    const path = request.url.pathname;
    const isOpen = path.startsWith("/api/") || path === "/health";
    if (isOpen && isPreflight(request)) return preflight(request);
    const made = await route(request);
    const reply = isOpen && request.headers.has("origin") ? withCors(made) : made;
    return request.method === "HEAD" ? { ...reply, isHead: true } : reply;
  };
}
