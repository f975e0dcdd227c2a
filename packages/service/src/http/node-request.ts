import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from "node:http";
import { getOwn } from "@patchbay/engine/data/get-own";
import type { Connection, HeaderReader, IncomingRequest } from "./request.ts";
import { readNodeBody } from "./node-body.ts";
import { HttpError } from "./http-error.ts";
import { readTarget } from "./request-target.ts";

/** Headers that proxies add to forwarded requests. */
const proxyHeaders = [
  "forwarded",
  "via",
  "x-forwarded-for",
  "x-forwarded-host",
  "x-forwarded-port",
  "x-forwarded-proto",
  "x-forwarded-server",
  "x-real-ip",
  "x-client-ip",
  "true-client-ip",
  "cf-connecting-ip",
  "fly-client-ip",
  "x-envoy-external-address",
] as const;

/** The data of a request that the listener provides. */
export interface Arrival {
  /** The address on which the server listens, if other machines can connect to it. */
  readonly publicAddress?: string | undefined;
  /** Whether the client waits for the server before it sends the body (`Expect: 100-continue`). */
  readonly isWaiting?: boolean;
}

/**
 * Converts a request of a `node:http` server for the handlers.
 *
 * @throws {HttpError} 400 for a request whose host or target is missing, ambiguous or malformed.
 */
export function toIncoming(
  request: IncomingMessage,
  response: ServerResponse,
  { publicAddress, isWaiting }: Arrival,
): IncomingRequest {
  const { method = "GET", url: target = "/", headers, socket } = request;
  const host = hostOf(request);
  const reader = new NodeHeaders(headers);
  const left = new AbortController();
  response.once("close", () => {
    if (!response.writableFinished) left.abort();
  });
  return {
    method,
    url: addressOf(method, target, host ?? "localhost"),
    headers: reader,
    body(limit) {
      const body = readNodeBody(request, reader, limit);
      if (isWaiting) response.writeContinue();
      return body;
    },
    connection: new NodeConnection(host, publicAddress ?? socket.localAddress, socket.remoteAddress, reader),
    signal: left.signal,
  };
}

/** The `Host` header. HTTP/1.0 does not require it, and HTTP/2 uses `:authority` instead. */
function hostOf({ rawHeaders, headers, httpVersion }: IncomingMessage): string | undefined {
  let count = 0;
  for (let at = 0; at < rawHeaders.length; at += 2) {
    const name = rawHeaders[at]!;
    if (name.length === 4 && name.toLowerCase() === "host") count++;
  }
  if (httpVersion.startsWith("2") && count <= 1) return headers.host ?? String(headers[":authority"] ?? "");
  if (count === 1 || (count === 0 && httpVersion === "1.0")) return headers.host;
  throw new HttpError(400, `The request must have one header \`Host\`, got ${count}.`, {
    headers: { connection: "close" },
  });
}

let last: { readonly method: string; readonly host: string; readonly target: string; readonly url: URL } | undefined;

/** The last parsed host, since most requests have the same one. */
function addressOf(method: string, target: string, host: string): URL {
  if (last?.host === host && last.target === target && last.method === method) return last.url;
  const url = readTarget(method, target, host);
  last = { method, host, target, url };
  return url;
}

/** The connection of a request. Most requests need not know whether a proxy forwarded them. */
class NodeConnection implements Connection {
  readonly host: string | undefined;
  readonly address: string | undefined;
  readonly client: string | undefined;
  readonly #headers: HeaderReader;

  constructor(
    host: string | undefined,
    address: string | undefined,
    client: string | undefined,
    headers: HeaderReader,
  ) {
    this.host = host;
    this.address = address;
    this.client = client;
    this.#headers = headers;
  }

  get isForwarded(): boolean {
    return proxyHeaders.some((name) => this.#headers.has(name));
  }
}

/** The headers of a request. Names are in lower case. */
class NodeHeaders implements HeaderReader {
  readonly #headers: IncomingHttpHeaders;

  constructor(headers: IncomingHttpHeaders) {
    this.#headers = headers;
  }

  get(name: string): string | null {
    const value = getOwn(this.#headers, name.toLowerCase());
    if (typeof value === "string") return value;
    return value === undefined ? null : String(value);
  }

  has(name: string): boolean {
    return getOwn(this.#headers, name.toLowerCase()) !== undefined;
  }

  entries(): [name: string, value: string][] {
    return Object.entries(this.#headers).map(([name, value]) => [name, String(value)]);
  }

  get characters(): number {
    let count = 0;
    for (const name of Object.keys(this.#headers)) count += name.length + String(getOwn(this.#headers, name)).length;
    return count;
  }
}
