// Replaces the modules of a package's command, in dist/cli, by one bundle and the parts that it loads when they are used: Node
// starts the mock server with 40 ms of CPU above its own in place of 140. The entry points of the library stay modules.
import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { isBuiltin } from "node:module";
import { join, relative, resolve } from "node:path";
import { rolldown, type OutputChunk, type Plugin } from "rolldown";

const packages = resolve(import.meta.dirname, "..", "packages");
const folder = resolve("dist/cli");

interface Manifest {
  readonly name: string;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
}

const manifest = JSON.parse(readFileSync("package.json", "utf8")) as Manifest;

/** Data and generated code of at least this many bytes stays outside: it would be in the installed package twice. */
const mostCopied = 60_000;

const keepLargeFiles: Plugin = {
  name: "keep-large-files",
  async resolveId(source, importer) {
    if (importer === undefined) return undefined;
    const found = await this.resolve(source, importer, { skipSelf: true });
    if (!found || found.external || !isGenerated(found.id) || statSync(found.id).size < mostCopied) return found;
    return { id: addressOf(found.id), external: true };
  },
};

const http = "node:http";

/**
 * Loads `node:http` as CommonJS does. An ES module that imports it reads all its exports, and `WebSocket` and two others load all
 * of undici, which the server does not use. CPU until the first answer: 161 to 130 ms (bare `node:http`: 61).
 */
const requireHttp: Plugin = {
  name: "require-http",
  resolveId: (id) => (id === http ? `\0${http}` : undefined),
  load: (id) =>
    id === `\0${http}`
      ? `import { createRequire } from "node:module"; export const { createServer } = createRequire(import.meta.url)("${http}");`
      : undefined,
};

function isGenerated(file: string): boolean {
  return file.endsWith(".json") || toPosix(file).includes("/generated/");
}

/** How the bundle imports a file: one of its own package by the path, and one of another package by the name. */
function addressOf(file: string): string {
  const path = toPosix(relative(resolve("dist"), file));
  if (!path.startsWith("../")) return `../${path}`;
  const [, name, inside] = /^([^/]+)\/dist\/(.+)$/.exec(toPosix(relative(packages, file))) ?? [];
  if (name === undefined || inside === undefined) throw new Error(`${file} is in the dist of no package.`);
  return `@patchbay/${name}/${inside.replace(/\.js$/, "")}`;
}

function toPosix(path: string): string {
  return path.replaceAll("\\", "/");
}

function isPackage(id: string): boolean {
  return /^(?!@patchbay\/|[#./]|[A-Z]:)/i.test(id);
}

/** The bundle imports packages from this package, also those that only the code of another one of the repository imports. */
function checkDependency(id: string): true {
  const name = /^(?:@[^/]+\/)?[^/]+/.exec(id)![0];
  if (isBuiltin(id) || Object.hasOwn({ ...manifest.dependencies, ...manifest.peerDependencies }, name)) return true;
  throw new Error(`The bundle of ${manifest.name} imports ${id}. Add ${name} to the dependencies of ${manifest.name}.`);
}

/** Bundles an entry point to files of this folder. Every call makes its own copy of what it shares with another. */
async function bundle(name: string, file: string): Promise<readonly OutputChunk[]> {
  const build = await rolldown({
    input: { [name]: file },
    platform: "node",
    // Packages from npm stay outside, too.
    external: (id) => !id.endsWith(http) && isPackage(id) && checkDependency(id),
    plugins: [keepLargeFiles, requireHttp],
  });
  const { output } = await build.generate({
    format: "esm",
    // The names of functions stay in the stacks of errors.
    minify: { compress: true, mangle: false, codegen: { removeWhitespace: true } },
    chunkFileNames: "[name].js",
    codeSplitting: { groups: [{ name: `${name}-bundle`, tags: ["$initial"] }] },
  });
  await build.close();
  return output.filter((part) => part.type === "chunk");
}

const chunks = [
  ...(await bundle("main", join(folder, "main.js"))),
  // The thread that reads PDFs loads nothing else of the server.
  ...(await bundle("pdf-worker", join(packages, "service/dist/pdf/pdf-worker.js"))),
];
rmSync(folder, { recursive: true });
mkdirSync(folder);
for (const { fileName, code } of chunks) writeFileSync(join(folder, fileName), code);
