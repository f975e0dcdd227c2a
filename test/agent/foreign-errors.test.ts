// `withFallback` and the errors of other libraries.
import { classifyError, withFallback, type FailureKind } from "@patchbay/agent";
import { APICallError, RetryError } from "ai";
import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import OpenAI, { APIConnectionError, APIConnectionTimeoutError, APIError } from "openai";
import { afterEach, describe, expect, test } from "vitest";

const open: (() => void)[] = [];
afterEach(() => {
  for (const close of open.splice(0)) close();
});

/** A server on a port. */
async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  open.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** An address without a listener. */
async function refused(): Promise<string> {
  const url = await serve(() => undefined);
  open.pop()!();
  return url;
}

/** A class of another library. */
function named(name: string, fields: object, message = "It failed."): Error {
  const made = class extends Error {};
  Object.defineProperty(made, "name", { value: name });
  return Object.assign(new made(message), fields);
}

const call = (statusCode: number | undefined, more: object = {}): APICallError =>
  new APICallError({
    message: "It failed.",
    url: "https://x",
    requestBodyValues: {},
    ...(statusCode !== undefined && { statusCode }),
    ...more,
  });
const headers = new Headers();
const tooLong = "This model's maximum context length is 8192 tokens.";

/** Stream errors after status 200, with a name of the failure in place of a status. */
const streamErrors = (
  [
    ["openai", { type: "server_error", code: null }, "server_error", 500],
    ["openai", { type: "requests", code: "rate_limit_exceeded" }, "rate_limited", 429],
    ["openai", { type: "insufficient_quota", code: "insufficient_quota" }, "insufficient_credits", 402],
    ["openai", { type: "invalid_request_error", code: "context_length_exceeded" }, "context_length_exceeded", 413],
    ["openai", { type: "invalid_request_error", code: "invalid_api_key" }, "unauthorized", 401],
    ["openai", { type: "invalid_request_error", code: null }, "bad_request", 400],
    ["Anthropic", { type: "error", error: { type: "overloaded_error" } }, "server_error", 503],
    ["Anthropic", { type: "error", error: { type: "rate_limit_error" } }, "rate_limited", 429],
    ["Anthropic", { type: "error", error: { type: "api_error" } }, "server_error", 500],
    ["Google", { status: "UNAVAILABLE" }, "server_error", 503],
    ["Google", { status: "RESOURCE_EXHAUSTED" }, "rate_limited", 429],
    ["AWS", { name: "ThrottlingException", $reason: "client" }, "rate_limited", 429],
    ["AWS", { name: "ServiceUnavailableException" }, "server_error", 503],
    ["AWS", { name: "ModelStreamErrorException", originalStatusCode: 503 }, "server_error", 503],
    ["AWS", { name: "ValidationException" }, "bad_request", 400],
  ] as const
).map<[what: string, error: unknown, kind: FailureKind, status: number]>(([library, body, kind, status]) => [
  `${library}: ${JSON.stringify(body)} in a stream`,
  library === "openai" ? new APIError(undefined, body, undefined, headers) : named("Error", body),
  kind,
  status,
]);

