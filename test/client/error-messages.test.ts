// What an error shows to people, logs and programs, and what it never shows.
import { ApiError, ConnectionError, OutputError, PatchbayError, StreamError, TimeoutError } from "@patchbay/client";
import { ValidationError } from "@patchbay/client/validation";
import { inspect } from "node:util";
import { expect, test, vi } from "vitest";
import { against, caught, chat, connect, failure } from "./support.ts";

const refused = async (error: object): Promise<ApiError> => {
  const { client } = against([() => Response.json({ error: { code: 400, ...error } }, { status: 400 })]);
  return (await caught(client.chat.completions.create(chat))) as ApiError;
};
const reason = "Model supports at most 1 image per prompt.";

test.each([
  ["JSON of an error", JSON.stringify({ error: { type: "invalid_request_error", message: reason } })],
  ["JSON of a message", JSON.stringify({ message: reason })],
  ["JSON of a detail", JSON.stringify({ detail: reason })],
  ["JSON of a string", JSON.stringify(reason)],
  ["JSON of a list", JSON.stringify([{ error: { message: reason } }])],
  ["a string", reason],
  ["an object", { error: { message: reason } }],
  ["an object with a message", { message: reason }],
])("the provider's reason in `metadata.raw` as %s is in the message", async (_, raw) => {
  const error = await refused({ message: "Provider returned error", metadata: { provider_name: "Acme", raw } });
  expect(error.message).toBe(`400 bad_request: Provider returned error: ${reason} (Acme)`);
  expect(error.metadata?.raw).toEqual(raw);
});

test.each([
  [null],
  [undefined],
  [""],
  [{}],
  [[]],
  [7],
  [{ retryable: true }],
  ["{broken"],
  [{ error: { message: null } }],
])("`metadata.raw` of %j is ignored", async (raw) => {
  const error = await refused({ message: "Provider returned error", metadata: { provider_name: "Acme", raw } });
  expect(error.message).toMatch(/^400 bad_request: Provider returned error.*\(Acme\)$/);
});

const event = `event: error\ndata: {"error":{"message":${JSON.stringify(reason)}}}\n\ndata: [DONE]\n\n`;
test.each<[what: string, raw: unknown]>([
  ["an event of a stream", event],
  ["the data of an event", event.replace("event: error\n", "")],
  ["a list of errors", { errors: [{ message: reason }] }],
  ["an error of AWS", { Message: reason }],
  ["an error with its own name for the message", { errorMessage: reason }],
  ["JSON in JSON", JSON.stringify(JSON.stringify({ error: { message: reason } }))],
  [
    "JSON in the message of JSON",
    JSON.stringify({ error: { message: JSON.stringify({ error: { message: reason } }) } }),
  ],
])("the message contains a reason in %s", async (_, raw) => {
  const error = await refused({ message: "Provider returned error", metadata: { provider_name: "Acme", raw } });
  expect(error.message).toBe(`400 bad_request: Provider returned error: ${reason} (Acme)`);
});

test("a reason without a message is shown as JSON", async () => {
  const error = await refused({ message: "Provider returned error", metadata: { raw: { failure: 17 } } });
  expect(error.message).toContain('Provider returned error: {"failure":17}');
});

test("a reason that the message already contains is not repeated, and a long one is truncated at a whole character", async () => {
  const same = await refused({ message: `Acme: ${reason}`, metadata: { provider_name: "Acme", raw: reason } });
  expect(same.message).toBe(`400 bad_request: Acme: ${reason}`);
  const long = await refused({ message: "no", metadata: { raw: `${"x".repeat(499)}😀${"y".repeat(100_000)}` } });
  expect(long.message.length).toBeLessThan(600);
  expect(long.message.isWellFormed()).toBe(true);
});

test("inspect() and JSON.stringify() of an error show short facts, without headers, bodies and keys", () => {
  const secret = "sk-or-v1-0123456789abcdef";
  const body = {
    error: { code: 429, message: `Key ${secret} is over its limit`, metadata: { raw: "r".repeat(50_000) } },
    user_id: "user_private",
  };
  const headers = new Headers({ "set-cookie": "session=private", "x-request-id": "req-1", "x-generation-id": "gen-1" });
  const cause = new TypeError(`Headers.append: "Bearer ${secret}" is an invalid header value.`);
  const error = new ApiError({ status: 429, headers, body, responseText: JSON.stringify(body), cause });
  error.attempts = 3;
  error.partial = { id: "gen-1", choices: [{ message: { content: "a private answer" } }] } as never;
  for (const shown of [inspect(error), inspect({ nested: [error] }, { depth: 9 }), JSON.stringify(error)]) {
    expect(shown).toContain("429 rate_limited");
    expect(shown).not.toMatch(/private|0123456789abcdef|rrrrrr{600}/);
    expect(shown.length).toBeLessThan(6000);
  }
  expect(inspect(error)).toContain("requestId: 'req-1'");
  expect(JSON.parse(JSON.stringify(error))).toMatchObject({
    name: "ApiError",
    status: 429,
    code: "rate_limited",
    retryable: true,
    attempts: 3,
    requestId: "req-1",
    generationId: "gen-1",
  });
  expect(error.headers).toBe(headers);
  expect(error.body).toBe(body);
});

