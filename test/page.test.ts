// The page of the reference server in a real browser.
import { createMockServer, type Listening, type MockServer } from "@patchbay/mock-server";
import { chromium, type Browser, type Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { executable, isSkipped } from "./support/chromium.ts";

const browserTest = test.skipIf(isSkipped);

let browser: Browser;
let server: MockServer;
let listening: Listening;
let page: Page;

beforeAll(async () => {
  if (!executable) return;
  server = createMockServer({ answers: "echo" });
  listening = await server.listen({ port: 0 });
  browser = await chromium.launch({ executablePath: executable, args: ["--no-sandbox"] });
  page = await browser.newPage({ viewport: { width: 1080, height: 640 } });
  page.on("pageerror", (error) => expect.fail(error.message));
  await page.goto(listening.baseURL.replace("/api/v1", "/_patchbay/"));
});
afterAll(async () => {
  await browser?.close();
  await listening?.close();
});

async function say(content: string, more: object = {}): Promise<string> {
  const response = await fetch(`${listening.baseURL}/chat/completions`, {
    method: "POST",
    headers: { authorization: "Bearer sk-or-v1-page" },
    body: JSON.stringify({
      model: "meta-llama/llama-3.3-70b-instruct",
      messages: [{ role: "user", content }],
      provider: { order: ["groq", "together"] },
      ...more,
    }),
  });
  return ((await response.json()) as { provider: string }).provider;
}

browserTest("a request shows as it comes, with who answered and what it cost", async () => {
  await expect.poll(() => page.textContent("#count")).toBe("no request yet");
  await say("Patch me through <b>now</b>");
  const first = page.locator(".request").first();
  await expect.poll(() => first.textContent()).toContain("Patch me through <b>now</b>");
  expect(await first.textContent()).toMatch(/200chat\.completions\.create.*\$0\.0000.*Groq200, \d+ ms/s);
  expect(await first.locator(".bar.good").count()).toBe(1);
});

browserTest("a provider is broken from the page, a fallback shows as it happens, and it is mended again", async () => {
  await page.selectOption('select[name="groq"]', "down");
  await expect
    .poll(
      async () => (await (await fetch(listening.baseURL.replace("/api/v1", "/_patchbay/providers"))).json()) as object,
    )
    .toMatchObject({ groq: "down" });
  expect(await say("And now?")).toBe("Together");
  const first = page.locator(".request").first();
  await expect.poll(() => first.textContent()).toContain("And now?");
  expect(await first.locator(".attempt").allTextContents()).toEqual([
    expect.stringMatching(/^Groq502/),
    expect.stringMatching(/^Together200/),
  ]);
  expect(await first.locator(".bar.bad").count()).toBe(1);
  if (process.env.SCREENSHOT) await page.screenshot({ path: process.env.SCREENSHOT });
  await page.selectOption('select[name="groq"]', "up");
  await expect.poll(() => say("Back again")).toBe("Groq");
});

browserTest("spending is told by model, provider and key, and all of it begins anew", async () => {
  await expect.poll(() => page.textContent("#model")).toContain("meta-llama/llama-3.3-70b-instruct");
  expect(await page.textContent("#provider")).toMatch(/Groq.*Together|Together.*Groq/s);
  expect(await page.textContent("#key")).toContain("sk-or-v1-pag...age");
  await page.click("#reset");
  await expect.poll(() => page.textContent("#count")).toBe("no request yet");
  await expect.poll(() => page.locator(".request").count()).toBe(0);
});
