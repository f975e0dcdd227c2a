import fc from "fast-check";
import { expect, test } from "vitest";
import { OutcomeWindow } from "./windows.ts";

test("a window counts the same as a list of all outcomes, to within one bucket", () => {
  const event = fc.record({ wait: fc.nat({ max: 900 }), good: fc.boolean() });
  fc.assert(
    fc.property(fc.array(event, { maxLength: 200 }), (events) => {
      const window = new OutcomeWindow(1000, 10);
      const all: { at: number; good: boolean }[] = [];
      let now = 0;
      for (const { wait, good } of events) {
        now += wait;
        window.add(now, good);
        all.push({ at: now, good });
        // The oldest bucket of a hundred milliseconds counts as a whole or not at all.
        const from = (Math.floor(now / 100) - 9) * 100;
        const inside = all.filter(({ at }) => at >= from);
        expect(window.good(now)).toBe(inside.filter((one) => one.good).length);
        expect(window.bad(now)).toBe(inside.filter((one) => !one.good).length);
      }
    }),
  );
});
