// What the page of patchbay-client on the index of Python packages shows, and the files that fix what it is developed with.
import { globSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { oldestMinor } from "../../scripts/python/interpreters.ts";
import { toPythonVersion } from "../../scripts/python/write-version.ts";

const root = resolve(import.meta.dirname, "../..");
const folder = "packages/client-python";
const read = (path: string): string => readFileSync(join(root, path), "utf8");
const project = read(join(folder, "pyproject.toml"));

/** The value of a key of pyproject.toml: a string or a list of strings, on one or more lines. */
function valueOf(key: string): unknown {
  const [, value = "null"] = new RegExp(`^${key} = (".*?"|\\[[^\\]]*\\])`, "ms").exec(project) ?? [];
  return JSON.parse(value.replaceAll(/ #.*$/gm, "").replaceAll(/,\s*\]/g, "]"));
}

describe("packages/client-python", () => {
  test("contains the license of the repository", () => {
    expect(read(join(folder, "LICENSE"))).toBe(read("LICENSE"));
    expect(valueOf("license")).toBe("Apache-2.0");
  });

  test("names its folder in the repository, its issues and its changelog", () => {
    const { homepage, bugs } = JSON.parse(read("package.json")) as { homepage: string; bugs: string };
    const repository = homepage.replace(/#.*/, "");
    expect(valueOf("Homepage")).toBe(`${repository}/tree/main/${folder}#readme`);
    expect(valueOf("Repository")).toBe(repository);
    expect(valueOf("Issues")).toBe(bugs);
    expect(valueOf("Changelog")).toBe(`${repository}/blob/main/${folder}/CHANGELOG.md`);
  });

  test("is found by the name of the API", () => {
    expect(valueOf("description")).toContain("OpenRouter API");
    expect(valueOf("keywords")).toContain("openrouter");
  });

  test("depends on httpx2 and pydantic only", () => {
    expect(valueOf("dependencies")).toEqual([expect.stringMatching(/^httpx2>=/), expect.stringMatching(/^pydantic>=/)]);
  });

  test("supports the versions of Python that the scripts look for", () => {
    expect(valueOf("requires-python")).toBe(`>=3.${oldestMinor}`);
    expect(valueOf("target-version")).toBe(`py3${oldestMinor}`);
    expect(valueOf("pythonVersion")).toBe(`3.${oldestMinor}`);
    expect(valueOf("classifiers")).toContain(`Programming Language :: Python :: 3.${oldestMinor}`);
  });

  test("has the version that changesets wrote", () => {
    const { version } = JSON.parse(read(join(folder, "package.json"))) as { version: string };
    expect(read(join(folder, "src/patchbay_client/_version.py"))).toContain(
      `__version__ = "${toPythonVersion(version)}"\n`,
    );
  });
});

test.each([
  ["1.0.0", "1.0.0"],
  ["1.2.3-alpha.0", "1.2.3a0"],
  ["1.2.3-beta.4", "1.2.3b4"],
  ["1.0.0-rc.10", "1.0.0rc10"],
])("version %s of npm is %s in Python", (version, expected) => {
  expect(toPythonVersion(version)).toBe(expected);
});

test.each(["1.0", "1.0.0-next.1", "1.0.0-beta", "1.0.0+build"])("version %s is refused", (version) => {
  expect(() => toPythonVersion(version)).toThrow(`Version ${version} of packages/client-python has no equivalent`);
});

const requirements = globSync(["packages/client-python/requirements/*.txt", "bench/*/requirements.txt"], {
  cwd: root,
}).toSorted();

describe.each(requirements)("%s", (file) => {
  const entries = read(file)
    .replaceAll(/^#.*\n/gm, "")
    .replaceAll(/\\\n\s*/g, "")
    .trim()
    .split("\n");

  test("pins every package to one version with hashes", () => {
    expect(entries.length).toBeGreaterThan(0);
    const pinned = /^[a-z\d][\w.-]*==[\w.!+]+(?: ; [^#]+?)? *(?:--hash=sha256:[\da-f]{64} *)+$/;
    expect(entries.filter((entry) => !pinned.test(entry))).toEqual([]);
  });
});

test("the formatter of Python code has the same version in npm, for generated code, and in the environment", () => {
  const [, version] = /^ruff==(\S+)/m.exec(read("packages/client-python/requirements/dev.txt"))!;
  const { devDependencies } = JSON.parse(read("packages/codegen/package.json")) as {
    devDependencies: Record<string, string>;
  };
  expect(devDependencies["@astral-sh/ruff-wasm-nodejs"] ?? version).toBe(version);
});
