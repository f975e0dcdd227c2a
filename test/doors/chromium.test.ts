// The same application and scenario through MSW in a real browser.
import { readScenario } from "@patchbay/mock-server";
import { existsSync, readFileSync } from "node:fs";
import { mkdtemp, readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { chromium } from "playwright-core";
import { rolldown } from "rolldown";
import { expect, test } from "vitest";

const executable = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find((path) =>
  existsSync(path),
);
if (!executable) console.warn("!!! SKIPPED: the door through MSW in Chromium, since no Chromium is here.");

test.skipIf(!executable && !process.env.CI)("through MSW in Chromium", { timeout: 60_000 }, async () => {
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
    const story = await page.evaluate((scenario) => globalThis.run(scenario), await readScenario(text, "outage.yaml"));
    expect(story).toEqual({
      called: 'get_weather({"city":"Lisbon"})',
      weather: "It is sunny in Lisbon.",
      tries: [429, 200],
      answer: "There you are.",
      servedBy: "Azure",
      streamed: "one two",
      sawEnd: false,
    });
  } finally {
    await browser.close();
    http.close();
  }
});
