import { existsSync } from "node:fs";

/** The path of Chromium, or undefined. The test command installs Debian's package if it can. */
export const executable: string | undefined = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
].find((path) => existsSync(path));

/** Whether browser tests are skipped: without a browser, but never in CI. */
export const isSkipped: boolean = !executable && !process.env.CI;

if (!executable) console.warn("!!! SKIPPED: tests in Chromium, since no Chromium is here.");
