// The Python examples of the READMEs are correct for pyright in strict mode. packages/client-python/tests/test_readme.py runs them.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";

const root = resolve(import.meta.dirname, "../..");
const environment = join(root, "packages/client-python/.venv");
const folder = join(root, ".cache/readme-python");

/** The blocks of a section share their names, as in the test that runs them. */
function programsOf(readme: string): ReadonlyMap<string, string> {
  const programs = new Map<string, string>();
  for (const section of readFileSync(join(root, readme), "utf8").split(/^(?=#{1,6} )/m)) {
    const blocks = [...section.matchAll(/^```python\n(.*?)^```$/gms)].map(([, code]) => code!);
    const [title = ""] = section.split("\n");
    if (blocks.length > 0) programs.set(title.toLowerCase().replaceAll(/\W+/g, "_"), blocks.join("\n"));
  }
  return programs;
}

test("every Python example of a README has correct types", { timeout: 120_000 }, ({ skip }) => {
  if (!existsSync(environment) && !process.env.CI) skip();
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const programs = [...programsOf("packages/client-python/README.md"), ...programsOf("README.md")];
  for (const [name, code] of programs) writeFileSync(join(folder, `example${name}.py`), code);
  expect(programs.length).toBeGreaterThan(15);
  const extraPaths = [join(root, "packages/client-python/src")];
  const settings = {
    typeCheckingMode: "strict",
    pythonVersion: "3.11",
    venvPath: join(environment, ".."),
    venv: ".venv",
  };
  writeFileSync(join(folder, "pyrightconfig.json"), JSON.stringify({ include: ["."], extraPaths, ...settings }));
  const pyright = createRequire(import.meta.url).resolve("pyright/index.js");
  const { stdout } = spawnSync(process.execPath, [pyright, "--project", folder], { encoding: "utf8" });
  expect(stdout).toContain("0 errors");
});
