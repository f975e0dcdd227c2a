import type { MockServer } from "@patchbay/mock-server";

/** A response, with its body as text and, if it is JSON, as a value. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly body: Loose;
}

/** A JSON value that is read without a schema. */
interface Loose {
  readonly [name: string]: Loose;
  readonly [index: number]: Loose;
}

interface CallOptions {
  /** Default: `sk-or-v1-test`. An empty string sends no key. */
  readonly key?: string;
  /** Default: `GET`, or `POST` with a body. */
  readonly method?: string;
  /** A string is sent unchanged; any other value as JSON. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Sends one request to a server in process. The path is absolute, such as `/api/v1/keys`. */
export async function call(
  server: MockServer,
  path: string,
  { key = "sk-or-v1-test", method, body, headers = {} }: CallOptions = {},
): Promise<Answer> {
  const response = await server.fetch(`http://localhost${path}`, {
    method: method ?? (body === undefined ? "GET" : "POST"),
    headers: { ...(key !== "" && { authorization: `Bearer ${key}` }), ...headers },
    ...(body !== undefined && { body: typeof body === "string" ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, headers: response.headers, text, body: toJson(text) as Loose };
}

/** A chat with one user message. */
export function chat(more: Record<string, unknown> = {}): Record<string, unknown> {
  return { model: "openai/gpt-4o-mini", messages: [{ role: "user", content: "Hello there" }], ...more };
}

function toJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
