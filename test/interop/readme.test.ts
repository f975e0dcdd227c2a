// What the READMEs show compiles.
import { execFileSync } from "node:child_process";
import { globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";

const root = resolve(import.meta.dirname, "../..");
const folder = join(root, "node_modules/.cache/readme");

test("every TypeScript example of a README compiles", () => {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const samples = globSync(["README.md", "packages/*/README.md"], { cwd: root }).flatMap((file) => {
    const blocks = readFileSync(join(root, file), "utf8").matchAll(/```ts\n(.*?)```/gs);
    return [...blocks].map(([, code], index) => ({
      name: `${file.replaceAll(/[/.]/g, "-")}-${index}.ts`,
      code: code!,
    }));
  });
  expect(samples.length).toBeGreaterThan(2);
  for (const { name, code } of samples) writeFileSync(join(folder, name), `${code}\nexport {};\n`);
  writeFileSync(
    join(folder, "tsconfig.json"),
    JSON.stringify({ extends: join(root, "tsconfig.json"), include: ["*.ts"], exclude: [] }),
  );
  const run = (): string =>
    execFileSync(process.execPath, [join(root, "node_modules/typescript/bin/tsc"), "-p", folder], { encoding: "utf8" });
  expect(run()).toBe("");
});

test("an application written with OpenAI's SDK moves by changing two lines", () => {
  const linesOf = (name: string): string[] => readFileSync(join(root, "examples", name), "utf8").split("\n");
  const [before, after] = [linesOf("openai-before.ts"), linesOf("openai-after.ts")];
  expect(after).toHaveLength(before.length);
  expect(before.flatMap((line, index) => (line === after[index] ? [] : [[line, after[index]]]))).toEqual([
    ['import OpenAI from "openai";', 'import { Patchbay } from "@patchbay/client";'],
    [expect.stringMatching(/new OpenAI\(/), expect.stringMatching(/new Patchbay\(/)],
  ]);
});
