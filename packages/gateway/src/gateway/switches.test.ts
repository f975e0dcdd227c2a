import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { Switches } from "./switches.ts";

const folder = mkdtempSync(join(tmpdir(), "patchbay-switches-"));
afterAll(() => rmSync(folder, { recursive: true }));

test("endpoints that were taken out stay out over a restart, until they are put back", async () => {
  const path = join(folder, "data", "switches.json");
  const first = new Switches(path);
  expect(first.isOff("acme/tiny#local")).toBe(false);
  await first.set("acme/tiny#local", false);
  await first.set("acme/tiny#local", false);
  await first.set("acme/tiny#other", false);
  const second = new Switches(path);
  expect([second.isOff("acme/tiny#local"), second.isOff("acme/tiny#other")]).toEqual([true, true]);
  await second.set("acme/tiny#local", true);
  const third = new Switches(path);
  expect([third.isOff("acme/tiny#local"), third.isOff("acme/tiny#other")]).toEqual([false, true]);
  expect(statSync(path).mode & 0o077).toBe(0);
});

test("a damaged file is an error that says what to do, not an empty list", () => {
  const path = join(folder, "damaged.json");
  writeFileSync(path, "[");
  expect(() => new Switches(path)).toThrow(/damaged\.json` cannot be read as a list of endpoints\. Delete it/);
});
