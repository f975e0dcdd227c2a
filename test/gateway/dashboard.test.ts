// The dashboard in a real browser, over the sample data.
import { readFile } from "node:fs/promises";
import { chromium, type Browser, type BrowserContext, type Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { adminKey } from "../support/admin/call-admin.ts";
import { createSessions } from "../../packages/gateway/src/admin/sessions.ts";
import { sampleNow, memoryAdminData, type MemoryAdminData } from "../support/admin/memory-data.ts";
import { type AdminServer, serveAdmin } from "../support/admin/serve-admin.ts";
import { executable, isSkipped } from "../support/chromium.ts";

let browser: Browser;
let server: AdminServer;
let context: BrowserContext;
let page: Page;
let data: MemoryAdminData;
let faults: string[] = [];
/** Status that a test expects. */
let expected: number | undefined;

beforeAll(async () => {
  if (!executable) return;
  server = await serveAdmin(memoryAdminData());
  browser = await chromium.launch({ executablePath: executable, args: ["--no-sandbox"] });
  context = await browser.newContext({ timezoneId: "UTC" });
  page = await context.newPage();
  await page.clock.install({ time: sampleNow });
  page.on("pageerror", (error) => faults.push(error.message));
  page.on("console", (message) => {
    // Chromium repeats messages about responses after a navigation; the responses themselves are checked below.
    const isAboutResponse = message.text().startsWith("Failed to load resource");
    if (message.type() === "error" && !isAboutResponse) faults.push(message.text());
  });
  page.on("response", (response) => {
    if (response.status() >= 400 && response.status() !== expected)
      faults.push(`${response.status()} ${response.url()}`);
  });
  page.on("request", (request) => {
    if (!request.url().startsWith(server.origin)) faults.push(`The page asks ${request.url()}.`);
  });
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});
beforeEach(() => {
  faults = [];
  expected = undefined;
});
// Errors, violations of the policy and requests to other hosts fail a test.
afterEach(() => expect(faults).toEqual([]));

interface Options {
  readonly requests?: number;
  readonly width?: number;
  readonly colorScheme?: "light" | "dark";
}

/** Opens the dashboard without a session. */
async function open({ requests = 1500, width = 1280, colorScheme = "light" }: Options = {}): Promise<void> {
  data = memoryAdminData({ requests });
  server.data = data;
  await context.clearCookies();
  await page.setViewportSize({ width, height: 860 });
  await page.emulateMedia({ colorScheme });
  expected = 401;
  await load("#/overview");
  await page.getByLabel("Admin key").waitFor();
}

/** Loads the page again, also if only the part after the `#` differs. */
async function load(hash: string): Promise<void> {
  await page.goto(`${server.origin}/dashboard/icon.svg`);
  await page.goto(`${server.origin}/dashboard${hash}`);
}

async function logIn(): Promise<void> {
  await page.getByLabel("Admin key").fill(adminKey);
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "Overview" }).waitFor();
  expected = undefined;
}

const goTo = (hash: string): Promise<void> => page.evaluate((next) => void (location.hash = next), hash);

/** Opens a page with a session that this server signed. */
async function openPage(hash: string, options: Options = {}): Promise<void> {
  const { requests = 1500, width = 1280, colorScheme = "light" } = options;
  data = memoryAdminData({ requests });
  server.data = data;
  await page.setViewportSize({ width, height: 860 });
  await page.emulateMedia({ colorScheme });
  const value = createSessions(adminKey).create(data.time);
  await context.addCookies([
    { name: "patchbay_admin", value, domain: "127.0.0.1", path: "/admin/api", httpOnly: true, sameSite: "Strict" },
  ]);
  await load(hash);
  await page.locator("main h1").waitFor();
}

const nano = (usd: string): bigint => {
  const [whole = "", fraction = ""] = usd.replaceAll(/[$,]/g, "").split(".");
  return BigInt(whole + fraction.padEnd(9, "0"));
};
const costsIn = async (selector: string): Promise<bigint[]> =>
  (await page.locator(selector).allTextContents()).map((text) => nano(text));
const sum = (amounts: readonly bigint[]): bigint => amounts.reduce((total, amount) => total + amount, 0n);
const textOf = async (selector: string): Promise<string> => (await page.textContent(selector)) ?? "";

