import fc from "fast-check";
import { expect, test } from "vitest";
import { parseDateTime } from "./date-time.ts";

test("a date-time is parsed like Date.parse, where Date.parse supports it", () => {
  const part = (max: number): fc.Arbitrary<string> => fc.nat({ max }).map((n) => String(n).padStart(2, "0"));
  const offset = fc.oneof(
    fc.constant("Z"),
    fc.tuple(fc.constantFrom("+", "-"), part(23), part(59)).map(([s, h, m]) => `${s}${h}:${m}`),
  );
  fc.assert(
    fc.property(
      fc.nat({ max: 9998 }),
      part(12),
      part(31),
      part(23),
      part(59),
      part(59),
      offset,
      (y, mo, d, h, mi, s, o) => {
        const text = `${String(y + 1).padStart(4, "0")}-${mo}-${d}T${h}:${mi}:${s}${o}`;
        const day = new Date(`${text.slice(0, 10)}T00:00:00Z`);
        const exists = !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text.slice(0, 10));
        expect(parseDateTime(text)).toBe(exists ? Date.parse(text) : undefined);
      },
    ),
  );
});
