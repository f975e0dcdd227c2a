import { operations, type OperationInfo } from "@patchbay/spec";
import type { KeyedContext } from "@patchbay/service/context/handler";
import { createPace } from "@patchbay/service/context/pace";
import type { RequestRandom, SeededRandom } from "@patchbay/service/context/seeded-random";
import type { Key } from "@patchbay/engine/billing/key";
import { checkLength } from "@patchbay/service/http/body-text";
import { HttpError } from "@patchbay/service/http/http-error";
import type { Reply } from "@patchbay/service/http/reply";
import {
  bodyLimit,
  withBody,
  type HeaderReader,
  type IncomingRequest,
  type ReadRequest,
} from "@patchbay/service/http/request";
import { createRouter, type RouteMatch } from "@patchbay/service/http/router";
import type { JournalEntry, JournalNote } from "../journal/journal-entry.ts";
import type { Journal } from "../journal/journal.ts";
import { shorten } from "@patchbay/service/messages/shorten";
import { headerText } from "../rules/header-text.ts";
import { getModelOutput, getProviderError, getRuleResponse, statusReply } from "../rules/play.ts";
import { toRuleRequest } from "../rules/rule-request.ts";
import { explainMisses, type Play, type Scenario } from "../rules/scenario.ts";
import type { ServerState } from "../state/server-state.ts";
import { readInput } from "@patchbay/service/validation/validate-input";
import { authenticate, checkKey } from "./authenticate.ts";
import { askedFaults, withRuleReply } from "./finish-reply.ts";
import { longestPath, startEntry, writeEntry } from "./journal-request.ts";
import { OpenRequest } from "./open-request.ts";
import { inErrorForm, runHandler, withoutSecrets } from "@patchbay/service/handlers/run-handler";
import { handlers } from "../handlers/index.ts";

/** The parts of a server that its requests use. */
export interface RequestHandling {
  readonly state: ServerState;
  readonly scenario: Scenario;
  readonly journal: Journal;
  readonly seededRandom: SeededRandom;
  /** The number of requests in progress. */
  readonly counter: { open: number };
  /** Whether a request that matches no rule is rejected, once there are rules. */
  readonly strict: boolean;
  /** In milliseconds. */
  readonly writeTimeout: number;
  readonly onRequest: ((entry: JournalEntry) => void) | undefined;
  /** A recorder or replayer, which replies in place of the handlers. The server state is then unused. */
  readonly substitute: ((request: ReadRequest, path: string) => Reply | Promise<Reply>) | undefined;
}

/** One request on its way through the stages. */
interface RequestContext extends Pick<RequestHandling, "state" | "scenario" | "strict"> {
  readonly incoming: IncomingRequest;
  /** The journal entry of the request. Each stage adds its data. */
  readonly note: JournalNote;
  readonly open: OpenRequest;
}

/** For a longer body, the server pauses between the stages so that other requests make progress. In characters. */
const longBody = 1_000_000;

const prefix = "/api/v1";
const route = createRouter(Object.values<OperationInfo>(operations), prefix);

/** Handles a request. The request stays open, and its journal entry incomplete, until the body of the reply has ended. */
export async function handleRequest(server: RequestHandling, incoming: IncomingRequest): Promise<Reply> {
  const startedAt = performance.now();
  const { state, scenario, strict, substitute } = server;
  const open = new OpenRequest(server.counter);
  const context: RequestContext = { state, scenario, strict, incoming, note: startEntry(state, incoming), open };
  try {
    let reply: Reply;
    try {
      const isSubstituted = substitute && incoming.url.pathname.startsWith(`${prefix}/`);
      reply = await (isSubstituted ? runSubstitute(substitute, context) : runStages(server, context));
    } catch (error) {
      reply = toErrorReply(error, context);
    }
    return writeEntry(server, context, reply, performance.now() - startedAt);
  } catch (error) {
    open.scope.close();
    open.end();
    throw error;
  }
}

/** An error response is a reply as well. */
function toErrorReply(error: unknown, { note, open }: RequestContext): Reply {
  if (!(error instanceof HttpError)) throw error;
  open.scope.close();
  return inErrorForm(withoutSecrets(error.toReply()), note.path);
}

/** Runs the stages of a request in order: route, authenticate, read, validate, match rules, run the handler, apply faults. */
async function runStages({ seededRandom }: RequestHandling, context: RequestContext): Promise<Reply> {
  const { incoming, note } = context;
  const target = routeRequest(context);
  const key = authenticateRequest(context, target);
  const body = target.operation.body ? await readBody(incoming) : "";
  acceptBody(body, context, target, key);
  const isLong = body.length > longBody;
  if (isLong) await createPace(incoming.signal).pause();
  // Drawn before validation, so that a request gets the same ids whether or not another one is rejected.
  const drawn = seededRandom.draw(target.operation.id, body, key?.hash ?? "");
  const reading = validateInput(context, target, body);
  // Most of what follows is known at once, and each `await` of such a value takes 0.3 µs.
  const input = reading instanceof Promise ? await reading : reading;
  if (isLong) await createPace(incoming.signal).pause();
  const faults = askedFaults(incoming);
  const matched = faults.response ? noRule : matchRules(context, target, input, drawn);
  const ownReply = faults.response
    ? withoutSecrets(statusReply(faults.response))
    : matched.play && getRuleResponse(matched.play, target.operation.id);
  const reply = ownReply ?? (await runOperation(context, target, { key, body, drawn, input, play: matched.play }));
  return withRuleReply(withNearMiss(reply, matched.nearMiss), matched.play, faults, note);
}

