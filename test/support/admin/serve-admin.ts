import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { type AddressInfo } from "node:net";
import { adminPath, createAdmin } from "../../../packages/gateway/src/admin/admin.ts";
import type { AdminData } from "../../../packages/gateway/src/admin/admin-data.ts";
import type { AdminReply, AdminRequest } from "../../../packages/gateway/src/admin/exchange.ts";
import { serveDashboard } from "../../../packages/gateway/src/dashboard/dashboard.ts";
import { adminKey } from "./call-admin.ts";

export interface AdminServer {
  /** Such as `http://127.0.0.1:41234`. */
  readonly origin: string;
  /** Changes what the server serves. */
  data: AdminData;
  readonly close: () => Promise<void>;
}

/** Serves the dashboard and the admin API over HTTP, on a free port. */
export async function serveAdmin(data: AdminData): Promise<AdminServer> {
  let admin = createAdmin(data, { adminKey });
  const respond = async (request: AdminRequest): Promise<AdminReply> =>
    request.path.startsWith(`${adminPath}/`)
      ? admin(request)
      : (serveDashboard(request) ?? { status: 404, headers: {}, body: "" });
  const answer = async (incoming: IncomingMessage, response: ServerResponse): Promise<void> => {
    const url = new URL(incoming.url ?? "/", "http://gateway");
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(chunk as Buffer);
    const reply = await respond({
      method: incoming.method ?? "GET",
      path: url.pathname,
      query: url.searchParams,
      headers: incoming.headers as Record<string, string>,
      body: Buffer.concat(chunks).toString(),
      address: incoming.socket.remoteAddress ?? "",
    });
    response.writeHead(reply.status, reply.headers);
    if (typeof reply.body !== "string") for await (const piece of reply.body) response.write(piece);
    response.end(typeof reply.body === "string" ? reply.body : undefined);
  };
  const server = createServer((incoming, response) => void answer(incoming, response));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    get data() {
      return data;
    },
    set data(next) {
      data = next;
      admin = createAdmin(next, { adminKey });
    },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
