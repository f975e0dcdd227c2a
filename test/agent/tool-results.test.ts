// Tool results as the model reads them: values of any library are readable, bytes are parts, and long text is cut.
import { createAgent, tool, AgentError, type Tool } from "@patchbay/agent";
import { createScriptedClient } from "@patchbay/agent/testing";
import type { ContentPart } from "@patchbay/client";
import fc from "fast-check";
import { Readable } from "node:stream";
import { expect, test } from "vitest";
import { z } from "zod";

const model = "any/model";

/** What the model receives as the result. */
async function readOf(
  run: () => unknown,
  options: { readonly maxResultLength?: number; readonly timeout?: number } = {},
): Promise<unknown> {
  const { client, requests } = createScriptedClient([{ toolCalls: [{ name: "t", arguments: {} }] }, "Done."]);
  await createAgent({ client, model, tools: [tool({ name: "t", execute: run, ...options })] }).run("Go.");
  return requests[1]!.messages.at(-1)!.content;
}

class Account {
  readonly #secret = 1;
  readonly owner = "Ada";
  get secret(): number {
    return this.#secret;
  }
}

class Money {
  readonly #amount: number;
  constructor(amount: number) {
    this.#amount = amount;
  }
  toString(): string {
    return `${this.#amount} EUR`;
  }
}

const circle: Record<string, unknown> = { name: "circle" };
circle.self = circle;
circle.list = [circle];
const shared = { n: 1 };