describe.skipIf(isSkipped)("login", () => {
  test("a wrong key is refused with a reason, the right one opens the overview, logout ends the session", async () => {
    await open();
    await page.getByLabel("Admin key").fill("wrong");
    await page.getByRole("button", { name: "Log in" }).click();
    await expect.poll(() => page.getByRole("alert").textContent()).toContain("This is not the admin key");
    await logIn();
    const [cookie] = await context.cookies(`${server.origin}/admin/api/`);
    expect(cookie).toMatchObject({ httpOnly: true, sameSite: "Strict", path: "/admin/api" });
    expect(await page.evaluate(() => document.cookie)).toBe("");
    await page.reload();
    await page.getByRole("heading", { name: "Overview" }).waitFor();
    await page.getByRole("button", { name: "Log out" }).click();
    await page.getByLabel("Admin key").waitFor();
    expected = 401;
    await page.reload();
    await page.getByLabel("Admin key").waitFor();
  });

  test("a session that ended while the page is open leads back to the login", async () => {
    await openPage("#/keys");
    await page.locator(".key").first().waitFor();
    expected = 401;
    await context.clearCookies();
    await page.clock.runFor(6000);
    await page.getByLabel("Admin key").waitFor();
  });

  test("the page loads nothing but its own files, under a policy without inline code", async () => {
    const response = await fetch(`${server.origin}/dashboard`);
    const policy = response.headers.get("content-security-policy")!;
    expect(policy).toContain("default-src 'none'; script-src 'self'; style-src 'self'");
    expect(policy).not.toContain("unsafe");
    expect(await response.text()).not.toMatch(/<style|style=|<script(?![^>]* src=)/);
    for (const [path, status] of [
      ["/dashboard/", 308],
      ["/dashboard/none", 404],
      ["/dashboard/__proto__", 404],
      ["/dashboard/licenses.txt", 200],
    ] as const)
      expect((await fetch(`${server.origin}${path}`, { redirect: "manual" })).status).toBe(status);
    const licenses = await (await fetch(`${server.origin}/dashboard/licenses.txt`)).text();
    for (const name of ["preact", "@preact/signals", "@preact/signals-core", "uplot"])
      expect(licenses).toMatch(new RegExp(`^${name} \\d+\\.`, "m"));
    expect(licenses.match(/Permission is hereby granted/g)).toHaveLength(4);
    const script = await fetch(`${server.origin}/dashboard/app.js`);
    const again = await fetch(script.url, { headers: { "if-none-match": script.headers.get("etag")! } });
    expect(again.status).toBe(304);
  });
});

