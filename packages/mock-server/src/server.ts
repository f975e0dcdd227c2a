import { advance, beyondClock } from "./control/advance-time.ts";
import { readBodyText } from "./http/body-text.ts";
import { checkOptions } from "./options/check-options.ts";
import { consent, consentPath } from "./consent/consent.ts";
import { controlFault } from "./http/access-control.ts";
import { isPreflight, preflight, withCors } from "./http/cors.ts";
import { closedControl, createControl, controlPrefix, isForeign } from "./control/control-api.ts";
import { createServerState, shareCatalogs, type CatalogOf } from "./state/create-state.ts";
import type { ProviderStateInterval, ProviderState } from "./engine/health/provider-state.ts";
import type { IncomingRequest, ListeningServer, ListenOptions } from "./http/request.ts";
import { bytesOf, type ServerHandle } from "./pipeline/handle-request.ts";
import { defaultJournalBytes, type MockServerOptions } from "./options/options.ts";
import { HttpError } from "./http/http-error.ts";
import { setProviderStates } from "./rules/provider-states.ts";
import { SessionPool, type Pooled, type Sessions } from "./control/sessions.ts";
import { showValue } from "./json/show-value.ts";
import { keep, run, Snapshots, type Snapshot } from "./control/snapshot.ts";
import { serviceRoute } from "./control/service-routes.ts";
import { toResponse } from "./http/to-response.ts";
import type { Reply } from "./http/reply.ts";
import type { Journal } from "./journal/journal.ts";
import type { ScenarioFile } from "./options/parse-scenario.ts";
import { createRecorder, type Recorder } from "./recording/recorder.ts";
import type { Recording } from "./recording/recording.ts";
import { faultHeader } from "./faults/fault-header.ts";
import type { Match } from "./rules/match.ts";
import type { RuleReply, Rule, RuleStatus } from "./rules/scenario.ts";

/** A reference server in memory. */
export interface MockServer {
  /** Answers a request without a network. Paths live under `/api/v1`, whatever the host. */
  readonly fetch: (input: Request | string | URL, init?: RequestInit) => Promise<Response>;
  /** The same as data, for writers that can do more than a `Response`. */
  readonly handle: (request: IncomingRequest) => Promise<Reply>;
  /**
   * Says what happens to requests that fit; the newest rule goes first. The function that `reply` gives takes the rule away.
   *
   * @example
   * ```ts
   * server.on({ userMessage: /weather/ }).reply({ status: 429 }, "Sunny.");
   * ```
   */
  readonly on: (match?: Match, how?: Pick<Rule, "name" | "times" | "probability">) => RuleBuilder;
  /** Puts the rules of a scenario in the place of all others, and sets the states of its providers. */
  readonly load: (scenario: Pick<MockServerOptions, "rules" | "providers">) => void;
  /** The rules as they stand, newest first. */
  readonly rules: readonly RuleStatus[];
  /** What came, and what became of it. */
  readonly journal: Pick<Journal, "entries" | "last" | "count" | "clear">;
  /** What was recorded so far, with the option `record`. */
  readonly recording: Recording | undefined;
  /** Breaks or mends a provider or one of its endpoints from now on, or sets its states over time since the server began. */
  readonly setProviderState: (slug: string, state: ProviderState | readonly ProviderStateInterval[]) => void;
  /** Moves the server's clock on. */
  readonly advanceTime: (ms: number) => void;
  /** Forgets everything that happened, rules included, and begins anew with the options, and with what is given here. */
  readonly reset: (own?: ScenarioFile) => void;
  /**
   * Keeps everything as it is at this moment: credits, keys, rules, journal, clock, provider states, caches, chance. Requests
   * that are under way are left out; they end in the state in which they began.
   *
   * @example
   * ```ts
   * const paid = server.snapshot();
   * beforeEach(() => server.restore(paid));
   * ```
   */
  readonly snapshot: () => Snapshot;
  /** Goes back to a snapshot of this server or of another one; as often as it takes. */
  readonly restore: (snapshot: Snapshot) => void;
  /**
   * A server of its own with the same options, for one test of many; on a port it lives under `/s/NAME/api/v1`. What is
   * given here begins it anew. When there are more than `maxSessions`, the one that was used longest ago is evicted: its path
   * begins anew, and the server that this method gave goes on by itself.
   *
   * @throws RangeError for a name that is not 1 to 100 letters, digits, `_`, `-` or `.`, and inside a session.
   */
  readonly session: (name: string, own?: ScenarioFile) => MockServer;
  /** Lists and deletes sessions. */
  readonly sessions: Sessions;
  /** Serves on a port; Node only. Rejects when the port is taken. */
  readonly listen: (options?: ListenOptions) => Promise<ListeningServer>;
}