const texts: readonly (readonly [name: string, make: () => unknown, expected: unknown])[] = [
  ["a map", () => new Map([["a", 1]]), '{"a":1}'],
  ["a map with other keys", () => new Map([[{ id: 1 }, "x"]]), '[[{"id":1},"x"]]'],
  ["a set", () => new Set([1, "b"]), '[1,"b"]'],
  ["maps in sets in objects", () => ({ all: new Set([new Map([["k", new Set([1])]])]) }), '{"all":[{"k":[1]}]}'],
  ["an error", () => new TypeError("broke"), "TypeError: broke"],
  ["an error without a message", () => new RangeError(), "RangeError"],
  [
    "an error that collects others",
    () => new AggregateError([new Error("one"), new TypeError("two")], ""),
    "AggregateError: one; two",
  ],
  [
    "an error in an object that collects others",
    () => ({ error: new AggregateError([new Error("one")], "All failed") }),
    '{"error":{"name":"AggregateError","message":"All failed","errors":[{"name":"Error","message":"one"}]}}',
  ],
  ["search parameters with a key twice", () => new URLSearchParams("a=1&b=2&a=3"), '{"a":["1","3"],"b":"2"}'],
  ["a list of holes", () => Object.assign([], { length: 2 }) as unknown, "[null,null]"],
  ["bytes with the colors of a terminal", () => Buffer.from("\u001b[31mred\u001b[0m"), "\u001b[31mred\u001b[0m"],
  [
    "an error in an object",
    () => ({ error: new Error("broke", { cause: new Error("deep") }) }),
    '{"error":{"name":"Error","message":"broke","cause":{"name":"Error","message":"deep"}}}',
  ],
  [
    "an error with fields",
    () => [Object.assign(new Error("broke"), { code: "E_X" })],
    '[{"name":"Error","message":"broke","code":"E_X"}]',
  ],
  ["a date", () => new Date(0), "1970-01-01T00:00:00.000Z"],
  ["a date in an object", () => ({ at: new Date(0) }), '{"at":"1970-01-01T00:00:00.000Z"}'],
  ["an invalid date", () => ({ at: new Date(Number.NaN) }), '{"at":"Invalid Date"}'],
  ["a big integer", () => 12345678901234567890n, "12345678901234567890"],
  ["a big integer in an object", () => ({ id: 1n }), '{"id":"1"}'],
  ["NaN", () => ({ n: Number.NaN, i: -Infinity }), '{"n":"NaN","i":"-Infinity"}'],
  ["the values of a list", () => [1, 2, 3].values(), "[1,2,3]"],
  ["the keys of a map", () => new Map([["a", 1]]).keys(), '["a"]'],
  ["the entries of a map", () => new Map([["a", 1]]).entries(), '[["a",1]]'],
  ["what matches a pattern", () => "a1b2".matchAll(/\d/g).map(([digit]) => digit), '["1","2"]'],
  ["search parameters", () => new URLSearchParams("a=1&b=2"), '{"a":"1","b":"2"}'],
  ["headers", () => new Headers({ a: "1" }), '{"a":"1"}'],
  ["a URL", () => ({ at: new URL("https://a.b/c") }), '{"at":"https://a.b/c"}'],
  ["a pattern", () => ({ re: /a+/g }), '{"re":"/a+/g"}'],
  ["an instance of a class", () => new Account(), '{"owner":"Ada"}'],
  ["an instance with `toString`", () => ({ price: new Money(5) }), '{"price":"5 EUR"}'],
  ["an instance without fields", () => ({ watch: new AbortController() }), '{"watch":"[AbortController]"}'],
  ["an object without fields", () => ({}), "{}"],
  ["an object without a prototype", () => Object.assign(Object.create(null) as object, { a: 1 }), '{"a":1}'],
  ["a promise in an object", () => ({ later: Promise.resolve(1) }), /^\{"later":"\[(object )?Promise\]"\}$/],
  ["a circle", () => circle, '{"name":"circle","self":"[Circular]","list":["[Circular]"]}'],
  ["the same object twice", () => [shared, shared], '[{"n":1},{"n":1}]'],
  [
    "a field that throws",
    () => ({
      get a() {
        throw new Error("no");
      },
    }),
    /cannot be read: no/,
  ],
  [
    "a field that throws, within an object",
    () => ({
      ok: 1,
      bad: {
        toJSON() {
          throw new Error("no");
        },
      },
    }),
    /"ok":1.*cannot be read: no/,
  ],
  [
    "a proxy that is revoked",
    () => {
      const { proxy, revoke } = Proxy.revocable({}, {});
      revoke();
      return [proxy];
    },
    /cannot be read/,
  ],
  ["functions and undefined", () => ({ a: undefined, f: () => 1, list: [undefined, () => 1] }), '{"list":[null,null]}'],
  ["a symbol", () => ({ s: Symbol("x") }), '{"s":"Symbol(x)"}'],
  ["numbers of an embedding", () => new Float32Array([0.5, 1]), "[0.5,1]"],
  ["big integers of a typed array", () => new BigInt64Array([1n]), '["1"]'],
  ["boxed values", () => [Object("a"), Object(1), Object(true)] as unknown, '["a",1,true]'],
  ["a value with `toJSON`", () => ({ toJSON: () => ({ a: 1 }) }), '{"a":1}'],
  ["a key __proto__", () => JSON.parse('{"__proto__":{"a":1}}') as unknown, '{"__proto__":{"a":1}}'],
  ["null", () => null, "null"],
  ["undefined", () => undefined, ""],
  ["false", () => false, "false"],
  ["zero", () => 0, "0"],
  ["an empty list", () => [], "[]"],
  ["text", () => "unchanged", "unchanged"],
];

test.each(texts)("a result that is %s is readable", async (_, make, expected) => {
  const read = await readOf(make);
  if (expected instanceof RegExp) expect(read).toMatch(expected);
  else expect(read).toBe(expected);
});

test("an endless iterator is cut", async () => {
  const endless = (): unknown => Iterator.from({ next: () => ({ done: false, value: 1 }) });
  expect(JSON.parse(String(await readOf(endless)))).toHaveLength(1001);
});

test("deep and repeatedly referenced values end", async () => {
  let deep: unknown = 1;
  for (let level = 0; level < 100_000; level++) deep = [deep];
  expect(String(await readOf(() => deep))).toMatch(/^\[+"\[…\]"\]+$/);
  let wide: unknown = 1;
  for (let level = 0; level < 60; level++) wide = [wide, wide];
  expect(typeof (await readOf(() => wide, { maxResultLength: 100 }))).toBe("string");
});

test("a returned generator is progress, and its return value is the result", async () => {
  const work = function* (): Generator<string, string> {
    yield "half";
    return "whole";
  };
  expect(await readOf(work)).toBe("whole");
});

