import { operations, type OperationInfo } from "@patchbay/spec";
import { authenticate } from "./auth.ts";
import catalogueData from "./catalogue/catalogue.json" with { type: "json" };
import { createCatalogue, type CatalogueData } from "./engine/catalogue.ts";
import { createIds } from "./engine/ids.ts";
import { Ledger } from "./engine/ledger.ts";
import { parseUsd } from "./engine/money.ts";
import type { Answer, KeyedContext } from "./handler.ts";
import { handlers } from "./handlers/index.ts";
import { bodyLimit, type IncomingRequest, type Listening, type ListenOptions } from "./incoming.ts";
import { readInput } from "./input.ts";
import { Refusal } from "./refusal.ts";
import { toResponse } from "./render/response.ts";
import { json, type FrameBody, type Reply } from "./reply.ts";
import { createRouter } from "./router.ts";
import { echo } from "./upstreams/echo.ts";
import { scripted, type ScriptedReply } from "./upstreams/scripted.ts";
import type { World } from "./world.ts";

/** What a server starts with. */
export interface MockServerOptions {
  /** Credits of the account in USD. Default: 100. */
  readonly credits?: number;
  /** What the model says, reply by reply; when the list is at its end the last user text is said back. A lone function always answers. */
  readonly script?: readonly ScriptedReply[] | Extract<ScriptedReply, Function>;
  /** Models and providers. Default: a small built-in catalogue. */
  readonly catalogue?: CatalogueData;
  /** Milliseconds between two tokens of a stream. Default: 0. */
  readonly tokenGap?: number;
  /** Unix time in milliseconds. Default: the clock. */
  readonly now?: () => number;
  /** Makes ids and secrets repeatable. Default: 1. */
  readonly seed?: number;
}

/** A reference server in memory. */
export interface MockServer {
  /** Answers a request without a network. Paths live under `/api/v1`, whatever the host. */
  readonly fetch: (input: Request | string | URL, init?: RequestInit) => Promise<Response>;
  /** The same as data, for writers that can do more than a `Response`. */
  readonly reply: (request: IncomingRequest) => Promise<Reply>;
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
  const route = createRouter(Object.values<OperationInfo>(operations), prefix);

  const reply = async ({ method, url, headers, body }: IncomingRequest): Promise<Reply> => {
    try {
      if (body.length > bodyLimit) throw new Refusal(413, `The body is larger than ${bodyLimit} bytes.`);
      const { operation, path } = route(method, url.pathname);
      const key = await authenticate(headers, operation, world);
      const input = await readInput(operation, { path, query: url.searchParams, headers, body });
      // Where no key is needed the handler takes none; everywhere else authenticate has found one.
      return toReply(operation, await handlerOf(operation)(input, { world, key, headers, url } as KeyedContext));
    } catch (error) {
      if (error instanceof Refusal) return error.toReply();
      throw error;
    }
  };

  return {
    reply,
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

function createWorld({
  credits = 100,
  script,
  catalogue,
  tokenGap = 0,
  now = Date.now,
  seed = 1,
}: MockServerOptions): World {
  return {
    now,
    tokenGap,
    ids: createIds(seed),
    catalogue: createCatalogue(catalogue ?? catalogueData),
    ledger: new Ledger(parseUsd(credits)),
    upstream: script === undefined ? echo : scripted(script),
    keys: new Map(),
    deletedKeys: new Set(),
    generations: new Map(),
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
