import { advance, beyondClock } from "./control/advance-time.ts";
import { readBodyText } from "@patchbay/service/http/body-text";
import { checkOptions } from "./options/check-options.ts";
import { controlFault } from "@patchbay/service/http/access-control";
import { createControl } from "./control/control-api.ts";
import { createServerState, shareCatalogs, type CatalogOf } from "./setup/create-state.ts";
import type { ProviderStateInterval, ProviderState } from "@patchbay/engine/health/provider-state";
import type { IncomingRequest, ListeningServer, ListenOptions } from "@patchbay/service/http/request";
import { bytesOf, createServerHandle, type ServerHandle } from "./pipeline/server-handle.ts";
import { defaultJournalBytes, type MockServerOptions } from "./options/options.ts";
import { setProviderStates } from "./rules/provider-states.ts";
import { isSessionName, SessionPool, type Pooled, type Sessions } from "./control/sessions.ts";
import { showValue } from "@patchbay/service/json/show-value";
import { takeSnapshot, Snapshots, type Snapshot } from "./control/snapshot.ts";
import { createRoutes } from "./control/route-request.ts";
import { toResponse } from "@patchbay/service/http/to-response";
import type { Reply } from "@patchbay/service/http/reply";
import type { Journal } from "./journal/journal.ts";
import type { ScenarioFile } from "./options/parse-scenario.ts";
import { createRecorder, type Recorder } from "./recording/recorder.ts";
import type { Recording } from "./recording/recording.ts";
import type { Match } from "./rules/match.ts";
import type { RuleReply, Rule, RuleStatus } from "./rules/scenario.ts";

/** A mock server in memory. */
export interface MockServer {
  /** Handles a request in process, without a network. Paths begin with `/api/v1`; the host does not matter. */
  readonly fetch: (input: Request | string | URL, init?: RequestInit) => Promise<Response>;
  /** Handles a request and returns the reply as data, for transports that can express more than a `Response`. */
  readonly handle: (request: IncomingRequest) => Promise<Reply>;
  /**
   * Adds a rule for matching requests. The newest rule applies first. The function that `reply` returns removes the rule.
   *
   * @example
   * ```ts
   * server.on({ userMessage: /weather/ }).reply({ status: 429 }, "Sunny.");
   * ```
   */
  readonly on: (match?: Match, how?: Pick<Rule, "name" | "times" | "probability">) => RuleBuilder;
  /** Replaces all rules with those of a scenario, and sets the states of its providers. */
  readonly load: (scenario: Pick<MockServerOptions, "rules" | "providers">) => void;
  /** The current rules, newest first. */
  readonly rules: readonly RuleStatus[];
  /** The received requests and their responses. */
  readonly journal: Pick<Journal, "entries" | "last" | "count" | "clear">;
  /** The exchanges recorded so far, with the option `record`. */
  readonly recording: Recording | undefined;
  /** Sets the state of a provider or endpoint from now on, or its states over time since the server started. */
  readonly setProviderState: (slug: string, state: ProviderState | readonly ProviderStateInterval[]) => void;
  /** Advances the server's clock, in milliseconds. Negative values move it back. */
  readonly advanceTime: (ms: number) => void;
  /** Discards all state, including rules, and restarts with the server's options and with `own`. */
  readonly reset: (own?: ScenarioFile) => void;
  /**
   * Captures the current state: credits, keys, rules, journal, clock, provider states, caches, random numbers. Requests in
   * progress are not part of it; they end in the state in which they began.
   *
   * @example
   * ```ts
   * const paid = server.snapshot();
   * beforeEach(() => server.restore(paid));
   * ```
   */
  readonly snapshot: () => Snapshot;
  /** Restores a snapshot of this server or of another one, any number of times. */
  readonly restore: (snapshot: Snapshot) => void;
  /**
   * A separate server with the same options, for one of several concurrent tests. On a port, its base path is
   * `/s/NAME/api/v1`. `own` resets the session. Beyond `maxSessions`, the least recently used session is evicted: the next
   * request to its path starts a new session, and the server that this method returned keeps working on its own.
   *
   * @throws RangeError for a name that does not match `[A-Za-z0-9_.-]{1,100}`, and inside a session.
   */
  readonly session: (name: string, own?: ScenarioFile) => MockServer;
  /** Lists and deletes sessions. */
  readonly sessions: Sessions;
  /** Listens on a port. Needs Node, Deno or Bun. Rejects if the port is in use. */
  readonly listen: (options?: ListenOptions) => Promise<ListeningServer>;
}

