import { type Signal, signal } from "@preact/signals";
import type { ErrorView, SessionView } from "../../src/admin/views.ts";

/** Whether an administrator is logged in; `undefined` until the first response. */
export const session: Signal<SessionView | "none" | undefined> = signal(undefined);

/** Whether the last request reached the gateway. */
export const isConnected: Signal<boolean> = signal(true);

/** An error of the admin API, in words for the administrator. */
export class RequestError extends Error {
  override readonly name = "RequestError";
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

/** The last response of each path, which the gateway confirms with 304. */
const known = new Map<string, { readonly etag: string; readonly body: unknown }>();
const mostKnown = 50;

/** Reads from the admin API. Throws a `RequestError`; 401 leads to the login. */
export async function get<View>(path: string, signal?: AbortSignal): Promise<View> {
  const last = known.get(path);
  const response = await send(path, {
    headers: last ? { "if-none-match": last.etag } : {},
    ...(signal && { signal }),
  });
  if (response.status === 304 && last) return last.body as View;
  const body: unknown = await readBody(response);
  const etag = response.headers.get("etag");
  if (etag !== null) remember(path, etag, body);
  return body as View;
}

function remember(path: string, etag: string, body: unknown): void {
  known.delete(path);
  known.set(path, { etag, body });
  const [oldest] = known.keys();
  if (known.size > mostKnown && oldest !== undefined) known.delete(oldest);
}

/** Changes something. Throws a `RequestError` with the reason if the gateway refuses it. */
export async function change<View>(
  method: "POST" | "PUT" | "PATCH" | "DELETE",
  path: string,
  body?: unknown,
): Promise<View> {
  const response = await send(path, {
    method,
    headers: {
      "x-patchbay-admin": "1",
      ...(body !== undefined && { "content-type": "application/json" }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  return (await readBody(response)) as View;
}

async function send(path: string, init: RequestInit): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(`/admin/api${path}`, { ...init, credentials: "same-origin", cache: "no-store" });
  } catch (error) {
    if (!(error instanceof DOMException && error.name === "AbortError")) isConnected.value = false;
    throw error;
  }
  isConnected.value = true;
  if (response.status === 401 && path !== "/login") session.value = "none";
  return response;
}

async function readBody(response: Response): Promise<unknown> {
  if (response.status === 204) return undefined;
  const body: unknown = await response.json().catch(() => undefined);
  if (response.ok) return body;
  const message = (body as ErrorView | undefined)?.error?.message ?? `The gateway responded with ${response.status}.`;
  throw new RequestError(response.status, message);
}

/** Finds out whether the browser has a session. */
export async function loadSession(): Promise<void> {
  try {
    session.value = await get<SessionView>("/session");
  } catch (error) {
    if (!(error instanceof RequestError)) setTimeout(() => void loadSession(), 2000);
  }
}

export async function logIn(key: string): Promise<void> {
  await change("POST", "/login", { key });
  known.clear();
  await loadSession();
}

export async function logOut(): Promise<void> {
  await change("POST", "/logout").catch(() => undefined);
  known.clear();
  session.value = "none";
}

/** The message of any thrown value. */
export function messageOf(error: unknown): string {
  if (error instanceof RequestError) return error.message;
  return "The gateway does not respond. The page tries again.";
}