const png = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0]);
const pdf = new Uint8Array([...new TextEncoder().encode("%PDF-1.7\n"), 0xff, 0xfe, 0]);
const noise = Uint8Array.from({ length: 2000 }, () => 137);

const bytes: readonly (readonly [name: string, make: () => unknown, type: "image" | "file", url: string])[] = [
  ["a PNG", () => png, "image", "data:image/png;base64,iVBORw0KGgoAAAAA"],
  ["a PNG in a Buffer", () => Buffer.from(png), "image", "data:image/png;base64,iVBORw0KGgoAAAAA"],
  ["a PNG in an ArrayBuffer", () => png.buffer, "image", "data:image/png;base64,iVBORw0KGgoAAAAA"],
  ["a PNG in a DataView", () => new DataView(png.buffer), "image", "data:image/png;base64,"],
  [
    "a part of a buffer",
    () => new Uint8Array([0, 0, ...png]).subarray(2),
    "image",
    "data:image/png;base64,iVBORw0KGgoAAAAA",
  ],
  ["a PNG in a Blob", () => new Blob([png], { type: "image/png" }), "image", "data:image/png;base64,"],
  [
    "a PNG in a Blob of another type",
    () => new Blob([png], { type: "application/octet-stream" }),
    "image",
    "data:image/png;base64,",
  ],
  ["a PNG in a Response", () => new Response(png), "image", "data:image/png;base64,"],
  ["a PDF", () => pdf, "file", "data:application/pdf;base64,"],
  ["a PDF of ASCII characters", () => Buffer.from("%PDF-1.4\n%%EOF"), "file", "data:application/pdf;base64,"],
  ["a GIF of ASCII characters", () => Buffer.from("GIF89a"), "image", "data:image/gif;base64,"],
  [
    "a Blob of an image whose bytes look like text",
    () => new Blob(["x"], { type: "image/png" }),
    "image",
    "data:image/png;base64,eA==",
  ],
  ["bytes of no known kind", () => noise, "file", "data:application/octet-stream;base64,iYmJ"],
  ["bytes of zeros", () => new Uint8Array(4), "file", "data:application/octet-stream;base64,AAAAAA=="],
  ["bytes of a kind that is named", () => new Blob([noise], { type: "audio/mpeg" }), "file", "data:audio/mpeg;base64,"],
];

test.each(bytes)("a result that is %s is a part of the message", async (_, make, type, url) => {
  const [part, ...others] = (await readOf(make)) as ContentPart[];
  expect(others).toEqual([]);
  const found = part!.type === "image_url" ? part!.image_url.url : part!.type === "file" ? part!.file.file_data : "";
  expect(part!.type).toBe(type === "image" ? "image_url" : "file");
  expect(found).toMatch(new RegExp(`^${url.replaceAll("+", "\\+")}`));
});

function streamOf(...values: readonly unknown[]): ReadableStream<unknown> {
  return new ReadableStream({
    start(controller) {
      for (const value of values) controller.enqueue(value);
      controller.close();
    },
  });
}

test.each([
  ["bytes", () => new TextEncoder().encode("Grüße\n")],
  ["a Buffer", () => Buffer.from("Grüße\n")],
  ["a Blob", () => new Blob(["Grüße\n"])],
  ["a Response", () => new Response("Grüße\n")],
  ["a stream", () => new Response("Grüße\n").body],
  ["a stream of strings", () => streamOf("Grü", "ße\n")],
  ["a stream of a Node library", () => Readable.from([Buffer.from("Grüße"), Buffer.from("\n")])],
  [
    "a stream that is cut inside of a character",
    () => Readable.from(Array.from(Buffer.from("Grüße\n"), (byte) => Buffer.of(byte))),
  ],
])("%s of text are text", async (_, make) => {
  expect(await readOf(make)).toBe("Grüße\n");
});

test("a failed response is text with its status, and a consumed one is reported", async () => {
  expect(await readOf(() => new Response("gone", { status: 404, statusText: "Not Found" }))).toBe(
    "HTTP 404 Not Found\ngone",
  );
  const read = async (): Promise<Response> => {
    const response = new Response("x");
    await response.text();
    return response;
  };
  expect(await readOf(read)).toMatch(/read already/);
});

