// A middleware can call `next` again, with the same request, a changed one, or one whose body it has read.
import type { Middleware } from "@patchbay/client";
import { expect, test } from "vitest";
import { against, caught, chat, connect, failure } from "./support.ts";

const completion = {
  id: "gen-1",
  object: "chat.completion",
  created: 1,
  model: "m/x",
  choices: [{ index: 0, finish_reason: "stop", message: { role: "assistant", content: "hi" } }],
};

const ways: readonly (readonly [string, Middleware])[] = [
  ["the same request", async (request, next) => (await next(request), next(request))],
  ["the same request, side by side", async (request, next) => (await Promise.all([next(request), next(request)]))[1]],
  [
    "the same request after its body was read",
    async (request, next) => {
      await request.text();
      await next(request);
      return next(request);
    },
  ],
  [
    "the same request with a changed header",
    async (request, next) => {
      await next(request);
      request.headers.set("x-again", "1");
      return next(request);
    },
  ],
  ["a clone", async (request, next) => (await next(request.clone()), next(request))],
  [
    "a new request",
    async (request, next) => {
      const own = new Request(request, { headers: { ...Object.fromEntries(request.headers), "x-again": "1" } });
      await next(own);
      return next(own);
    },
  ],
  [
    "a new request, then the first one",
    async (request, next) => {
      await next(new Request(request, { headers: request.headers }));
      return next(request);
    },
  ],
  [
    "another body",
    async (request, next) => {
      const body = await request.text();
      await next(new Request(request, { method: "POST", body }));
      return next(new Request(request, { method: "POST", body }));
    },
  ],
];

test.each(ways)("calls `next` twice with %s, and both requests have the body", async (_, middleware) => {
  const pass: Middleware = (request, next) => next(request);
  for (const chain of [[middleware], [pass, middleware], [middleware, pass]]) {
    const bodies: unknown[] = [];
    const fetch = async (request: Request): Promise<Response> => {
      bodies.push(await request.json());
      return bodies.length === 1 ? failure(401)() : Response.json(completion);
    };
    const client = connect({ fetch, maxRetries: 0, middleware: chain });
    const reply = await client.chat.completions.create(chat).catch((error: unknown) => error);
    expect(bodies).toEqual([chat, chat]);
    expect(reply).toMatchObject({ id: "gen-1" });
  }
});

test("a GET request can be sent twice", async () => {
  const twice: Middleware = async (request, next) => (await next(request), next(request));
  const { client, requests } = against([() => Response.json({ data: { count: 3 } })], { middleware: [twice] });
  expect((await client.models.count()).data.count).toBe(3);
  expect(requests).toHaveLength(2);
});

test.each([
  ["undefined", undefined],
  ["null", null],
  ["a string", "ok"],
  ["a plain object", { ok: true, status: 200 }],
  ["Response.error()", Response.error()],
])("a `fetch` or a middleware that returns %s throws a PatchbayError with the reason", async (_, given) => {
  const fetch = (): Promise<Response> => Promise.resolve(given as Response);
  for (const options of [{ fetch }, { middleware: [fetch] }]) {
    const client = connect({ ...options, maxRetries: 0 });
    for (const call of [client.chat.completions.create(chat), client.chat.completions.stream(chat).final()])
      expect(await caught(call)).toMatchObject({
        name: "PatchbayError",
        message: expect.stringContaining("must return a Response") as string,
      });
  }
});

test("a body that was already read is a PatchbayError", async () => {
  const used = (): Response => {
    const response = Response.json(completion);
    response.body!.getReader();
    return response;
  };
  const { client } = against([used], { maxRetries: 0 });
  expect(await caught(client.chat.completions.create(chat))).toMatchObject({ name: "ConnectionError" });
  expect(await caught(client.chat.completions.stream(chat).final())).toMatchObject({ name: "StreamError" });
});

const read = async (response: Response): Promise<Response> => {
  await response.text();
  return response;
};

test.each<[who: string, options: Parameters<typeof against>[1]]>([
  ["a middleware", { middleware: [async (request, next) => read(await next(request))] }],
  ["a custom fetch", { fetch: async () => read(Response.json(completion)) }],
])("a response whose body %s has read is refused with instructions", async (_, options) => {
  const { client } = against([() => Response.json(completion)], options);
  for (const work of [client.chat.completions.create(chat), client.chat.completions.stream(chat).final()])
    expect(await caught(work)).toMatchObject({
      name: "PatchbayError",
      message: expect.stringMatching(/unread body\. Read a `clone\(\)`/) as string,
    });
});
