// A proxy between a client and a server that keeps what passes through it, for clients and servers that cannot be observed otherwise.
import { createServer, request as send, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** A request and its response. */
export interface Exchange {
  readonly method: string;
  /** With the query. */
  readonly path: string;
  readonly request: string;
  readonly status: number;
  readonly contentType: string;
  /** The bytes of the response so far. */
  readonly response: () => Buffer;
  /** Whether the response was received to its end. */
  readonly complete: () => boolean;
}

/** A proxy on a port of loopback. */
export interface Relay {
  /** For example `http://127.0.0.1:8080`. */
  readonly url: string;
  /** In the order of the responses. */
  readonly exchanges: readonly Exchange[];
  readonly stop: () => Promise<void>;
}

/** Starts a proxy in front of an origin. Each chunk is passed on at once, and so is the end of either connection. */
export async function startRelay(origin: string): Promise<Relay> {
  const exchanges: Exchange[] = [];
  const server = createServer((incoming, outgoing) => void relay(origin, { incoming, outgoing, exchanges }));
  await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    exchanges,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

interface Connections {
  readonly incoming: IncomingMessage;
  readonly outgoing: ServerResponse;
  readonly exchanges: Exchange[];
}

async function relay(origin: string, { incoming, outgoing, exchanges }: Connections): Promise<void> {
  const { method = "GET", url = "/", headers } = incoming;
  const body = Buffer.concat(await incoming.toArray());
  const upstream = send(new URL(url, origin), { method, headers: { ...headers, host: new URL(origin).host } });
  outgoing.once("close", () => upstream.destroy());
  upstream.once("error", () => outgoing.destroy());
  upstream.once("response", (response) => {
    const chunks: Buffer[] = [];
    exchanges.push({
      method,
      path: url,
      request: body.toString(),
      status: response.statusCode!,
      contentType: response.headers["content-type"] ?? "",
      response: () => Buffer.concat(chunks),
      complete: () => response.complete,
    });
    outgoing.writeHead(response.statusCode!, response.headers);
    response.on("data", (chunk: Buffer) => {
      chunks.push(chunk);
      outgoing.write(chunk);
    });
    response.once("end", () => outgoing.end());
    response.once("error", () => outgoing.destroy());
  });
  upstream.end(body);
}
