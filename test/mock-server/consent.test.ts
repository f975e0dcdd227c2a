// The OAuth consent page: PKCE end to end, offline, in a real browser and without one.
import { createAuthorizationUrl, exchangeCode } from "@patchbay/client/oauth";
import { Patchbay } from "@patchbay/client";
import { createMockServer, type ListeningServer, type MockServer, type MockServerOptions } from "@patchbay/mock-server";
import { createHash, randomBytes } from "node:crypto";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { chromium, type Browser } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { executable, isSkipped } from "../support/chromium.ts";

const open: ListeningServer[] = [];
afterEach(() => Promise.all(open.splice(0).map((listening) => listening.close())));

async function serve(options: MockServerOptions = {}): Promise<{ server: MockServer; origin: string; apiURL: string }> {
  const server = createMockServer({ defaultReply: "echo", ...options });
  const listening = await server.listen({ port: 0 });
  open.push(listening);
  return { server, origin: new URL(listening.baseURL).origin, apiURL: listening.baseURL };
}

const callback = "http://localhost:3000/back?state=a%20b&next=%2Fhome";
const pkce = (): { verifier: string; challenge: string } => {
  const verifier = randomBytes(32).toString("base64url");
  return { verifier, challenge: createHash("sha256").update(verifier).digest("base64url") };
};
const loginOf = (parameters: Record<string, string>): string => `/auth?${new URLSearchParams(parameters)}`;

/** Submits the consent page without a browser. */
const decide = (
  server: MockServer,
  query: Record<string, string>,
  form: Record<string, string>,
  headers: Record<string, string> = {},
): Promise<Response> =>
  server.fetch(`http://127.0.0.1:4010${loginOf(query)}`, {
    method: "POST",
    headers: { "content-type": "application/x-www-form-urlencoded", ...headers },
    body: new URLSearchParams(form).toString(),
    redirect: "manual",
  });

const exchange = (server: MockServer, body: object): Promise<Response> =>
  server.fetch("http://127.0.0.1:4010/api/v1/auth/keys", { method: "POST", body: JSON.stringify(body) });

const codeIn = (response: Response): string => new URL(response.headers.get("location")!).searchParams.get("code")!;

