import fc from "fast-check";
import { expect, test } from "vitest";
import { windowAt } from "./window.ts";

const utc = (text: string): number => Date.parse(text);

test("a day, a week from Monday and a month begin at midnight in UTC", () => {
  const now = utc("2026-11-29T20:00:00Z");
  expect(windowAt("daily", now)).toEqual({ start: utc("2026-11-29"), resetsAt: utc("2026-11-30") });
  expect(windowAt("weekly", now)).toEqual({ start: utc("2026-11-23"), resetsAt: utc("2026-11-30") });
  expect(windowAt("monthly", now)).toEqual({ start: utc("2026-11-01"), resetsAt: utc("2026-12-01") });
  expect(windowAt("total", now)).toEqual({ start: 0, resetsAt: null });
});

test("a month that ends a year resets in January, and February ends on its last day", () => {
  expect(windowAt("monthly", utc("2027-12-31T23:59:59.999Z")).resetsAt).toBe(utc("2028-01-01"));
  expect(windowAt("monthly", utc("2028-02-29T12:00:00Z")).resetsAt).toBe(utc("2028-03-01"));
});

test("every moment is in exactly one window, and all moments of a window have the same one", () => {
  const time = fc.integer({ min: 0, max: utc("2100-01-01") });
  fc.assert(
    fc.property(fc.constantFrom("daily", "weekly", "monthly"), time, (window, now) => {
      const { start, resetsAt } = windowAt(window, now);
      expect(start).toBeLessThanOrEqual(now);
      expect(resetsAt).toBeGreaterThan(now);
      expect(windowAt(window, start)).toEqual({ start, resetsAt });
      expect(windowAt(window, resetsAt! - 1)).toEqual({ start, resetsAt });
      expect(windowAt(window, resetsAt!).start).toBe(resetsAt);
    }),
  );
});