test.each([
  [
    new ConnectionError("The connection failed: x.", { requestSent: false }),
    { name: "ConnectionError", requestSent: false },
  ],
  [new TimeoutError("idle", 5), { name: "TimeoutError", phase: "idle" }],
  [new StreamError("interrupted", "The stream broke."), { name: "StreamError", reason: "interrupted" }],
])("JSON of %s has its name, its message and its facts", (error, facts) => {
  expect(JSON.parse(JSON.stringify(error))).toMatchObject({ ...facts, message: error.message });
  expect(inspect(error)).toContain(error.message);
});

const answered = { id: "gen-1", choices: [{ index: 0, message: { role: "assistant", content: "a private answer" } }] };
const refusal = {
  status: 502,
  headers: new Headers({ "set-cookie": "private" }),
  body: { error: { message: "No." }, private: 1 },
  responseText: "private",
};

test.each<[what: string, error: Error, facts: readonly string[]]>([
  ["an error before anything was sent", new PatchbayError("No key."), []],
  ["an API error", new ApiError(refusal), ["status", "code", "retryable"]],
  ["a broken connection", new ConnectionError("It broke."), ["requestSent"]],
  ["a limit", new TimeoutError("idle", 5), ["phase"]],
  ["a broken stream", new StreamError("malformed", "It broke.", { body: { private: 1 } }), ["reason"]],
  ["an output that is not valid", new OutputError("The output is not valid JSON.", answered as never), []],
  ["an invalid response", new ValidationError("It is wrong.", { private: 1 }, []), []],
])("Node.js and loggers print the message and the facts of %s", (_, error, facts) => {
  expect(Object.keys(error).filter((name) => name !== "name")).toEqual(facts);
  Object.assign(error, { attempts: 2, partial: answered });
  expect(Object.keys(error).filter((name) => name !== "name")).toEqual([...facts, "attempts"]);
  // Node.js prints an uncaught error this way.
  for (const shown of [inspect(error), inspect(error, { customInspect: false })]) {
    expect(shown).toContain(error.message);
    expect(shown).toContain("attempts: 2");
    expect(shown).not.toMatch(/undefined|private/);
  }
});

test("an OutputError has the number of requests", async () => {
  const { client } = against([
    failure(503, { "retry-after-ms": "1" }),
    () => Response.json({ choices: [{ message: { content: "no" } }] }),
  ]);
  const error = await caught(client.chat.completions.parse({ ...chat, output: { type: "object" } }));
  expect(error).toMatchObject({ name: "OutputError", attempts: 2 });
});

test("a message is short, however long the API's error is", () => {
  const long = "x".repeat(100_000);
  const error = {
    code: 503,
    message: long,
    metadata: { raw: long, provider_name: long, error_type: long },
    availability: { fallback_models: Array.from({ length: 1000 }, () => long) },
  };
  const made = new ApiError({ status: 503, headers: new Headers({ "x-request-id": long }), body: { error } });
  expect(made.message.length).toBeLessThan(2500);
  expect(JSON.stringify(made).length).toBeLessThan(5000);
});

test("log lines contain no body, no prompt and no credentials", async () => {
  const lines: string[] = [];
  const keep = (...parts: unknown[]): void => void lines.push(inspect(parts, { depth: 9 }));
  const credentials = {
    "api-key": "hidden-1",
    "x-goog-api-key": "hidden-2",
    "cf-access-client-secret": "hidden-3",
    "x-auth-token": "hidden-4",
    "x-amz-security-token": "hidden-5",
    "ocp-apim-subscription-key": "hidden-6",
    "cf-access-jwt-assertion": "hidden-7",
    "x-proxy-password": "hidden-8",
    "x-amz-signature": "hidden-9",
    cookie: "hidden-10",
    "proxy-authorization": "Basic hidden-14",
    "x-forwarded-authorization": "hidden-15",
    "x-session-id": "hidden-16",
    "x-client-cert": "hidden-17",
    "x-amzn-oidc-data": "hidden-18",
    dpop: "hidden-19",
    "x-hub-hmac": "hidden-20",
    "x-bearer": "hidden-21",
    "x-otp": "hidden-22",
    "x-note": "use sk-or-v1-hidden-11",
  };
  const answers = [
    () => new Response("data: a hidden body\n\n", { headers: { "content-type": "text/event-stream" } }),
    () => new Response("<html>a hidden body</html>", { status: 502, headers: { "set-cookie": "hidden=1" } }),
    () => Response.json({ error: { code: 400, message: "a hidden prompt was quoted" } }, { status: 400 }),
    () => Response.json("a hidden body"),
  ];
  for (const answer of answers)
    for (const logLevel of ["info", "debug"] as const) {
      const logger = { info: keep, debug: keep };
      const options = { maxRetries: 0, logger, logLevel, defaultHeaders: credentials };
      // A key that is recognizable only by its place, and one that replaces it.
      const { client } = against([answer], { ...options, apiKey: "hidden" });
      const basic = { authorization: "Basic aGlkZGVuOmhpZGRlbg==" };
      await caught(client.chat.completions.create(chat, { headers: basic }));
      const query = { api_key: "hidden-12", token: "hidden-13", page: "3" };
      await caught(client.chat.completions.stream(chat, { query }).final());
      await caught(client.chat.completions.create(chat, { query, idempotencyKey: "shown-1" }));
    }
  expect(lines.join("\n")).not.toContain("hidden");
  expect(lines.join("\n")).not.toContain("aGlkZGVu");
  expect(lines.join("\n")).toContain("shown-1");
  expect(lines.join("\n")).toContain("page=3");
  expect(lines.join("\n")).toContain("ApiError 502 provider_unavailable");
});