describe("without a browser", () => {
  test.each([
    { method: "S256", verify: (given: ReturnType<typeof pkce>) => given.verifier },
    { method: "plain", verify: (given: ReturnType<typeof pkce>) => given.challenge },
  ])(
    "the code of an approved $method login can be exchanged for a key once, with its verifier",
    async ({ method, verify }) => {
      const server = createMockServer();
      const given = pkce();
      const login = { callback_url: callback, code_challenge: given.challenge, code_challenge_method: method };
      const approved = await decide(server, login, { decision: "approve", key: "sk-or-v1-ada", limit: "2.5" });
      expect(approved.status).toBe(303);
      expect(approved.headers.get("location")).toMatch(
        /^http:\/\/localhost:3000\/back\?state=a%20b&next=%2Fhome&code=auth_code_\w+$/,
      );
      const code = codeIn(approved);
      expect((await exchange(server, { code, code_verifier: "another" })).status).toBe(403);
      const first = await exchange(server, { code, code_verifier: verify(given) });
      expect(first.status).toBe(200);
      expect((await exchange(server, { code, code_verifier: verify(given) })).status).toBe(403);
      const { key } = (await first.json()) as { key: string };
      const client = new Patchbay({ apiKey: key, fetch: server.fetch });
      expect((await client.keys.getCurrent()).data).toMatchObject({
        limit: 2.5,
        limit_remaining: 2.5,
        is_management_key: false,
      });
      const { data } = await new Patchbay({ managementKey: "sk-or-mgmt-ada", fetch: server.fetch }).keys.list();
      expect(data.map(({ name }) => name)).toContain("localhost:3000");
    },
  );

  test("a denied login redirects to the callback with access_denied and creates no code", async () => {
    const server = createMockServer();
    const denied = await decide(server, { callback_url: callback }, { decision: "deny" });
    expect(denied.status).toBe(303);
    expect(denied.headers.get("location")).toBe(
      "http://localhost:3000/back?state=a%20b&next=%2Fhome&error=access_denied",
    );
    expect(server.journal.count).toBe(0);
  });

  test("a login without a callback shows the code to paste", async () => {
    const server = createMockServer();
    const approved = await decide(server, {}, { decision: "approve" });
    expect(approved.status).toBe(200);
    const [, code] = /<code id="code">(auth_code_\w+)<\/code>/.exec(await approved.text())!;
    expect((await exchange(server, { code })).status).toBe(200);
    const denied = await decide(server, {}, { decision: "deny" });
    expect(await denied.text()).toContain("The application gets no key.");
  });

  test.each([
    ["javascript:alert(1)"],
    ["JaVaScRiPt:alert(1)"],
    ["data:text/html,hi"],
    ["http://app.example/back"],
    ["http://localhost.evil.example/"],
    ["http://2130706433.example/"],
    ["ftp://localhost/"],
    ["file:///etc/passwd"],
    ["https://user:secret@app.example/"],
    ["//app.example/back"],
    ["/back"],
    [""],
    ["https://app.example/\u0000", "https://app.example/"],
    ["https://app.example/\r\nset-cookie: a=b", "https://app.example/set-cookie:%20a=b"],
  ])("the callback %j is refused or made harmless", async (text, harmless?: string) => {
    const server = createMockServer();
    const shown = await server.fetch(`http://127.0.0.1:4010${loginOf({ callback_url: text })}`);
    expect(shown.status).toBe(harmless ? 200 : 400);
    const made = await decide(server, { callback_url: text }, { decision: "approve" });
    expect(made.status).toBe(harmless ? 303 : 400);
    expect(made.headers.get("location")?.split("?")[0]).toBe(harmless);
    expect(made.headers.get("set-cookie")).toBeNull();
  });

  test("a callback of more than 2,048 characters is refused", async () => {
    const callback_url = `https://app.example/${"a".repeat(2048)}`;
    expect((await createMockServer().fetch(`http://127.0.0.1:4010${loginOf({ callback_url })}`)).status).toBe(400);
  });

  test.each([
    ["code_challenge_method=S512&code_challenge=a", "must be &quot;S256&quot; or &quot;plain&quot;"],
    ["code_challenge_method=S256", "`code_challenge` is missing"],
    ["code_challenge=", "must be 1 to 128 characters"],
    [`code_challenge=${"ab".repeat(65)}`, "must be 1 to 128 characters"],
    ["code_challenge=a%20b", "must be 1 to 128 characters"],
    ["callback_url=https://a.example/&callback_url=https://b.example/", "more than once"],
    ["code_challenge=%3Cscript%3E", "&lt;script&gt;"],
  ])("the login query %s is refused with the reason", async (query, reason) => {
    const response = await createMockServer().fetch(`http://127.0.0.1:4010/auth?${query}`);
    expect(response.status).toBe(400);
    const text = await response.text();
    expect(text).toContain(reason);
    expect(text).not.toContain("<script>");
  });

  test("the consent page escapes every query parameter and forbids scripts", async () => {
    const server = createMockServer();
    const evil = `"><script>alert(1)</script>'&`;
    const callback_url = `https://app.example/?a=${evil}`;
    const form = {
      decision: "approve",
      key: evil.replaceAll(" ", ""),
      key_label: evil,
      limit: evil,
      usage_limit_type: evil,
    };
    for (const response of [
      await server.fetch(`http://127.0.0.1:4010${loginOf({ callback_url })}`),
      await decide(server, { callback_url }, form),
      await decide(server, { callback_url }, { decision: evil }),
    ]) {
      expect(await response.text()).not.toContain("<script");
      expect(response.headers.get("content-security-policy")).toContain("default-src 'none'");
      expect(response.headers.get("content-security-policy")).toContain("frame-ancestors 'none'");
      expect(response.headers.get("content-security-policy")).not.toContain("script-src");
    }
  });

  test.each([
    [{ origin: "https://evil.example" }],
    [{ origin: "null" }],
    [{ origin: "http://127.0.0.1:9999" }],
    [{ "sec-fetch-site": "cross-site" }],
    [{ "sec-fetch-site": "same-site" }],
    [{ origin: "http://127.0.0.1:4010", "sec-fetch-site": "cross-site" }],
  ])("a page with the headers %j cannot approve a login", async (headers) => {
    const server = createMockServer();
    const response = await decide(server, { callback_url: callback }, { decision: "approve" }, headers);
    expect(response.status).toBe(403);
    expect(response.headers.get("access-control-allow-origin")).toBeNull();
    expect(server.journal.count).toBe(0);
  });

  test.each([
    ["credit limit", { limit: "-1" }, 400],
    ["credit limit", { limit: "NaN" }, 400],
    ["credit limit", { limit: "1e999" }, 400],
    ["API key", { key: "" }, 400],
    ["API key", { key: "sk-or-v1-ключ" }, 400],
    ["User not found", { key: "undefined" }, 401],
    ["not create a code", { usage_limit_type: "hourly" }, 400],
    ["decision", { decision: "maybe" }, 400],
  ])("a form with a wrong %s is shown again with the reason: %j", async (reason, form, status) => {
    const server = createMockServer();
    const response = await decide(server, { callback_url: callback }, { decision: "approve", ...form });
    expect(response.status).toBe(status);
    expect(response.headers.get("location")).toBeNull();
    expect(await response.text()).toMatch(new RegExp(`role="alert">[^<]*${reason}`));
  });

  test("the consent page rejects a form of one megabyte", async () => {
    const server = createMockServer();
    const response = await decide(server, {}, { decision: "approve", key_label: "a".repeat(1_000_000) });
    expect(response.status).toBe(413);
  });

  test("with strict keys only a known key approves, and the page never repeats a key", async () => {
    const server = createMockServer({ strictKeys: true });
    const shown = await (await server.fetch("http://127.0.0.1:4010/auth")).text();
    expect(shown).not.toContain("sk-or-v1-test");
    const unknown = await decide(server, {}, { decision: "approve", key: "sk-or-v1-guess" });
    expect(unknown.status).toBe(401);
    expect(await unknown.text()).not.toContain("sk-or-v1-guess");
  });

  test("the consent page shows the error of a rule that makes the login fail", async () => {
    const server = createMockServer();
    server.on({ operation: "auth.createCode" }).reply({ status: 409 });
    const response = await decide(server, { callback_url: callback }, { decision: "approve" });
    expect(response.status).toBe(409);
    expect(await response.text()).toContain("The server did not create a code");
  });

  test("the consent page is closed where the control API is closed, also in a session", async () => {
    const server = createMockServer({ control: false });
    for (const path of ["/auth", "/s/a/auth", "/s/a/s/b/auth", "/AUTH", "/auth/", "//auth"])
      expect((await server.fetch(`http://127.0.0.1:4010${path}`)).status, path).not.toBe(200);
    const { server: opened } = await serve();
    expect((await opened.fetch("http://127.0.0.1:4010/s/a/auth")).status).toBe(200);
  });

  test.each(["PUT", "DELETE", "PATCH", "OPTIONS"])("the consent page rejects the method %s", async (method) => {
    const response = await createMockServer().fetch("http://127.0.0.1:4010/auth", { method });
    expect(response.status).toBe(405);
    expect(response.headers.get("allow")).toBe("GET, HEAD, POST");
  });
});

