// Bundles packages/gateway/page with its libraries into packages/gateway/src/dashboard/generated. The gateway serves the files from
// memory, so that the package works from any folder and without a network. The same sources give the same bytes.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { build } from "esbuild";

const root = resolve(import.meta.dirname, "..");
const gateway = join(root, "packages/gateway");
const page = join(gateway, "page");

/** The package's folder of a file in node_modules, and its name. */
function packageOf(file: string): { readonly name: string; readonly folder: string } | undefined {
  const [, folder, name] = /^(.*node_modules\/((?:@[^/]+\/)?[^/]+))\//.exec(file) ?? [];
  return folder === undefined || name === undefined ? undefined : { name, folder };
}

const result = await build({
  absWorkingDir: page,
  entryPoints: ["main.tsx"],
  bundle: true,
  outdir: page,
  write: false,
  metafile: true,
  minify: true,
  format: "esm",
  target: "es2024",
  platform: "browser",
  jsx: "automatic",
  jsxImportSource: "preact",
  define: { "process.env.NODE_ENV": '"production"' },
  legalComments: "none",
  logLevel: "warning",
});

/** The output with this extension. */
function outputOf(extension: string): string {
  const file = result.outputFiles.find(({ path }) => path.endsWith(extension));
  if (!file) throw new Error(`esbuild wrote no file that ends with ${extension}.`);
  return file.text.trim();
}

const bundled = new Map(
  Object.keys(result.metafile.inputs)
    .flatMap((file) => packageOf(resolve(page, file)) ?? [])
    .map(({ name, folder }) => [name, folder]),
);
const licenses = [...bundled]
  .toSorted(([a], [b]) => (a < b ? -1 : 1))
  .map(([name, folder]) => {
    const { version } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as { version: string };
    return `${name} ${version}\n\n${readFileSync(join(folder, "LICENSE"), "utf8").trim()}\n`;
  })
  .join(`\n${"-".repeat(80)}\n\n`);

const files = {
  html: readFileSync(join(page, "index.html"), "utf8"),
  icon: readFileSync(join(page, "icon.svg"), "utf8"),
  css: outputOf(".css"),
  js: outputOf(".js"),
  licenses,
};
const target = join(gateway, "src/dashboard/generated/files.ts");
mkdirSync(dirname(target), { recursive: true });
const names: Readonly<Record<keyof typeof files, string>> = {
  html: "The page.",
  icon: "Its icon, in SVG.",
  css: "Its style sheet.",
  js: "Its script, with the bundled libraries.",
  licenses: "Licenses of the bundled libraries.",
};
const constants = Object.entries(files).map(
  ([name, text]) =>
    `/** ${names[name as keyof typeof files]} */\nexport const ${name}: string = ${JSON.stringify(text)};\n`,
);
writeFileSync(
  target,
  `// Written by scripts/generate-dashboard.ts from packages/gateway/page. Do not edit.\n${constants.join("")}`,
);
