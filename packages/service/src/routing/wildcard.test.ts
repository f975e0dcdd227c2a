import fc from "fast-check";
import { expect, test } from "vitest";
import { expectLinear } from "../../../../test/support/linear.ts";
import { createWildcard, matchesWildcard } from "./wildcard.ts";

test("a pattern fits the texts that an expression with .* for each star fits", () => {
  const text = fc.string({ unit: fc.constantFrom("a", "b", "-"), maxLength: 8 });
  const pattern = fc.string({ unit: fc.constantFrom("a", "b", "-", "*"), maxLength: 6 });
  fc.assert(
    fc.property(pattern, text, (wild, given) => {
      const expected = new RegExp(`^${wild.replaceAll("*", ".*")}$`).test(given);
      expect(matchesWildcard(wild, given), `${wild} on ${given}`).toBe(expected);
    }),
    { numRuns: 2000 },
  );
});

test.each(["*-*-*-*-*-mini", "*a*a*a*a*b", "*".repeat(1000)])(
  "the pattern %s is compared in linear time",
  async (pattern) => {
    const fits = createWildcard(pattern);
    await expectLinear((count) => fits("-a".repeat(count)), 500_000);
  },
);