describe.skipIf(isSkipped)("in a browser", () => {
  let browser: Browser;
  let application: Server;
  let callbackURL: string;
  const arrived: URL[] = [];

  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: executable!, args: ["--no-sandbox"] });
    application = createServer((request, response) => {
      const url = new URL(request.url!, "http://localhost");
      if (url.pathname === "/back") arrived.push(url);
      response.end("Back in the application");
    });
    await new Promise<void>((resolve) => application.listen(0, "127.0.0.1", resolve));
    callbackURL = `http://localhost:${(application.address() as AddressInfo).port}/back?state=7`;
  });
  afterAll(async () => {
    await browser?.close();
    application?.close();
  });

  test("a user approves, and the application exchanges the code for a working key", async () => {
    const { origin, apiURL } = await serve();
    const { url, codeVerifier: verifier } = await createAuthorizationUrl({
      callbackUrl: callbackURL,
      authUrl: `${origin}/auth`,
    });
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(url);
    expect(await page.textContent("h1")).toBe(`${new URL(callbackURL).host} requests access`);
    await page.getByLabel("Your API key").fill("sk-or-v1-ada");
    await page.getByLabel("Name of the new key").fill("Ada's laptop");
    await page.getByLabel("Credit limit in USD").fill("1.5");
    await page.getByLabel("Limit resets").selectOption("monthly");
    if (process.env.SCREENSHOT) await page.screenshot({ path: process.env.SCREENSHOT });
    await page.getByRole("button", { name: "Approve" }).click();
    await page.waitForURL(/\/back/);
    const back = arrived.pop()!;
    expect(back.searchParams.get("state")).toBe("7");
    const { key } = await exchangeCode({
      code: back.searchParams.get("code")!,
      codeVerifier: verifier,
      baseURL: apiURL,
    });
    const client = new Patchbay({ apiKey: key, baseURL: apiURL });
    const reply = await client.chat.completions.create({
      model: "openai/gpt-5-mini",
      messages: [{ role: "user", content: "The login works" }],
    });
    expect(reply.choices[0]!.message.content).toBe("The login works");
    expect((await client.keys.getCurrent()).data).toMatchObject({ limit: 1.5, limit_reset: "monthly" });
    const { data } = await new Patchbay({ managementKey: "sk-or-mgmt-ada", baseURL: apiURL }).keys.list();
    expect(data.find(({ name }) => name === "Ada's laptop")?.usage).toBeGreaterThan(0);
    await context.close();
  });

  test("a user denies, and the application receives access_denied", async () => {
    const { origin } = await serve();
    const { url } = await createAuthorizationUrl({ callbackUrl: callbackURL, authUrl: `${origin}/auth` });
    const page = await browser.newPage();
    await page.goto(url);
    await page.getByRole("button", { name: "Deny" }).click();
    await page.waitForURL(/\/back/);
    expect(arrived.pop()!.search).toBe("?state=7&error=access_denied");
    await page.close();
  });

  test("the consent page shows a mistake in the form and keeps the entered values", async () => {
    const { origin } = await serve();
    const { url } = await createAuthorizationUrl({ callbackUrl: callbackURL, authUrl: `${origin}/auth` });
    const page = await browser.newPage();
    await page.goto(url);
    await page.getByLabel("Your API key").fill("undefined");
    await page.getByLabel("Name of the new key").fill("<b>bold</b>");
    await page.getByRole("button", { name: "Approve" }).click();
    expect(await page.getByRole("alert").textContent()).toContain("User not found");
    expect(await page.getByLabel("Name of the new key").inputValue()).toBe("<b>bold</b>");
    expect(arrived).toEqual([]);
    await page.close();
  });

  test("a form on a page of another origin cannot approve", async () => {
    const { origin, server } = await serve();
    const page = await browser.newPage();
    await page.goto(new URL("/evil", callbackURL).href);
    await page.setContent(
      `<form method="post" action="${origin}/auth"><input name="decision" value="approve"><button>Win</button></form>`,
    );
    await page.click("button");
    await expect.poll(() => page.textContent("h1")).toBe("Request rejected");
    expect(server.journal.count).toBe(0);
    await page.close();
  });
});
