import { expect, test } from "vitest";
import fc from "fast-check";
import { formatTraceparent, parseTraceparent } from "./traceparent.ts";

const hex = (length: number): fc.Arbitrary<string> =>
  fc.stringMatching(new RegExp(`^[0-9a-f]{${length}}$`)).filter((text) => !/^0+$/.test(text));

test("a position in a trace is read back as it was written", () => {
  fc.assert(
    fc.property(hex(32), hex(16), fc.constantFrom(0, 1), (traceId, spanId, traceFlags) => {
      expect(parseTraceparent(formatTraceparent({ traceId, spanId, traceFlags }))).toEqual({
        traceId,
        spanId,
        traceFlags,
      });
    }),
  );
});

test("a malformed header begins a new trace, and one of a later version is continued", () => {
  const [trace, span] = ["0af7651916cd43dd8448eb211c80319c", "b7ad6b7169203331"];
  const malformed = [
    null,
    "",
    trace,
    `00-${trace}-${span}`,
    `00-${trace.toUpperCase()}-${span}-01`,
    `00-${"0".repeat(32)}-${span}-01`,
    `00-${trace}-${"0".repeat(16)}-01`,
    `ff-${trace}-${span}-01`,
    `00-${trace}-${span}-01-more`,
  ];
  for (const header of malformed) expect(parseTraceparent(header), String(header)).toBeUndefined();
  expect(parseTraceparent(`01-${trace}-${span}-01-more`)).toMatchObject({ traceId: trace });
});
