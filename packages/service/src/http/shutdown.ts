import type { IncomingMessage, Server, ServerResponse } from "node:http";
import { Server as NetServer, type Socket } from "node:net";
import type { CloseOptions } from "./request.ts";

/** Maximum delay of a timer in milliseconds; longer timers fire at once. */
const longestDelay = 2_147_483_647;

/** Milliseconds after which a connection counts as idle, so that requests in transit are answered. */
const grace = 100;

/** Maximum number of connections that wait to be accepted: Node's default backlog. */
const longestQueue = 511;

/**
 * Creates the function that closes a server. It stops accepting connections, closes them as they become idle, and destroys
 * the others after `drain` milliseconds. A second call without `drain` destroys them at once. All calls return the same
 * promise.
 */
export function createShutdown(server: Server): (options?: CloseOptions) => Promise<void> {
  /** Connection → its responses in progress. */
  const open = new Map<Socket, Set<ServerResponse>>();
  const done = Promise.withResolvers<void>();
  let accepted = 0;
  let isClosing = false;
  let isCut = false;

  server.on("connection", (socket: Socket) => {
    accepted++;
    open.set(socket, new Set());
    socket.once("close", () => open.delete(socket));
  });
  const track = ({ socket }: IncomingMessage, response: ServerResponse): void => {
    const pending = open.get(socket);
    if (!pending) return;
    pending.add(response);
    if (isClosing) response.shouldKeepAlive = false;
    response.once("close", () => {
      pending.delete(response);
      if (isClosing) endIdle(socket, pending);
    });
  };
  server.prependListener("request", track).prependListener("checkContinue", track);

  const closeListener = (): void => {
    // `close` of Node's HTTP server destroys connections whose response is written but not yet sent. Bun's is different.
    const isOfNode = (server as object) instanceof NetServer;
    if (isOfNode) NetServer.prototype.close.call(server, () => done.resolve());
    else server.close(() => done.resolve());
    if (isCut) server.closeAllConnections();
  };
  /** Accepts the waiting connections. The event loop accepts one per turn, and closing the listener resets the others. */
  const acceptWaiting = async (): Promise<void> => {
    let before = -1;
    for (let turn = 0; turn < longestQueue && before < accepted; turn++) {
      before = accepted;
      await turnOfTheLoop();
    }
  };
  const stop = async (): Promise<void> => {
    for (const pending of open.values())
      for (const response of pending) if (!response.headersSent) response.shouldKeepAlive = false;
    await acceptWaiting();
    closeListener();
    await new Promise((resolve) => setTimeout(resolve, grace).unref());
    await turnOfTheLoop();
    for (const [socket, pending] of open) endIdle(socket, pending);
  };

  return ({ drain = 0 } = {}) => {
    if (typeof drain !== "number" || !(drain >= 0))
      throw new RangeError(`\`drain\` must be a non-negative number of milliseconds, got ${String(drain)}.`);
    const isFirst = !isClosing;
    isClosing = true;
    if (drain === 0) {
      isCut = true;
      server.closeAllConnections();
      if (isFirst) closeListener();
      return done.promise;
    }
    if (isFirst) void stop();
    const timer = setTimeout(
      () => {
        isCut = true;
        server.closeAllConnections();
      },
      Math.min(drain, longestDelay),
    );
    void done.promise.then(() => clearTimeout(timer));
    return done.promise;
  };
}

/** Resolves when the event loop has polled every socket once, so that arrived data is accepted and read. */
async function turnOfTheLoop(): Promise<void> {
  for (let turn = 0; turn < 2; turn++) await new Promise((resolve) => setImmediate(resolve));
}

/** Closes an idle connection after the written data was sent. */
function endIdle(socket: Socket, pending: ReadonlySet<ServerResponse>): void {
  if (pending.size === 0) socket.destroySoon();
}
