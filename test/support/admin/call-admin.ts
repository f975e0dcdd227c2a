import { createAdmin } from "../../../packages/gateway/src/admin/admin.ts";
import type { AdminData } from "../../../packages/gateway/src/admin/admin-data.ts";
import type { AdminReply, AdminRequest } from "../../../packages/gateway/src/admin/exchange.ts";

export const adminKey = "correct horse battery staple";

export interface Call {
  readonly headers?: Readonly<Record<string, string | undefined>>;
  /** Sent as JSON; a string unchanged. */
  readonly body?: unknown;
  readonly address?: string;
  readonly isSecure?: boolean;
}

export type Caller = (method: string, target: string, call?: Call) => Promise<Result>;

interface Result extends Omit<AdminReply, "body"> {
  readonly text: string;
  /** The parsed body. */
  readonly json: () => never;
}

/** Calls the admin API with a path and query such as `/spend?by=day`. Sends the admin key unless `headers` has another. */
export function adminCaller(data: AdminData): Caller {
  const admin = createAdmin(data, { adminKey });
  return async (method, target, { headers = {}, body, address = "127.0.0.1", isSecure = false } = {}) => {
    const url = new URL(`http://gateway/admin/api${target}`);
    const request: AdminRequest = {
      method,
      path: url.pathname,
      query: url.searchParams,
      headers: {
        authorization: `Bearer ${adminKey}`,
        ...(body !== undefined && { "content-type": "application/json" }),
        ...headers,
      },
      body: body === undefined ? "" : typeof body === "string" ? body : JSON.stringify(body),
      address,
      isSecure,
    };
    const reply = await admin(request);
    const text = typeof reply.body === "string" ? reply.body : (await Array.fromAsync(reply.body)).join("");
    return { status: reply.status, headers: reply.headers, text, json: () => JSON.parse(text) as never };
  };
}
