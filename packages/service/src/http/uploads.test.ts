import { expect, test } from "vitest";
import fc from "fast-check";
import { Uploads, type Upload } from "./uploads.ts";

test("when all bodies together are too large, the largest one is refused with 503 and `Retry-After`", () => {
  const uploads = new Uploads(100);
  const refused: string[] = [];
  const begin = (name: string): Upload =>
    uploads.begin(({ status, details: facts }) => refused.push(`${name} ${status} ${facts.headers?.["retry-after"]}`));
  const [small, large, third] = [begin("small"), begin("large"), begin("third")];
  small.add(10);
  large.add(60);
  third.add(30);
  expect([refused, uploads.bytes]).toEqual([[], 100]);
  small.add(1);
  expect([refused, uploads.bytes]).toEqual([["large 503 1"], 41]);
  large.add(1000);
  expect(uploads.bytes).toBe(41);
  third.add(71);
  expect([refused, uploads.bytes]).toEqual([["large 503 1", "third 503 1"], 11]);
});

test("the bytes that are held stay below the limit, and none are left when all bodies have ended", () => {
  const steps = fc.array(fc.record({ at: fc.nat(9), bytes: fc.nat(60), end: fc.boolean() }), { maxLength: 60 });
  fc.assert(
    fc.property(steps, (taken) => {
      const uploads = new Uploads(100);
      const refused = new Set<number>();
      const open = Array.from({ length: 10 }, (_, index) =>
        uploads.begin(() => {
          expect(refused.has(index)).toBe(false);
          refused.add(index);
        }),
      );
      for (const { at, bytes, end } of taken) {
        open[at]!.add(bytes);
        if (end) open[at]!.end();
        expect(uploads.bytes).toBeLessThanOrEqual(100);
      }
      for (const { end } of open) end();
      expect(uploads.bytes).toBe(0);
    }),
  );
});
