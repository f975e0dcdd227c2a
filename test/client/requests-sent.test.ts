// Every request that the client sends is well-formed; what cannot be sent is a PatchbayError that names the field.
import { Patchbay, PatchbayError, type ClientOptions } from "@patchbay/client";
import { modelsCount } from "@patchbay/client/functions";
import { exchangeCode } from "@patchbay/client/oauth";
import fc from "fast-check";
import { afterEach, describe, expect, test, vi } from "vitest";
import { against, caught, chat, counted } from "./support.ts";

const completion = (): Response =>
  Response.json({ id: "gen-1", choices: [{ index: 0, message: { role: "assistant", content: "ok" } }] });

/** Sends a chat with more fields and returns the body that the service receives. */
async function bodyOf(more: object): Promise<string> {
  const { client, requests } = against([completion]);
  await client.chat.completions.create({ ...chat, ...more });
  return requests[0]!.text();
}

/** The error for a chat with more fields, before anything is sent. */
async function refusedChat(more: object): Promise<PatchbayError> {
  const { client, requests } = against([completion]);
  const error = await caught(client.chat.completions.create({ ...chat, ...more }));
  expect(error).toBeInstanceOf(PatchbayError);
  expect(requests).toHaveLength(0);
  return error as PatchbayError;
}

describe("lone surrogates in a body", () => {
  const hasLone = /\\ud[89a-f]/i;

  test.each([
    ["in a message", { messages: [{ role: "user", content: "half \ud83d" }] }],
    ["in a key", { metadata: { "k\udc00": "v" } }],
    ["in a tool result", { messages: [{ role: "tool", tool_call_id: "a", content: "x\ud800\ud800y" }] }],
    ["deep inside", { extra: [[{ a: [{ b: "\udfff\ud83d" }] }]] }],
  ])("become U+FFFD %s", async (_, more) => {
    const text = await bodyOf(more);
    expect(text).not.toMatch(hasLone);
    expect(text).toContain("\ufffd");
  });

  test("leave escaped text and complete pairs unchanged", async () => {
    const texts = ["\\ud83d", "\\\\ud83d", "C:\\udata\\", "😀", "\\\ud83d\ude00", '{"a":"\\ud83d"}', "\ufffd", "\\"];
    const sent = JSON.parse(await bodyOf({ extra: texts })) as { extra: string[] };
    expect(sent.extra).toEqual(texts);
  });

  test("are replaced exactly as by `toWellFormed`, in any text", async () => {
    const units = fc.constantFrom("\\", "u", "d", "8", "3", '"', "\ud83d", "\ude00", "\n", "a");
    await fc.assert(
      fc.asyncProperty(fc.array(units, { maxLength: 12 }), async (parts) => {
        const text = parts.join("");
        const sent = JSON.parse(await bodyOf({ extra: text })) as { extra: string };
        expect(sent.extra).toBe(text.toWellFormed());
      }),
    );
  });
});

