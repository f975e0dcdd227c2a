import type { IncomingMessage, Server, ServerResponse } from "node:http";
import { Server as NetServer, type Socket } from "node:net";
import type { CloseOptions } from "./incoming.ts";

/** The longest delay of a timer in milliseconds; longer ones fire at once. */
const longestDelay = 2_147_483_647;

/** Milliseconds after which a connection counts as idle, so that a request that was on its way is answered. */
const grace = 100;

/**
 * Makes the function that closes a server. It stops accepting, closes connections as they become idle, and cuts the others
 * after `drain` milliseconds. A second call without `drain` cuts at once; all calls return the same promise.
 */
export function createShutdown(server: Server): (options?: CloseOptions) => Promise<void> {
  /** Connection → the responses that it waits for. */
  const open = new Map<Socket, Set<ServerResponse>>();
  let closed: Promise<void> | undefined;

  server.on("connection", (socket: Socket) => {
    open.set(socket, new Set());
    socket.once("close", () => open.delete(socket));
  });
  const track = ({ socket }: IncomingMessage, response: ServerResponse): void => {
    const pending = open.get(socket);
    if (!pending) return;
    pending.add(response);
    if (closed) response.shouldKeepAlive = false;
    response.once("close", () => {
      pending.delete(response);
      if (closed) endIdle(socket, pending);
    });
  };
  server.prependListener("request", track).prependListener("checkContinue", track);

  const stop = (): Promise<void> =>
    new Promise((resolve) => {
      // `close` of an HTTP server destroys connections whose answer was written and is not sent yet.
      NetServer.prototype.close.call(server, () => resolve());
      for (const pending of open.values())
        for (const response of pending) if (!response.headersSent) response.shouldKeepAlive = false;
      setTimeout(() => {
        for (const [socket, pending] of open) endIdle(socket, pending);
      }, grace).unref();
    });

  return ({ drain = 0 } = {}) => {
    if (typeof drain !== "number" || !(drain >= 0))
      throw new RangeError(`\`drain\` must be a number of milliseconds from 0, got ${String(drain)}.`);
    closed ??= stop();
    if (drain === 0) {
      server.closeAllConnections();
      return closed;
    }
    const timer = setTimeout(() => server.closeAllConnections(), Math.min(drain, longestDelay));
    void closed.then(() => clearTimeout(timer));
    return closed;
  };
}

/** Closes a connection that waits for nothing, after what was written has left. */
function endIdle(socket: Socket, pending: ReadonlySet<ServerResponse>): void {
  if (pending.size === 0) socket.destroySoon();
}