/** Finds the operation of a request. Throws 404, 405, or 426 for a WebSocket, which makes clients send a POST request. */
function routeRequest({ incoming: { method, url, headers }, note }: RequestContext): RouteMatch {
  const target = routeOrUpgrade(method, url.pathname, headers);
  note.operation = target.operation.id;
  if (target.operation.body) checkLength(headers);
  return target;
}

function routeOrUpgrade(method: string, path: string, headers: HeaderReader): RouteMatch {
  try {
    return route(method, path);
  } catch (error) {
    const isWebSocket = headers.get("upgrade")?.toLowerCase() === "websocket";
    if (!isWebSocket || !(error instanceof HttpError) || error.status !== 405) throw error;
    throw new HttpError(426, `${path} does not accept WebSocket connections. Send a POST request.`);
  }
}

/** Checks the API key before anything else of the request is read or stored. Throws 401 or 403. */
function authenticateRequest(
  { incoming: { url, headers }, note, open, state }: RequestContext,
  { operation, path }: RouteMatch,
): Key | undefined {
  const key = authenticate(headers, operation, state);
  if (key) open.useKey(key);
  note.search = shorten(url.search, longestPath);
  note.seen = { headers, parameters: path };
  note.keyHash = key?.hash;
  return key;
}

function readBody(incoming: IncomingRequest): string | Promise<string> {
  return typeof incoming.body === "string" ? incoming.body : withBody(incoming).then(({ body }) => body);
}

/** Checks what can have changed while the body arrived, and notes the body. Throws 401, 403 or 413. */
function acceptBody(
  body: string,
  { note, state }: RequestContext,
  { operation }: RouteMatch,
  key: Key | undefined,
): void {
  // The key can be changed, deleted or expired by the time the body has arrived.
  if (key) checkKey(key, operation, state);
  checkBodyLimit(body);
  note.body = body;
}

function checkBodyLimit(body: string): void {
  if (body.length > bodyLimit) throw new HttpError(413, `The body is larger than ${bodyLimit} bytes.`);
}

/** Validates the parameters and the body against the contract. Throws 400. */
function validateInput(
  { incoming: { url, headers, signal } }: RequestContext,
  { operation, path }: RouteMatch,
  body: string,
): Record<string, unknown> | Promise<Record<string, unknown>> {
  return readInput(operation, { path, query: url.searchParams, headers, body, signal });
}

/** The matching rule of a request, or the nearest misses as text. */
interface RuleMatch {
  readonly play: Play | undefined;
  readonly nearMiss: string;
}

const noRule: RuleMatch = { play: undefined, nearMiss: "" };

/** Finds the rule of a request. Throws 400 if none matches and the server is strict. */
function matchRules(
  { scenario, strict, incoming: { headers }, note }: RequestContext,
  { operation }: RouteMatch,
  input: Record<string, unknown>,
  drawn: RequestRandom,
): RuleMatch {
  if (scenario.isEmpty) return noRule;
  const found = scenario.find(toRuleRequest({ operation: operation.id, input, headers }), drawn.request);
  if ("rule" in found) {
    note.rule = found.rule;
    return { play: found, nearMiss: "" };
  }
  note.nearMisses = found;
  const nearMiss = explainMisses(found);
  if (strict && nearMiss !== "")
    throw new HttpError(400, `No rule matches this request. ${nearMiss}`, { headers: nearMissHeader(nearMiss) });
  return { play: undefined, nearMiss };
}

interface ValidRequest {
  readonly key: Key | undefined;
  readonly body: string;
  readonly drawn: RequestRandom;
  readonly input: Record<string, unknown>;
  readonly play: Play | undefined;
}

/** Runs the handler of an operation. */
function runOperation(
  { incoming: { headers, url, signal }, note, open, state }: RequestContext,
  { operation }: RouteMatch,
  { key, body, drawn: { random, ids }, input, play }: ValidRequest,
): Promise<Reply> {
  const override = play && { output: () => getModelOutput(play), failure: () => getProviderError(play) };
  const context = {
    state,
    key,
    headers,
    url,
    signal,
    text: () => body,
    override,
    note,
    random,
    ids,
    scope: open.scope,
  };
  // `authenticate` found a key, except for operations whose handlers need none.
  return runHandler(handlers, operation, input, context as KeyedContext);
}

function withNearMiss(reply: Reply, nearMiss: string): Reply {
  return nearMiss === "" ? reply : { ...reply, headers: { ...reply.headers, ...nearMissHeader(nearMiss) } };
}

function nearMissHeader(nearMiss: string): { "x-patchbay-near-miss": string } {
  return { "x-patchbay-near-miss": headerText(nearMiss) };
}

/** Replies with a recorder or a replayer, also for paths that are not in the contract. */
async function runSubstitute(
  substitute: NonNullable<RequestHandling["substitute"]>,
  { incoming, note }: RequestContext,
): Promise<Reply> {
  const { method, url, headers } = incoming;
  const target = findOperation(method, url.pathname);
  if (target) note.operation = target.operation.id;
  checkLength(headers);
  note.search = shorten(url.search, longestPath);
  note.seen = { headers, parameters: target?.path ?? {} };
  const request = await withBody(incoming);
  checkBodyLimit(request.body);
  note.body = request.body;
  const faults = askedFaults(incoming);
  const reply = faults.response
    ? statusReply(faults.response)
    : await substitute(request, url.pathname.slice(prefix.length));
  return withRuleReply(reply, undefined, faults, note);
}

/** The operation of a path; `undefined` if the contract has none. */
function findOperation(method: string, path: string): RouteMatch | undefined {
  try {
    return route(method, path);
  } catch {
    return undefined;
  }
}
