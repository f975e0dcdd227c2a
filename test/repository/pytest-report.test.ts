// The counts and failures that `npm test` reads from the report of pytest.
import { expect, test } from "vitest";
import { readReport } from "../../scripts/python/pytest.ts";

const report = (cases: string): string =>
  `<?xml version="1.0" encoding="utf-8"?><testsuites name="pytest tests"><testsuite name="pytest">${cases}</testsuite></testsuites>`;

test("passed, failed and broken tests are counted, and skipped tests are not", () => {
  const cases = [
    '<testcase classname="tests.test_a" name="test_one" time="0.001" />',
    '<testcase classname="tests.test_a" name="test_two[a &gt; b]"><failure message="m">assert 1 &lt; 0&#10;E &quot;x&quot;</failure></testcase>',
    '<testcase classname="tests.test_a" name="test_three"><skipped type="pytest.skip" message="m">why</skipped></testcase>',
    '<testcase classname="" name="tests.test_b"><error message="collection failure">SyntaxError</error></testcase>',
  ];
  expect(readReport(report(cases.join("")))).toEqual({
    passed: 1,
    failed: 2,
    failures: ['tests.test_a: test_two[a > b]\nassert 1 < 0\nE "x"', "tests.test_b\nSyntaxError"],
  });
});

test("a test that passes and fails in its teardown counts as one failed test", () => {
  const passed = '<testcase classname="tests.test_a" name="test_one" />';
  const broken =
    '<testcase classname="tests.test_a" name="test_one"><error message="failed on teardown">E</error></testcase>';
  expect(readReport(report(passed + broken))).toEqual({
    passed: 0,
    failed: 1,
    failures: ["tests.test_a: test_one\nE"],
  });
});
