import { http, HttpResponse, type HttpHandler } from "msw/http";
import type { MockServer } from "./server.ts";
import { readBodyText } from "@patchbay/service/http/body-text";
import { toResponse } from "@patchbay/service/http/to-response";

/** Options of `mswHandlers`. */
export interface MswOptions {
  /** The base URL that the application under test calls. Default: `https://openrouter.ai/api/v1`. */
  readonly baseURL?: string;
}

/**
 * Request handlers for MSW 3 that forward to a mock server, for code whose client accepts no `fetch`. Passing `server.fetch`
 * is about 50 times faster, and only a port (`server.listen`) reproduces socket faults exactly.
 *
 * @throws from the request, if a rule has a fault that a `Response` cannot express.
 *
 * @example
 * ```ts
 * const server = createMockServer();
 * setupServer(...mswHandlers(server)).listen({ onUnhandledFrame: "error" });
 * ```
 */
export function mswHandlers(
  server: MockServer,
  { baseURL = "https://openrouter.ai/api/v1" }: MswOptions = {},
): HttpHandler[] {
  const { origin, pathname } = new URL(baseURL);
  const base = pathname.replace(/\/$/, "");
  return [
    http.all(`${origin}${base}/*`, async ({ request }) => {
      const url = new URL(request.url);
      url.pathname = `/api/v1${url.pathname.slice(base.length)}`;
      const { method, headers, signal } = request;
      const reply = await server.handle({
        method,
        url,
        headers,
        body: () => readBodyText(request.body, headers),
        signal,
      });
      if (reply.connection === "refused")
        throw new Error(
          "The fault `connection_refused` cannot be simulated through MSW: the client would see `connection_reset`. Use `connection_reset`, or a port (`server.listen`).",
        );
      if (reply.connection) return HttpResponse.error();
      const { "content-length": _, ...kept } = reply.headers;
      // Without this header, a truncated body looks complete, and an abort ends the process.
      const chunked = reply.body.kind === "frames" ? { "transfer-encoding": "chunked" } : {};
      return toResponse({ ...reply, headers: { ...kept, ...chunked } }, signal);
    }),
  ];
}
