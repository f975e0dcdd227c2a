// The examples of the READMEs compile, and run against the mock server.
import { execFileSync } from "node:child_process";
import { globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { beforeAll, expect, test } from "vitest";

const root = resolve(import.meta.dirname, "../..");
// Not below node_modules: Node does not strip the types of files there.
const folder = join(root, ".cache/readme");

/** A block of a README that cannot run here, by a part of its code. It is only compiled. */
const compiledOnly: readonly (readonly [part: RegExp, reason: string])[] = [
  [/"http:\/\/127\.0\.0\.1:4010/, "needs a server on port 4010 and a browser"],
  [/from "vitest"/, "needs Vitest as its runner"],
  [/ANTHROPIC_API_KEY/, "needs a key of Anthropic"],
];

interface Block {
  readonly readme: string;
  readonly file: string;
  readonly code: string;
}

const blocks: readonly Block[] = globSync(["README.md", "packages/*/README.md"], { cwd: root })
  .toSorted()
  .flatMap((readme) =>
    [...readFileSync(join(root, readme), "utf8").matchAll(/```ts\n(.*?)```/gs)].map(([, code], index) => ({
      readme,
      file: join(folder, `${readme.replaceAll(/[/.]/g, "-")}-${index}.ts`),
      code: code!,
    })),
  );

beforeAll(() => {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(join(folder, "work"), { recursive: true });
  for (const { file, code } of blocks) writeFileSync(file, `${code}\nexport {};\n`);
});

test("every TypeScript example of a README compiles", () => {
  expect(blocks.length).toBeGreaterThan(2);
  const config = { extends: join(root, "tsconfig.json"), include: ["*.ts"], exclude: [] };
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify(config));
  const compile = (): string =>
    execFileSync(process.execPath, [join(root, "node_modules/typescript/bin/tsc"), "-p", folder], { encoding: "utf8" });
  expect(compile()).toBe("");
});

test("every TypeScript example of a README runs against the mock server, except those listed with a reason", () => {
  const isListed = ({ code }: Block): boolean => compiledOnly.some(([part]) => part.test(code));
  for (const [part, reason] of compiledOnly)
    expect(
      blocks.some(({ code }) => part.test(code)),
      `${part} (${reason}) matches no block`,
    ).toBe(true);
  const files = blocks.filter((block) => !isListed(block)).map(({ file }) => file);
  const work = join(folder, "work");
  execFileSync(
    process.execPath,
    ["--conditions=@patchbay/source", "--no-warnings", join(import.meta.dirname, "readme-blocks.ts"), ...files],
    { cwd: work, env: { ...process.env, OPENROUTER_API_KEY: "sk-or-v1-test", OPENAI_API_KEY: "sk-or-v1-test" } },
  );
  const results = JSON.parse(readFileSync(join(work, "results.json"), "utf8")) as Record<string, string | null>;
  expect(results).toEqual(Object.fromEntries(files.map((file) => [file, null])));
});

test("an application written with OpenAI's SDK migrates by changing two lines", () => {
  const linesOf = (name: string): string[] => readFileSync(join(root, "examples", name), "utf8").split("\n");
  const [before, after] = [linesOf("openai-before.ts"), linesOf("openai-after.ts")];
  expect(after).toHaveLength(before.length);
  expect(before.flatMap((line, index) => (line === after[index] ? [] : [[line, after[index]]]))).toEqual([
    ['import OpenAI from "openai";', 'import { Patchbay } from "@patchbay/client";'],
    [expect.stringMatching(/new OpenAI\(/), expect.stringMatching(/new Patchbay\(/)],
  ]);
});