test.each([
  [
    "throws",
    (): never => {
      throw new Error("disk full");
    },
  ],
  ["rejects", (): unknown => Promise.reject(new Error("disk full"))],
])("a logger that %s is reported on the console and does not fail the call", async (_, write) => {
  const reported = vi.spyOn(console, "error").mockReturnValue();
  const { client } = against([() => Response.json({ data: { count: 3 } })], {
    logger: { info: write, debug: write },
    logLevel: "debug",
  });
  expect(await client.models.count()).toEqual({ data: { count: 3 } });
  await new Promise((resolve) => setImmediate(resolve));
  expect(reported.mock.calls).toEqual(
    Array.from({ length: 3 }, () => ["patchbay: the logger failed.", new Error("disk full")]),
  );
  reported.mockRestore();
});

test.each([
  [{}, "info", "logger.info"],
  [{ info: () => {} }, "debug", "logger.debug"],
  [5, "info", "logger.info"],
] as const)("the logger %j without a method that the level %s needs is refused", (logger, logLevel, name) => {
  expect(() => connect({ logger: logger as never, logLevel })).toThrow(
    `\`${name}\` must be a function, got undefined.`,
  );
});

test.each<[string, { code?: string; message?: string; syscall?: string }, boolean]>([
  ["a refused port", { code: "ECONNREFUSED" }, false],
  ["an unknown host", { code: "ENOTFOUND" }, false],
  ["a DNS server that does not respond", { code: "EAI_AGAIN" }, false],
  ["a connection that timed out", { code: "ETIMEDOUT", syscall: "connect" }, false],
  ["a self-signed certificate", { code: "DEPTH_ZERO_SELF_SIGNED_CERT" }, false],
  ["a certificate chain that is self-signed", { code: "SELF_SIGNED_CERT_IN_CHAIN" }, false],
  ["an expired certificate", { code: "CERT_HAS_EXPIRED" }, false],
  ["a certificate of another host", { code: "ERR_TLS_CERT_ALTNAME_INVALID" }, false],
  ["an unknown issuer", { code: "UNABLE_TO_VERIFY_LEAF_SIGNATURE" }, false],
  ["a plain port that is spoken TLS to", { code: "ERR_SSL_WRONG_VERSION_NUMBER" }, false],
  ["an old protocol", { code: "EPROTO" }, false],
  ["a certificate that Bun does not know", { code: "UNKNOWN_CERTIFICATE_VERIFICATION_ERROR" }, false],
  ["a port that fetch forbids", { message: "bad port" }, false],
  [
    "a proxy that rejects the tunnel",
    { code: "UND_ERR_ABORTED", message: "Proxy response (407) !== 200 when HTTP Tunneling" },
    false,
  ],
  [
    "an interrupted TLS handshake",
    { code: "ECONNRESET", message: "Client network socket disconnected before secure TLS connection was established" },
    false,
  ],
  ["a reset", { code: "ECONNRESET" }, true],
  ["a closed socket", { code: "UND_ERR_SOCKET" }, true],
  ["a pipe that broke", { code: "EPIPE" }, true],
  ["a response that timed out", { code: "ETIMEDOUT", syscall: "read" }, true],
  ["an unknown failure", {}, true],
])("%s sets `requestSent` to whether the request was sent", async (_, facts, requestSent) => {
  const cause = Object.assign(new Error(facts.message ?? "it failed"), facts);
  const fetch = (): Promise<Response> => Promise.reject(new TypeError("fetch failed", { cause }));
  const error = await caught(connect({ fetch, maxRetries: 0 }).chat.completions.create(chat));
  expect(error).toMatchObject({ name: "ConnectionError", requestSent });
});

test.each([
  ["UND_ERR_HEADERS_TIMEOUT", "attempt", "headersTimeout"],
  ["UND_ERR_BODY_TIMEOUT", "idle", "bodyTimeout"],
])("undici's own %s is a TimeoutError that names the option to raise", async (code, phase, name) => {
  const cause = Object.assign(new Error("timeout"), { code });
  const fetch = (): Promise<Response> => Promise.reject(new TypeError("fetch failed", { cause }));
  const error = await caught(connect({ fetch, maxRetries: 3 }).chat.completions.create(chat));
  expect(error).toMatchObject({ name: "TimeoutError", phase, attempts: 1 });
  expect((error as Error).message).toContain(name);
});
