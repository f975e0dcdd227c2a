// asResponse(): the response of a success, at any time, without listeners left on the caller's signal.
import { ApiError, PatchbayError } from "@patchbay/client";
import { createMockServer } from "@patchbay/mock-server";
import { getEventListeners } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, test, vi } from "vitest";
import { against, caught, chat, connect, failure } from "./support.ts";

const text = '{ "data": {"count": 3},\n "novelty": 1.0 }';
const counted = (): Response =>
  new Response(text, { status: 200, headers: { "content-type": "application/json", "x-request-id": "req-1" } });
const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

describe("asResponse()", () => {
  test("returns the unread response when it is called at once", async () => {
    const given = counted();
    const answer = against([() => given]).client.models.count();
    const response = await answer.asResponse();
    expect(response).toBe(given);
    expect(response.bodyUsed).toBe(false);
    expect(await response.text()).toBe(text);
  });

  test("returns the same bytes, status and headers after the call was awaited", async () => {
    const answer = against([counted]).client.models.count();
    expect((await answer).data.count).toBe(3);
    for (let time = 0; time < 2; time++) {
      const response = await answer.asResponse();
      expect(await response.text()).toBe(text);
      expect(response.status).toBe(200);
      expect(response.headers.get("x-request-id")).toBe("req-1");
    }
    expect((await answer.withResponse()).data).toMatchObject({ data: { count: 3 } });
  });

  test("returns a response without content, before and after the call was awaited", async () => {
    const { client } = against([() => new Response(null, { status: 204 })], { managementKey: "sk-or-mgmt-test" });
    expect((await client.keys.delete({ hash: "h" }).asResponse()).status).toBe(204);
    const answer = client.keys.delete({ hash: "h" });
    await answer;
    const response = await answer.asResponse();
    expect([response.status, response.body]).toEqual([204, null]);
  });

  test("returns the same bytes after the response arrived and before the call was awaited", async () => {
    const answer = against([counted]).client.models.count();
    await turn();
    expect(await (await answer.asResponse()).text()).toBe(text);
    expect((await answer).data.count).toBe(3);
  });

  test("returns the response, and the parsed body too, when both are requested", async () => {
    const answer = against([counted]).client.models.count();
    const [response, parsed] = await Promise.all([answer.asResponse(), answer]);
    expect(await response.text()).toBe(text);
    expect(parsed.data.count).toBe(3);
    const other = against([counted]).client.models.count();
    const [first, second] = await Promise.all([other, other.asResponse()]);
    expect(first.data.count).toBe(3);
    expect(await second.text()).toBe(text);
  });

  test("throws an API error, and an await after the unread response throws an error with the reason", async () => {
    const refused = against([failure(404)]).client.models.count();
    expect(await caught(refused.asResponse())).toBeInstanceOf(ApiError);
    const answer = against([counted]).client.models.count();
    await answer.asResponse();
    const error = await caught(answer);
    expect(error).toBeInstanceOf(PatchbayError);
    expect((error as Error).message).toContain("asResponse()");
  });

  test("works for pages, embeddings, parse() and streams, before and after the call was awaited", async () => {
    const client = connect({}, createMockServer({ defaultReply: "echo" }));
    const output = { type: "object" } as const;
    const calls = [
      () => client.models.list({ limit: 2 }),
      () => client.embeddings.create({ model: "openai/text-embedding-3-small", input: "a" }),
      () => client.embeddings.embed({ model: "openai/text-embedding-3-small", input: "a" }),
      () => client.chat.completions.parse({ ...chat, messages: [{ role: "user", content: "{}" }], output }),
      () => client.chat.completions.create(chat),
    ];
    for (const call of calls) {
      const early: unknown = await (await call().asResponse()).json();
      const answer = call();
      await answer;
      const late: unknown = await (await answer.asResponse()).json();
      expect(Object.keys(late as object)).toEqual(Object.keys(early as object));
    }
    const stream = client.chat.completions.create({ ...chat, stream: true });
    await stream;
    const response = await stream.asResponse();
    expect(response.headers.get("content-type")).toContain("text/event-stream");
    expect(await response.text()).toMatch(/^data: .*one.*\[DONE\]\n\n$/s);
  });
});

test.each([
  ["whole", { ...chat }],
  ["streamed", { ...chat, stream: true as const }],
])("2,000 %s responses leave no listener on the caller's signal, read or not", async (_, input) => {
  const { signal } = new AbortController();
  const { client } = against([counted]);
  for (let count = 0; count < 2000; count++) {
    const response = await client.chat.completions.create(input, { signal, totalTimeout: 60_000 }).asResponse();
    if (count % 2) await response.text();
  }
  expect(getEventListeners(signal, "abort")).toHaveLength(0);
});

