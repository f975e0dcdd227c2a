import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from "node:http";
import type { AddressInfo } from "node:net";
import { getOwn } from "./engine/get-own.ts";
import { writeReply } from "./render/node.ts";
import { Refusal } from "./refusal.ts";
import type { Reply } from "./reply.ts";
import { bodyLimit, type HeaderReader, type IncomingRequest, type Listening, type ListenOptions } from "./incoming.ts";

/** Serves replies on a port; rejects with the reason when the port cannot be had. */
export function listen(
  reply: (request: IncomingRequest) => Promise<Reply>,
  { port = 4010, host = "127.0.0.1" }: ListenOptions = {},
): Promise<Listening> {
  const server = createServer((request, response) => answer(reply, request, response));
  return new Promise((resolve, reject) => {
    server.once("error", (cause: NodeJS.ErrnoException) => reject(new Error(reasonOf(cause, host, port), { cause })));
    server.listen(port, host, () => {
      const { port: bound } = server.address() as AddressInfo;
      const name = host.includes(":") ? `[${host}]` : host;
      resolve({ port: bound, baseURL: `http://${name}:${bound}/api/v1`, close: () => close(server) });
    });
  });
}

/** Answers one request of a `node:http` server. */
export function answer(
  reply: (request: IncomingRequest) => Promise<Reply>,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  respond(reply, request, response).catch((error: unknown) => fail(error, response));
}

async function respond(
  reply: (request: IncomingRequest) => Promise<Reply>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const headers = toReader(request.headers);
  const url = toUrl(request.headers.host ?? "localhost", request.url ?? "/");
  await writeReply(
    await reply({ method: request.method ?? "GET", url, headers, body: () => readBody(request) }),
    response,
  );
}

let lastUrl: { readonly host: string; readonly path: string; readonly url: URL } | undefined;

/** Parses an address; most requests come to the same one as that before. A host that is none does not matter. */
function toUrl(host: string, path: string): URL {
  if (lastUrl?.host === host && lastUrl.path === path) return lastUrl.url;
  const base = URL.canParse(`http://${host}`) ? `http://${host}` : "http://localhost";
  const url = new URL(URL.canParse(path, base) ? path : "/", base);
  lastUrl = { host, path, url };
  return url;
}

/** The headers of a request, as they are asked for. Names come in lower case. */
function toReader(headers: IncomingHttpHeaders): HeaderReader {
  return {
    get(name) {
      const value = getOwn(headers, name.toLowerCase());
      return value === undefined ? null : String(value);
    },
    has: (name) => getOwn(headers, name.toLowerCase()) !== undefined,
    entries: () => Object.entries(headers).map(([name, value]) => [name, String(value)]),
  };
}

/** The whole body as text. Rejects with a `Refusal` when it is too long. */
function readBody(request: IncomingMessage): Promise<string> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    request.on("data", (chunk: Buffer) => {
      size += chunk.length;
      if (size <= bodyLimit) chunks.push(chunk);
      else
        reject(new Refusal(413, `The body is larger than ${bodyLimit} bytes.`, { headers: { connection: "close" } }));
    });
    request.on("end", () => resolve(chunks.length === 1 ? chunks[0]!.toString() : Buffer.concat(chunks).toString()));
    request.on("error", reject);
  });
}

function fail(error: unknown, response: ServerResponse): void {
  // A caller that left in the middle of its request needs no answer.
  if (response.destroyed) return;
  console.error(error);
  if (response.headersSent) return void response.destroy();
  void writeReply(new Refusal(500, "Internal Server Error").toReply(), response);
}

function reasonOf(cause: NodeJS.ErrnoException, host: string, port: number): string {
  if (cause.code === "EADDRINUSE")
    return `Port ${port} on ${host} is in use. Choose another one, or 0 for any free one.`;
  if (cause.code === "EACCES")
    return `Port ${port} on ${host} needs rights that this user lacks. Choose one above 1023.`;
  return `Cannot listen on ${host}:${port}: ${cause.message}.`;
}

function close(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    server.close((error) => (error ? reject(error) : resolve()));
    server.closeAllConnections();
  });
}
