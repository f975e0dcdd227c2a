import { existsSync } from "node:fs";

/** Where a Chromium is; undefined when none is here. The test command installs Debian's where it may. */
export const executable: string | undefined = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
].find((path) => existsSync(path));

/** Whether tests in a browser are left out: without a browser, but never in CI. */
export const isSkipped: boolean = !executable && !process.env.CI;

if (!executable) console.warn("!!! SKIPPED: tests in Chromium, since no Chromium is here.");
