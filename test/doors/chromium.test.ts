// The same application and scenario through MSW in a real browser.
import { readScenario } from "@patchbay/mock-server";
import { readFileSync } from "node:fs";
import { mkdtemp, readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { chromium } from "playwright-core";
import { rolldown } from "rolldown";
import { expect, test } from "vitest";
import { executable, isSkipped } from "../support/chromium.ts";
import { story } from "./story.ts";

test.skipIf(isSkipped)("through MSW in Chromium", { timeout: 60_000 }, async () => {
  const folder = await mkdtemp(join(tmpdir(), "patchbay-door-"));
  const bundle = await rolldown({
    input: { app: new URL("browser.ts", import.meta.url).pathname },
    platform: "browser",
    external: /^node:/,
    resolve: { conditionNames: ["@patchbay/source", "browser", "import", "default"] },
    logLevel: "silent",
  });
  await bundle.write({ dir: folder, format: "esm" });
  await bundle.close();
  const worker = join(dirname(createRequire(import.meta.url).resolve("msw/package.json")), "lib/mockServiceWorker.js");

  const http = createServer((request, response) => {
    const path = request.url === "/mockServiceWorker.js" ? worker : join(folder, request.url!);
    const isScript = request.url!.endsWith(".js");
    const text = isScript ? readFileSync(path) : '<!doctype html><script type="module" src="/app.js"></script>';
    response.writeHead(200, { "content-type": isScript ? "text/javascript" : "text/html" }).end(text);
  });
  await new Promise<void>((resolve) => http.listen(0, "127.0.0.1", resolve));
  const browser = await chromium.launch({ executablePath: executable!, args: ["--no-sandbox"] });
  try {
    const page = await browser.newPage();
    await page.goto(`http://127.0.0.1:${(http.address() as AddressInfo).port}/`);
    await page.waitForFunction(() => typeof globalThis.run === "function");
    const text = await readFile(new URL("outage.yaml", import.meta.url), "utf8");
    const scenario = await readScenario(text, "outage.yaml");
    expect(await page.evaluate((given) => globalThis.run(given), scenario)).toEqual(story);
  } finally {
    await browser.close();
    http.close();
  }
});
