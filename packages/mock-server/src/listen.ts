import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { writeReply } from "./render/node.ts";
import { Refusal } from "./refusal.ts";
import type { Reply } from "./reply.ts";
import { bodyLimit, type IncomingRequest, type Listening, type ListenOptions } from "./incoming.ts";

/** Serves replies on a port; rejects with the reason when the port cannot be had. */
export function listen(
  reply: (request: IncomingRequest) => Promise<Reply>,
  { port = 4010, host = "127.0.0.1" }: ListenOptions = {},
): Promise<Listening> {
  const server = createServer((request, response) => {
    answer(reply, request, response).catch((error: unknown) => fail(error, response));
  });
  return new Promise((resolve, reject) => {
    server.once("error", (cause: NodeJS.ErrnoException) => reject(new Error(reasonOf(cause, host, port), { cause })));
    server.listen(port, host, () => {
      const { port: bound } = server.address() as AddressInfo;
      const name = host.includes(":") ? `[${host}]` : host;
      resolve({ port: bound, baseURL: `http://${name}:${bound}/api/v1`, close: () => close(server) });
    });
  });
}

async function answer(
  reply: (request: IncomingRequest) => Promise<Reply>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const body = await readBody(request);
  if (body === undefined)
    return writeReply(
      new Refusal(413, `The body is larger than ${bodyLimit} bytes.`, { headers: { connection: "close" } }).toReply(),
      response,
    );
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers))
    if (value !== undefined) headers.set(name, String(value));
  const url = new URL(request.url ?? "/", `http://${request.headers.host ?? "localhost"}`);
  await writeReply(await reply({ method: request.method ?? "GET", url, headers, body }), response);
}

/** The whole body as text; `undefined` when it is too long. */
async function readBody(request: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > bodyLimit) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
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