/** Completes a rule with its replies. */
export interface RuleBuilder {
  /** The replies, used in order. A single reply applies to every matching request. Returns a function that removes the rule. */
  readonly reply: (...replies: readonly [RuleReply, ...RuleReply[]]) => () => void;
}

/**
 * Creates a mock server of the OpenRouter API. It validates every request against the contract, replies or streams token by
 * token, and charges its own ledger.
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

/** The objects that a server and its sessions share. */
interface Shared {
  readonly catalogOf: CatalogOf;
  readonly recorder: Recorder | undefined;
}

/** A server or one of its sessions, with the data that the session pool needs. */
interface Hosted extends Pooled {
  readonly server: MockServer;
  readonly answer: (request: IncomingRequest, mayControl: () => boolean) => Promise<Reply>;
}

/**
 * Creates a server, or a session if `pool` is `undefined`: sessions cannot be nested. `name` is the name of the session; the ids
 * of two sessions never collide.
 */
function host(options: MockServerOptions, pool: SessionPool<Hosted> | undefined, shared: Shared, name = ""): Hosted {
  let handle = start(options, shared, name);
  const reset = (own: ScenarioFile = {}): void => {
    handle = start({ ...options, ...own }, shared, name);
  };
  const session = (name: string, own?: ScenarioFile): MockServer => {
    if (!pool)
      throw new RangeError(
        `The session ${JSON.stringify(name)} cannot be created inside a session. Call session() of the server.`,
      );
    if (!isSessionName(name))
      throw new RangeError(
        `The name of a session must have 1 to 100 characters from A-Z, a-z, 0-9, "_", "-" and ".", got ${showValue(name)}.`,
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
    snapshot: () => takeSnapshot(handle),
    restore: (snapshot) => {
      handle = snapshot.revive();
    },
  });
  const answer = createRoutes({
    current: () => handle,
    options,
    pool,
    control,
    answerIn: ({ answer: answerInside }, request, mayControl) => answerInside(request, mayControl),
  });
  const server = createFacade({
    options,
    current: () => handle,
    revive: (snapshot) => {
      handle = snapshot.revive();
    },
    reset,
    session,
    sessions: pool ?? noSessions,
    answer,
  });
  return {
    server,
    answer,
    get bytes() {
      return bytesOf(handle) + snapshots.bytes;
    },
    get requests() {
      return handle.journal.count;
    },
    get open() {
      return handle.open;
    },
  };
}

/** What the public methods of a server or session use. */
interface Facade {
  readonly options: MockServerOptions;
  /** The handle at the moment of the call; `reset` and `restore` replace it. */
  readonly current: () => ServerHandle;
  readonly revive: (snapshot: Snapshot) => void;
  readonly reset: MockServer["reset"];
  readonly session: MockServer["session"];
  readonly sessions: Sessions;
  readonly answer: (request: IncomingRequest, mayControl: () => boolean) => Promise<Reply>;
}

function createFacade({ options, current, revive, reset, session, sessions, answer }: Facade): MockServer {
  const reply = (request: IncomingRequest): Promise<Reply> =>
    answer(request, () => controlFault(request.connection, options) === undefined);

  return {
    handle: reply,
    on: (match = {}, how = {}) => ({
      reply: (...replies) => current().scenario.add({ ...how, match, reply: replies }),
    }),
    load: (given) => {
      checkOptions(given);
      const { rules = [], providers = {} } = given;
      const { scenario, state } = current();
      scenario.replace(rules, () => setProviderStates(state, providers));
    },
    get rules() {
      return current().scenario.rules;
    },
    get journal() {
      return current().journal;
    },
    get recording() {
      return current().recorder?.recording;
    },
    setProviderState: (slug, state) => setProviderStates(current().state, { [slug]: state }),
    advanceTime: (ms) => {
      if (!advance(current(), ms)) throw new RangeError(beyondClock(ms));
    },
    reset,
    snapshot: () => takeSnapshot(current()),
    restore: revive,
    session,
    sessions,
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
      const { listen } = await import("@patchbay/service/http/listen");
      return listen(reply, where);
    },
  };
}

const noSessions: Sessions = { list: () => [], delete: () => false };

function start(options: MockServerOptions, { catalogOf, recorder }: Shared, name: string): ServerHandle {
  checkOptions(options);
  const shift = { ms: 0 };
  const state = createServerState(options, shift, catalogOf, name);
  const server = createServerHandle({ options, state, shift, recorder });
  setProviderStates(state, options.providers ?? {});
  server.scenario.replace(options.rules ?? []);
  return server;
}
