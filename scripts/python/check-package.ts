// Builds the wheel and the source distribution of packages/client-python, checks what they contain, and calls the mock server with the
// wheel in clean environments of the oldest and the newest Python.
import { spawn, spawnSync } from "node:child_process";
import { globSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { environment, packageFolder, preparePython, programOf, root, run, uv } from "./environment.ts";
import { findInterpreters, type Interpreter } from "./interpreters.ts";

const folder = mkdtempSync(join(tmpdir(), "patchbay-wheel-"));

function ensure(isGood: boolean, problem: string): void {
  if (!isGood) throw new Error(problem);
}

/** Builds both distributions; uv builds the wheel from the source distribution. */
function build(): { wheel: string; source: string } {
  const options = ["--quiet", "--no-build-isolation", "--python", programOf(environment, "python")];
  ensure(run(uv, ["build", ...options, "--out-dir", folder, packageFolder]), "uv cannot build packages/client-python.");
  const [wheel] = globSync("*.whl", { cwd: folder });
  const [source] = globSync("*.tar.gz", { cwd: folder });
  if (wheel === undefined || source === undefined) throw new Error(`uv build wrote no distributions to ${folder}.`);
  return { wheel: join(folder, wheel), source: join(folder, source) };
}

/** The files of an archive. */
function namesIn(archive: string, program: string): string[] {
  const { stdout } = spawnSync(programOf(environment, "python"), ["-c", program, archive], { encoding: "utf8" });
  return stdout.split(/\r?\n/).filter((name) => name !== "" && !name.endsWith("/"));
}

const toList = (names: readonly string[]): string => names.slice(0, 10).join(", ");

/** Compares the files of an archive with those it must have, apart from those that hatchling writes. */
function checkNames(archive: string, names: readonly string[], expected: readonly string[], own: RegExp): void {
  const missing = expected.filter((name) => !names.includes(name));
  const extra = names.filter((name) => !expected.includes(name) && !own.test(name));
  ensure(missing.length === 0, `${archive} lacks ${toList(missing)}.`);
  ensure(extra.length === 0, `${archive} has ${toList(extra)}, which must not be published.`);
}

function checkContents({ wheel, source }: { wheel: string; source: string }): void {
  const sources = globSync("patchbay_client/**/*.{py,pyi,typed}", { cwd: join(packageFolder, "src") }).map((path) =>
    path.replaceAll("\\", "/"),
  );
  ensure(sources.includes("patchbay_client/py.typed"), "packages/client-python/src has no py.typed.");
  const zipped = namesIn(wheel, "import sys, zipfile; print(*zipfile.ZipFile(sys.argv[1]).namelist(), sep='\\n')");
  const info = /^patchbay_client-[^/]+\.dist-info\/(?:METADATA|WHEEL|RECORD|entry_points\.txt|licenses\/LICENSE)$/;
  checkNames("The wheel", zipped, sources, info);
  ensure(zipped.filter((name) => info.test(name)).length >= 4, "The wheel lacks its metadata or its license.");
  const packed = namesIn(source, "import sys, tarfile; print(*tarfile.open(sys.argv[1]).getnames(), sep='\\n')");
  const inner = packed.map((name) => name.replace(/^[^/]*\//, ""));
  const documents = ["README.md", "LICENSE", "pyproject.toml"].concat(sources.map((path) => `src/${path}`));
  checkNames("The source distribution", inner, documents, /^(?:PKG-INFO|CHANGELOG\.md|\.gitignore)$/);
  console.log(`The wheel has ${zipped.length} files, the source distribution ${inner.length}.`);
}

/** Installs the wheel with the pinned dependencies: from uv's cache, or with the network if the cache lacks one. */
function install(wheel: string, { path, version }: Interpreter): string {
  const place = join(folder, version);
  ensure(
    run(uv, ["venv", "--quiet", "--python", path, place]),
    `uv cannot create an environment of Python ${version}.`,
  );
  const python = programOf(place, "python");
  const pins = join(packageFolder, "requirements/dev.txt");
  const args = ["pip", "install", "--quiet", "--python", python, "--constraint", pins, wheel];
  const isCached = spawnSync(uv, [...args, "--offline"], { stdio: "ignore" }).status === 0;
  ensure(isCached || run(uv, args), `The wheel cannot be installed with Python ${version}.`);
  return python;
}

/** Starts the built mock server. Gives its base URL. */
async function startServer(): Promise<{ url: string; stop: () => void }> {
  const command = ["packages/mock-server/dist/cli.js", "--port", "0"];
  const server = spawn(process.execPath, command, { cwd: root, stdio: ["ignore", "pipe", "inherit"] });
  const url = await new Promise<string>((resolve, reject) => {
    server.stdout.once("data", (data: Buffer) => resolve(data.toString().trim()));
    server.once("exit", (code) => reject(new Error(`patchbay-mock ended with code ${code}.`)));
  });
  return { url, stop: () => void server.kill() };
}

const reason = preparePython();
if (reason !== undefined) throw new Error(`${reason}. Install it to check the distributions.`);

try {
  const built = build();
  checkContents(built);
  const found = findInterpreters();
  const { url, stop } = await startServer();
  try {
    for (const interpreter of new Set([found.at(-1)!, found[0]])) {
      const python = install(built.wheel, interpreter);
      const program = join(import.meta.dirname, "installed.py");
      ensure(
        run(python, ["-I", "-W", "error", program, url], folder),
        `${program} failed on Python ${interpreter.version}.`,
      );
    }
  } finally {
    stop();
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
