import { http, HttpResponse, type HttpHandler } from "msw/http";
import type { MockServer } from "./server.ts";
import { readBodyText } from "./http/body-text.ts";
import { toResponse } from "./http/to-response.ts";

/** Where the application under test believes the service to be. */
export interface MswOptions {
  /** Default: `https://openrouter.ai/api/v1`. */
  readonly baseURL?: string;
}

/**
 * Handlers for MSW 3 that answer by a reference server, for code whose client cannot be given a `fetch`. In process that
 * `fetch` costs a fiftieth of it, and only a port shows a socket's faults as they are.
 *
 * @throws from the request, when a rule asks for a fault that a `Response` cannot express.
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
          "The fault `connection_refused` cannot be shown through MSW: to the client it would look like `connection_reset`. Use `connection_reset`, or a port (`server.listen`).",
        );
      if (reply.connection) return HttpResponse.error();
      const { "content-length": _, ...kept } = reply.headers;
      // Without it a body that breaks off looks complete, and an abort ends the process.
      const chunked = reply.body.kind === "frames" ? { "transfer-encoding": "chunked" } : {};
      return toResponse({ ...reply, headers: { ...kept, ...chunked } }, signal);
    }),
  ];
}
