import fc from "fast-check";
import { expect, test } from "vitest";
import { SampleWindow } from "./sample-window.ts";

test("a window has the same samples as a sorted list of the newest ones in its interval", () => {
  const samples = fc.array(fc.record({ wait: fc.nat({ max: 40 }), value: fc.nat({ max: 20 }) }), { maxLength: 60 });
  fc.assert(
    fc.property(samples, fc.integer({ min: 1, max: 8 }), (given, most) => {
      const window = new SampleWindow(100, most);
      const all: { at: number; value: number }[] = [];
      let now = 0;
      for (const { wait, value } of given) {
        now += wait;
        window.add(now, value);
        all.push({ at: now, value });
        const held = all.slice(-most).filter(({ at }) => at > now - 100);
        const found = Array.from({ length: window.size(now) }, (_, index) => window.at(index));
        expect(found).toEqual(held.map((sample) => sample.value).toSorted((a, b) => a - b));
      }
      expect(window.size(now + 100)).toBe(0);
    }),
  );
});
