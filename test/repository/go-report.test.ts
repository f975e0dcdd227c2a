// The counts and failures that `npm test` reads from the events of `go test -json`.
import { expect, test } from "vitest";
import { readEvents } from "../../scripts/go/go-test.ts";

const lines = (...events: object[]): string => events.map((event) => `${JSON.stringify(event)}\n`).join("");
const output = (Package: string, Test: string, Output: string): object => ({ Action: "output", Package, Test, Output });

test("tests without subtests are counted, and skipped tests are not", () => {
  const text = lines(
    { Action: "start", Package: "a" },
    { Action: "run", Package: "a", Test: "TestOne" },
    { Action: "pass", Package: "a", Test: "TestOne/x" },
    { Action: "pass", Package: "a", Test: "TestOne/y/z" },
    { Action: "pass", Package: "a", Test: "TestOne/y" },
    { Action: "pass", Package: "a", Test: "TestOne" },
    { Action: "skip", Package: "a", Test: "TestTwo" },
    { Action: "pass", Package: "b", Test: "TestOne" },
    { Action: "pass", Package: "a" },
    { Action: "pass", Package: "b" },
  );
  expect(readEvents(text)).toEqual({ passed: 3, failed: 0, failures: [] });
});

test("a failed subtest counts once, without its parents and its package, and shows its output", () => {
  const text = lines(
    { Action: "pass", Package: "a", Test: "TestOne/x" },
    output("a", "TestOne/y", "    a_test.go:5: got 1\n"),
    { Action: "fail", Package: "a", Test: "TestOne/y" },
    output("a", "TestOne", "--- FAIL: TestOne\n"),
    { Action: "fail", Package: "a", Test: "TestOne" },
    { Action: "fail", Package: "a" },
  );
  expect(readEvents(text)).toEqual({ passed: 1, failed: 1, failures: ["a TestOne/y\n    a_test.go:5: got 1"] });
});

test("a test that fails after its subtests passed counts as failed", () => {
  const text = lines(
    { Action: "pass", Package: "a", Test: "TestOne/x" },
    output("a", "TestOne", "leaked\n"),
    { Action: "fail", Package: "a", Test: "TestOne" },
    { Action: "fail", Package: "a" },
  );
  expect(readEvents(text)).toEqual({ passed: 1, failed: 1, failures: ["a TestOne\nleaked"] });
});

test("a package that does not compile, or that fails without a failed test, counts as one failed test", () => {
  const text = lines(
    { Action: "build-output", ImportPath: "a [a.test]", Output: "a.go:1: undefined: x\n" },
    { Action: "build-fail", ImportPath: "a [a.test]" },
    { Action: "fail", Package: "a", FailedBuild: "a [a.test]" },
    { Action: "output", Package: "b", Output: "exit status 2\n" },
    { Action: "fail", Package: "b" },
  );
  expect(readEvents(text)).toEqual({
    passed: 0,
    failed: 2,
    failures: ["a \na.go:1: undefined: x", "b \nexit status 2"],
  });
});