describe.skipIf(isSkipped)("pages", () => {
  test("the overview shows today's numbers, a chart, the problems, the top models and new requests", async () => {
    await openPage("#/overview");
    await page.locator(".chart canvas").waitFor();
    const midnight = Date.UTC(2026, 10, 26);
    const today = data.records.filter(({ createdAt }) => createdAt >= midnight);
    const cost = Number(sum(today.map(({ cost }) => cost))) / 1e9;
    const stats = await page.locator(".stat").allTextContents();
    expect(stats[0]).toContain(`Spend today$${cost.toFixed(cost >= 1 ? 2 : 3)}`);
    expect(stats[1]).toContain(`${today.length} today`);
    expect(await textOf(".problems")).toMatch(
      /at together is down.*at groq is rate limited.*1 endpoint has no price.*ledger balances/s,
    );
    expect(await costsIn("table.bars .money")).toHaveLength(5);
    const newest = { ...data.records.at(-1)!, id: "gen-new", model: "acme/newest", createdAt: data.time };
    data.records.push(newest);
    data.time += 3000;
    await page.clock.runFor(3000);
    await page.getByText("acme/newest").first().waitFor();
  });

  test("the rows of spend by model, key, provider and day visibly sum to the total", async () => {
    await openPage("#/spend", { requests: 600 });
    for (const by of ["Model", "Key", "Provider", "Day"]) {
      await page.getByRole("button", { name: by, exact: true }).click();
      await page.getByRole("columnheader", { name: by, exact: true }).waitFor();
      const rows = await costsIn("table.spend tbody .money");
      const [total] = await costsIn("table.spend tfoot .money");
      expect(rows.length).toBeGreaterThan(4);
      expect(sum(rows)).toBe(total);
      const counts = await page.locator("table.spend tr td:nth-child(2)").allTextContents();
      expect(counts.slice(0, -1).reduce((all, count) => all + Number(count.replaceAll(",", "")), 0)).toBe(
        Number(counts.at(-1)!.replaceAll(",", "")),
      );
    }
  });

  test("the exported file sums to the total of the page", async () => {
    await openPage("#/spend");
    await page.getByRole("button", { name: "7 days", exact: true }).click();
    await expect
      .poll(() => page.getByRole("link", { name: "Export CSV" }).getAttribute("href"))
      .toContain(`from=${Date.UTC(2026, 10, 20)}`);
    const [total] = await costsIn("table.spend tfoot .money");
    const downloading = page.waitForEvent("download");
    await page.getByRole("link", { name: "Export CSV" }).click();
    const download = await downloading;
    expect(download.suggestedFilename()).toBe("spend-2026-11-20-to-2026-11-26.csv");
    const [header, ...lines] = (await readFile(await download.path(), "utf8")).trimEnd().split("\r\n");
    const column = header!.split(",").indexOf("cost_usd");
    expect(sum(lines.map((line) => nano(line.split(",").at(column - header!.split(",").length)!)))).toBe(total);
  });

  test("a pointer over the chart shows the costs of its bar", async () => {
    await openPage("#/spend");
    const plot = page.locator(".u-over");
    const box = (await plot.boundingBox())!;
    await page.mouse.move(box.x + box.width - 8, box.y + box.height / 2);
    await expect.poll(() => textOf(".tip")).toMatch(/^Nov 26\$\d.*claude-sonnet-4\.5\$\d/);
  });

  test("requests can be filtered, paged and opened, with the time line of their attempts", async () => {
    await openPage("#/requests");
    await expect.poll(() => page.locator("table.requests tbody tr").count()).toBe(50);
    await page.getByRole("button", { name: "Load older requests" }).click();
    await expect.poll(() => page.locator("table.requests tbody tr").count()).toBe(150);
    const ids = await page
      .locator("table.requests tbody tr")
      .evaluateAll((rows) => rows.map((row) => (row as HTMLElement).dataset.id));
    expect(ids).toEqual(
      data.records
        .slice(-150)
        .toReversed()
        .map(({ id }) => id),
    );
    await page.getByLabel("Failed only").check();
    await expect
      .poll(async () => new Set(await page.locator("table.requests .status").allTextContents()).has("200"))
      .toBe(false);
    await page.getByLabel("Failed only").uncheck();
    const tried = data.records.findLast(({ attempts, status }) => attempts.length === 3 && status === 200)!;
    await page.getByLabel("Open a request by its id").fill(tried.id);
    await page.keyboard.press("Enter");
    const dialog = page.getByRole("dialog");
    await dialog.getByText("3 attempts").waitFor();
    const lanes = await dialog.locator(".bar").evaluateAll((bars) => bars.map((bar) => bar.getBoundingClientRect()));
    for (const [index, { left }] of lanes.entries())
      if (index > 0) expect(left).toBeGreaterThanOrEqual(lanes[index - 1]!.right - 4);
    for (const { message } of tried.attempts.slice(0, 2)) await dialog.getByText(message!).first().waitFor();
    expect(nano((await dialog.locator(".cost .money").first().textContent())!)).toBe(tried.cost);
    await page.keyboard.press("Escape");
    await expect.poll(() => page.url()).toMatch(/#\/requests$/);
    expect(await page.getByRole("dialog").count()).toBe(0);
  });

  test("an endpoint is taken out after a confirmation, and put back", async () => {
    await openPage("#/providers");
    const toggle = page.getByRole("switch", { name: "meta-llama/llama-3.3-70b-instruct at groq" });
    const enabled = (): boolean | undefined =>
      data.catalog
        .models()
        .flatMap(({ endpoints }) => endpoints)
        .find(({ id }) => id.endsWith("@groq"))?.enabled;
    await toggle.click();
    await page.getByRole("button", { name: "Cancel" }).click();
    expect(enabled()).toBe(true);
    await toggle.click();
    await page.getByRole("button", { name: "Take out" }).click();
    await expect.poll(() => toggle.getAttribute("aria-checked")).toBe("false");
    expect(enabled()).toBe(false);
    expect(await textOf("tr:has([aria-checked=false])")).toContain("Switched off");
    await toggle.click();
    await page.getByRole("button", { name: "Put back" }).click();
    await expect.poll(() => toggle.getAttribute("aria-checked")).toBe("true");
    expect(enabled()).toBe(true);
  });

  test("the models page shows exact prices and marks free and unpriced endpoints", async () => {
    await openPage("#/models");
    await page.getByLabel("Search models").fill("gpt openrouter");
    await expect.poll(() => page.locator("table.models tbody").count()).toBe(1);
    expect(await textOf("table.models tbody")).toMatch(/openai\/gpt-5-mini.*\$0\.25\$2\.00\$0\.025400k128k/s);
    await page.getByLabel("Search models").fill("");
    await page.getByText("unpriced", { exact: true }).waitFor();
    await page.getByText("free", { exact: true }).waitFor();
  });
});

describe.skipIf(isSkipped)("keys", () => {
  test("a key is created with budgets and limits, its secret is shown once, and it is rotated, disabled and revoked", async () => {
    await openPage("#/keys");
    await page.getByRole("button", { name: "Create key" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("Name").fill("Browser key");
    await dialog.getByLabel("Limit of budget 1").fill("-1");
    expected = 400;
    await dialog.getByRole("button", { name: "Create key" }).click();
    await expect.poll(() => dialog.getByRole("alert").textContent()).toContain("`budgets.0.limit`");
    await dialog.getByLabel("Limit of budget 1").fill("12.34");
    await dialog.getByLabel("Window of budget 1").selectOption("weekly");
    await dialog.getByLabel("Requests per minute").fill("60");
    await dialog.getByLabel("Models").fill("openai/*, qwen/*");
    await dialog.getByRole("button", { name: "Create key" }).click();
    await page.getByText("Copy it now.").waitFor();
    const secret = (await dialog.locator("pre").first().textContent())!;
    expect(secret).toMatch(/^sk-or-v1-\w{64}$/);
    expect(await dialog.locator("pre").last().textContent()).toContain(
      `curl http://127.0.0.1:4000/api/v1/chat/completions`,
    );
    const key = [...data.stored.values()].find(({ name }) => name === "Browser key")!;
    expect(key).toMatchObject({
      budgets: [{ unit: "usd", limit: "12.34", window: "weekly" }],
      limits: { requestsPerMinute: 60 },
      allowedModels: ["openai/*", "qwen/*"],
    });
    await page.getByRole("button", { name: "Done" }).click();
    expect(await page.content()).not.toContain(secret);
    const card = page.locator(`[data-hash="${key.hash}"]`);
    expect(await card.textContent()).toMatch(/Browser key.*Active.*60 requests\/min.*\$0\.00 of \$12\.34/);

    await card.getByRole("button", { name: "Disable" }).click();
    await dialog.getByRole("button", { name: "Disable" }).click();
    await expect.poll(() => card.textContent()).toContain("Disabled");
    await card.getByRole("button", { name: "Enable" }).click();
    await dialog.getByRole("button", { name: "Enable" }).click();
    await expect.poll(() => card.textContent()).toContain("Active");
    await card.getByRole("button", { name: "Rotate" }).click();
    await dialog.getByRole("button", { name: "Rotate" }).click();
    await page.getByText("Copy it now.").waitFor();
    expect(await dialog.locator("pre").first().textContent()).not.toBe(secret);
    await page.keyboard.press("Escape");
    await expect.poll(() => card.textContent()).toContain("Rotated");
    await card.getByRole("button", { name: "Revoke" }).click();
    await dialog.getByRole("button", { name: "Revoke" }).click();
    await expect.poll(() => card.count()).toBe(0);
    expect(data.stored.has(key.hash)).toBe(false);
  });

  test("bars show the use of each budget", async () => {
    await openPage("#/keys");
    const meters = page.locator(".key", { hasText: "Production API" }).getByRole("meter");
    await expect.poll(() => meters.count()).toBe(2);
    const [name, share, width] = await meters
      .first()
      .evaluate((meter) => [
        meter.getAttribute("aria-label"),
        Number(meter.getAttribute("aria-valuenow")),
        [...meter.children].reduce((sum, part) => sum + part.getBoundingClientRect().width, 0) /
          meter.getBoundingClientRect().width,
      ]);
    expect(name).toBe("Day budget in USD");
    expect(Math.abs(width * 100 - share)).toBeLessThan(1.5);
  });
});

describe.skipIf(isSkipped)("hostile names", () => {
  test("HTML, scripts and quotes in names of models, keys, providers and errors are shown as text", async () => {
    await open({ requests: 60 });
    const evil = `"><img src=x onerror="document.title='owned'"><script>document.title='owned'</script>'; ls`;
    for (const [index, record] of data.records.entries())
      data.records[index] = {
        ...record,
        model: evil,
        provider: evil,
        attempts: [{ provider: evil, endpoint: evil, status: 500, latencyMs: 5, message: evil }],
      };
    for (const [hash, key] of data.stored)
      data.stored.set(hash, { ...key, name: evil, label: evil, allowedModels: [evil] });
    const catalog = data.catalog.models().map((model) => ({ ...model, id: evil, name: evil }));
    server.data = { ...data, catalog: { ...data.catalog, models: () => catalog } };
    await logIn();
    const { id } = data.records.at(-1)!;
    for (const hash of [
      "overview",
      "spend?by=key",
      "spend?by=model",
      `requests/${id}`,
      "providers",
      "keys",
      "models",
    ]) {
      await goTo(`#/${hash}`);
      await expect.poll(() => page.locator("main :is(table, .keys)").first().textContent()).toContain("onerror");
    }
    expect(await page.locator("#app img, #app script").count()).toBe(0);
    expect(await page.title()).toBe("Models · Patchbay gateway");
  });

  test("the curl command of the first request is safe to paste for any model id", async () => {
    await open({ requests: 0 });
    const catalog = data.catalog.models().map((model) => ({ ...model, id: "a'; touch /tmp/owned; '" }));
    server.data = { ...data, catalog: { ...data.catalog, models: () => catalog } };
    await logIn();
    await expect.poll(() => textOf(".command pre")).toContain("touch");
    const [, body] = /-d '(.*)'$/s.exec(await textOf(".command pre"))!;
    expect(body).not.toContain("'");
    expect((JSON.parse(body!) as { model: string }).model).toBe("a'; touch /tmp/owned; '");
  });
});

describe.skipIf(isSkipped)("accessibility and failures", () => {
  const hashes = ["overview", "spend", "requests", "providers", "keys", "models"] as const;

  test.each(["light", "dark"] as const)(
    "in %s colors, text has contrast, controls have names, pages a heading",
    async (colorScheme) => {
      await openPage("#/overview", { colorScheme, requests: 300 });
      for (const hash of hashes) {
        await goTo(`#/${hash}`);
        await page.locator("main table, main .keys").first().waitFor();
        expect(await page.evaluate(lowContrast), hash).toEqual([]);
        expect(await page.evaluate(unnamedControls), hash).toEqual([]);
        expect(await page.locator("main h1").count(), hash).toBe(1);
      }
      const back = await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
      expect(back).toBe(colorScheme === "light" ? "rgb(246, 247, 249)" : "rgb(14, 16, 20)");
      await page.getByRole("button", { name: colorScheme === "light" ? "Dark" : "Light" }).click();
      await page.reload();
      await page.locator("main table").first().waitFor();
      expect(await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)).not.toBe(back);
      await page.getByRole("button", { name: "Auto" }).click();
    },
  );

  test("at 390 pixels, no page scrolls sideways, and costs are visible", async () => {
    await openPage("#/overview", { width: 390, requests: 1500 });
    for (const hash of [...hashes, `requests/${data.records.at(-1)!.id}`]) {
      await goTo(`#/${hash}`);
      await page.locator("main table, main .keys").first().waitFor();
      expect(await page.evaluate(() => document.documentElement.scrollWidth), hash).toBeLessThanOrEqual(390);
      const rights = await page
        .locator("main .money")
        .evaluateAll((amounts) => amounts.map((amount) => amount.getBoundingClientRect().right));
      expect(Math.max(0, ...rights), hash).toBeLessThanOrEqual(390);
    }
  });

  test("the keyboard reaches the navigation, opens a request and returns to it", async () => {
    await openPage("#/overview", { requests: 300 });
    await page.keyboard.press("Tab");
    const focused = (): Promise<string> => page.evaluate(() => document.activeElement?.textContent ?? "");
    const pressUntil = async (text: RegExp): Promise<void> => {
      for (let index = 0; index < 40 && !text.test(await focused()); index++) await page.keyboard.press("Tab");
      expect(await focused()).toMatch(text);
    };
    await pressUntil(/^Requests$/);
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "Requests" }).waitFor();
    await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe("MAIN");
    await page.locator("table.requests tbody tr").first().waitFor();
    await pressUntil(/^\d\d:\d\d:\d\d$/);
    const time = await focused();
    await page.keyboard.press("Enter");
    const dialog = page.getByRole("dialog");
    await dialog.getByText("Charged").waitFor();
    expect(await page.evaluate(() => document.activeElement?.closest("dialog") !== null)).toBe(true);
    await page.keyboard.press("Escape");
    await expect.poll(() => page.getByRole("dialog").count()).toBe(0);
    expect(await focused()).toBe(time);
  });

  test("a gateway that is gone is reported, and the page goes on when it returns", async () => {
    await openPage("#/overview", { requests: 60 });
    await page.locator(".stat").first().waitFor();
    await context.setOffline(true);
    await page.clock.runFor(3000);
    await expect.poll(() => page.getByRole("alert").textContent()).toContain("does not respond");
    await context.setOffline(false);
    await page.clock.runFor(6000);
    await expect.poll(() => page.getByRole("alert").count()).toBe(0);
  });

  test("empty pages name the next command", async () => {
    await openPage("#/overview", { requests: 0 });
    for (const hash of ["overview", "spend", "requests"]) {
      await goTo(`#/${hash}`);
      await expect.poll(() => textOf("main")).toContain("curl http://127.0.0.1:4000/api/v1/chat/completions");
    }
    await goTo("#/keys");
    await expect.poll(() => textOf("main")).toContain("patchbay-gateway keys create");
  });
});

