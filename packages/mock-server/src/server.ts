import { checkOptions } from "./check-options.ts";
import { consent, consentPath } from "./consent/consent.ts";
import { isPreflight, preflight, withCors } from "./cors.ts";
import { createControl, controlPrefix } from "./control.ts";
import { createWorld } from "./create-world.ts";
import type { ProviderSpan, ProviderState } from "./engine/provider-state.ts";
import type { IncomingRequest, Listening, ListenOptions } from "./incoming.ts";
import type { Running } from "./instance.ts";
import type { MockServerOptions } from "./options.ts";
import { setProviders } from "./set-providers.ts";
import { keep, run, type Snapshot } from "./snapshot.ts";
import { sideDoor } from "./side-doors.ts";
import { toResponse } from "./render/response.ts";
import type { Reply } from "./reply.ts";
import type { Journal } from "./scenario/journal.ts";
import type { ScenarioFile } from "./scenario/read-scenario.ts";
import type { Recording } from "./scenario/recording.ts";
import type { Match } from "./scenario/match.ts";
import type { Outcome, Rule, RuleState } from "./scenario/scenario.ts";

/** A reference server in memory. */
export interface MockServer {
  /** Answers a request without a network. Paths live under `/api/v1`, whatever the host. */
  readonly fetch: (input: Request | string | URL, init?: RequestInit) => Promise<Response>;
  /** The same as data, for writers that can do more than a `Response`. */
  readonly reply: (request: IncomingRequest) => Promise<Reply>;
  /**
   * Says what happens to requests that fit; the newest rule goes first. The function that `reply` gives takes the rule away.
   *
   * @example
   * ```ts
   * server.on({ lastUser: /weather/ }).reply({ status: 429 }, "Sunny.");
   * ```
   */
  readonly on: (when?: Match, how?: Pick<Rule, "name" | "times" | "chance">) => RuleBuilder;
  /** Puts the rules of a scenario in the place of all others, and sets the states of its providers. */
  readonly load: (scenario: Pick<MockServerOptions, "rules" | "providers">) => void;
  /** The rules as they stand, newest first. */
  readonly rules: readonly RuleState[];
  /** What came, and what became of it. */
  readonly journal: Pick<Journal, "entries" | "last" | "count" | "clear">;
  /** What was recorded so far, with the option `record`. */
  readonly recording: Recording | undefined;
  /** Breaks or mends a provider or one of its endpoints from now on, or sets its states over time since the server began. */
  readonly setProvider: (slug: string, state: ProviderState | readonly ProviderSpan[]) => void;
  /** Moves the server's clock on. */
  readonly advance: (ms: number) => void;
  /** Forgets everything that happened, rules included, and begins anew with the options, and with what is given here. */
  readonly reset: (own?: ScenarioFile) => void;
  /**
   * Keeps everything as it is at this moment: credits, keys, rules, journal, clock, provider states, caches, chance. Requests
   * that are under way are left out; they end in the world in which they began.
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
   * given here begins it anew.
   */
  readonly session: (name: string, own?: ScenarioFile) => MockServer;
  /** Serves on a port; Node only. Rejects when the port is taken. */
  readonly listen: (options?: ListenOptions) => Promise<Listening>;
}

/** A rule that still needs its replies. */
export interface RuleBuilder {
  /** One after the other. */
  readonly reply: (...outcomes: readonly [Outcome, ...Outcome[]]) => () => void;
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
  return createServer(options, "");
}

/** `name` is that of the session; the ids of two sessions do not meet. */
function createServer(options: MockServerOptions, name: string): MockServer {
  let instance = begin(options, name);
  const reset = (own: ScenarioFile = {}): void => {
    instance = begin({ ...options, ...own }, name);
  };
  const sessions = new Map<string, MockServer>();
  const session = (name: string, own?: ScenarioFile): MockServer => {
    const known = sessions.get(name) ?? createServer(options, name);
    sessions.set(name, known);
    if (own) known.reset(own);
    return known;
  };
  const control = createControl({
    get current() {
      return instance;
    },
    reset,
    snapshot: () => keep(instance),
    restore: (snapshot) => {
      instance = snapshot.revive();
    },
  });
  const route = (request: IncomingRequest, withControl: boolean): Promise<Reply> => {
    const { pathname } = request.url;
    if (pathname.startsWith("/api/")) return instance.reply(request);
    const [, name, rest] = /^\/s\/([\w.-]+)(\/.*)$/.exec(pathname) ?? [];
    if (name !== undefined && (withControl || !isGuarded(rest!))) {
      const url = new URL(request.url);
      url.pathname = rest!;
      return session(name).reply({ ...request, url });
    }
    if (withControl && pathname === consentPath) return consent(request, instance.current);
    const beside = sideDoor(request, instance.current);
    if (beside) return Promise.resolve(beside);
    if (withControl && pathname.startsWith(controlPrefix)) return control(request);
    return instance.reply(request);
  };
  const answer = async (request: IncomingRequest, withControl: boolean): Promise<Reply> => {
    const isApi = !isGuarded(request.url.pathname);
    if (isApi && isPreflight(request)) return preflight;
    const made = await route(request, withControl);
    return isApi && request.headers.has("origin") ? withCors(made) : made;
  };
  const reply = (request: IncomingRequest): Promise<Reply> => answer(request, options.control ?? true);

  return {
    reply,
    on: (when = {}, how = {}) => ({
      reply: (...outcomes) => instance.current.scenario.add({ ...how, when, reply: outcomes }),
    }),
    load: (given) => {
      checkOptions(given);
      const { rules = [], providers = {} } = given;
      const { scenario, world } = instance.current;
      setProviders(world, providers);
      scenario.clear();
      for (const rule of rules) scenario.add(rule);
    },
    get rules() {
      return instance.current.scenario.rules;
    },
    get journal() {
      return instance.current.journal;
    },
    get recording() {
      return instance.current.recorder?.recording;
    },
    setProvider: (slug, state) => setProviders(instance.current.world, { [slug]: state }),
    advance: (ms) => {
      instance.shift.ms += ms;
    },
    reset,
    snapshot: () => keep(instance),
    restore: (snapshot) => {
      instance = snapshot.revive();
    },
    session,
    async fetch(input, init) {
      const request = input instanceof Request && init === undefined ? input : new Request(input, init);
      request.signal.throwIfAborted();
      const { method, url, headers, signal } = request;
      return toResponse(await reply({ method, url: new URL(url), headers, body: () => request.text() }), signal);
    },
    async listen(where = {}) {
      const { listen } = await import("./listen.ts");
      const isLoopback = loopback.has(where.host ?? "127.0.0.1");
      // A name of somebody else's that leads to this machine must not open the control API to that somebody's page.
      const isMeant = ({ url }: IncomingRequest): boolean => isLoopback && loopback.has(url.hostname);
      return listen((request) => answer(request, options.control ?? isMeant(request)), where);
    },
  };
}

/** Whether a path is open only where the control API is, also below sessions. */
function isGuarded(path: string): boolean {
  return path.includes(controlPrefix) || path.replace(/^(?:\/s\/[\w.-]+)+(?=\/)/, "") === consentPath;
}

const loopback: ReadonlySet<string> = new Set(["127.0.0.1", "localhost", "::1", "[::1]"]);

function begin(options: MockServerOptions, name: string): Running {
  checkOptions(options);
  const shift = { ms: 0 };
  const running = run(options, createWorld(options, shift, name), shift);
  const { world, scenario } = running.current;
  setProviders(world, options.providers ?? {});
  for (const rule of options.rules ?? []) scenario.add(rule);
  return running;
}
