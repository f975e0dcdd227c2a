import { Patchbay, type ClientOptions } from "@patchbay/client";
import { createMockServer, type MockServer } from "@patchbay/mock-server";
import { expect } from "vitest";

/** A chat that every test can send. */
export const chat = { model: "openai/gpt-4o-mini", messages: [{ role: "user" as const, content: "one two three" }] };

/** A client of a mock server. */
export function connect(options: Partial<ClientOptions> = {}, server: MockServer = createMockServer()): Patchbay {
  return new Patchbay({ apiKey: "sk-or-v1-test", fetch: server.fetch, ...options });
}

/** Returns one response after the other, the last one repeatedly; stores the requests. */
export function against(
  answers: readonly ((request: Request) => Response | Promise<Response>)[],
  options: Partial<ClientOptions> = {},
): { readonly client: Patchbay; readonly requests: Request[] } {
  const requests: Request[] = [];
  const fetch = async (request: Request): Promise<Response> => {
    // Its body is gone once the call is done.
    requests.push(request.clone());
    return answers[Math.min(requests.length, answers.length) - 1]!(request);
  };
  return { client: connect({ fetch, ...options }), requests };
}

/** An error response. */
export const failure =
  (status: number, headers: Record<string, string> = {}, more: object = {}) =>
  (): Response =>
    Response.json({ error: { code: status, message: `failure ${status}`, ...more } }, { status, headers });

/** A count of models. */
export const counted = (): Response => Response.json({ data: { count: 3 } });

/** A response that never arrives, and ends with the request's signal. */
export const never = (request: Request): Promise<Response> =>
  new Promise((_, reject) =>
    request.signal.addEventListener("abort", () => reject(request.signal.reason as Error), { once: true }),
  );

/** What the promise rejects with. */
export async function caught(work: PromiseLike<unknown>): Promise<unknown> {
  return work.then(
    () => expect.fail("nothing was thrown"),
    (error: unknown) => error,
  );
}
