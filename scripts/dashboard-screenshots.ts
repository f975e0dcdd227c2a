// Writes the screenshots of the gateway's dashboard for its README, from the sample data of the tests: `node scripts/dashboard-screenshots.ts`.
// With a folder as an argument, it writes all pages there, light and dark, at 1280 and 390 pixels, for a review of the design.
import { existsSync, mkdirSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { type Browser, chromium, type Page } from "playwright-core";
import { adminKey } from "../test/support/admin/call-admin.ts";
import { memoryAdminData, sampleNow } from "../test/support/admin/memory-data.ts";
import { serveAdmin } from "../test/support/admin/serve-admin.ts";
import { executable } from "../test/support/chromium.ts";

const gateway = resolve(import.meta.dirname, "../packages/gateway");
const mostBytes = 200_000;
const [folder] = process.argv.slice(2);

const data = memoryAdminData();
const server = await serveAdmin(data);
const browser = await chromium.launch({ executablePath: executable ?? "chromium", args: ["--no-sandbox"] });
const failed = data.records.findLast(({ attempts, status }) => attempts.length === 3 && status === 200)!;

interface Look {
  readonly colorScheme: "light" | "dark";
  readonly width: number;
  readonly height: number;
}

async function open(browser: Browser, { colorScheme, width, height }: Look): Promise<Page> {
  const page = await browser.newPage({ colorScheme, viewport: { width, height }, timezoneId: "UTC" });
  await page.clock.install({ time: sampleNow });
  await page.goto(`${server.origin}/dashboard`);
  await page.fill("input[name=key]", adminKey);
  await page.keyboard.press("Enter");
  await page.waitForSelector(".stats");
  return page;
}

async function shoot(page: Page, hash: string, path: string, ready: string): Promise<void> {
  await page.evaluate((next) => (location.hash = next), hash);
  await page.waitForSelector(ready);
  await page.waitForTimeout(300);
  await page.screenshot({ path, fullPage: folder !== undefined && !hash.includes("gen-") });
  const { size } = statSync(path);
  console.log(`${path}: ${(size / 1000).toFixed(0)} kB`);
  if (folder === undefined && size > mostBytes)
    throw new Error(`${path} has ${size} bytes; at most ${mostBytes} are allowed.`);
}

const views = {
  overview: ["#/overview", ".chart canvas"],
  spend: ["#/spend", ".chart canvas"],
  requests: ["#/requests", "table.requests"],
  request: [`#/requests/${failed.id}`, ".timeline"],
  providers: ["#/providers", "table.endpoints"],
  keys: ["#/keys", ".keys"],
  models: ["#/models", "table.models"],
} as const;

if (folder === undefined) {
  const light = await open(browser, { colorScheme: "light", width: 1280, height: 860 });
  await shoot(light, "#/overview", join(gateway, "dashboard.png"), ".chart canvas");
  const dark = await open(browser, { colorScheme: "dark", width: 1280, height: 860 });
  await shoot(dark, "#/overview", join(gateway, "dashboard-dark.png"), ".chart canvas");
  await shoot(light, `#/requests/${failed.id}`, join(gateway, "dashboard-request.png"), ".timeline");
} else {
  if (!existsSync(folder)) mkdirSync(folder, { recursive: true });
  for (const colorScheme of ["light", "dark"] as const)
    for (const [width, height] of [
      [1280, 860],
      [390, 844],
    ] as const) {
      const page = await open(browser, { colorScheme, width, height });
      for (const [name, [hash, ready]] of Object.entries(views))
        await shoot(page, hash, join(folder, `${name}-${colorScheme}-${width}.png`), ready);
      await page.close();
    }
}
await browser.close();
await server.close();
