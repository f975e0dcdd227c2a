// A rule for the server's source: no plain object is looked up by a name from a request. `table["constructor"]` finds what
// every object inherits, so such lookups use `getOwn` or a `Map`. The compiler's types show which lookups those are.
import { API, TypeFlags, type Checker, type Project } from "typescript/unstable/sync";
import { SyntaxKind, type ElementAccessExpression, type Node } from "typescript/unstable/ast";
import { isElementAccessExpression } from "typescript/unstable/ast/is";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";

const root = new URL("../../", import.meta.url).pathname;
const packages = ["engine", "service", "mock-server"];
/** The only function that may look up any name in an object: it reads own members only. */
const allowed = `${root}packages/engine/src/data/get-own.ts`;

const api = new API({ cwd: root });
afterAll(() => api.close());

/** Lookups by a string that the types do not limit to known names, as `file:line text`. */
function findOpenLookups(project: Project, isSearched: (file: string) => boolean): string[] {
  const { program, checker } = project;
  return program
    .getSourceFileNames()
    .filter(isSearched)
    .flatMap((file) => {
      const parsed = program.getSourceFile(file)!;
      return lookupsIn(parsed)
        .filter((lookup) => isOpen(lookup, checker))
        .map((lookup) => {
          const before = parsed.text.slice(0, lookup.argumentExpression.end);
          return `${file.slice(root.length)}:${before.split("\n").length} ${parsed.text.slice(lookup.pos, lookup.end).trim()}`;
        });
    });
}

function open(config: string): Project {
  return api.updateSnapshot({ openProject: config }).getProject(config)!;
}

function lookupsIn(node: Node): ElementAccessExpression[] {
  const found: ElementAccessExpression[] = isElementAccessExpression(node) ? [node] : [];
  node.forEachChild((child) => {
    found.push(...lookupsIn(child));
  });
  return found;
}

/** Whether the name can be any string: a literal, a number or a union of literals cannot, except where the record takes any name. */
function isOpen({ argumentExpression: name, expression: record }: ElementAccessExpression, checker: Checker): boolean {
  if (name.kind === SyntaxKind.StringLiteral || name.kind === SyntaxKind.NumericLiteral) return false;
  const nameType = checker.getTypeAtLocation(name)!;
  if (nameType.flags & TypeFlags.NumberLike) return false;
  const recordType = checker.getNonNullableType(checker.getTypeAtLocation(record)!)!;
  const takesAnyName = checker
    .getIndexInfosOfType(recordType)
    .some(({ keyType }) => (keyType.flags & TypeFlags.StringLike) !== 0);
  return takesAnyName || (nameType.flags & (TypeFlags.String | TypeFlags.TemplateLiteral)) !== 0;
}

test.each(packages)("the source of %s looks up no unchecked name in a plain object", (name) => {
  const source = `${root}packages/${name}/src/`;
  const project = open(`${root}packages/${name}/tsconfig.build.json`);
  // The generated validators look at the keys that a loop over the own members gave.
  const found = findOpenLookups(
    project,
    (file) => file.startsWith(source) && file.endsWith(".ts") && file !== allowed && !file.includes("/generated/"),
  );
  expect(found, "use getOwn(record, name) of engine/data/get-own.ts, or a Map").toEqual([]);
});

test.each([
  ["a record", "const t: Record<string, number> = {}; export const f = (name: string) => t[name];", 1],
  ["an object that is cast", "const t = {}; export const f = (n: string) => (t as Record<string, unknown>)[n];", 1],
  ["a record by a template", "const t: Record<string, number> = {}; export const f = (n: string) => t[`a ${n}`];", 1],
  [
    "a record by a name that the contract lists",
    'const t: Record<string, number> = {}; export const f = (n: "a" | "b") => t[n];',
    1,
  ],
  ["an optional record", "export const f = (n: string, t?: Record<string, number>) => t?.[n];", 1],
  ["a record that is written", "export const f = (n: string, t: Record<string, number>) => { t[n] = 1; };", 1],
  ["a list", "export const f = (at: number, list: string[]) => list[at];", 0],
  ["an object of known names", 'const t = { a: 1, b: 2 }; export const f = (n: "a" | "b") => t[n];', 0],
  ["a record by a written name", 'export const f = (t: Record<string, number>) => t["a"];', 0],
] as const)("the law counts the lookup of %s", (_, text, count) => {
  const folder = mkdtempSync(join(tmpdir(), "lookups-"));
  try {
    const config = { compilerOptions: { strict: true, noEmit: true, types: [] }, include: ["*.ts"] };
    writeFileSync(join(folder, "tsconfig.json"), JSON.stringify(config));
    writeFileSync(join(folder, "case.ts"), text);
    const found = findOpenLookups(open(join(folder, "tsconfig.json")), (file) => file.endsWith("/case.ts"));
    expect(found).toHaveLength(count);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
