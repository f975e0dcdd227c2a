// Bundles the files of packages/mock-server/page into src/generated/page.ts, since a server in a browser has no files to read.
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { rolldown } from "rolldown";

const root = resolve(import.meta.dirname, "../packages/mock-server");
const read = (name: string): string => readFileSync(join(root, "page", name), "utf8");

async function bundle(): Promise<string> {
  const build = await rolldown({ input: join(root, "page/main.ts"), platform: "browser" });
  const { output } = await build.generate({ format: "esm", minify: true });
  await build.close();
  return output[0].code.trim();
}

/** Without comments and needless white space. */
function squeeze(css: string): string {
  return css
    .replaceAll(/\/\*.*?\*\//gs, "")
    .replaceAll(/\s+/g, " ")
    .trim();
}

const hashOf = (text: string): string => `sha256-${createHash("sha256").update(text).digest("base64")}`;

const style = squeeze(["base", "requests", "panels", "narrow"].map((name) => read(`${name}.css`)).join("\n"));
const script = await bundle();
if (/<\/script|<!--/i.test(script)) throw new Error("The script of the page holds a text that would end it in HTML.");
const page = fill(fill(read("index.html").replaceAll(/\n\s*/g, "\n"), "style", style), "script", script);

/** Puts a text in the place of the comment in the element that ends with this tag. */
function fill(html: string, tag: string, text: string): string {
  const place = new RegExp(String.raw`\n/\* The generator .*? \*/\n(?=</${tag}>)`);
  if (!place.test(html)) throw new Error(`index.html has no place for the ${tag} of the page.`);
  return html.replace(place, () => text);
}

mkdirSync(join(root, "src/generated"), { recursive: true });
writeFileSync(
  join(root, "src/generated/page.ts"),
  `// Written by scripts/generate-page.ts from packages/mock-server/page. Do not edit.
/** Hashes of the script and of the style, for a content security policy. */
export const pageHashes: { readonly script: string; readonly style: string } = ${JSON.stringify({ script: hashOf(script), style: hashOf(style) })};

/** The page at \`/_patchbay/\`. */
export const page: string = ${JSON.stringify(page)};
`,
);
