// The README of the mock server names the versions of other clients that the tests run.
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";

const root = resolve(import.meta.dirname, "../..");
const read = (file: string): string => readFileSync(join(root, file), "utf8");

const npm = (JSON.parse(read("package.json")) as { devDependencies: Record<string, string> }).devDependencies;
const python = Object.fromEntries(
  [...read("test/interop/clients/python/requirements.txt").matchAll(/^(\S+)==(\S+)$/gm)].map(([, name, version]) => [
    name!,
    version!,
  ]),
);
const agents = Object.fromEntries(
  [...read("scripts/interop-cli.ts").matchAll(/^ {2}"(\S+)": "([\d.]+)",$/gm)].map(([, name, version]) => [
    name!,
    version!,
  ]),
);
const [, section = ""] = /### Clients that work unchanged\n(.*?)\n## /s.exec(read("packages/mock-server/README.md"))!;

/** The names and versions that match a pattern, in order. */
const named = (text: string, pattern: RegExp): string[][] => [...text.matchAll(pattern)].map((found) => found.slice(1));

test("the README names the versions of the SDKs that the tests run", () => {
  const rows = section.split("\n").filter((line) => /^\| (Chat|Responses|Messages)/.test(line));
  expect(rows).toHaveLength(3);
  for (const row of rows) {
    const [inNpm = "", inPython = ""] = row.split("Python:");
    const packages = named(inNpm, /`([@\w/-]+)` ([\d.]+)/g);
    const modules = named(inPython, /`([\w-]+)` ([\d.]+)/g);
    expect(packages.length).toBeGreaterThan(0);
    expect(packages).toEqual(packages.map(([name]) => [name, npm[name!]]));
    expect(modules).toEqual(modules.map(([name]) => [name, python[name!]]));
  }
});

test("the README names the versions of the coding agents that `npm run interop:cli` runs", () => {
  expect(named(section, /(Codex|Claude Code|opencode) ([\d.]+\d)/g)).toEqual([
    ["Codex", agents["@openai/codex"]],
    ["Claude Code", agents["@anthropic-ai/claude-code"]],
    ["opencode", agents["opencode-ai"]],
  ]);
});