describe("an input that JSON cannot represent is refused with the name of its field", () => {
  const circle: { a: number; self?: unknown } = { a: 1 };
  circle.self = circle;
  let deep: object = {};
  for (let depth = 0; depth < 50_000; depth++) deep = { deep };
  class Private {
    readonly #secret = 1;
    get secret(): number {
      return this.#secret;
    }
  }
  const failing = {
    toJSON: () => {
      throw new Error("no JSON today");
    },
  };

  test.each<[what: string, more: object, message: RegExp]>([
    ["a bigint", { seed: 10n }, /^`seed` of chat\.completions\.create .*the bigint 10\. Pass a number/],
    ["a bigint inside", { metadata: { list: [1, 2n] } }, /^`metadata\.list\.1` .*the bigint 2\./],
    ["a cycle", { metadata: circle }, /^`metadata\.self` .*contains itself/],
    ["a function", { tools: [{ parameters: () => 1 }] }, /^`tools\.0\.parameters` .*a function\. Pass plain data/],
    ["a symbol", { user: Symbol("me") }, /^`user` .*Symbol\(me\)/],
    ["undefined in an array", { messages: [undefined] }, /^`messages\.0` .*undefined\. Remove it from the array/],
    ["NaN", { temperature: Number.NaN }, /^`temperature` .*NaN\. Pass a finite number/],
    ["Infinity", { max_tokens: Number.POSITIVE_INFINITY }, /^`max_tokens` .*Infinity/],
    ["an invalid date", { since: new Date("?") }, /^`since` .*invalid date/],
    ["a promise", { messages: [{ role: "user", content: [Promise.resolve()] }] }, /^`messages\.0\.content\.0` .*Await/],
    ["bytes", { image: new Uint8Array(3) }, /^`image` .*`toImagePart`/],
    ["a Buffer", { image: Buffer.from("abc") }, /^`image` .*`toImagePart`/],
    ["a Blob", { image: new Blob(["a"]) }, /^`image` .*`toImagePart`/],
    ["a Map", { metadata: new Map() }, /^`metadata` .*a Map/],
    [
      "an Error",
      { metadata: { cause: Object.assign(new Error("x"), { code: 1 }) } },
      /^`metadata\.cause` .*an Error\. Pass its message/,
    ],
    ["a regular expression", { stop: [/x/] }, /^`stop\.0` .*RegExp/],
    ["Headers", { metadata: new Headers({ a: "b" }) }, /^`metadata` .*Headers/],
    ["a form", { metadata: new FormData() }, /^`metadata` .*FormData/],
    ["an iterator", { messages: chat.messages.values() }, /^`messages` .*Iterator/],
    ["a stream", { messages: new ReadableStream() }, /^`messages` .*ReadableStream/],
    ["a WeakMap", { metadata: new WeakMap() }, /^`metadata` .*WeakMap/],
    [
      "an object of private fields",
      { metadata: new Private() },
      /^`metadata` .*class Private without fields\. Pass plain/,
    ],
    ["a toJSON that throws", { metadata: failing }, /not readable \(no JSON today\)/],
    ["a nesting too deep for the stack", { deep }, /not readable/],
  ])("for %s", async (_, more, message) => {
    expect((await refusedChat(more)).message).toMatch(message);
  });

  test.each([[null], ["text"], [5], [[]], [10n]])("an input that is not an object is refused (%#)", async (input) => {
    const { client } = against([completion]);
    const { create, stream } = client.chat.completions;
    for (const work of [create(input as never), stream(input as never).final()]) {
      const error = await caught(work);
      expect(error).toBeInstanceOf(PatchbayError);
      expect((error as Error).message).toMatch(/^The input of chat\.completions\.create must be an object/);
    }
  });

  test("objects of classes and of other realms are sent with their fields", async () => {
    class Point {
      readonly x = 1;
    }
    const { runInNewContext } = process.getBuiltinModule("node:vm");
    const foreign: unknown = runInNewContext(
      "({ empty: {}, list: [{}], text: new String('s'), number: new Number(5) })",
    );
    const sent = JSON.parse(await bodyOf({ extra: [new Point(), {}, Object.create(null), foreign] })) as object;
    const same = { empty: {}, list: [{}], text: "s", number: 5 };
    expect(sent).toMatchObject({ extra: [{ x: 1 }, {}, {}, same] });
  });

  test("values with a toJSON method are sent in its form", async () => {
    const own = { toJSON: () => ({ a: 1 }) };
    const sent = await bodyOf({ since: new Date(0), link: new URL("https://x.example/"), own, gone: undefined });
    expect(JSON.parse(sent)).toEqual({
      ...chat,
      since: "1970-01-01T00:00:00.000Z",
      link: "https://x.example/",
      own: { a: 1 },
    });
  });

  test("null and undefined options count as absent", async () => {
    const { client, requests } = against([counted]);
    await client.models.count({}, null as never);
    const none = {
      signal: null,
      headers: null,
      query: null,
      idempotencyKey: null,
      timeout: null,
      maxRetries: undefined,
    };
    await client.models.count({}, none as never);
    expect(requests).toHaveLength(2);
  });

  test("a value that is not a signal is refused, also for a stream", async () => {
    const { client } = against([completion]);
    const options = { signal: new AbortController() as never };
    for (const call of [
      client.chat.completions.create(chat, options),
      client.chat.completions.stream(chat, options).final(),
    ]) {
      const error = await caught(call);
      expect(error).toBeInstanceOf(PatchbayError);
      expect((error as Error).message).toMatch(/^`signal` must be an AbortSignal, got an object/);
    }
  });
});

