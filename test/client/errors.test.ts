// The facts of an error, and what it never contains.
import { ApiError, ConnectionError, PatchbayError, StreamError, TimeoutError } from "@patchbay/client";
import { createMockServer } from "@patchbay/mock-server";
import { inspect } from "node:util";
import { expect, test, vi } from "vitest";
import { against, caught, chat, connect, failure } from "./support.ts";

const secret = "sk-or-v1-very-secret";

test("a 402 has the number of tokens that the balance can pay for", async () => {
  const server = createMockServer({ credits: 0.000_01 });
  const error = await caught(connect({}, server).chat.completions.create({ ...chat, max_tokens: 4000 }));
  expect(error).toMatchObject({ status: 402, code: "insufficient_credits", retryable: false });
  const { affordableTokens } = error as ApiError;
  expect(affordableTokens).toBeGreaterThan(0);
  const reply = await connect({}, server).chat.completions.create({ ...chat, max_tokens: affordableTokens! });
  expect(reply.choices).toHaveLength(1);
});

test("a 401 names the option, and account operations ask for a management key", async () => {
  const { client } = against([failure(401)]);
  expect(await caught(client.models.listForUser())).toMatchObject({
    message: expect.stringMatching(/`apiKey`.*OPENROUTER_API_KEY/) as string,
  });
  expect(await caught(connect().credits.get())).toMatchObject({
    code: "forbidden",
    message: expect.stringContaining("`managementKey`") as string,
  });
});

test("a failure inside a choice is an ApiError with its own numeric or textual code", async () => {
  const choice = { index: 0, finish_reason: "error", message: { role: "assistant", content: "so f" } };
  for (const [code, status] of [
    [429, 429],
    ["429", 429],
    ["server_error", 500],
  ] as const) {
    const { client } = against(
      [() => Response.json({ id: "g", choices: [{ ...choice, error: { code, message: "inside" } }] })],
      { maxRetries: 0 },
    );
    expect(await caught(client.chat.completions.create(chat))).toMatchObject({ status, body: { choices: [choice] } });
  }
});

test("a body that is not valid JSON, an empty body and an unknown status are kept", async () => {
  const { client } = against(
    [
      () => new Response("<html>teapot</html>", { status: 418 }),
      () => new Response(null, { status: 500 }),
      () => Response.json({ detail: "not our form" }, { status: 422 }),
    ],
    { maxRetries: 0 },
  );
  expect(await caught(client.models.count())).toMatchObject({ code: "unknown", responseText: "<html>teapot</html>" });
  expect(await caught(client.models.count())).toMatchObject({
    code: "server_error",
    message: "500 server_error: The response body is empty",
  });
  expect(await caught(client.models.count())).toMatchObject({
    body: { detail: "not our form" },
    message: expect.stringContaining("not our form") as string,
  });
});

test("instanceof works across two copies of the package, and only for the right class", async () => {
  vi.resetModules();
  const other = await import("../../packages/client/src/errors/api-error.ts");
  expect(other.ApiError).not.toBe(ApiError);
  const theirs = new other.ApiError({ status: 429, headers: new Headers() });
  expect(theirs instanceof ApiError).toBe(true);
  expect(theirs instanceof PatchbayError).toBe(true);
  expect(theirs instanceof StreamError).toBe(false);
  class Mine extends ApiError {}
  expect(theirs instanceof Mine).toBe(false);
  expect(new Mine({ status: 400, headers: new Headers() }) instanceof ApiError).toBe(true);
  for (const value of [undefined, null, 1, "x", {}, new Error("x"), { name: "ApiError" }])
    expect((value as unknown) instanceof ApiError).toBe(false);
  for (const error of [new TimeoutError("idle", 5), new StreamError("interrupted", "x"), new ConnectionError("x")])
    expect(error instanceof PatchbayError).toBe(true);
});

test("no secret appears in an error, in the client or in logs", async () => {
  const lines: unknown[] = [];
  const keep = (...parts: unknown[]): void => void lines.push(...parts);
  const logger = { info: keep, debug: keep };
  const server = createMockServer();
  const options = {
    apiKey: secret,
    managementKey: `${secret}-m`,
    logger,
    logLevel: "debug",
    defaultHeaders: { cookie: "tasty=1" },
  } as const;
  const client = connect(options, server);
  const prompt = "a private prompt";
  const ask = { ...chat, messages: [{ role: "user" as const, content: prompt }] };
  await client.chat.completions.create(ask);
  await client.chat.completions.stream(ask).final();
  const errors = [
    await caught(client.chat.completions.create({ ...ask, model: "acme/none" })),
    await caught(client.credits.get()),
    await caught(
      connect({ ...options, fetch: () => Promise.reject(new TypeError("fetch failed")), maxRetries: 0 }).models.count(),
    ),
    await caught(connect({ ...options, apiKey: () => `${secret}\n` }).models.count()),
  ];
  expect(errors.every((error) => error instanceof PatchbayError)).toBe(true);
  const everything = inspect([client, errors, lines], { depth: 12, showHidden: true });
  expect(lines.length).toBeGreaterThan(8);
  expect(everything).not.toContain(secret);
  expect(everything).not.toContain("tasty");
  expect(inspect(lines)).not.toContain(prompt);
});
