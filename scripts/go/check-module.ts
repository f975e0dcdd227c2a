// Checks that the module packages/client-go has no dependencies, and that a program outside of the repository can use it: a copy
// of the module's files, built from an empty module cache without a proxy, calls the mock server.
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { copyFileSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { findModules, go, oldestMinor, packageFolder, readGo, root } from "./toolchain.ts";

interface Module {
  readonly Module: { readonly Path: string };
  readonly Require: readonly { readonly Path: string }[] | null;
  readonly Replace: readonly object[] | null;
}

function ensure(isGood: boolean, problem: string): void {
  if (!isGood) throw new Error(problem);
}

/** Checks what the go.mod files require. Gives the path of the module. */
function checkRequirements(): string {
  const { Module, Require, Replace } = JSON.parse(readGo(["mod", "edit", "-json"]).output) as Module;
  ensure(!Require, `packages/client-go/go.mod requires ${Require?.map(({ Path }) => Path).join(", ")}. Remove it.`);
  ensure(!Replace, "packages/client-go/go.mod replaces modules, which has no effect on its users. Remove it.");
  for (const folder of findModules())
    ensure(
      go(["mod", "tidy", "-diff"], { cwd: join(root, folder) }),
      `${folder}/go.mod or go.sum differs from what the code imports. Run go mod tidy there.`,
    );
  return Module.Path;
}

/** Copies the files of the module that are part of a commit, or would be. */
function copyModule(to: string): void {
  const list = ["ls-files", "--cached", "--others", "--exclude-standard", "-z"];
  const { stdout } = spawnSync("git", list, { cwd: packageFolder, encoding: "utf8" });
  const files = stdout.split("\0").filter((file) => file !== "");
  ensure(files.includes("go.mod"), "git lists no files of packages/client-go.");
  for (const file of files) {
    mkdirSync(dirname(join(to, file)), { recursive: true });
    copyFileSync(join(packageFolder, file), join(to, file));
  }
}

/** Builds the program of scripts/go/consumer in a module of its own. Gives its path. */
function build(folder: string, path: string): string {
  copyModule(join(folder, "module"));
  const cwd = join(folder, "consumer");
  mkdirSync(cwd, { recursive: true });
  copyFileSync(join(import.meta.dirname, "consumer/main.go"), join(cwd, "main.go"));
  const cache = join(folder, "cache");
  const env = { GOMODCACHE: cache, GOPROXY: "off", GOWORK: "off", GOFLAGS: "-mod=mod -buildvcs=false" };
  const require = `require ${path} v0.0.0\n\nreplace ${path} => ../module\n`;
  writeFileSync(join(cwd, "go.mod"), `module example.com/consumer\n\ngo 1.${oldestMinor}\n\n${require}`);
  const program = join(folder, "consumer.exe");
  ensure(go(["build", "-o", program, "."], { cwd, env }), "A module outside of the repository cannot be built.");
  return program;
}

/** Starts the built mock server. Gives its base URL. */
async function startServer(): Promise<{ url: string; stop: () => void }> {
  const command = ["packages/mock-server/dist/cli.js", "--port", "0", "--default-reply", "echo"];
  const server = spawn(process.execPath, command, { cwd: root, stdio: ["ignore", "pipe", "inherit"] });
  const url = await new Promise<string>((resolve, reject) => {
    server.stdout.once("data", (data: Buffer) => resolve(data.toString().trim()));
    server.once("exit", (code) => reject(new Error(`patchbay-mock ended with code ${code}.`)));
  });
  return { url, stop: () => void server.kill() };
}

// The path is the same in every run, so that Go finds what it has compiled before.
const folder = join(tmpdir(), `patchbay-go-${createHash("sha256").update(root).digest("hex").slice(0, 12)}`);
try {
  rmSync(folder, { recursive: true, force: true });
  const program = build(folder, checkRequirements());
  const { url, stop } = await startServer();
  try {
    ensure(
      spawnSync(program, [url], { stdio: "inherit" }).status === 0,
      "The program outside of the repository failed.",
    );
  } finally {
    stop();
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
