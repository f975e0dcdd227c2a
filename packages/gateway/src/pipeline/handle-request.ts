import { operations, type OperationId, type OperationInfo } from "@patchbay/spec";
import type { KeyedContext } from "@patchbay/service/context/handler";
import type { RequestNote } from "@patchbay/service/context/request-note";
import { inErrorForm, runHandler, withoutSecrets } from "@patchbay/service/handlers/run-handler";
import { HttpError } from "@patchbay/service/http/http-error";
import type { Reply } from "@patchbay/service/http/reply";
import { withBody, type IncomingRequest } from "@patchbay/service/http/request";
import { createRouter, type RouteMatch } from "@patchbay/service/http/router";
import { RequestScope } from "@patchbay/service/ports/request-scope";
import { secureIds } from "@patchbay/service/state/secure-ids";
import { readInput } from "@patchbay/service/validation/validate-input";
import { authenticate, checkKey, unknownKey } from "../access/authenticate.ts";
import type { GatewayKey } from "../access/gateway-key.ts";
import type { RequestLimits } from "../billing/request-limits.ts";
import { handlers } from "../handlers/index.ts";
import type { GatewayState } from "../handlers/gateway-state.ts";
import { StoreUnavailable } from "../ports/store-unavailable.ts";
import { addPlugins } from "./default-plugins.ts";
import { onceEnded } from "./once-ended.ts";

/** The path below which the API is served. */
export const apiPrefix = "/api/v1";

/** Operations that call a provider: they count toward limits. */
const paid: ReadonlySet<OperationId> = new Set<OperationId>([
  "chat.completions.create",
  "responses.create",
  "messages.create",
  "embeddings.create",
  "rerank.create",
]);

/** What is known of a request when it has ended, for logs and metrics. */
export interface RequestReport extends RequestNote {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  operation?: OperationId;
  key?: GatewayKey;
  status: number;
  /** Model that the request named, if it was read. */
  model?: string | undefined;
  /** Whether the response was streamed. */
  streamed?: boolean;
  /** Message of the error response. */
  error?: string | undefined;
  /** Whether the client received the whole response. */
  complete?: boolean;
  /** `performance.now()` when the request arrived. */
  readonly startedAt: number;
  durationMs: number;
}

export interface PipelineOptions {
  readonly state: () => GatewayState;
  readonly limits: RequestLimits;
  /** Ids of the plugins that the configuration enables for all requests. */
  readonly plugins: () => readonly string[];
  /** Reads the customer's own provider keys. */
  readonly loadProviderKeys: (account: string) => void | Promise<void>;
  /** Throws 503 if the gateway takes no requests now. Returns what ends a request. */
  readonly open: () => Promise<() => void> | (() => void);
  /** Called once for each request, when its response has ended. */
  readonly onEnd: (report: RequestReport) => void;
  /** An error that is a bug of the gateway. */
  readonly onBug: (error: unknown, report: RequestReport) => void;
}

const route = createRouter(Object.values<OperationInfo>(operations), apiPrefix);

/** Handles a request of the API. Never rejects: a bug becomes a 500. */
export async function handleRequest(options: PipelineOptions, incoming: IncomingRequest): Promise<Reply> {
  const { method, url } = incoming;
  const startedAt = performance.now();
  const report: RequestReport = {
    id: `req_${secureIds.text(20)}`,
    method,
    path: url.pathname,
    status: 0,
    startedAt,
    durationMs: 0,
  };
  const scope = new RequestScope();
  let close: () => void = () => undefined;
  let reply: Reply;
  try {
    close = await options.open();
    reply = await runStages(options, incoming, { report, scope });
  } catch (error) {
    reply = toErrorReply(error, report, options);
  }
  report.status = reply.status;
  if (reply.error) report.error = reply.error.message;
  const end = (complete: boolean): void => {
    scope.close();
    close();
    report.complete = complete;
    report.durationMs = performance.now() - startedAt;
    options.onEnd(report);
  };
  const ended = onceEnded(reply, end, (error) => options.onBug(error, report));
  return { ...ended, headers: { ...ended.headers, "x-request-id": report.id } };
}

interface Running {
  readonly report: RequestReport;
  readonly scope: RequestScope;
}

/** Runs the stages in order: route, authenticate, count, read, validate, handle. */
async function runStages(
  { state: current, limits, plugins, loadProviderKeys }: PipelineOptions,
  incoming: IncomingRequest,
  { report, scope }: Running,
): Promise<Reply> {
  const state = current();
  const { operation, path } = findRoute(incoming);
  report.operation = operation.id;
  const { headers, url, signal } = incoming;
  const key = authenticate(headers, operation, { keys: state.keys, now: state.now() });
  if (key) {
    report.key = key;
    if (paid.has(operation.id)) {
      scope.hold(await limits.enter(key));
      await loadProviderKeys(key.account);
    }
  }
  const text = operation.body ? (await withBody(incoming)).body : "";
  // The key can be disabled, deleted or expire by the time the body has arrived.
  if (key) checkKey(state.keys.get(key.hash) ?? unknownKey(), operation, state.now());
  const read = await readInput(operation, {
    path,
    query: url.searchParams,
    headers,
    body: text,
    ...(signal && { signal }),
  });
  const input = addPlugins(operation.id, read, plugins());
  report.model = typeof input.model === "string" ? input.model : undefined;
  report.streamed = input.stream === true;
  const context = {
    state,
    key,
    headers,
    url,
    signal,
    text,
    override: undefined,
    note: report,
    random: Math.random,
    ids: secureIds,
    scope,
  };
  // `authenticate` found a key, except for operations whose handlers need none.
  return runHandler(handlers, operation, input, context as unknown as KeyedContext);
}

function findRoute({ method, url, headers }: IncomingRequest): RouteMatch {
  try {
    return route(method, url.pathname);
  } catch (error) {
    const isWebSocket = headers.get("upgrade")?.toLowerCase() === "websocket";
    if (!isWebSocket || !(error instanceof HttpError) || error.status !== 405) throw error;
    throw new HttpError(426, `${url.pathname} does not accept WebSocket connections. Send a POST request.`);
  }
}

function toErrorReply(error: unknown, report: RequestReport, { onBug }: PipelineOptions): Reply {
  const known = toHttpError(error);
  if (!known) onBug(error, report);
  const reply = (known ?? new HttpError(500, "Internal Server Error")).toReply();
  report.attempts ??= known?.details.attempts ?? [];
  return inErrorForm(withoutSecrets(reply), report.path);
}

function toHttpError(error: unknown): HttpError | undefined {
  if (error instanceof HttpError) return error;
  if (error instanceof StoreUnavailable)
    return new HttpError(503, `The gateway cannot record charges now: ${error.message}`, {
      headers: { "retry-after": String(Math.max(Math.ceil(error.retryAfterMs / 1000), 1)) },
    });
  return undefined;
}
