// A global `fetch` that a test or a monitoring tool replaces after the import, and inputs that are reused after a call.
import { Patchbay } from "@patchbay/client";
import { afterEach, expect, test, vi } from "vitest";
import { against, chat } from "./support.ts";

afterEach(() => vi.unstubAllGlobals());

const completion = (): Response =>
  Response.json({ id: "gen-1", choices: [{ index: 0, message: { role: "assistant", content: "ok" } }] });

test.each([false, true])("a replaced fetch receives the whole request, with middleware: %s", async (withMiddleware) => {
  const received: unknown[] = [];
  const client = new Patchbay({
    apiKey: "k",
    ...(withMiddleware && { middleware: [(request, next) => next(request)] }),
  });
  vi.stubGlobal("fetch", async (request: Request) => {
    received.push(request.headers.get("authorization"), await request.json());
    return completion();
  });
  await client.chat.completions.create(chat);
  expect(received).toEqual(["Bearer k", chat]);
});

test.each(["timeout", "signal"] as const)("a replaced fetch is aborted by `%s`", async (cause) => {
  const client = new Patchbay({ apiKey: "k", maxRetries: 0 });
  const controller = new AbortController();
  const aborted = new Promise((resolve) => {
    vi.stubGlobal("fetch", ({ signal }: Request) => {
      signal.addEventListener("abort", resolve);
      if (cause === "signal") controller.abort(new Error("mine"));
      return new Promise(() => undefined);
    });
  });
  const options = cause === "signal" ? { signal: controller.signal } : { timeout: 10 };
  await expect(client.chat.completions.create(chat, options)).rejects.toThrow(
    cause === "signal" ? "mine" : "timed out",
  );
  await aborted;
});

test.each([
  "(request) => original(request)",
  "request => original(request)",
  "async (request) => original(request)",
  "async function wrapper(request) { return original(request); }",
  "function ({ url, signal }) { return original(new Request(url, { signal })); }",
  "({ fetch(request) { return original(request); } }).fetch",
  "(request = undefined) => original(request)",
  "(/* the request */ request) => original(request)",
  "({ url, signal, headers: { length = 0 } = {} }) => original(new Request(url, { signal }))",
  "function () { return original(arguments[0]); }",
  "(...given) => original(given[0])",
  "((request) => original(request)).bind(undefined)",
  "new Proxy(original, { apply: (target, self, [request]) => target(request) })",
  // One with two parameters, or with rest parameters, receives the signal in either argument.
  "(input, init) => original(input, init)",
  "(...given) => original(...given)",
])("a fetch that was replaced by `%s` before the import is aborted by `timeout`", async (wrapper) => {
  let aborted: unknown;
  const original = (input: Request, init?: RequestInit): Promise<Response> => {
    (init?.signal ?? input.signal).addEventListener(
      "abort",
      ({ target }) => (aborted = (target as AbortSignal).reason),
    );
    return new Promise(() => undefined);
  };
  // oxlint-disable-next-line typescript/no-implied-eval -- the source of the function counts
  vi.stubGlobal("fetch", new Function("original", `return ${wrapper};`)(original));
  vi.resetModules();
  const { Patchbay: Imported } = await import("@patchbay/client");
  const client = new Imported({ apiKey: "k", maxRetries: 0, timeout: 10 });
  await expect(client.chat.completions.create(chat)).rejects.toThrow("timed out");
  expect(String(aborted)).toMatch("timed out");
});

test.each([
  ["plain data", {}],
  ["a date", { at: new Date(0) }],
  ["an object with toJSON", { at: { toJSON: () => "1970-01-01T00:00:00.000Z" } }],
])("an input with %s is sent with its values at the time of the call", async (_, metadata) => {
  const { client, requests } = against([completion]);
  const input = { ...structuredClone(chat), metadata };
  const sent = JSON.stringify(input);
  const call = client.chat.completions.create(input as never);
  input.messages.length = 0;
  await call;
  expect(await requests[0]!.text()).toBe(sent);
});
