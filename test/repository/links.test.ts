// The relative links of the Markdown files. npm resolves those of a package's README through `repository.directory`.
import { existsSync, globSync, readFileSync, statSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { expect, test } from "vitest";

const root = resolve(import.meta.dirname, "../..");
const files = globSync(["*.md", "openapi/*.md", "packages/*/*.md", "bench/*/*.md"], { cwd: root }).toSorted();

/** The text without code, in which brackets are not links. */
function withoutCode(markdown: string): string {
  return markdown.replaceAll(/^```.*?^```/gms, "").replaceAll(/`[^`\n]*`/g, "code");
}

function linksOf(markdown: string): string[] {
  const text = withoutCode(markdown);
  const inline = [...text.matchAll(/\]\(<?([^)>\s]+)>?(?:\s+"[^"]*")?\)/g)];
  const references = [...text.matchAll(/^\[[^\]]+\]:\s*(\S+)/gm)];
  const html = [...text.matchAll(/\b(?:href|src)="([^"]+)"/g)];
  return [...inline, ...references, ...html].map(([, target]) => target!);
}

/** The anchors of the headings, as GitHub and npm derive them. */
function anchorsOf(markdown: string): Set<string> {
  const anchors = new Set<string>();
  for (const [, heading] of markdown.replaceAll(/^```.*?^```/gms, "").matchAll(/^#{1,6} +(.+?) *#*$/gm)) {
    const text = heading!.replaceAll(/\[([^\]]*)\]\([^)]*\)/g, "$1");
    const anchor = text
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{M}\p{N}\p{Pc} -]/gu, "")
      .replaceAll(" ", "-");
    let unique = anchor;
    for (let copy = 1; anchors.has(unique); copy++) unique = `${anchor}-${copy}`;
    anchors.add(unique);
  }
  return anchors;
}

const isExternal = (link: string): boolean => /^[a-z][a-z\d+.-]*:/i.test(link);

/** What is wrong with a link of a file; undefined if its target exists within the repository. */
function findFault(file: string, link: string): string | undefined {
  const [path = "", anchor] = decodeURI(link).split("#", 2);
  const target = path === "" ? join(root, file) : resolve(root, dirname(file), path);
  if (relative(root, target).startsWith("..")) return `${file}: ${link} leaves the repository`;
  if (!existsSync(target)) return `${file}: ${link} does not exist`;
  if (anchor === undefined) return undefined;
  const page = statSync(target).isDirectory() ? join(target, "README.md") : target;
  if (!existsSync(page) || !page.endsWith(".md")) return `${file}: ${link} has an anchor, but is not a Markdown file`;
  return anchorsOf(readFileSync(page, "utf8")).has(anchor) ? undefined : `${file}: ${link} has no such heading`;
}

test("every relative link and anchor in a README, ARCHITECTURE.md or CONTRIBUTING.md resolves", () => {
  expect(files).toEqual(expect.arrayContaining(["ARCHITECTURE.md", "CONTRIBUTING.md", "README.md"]));
  const links = files.flatMap((file) =>
    linksOf(readFileSync(join(root, file), "utf8"))
      .filter((link) => !isExternal(link))
      .map((link) => ({ file, link })),
  );
  expect(links.length).toBeGreaterThan(15);
  expect(links.flatMap(({ file, link }) => findFault(file, link) ?? [])).toEqual([]);
});

test("a link to a missing file, a missing heading or a place outside of the repository is reported", () => {
  expect(linksOf("[`a`](a.md) ![b](b.png) `[no](no.md)`\n```\n[no](no.md)\n```\n[c]: c.md\n")).toEqual([
    "a.md",
    "b.png",
    "c.md",
  ]);
  expect([...anchorsOf("# Two words, `code`\n## Same\n## Same\n")]).toEqual(["two-words-code", "same", "same-1"]);
  expect(findFault("README.md", "LICENSE")).toBeUndefined();
  expect(findFault("README.md", "absent.md")).toMatch(/does not exist/);
  expect(findFault("README.md", "CONTRIBUTING.md#absent")).toMatch(/no such heading/);
  expect(findFault("packages/client/README.md", "../../../LICENSE")).toMatch(/leaves the repository/);
});