/** A rule that still needs its replies. */
export interface RuleBuilder {
  /** One after the other. */
  readonly reply: (...replies: readonly [RuleReply, ...RuleReply[]]) => () => void;
}

/**
 * Makes a reference server of the unified AI API. It checks every request against the contract, answers, streams token by
 * token and charges its own ledger.
 *
 * @example
 * ```ts
 * const server = createMockServer({ credits: 5, script: ["Hello!"] });
 * const client = new Patchbay({ apiKey: "sk-or-v1-test", fetch: server.fetch });
 * ```
 */
export function createMockServer(options: MockServerOptions = {}): MockServer {
  checkOptions(options);
  const { maxSessions = 1000, journalBytes = defaultJournalBytes } = options;
  const shared: Shared = {
    catalogOf: shareCatalogs(),
    recorder: options.record && createRecorder(options.record),
  };
  const pool: SessionPool<Hosted> = new SessionPool({ count: maxSessions, bytes: 4 * journalBytes }, (name) =>
    host(options, undefined, shared, name),
  );
  return host(options, pool, shared).server;
}

/** What a server and its sessions have in common. */
interface Shared {
  readonly catalogOf: CatalogOf;
  readonly recorder: Recorder | undefined;
}

/** A server or one of its sessions, and what the pool of sessions wants to know of it. */
interface Hosted extends Pooled {
  readonly server: MockServer;
  readonly answer: (request: IncomingRequest, withControl: boolean) => Promise<Reply>;
}

/**
 * Makes a server, or a session when there is no pool: sessions have none of their own. `name` is that of the session; the ids of
 * two sessions do not meet.
 */