describe("asResponse() over a real connection", () => {
  /** A service that sends the start of a body and reports when its connection closes. */
  async function serve(type: string): Promise<{ baseURL: string; closed: Promise<void>; end: () => void }> {
    const closed = Promise.withResolvers<void>();
    const server = createServer((request, response) => {
      request.resume();
      response.writeHead(200, { "content-type": type });
      response.write(type === "text/event-stream" ? ": hello\n\n" : "{");
      response.on("close", () => closed.resolve());
    });
    await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
    const baseURL = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const end = (): void => {
      server.closeAllConnections();
      server.close();
    };
    return { baseURL, closed: closed.promise, end };
  }

  test.each([
    ["whole", "application/json", { ...chat }],
    ["streamed", "text/event-stream", { ...chat, stream: true as const }],
  ])("an abort by the caller ends a %s body that is being read, and closes its connection", async (_, type, input) => {
    const { baseURL, closed, end } = await serve(type);
    const controller = new AbortController();
    const client = connect({ baseURL, fetch: globalThis.fetch });
    const answer = client.chat.completions.create(input, { signal: controller.signal });
    const response = await answer.asResponse();
    expect(response.url).toBe(`${baseURL}/chat/completions`);
    const body = caught(response.text());
    await turn();
    controller.abort(new Error("enough"));
    expect(await body).toMatchObject({ message: "enough" });
    await closed;
    end();
  });

  test("totalTimeout ends a body returned by asResponse()", async () => {
    const { baseURL, closed, end } = await serve("application/json");
    const client = connect({ baseURL, fetch: globalThis.fetch, totalTimeout: 1500 });
    const response = await client.models.count().asResponse();
    expect(await caught(response.text())).toMatchObject({ name: "TimeoutError", phase: "total" });
    await closed;
    end();
  });
});

afterEach(() => void vi.restoreAllMocks());

describe("an async callback that rejects", () => {
  const reason = new Error("the callback is broken");

  test("is logged on the console for onRetry and onEnd listeners, and does not fail the call", async () => {
    const reported = vi.spyOn(console, "error").mockImplementation(() => undefined);
    const { client } = against([failure(503, { "retry-after": "0" }), counted], {
      onRetry: () => Promise.reject(reason),
      middleware: [
        (request, next, { onEnd }) => {
          onEnd(() => Promise.reject(reason));
          return next(request);
        },
      ],
    });
    expect((await client.models.count()).data.count).toBe(3);
    await turn();
    expect(reported.mock.calls.map(([line, error]) => [line, error])).toEqual([
      [expect.stringContaining("onEnd"), reason],
      [expect.stringContaining("onRetry"), reason],
      [expect.stringContaining("onEnd"), reason],
    ]);
  });

  test("is the error of the call for validate", async () => {
    const { client } = against([counted], { validate: () => Promise.reject(reason) });
    expect(await caught(client.models.count())).toBe(reason);
    const streaming = connect({ validate: () => Promise.reject(reason) }).chat.completions.stream(chat);
    expect(await caught(streaming.final())).toBeInstanceOf(Error);
  });
});

describe("a list of a service that", () => {
  const page =
    (...hashes: string[]) =>
    (): Response =>
      Response.json({ data: hashes.map((hash) => ({ hash, at: Math.random() })) });
  const read = async (...pages: (() => Response)[]): Promise<{ hashes: string[]; sent: number }> => {
    const { client, requests } = against(pages);
    const hashes: string[] = [];
    for await (const { hash } of client.keys.list()) hashes.push(hash);
    return { hashes, sent: requests.length };
  };

  test("ignores the offset ends after the page without new items", async () => {
    expect(await read(page("a", "b"))).toEqual({ hashes: ["a", "b"], sent: 2 });
    expect(await read(page("a", "b"), page("c"), page("a", "b"))).toEqual({ hashes: ["a", "b", "c"], sent: 3 });
    expect(await read(page("a", "b"), page("b", "c"), page("c"))).toEqual({ hashes: ["a", "b", "b", "c"], sent: 3 });
    expect(await read(page())).toEqual({ hashes: [], sent: 1 });
  });

  test("sends items without an id is read until a page repeats earlier items", async () => {
    const rows =
      (...names: string[]) =>
      (): Response =>
        Response.json({ data: names.map((name) => ({ name })) });
    const { client, requests } = against([rows("a"), rows("b"), rows("b")]);
    expect(await Array.fromAsync(client.keys.list(), ({ name }) => name)).toEqual(["a", "b"]);
    expect(requests).toHaveLength(3);
  });
});
