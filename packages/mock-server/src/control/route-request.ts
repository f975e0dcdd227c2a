import { consent, consentPath } from "../consent/consent.ts";
import { faultHeader } from "../faults/fault-header.ts";
import { controlFault } from "@patchbay/service/http/access-control";
import { isPreflight, preflight, withCors } from "@patchbay/service/http/cors";
import { HttpError } from "@patchbay/service/http/http-error";
import type { Reply } from "@patchbay/service/http/reply";
import type { IncomingRequest } from "@patchbay/service/http/request";
import type { MockServerOptions } from "../options/options.ts";
import type { ServerHandle } from "../pipeline/server-handle.ts";
import { closedControl, controlPrefix, isForeign } from "./control-api.ts";
import { serviceRoute } from "./service-routes.ts";
import { isSessionName, type Pooled, type SessionPool } from "./sessions.ts";

/** Where requests of a server or a session go. */
interface Destinations<Session extends Pooled> {
  /** The handle at the moment of the request; `reset` and `restore` replace it. */
  readonly current: () => ServerHandle;
  readonly options: MockServerOptions;
  /** `undefined` inside a session: sessions cannot be nested. */
  readonly pool: SessionPool<Session> | undefined;
  readonly control: (request: IncomingRequest) => Promise<Reply>;
  readonly answerIn: (session: Session, request: IncomingRequest, mayControl: () => boolean) => Promise<Reply>;
}

/**
 * Creates the function that routes a request: to the API, a session, the consent page, a service route or the control API.
 * `mayControl` is whether the caller may use the control API, which most requests need not know.
 */
export function createRoutes<Session extends Pooled>({
  current,
  options,
  pool,
  control,
  answerIn,
}: Destinations<Session>): (request: IncomingRequest, mayControl: () => boolean) => Promise<Reply> {
  const route = async (request: IncomingRequest, withControl: boolean): Promise<Reply> => {
    const { pathname } = request.url;
    const [, name, rest] = /^\/s\/([^/]*)(\/.*)$/.exec(pathname) ?? [];
    if (name !== undefined) return routeSession(name, rest!, request, withControl);
    if (!withControl && openWithControl.has(pathname)) return closedControl(controlFault(request.connection, options));
    if (pathname === consentPath) return consent(request, current());
    const outside = serviceRoute(request, current(), withControl && !isForeign(request));
    if (outside) return outside;
    if (!pathname.startsWith(controlPrefix)) return current().handle(request);
    return withControl ? control(request) : closedControl(controlFault(request.connection, options));
  };
  const routeSession = async (
    name: string,
    path: string,
    request: IncomingRequest,
    withControl: boolean,
  ): Promise<Reply> => {
    const isShared = !isGuarded(path) && !path.startsWith("/api/") && path !== "/metrics";
    if (!pool || path.startsWith("/s/")) return noSession(request, "A session has no sessions.");
    if (!isSessionName(name)) return noSession(request, sessionNameRule);
    if (!withControl && (isGuarded(path) || path === "/metrics"))
      return closedControl(controlFault(request.connection, options));
    const url = new URL(request.url);
    url.pathname = path;
    const inner = { ...request, url };
    // The health check and the contract are the same for every session.
    if (isShared) return route(inner, withControl);
    // Only callers that may use the control API can create a session by its path.
    if (!pool.has(name) && !(withControl && mayBegin(request)))
      return noSession(
        request,
        controlFault(request.connection, options) ?? "Pages of other origins cannot create a session.",
      );
    const made = await answerIn(pool.open(name), inner, () => withControl);
    pool.measure(name);
    return made;
  };
  return (request: IncomingRequest, mayControl: () => boolean): Promise<Reply> => {
    const { method, url, headers } = request;
    const { pathname } = url;
    const isApi = !isGuarded(pathname);
    if (isApi && isPreflight(request)) return Promise.resolve(preflight(request, [faultHeader]));
    const ignores = headers.has(faultHeader) && !mayControl();
    const allowed = ignores ? { ...request, allowFaults: false } : request;
    const made = pathname.startsWith("/api/") ? current().handle(allowed) : route(allowed, mayControl());
    const isReadable = isApi && !pathname.endsWith("/metrics") && headers.has("origin");
    const isHead = method === "HEAD";
    if (!isReadable && !isHead) return made;
    return made.then((reply) => {
      const readable = isReadable ? withCors(reply) : reply;
      return isHead ? { ...readable, isHead } : readable;
    });
  };
}

/** Whether a request comes from a program or from a page on this machine, such as an application under test. */
function mayBegin({ headers, url }: IncomingRequest): boolean {
  const origin = headers.get("origin");
  if (origin === null) return headers.get("sec-fetch-site") !== "cross-site";
  return origin === url.origin || (URL.canParse(origin) && loopback.has(new URL(origin).hostname));
}

const sessionNameRule = 'The name of a session must have 1 to 100 characters from A-Z, a-z, 0-9, "_", "-" and ".".';

/** Paths outside the API that are available only to callers that may use the control API. */
const openWithControl: ReadonlySet<string> = new Set([consentPath, "/metrics"]);

async function noSession({ url }: IncomingRequest, reason: string): Promise<Reply> {
  return new HttpError(404, `No session exists at ${url.pathname.slice(0, 200)}. ${reason}`).toReply();
}

/** Whether a path is available only to callers that may use the control API, also below sessions. */
function isGuarded(path: string): boolean {
  if (path.includes(controlPrefix) || path === consentPath) return true;
  return path.startsWith("/s/") && path.replace(/^(?:\/s\/[\w.-]+)+(?=\/)/, "") === consentPath;
}

const loopback: ReadonlySet<string> = new Set(["127.0.0.1", "localhost", "::1", "[::1]"]);
