// OAuth with PKCE. A signed-in user who requests a code stands for the consent page.
import { ApiError, Patchbay, PatchbayError } from "@patchbay/client";
import { createAuthorizationUrl, exchangeCode, type AuthorizationRequest } from "@patchbay/client/oauth";
import { createMockServer, type MockServer } from "@patchbay/mock-server";
import { createHash } from "node:crypto";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { caught } from "./support.ts";

const callbackUrl = "https://app.example/callback?next=%2Fhome";

/** Acts as the consent page: creates a code, and redirects the user. */
async function agree(server: MockServer, url: string, limit?: number): Promise<string> {
  const asked = new URL(url).searchParams;
  const user = new Patchbay({ apiKey: "sk-or-v1-person", fetch: server.fetch });
  const { data } = await user.auth.createCode({
    callback_url: asked.get("callback_url")!,
    code_challenge: asked.get("code_challenge")!,
    code_challenge_method: asked.get("code_challenge_method")!,
    ...(limit !== undefined && { limit }),
  });
  return data.id;
}

async function begin(server: MockServer): Promise<AuthorizationRequest & { code: string }> {
  const { url, codeVerifier: verifier } = await createAuthorizationUrl({ callbackUrl: callbackUrl });
  return { url, codeVerifier: verifier, code: await agree(server, url) };
}

// A user has no key before the login.
beforeEach(() => void vi.stubEnv("OPENROUTER_API_KEY", ""));
afterEach(() => void vi.unstubAllEnvs());

describe("an OAuth login", () => {
  test("returns a working key of the user's account, with the user's limit", async () => {
    const server = createMockServer();
    const { url, codeVerifier: verifier } = await createAuthorizationUrl({ callbackUrl: callbackUrl });
    const code = await agree(server, url, 3);
    const { key, user_id: user } = await exchangeCode({ code, codeVerifier: verifier, fetch: server.fetch });
    expect(key).toMatch(/^sk-or-v1-/);
    expect(user).toBe("user_reference");
    const client = new Patchbay({ apiKey: key, fetch: server.fetch });
    expect((await client.keys.getCurrent()).data.limit).toBe(3);
    const { usage } = await client.chat.completions.create({
      model: "openai/gpt-4o-mini",
      messages: [{ role: "user", content: "Hello" }],
    });
    const person = new Patchbay({ apiKey: "sk-or-mgmt-person", fetch: server.fetch });
    expect((await person.credits.get()).data.total_usage).toBe(usage!.cost);
  });

  test("requires no key, and sends none", async () => {
    const server = createMockServer();
    const { codeVerifier: verifier, code } = await begin(server);
    const sent: (string | null)[] = [];
    const fetch = (request: Request): Promise<Response> => {
      sent.push(request.headers.get("authorization"));
      return server.fetch(request);
    };
    const { key } = await exchangeCode({ code, codeVerifier: verifier, fetch });
    expect(key).toMatch(/^sk-or-v1-/);
    expect(sent).toEqual([null]);
  });

  test("uses the configured service", async () => {
    const server = createMockServer();
    const { codeVerifier: verifier, code } = await begin(server);
    const urls: string[] = [];
    const fetch = (request: Request): Promise<Response> => (urls.push(request.url), server.fetch(request));
    await exchangeCode({ code, codeVerifier: verifier, fetch, baseURL: "http://127.0.0.1:4010/api/v1" });
    expect(urls).toEqual(["http://127.0.0.1:4010/api/v1/auth/keys"]);
  });

  test("with another verifier is forbidden, and its code still works with the right one", async () => {
    const server = createMockServer();
    const { codeVerifier: verifier, code } = await begin(server);
    const { codeVerifier: other } = await createAuthorizationUrl({ callbackUrl: callbackUrl });
    const error = await caught(exchangeCode({ code, codeVerifier: other, fetch: server.fetch }));
    expect(error).toBeInstanceOf(ApiError);
    expect(error).toMatchObject({ status: 403, code: "forbidden", message: expect.stringContaining("code_verifier") });
    expect(await exchangeCode({ code, codeVerifier: verifier, fetch: server.fetch })).toHaveProperty("key");
  });

  test("works once: a used code is forbidden", async () => {
    const server = createMockServer();
    const { codeVerifier: verifier, code } = await begin(server);
    await exchangeCode({ code, codeVerifier: verifier, fetch: server.fetch });
    const error = await caught(exchangeCode({ code, codeVerifier: verifier, fetch: server.fetch }));
    expect(error).toBeInstanceOf(ApiError);
    expect(error).toMatchObject({ code: "forbidden", message: expect.stringContaining("used") });
  });

  test("expires after ten minutes: an old code is forbidden", async () => {
    const server = createMockServer();
    const early = await begin(server);
    const late = await begin(server);
    server.advanceTime(10 * 60_000 - 1000);
    expect(await exchangeCode({ ...early, fetch: server.fetch })).toHaveProperty("key");
    server.advanceTime(2000);
    expect(await caught(exchangeCode({ ...late, fetch: server.fetch }))).toMatchObject({ code: "forbidden" });
  });

  test("with an unknown code is forbidden", async () => {
    const { fetch } = createMockServer();
    const { codeVerifier: verifier } = await createAuthorizationUrl();
    expect(await caught(exchangeCode({ code: "auth_code_none", codeVerifier: verifier, fetch }))).toMatchObject({
      code: "forbidden",
    });
  });
});

