import fc from "fast-check";
import { expect, test } from "vitest";
import { secureIds } from "./secure-ids.ts";

test("an id has the length that was asked for and only characters of its kind, however many ids were made before", () => {
  const ids = new Set<string>();
  fc.assert(
    fc.property(fc.integer({ min: 12, max: 3000 }), (length) => {
      const made = [secureIds.text(length), secureIds.hex(length)];
      expect(made[0]).toMatch(new RegExp(`^[A-Za-z0-9]{${length}}$`));
      expect(made[1]).toMatch(new RegExp(`^[0-9a-f]{${length}}$`));
      for (const id of made) {
        expect(ids.has(id.slice(0, 12))).toBe(false);
        ids.add(id.slice(0, 12));
      }
    }),
  );
});

test("every character occurs in ids", () => {
  const text = Array.from({ length: 1000 }, () => secureIds.text(20)).join("");
  expect(new Set(text).size).toBe(62);
  expect(new Set(secureIds.hex(2000)).size).toBe(16);
});