describe("request headers", () => {
  const bad: [what: string, name: string, value: unknown, message: RegExp][] = [
    ["a character outside Latin-1", "x-user", "Żółw", /`headers\["x-user"\]` contains the character U\+017B/],
    ["an emoji", "x-user", "a 🚀", /U\+1F680/],
    ["a line feed", "x-user", "a\nb", /U\+000A/],
    ["a carriage return at the end", "x-user", "a\r", /U\+000D/],
    ["NUL", "x-user", "a\0", /U\+0000/],
    ["DEL", "x-user", "a\x7f", /U\+007F/],
    ["a lone surrogate", "x-user", "a\ud83d", /U\+D83D/],
    ["a symbol", "x-user", Symbol("s"), /must be a string, got Symbol\(s\)/],
    ["an array", "x-user", ["a", "b"], /must be a string, got an array/],
    ["an object", "x-user", {}, /must be a string, got an object/],
    ["a blank in the name", "x user", "a", /`headers\["x user"\]` is not a valid header name/],
    ["an empty name", "", "a", /`headers\[""\]` is not a valid header name/],
    ["a colon in the name", "a:b", "a", /not a valid header name/],
    ["a name outside ASCII", "x-näme", "a", /not a valid header name/],
    ["a length", "Content-Length", "5", /`headers\["Content-Length"\]` cannot be set.*Remove it/],
    ["an encoding of the transfer", "transfer-encoding", "chunked", /cannot be set/],
    ["an upgrade", "upgrade", "websocket", /cannot be set/],
    ["an expectation", "expect", "100-continue", /cannot be set/],
  ];

  test.each(bad)("with %s are refused at construction and at the call", async (_, name, value, message) => {
    const headers = { [name]: value } as Record<string, string>;
    expect(() => new Patchbay({ apiKey: "k", defaultHeaders: headers })).toThrow(PatchbayError);
    const inOptions = new RegExp(message.source.replace("`headers", "`defaultHeaders"));
    expect(() => new Patchbay({ apiKey: "k", defaultHeaders: headers })).toThrow(inOptions);
    const { client, requests } = against([counted]);
    const error = await caught(client.models.count({}, { headers }));
    expect(error).toBeInstanceOf(PatchbayError);
    expect((error as Error).message).toMatch(message);
    expect(requests).toHaveLength(0);
  });

  test.each<[middleware: ClientOptions["middleware"]]>([[[]], [[(request, next) => next(request)]]])(
    "that are undefined have no effect, null removes a header, and numbers become strings",
    async (middleware) => {
      const { client, requests } = against([counted], {
        defaultHeaders: { "X-A": "1", "x-b": undefined, "x-c": "3" },
        middleware,
      });
      await client.models.count({}, { headers: { "x-a": undefined, "x-c": null, "x-d": 4 as never } });
      expect(Object.fromEntries(requests[0]!.headers)).toMatchObject({ "x-a": "1", "x-d": "4" });
      for (const name of ["x-b", "x-c"]) expect(requests[0]!.headers.has(name)).toBe(false);
    },
  );

  test.each([[new Headers({ "X-A": "1" })], [new Map([["X-A", "1"]])], [[["x-a", "1"]] as [string, string][]]])(
    "can be a `Headers` object, a map or pairs",
    async (headers) => {
      const { client, requests } = against([counted], { defaultHeaders: headers });
      await client.models.count();
      expect(requests[0]!.headers.get("x-a")).toBe("1");
    },
  );

  test.each([["日本語アプリ"], ["Chat 🚀"], ["Café"], ["100% ☕, ok"], ["half \ud83d"]])(
    "carry the app's title %j percent-encoded in ASCII",
    async (title) => {
      const { client, requests } = against([counted], { app: { title } });
      await client.models.count();
      const sent = requests[0]!.headers.get("x-openrouter-title")!;
      expect(sent).toMatch(/^[\x20-\x7e]+$/);
      expect(decodeURIComponent(sent)).toBe(title.toWellFormed());
    },
  );

  test.each([
    ["url", "https://例え.jp/ö", "http-referer", "https://xn--r8jz45g.jp/%C3%B6"],
    ["url", "https://app.example", "http-referer", "https://app.example"],
    ["title", "My app 100%", "x-openrouter-title", "My app 100%"],
    ["categories", ["cli-agent", "chat"], "x-openrouter-categories", "cli-agent,chat"],
  ])("contain the app's %s %j", async (name, value, header, sent) => {
    const { client, requests } = against([counted], { app: { [name]: value } });
    await client.models.count();
    expect(requests[0]!.headers.get(header)).toBe(sent);
  });

  test.each([
    ["app.title", { title: "a\nb" }],
    ["app.title", { title: {} }],
    ["app.url", { url: "例え" }],
    ["app.url", { url: "https://a.example\r\nx: y" }],
    ["app.categories", { categories: "chat" }],
    ["app.categories", { categories: [Symbol("a")] }],
  ])("refuse an app whose `%s` cannot be sent (%#)", (name, app) => {
    expect(() => new Patchbay({ apiKey: "k", app: app as never })).toThrow(PatchbayError);
    expect(() => new Patchbay({ apiKey: "k", app: app as never })).toThrow(`\`${name}\``);
  });

  test.each([["a\nb"], [""], [" "], ["ключ"], [5n]])(
    "refuse an idempotency key that cannot be sent (%#)",
    async (idempotencyKey) => {
      const { client } = against([completion]);
      const error = await caught(client.chat.completions.create(chat, { idempotencyKey } as never));
      expect(error).toBeInstanceOf(PatchbayError);
      expect((error as Error).message).toContain("`idempotencyKey`");
    },
  );
});