describe("an error of another library has the matching failure kind", () => {
  test.each<[what: string, error: unknown, kind: FailureKind, status?: number]>([
    ["openai: 401", new APIError(401, {}, "no", headers), "unauthorized", 401],
    ["openai: 402", new APIError(402, {}, "no", headers), "insufficient_credits", 402],
    ["openai: 404", new APIError(404, {}, "no", headers), "not_found", 404],
    ["openai: 409", new APIError(409, {}, "no", headers), "transient", 409],
    ["openai: 429", new APIError(429, {}, "no", headers), "rate_limited", 429],
    ["openai: 503", new APIError(503, {}, "no", headers), "server_error", 503],
    ["openai: 529", new APIError(529, {}, "no", headers), "server_error", 529],
    [
      "openai: too long, by its code",
      new APIError(400, { code: "context_length_exceeded" }, "no", headers),
      "context_length_exceeded",
      400,
    ],
    [
      "openai: too long, by its words",
      new APIError(400, { message: tooLong }, undefined, headers),
      "context_length_exceeded",
      400,
    ],
    ["openai: a wrong request", new APIError(422, {}, "no", headers), "bad_request", 422],
    ["openai: no connection", new APIConnectionError({ cause: new TypeError("fetch failed") }), "ambiguous"],
    ["openai: no time", new APIConnectionTimeoutError(), "timeout"],
    [
      "openai: an error within a stream",
      new APIError(undefined, { code: 502, message: "down" }, "down", headers),
      "server_error",
      502,
    ],
    ...streamErrors,
    ["ollama: 503", named("ResponseError", { status_code: 503 }), "server_error", 503],
    ["Hugging Face: 503", named("ProviderApiError", { httpResponse: { status: 503 } }), "server_error", 503],
    ["Azure: no connection", named("RestError", { code: "REQUEST_SEND_ERROR" }), "ambiguous"],
    ["node-fetch: no time", named("FetchError", { type: "request-timeout" }), "timeout"],
    [
      "openai: an error within a stream, by its type alone",
      new APIError(undefined, { type: "server_error", code: null, message: "down" }, "down", headers),
      "server_error",
      500,
    ],
    [
      "openai: a rate limit within a stream",
      new APIError(undefined, { type: "requests", code: "rate_limit_exceeded", message: "slow" }, "slow", headers),
      "rate_limited",
      429,
    ],
    [
      "openai: too long within a stream",
      new APIError(undefined, { type: "invalid_request_error", code: "context_length_exceeded" }, "long", headers),
      "context_length_exceeded",
      413,
    ],
    [
      "Anthropic: overloaded within a stream",
      named("APIError", { error: { type: "error", error: { type: "overloaded_error", message: "Overloaded" } } }),
      "server_error",
      503,
    ],
    [
      "Anthropic: a payload that was thrown",
      { type: "error", error: { type: "rate_limit_error" } },
      "rate_limited",
      429,
    ],
    ["Anthropic: a wrong key", { type: "error", error: { type: "authentication_error" } }, "unauthorized", 401],
    ["ai: 503", call(503), "server_error", 503],
    ["ai: 429", call(429), "rate_limited", 429],
    [
      "ai: too long, by its body",
      call(400, { responseBody: JSON.stringify({ error: { message: tooLong } }) }),
      "context_length_exceeded",
      400,
    ],
    ["ai: an unreadable response", call(200), "server_error", 200],
    ["ai: no connection", call(undefined, { cause: new TypeError("fetch failed") }), "ambiguous"],
    [
      "ai: the last of several attempts",
      new RetryError({ message: "3 attempts", reason: "maxRetriesExceeded", errors: [call(500), call(429)] }),
      "rate_limited",
      429,
    ],
    [
      "axios: 503",
      named("AxiosError", {
        isAxiosError: true,
        code: "ERR_BAD_RESPONSE",
        response: { status: 503, headers: {}, data: {} },
      }),
      "server_error",
      503,
    ],
    ["axios: no connection", named("AxiosError", { code: "ERR_NETWORK" }, "Network Error"), "ambiguous"],
    ["axios: no time", named("AxiosError", { code: "ECONNABORTED" }), "timeout"],
    ["ky: 404", named("HTTPError", { response: new Response(null, { status: 404 }) }), "not_found", 404],
    [
      "got: 502",
      named("HTTPError", { code: "ERR_NON_2XX_3XX_RESPONSE", response: { statusCode: 502 } }),
      "server_error",
      502,
    ],
    [
      "AWS: throttled",
      named("ThrottlingException", { $reason: "client", $metadata: { httpStatusCode: 429 } }),
      "rate_limited",
      429,
    ],
    [
      "AWS: down",
      named("ServiceUnavailableException", { $metadata: { httpStatusCode: 503, attempts: 3 } }),
      "server_error",
      503,
    ],
    ["AWS: throttled within a stream", named("ThrottlingException", { $reason: "client" }), "rate_limited", 429],
    ["AWS: failed within a stream", named("InternalServerException", { $metadata: {} }), "server_error", 500],
    [
      "AWS: the model's own status",
      named("ModelStreamErrorException", { $metadata: {}, originalStatusCode: 502 }),
      "server_error",
      502,
    ],
    ["Azure: no connection", named("RestError", { code: "REQUEST_SEND_ERROR" }), "ambiguous"],
    ["Ollama: 503", named("ResponseError", { status_code: 503 }), "server_error", 503],
    ["Hugging Face: 503", named("ProviderApiError", { httpResponse: { status: 503 } }), "server_error", 503],
    ["node-fetch: no time", named("FetchError", { type: "request-timeout" }), "timeout"],
    ["AWS: no time", named("TimeoutError", { $metadata: {} }), "timeout"],
    ["Google: a numeric code", named("GaxiosError", { code: 503 }), "server_error", 503],
    ["Google: a code in digits", named("GaxiosError", { code: "429" }), "rate_limited", 429],
    ["Google: a status word", named("ApiError", { status: "RESOURCE_EXHAUSTED" }), "rate_limited", 429],
    ["Google: a status word in a body", { error: { message: "down", status: "UNAVAILABLE" } }, "server_error", 503],
    ["Google: status and words", named("ApiError", { status: 400 }, tooLong), "context_length_exceeded", 400],
    ["gRPC: UNAVAILABLE", named("Error", { code: 14, details: "down", metadata: {} }), "server_error", 503],
    ["gRPC: RESOURCE_EXHAUSTED", named("Error", { code: 8, details: "quota" }), "rate_limited", 429],
    ["gRPC: UNAUTHENTICATED", named("Error", { code: 16, details: "key" }), "unauthorized", 401],
    ["a response that was thrown", new Response(null, { status: 503 }), "server_error", 503],
    ["an object that was thrown", { status: 429, message: "slow" }, "rate_limited", 429],
    ["a cause with a status", new Error("outer", { cause: { statusCode: 503 } }), "server_error", 503],
    [
      "a cause with a code",
      new Error("outer", { cause: new Error("middle", { cause: { code: "ECONNREFUSED" } }) }),
      "connection",
    ],
    ["an AggregateError", new AggregateError([{ code: "ENETUNREACH" }, { code: "ECONNREFUSED" }], "all"), "connection"],
    ["Chrome", new TypeError("Failed to fetch"), "ambiguous"],
    ["Firefox", new TypeError("NetworkError when attempting to fetch resource."), "ambiguous"],
    ["Safari", new TypeError("Load failed"), "ambiguous"],
    ["Bun", named("Error", { code: "ConnectionRefused" }), "connection"],
    ["Deno", new TypeError("error sending request for url (http://x)"), "ambiguous"],
    [
      "undici: silence",
      new TypeError("fetch failed", { cause: named("HeadersTimeoutError", { code: "UND_ERR_HEADERS_TIMEOUT" }) }),
      "timeout",
    ],
    [
      "undici: no connection in time",
      new TypeError("fetch failed", { cause: named("ConnectTimeoutError", { code: "UND_ERR_CONNECT_TIMEOUT" }) }),
      "connection",
    ],
    ["AbortSignal.timeout", new DOMException("The operation timed out.", "TimeoutError"), "timeout"],
  ])("%s", (_, error, kind, status) => {
    const failure = classifyError(error);
    expect(failure.kind).toBe(kind);
    expect(failure.status).toBe(status);
    if (error instanceof Error) expect(failure.message).toBe(error.message);
  });

  test.each<[what: string, error: unknown]>([
    ["a mistake in the code", new TypeError("Cannot read properties of undefined (reading 'x')")],
    ["a range", new RangeError("Invalid array length")],
    ["an abort", new DOMException("Aborted.", "AbortError")],
    ["a DOMException with a number", new DOMException("Clone.", "DataCloneError")],
    ["a file that is not there", named("Error", { code: "ENOENT", errno: -2, syscall: "open" })],
    ["a child process", named("Error", { code: 1, status: 1 })],
    ["a database", named("error", { code: "23505", severity: "ERROR" })],
    ["a file that is locked", named("SqliteError", { code: "SQLITE_BUSY" })],
    ["a file that is forbidden", named("Error", { code: "EACCES", syscall: "open" })],
    ["an assertion", named("AssertionError", { code: "ERR_ASSERTION" })],
    ["a wrong URL", new TypeError("Invalid URL", { cause: { code: "ERR_INVALID_URL" } })],
    ["a status of success", { status: 204 }],
    ["a status that is not a number", { status: "down", code: Number.NaN }],
    ["null", null],
    ["undefined", undefined],
    ["a text", "503"],
    ["a symbol", Symbol("x")],
    ["an object without a prototype", Object.create(null) as unknown],
    [
      "a proxy that throws",
      new Proxy(
        {},
        {
          get: () => {
            throw new Error("no");
          },
        },
      ),
    ],
  ])("%s is unknown", (_, error) => {
    expect(classifyError(error).kind).toBe("unknown");
  });

  test("a cycle of causes ends", () => {
    const error = new Error("a");
    error.cause = new Error("b", { cause: error });
    expect(classifyError(error).kind).toBe("unknown");
  });

  test.each<[what: string, error: unknown, wait: number]>([
    ["openai", new APIError(429, {}, "no", new Headers({ "retry-after": "7" })), 7000],
    ["ai", call(429, { responseHeaders: { "retry-after": "7" } }), 7000],
    ["axios", named("AxiosError", { response: { status: 429, headers: { "Retry-After": "7" } } }), 7000],
    ["a response", new Response(null, { status: 429, headers: { "retry-after-ms": "70" } }), 70],
  ])("%s: the requested wait is read", (_, error, wait) => {
    expect(classifyError(error).retryAfterMs).toBe(wait);
  });
});