/** Controls without a name for screen readers. */
function unnamedControls(): string[] {
  return [...document.querySelectorAll("button, input, select, a")]
    .filter((control) => {
      const labels =
        control instanceof HTMLInputElement || control instanceof HTMLSelectElement ? control.labels : null;
      return !control.ariaLabel && !labels?.length && control.textContent?.trim() === "";
    })
    .map((control) => control.outerHTML);
}

/** Texts whose contrast to their background is below 4.5, by WCAG 2. Digits in gray behind an amount are decoration. */
function lowContrast(): string[] {
  const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true })!;
  const rgb = (color: string): number[] => {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = color;
    canvas.fillRect(0, 0, 1, 1);
    return [...canvas.getImageData(0, 0, 1, 1).data];
  };
  const luminance = ([red = 0, green = 0, blue = 0]: number[]): number => {
    const linear = [red, green, blue].map((part) => {
      const share = part / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * linear[0]! + 0.7152 * linear[1]! + 0.0722 * linear[2]!;
  };
  const backOf = (element: Element | null): string => {
    for (let at = element; at; at = at.parentElement) {
      const { backgroundColor } = getComputedStyle(at);
      if (rgb(backgroundColor)[3]! > 250) return backgroundColor;
    }
    return "white";
  };
  const low = new Set<string>();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement!;
    if (!node.textContent?.trim() || element.closest(".fine, .zero, canvas, .skip, noscript, [hidden]")) continue;
    const { color } = getComputedStyle(element);
    const [a, b] = [luminance(rgb(color)), luminance(rgb(backOf(element)))].toSorted((x, y) => y - x);
    const contrast = (a! + 0.05) / (b! + 0.05);
    if (contrast < 4.5) low.add(`${node.textContent.trim().slice(0, 30)}: ${contrast.toFixed(2)}`);
  }
  return [...low];
}
