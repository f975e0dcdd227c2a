import { expect, test } from "vitest";
import { compareSizes, describeChange, type SizeReport } from "../../scripts/sizes/compare-sizes.ts";

const bundle = (sizes: Readonly<Record<string, number>>): SizeReport => ({ bundle: sizes });

test.each([
  { title: "the same size", from: 10_000, to: 10_000, verdict: "passes" },
  { title: "3 % more", from: 10_000, to: 10_300, verdict: "passes" },
  { title: "more than 3 % more", from: 10_000, to: 10_301, verdict: "fails" },
  { title: "3 % less", from: 10_000, to: 9700, verdict: "passes" },
  { title: "more than 3 % less", from: 10_000, to: 9699, verdict: "asks to accept" },
  { title: "something new", from: undefined, to: 5, verdict: "fails" },
  { title: "something that is not measured any more", from: 5, to: undefined, verdict: "fails" },
])("$title $verdict", ({ from, to, verdict }) => {
  const accepted = bundle(from === undefined ? {} : { client: from });
  const measured = bundle(to === undefined ? {} : { client: to });
  const expected = { passes: [], fails: [true], "asks to accept": [false] }[verdict];
  expect(compareSizes(accepted, measured).map(({ fails }) => fails)).toEqual(expected);
});

test("every size outside the tolerance is listed, in all groups", () => {
  const accepted = { bundle: { client: 100, agent: 100 }, tarball: { client: 100 }, gone: { old: 1 } };
  const measured = { bundle: { client: 100, agent: 104 }, tarball: { client: 90 } };
  expect(compareSizes(accepted, measured)).toEqual([
    { group: "bundle", name: "agent", from: 100, to: 104, fails: true },
    { group: "tarball", name: "client", from: 100, to: 90, fails: false },
    { group: "gone", name: "old", from: 1, to: undefined, fails: true },
  ]);
});

test.each([
  [18_944, 20_582, 'bundle "client": 18.5 KiB → 20.1 KiB (+8.6 %)'],
  [2_097_152, 1_048_576, 'bundle "client": 2.00 MiB → 1.00 MiB (-50.0 %)'],
  [undefined, 1024, 'bundle "client": 1.0 KiB, not accepted yet'],
  [1024, undefined, 'bundle "client": 1.0 KiB accepted, but not measured any more'],
])("the change from %s to %s bytes is described as %s", (from, to, text) => {
  expect(describeChange({ group: "bundle", name: "client", from, to, fails: true })).toBe(text);
});