describe("withFallback", () => {
  const openai = (baseURL: string): OpenAI => new OpenAI({ baseURL, apiKey: "x", maxRetries: 0 });
  const messages = [{ role: "user" as const, content: "Hi" }];

  test.each<[what: string, url: () => Promise<string>]>([
    ["503 of openai", () => serve((_, response) => void response.writeHead(503).end("{}"))],
    ["429 of openai", () => serve((_, response) => void response.writeHead(429).end("{}"))],
    ["a refused port", refused],
  ])("%s goes on to the next model", async (_, url) => {
    const bad = openai(await url());
    const { value, attempts } = await withFallback<unknown>(
      ["bad", "good"],
      ({ model }) => (model === "bad" ? bad.chat.completions.create({ model, messages }) : "good"),
      { retryDelay: 0 },
    );
    expect(value).toBe("good");
    expect(attempts.at(-1)).toMatchObject({ model: "good", outcome: "succeeded" });
  });

  test.each<[what: string, url: () => Promise<string>]>([
    ["a refused port", refused],
    ["a port that fetch forbids", async () => "http://127.0.0.1:1"],
    ["a name that does not exist", async () => "http://nowhere.invalid"],
  ])("fetch and %s goes on to the next model", async (_, url) => {
    const to = await url();
    const { value } = await withFallback<unknown>(
      ["bad", "good"],
      ({ model }) => (model === "bad" ? fetch(to) : "good"),
      {
        retryDelay: 0,
      },
    );
    expect(value).toBe("good");
  });

  test.each([400, 401, 402, 403, 422])("%i of openai throws, unchanged", async (status) => {
    const bad = openai(await serve((_, response) => void response.writeHead(status).end("{}")));
    const asked: string[] = [];
    const work = withFallback(["bad", "good"], ({ model }) => {
      asked.push(model);
      return bad.chat.completions.create({ model, messages });
    });
    await expect(work).rejects.toBeInstanceOf(APIError);
    expect(asked).toEqual(["bad"]);
  });

  test("a mistake in the caller's code throws", async () => {
    const mistake = new TypeError("x is not a function");
    const work = withFallback(["bad", "good"], () => {
      throw mistake;
    });
    await expect(work).rejects.toBe(mistake);
  });
});
