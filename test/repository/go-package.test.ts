// What the page of the Go module shows, and the files that state its versions.
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";
import { toTag } from "../../scripts/go/tag.ts";
import { oldestMinor } from "../../scripts/go/toolchain.ts";

const root = resolve(import.meta.dirname, "../..");
const read = (path: string): string => readFileSync(join(root, path), "utf8");
const goMod = read("packages/client-go/go.mod");

test("the Go module contains the license of the repository", () => {
  expect(read("packages/client-go/LICENSE")).toBe(read("LICENSE"));
});

test("the path of the Go module is its folder in the repository", () => {
  const { homepage } = JSON.parse(read("package.json")) as { homepage: string };
  const [, path] = /^module (\S+)$/m.exec(goMod)!;
  expect(path).toBe(`${homepage.replace(/^https:\/\/|#.*/g, "")}/packages/client-go`);
});

test.each(["packages/client-go", "test/runners/go"])(
  "%s needs the version of Go that the scripts look for",
  (folder) => {
    expect(read(`${folder}/go.mod`)).toMatch(new RegExp(`^go 1\\.${oldestMinor}$`, "m"));
  },
);

test("the Go module has no dependencies", () => {
  expect(goMod).not.toMatch(/^(?:require|replace)\b/m);
});

test("the tag of the Go module begins with its folder", () => {
  expect(toTag("0.4.0", goMod)).toBe("packages/client-go/v0.4.0");
  expect(toTag("1.2.3-beta.1", goMod)).toBe("packages/client-go/v1.2.3-beta.1");
});

test("a second major version needs a module path with its number", () => {
  expect(() => toTag("2.0.0", goMod)).toThrow('Version 2.0.0 needs a module path that ends with "/v2"');
  expect(toTag("2.0.0", "module example.com/a/v2\n")).toBe("packages/client-go/v2.0.0");
  expect(() => toTag("1.0.0", "module example.com/a/v2\n")).toThrow("Version 1.0.0 needs a module path");
});
