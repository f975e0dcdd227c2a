import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { isLoopbackAddress } from "./access-control.ts";
import type { IncomingRequest, ListeningServer, ListenOptions } from "./request.ts";
import { drain } from "./node-body.ts";
import { toIncoming, type Arrival } from "./node-request.ts";
import { writeReply } from "./to-socket.ts";
import { HttpError } from "./http-error.ts";
import type { Reply } from "./reply.ts";
import { createShutdown } from "./shutdown.ts";

type Respond = (request: IncomingRequest) => Promise<Reply>;

/**
 * An idle connection lives longer here than in the pools of clients, so that the client closes it: a server that closes first
 * answers a request that is on its way with a reset. Milliseconds; Node wants the second one above the first.
 */
const keepAlive = { keepAliveTimeout: 65_000, headersTimeout: 66_000 };

/** Serves replies on a port; rejects with the reason when the port cannot be had. */
export function listen(
  reply: Respond,
  { port = 4010, host = "127.0.0.1" }: ListenOptions = {},
): Promise<ListeningServer> {
  const server = createServer(keepAlive);
  const shutdown = createShutdown(server);
  let publicAddress: string | undefined;
  server.on("request", (request, response) => answer(reply, request, response, { publicAddress }));
  // A client that asks first may go on when its body is read, after its key was accepted.
  server.on("checkContinue", (request, response) =>
    answer(reply, request, response, { publicAddress, isWaiting: true }),
  );
  return new Promise((resolve, reject) => {
    server.once("error", (cause: NodeJS.ErrnoException) => reject(new Error(reasonOf(cause, host, port), { cause })));
    server.listen(port, host, () => {
      const { port: bound, address } = server.address() as AddressInfo;
      if (!isLoopbackAddress(address)) publicAddress = address;
      const name = host.includes(":") ? `[${host}]` : host;
      resolve({ port: bound, baseURL: `http://${name}:${bound}/api/v1`, close: shutdown });
    });
  });
}

/** Answers one request of a `node:http` server. */
export function answer(
  reply: Respond,
  request: IncomingMessage,
  response: ServerResponse,
  arrival: Arrival = {},
): void {
  respond(reply, request, response, arrival).catch((error: unknown) => fail(error, response));
}

async function respond(
  reply: Respond,
  request: IncomingMessage,
  response: ServerResponse,
  arrival: Arrival,
): Promise<void> {
  const made = await replyTo(reply, () => toIncoming(request, response, arrival));
  if (made.headers.connection === "close" && !made.stream && !request.complete)
    return answerEarly(made, request, response);
  await writeReply(made, response);
}

/** A request that cannot be understood is answered before the server sees it. */
async function replyTo(reply: Respond, read: () => IncomingRequest): Promise<Reply> {
  let incoming: IncomingRequest;
  try {
    incoming = read();
  } catch (error) {
    if (error instanceof HttpError) return error.toReply();
    throw error;
  }
  return reply(incoming);
}

/** Answers a request whose body is still on its way, and closes the connection when the client had time to read. */
async function answerEarly(
  { status, headers, body }: Reply,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const text = body.kind === "text" ? body.text : "";
  response.writeHead(status, { ...headers, "content-length": Buffer.byteLength(text) });
  response.write(text);
  await drain(request);
  response.end();
  body.ended?.(1, true);
}

function fail(error: unknown, response: ServerResponse): void {
  // A caller that left in the middle of its request needs no answer.
  if (response.destroyed) return;
  console.error(error);
  if (response.headersSent) return void response.destroy();
  void writeReply(new HttpError(500, "Internal Server Error").toReply(), response);
}

function reasonOf(cause: NodeJS.ErrnoException, host: string, port: number): string {
  if (cause.code === "EADDRINUSE")
    return `Port ${port} on ${host} is in use. Choose another one, or 0 for any free one.`;
  if (cause.code === "EACCES")
    return `Port ${port} on ${host} needs rights that this user lacks. Choose one above 1023.`;
  return `Cannot listen on ${host}:${port}: ${cause.message}.`;
}