describe("the option baseURL", () => {
  test.each([
    ["https://x.example/api/v1 "],
    ["\n\thttps://x.example/api/v1"],
    ["https://x.example/api/v1///"],
    ["HTTPS://X.example/api/v1/"],
    ["https://x.example/other/../api/v1"],
    [new URL("https://x.example/api/v1/") as never],
  ])("accepts %j as the same URL", async (baseURL: string) => {
    const { client, requests } = against([counted], { baseURL });
    await client.models.count();
    expect(requests[0]!.url).toBe("https://x.example/api/v1/models/count");
  });

  test.each([
    ["http://me:s3cret@127.0.0.1:1/v1"],
    ["https://s3cret@x.example"],
    ["me:s3cret@x.example/v1"],
    ["//me:s3cret@x.example"],
    ["https://me:s3cret@"],
    ["https://x.example/v1?key=s3cret"],
    ["https://x.example/v1#s3cret"],
    ["https://x.example/v1?"],
    ["ftp://x.example"],
    ["javascript:alert(1)"],
    ["x.example"],
    ["  "],
    [""],
    [7],
    [{}],
  ])("refuses %j without showing a secret in it", async (baseURL) => {
    const make = async (): Promise<Patchbay> => new Patchbay({ apiKey: "k", baseURL: baseURL as string });
    const error = await caught(make());
    expect(error).toBeInstanceOf(PatchbayError);
    expect((error as Error).message).toMatch(/^`baseURL` must/);
    expect(`${String(error)} ${(error as Error).stack}`).not.toContain("s3cret");
  });
});