test("a stream of values is a list, and an endless one is cut", async () => {
  const rows = { [Symbol.asyncIterator]: () => streamOf({ n: 1 }, { n: 2 }).values() };
  expect(await readOf(() => rows)).toBe('[{"n":1},{"n":2}]');
  const endless = (): unknown => ({
    [Symbol.asyncIterator]: () => ({ next: async () => ({ done: false, value: 1 }) }),
  });
  expect(JSON.parse(String(await readOf(endless)))).toHaveLength(1001);
});

test("a stream is canceled at the timeout of its tool", async () => {
  const left = Promise.withResolvers<void>();
  const stream = new ReadableStream({
    pull: async (controller) => {
      await new Promise((resolve) => setTimeout(resolve, 5));
      controller.enqueue("x");
    },
    cancel: () => left.resolve(),
  });
  expect(await readOf(() => stream, { timeout: 20 })).toContain("returned no result within 20 ms");
  await left.promise;
});

test("the model receives all errors of an AggregateError that a tool throws", async () => {
  const refused = (host: string): Error => new Error(`connect ECONNREFUSED ${host}`);
  const fail = (): never => {
    throw new AggregateError([refused("::1"), refused("127.0.0.1")], "");
  };
  expect(await readOf(fail)).toBe("Error: connect ECONNREFUSED ::1; connect ECONNREFUSED 127.0.0.1");
});

test("the timeout of a tool includes reading the body that it returns", async () => {
  const body = (): Response => new Response(new ReadableStream({ pull: () => new Promise(() => undefined) }));
  expect(await readOf(body, { timeout: 30 })).toMatch(/no result within 30 ms/);
});

test("bytes in an object are parts next to its JSON", async () => {
  const content = await readOf(() => ({ title: "cat", image: png, notes: Buffer.from("soft"), pages: [pdf] }));
  expect(content).toMatchObject([
    { type: "text", text: '{"title":"cat","image":"[attachment 1]","notes":"soft","pages":["[attachment 2]"]}' },
    { type: "image_url" },
    { type: "file", file: { filename: "file.pdf" } },
  ]);
});

test("a file keeps its name", async () => {
  expect(await readOf(() => new File([pdf], "bill.pdf"))).toMatchObject([
    { type: "file", file: { filename: "bill.pdf" } },
  ]);
});

const image = { type: "image_url", image_url: { url: "https://a.b/c.png" } };

const parts: readonly (readonly [name: string, value: unknown])[] = [
  ["text", [{ type: "text", text: "x" }]],
  ["text with a cache mark", [{ type: "text", text: "x", cache_control: { type: "ephemeral" } }]],
  ["an image", [image]],
  ["an image with a detail", [{ type: "image_url", image_url: { url: "data:x", detail: "low" } }]],
  ["audio", [{ type: "input_audio", input_audio: { data: "AA", format: "wav" } }]],
  ["a video", [{ type: "video_url", video_url: { url: "https://a.b" } }]],
  ["an old video", [{ type: "input_video", video_url: { url: "https://a.b" } }]],
  ["a file", [{ type: "file", file: { filename: "a.pdf", file_data: "data:x" } }]],
  ["a file by its id", [{ type: "file", file: { file_id: "f" } }]],
  ["all of them", [{ type: "text", text: "x" }, image]],
];

test.each(parts)("a list of parts goes to the model verbatim: %s", async (_, value) => {
  expect(await readOf(() => value)).toEqual(value);
});

test("a single image is a part", async () => {
  expect(await readOf(() => image)).toEqual([image]);
});

const lookalikes: readonly (readonly [name: string, value: unknown])[] = [
  ["files of a listing", [{ type: "file", file: "a.txt" }]],
  ["a file without content", [{ type: "file", file: {} }]],
  ["a file with other fields", [{ type: "file", file: { file_data: "x", size: 5 } }]],
  ["a text that is a number", [{ type: "text", text: 5 }]],
  ["a text with other fields", [{ type: "text", text: "x", id: 1 }]],
  ["an image that is a text", [{ type: "image_url", image_url: "https://a.b" }]],
  ["an image without an address", [{ type: "image_url", image_url: {} }]],
  ["audio without a format", [{ type: "input_audio", input_audio: { data: "AA" } }]],
  ["a part of another type", [{ type: "link", link: {} }]],
  ["a part of a type that objects have", [{ type: "constructor" }]],
  ["parts and data", [{ type: "text", text: "x" }, { type: "text" }]],
  ["parts and null", [{ type: "text", text: "x" }, null]],
  ["a list in a list", [[{ type: "text", text: "x" }]]],
  ["a text alone", { type: "text", text: "x" }],
];

