import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo, Socket } from "node:net";

/** How a server treats one request. The body of the request has been read. */
export type Behavior = (response: ServerResponse, request: IncomingMessage, body: string) => void;

/** A server on a real socket. Each request gets the behavior of its path, which is the first segment. */
export interface MisbehavingServer {
  readonly url: (name: string) => string;
  /** Resolves when the client has closed the connection of a request that was not answered completely. */
  readonly left: () => Promise<void>;
  readonly requests: readonly {
    readonly path: string;
    readonly headers: IncomingMessage["headers"];
    readonly body: string;
  }[];
  /** Number of connections that were opened. */
  readonly connections: () => number;
  readonly close: () => Promise<void>;
}

/** Starts a server with behaviors by name. */
export async function startServer(behaviors: Readonly<Record<string, Behavior>>): Promise<MisbehavingServer> {
  const requests: { path: string; headers: IncomingMessage["headers"]; body: string }[] = [];
  const sockets = new Set<Socket>();
  let opened = 0;
  const departure = Promise.withResolvers<void>();
  const server = createServer((request, response) => {
    const path = request.url ?? "/";
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    response.on("close", () => {
      if (!response.writableFinished) departure.resolve();
    });
    request.on("end", () => {
      const body = Buffer.concat(chunks).toString();
      requests.push({ path, headers: request.headers, body });
      behaviors[path.split("/")[1]!]!(response, request, body);
    });
  });
  server.on("connection", (socket) => {
    opened++;
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: (name) => `http://127.0.0.1:${port}/${name}`,
    left: () => departure.promise,
    requests,
    connections: () => opened,
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => {
        server.close(resolve);
      });
    },
  };
}

/** Sends server-sent events and leaves the response open. */
export function sendEvents(response: ServerResponse, ...events: readonly (string | object)[]): ServerResponse {
  if (!response.headersSent) response.writeHead(200, { "content-type": "text/event-stream" });
  for (const event of events) response.write(`data: ${typeof event === "string" ? event : JSON.stringify(event)}\n\n`);
  return response;
}

/** A chunk of a chat completion. */
export function chunk(delta: object, finishReason: string | null = null): object {
  return { id: "chatcmpl-1", model: "tiny", choices: [{ index: 0, delta, finish_reason: finishReason }] };
}
