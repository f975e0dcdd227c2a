// A real browser on a page whose host name now resolves to this machine (DNS rebinding).
import { createMockServer, type ListeningServer } from "@patchbay/mock-server";
import { createServer, request, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { chromium, type Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { executable, isSkipped } from "../support/chromium.ts";

const secret = "a prompt that no page may read";

let browser: Browser;
let listening: ListeningServer;
/** Serves the attacking page and forwards everything else to the server, as a host name does that is rebound after the page was loaded. */
let stranger: Server;
let page = "";

beforeAll(async () => {
  if (!executable) return;
  const server = createMockServer();
  await server.fetch("http://localhost/api/v1/chat/completions", {
    method: "POST",
    headers: { authorization: "Bearer sk-or-v1-test" },
    body: JSON.stringify({ model: "openai/gpt-4o-mini", messages: [{ role: "user", content: secret }] }),
  });
  listening = await server.listen({ port: 0 });
  stranger = createServer((asked, response) => {
    if (asked.url === "/page") {
      response.setHeader("content-type", "text/html").end("<title>stranger</title>");
      return;
    }
    const { method, url, headers } = asked;
    const passed = request({ port: listening.port, host: "127.0.0.1", method, path: url, headers }, (answer) => {
      response.writeHead(answer.statusCode!, answer.headers);
      answer.pipe(response);
    });
    asked.pipe(passed);
  });
  await new Promise<void>((resolve) => stranger.listen(0, "127.0.0.1", resolve));
  page = `http://evil.example:${(stranger.address() as AddressInfo).port}/page`;
  browser = await chromium.launch({
    executablePath: executable,
    args: ["--no-sandbox", "--host-resolver-rules=MAP evil.example 127.0.0.1"],
  });
});
afterAll(async () => {
  await browser?.close();
  stranger?.close();
  await listening?.close();
});

/** What a page reads from each path: the status and the text, or the error. */
async function read(
  at: string,
  paths: readonly string[],
  init: { method?: string; body?: string } = {},
): Promise<[string, number, string][]> {
  const tab = await browser.newPage();
  await tab.goto(at);
  const answers = await tab.evaluate(
    ({ paths, init }) =>
      Promise.all(
        paths.map(async (path): Promise<[string, number, string]> => {
          try {
            const response = await fetch(path, init);
            return [path, response.status, await response.text()];
          } catch (error) {
            return [path, 0, String(error)];
          }
        }),
      ),
    { paths, init },
  );
  await tab.close();
  return answers;
}

const targets = ["journal", "rules", "spending", "providers", ""].map((name) => `/_patchbay/${name}`);
const prefixes = ["", "/s/a", "/s/a/s/b", "/api/..", "/api/%2e%2e", "/."];
const slashes = ["//localhost", "//127.0.0.1", "/\\localhost", "///localhost", "//[::1]", "//localhost/s/a"];

test.skipIf(isSkipped)("a page under a rebound host name cannot read the control API by any path", async () => {
  const { origin } = new URL(page);
  const paths = targets.flatMap((target) => [
    ...prefixes.map((prefix) => origin + prefix + target),
    ...slashes.map((slash) => origin + slash + target),
  ]);
  for (const [path, status, text] of await read(page, paths)) {
    expect([path, status >= 400]).toEqual([path, true]);
    expect(text).not.toContain(secret);
  }
});

test.skipIf(isSkipped)("a page under a rebound host name cannot change state through the control API", async () => {
  const { origin } = new URL(page);
  const paths = ["", "//localhost", "/s/a", "//localhost/s/a"].map((prefix) => `${origin}${prefix}/_patchbay/reset`);
  for (const [path, status] of await read(page, paths, { method: "POST", body: "{}" }))
    expect([path, status >= 400]).toEqual([path, true]);
  const kept = await fetch(listening.baseURL.replace("/api/v1", "/_patchbay/journal"));
  expect(await kept.text()).toContain(secret);
});

test.skipIf(isSkipped)("a page of another port of this machine cannot read or change state", async () => {
  const own = listening.baseURL.replace("/api/v1", "");
  const elsewhere = page.replace("evil.example", "localhost");
  const { port } = new URL(elsewhere);
  const paths = ["", `//localhost:${port}`, `//127.0.0.1:${port}`].map((prefix) => `${own}${prefix}/_patchbay/reset`);
  for (const [path, status, text] of await read(elsewhere, paths, { method: "POST", body: "{}" }))
    expect([path, status, text]).toEqual([path, 0, "TypeError: Failed to fetch"]);
  const kept = await fetch(`${own}/_patchbay/journal`);
  expect(await kept.text()).toContain(secret);
});

test.skipIf(isSkipped)("the dashboard reads the journal under every name of this machine", async () => {
  const own = listening.baseURL.replace("/api/v1", "/_patchbay/");
  for (const at of [own, own.replace("127.0.0.1", "localhost")]) {
    const [[, status, text] = ["", 0, ""]] = await read(at, ["/_patchbay/journal"]);
    expect(status).toBe(200);
    expect(text).toContain(secret);
  }
});