test.each(lookalikes)("data that only resembles parts is JSON: %s", async (_, value) => {
  expect(await readOf(() => value)).toBe(JSON.stringify(value));
});

test("results from outside are read like those of a tool", async () => {
  const { client, requests } = createScriptedClient([{ toolCalls: [{ name: "t", arguments: {}, id: "c" }] }, "Done."]);
  const agent = createAgent({ client, model, tools: [tool({ name: "t", maxResultLength: 5 })] });
  const { state } = await agent.run("Go.");
  await agent.resume(state, { results: { c: new Map([["a", png]]) } });
  expect(requests[1]!.messages.at(-1)!.content).toMatchObject([
    { type: "text", text: '{"a":' },
    { type: "image_url" },
    { type: "text" },
  ]);
});

test.each([
  ["text", "abcdefghij", 4, "abcd"],
  ["a pair of surrogates", "ab😀cd", 3, "ab"],
  ["a combined emoji", "a👩‍👩‍👧‍👦b", 5, "a"],
  ["a character and its accent", "ae\u0301x", 2, "a"],
  ["a flag", "🇳🇴🇸🇪", 5, "🇳🇴"],
  ["JSON", { a: "bcdef" }, 8, '{"a":"bc'],
])("a result is cut at a whole character, with a note: %s", async (_, result, limit, kept) => {
  const text = typeof result === "string" ? result : JSON.stringify(result);
  const read = await readOf(() => result, { maxResultLength: limit });
  expect(read).toBe(`${kept}\n[Cut: the first ${kept.length} of ${text.length} characters.]`);
  expect(await readOf(() => result, { maxResultLength: text.length })).toBe(text);
});

test("the texts of parts are cut together, and images stay", async () => {
  const list = [{ type: "text", text: "abc" }, image, { type: "text", text: "defg" }, { type: "text", text: "h" }];
  expect(await readOf(() => list, { maxResultLength: 5 })).toEqual([
    { type: "text", text: "abc" },
    image,
    { type: "text", text: "de" },
    { type: "text", text: "[Cut: the first 5 of 8 characters.]" },
  ]);
});

test("any text that is cut is well-formed, and a prefix of itself", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.string({ unit: "grapheme", maxLength: 40 }),
      fc.integer({ min: 1, max: 60 }),
      async (text, limit) => {
        const read = String(await readOf(() => text, { maxResultLength: limit }));
        if (text.length <= limit) expect(read).toBe(text);
        if (text.length <= limit) return;
        const kept = read.slice(0, read.lastIndexOf("\n[Cut: "));
        expect(kept.length).toBeLessThanOrEqual(limit);
        expect(text.startsWith(kept)).toBe(true);
        expect(kept.isWellFormed()).toBe(true);
      },
    ),
    { numRuns: 100 },
  );
});

test.each([0, -1, 1.5, Number.NaN, "10"])("a limit of %s is rejected", (maxResultLength) => {
  const make = (): Tool => tool({ name: "t", execute: () => "", maxResultLength: maxResultLength as number });
  expect(make).toThrow(AgentError);
  expect(make).toThrow(/maxResultLength/);
});

test("events have the value of a tool unchanged", async () => {
  const given = new Map([["a", 1]]);
  const { client } = createScriptedClient([{ toolCalls: [{ name: "t", arguments: {} }] }, "Done."]);
  const own = tool({ name: "t", inputSchema: z.object({}), execute: () => given });
  const events = await Array.fromAsync(createAgent({ client, model, tools: [own] }).run("Go."));
  expect(events.find(({ type }) => type === "tool-end")).toMatchObject({ output: given });
});
