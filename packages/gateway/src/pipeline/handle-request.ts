import { operations, type OperationId, type OperationInfo } from "@patchbay/spec";
import type { KeyedContext } from "@patchbay/service/context/handler";
import { inErrorForm, runHandler, withoutSecrets } from "@patchbay/service/handlers/run-handler";
import { ClientLeft } from "@patchbay/service/http/client-left";
import { HttpError } from "@patchbay/service/http/http-error";
import type { Reply } from "@patchbay/service/http/reply";
import { withBody, type IncomingRequest } from "@patchbay/service/http/request";
import { createRouter, type RouteMatch } from "@patchbay/service/http/router";
import { RequestScope } from "@patchbay/service/ports/request-scope";
import { orderedIds } from "./ordered-ids.ts";
import { secureIds } from "@patchbay/service/state/secure-ids";
import { readInput } from "@patchbay/service/validation/validate-input";
import { authenticate, checkKey, unknownKey } from "../access/authenticate.ts";
import type { RequestLimits } from "../billing/request-limits.ts";
import { handlers } from "../handlers/index.ts";
import type { GatewayState } from "../handlers/gateway-state.ts";
import type { Traces } from "../operation/traces/traces.ts";
import { StoreUnavailable } from "../ports/store-unavailable.ts";
import { keepRequestBytes, textReader } from "../upstream/request-bytes.ts";
import { addPlugins } from "./default-plugins.ts";
import { onceEnded } from "./once-ended.ts";
import type { RequestClock } from "./request-clock.ts";
import { noteError, type RequestReport } from "./request-report.ts";

/** The path below which the API is served. */
export const apiPrefix = "/api/v1";

/** Operations that call a provider: they count toward limits. */
export const paid: ReadonlySet<OperationId> = new Set<OperationId>([
  "chat.completions.create",
  "responses.create",
  "messages.create",
  "embeddings.create",
  "rerank.create",
]);

/** What bounds each request. */
interface RequestSizes {
  /** Largest body in bytes. */
  readonly bodyBytes: number;
  /** Milliseconds of a whole request. */
  readonly requestTime: number;
}

export interface PipelineOptions {
  readonly state: () => GatewayState;
  readonly limits: RequestLimits;
  /** Ids of the plugins that the configuration enables for all requests. */
  readonly plugins: () => readonly string[];
  /** Reads the customer's own provider keys. */
  readonly loadProviderKeys: (account: string) => void | Promise<void>;
  /** Waits for a free place. Throws 503 if the gateway takes no requests now. Returns what ends a request. */
  readonly open: (signal: AbortSignal) => Promise<() => void> | (() => void);
  readonly clock: RequestClock;
  readonly requestLimits: () => RequestSizes;
  /** Undefined if nothing is traced. */
  readonly traces?: Pick<Traces, "begin"> | undefined;
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
  const { bodyBytes, requestTime } = options.requestLimits();
  const timed = options.clock.begin(incoming.signal, requestTime);
  const trace = options.traces?.begin(incoming.headers, report);
  let reply: Reply;
  try {
    close = await options.open(timed.signal);
    const run = (): Promise<Reply> =>
      runStages(options, { ...incoming, signal: timed.signal }, { report, scope, bodyBytes });
    reply = await (trace ? trace.run(run) : run());
  } catch (error) {
    reply = toErrorReply(error, report, options);
  }
  report.status = reply.status;
  if (reply.error) noteError(report, reply.error);
  const end = (complete: boolean): void => {
    scope.close();
    close();
    timed.end();
    report.complete = complete;
    report.durationMs = performance.now() - startedAt;
    trace?.end();
    options.onEnd(report);
  };
  const ended = onceEnded(reply, end, (error) => options.onBug(error, report));
  return { ...ended, headers: { ...ended.headers, "x-request-id": report.id } };
}

interface Running {
  readonly report: RequestReport;
  readonly scope: RequestScope;
  readonly bodyBytes: number;
}

/** Runs the stages in order: route, authenticate, count, read, validate, handle. */
async function runStages(
  { state: current, limits, plugins, loadProviderKeys }: PipelineOptions,
  incoming: IncomingRequest,
  { report, scope, bodyBytes }: Running,
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
  const { body, bytes } = operation.body ? await withBody(incoming, bodyBytes) : { body: "" };
  // The key can be disabled, deleted or expire by the time the body has arrived.
  if (key) checkKey(state.keys.get(key.hash) ?? unknownKey(), operation, state.now());
  const read = await readInput(operation, {
    path,
    query: url.searchParams,
    headers,
    body,
    ...(signal && { signal }),
  });
  const input = addPlugins(operation.id, read, plugins());
  if (operation.id === "chat.completions.create") keepRequestBytes(input.messages, bytes, scope);
  report.model = typeof input.model === "string" ? input.model : undefined;
  report.streamed = input.stream === true;
  const context = {
    state,
    key,
    headers,
    url,
    signal,
    text: textReader(body, bytes),
    override: undefined,
    note: report,
    random: Math.random,
    ids: orderedIds,
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
  // A caller that left receives no response. Its abort is expected.
  if (!known && !isAbort(error)) onBug(error, report);
  const reply = (known ?? new HttpError(500, "Internal Server Error")).toReply();
  report.attempts ??= known?.details.attempts ?? [];
  return inErrorForm(withoutSecrets(reply), report.path);
}

function isAbort(error: unknown): boolean {
  return error instanceof Error && (error.name === "AbortError" || error instanceof ClientLeft);
}

function toHttpError(error: unknown): HttpError | undefined {
  if (error instanceof HttpError) return error;
  if (error instanceof StoreUnavailable)
    return new HttpError(503, `The gateway cannot record charges now: ${error.message}`, {
      metadata: { limit_source: "ledger" },
      headers: { "retry-after": String(Math.max(Math.ceil(error.retryAfterMs / 1000), 1)) },
    });
  return undefined;
}
