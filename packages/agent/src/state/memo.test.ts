import fc from "fast-check";
import { expect, test } from "vitest";
import { Memo } from "./memo.ts";

const names = fc.constantFrom("role", "content", "tool_calls", "__proto__", "0", "1");
const { value } = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    fc.constantFrom(null, "", "a", "ab", 0, 1, true, undefined, 1n),
    fc.array(tie("value"), { maxLength: 3 }),
    // `__proto__` as a field of its own.
    fc.array(fc.tuple(names, tie("value")), { maxLength: 3 }).map((fields) => Object.fromEntries(fields)),
  ),
}));

interface Place {
  [name: string]: unknown;
}

function placesIn(one: unknown): Place[] {
  return typeof one === "object" && one !== null ? [one as Place, ...Object.values(one).flatMap(placesIn)] : [];
}

const toText = (one: unknown): string =>
  JSON.stringify(one, (_, field: unknown) => (typeof field === "bigint" ? `${field}n` : field));

test("a result is known for as long as its object has the same JSON", () => {
  const edit = fc.record({ place: fc.nat(), name: names, value, isRemoved: fc.boolean() });
  fc.assert(
    fc.property(fc.array(value, { minLength: 1, maxLength: 3 }), fc.array(edit, { maxLength: 3 }), (object, edits) => {
      const memo = new Memo<string>();
      memo.set(object, toText(object));
      expect(memo.get(object)).toBe(toText(object));
      for (const { place, name, value: next, isRemoved } of edits) {
        const places = placesIn(object);
        const chosen = places[place % places.length]!;
        if (isRemoved) delete chosen[name];
        // A copy: data that contains itself has no JSON.
        else Object.defineProperty(chosen, name, { ...own, value: structuredClone(next) });
        expect([undefined, toText(object)]).toContain(memo.get(object));
      }
    }),
    { numRuns: 500 },
  );
});

const own = { enumerable: true, configurable: true, writable: true } as const;

const cycle: { self?: unknown } = {};
cycle.self = cycle;

test.each([
  ["a date", { at: new Date(0) }],
  ["an object with toJSON", { toJSON: () => 1 }],
  ["an object of a class", { set: new Set([1]) }],
  ["data that contains itself", cycle],
])("nothing is remembered for %s, which can change unseen", (_, object) => {
  const memo = new Memo<string>();
  memo.set(object, "x");
  expect(memo.get(object)).toBeUndefined();
});
