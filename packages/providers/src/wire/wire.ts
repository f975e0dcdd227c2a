import { Agent, type Dispatcher } from "undici";
import type { WireRequest } from "../adapter.ts";
import { ProviderFailure } from "../failure.ts";
import { toNetworkFailure } from "../failures/network-failure.ts";
import { malformed } from "../failures/response-failures.ts";
import { Exchange, type ResponseHead } from "./exchange.ts";
import { readBody, readStart } from "./read-body.ts";
import { EventReader, type EventBatches, type ReadLimits } from "./read-events.ts";
import { toTimeouts, type Timeouts } from "./timeouts.ts";

/** Settings of a wire. */
export interface WireOptions extends Partial<ReadLimits> {
  /** Milliseconds for which an idle connection is kept. Default: 10,000, or what the provider's `Keep-Alive` header says. */
  readonly keepAlive?: number;
  /** Sends the requests, for example through a proxy. Default: an agent of undici with a pool per origin, over HTTP/1.1. */
  readonly dispatcher?: Dispatcher;
}

/** What a request needs in addition to its text. */
export interface SendOptions {
  /** Additional headers, such as those with the API key. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** Closes the connection when it aborts. */
  readonly signal?: AbortSignal | undefined;
  readonly timeouts?: Timeouts | undefined;
}

/** A response. It must be read, released or aborted. */
export interface WireResponse extends ResponseHead {
  /** The events of a stream, those of each chunk together. While `isComplete` holds, the timeout of the usage counts. */
  readonly events: (format: "sse" | "ndjson", isComplete?: () => boolean) => EventBatches;
  /** The whole body as text. */
  readonly text: () => Promise<string>;
  /** The start of the body, for an error: at most 65,536 bytes. */
  readonly errorText: () => Promise<string>;
  /** The first token has arrived: its time limit no longer counts. */
  readonly commit: () => void;
  /** The rest of the response is not wanted, but its end is near: the connection is used again. */
  readonly release: () => void;
  /** Closes the connection, so that the provider stops. */
  readonly abort: () => void;
}

/** Sends requests to providers. All failures are `ProviderFailure`; an abort rejects with the reason of the signal. */
export interface Wire {
  /** Resolves with the head of the response, whatever its status. */
  readonly send: (baseURL: string, request: WireRequest, options?: SendOptions) => Promise<WireResponse>;
  /** Closes all connections. Running requests fail, unless `drain` lets them end first; new ones fail in any case. */
  readonly close: (options?: CloseOptions) => Promise<void>;
}

/** How connections are closed. */
export interface CloseOptions {
  /** Whether requests in progress may end. Default: false. */
  readonly drain?: boolean;
}

const longestError = 65_536;

/** Creates a wire: a pool of connections per origin. */
export function createWire(options: WireOptions = {}): Wire {
  const { keepAlive = 10_000, maxBodyBytes = 67_108_864, maxEventLength = 33_554_432 } = options;
  const dispatcher =
    options.dispatcher ??
    new Agent({
      keepAliveTimeout: keepAlive,
      pipelining: 1,
      // Aborting one request must close its connection and no other.
      allowH2: false,
      // The deadline of the request counts instead. This bounds only the attempts that were abandoned.
      connect: { timeout: 60_000 },
      headersTimeout: 0,
      bodyTimeout: 0,
    });
  return {
    send: async (baseURL, request, sendOptions = {}) => {
      const exchange = start(dispatcher, { baseURL, request, options: sendOptions });
      const head = await exchange.head;
      checkEncoding(exchange, head);
      return {
        ...head,
        events: (format, isComplete = () => false) =>
          new EventReader(exchange, head, { format, isComplete, maxBodyBytes, maxEventLength }),
        text: () => readBody(exchange, maxBodyBytes),
        errorText: () => readStart(exchange, longestError),
        commit: () => exchange.commit(),
        release: () => exchange.release(),
        abort: () => exchange.fail(new Error("The response was abandoned.")),
      };
    },
    close: ({ drain = false } = {}) => (drain ? dispatcher.close() : dispatcher.destroy()),
  };
}

interface Start {
  readonly baseURL: string;
  readonly request: WireRequest;
  readonly options: SendOptions;
}

function start(dispatcher: Dispatcher, { baseURL, request, options }: Start): Exchange {
  const { signal } = options;
  signal?.throwIfAborted();
  const base = toBase(baseURL);
  const exchange = new Exchange(toTimeouts(options.timeouts), signal);
  try {
    dispatcher.dispatch(
      {
        origin: base.origin,
        path: toPath(base, request.path),
        method: request.method,
        headers: { ...baseHeaders(request), ...request.headers, ...options.headers },
        body: request.body ?? null,
        headersTimeout: 0,
        bodyTimeout: 0,
      },
      exchange,
    );
  } catch (error) {
    exchange.fail(toNetworkFailure(error));
  }
  return exchange;
}

function baseHeaders({ body, format }: WireRequest): Record<string, string> {
  return {
    accept: accepted[format],
    "accept-encoding": "identity",
    "user-agent": "patchbay-gateway",
    ...(body !== undefined && { "content-type": "application/json" }),
  };
}

const accepted: Readonly<Record<WireRequest["format"], string>> = {
  sse: "text/event-stream, application/json",
  ndjson: "application/x-ndjson, application/json",
  json: "application/json",
};

/** The parts of a base URL that requests use. */
interface BaseURL {
  readonly href: string;
  readonly origin: string;
  /** Without slashes at its end. */
  readonly pathname: string;
  readonly search: string;
}

let last: BaseURL | undefined;

/** The last parsed base URL, since most requests have the same one: 2 µs. */
function toBase(href: string): BaseURL {
  if (last?.href === href) return last;
  const { origin, pathname, search } = new URL(href);
  last = { href, origin, pathname: pathname.replace(/\/+$/, ""), search };
  return last;
}

/** The path of a request below that of the base URL. A query of the base URL, such as an API version, is kept. */
function toPath({ pathname, search }: BaseURL, path: string): string {
  const whole = pathname + path;
  if (search === "") return whole;
  return whole.includes("?") ? `${whole}&${search.slice(1)}` : whole + search;
}

function checkEncoding(exchange: Exchange, { headers }: ResponseHead): void {
  const encoding = headers["content-encoding"] ?? "identity";
  if (encoding === "identity" || encoding === "") return;
  const failure = new ProviderFailure(
    malformed(`a compressed response (${encoding.slice(0, 20)}), which was not requested`, undefined),
  );
  exchange.fail(failure);
  throw failure;
}
