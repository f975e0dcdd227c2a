import { operations, type OperationInfo } from "@patchbay/spec";
import { authenticate } from "./auth.ts";
import catalogueData from "./catalogue/catalogue.json" with { type: "json" };
import { Activity } from "./engine/activity.ts";
import { BoundedMap } from "./engine/bounded-map.ts";
import { createCatalogue, type Catalogue, type CatalogueData } from "./engine/catalogue.ts";
import { createIds } from "./engine/ids.ts";
import { Ledger } from "./engine/ledger.ts";
import { parseUsd } from "./engine/money.ts";
import { PromptCaches } from "./engine/prompt-cache.ts";
import { ProviderBoard, type ProviderSpan, type ProviderState, type ProviderStates } from "./engine/provider-state.ts";
import type { OwnKey } from "./engine/routing.ts";
import { StickyPins } from "./engine/sticky.ts";
import type { Answer, KeyedContext } from "./handler.ts";
import { handlers } from "./handlers/index.ts";
import { bodyLimit, type IncomingRequest, type Listening, type ListenOptions } from "./incoming.ts";
import { readInput } from "./input.ts";
import { Refusal } from "./refusal.ts";
import { toResponse } from "./render/response.ts";
import { json, type FrameBody, type Reply } from "./reply.ts";
import { createChance } from "./chance.ts";
import { ResponseCache } from "./response-cache.ts";
import { createRouter } from "./router.ts";
import { echo } from "./upstreams/echo.ts";
import { prose } from "./upstreams/prose.ts";
import { schema } from "./upstreams/schema.ts";
import { scripted, type ScriptedReply } from "./upstreams/scripted.ts";
import type { World } from "./world.ts";

/** What a server starts with. */
export interface MockServerOptions {
  /** Credits in USD of each account at its first sight; below zero tests what an overdrawn account gets. Default: 100. */
  readonly credits?: number;
  /** What the model says, reply by reply; when the list is at its end, `answers` goes on. A lone function always answers. */
  readonly script?: readonly ScriptedReply[] | Extract<ScriptedReply, Function>;
  /**
   * What the model says without a script: `prose` plain sentences about the question, `echo` the last user text, `schema`
   * a call of every tool. All answer a JSON Schema with JSON that obeys it. Default: `prose`.
   */
  readonly answers?: "prose" | "echo" | "schema";
  /** Models and providers. Default: a built-in catalogue of 48 models. */
  readonly catalogue?: CatalogueData;
  /** Provider slug or endpoint tag → its state, or its states over time. Default: all are up. */
  readonly providers?: ProviderStates;
  /** Milliseconds between two tokens of a stream. Default: 0. */
  readonly tokenGap?: number;
  /** `realistic` paces streams by the simulated speed of the endpoint; then `tokenGap` has no effect. Default: `none`. */
  readonly latency?: "none" | "realistic";
  /** Whether only keys that `keys.create` made, and management keys, are accepted. Default: false. */
  readonly strictKeys?: boolean;
  /** Requests a minute that each key may make. Default: no limit. */
  readonly requestsPerMinute?: number;
  /** ISO code of the country from which requests come. Default: `US`. */
  readonly country?: string;
  /** Keys of one's own at providers, for every account. Default: none. */
  readonly ownKeys?: readonly OwnKey[];
  /** List price in USD a month that keys of one's own use before there is a fee of 5 %. Default: 25,000. */
  readonly ownKeyAllowance?: number;
  /** Unix time in milliseconds. Default: the clock. */
  readonly now?: () => number;
  /** Makes answers, ids and secrets repeatable. Default: 1. */
  readonly seed?: number;
}

/** A reference server in memory. */
export interface MockServer {
  /** Answers a request without a network. Paths live under `/api/v1`, whatever the host. */
  readonly fetch: (input: Request | string | URL, init?: RequestInit) => Promise<Response>;
  /** The same as data, for writers that can do more than a `Response`. */
  readonly reply: (request: IncomingRequest) => Promise<Reply>;
  /** Breaks or mends a provider or one of its endpoints from now on, or sets its states over time since the server began. */
  readonly setProvider: (slug: string, state: ProviderState | readonly ProviderSpan[]) => void;
  /** Serves on a port; Node only. Rejects when the port is taken. */
  readonly listen: (options?: ListenOptions) => Promise<Listening>;
}

