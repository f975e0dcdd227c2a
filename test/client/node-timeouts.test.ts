// The client's timeouts work on Node.js, whose `fetch` has its own timeouts.
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, expect, test } from "vitest";
import { caught, chat, connect } from "./support.ts";

/** Where Node.js stores the dispatcher of its `fetch`. */
const place = Symbol.for("undici.globalDispatcher.1");
type Dispatcher = new (options: object) => object;
const globals = globalThis as unknown as Record<symbol, object>;

let server: Server;
let before: object;

beforeEach(async () => {
  // Responds in two parts, each later than `fetch` itself allows here.
  server = createServer((request, response) => {
    request.resume();
    setTimeout(() => {
      response.writeHead(200, { "content-type": "application/json" });
      response.write(" ");
      setTimeout(() => response.end('{"data":{"count":3}}'), 1500);
    }, 1500);
  });
  await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
  before = globals[place]!;
  // Node's limits are 300 s; here they are 0.1 s, which undici's coarse timers round up to a second.
  globals[place] = new (before.constructor as Dispatcher)({ headersTimeout: 100, bodyTimeout: 100 });
});

afterEach(() => {
  globals[place] = before;
  server.closeAllConnections();
  server.close();
});

const client = (options: object): ReturnType<typeof connect> => {
  const baseURL = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return connect({ baseURL, fetch: undefined, maxRetries: 0, ...options });
};

test("a slow response is awaited longer than Node's fetch would, by default, through middleware and without a timeout", async () => {
  const pass = (request: Request, next: (request: Request) => Promise<Response>): Promise<Response> => next(request);
  const answers = [{}, { middleware: [pass] }, { timeout: Number.POSITIVE_INFINITY }].map((options) =>
    client(options).models.count(),
  );
  for (const { data } of await Promise.all(answers)) expect(data.count).toBe(3);
});

test("with timeouts below Node's, a timeout of Node's fetch is a TimeoutError", async () => {
  server.removeAllListeners("request");
  const limits = { timeout: 200_000, idleTimeout: 200_000 };
  expect(await caught(client(limits).chat.completions.create(chat))).toMatchObject({
    name: "TimeoutError",
    phase: "attempt",
    message: expect.stringContaining("headersTimeout") as string,
  });
});