describe("the authorization URL", () => {
  test("has the callback unchanged, and the challenge of the verifier", async () => {
    const { url, codeVerifier: verifier } = await createAuthorizationUrl({ callbackUrl: callbackUrl });
    const { origin, pathname, searchParams } = new URL(url);
    expect(origin + pathname).toBe("https://openrouter.ai/auth");
    expect(Object.fromEntries(searchParams)).toEqual({
      callback_url: callbackUrl,
      code_challenge: createHash("sha256").update(verifier).digest("base64url"),
      code_challenge_method: "S256",
    });
  });

  test("has no callback for a code that is pasted", async () => {
    expect(new URL((await createAuthorizationUrl()).url).searchParams.has("callback_url")).toBe(false);
  });

  test("keeps the query of a custom authorization page", async () => {
    const { url } = await createAuthorizationUrl({
      callbackUrl: callbackUrl,
      authUrl: "https://login.example/start?theme=dark",
    });
    expect(url).toMatch(/^https:\/\/login\.example\/start\?theme=dark&callback_url=/);
  });

  test("is different each time, with a verifier as RFC 7636 requires", async () => {
    const made = await Promise.all(Array.from({ length: 50 }, () => createAuthorizationUrl()));
    for (const { codeVerifier: verifier } of made) expect(verifier).toMatch(/^[\w-]{43}$/);
    expect(new Set(made.map(({ codeVerifier: verifier }) => verifier)).size).toBe(50);
    expect(new Set(made.map(({ url }) => url)).size).toBe(50);
  });

  test.each([
    "https://app.example",
    "HTTPS://App.example/callback",
    "http://localhost",
    "http://localhost:3000/callback",
    "http://localhost/callback?a=b",
    "http://127.0.0.1:8080",
  ])("accepts the callback %s", async (callbackUrl) => {
    const { url } = await createAuthorizationUrl({ callbackUrl: callbackUrl });
    expect(new URL(url).searchParams.get("callback_url")).toBe(callbackUrl);
  });

  test.each([
    "",
    "/callback",
    "app.example/callback",
    "http://app.example/callback",
    "http://localhost.app.example/callback",
    "http://localhost:x@app.example/callback",
    "https://",
    "myapp://callback",
    "javascript:alert(1)",
  ])("refuses the callback %j with an example", async (callbackUrl) => {
    const error = await caught(createAuthorizationUrl({ callbackUrl: callbackUrl }));
    expect(error).toBeInstanceOf(PatchbayError);
    expect((error as Error).message).toBe(
      `\`callbackUrl\` must be an https URL or localhost, got ${JSON.stringify(callbackUrl)}. Example: https://app.example/callback.`,
    );
  });
});
