// Pages of other origins call the API of the gateway, but not its dashboard. HEAD is answered wherever GET is.
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { chromium } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { executable, isSkipped } from "../support/chromium.ts";
import { type RunningGateway, startGateway } from "../support/gateway.ts";
import { type ProviderServer, startProvider } from "../support/provider-server.ts";
import { requestBytes, sendBytes } from "../support/wire.ts";

const model = "acme/tiny";
const origin = "https://app.example";

let provider: ProviderServer;
let gateway: RunningGateway;
beforeAll(async () => {
  provider = await startProvider();
  gateway = await startGateway({
    config: {
      providers: { local: { kind: "openai-compatible", baseURL: `${provider.url}/v1`, apiKey: "$LOCAL_KEY" } },
      models: [{ id: model, endpoints: [{ provider: "local", model: "tiny", price: { prompt: 1, completion: 2 } }] }],
    },
    env: { LOCAL_KEY: "local" },
  });
});
afterAll(async () => {
  await gateway?.stop();
  await provider?.stop();
});

describe("preflight requests", () => {
  const ask = (path: string, headers: Record<string, string> = {}): Promise<Response> =>
    fetch(gateway.url + path, {
      method: "OPTIONS",
      headers: { origin, "access-control-request-method": "POST", ...headers },
    });

  test.each(["/api/v1/chat/completions", "/api/v1/messages?beta=true", "/api/v1/none", "/health"])(
    "%s allows every origin and the header of the key",
    async (path) => {
      const { status, headers } = await ask(path, { "access-control-request-headers": "authorization, x-api-key" });
      expect(status).toBe(204);
      expect(headers.get("access-control-allow-origin")).toBe("*");
      expect(headers.get("access-control-allow-headers")).toBe("*, authorization, content-type");
      expect(headers.get("access-control-allow-methods")).toContain("PATCH");
      expect(headers.get("access-control-allow-credentials")).toBeNull();
    },
  );

  test("private network access is allowed where it is requested", async () => {
    const name = "access-control-allow-private-network";
    expect((await ask("/api/v1/models")).headers.get(name)).toBeNull();
    const asked = await ask("/api/v1/models", { "access-control-request-private-network": "true" });
    expect(asked.headers.get(name)).toBe("true");
  });

  test.each(["/admin/api/overview", "/admin/api/session", "/dashboard", "/"])("%s allows no origin", async (path) => {
    const preflight = await ask(path);
    expect([...preflight.headers.keys()].filter((name) => name.startsWith("access-control"))).toEqual([]);
    const read = await fetch(gateway.url + path, { headers: { origin }, redirect: "manual" });
    expect(read.headers.get("access-control-allow-origin")).toBeNull();
  });
});

test("responses and errors of the API are readable with their headers, but only where an origin asks", async () => {
  const ask = (headers: Record<string, string>): Promise<Response> =>
    fetch(`${gateway.baseURL}/chat/completions`, {
      method: "POST",
      headers: { authorization: `Bearer ${gateway.key}`, ...headers },
      body: JSON.stringify({ model, messages: [{ role: "user", content: "Hi" }] }),
    });
  for (const headers of [{ origin }, { origin, authorization: "Bearer sk-or-v1-none" }]) {
    const response = await ask(headers);
    expect(response.headers.get("access-control-allow-origin")).toBe("*");
    expect(response.headers.get("access-control-expose-headers")).toBe("*");
  }
  expect((await ask({})).headers.get("access-control-allow-origin")).toBeNull();
});

test("OPTIONS without a preflight is answered with 405 and the methods", async () => {
  const { status, headers } = await fetch(`${gateway.baseURL}/models`, { method: "OPTIONS" });
  expect([status, headers.get("allow")]).toEqual([405, "GET, HEAD"]);
});

const paths: readonly (readonly [path: string, key?: "key" | "adminKey" | undefined])[] = [
  ["/health"],
  ["/ready"],
  ["/api/v1/models"],
  ["/api/v1/models/count"],
  ["/api/v1/model/acme/tiny"],
  ["/api/v1/key", "key"],
  ["/api/v1/key"],
  ["/api/v1/credits", "adminKey"],
  ["/api/v1/credits", "key"],
  ["/api/v1/generation?id=gen-none", "key"],
  ["/api/v1/none"],
  ["/none"],
  ["/dashboard"],
  ["/admin/api/overview", "adminKey"],
];
const changing = /^(?:date|x-request-id):/i;

test.for(paths)("HEAD %s is answered as GET without the body (%s)", async ([path, name]) => {
  const { port, host } = new URL(gateway.url);
  const headers = name === undefined ? {} : { authorization: `Bearer ${gateway[name]}` };
  const ask = (method: string) => sendBytes(Number(port), requestBytes(method, path, { host, headers }));
  const [get, head] = [await ask("GET"), await ask("HEAD")];
  expect(head.status).toBe(get.status);
  const linesOf = (text: string) =>
    text
      .split("\r\n")
      .slice(1)
      .filter((line) => !changing.test(line));
  expect(linesOf(head.head)).toEqual(linesOf(get.head));
  expect(head.body).toBe("");
  expect(get.body).not.toBe("");
});

describe.skipIf(isSkipped)("in Chromium", () => {
  let site: Server;
  beforeAll(async () => {
    site = createServer((_, response) => response.setHeader("content-type", "text/html").end("<title>App</title>"));
    await new Promise<void>((resolve) => void site.listen(0, "127.0.0.1", resolve));
  });
  afterAll(() => void site?.close());

  test("a page of another origin streams a chat, reads errors, and cannot call the admin API", async () => {
    const browser = await chromium.launch({ executablePath: executable!, args: ["--no-sandbox"] });
    try {
      const page = await browser.newPage();
      await page.goto(`http://localhost:${(site.address() as AddressInfo).port}/`);
      const results = await page.evaluate(callGateway, { url: gateway.url, key: gateway.key, model });
      expect(results.text).toContain("data: [DONE]");
      expect(results.id).toMatch(/^gen-/);
      expect(results.error).toMatchObject({ error: { code: 401 } });
      expect(results.admin).toBe("TypeError");
    } finally {
      await browser.close();
    }
  });
});

interface Results {
  readonly text: string;
  readonly id: string | null;
  readonly error: unknown;
  readonly admin: string;
}

/** Runs in the page. */
async function callGateway({ url, key, model }: Record<"url" | "key" | "model", string>): Promise<Results> {
  const chat = (secret: string): Promise<Response> =>
    fetch(`${url}/api/v1/chat/completions`, {
      method: "POST",
      headers: { authorization: `Bearer ${secret}`, "content-type": "application/json", "x-title": "App" },
      body: JSON.stringify({ model, stream: true, messages: [{ role: "user", content: "Hi" }] }),
    });
  const response = await chat(key);
  const refused = await chat("sk-or-v1-none");
  const admin = await fetch(`${url}/admin/api/overview`, { credentials: "include" }).then(
    ({ status }) => String(status),
    (error: Error) => error.name,
  );
  return {
    text: await response.text(),
    id: response.headers.get("x-generation-id"),
    error: await refused.json(),
    admin,
  };
}