const prefix = "/api/v1";

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
  const world = createWorld(options);
  const chance = createChance(world.settings.seed);
  const route = createRouter(Object.values<OperationInfo>(operations), prefix);

  const reply = async ({ method, url, headers, body }: IncomingRequest): Promise<Reply> => {
    try {
      if (body.length > bodyLimit) throw new Refusal(413, `The body is larger than ${bodyLimit} bytes.`);
      const { operation, path } = route(method, url.pathname);
      const found = authenticate(headers, operation, world);
      const key = found instanceof Promise ? await found : found;
      const read = readInput(operation, { path, query: url.searchParams, headers, body });
      const input = read instanceof Promise ? await read : read;
      // Where no key is needed the handler takes none; everywhere else authenticate has found one.
      return toReply(
        operation,
        await handlerOf(operation)(input, {
          world,
          key,
          headers,
          url,
          text: body,
          ...chance(operation.id, body),
        } as KeyedContext),
      );
    } catch (error) {
      if (error instanceof Refusal) return error.toReply();
      throw error;
    }
  };

  return {
    reply,
    setProvider: (slug, state) => world.providers.set(slug, state),
    async fetch(input, init) {
      const request = input instanceof Request && init === undefined ? input : new Request(input, init);
      request.signal.throwIfAborted();
      const { method, url, headers, signal } = request;
      return toResponse(await reply({ method, url: new URL(url), headers, body: await request.text() }), signal);
    },
    async listen(where) {
      const { listen } = await import("./listen.ts");
      return listen(reply, where);
    },
  };
}

function createWorld(options: MockServerOptions): World {
  const { credits = 100, script, now = Date.now, seed = 1 } = options;
  const upstream = { prose, echo, schema }[options.answers ?? "prose"];
  let catalogue: Catalogue | undefined = options.catalogue && createCatalogue(options.catalogue);
  return {
    settings: {
      credits: parseUsd(credits),
      tokenGap: options.latency === "realistic" ? undefined : (options.tokenGap ?? 0),
      seed,
      strictKeys: options.strictKeys ?? false,
      requestsPerMinute: options.requestsPerMinute,
      country: options.country ?? "US",
      ownKeys: options.ownKeys ?? [],
      ownKeyAllowance: parseUsd(options.ownKeyAllowance ?? 25_000),
    },
    now,
    ids: createIds(seed),
    // Prepared when the first request needs it.
    get catalogue() {
      return (catalogue ??= createCatalogue(catalogueData));
    },
    ledger: new Ledger(),
    upstream: script === undefined ? upstream : scripted(script, upstream),
    providers: new ProviderBoard(now(), options.providers),
    health: new Map(),
    pins: new StickyPins(),
    promptCaches: new PromptCaches(),
    responses: new ResponseCache(),
    routed: new BoundedMap(10_000),
    accounts: new Map(),
    keys: new Map(),
    secrets: new Map(),
    deletedKeys: new Set(),
    generations: new BoundedMap(5000),
    activity: new Activity(),
    codes: new Map(),
  };
}

type AnyHandler = (input: Record<string, unknown>, context: KeyedContext) => Answer<unknown> | Promise<Answer<unknown>>;

/** The input was checked against the schema of this very operation, which its type cannot say. */
function handlerOf({ id }: OperationInfo): AnyHandler {
  return handlers[id] as unknown as AnyHandler;
}

function toReply({ status, stream }: OperationInfo, { body, headers }: Answer<unknown>): Reply {
  if (stream && isFrames(body))
    return {
      status: 200,
      headers: { "content-type": "text/event-stream", "cache-control": "no-cache", ...headers },
      body,
    };
  return json(body, status, headers);
}

function isFrames(body: unknown): body is FrameBody {
  return (body as { kind?: unknown }).kind === "frames";
}
