// What one run of each peer loads of its bundle: chunks that are imported when they are used count only if they were.
import { build } from "esbuild";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

/** Runs a bundle, and prints the files that it loads. Usage: node -e PROGRAM BUNDLE BASE_URL */
const program = `
  import { registerHooks } from "node:module";
  const [bundle, baseURL] = process.argv.slice(1);
  globalThis.AI_SDK_LOG_WARNINGS = false;
  const files = new Set();
  registerHooks({
    load(url, context, next) {
      if (url.startsWith("file:")) files.add(new URL(url).pathname);
      return next(url, context);
    },
  });
  const { run } = await import(bundle);
  if ((await run(baseURL)) !== "done") throw new Error("The bundle did not come to its end.");
  console.log(JSON.stringify([...files]));
  process.exit();`;

/** KB gzipped of the files that a run loads, and of all files. */
export async function sizeOf(peer, baseURL) {
  const outdir = mkdtempSync(join(tmpdir(), "bench-size-"));
  try {
    const { metafile } = await build({
      entryPoints: [`${import.meta.dirname}/peers/${peer}.mjs`],
      bundle: true,
      minify: true,
      splitting: true,
      format: "esm",
      platform: "node",
      target: "es2024",
      outdir,
      outExtension: { ".js": ".mjs" },
      // Packages of CommonJS call it.
      banner: { js: `import{createRequire as __make}from"node:module";const require=__make(import.meta.url);` },
      logLevel: "silent",
      metafile: true,
    });
    const args = ["--no-warnings", "--input-type=module", "-e", program, join(outdir, `${peer}.mjs`), baseURL];
    const output = execFileSync(process.execPath, args, { encoding: "utf8" });
    const loaded = JSON.parse(output.trim().split("\n").at(-1));
    const all = Object.keys(metafile.outputs).map((file) => join(process.cwd(), file));
    return { loaded: gzipped(loaded.filter((file) => file.startsWith(outdir))), all: gzipped(all) };
  } finally {
    rmSync(outdir, { recursive: true });
  }
}

const gzipped = (files) =>
  files.reduce((sum, file) => sum + gzipSync(readFileSync(file), { level: 9 }).length, 0) / 1024;