describe("a path parameter", () => {
  test.each([
    [".."],
    ["."],
    ["%2e%2e"],
    ["%2E."],
    ["../keys"],
    ["a/../b"],
    ["..\\keys"],
    ["..%2fkeys"],
    [""],
    ["  "],
    [5],
    [null],
    [undefined],
    [10n],
    [Symbol("a")],
    [["a"]],
  ])("that leads to another path or is not a string is refused by name (%#)", async (hash) => {
    const { client, requests } = against([counted]);
    const error = await caught(client.keys.get({ hash: hash as string }));
    expect(error).toBeInstanceOf(PatchbayError);
    expect((error as Error).message).toMatch(/^`hash` of keys\.get must/);
    expect(requests).toHaveLength(0);
  });

  test.each([
    ["a b", "a%20b"],
    ["a/b", "a%2Fb"],
    ["gpt-5.1:free", "gpt-5.1:free"],
    ["...", "..."],
    ["a\ud83d", "a%EF%BF%BD"],
    ["?x#y%", "%3Fx%23y%25"],
  ])("%j is one segment of the path", async (slug, sent) => {
    const { client, requests } = against([() => Response.json({ data: { endpoints: [] } })]);
    await client.models.listEndpoints({ author: "acme", slug });
    expect(requests[0]!.url).toBe(`https://openrouter.ai/api/v1/models/acme/${sent}/endpoints`);
  });

  test("with any text stays within its segment", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom("..", ".", "/", "%2e", "%2f", "\\", "a", "?", "#")), async (parts) => {
        const { client, requests } = against([counted]);
        await client.keys
          .get({ hash: parts.join("") })
          .catch((error: unknown) => expect(error).toBeInstanceOf(PatchbayError));
        for (const { url } of requests) expect(new URL(url).pathname).toMatch(/^\/api\/v1\/keys\/[^/]+$/);
      }),
    );
  });
});

test("an undefined or null query parameter is not sent, and an invalid one is refused", async () => {
  const { client, requests } = against([counted]);
  await client.models.count({}, { query: { a: undefined, b: null, c: "x y", d: 0, e: false } });
  expect(new URL(requests[0]!.url).search).toBe("?c=x+y&d=0&e=false");
  for (const value of [{}, Symbol("a"), () => 1, Number.NaN, 5n, [{}], [Symbol("a")]]) {
    const error = await caught(client.models.count({}, { query: { a: value as string } }));
    expect(error).toBeInstanceOf(PatchbayError);
    expect((error as Error).message).toContain("`a`");
  }
});

test("a number in a query keeps its value and has no exponent", async () => {
  const number = fc.oneof(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.integer());
  await fc.assert(
    fc.asyncProperty(number, async (value) => {
      const { client, requests } = against([counted]);
      await client.models.count({}, { query: { a: value } });
      const sent = new URL(requests[0]!.url).searchParams;
      expect(sent.get("a")).toMatch(/^-?\d+(\.\d+)?$/);
      // A text has no negative zero.
      expect(Number(sent.get("a"))).toBe(value + 0);
    }),
  );
});

describe("a key function", () => {
  test.each([[undefined], [null], [""], ["  "], [5], [{}], ["sk\n"], [" sk"]])(
    "that returns %j ends the call before a request is sent",
    async (key) => {
      for (const apiKey of [() => key as string, async () => key as string]) {
        const { client, requests } = against([counted], { apiKey });
        const error = await caught(client.models.count());
        expect(error).toBeInstanceOf(PatchbayError);
        expect((error as Error).message).toContain("`apiKey`");
        expect(error).toMatchObject({ attempts: 0 });
        expect(requests).toHaveLength(0);
      }
    },
  );

  test("is named by its own option in errors", async () => {
    const { client } = against([counted], { managementKey: () => "" });
    expect(((await caught(client.credits.get())) as Error).message).toMatch(/`managementKey` must return a key/);
  });

  test("that rejects ends the call with its own error, unchanged", async () => {
    const reason = new Error("vault is sealed");
    const { client, requests } = against([counted], { apiKey: () => Promise.reject(reason) });
    expect(await caught(client.models.count())).toBe(reason);
    expect(requests).toHaveLength(0);
  });

  test("is not called when a header replaces the key", async () => {
    const { client, requests } = against([counted], {
      apiKey: () => expect.fail("asked"),
      defaultHeaders: { Authorization: null },
    });
    await client.models.count();
    expect(requests[0]!.headers.has("authorization")).toBe(false);
  });
});

