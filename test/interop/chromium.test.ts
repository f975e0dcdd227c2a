// The same application and scenario in a real browser, bundled by two bundlers without stubs for Node.js modules.
import { parseScenario } from "@patchbay/mock-server";
import { execFileSync } from "node:child_process";
import { globSync, readFileSync } from "node:fs";
import { mkdtemp, readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { gzipSync } from "node:zlib";
import { chromium } from "playwright-core";
import { rolldown } from "rolldown";
import { expect, test } from "vitest";
import { executable, isSkipped } from "../support/chromium.ts";
import { expectedResults } from "./expected-results.ts";

const root = resolve(import.meta.dirname, "../..");
const entry = join(import.meta.dirname, "browser.ts");

/** Writes `app.js` and its chunks into a folder. Both fail, or keep an import, if a Node.js module is needed. */
const bundlers = {
  async rolldown(folder: string) {
    const bundle = await rolldown({
      input: { app: entry },
      platform: "browser",
      resolve: { conditionNames: ["@patchbay/source", "browser", "import", "default"] },
      logLevel: "silent",
    });
    await bundle.write({ dir: folder, format: "esm", minify: true });
    await bundle.close();
  },
  async esbuild(folder: string) {
    const options = ["--bundle", "--minify", "--platform=browser", "--format=esm", "--splitting"];
    const where = [`--outdir=${folder}`, "--entry-names=app", "--conditions=@patchbay/source", "--log-level=warning"];
    execFileSync(join(root, "node_modules/.bin/esbuild"), [entry, ...options, ...where], {
      shell: process.platform === "win32",
    });
  },
};

test.skipIf(isSkipped).for(Object.keys(bundlers) as (keyof typeof bundlers)[])(
  "a bundle of %s answers in Chromium through MSW and by server.fetch",
  { timeout: 60_000 },
  async (bundler) => {
    const folder = await mkdtemp(join(tmpdir(), "patchbay-bundle-"));
    await bundlers[bundler](folder);
    for (const file of globSync("*.js", { cwd: folder }))
      expect(
        readFileSync(join(folder, file), "utf8").match(/\b(?:from|import)\s*\(?\s*["'`]node:[\w/]+/g),
        file,
      ).toBeNull();
    const size = gzipSync(await readFile(join(folder, "app.js"))).byteLength / 1024;
    console.info(
      `${bundler}: the page with MSW and a server of its own loads ${size.toFixed(0)} kB (gzip) at the start`,
    );
    expect(size).toBeLessThan(310);

    const worker = join(
      dirname(createRequire(import.meta.url).resolve("msw/package.json")),
      "lib/mockServiceWorker.js",
    );
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
      await page.waitForFunction(() => typeof globalThis.listenInPage === "function");
      const text = await readFile(new URL("outage.yaml", import.meta.url), "utf8");
      const scenario = await parseScenario(text, "outage.yaml");
      expect(await page.evaluate((given) => globalThis.runInPage(given), scenario)).toEqual(expectedResults);
      expect(await page.evaluate((given) => globalThis.runThroughMsw(given), scenario)).toEqual(expectedResults);
      expect(await page.evaluate(() => globalThis.listenInPage())).toContain("A browser cannot open a port.");
    } finally {
      await browser.close();
      http.close();
    }
  },
);
