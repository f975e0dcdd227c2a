import type { IncomingMessage, ServerResponse } from "node:http";
import type { Socket } from "node:net";

/** Connection → its responses that were in the queue behind an earlier one. */
const queues = new WeakMap<Socket, Set<ServerResponse>>();

/**
 * Closes a response together with its connection while it is in the queue behind the responses to earlier requests. Node.js 22
 * reports the end of a connection only to the response that it sends, so that the others would wait for it without end.
 */
export function closeWithConnection({ socket }: IncomingMessage, response: ServerResponse): void {
  if (response.socket) return;
  const queue = queues.get(socket) ?? openQueue(socket);
  queue.add(response);
  const leave = (): void => void queue.delete(response);
  response.once("socket", leave).once("close", leave);
}

function openQueue(socket: Socket): Set<ServerResponse> {
  const queue = new Set<ServerResponse>();
  queues.set(socket, queue);
  socket.once("close", () => {
    for (const response of queue) {
      response.destroy();
      // Newer versions of Node.js emit it themselves.
      if (queue.has(response)) response.emit("close");
    }
  });
  return queue;
}
