// The dashboard in a real browser.
import { createMockServer, type ListeningServer, type MockServer } from "@patchbay/mock-server";
import { chromium, type Browser, type Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { executable, isSkipped } from "../support/chromium.ts";

let browser: Browser;
let server: MockServer;
let listening: ListeningServer;
let page: Page;
let faults: string[] = [];
/** Messages of the browser that a test expects. */
let expected: RegExp | undefined;

const urlOf = (path = ""): string => listening.baseURL.replace("/api/v1", `/_patchbay/${path}`);

async function openPage(width = 1280, height = 800): Promise<Page> {
  const opened = await browser.newPage({ viewport: { width, height } });
  opened.on("pageerror", (error) => faults.push(error.message));
  opened.on("console", (message) => {
    if (message.type() === "error" && !expected?.test(message.text())) faults.push(message.text());
  });
  opened.on("request", (request) => {
    if (!request.url().startsWith(new URL(listening.baseURL).origin) && !request.url().startsWith("data:"))
      faults.push(`The page asks ${request.url()}.`);
  });
  await opened.goto(urlOf());
  return opened;
}

beforeAll(async () => {
  if (!executable) return;
  browser = await chromium.launch({ executablePath: executable, args: ["--no-sandbox"] });
});
afterAll(() => browser?.close());
beforeEach(async () => {
  if (!executable) return;
  faults = [];
  expected = undefined;
  server = createMockServer({ defaultReply: "echo" });
  listening = await server.listen({ port: 0 });
  page = await openPage();
});
afterEach(async () => {
  if (!executable) return;
  await page.close();
  await listening.close();
  expect(faults).toEqual([]);
});

async function send(path: string, body?: object, headers: Record<string, string> = {}): Promise<string> {
  const response = await fetch(`${listening.baseURL}${path}`, {
    method: body ? "POST" : "GET",
    headers: { authorization: "Bearer sk-or-v1-page", "content-type": "application/json", ...headers },
    ...(body && { body: JSON.stringify(body) }),
  });
  return response.text();
}

function chat(content: string, more: object = {}, headers: Record<string, string> = {}): Promise<string> {
  const messages = [{ role: "user", content }];
  const provider = { order: ["groq", "together"] };
  return send(
    "/chat/completions",
    { model: "meta-llama/llama-3.3-70b-instruct", messages, provider, ...more },
    headers,
  );
}

const providerIn = (text: string): string => (JSON.parse(text) as { provider: string }).provider;
const visibleRows = (): Promise<string[]> => page.locator("#requests li:not([hidden])").allTextContents();
const part = (name: string): Promise<string | null> => page.locator(`#detail [data-part="${name}"]`).textContent();

describe.skipIf(isSkipped)("the dashboard", () => {
  test.each([
    ["/responses", { model: "openai/gpt-5-mini", input: "one two three" }, "completed"],
    [
      "/messages",
      { model: "anthropic/claude-sonnet-4.5", max_tokens: 50, messages: [{ role: "user", content: "one two three" }] },
      "end_turn",
    ],
  ])("a request to %s shows its text, usage and finish reason, whole and as a stream", async (path, body, reason) => {
    for (const stream of [false, true]) {
      await send(path, { ...body, stream });
      await page.locator("#requests li:not([hidden])").first().click();
      await expect.poll(() => part("facts")).toContain(reason);
      expect(await part("facts")).toContain("Generationgen-");
      expect(await part("response")).toContain("one two three");
      expect(await part("cost")).toMatch(/Prompt, \d+ tokens\$0\.\d+Completion, [34] tokens\$0\.\d+Charged/);
    }
  });

  test("before the first request, the dashboard shows a working curl command", async () => {
    await expect.poll(() => page.textContent("#count")).toBe("No requests yet");
    const command = (await page.textContent("#curl"))!;
    expect(command).toContain(`curl ${listening.baseURL}/chat/completions`);
    const [, body] = /-d '(.*)'$/.exec(command)!;
    await send("/chat/completions", JSON.parse(body!) as object);
    await expect.poll(() => page.textContent("#count")).toBe("1 request");
    expect(await page.isVisible("#empty")).toBe(false);
  });

  test("a request appears with its time, status, text, attempts and cost", async () => {
    await chat("Patch me through <b>now</b>");
    await expect.poll(visibleRows).toHaveLength(1);
    expect((await visibleRows())[0]).toMatch(
      /^\d\d:\d\d:\d\d\.\d{3}200chat\.completions\.create .*llama-3\.3-70b-instruct.*<b>now<\/b>Groq 200, \d+ ms\$0\.\d{8}$/,
    );
    expect(await page.locator(".row b").count()).toBe(1);
    expect(await page.locator(".row .bar.good").count()).toBe(1);
  });

  test("amounts of all sizes have their decimal points in one line", async () => {
    await chat("a");
    await chat("word ".repeat(3000), { model: "anthropic/claude-opus-4.1", provider: {} });
    await send("/embeddings", { model: "openai/text-embedding-3-small", input: "x" });
    await expect.poll(visibleRows).toHaveLength(3);
    const costs = page.locator(".row .cost");
    const texts = await costs.allTextContents();
    expect(new Set(texts.filter(Boolean).map((text) => text.length - text.indexOf(".")))).toEqual(new Set([9]));
    const edges = await costs.evaluateAll((cells) => cells.map((cell) => cell.getBoundingClientRect().right));
    expect(new Set(edges).size).toBe(1);
    expect(await costs.first().evaluate((cell) => getComputedStyle(cell).fontVariantNumeric)).toBe("tabular-nums");
  });

  test("attempts are drawn to one time scale", async () => {
    server.setProviderState("groq", "down");
    await chat("first");
    server.setProviderState("together", "slow");
    await chat("second");
    await expect.poll(visibleRows).toHaveLength(2);
    const bars = await page.locator(".row .attempt").evaluateAll((attempts) =>
      attempts.map((attempt) => ({
        ms: Number(/, ([\d,]+) ms/.exec(attempt.textContent)?.[1]?.replaceAll(",", "") ?? 0),
        width: attempt.querySelector(".bar")!.getBoundingClientRect().width,
      })),
    );
    expect(bars).toHaveLength(4);
    const longest = bars.toSorted((a, b) => b.ms - a.ms)[0]!;
    for (const { ms, width } of bars) expect(Math.abs(width - (ms / longest.ms) * longest.width)).toBeLessThan(3);
  });

  test("an opened request shows request, response, attempts, routing reason and cost", async () => {
    server.setProviderState("groq", "down");
    const more = { provider: { order: ["groq", "together"], ignore: ["deepinfra"] }, stream: true };
    await chat("Open me", more, { "x-title": "My app", "x-session-id": "s-1" });
    await page.locator(".row").first().click();
    await expect.poll(() => page.textContent("#detail-title")).toBe("#1 chat.completions.create");
    expect(await part("facts")).toMatch(
      /Status200.*ProviderTogether.*Keysk-or-v1-.*account page.*Sessions-1.*Sent\d+ events/s,
    );
    expect(await part("attempts")).toMatch(/Groq502, \d+ ms.*Together200, \d+ ms/s);
    expect(await part("routing")).toMatch(
      /provider\.order.*Groq failed with 502.*groq.*failed with 502.*together.*succeeded.*deepinfra.*in provider\.ignore/s,
    );
    expect(await part("cost")).toMatch(/Prompt, \d+ tokens\$0\.\d{8}Completion, \d+ tokens\$0\.\d{8}Charged\$0\.\d{8}/);
    expect(await part("request")).toMatch(/x-titleMy app.*"content": "Open me"/s);
    expect(await part("request")).not.toContain("sk-or-v1-page");
    expect(await part("response")).toMatch(/TextCopyOpen me.*Events \(\d+\)/s);
    const [prompt, completion, charged] = [...(await part("cost"))!.matchAll(/\$(\d\.\d{8})/g)].map(([, usd]) =>
      Number(usd),
    );
    expect(prompt! + completion!).toBeCloseTo(charged!, 8);
  });

  test("a request without preferences shows that the endpoint was drawn by price", async () => {
    await chat("No preference", { provider: {} });
    await page.locator(".row").first().click();
    await expect.poll(() => part("routing")).toContain("weighted by the inverse square of its price");
  });

  test("a rejected request shows the error and the excluded endpoints", async () => {
    await chat("Unserved", { provider: { only: ["no-such-provider"] } });
    await page.locator(".row").first().click();
    await expect.poll(() => part("facts")).toContain("Status404");
    expect(await part("routing")).toContain("not in provider.only");
    expect(await part("response")).toContain("No allowed providers");
  });

  test("HTML in any field of a request is shown as text", async () => {
    const evil = `<img src=x onerror="document.title='owned'"><script>document.title='owned'</script>`;
    server.on({ userMessage: "never" }, { name: evil }).reply("x");
    await chat(evil, { model: evil, user: evil }, { "x-title": evil });
    await send(`/models?category=${encodeURIComponent(evil)}`);
    for (const id of [1, 2]) {
      await page.locator(`[data-id="${id}"]`).click();
      await expect.poll(() => page.textContent("#detail-title")).toContain(`#${id} `);
    }
    await page.locator('[data-id="1"]').click();
    await expect.poll(() => part("misses")).toContain(evil);
    expect(await page.locator("#detail img, #requests img, #detail script").count()).toBe(0);
    expect(await page.title()).toBe("Patchbay");
  });

  test.each<[unknown, string]>([
    [{ id: 7, provider: {}, usage: "none", choices: "text" }, '"usage": "none"'],
    [{ usage: { prompt_tokens: "x", cost_details: { upstream_inference_prompt_cost: "y" } }, choices: [null] }, '"x"'],
    [{ choices: { 0: { message: 5 } }, usage: [] }, '"message": 5'],
    [[1, null, "text", { choices: [{ delta: null }] }], "Events (4)"],
    ["not an object", "not an object"],
  ])("a response of an unusual shape is shown unchanged: %j", async (body, shown) => {
    server.on().reply({ status: 200, body });
    await chat("odd");
    await page.locator(".row").first().click();
    await expect.poll(() => part("response")).toContain(shown);
    expect(await page.textContent("#count")).toBe("1 request");
  });

  test("the dashboard's content security policy allows only its own script and style, by hash", async () => {
    const policy = (await fetch(urlOf())).headers.get("content-security-policy")!;
    expect(policy).toContain("default-src 'none'");
    expect(policy).toMatch(/script-src 'sha256-[\w+/=]+'; style-src 'sha256-[\w+/=]+'/);
    expect(policy).not.toContain("unsafe-inline");
    expect(await page.evaluate(() => getComputedStyle(document.querySelector("header")!).display)).toBe("flex");
  });

  test("filters by operation, outcome, status, model, key and text narrow the list and can be cleared", async () => {
    await chat("the quick brown fox");
    await chat("the lazy dog", {}, { authorization: "Bearer sk-or-v1-other" });
    await chat("no such model", { model: "acme/none" });
    await send("/models");
    await expect.poll(visibleRows).toHaveLength(4);
    const only = async (field: string, value: string | { label: string }, count: number): Promise<void> => {
      await page.selectOption(`#${field}`, value);
      await expect.poll(visibleRows).toHaveLength(count);
      expect(await page.textContent("#count")).toBe(`${count} shown of 4 requests`);
      await page.click("#clear");
      await expect.poll(visibleRows).toHaveLength(4);
    };
    await only("operation", "models.list", 1);
    await only("outcome", "client-error", 1);
    await only("status", "200", 3);
    await only("model", "acme/none", 1);
    await only("key", { label: "sk-or-v1-oth...her" }, 1);
    await page.fill("#search", "QUICK groq");
    await expect.poll(visibleRows).toHaveLength(1);
    await chat("another quick one");
    await expect.poll(visibleRows).toHaveLength(2);
    await page.fill("#search", "nothing like this");
    await expect.poll(() => page.isVisible("#none")).toBe(true);
  });

  test("the keyboard moves through the list, opens a request and closes it", async () => {
    for (const text of ["one", "two", "three"]) await chat(text);
    await expect.poll(visibleRows).toHaveLength(3);
    await page.locator('[data-id="3"]').focus();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("Enter");
    await expect.poll(() => page.textContent("#detail-title")).toContain("#2 ");
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("detail-title");
    await page.keyboard.press("Escape");
    await expect.poll(() => page.isVisible("#detail")).toBe(false);
    expect(await page.evaluate(() => (document.activeElement as HTMLElement).dataset.id)).toBe("2");
    await page.keyboard.press("End");
    expect(await page.evaluate(() => (document.activeElement as HTMLElement).dataset.id)).toBe("1");
    expect(
      await page.locator("button:not([aria-label]):empty, select:not([aria-label]):not(label select)").count(),
    ).toBe(0);
  });

  test("new requests do not change the opened request or the scroll position", async () => {
    for (let index = 0; index < 40; index++) await chat(`request ${index}`);
    await expect.poll(visibleRows).toHaveLength(40);
    await page.locator('[data-id="10"]').click();
    await expect.poll(() => page.textContent("#detail-title")).toContain("#10 ");
    const topOf = (): Promise<number> =>
      page.locator('[data-id="10"]').evaluate((row) => row.getBoundingClientRect().top);
    await page.locator("#detail").evaluate((panel) => (panel.scrollTop = 150));
    const before = await topOf();
    for (let index = 0; index < 5; index++) await chat(`late ${index}`);
    await expect.poll(visibleRows).toHaveLength(45);
    expect(await page.textContent("#detail-title")).toContain("#10 ");
    expect(await page.locator("#detail").evaluate((panel) => panel.scrollTop)).toBe(150);
    expect(Math.abs((await topOf()) - before)).toBeLessThan(5);
  });

  test("a stream is shown as in progress, and with its cost after its end", async () => {
    server.on({ userMessage: "slowly" }).reply({ content: "one two", fault: { kind: "stall", afterEvents: 2 } });
    const caller = new AbortController();
    const response = await fetch(`${listening.baseURL}/chat/completions`, {
      method: "POST",
      headers: { authorization: "Bearer sk-or-v1-page" },
      body: JSON.stringify({
        model: "openai/gpt-5-mini",
        messages: [{ role: "user", content: "slowly" }],
        stream: true,
      }),
      signal: caller.signal,
    });
    await page.locator(".row").first().click();
    await expect.poll(() => part("facts")).toContain("The response is being sent");
    const reading = response.text().catch(() => "left");
    caller.abort();
    await reading;
    await expect.poll(() => part("facts")).toContain("then the client disconnected");
    await page.selectOption("#outcome", "disconnected");
    await expect.poll(visibleRows).toHaveLength(1);
  });

  test("the URL of an opened request opens it again, and the URL of an unknown request shows an error", async () => {
    await chat("remember me");
    await page.goto(`${urlOf()}#1`);
    await page.reload();
    await expect.poll(() => page.textContent("#detail-title")).toContain("#1 ");
    // The browser logs the 404, before or after the page shows the error, and again when the page looks for news.
    expected = /404/;
    const logged = page.waitForEvent("console");
    await page.evaluate(() => (location.hash = "#999"));
    await expect.poll(() => page.textContent("#detail")).toContain("The journal has no request 999");
    expect((await logged).text()).toContain("404");
  });

  test("the dashboard sets a provider down and up, and shows the fallback", async () => {
    await page.selectOption('select[name="groq"]', "down");
    await expect
      .poll(async () => (await (await fetch(urlOf("providers"))).json()) as object)
      .toMatchObject({ groq: "down" });
    expect(providerIn(await chat("And now?"))).toBe("Together");
    await expect.poll(visibleRows).toHaveLength(1);
    expect(await page.locator(".row .attempt").allTextContents()).toEqual([
      expect.stringMatching(/^Groq 502/),
      expect.stringMatching(/^Together 200/),
    ]);
    await page.selectOption('select[name="groq"]', "up");
    await expect.poll(async () => providerIn(await chat("Back again"))).toBe("Groq");
  });

  test("the dashboard shows spending by model, provider and key, and Reset clears it", async () => {
    await chat("paid");
    await expect.poll(() => page.textContent("#by-model")).toMatch(/llama-3\.3-70b-instruct\$0\.\d{8}/);
    expect(await page.textContent("#by-provider")).toContain("Groq");
    expect(await page.textContent("#by-key")).toContain("sk-or-v1-pag...age");
    await page.locator(".row").first().click();
    await page.click("#reset");
    await expect.poll(() => page.textContent("#count")).toBe("No requests yet");
    await expect.poll(() => page.locator(".row").count()).toBe(0);
    expect(await page.isVisible("#detail")).toBe(false);
  });

  test("a session has its own dashboard, and the dashboards link to each other", async () => {
    const inSession = listening.baseURL.replace("/api/v1", "/s/checkout/api/v1");
    await fetch(`${inSession}/models`, { headers: { authorization: "Bearer sk-or-v1-page" } });
    await expect.poll(() => page.locator("#session option").allTextContents()).toContain("checkout");
    await page.selectOption("#session", "checkout");
    await page.waitForURL(/\/s\/checkout\/_patchbay\/$/);
    await expect.poll(() => page.textContent("#count")).toBe("1 request");
    await page.selectOption("#session", "");
    await page.waitForURL((url) => url.pathname === "/_patchbay/");
    await expect.poll(() => page.textContent("#count")).toBe("No requests yet");
  });

  test.each([
    [360, 640],
    [1280, 720],
  ])("the layout fits a window that is %i pixels wide", async (width, height) => {
    await page.setViewportSize({ width, height });
    server.setProviderState("groq", "down");
    await chat(
      "long ".repeat(200),
      { models: ["meta-llama/llama-3.3-70b-instruct", "openai/gpt-5-mini"] },
      { "x-title": "x".repeat(300) },
    );
    await expect.poll(visibleRows).toHaveLength(1);
    const overflow = (): Promise<number> =>
      page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(await overflow()).toBeLessThanOrEqual(0);
    if (process.env.SCREENSHOTS) await page.screenshot({ path: `${process.env.SCREENSHOTS}/list-${width}.png` });
    await page.locator(".row").first().click();
    await expect.poll(() => page.isVisible("#detail-title")).toBe(true);
    expect(await overflow()).toBeLessThanOrEqual(0);
    expect(
      await page.locator("#detail").evaluate((panel) => panel.scrollWidth - panel.clientWidth),
    ).toBeLessThanOrEqual(0);
    if (process.env.SCREENSHOTS) await page.screenshot({ path: `${process.env.SCREENSHOTS}/detail-${width}.png` });
  });

  test("two thousand requests load in pages, long bodies are shortened, and rows keep updating", async () => {
    await page.close();
    await listening.close();
    server = createMockServer({ defaultReply: "echo", journalSize: 2000 });
    listening = await server.listen({ port: 0 });
    const body = { model: "openai/gpt-5-mini", messages: [{ role: "user", content: "hi" }], max_tokens: 1 };
    for (let index = 0; index < 2100; index++)
      await server.fetch("http://localhost/api/v1/chat/completions", {
        method: "POST",
        headers: { authorization: "Bearer sk-or-v1-page" },
        body: JSON.stringify(body),
      });
    await chat("long ".repeat(100_000), { max_tokens: 1 });
    page = await openPage();
    await page.locator('[data-id="2101"]').click();
    await expect.poll(() => page.textContent("#detail-title")).toContain("#2101 ");
    const all = page.locator('[data-part="request"]').getByRole("button", { name: /Show all [\d,]+ characters/ });
    expect((await part("request"))!.length).toBeLessThan(30_000);
    await all.click();
    expect((await part("request"))!.length).toBeGreaterThan(40_000);
    await chat("still fresh");
    await expect.poll(visibleRows).toHaveLength(2000);
    await expect.poll(async () => (await visibleRows())[0]).toContain("still fresh");
    expect(await page.locator(".row").count()).toBe(2000);
  });
});
