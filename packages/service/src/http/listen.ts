import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { isLoopbackAddress } from "./access-control.ts";
import type { IncomingRequest, ListeningServer, ListenOptions } from "./request.ts";
import { drain } from "./node-body.ts";
import { toIncoming, type Arrival } from "./node-request.ts";
import { closeWithConnection } from "./queued-response.ts";
import { isClosed } from "./response-close.ts";
import { writeReply } from "./to-socket.ts";
import { HttpError } from "./http-error.ts";
import type { Reply } from "./reply.ts";
import { createShutdown } from "./shutdown.ts";

type Respond = (request: IncomingRequest) => Promise<Reply>;

/**
 * The keep-alive timeout is longer than in the connection pools of clients, so that the client closes an idle connection: a
 * server that closes first resets requests in transit. In milliseconds; Node requires the second timeout to be longer.
 */
const keepAlive = { keepAliveTimeout: 65_000, headersTimeout: 66_000 };

/** Serves replies on a port. Rejects with the reason if the server cannot listen. */
export function listen(
  reply: Respond,
  { port = 4010, host = "127.0.0.1" }: ListenOptions = {},
): Promise<ListeningServer> {
  const server = createServer(keepAlive);
  const shutdown = createShutdown(server);
  let publicAddress: string | undefined;
  server.on("request", (request, response) => answer(reply, request, response, { publicAddress }));
  // A client with `Expect: 100-continue` sends its body once the key was accepted and the body is read.
  server.on("checkContinue", (request, response) =>
    answer(reply, request, response, { publicAddress, isWaiting: true }),
  );
  return new Promise((resolve, reject) => {
    server.once("error", (cause: NodeJS.ErrnoException) => reject(new Error(reasonOf(cause, host, port), { cause })));
    server.listen(port, host, () => {
      // A connection that cannot be accepted, for want of a file descriptor or of memory, must not end the process.
      server.on("error", (error) => console.error(error));
      const { port: bound, address } = server.address() as AddressInfo;
      if (!isLoopbackAddress(address)) publicAddress = address;
      const name = host.includes(":") ? `[${host}]` : host;
      resolve({ port: bound, baseURL: `http://${name}:${bound}/api/v1`, close: shutdown });
    });
  });
}

/** Handles one request of a `node:http` server. */
export function answer(
  reply: Respond,
  request: IncomingMessage,
  response: ServerResponse,
  arrival: Arrival = {},
): void {
  closeWithConnection(request, response);
  respond(reply, request, response, arrival).catch((error: unknown) => fail(error, response));
}

async function respond(
  reply: Respond,
  request: IncomingMessage,
  response: ServerResponse,
  arrival: Arrival,
): Promise<void> {
  const made = await replyTo(reply, request, response, arrival);
  if (made.headers.connection === "close" && !made.stream && !request.complete)
    return answerEarly(made, request, response);
  await writeReply(made, response);
}

/** A malformed request is answered before the server sees it. */
function replyTo(
  reply: Respond,
  request: IncomingMessage,
  response: ServerResponse,
  arrival: Arrival,
): Reply | Promise<Reply> {
  let incoming: IncomingRequest;
  try {
    incoming = toIncoming(request, response, arrival);
  } catch (error) {
    if (error instanceof HttpError) return error.toReply();
    throw error;
  }
  return reply(incoming);
}

/** Answers a request whose body is still being sent, and closes the connection after the client had time to read. */
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
  // A client that disconnected during its request needs no response.
  if (isClosed(response)) return;
  console.error(error);
  if (response.headersSent) return void response.destroy();
  void writeReply(new HttpError(500, "Internal Server Error").toReply(), response);
}

function reasonOf(cause: NodeJS.ErrnoException, host: string, port: number): string {
  if (cause.code === "EADDRINUSE")
    return `Port ${port} on ${host} is in use. Choose another port, or 0 for any free one.`;
  if (cause.code === "EACCES")
    return `Port ${port} on ${host} needs permissions that this user does not have. Choose a port above 1023.`;
  return `Cannot listen on ${host}:${port}: ${cause.message}.`;
}