test.each<[name: string, value: unknown]>([
  ["apiKey", 5],
  ["managementKey", {}],
  ["fetch", "node"],
  ["middleware", () => 1],
  ["middleware", [5]],
  ["validate", "strict"],
  ["onRetry", 1],
  ["app", "My app"],
  ["defaultHeaders", "x-a: 1"],
  ["defaultHeaders", 5],
  ["timeout", "10"],
  ["timeout", Symbol("a")],
  ["maxRetries", 2n],
  ["logLevel", "toString"],
  ["logLevel", 3n],
])("the option `%s` of another type is refused by name (%#)", (name, value) => {
  const make = (): Patchbay => new Patchbay({ apiKey: "k", [name]: value });
  expect(make).toThrow(PatchbayError);
  expect(make).toThrow(`\`${name}`);
});

test("options, a query and a context that are not objects are refused", async () => {
  const { client, requests } = against([counted]);
  for (const work of [client.models.count({}, "fast" as never), client.models.count({}, { query: "a=b" as never })])
    expect(await caught(work)).toBeInstanceOf(PatchbayError);
  for (const connection of [null, undefined, {}]) expect(() => modelsCount(connection as never)).toThrow(PatchbayError);
  expect(requests).toHaveLength(0);
});

test("undefined and null options have their defaults", () => {
  const names = [
    "managementKey",
    "baseURL",
    "fetch",
    "defaultHeaders",
    "app",
    "middleware",
    "validate",
    "logger",
    "logLevel",
  ];
  for (const none of [undefined, null])
    expect(() => new Patchbay({ apiKey: "k", ...Object.fromEntries(names.map((name) => [name, none])) })).not.toThrow();
});

describe("a runtime without `crypto.randomUUID`", () => {
  afterEach(() => void vi.unstubAllGlobals());

  test.each([[{ getRandomValues: crypto.getRandomValues.bind(crypto) }], [undefined]])(
    "each call still has its own idempotency key (%#)",
    async (stub) => {
      const { client, requests } = against([completion]);
      vi.stubGlobal("crypto", stub);
      await client.chat.completions.create(chat);
      await client.chat.completions.create(chat);
      const keys = requests.map(({ headers }) => headers.get("idempotency-key"));
      expect(new Set(keys).size).toBe(2);
      for (const key of keys) expect(key).toMatch(/^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
    },
  );
});

describe("exchangeCode", () => {
  afterEach(() => void vi.unstubAllEnvs());

  test("does not send the server's key, because the call needs none", async () => {
    vi.stubEnv("OPENROUTER_API_KEY", "sk-or-v1-server");
    let sent: Request | undefined;
    const fetch = async (request: Request): Promise<Response> => {
      sent = request;
      return Response.json({ key: "k", user_id: null });
    };
    await exchangeCode({ code: "c", codeVerifier: "v", fetch });
    expect(sent!.headers.has("authorization")).toBe(false);
  });

  test.each([[null], [{}], [{ code: "", verifier: "v" }], [{ code: "c", verifier: 5 }]])(
    "refuses a code or a verifier that is not a string (%#)",
    async (given) => {
      expect(await caught(exchangeCode(given as never))).toBeInstanceOf(PatchbayError);
    },
  );
});