function host(options: MockServerOptions, pool: SessionPool<Hosted> | undefined, shared: Shared, name = ""): Hosted {
  let handle = begin(options, shared, name);
  const reset = (own: ScenarioFile = {}): void => {
    handle = begin({ ...options, ...own }, shared, name);
  };
  const session = (name: string, own?: ScenarioFile): MockServer => {
    if (!pool)
      throw new RangeError(
        `The session ${JSON.stringify(name)} cannot be made inside a session. Call session() of the server.`,
      );
    if (!isSessionName(name))
      throw new RangeError(
        `The name of a session must be 1 to 100 letters, digits, "_", "-" or ".", got ${showValue(name)}.`,
      );
    const { server } = pool.open(name);
    if (own) server.reset(own);
    return server;
  };
  const snapshots = new Snapshots(4 * (options.journalBytes ?? defaultJournalBytes));
  const control = createControl({
    get handle() {
      return handle;
    },
    sessions: pool,
    reset,
    snapshots,
    snapshot: () => keep(handle),
    restore: (snapshot) => {
      handle = snapshot.revive();
    },
  });
  const route = async (request: IncomingRequest, withControl: boolean): Promise<Reply> => {
    const { pathname } = request.url;
    if (pathname.startsWith("/api/")) return handle.reply(request);
    const [, name, rest] = /^\/s\/([^/]*)(\/.*)$/.exec(pathname) ?? [];
    if (name !== undefined) return routeSession(name, rest!, request, withControl);
    if (!withControl && openWithControl.has(pathname)) return closedControl(controlFault(request.connection, options));
    if (pathname === consentPath) return consent(request, handle.instance);
    const outside = serviceRoute(request, handle.instance, withControl && !isForeign(request));
    if (outside) return outside;
    if (!pathname.startsWith(controlPrefix)) return handle.reply(request);
    return withControl ? control(request) : closedControl(controlFault(request.connection, options));
  };
  const routeSession = async (
    name: string,
    path: string,
    request: IncomingRequest,
    withControl: boolean,
  ): Promise<Reply> => {
    const isShared = !isGuarded(path) && !path.startsWith("/api/") && path !== "/metrics";
    if (!pool || path.startsWith("/s/")) return noSession(request, "A session has no sessions of its own.");
    if (!isSessionName(name)) return noSession(request, sessionNameRule);
    if (!withControl && (isGuarded(path) || path === "/metrics"))
      return closedControl(controlFault(request.connection, options));
    const url = new URL(request.url);
    url.pathname = path;
    const inner = { ...request, url };
    // Whether the server is well, and its contract, are the same for every session.
    if (isShared) return route(inner, withControl);
    // Only those who may control the server begin a session by its path.
    if (!pool.has(name) && !(withControl && mayBegin(request)))
      return noSession(
        request,
        controlFault(request.connection, options) ?? "Pages of other origins begin no session.",
      );
    const { answer: answerInside } = pool.open(name);
    const made = await answerInside(inner, withControl);
    pool.measure(name);
    return made;
  };
  const answer = async (request: IncomingRequest, withControl: boolean): Promise<Reply> => {
    const isApi = !isGuarded(request.url.pathname);
    if (isApi && isPreflight(request)) return preflight(request);
    const ignores = !withControl && request.headers.has(faultHeader);
    const made = await route(ignores ? { ...request, allowFaults: false } : request, withControl);
    const isShared = isApi && !request.url.pathname.endsWith("/metrics");
    const readable = isShared && request.headers.has("origin") ? withCors(made) : made;
    return request.method === "HEAD" ? { ...readable, isHead: true } : readable;
  };

  const reply = (request: IncomingRequest): Promise<Reply> =>
    answer(request, controlFault(request.connection, options) === undefined);

  const server: MockServer = {
    handle: reply,
    on: (match = {}, how = {}) => ({
      reply: (...replies) => handle.instance.scenario.add({ ...how, match, reply: replies }),
    }),
    load: (given) => {
      checkOptions(given);
      const { rules = [], providers = {} } = given;
      const { scenario, state } = handle.instance;
      scenario.replace(rules, () => setProviderStates(state, providers));
    },
    get rules() {
      return handle.instance.scenario.rules;
    },
    get journal() {
      return handle.instance.journal;
    },
    get recording() {
      return handle.instance.recorder?.recording;
    },
    setProviderState: (slug, state) => setProviderStates(handle.instance.state, { [slug]: state }),
    advanceTime: (ms) => {
      if (!advance(handle, ms)) throw new RangeError(beyondClock(ms));
    },
    reset,
    snapshot: () => keep(handle),
    restore: (snapshot) => {
      handle = snapshot.revive();
    },
    session,
    sessions: pool ?? noSessions,
    async fetch(input, init) {
      const request = input instanceof Request && init === undefined ? input : new Request(input, init);
      request.signal.throwIfAborted();
      const { method, url, headers, signal } = request;
      return toResponse(
        await reply({ method, url: new URL(url), headers, body: () => readBodyText(request.body, headers), signal }),
        signal,
      );
    },
    async listen(where = {}) {
      const { listen } = await import("#listen");
      return listen(reply, where);
    },
  };
  return {
    server,
    answer,
    get bytes() {
      return bytesOf(handle.instance) + snapshots.bytes;
    },
    get requests() {
      return handle.instance.journal.count;
    },
    get open() {
      return handle.instance.open;
    },
  };
}

const noSessions: Sessions = { list: () => [], delete: () => false };

function isSessionName(name: string): boolean {
  return /^[\w.-]{1,100}$/.test(name);
}

/** Whether a request comes from a program, or from a page of this machine: an application under test. */
function mayBegin({ headers, url }: IncomingRequest): boolean {
  const origin = headers.get("origin");
  if (origin === null) return headers.get("sec-fetch-site") !== "cross-site";
  return origin === url.origin || (URL.canParse(origin) && loopback.has(new URL(origin).hostname));
}

const sessionNameRule = 'The name of a session has 1 to 100 letters, digits, "_", "-" or ".", and no other characters.';

/** Paths outside the API that are open only where the control API is. */
const openWithControl: ReadonlySet<string> = new Set([consentPath, "/metrics"]);

async function noSession({ url }: IncomingRequest, reason: string): Promise<Reply> {
  return new HttpError(404, `No session is at ${url.pathname.slice(0, 200)}. ${reason}`).toReply();
}

/** Whether a path is open only where the control API is, also below sessions. */
function isGuarded(path: string): boolean {
  return path.includes(controlPrefix) || path.replace(/^(?:\/s\/[\w.-]+)+(?=\/)/, "") === consentPath;
}

const loopback: ReadonlySet<string> = new Set(["127.0.0.1", "localhost", "::1", "[::1]"]);

function begin(options: MockServerOptions, { catalogOf, recorder }: Shared, name: string): ServerHandle {
  checkOptions(options);
  const shift = { ms: 0 };
  const running = run(options, createServerState(options, shift, catalogOf, name), shift, recorder);
  const { state, scenario } = running.instance;
  setProviderStates(state, options.providers ?? {});
  scenario.replace(options.rules ?? []);
  return running;
}
