// Compares the public interface of packages/client-go with that of its last release, and fails when a caller's code could break.
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { packageFolder, readTool, root } from "./toolchain.ts";

const path = "github.com/patchbay/patchbay/packages/client-go";
const prefix = "packages/client-go/v";

function git(...args: string[]): string {
  const { status, stdout, stderr } = spawnSync("git", args, { cwd: root, encoding: "utf8" });
  if (status !== 0) throw new Error(`git ${args.join(" ")} failed: ${stderr}`);
  return stdout;
}

/** The changes since a revision that can break a caller. */
function changesSince(revision: string): string {
  const folder = mkdtempSync(join(tmpdir(), "patchbay-go-"));
  const old = join(folder, "old");
  git("worktree", "add", "--quiet", "--detach", old, revision);
  try {
    const file = join(folder, "old.export");
    readTool("apidiff", ["-m", "-w", file, path], { cwd: join(old, "packages/client-go") });
    return readTool("apidiff", ["-m", "-incompatible", file, path], { cwd: packageFolder }).trim();
  } finally {
    git("worktree", "remove", "--force", old);
    rmSync(folder, { recursive: true, force: true });
  }
}

// An argument is another revision to compare with.
const tags = git("tag", "--list", `${prefix}*`, "--sort=-v:refname").split("\n");
const revision = process.argv[2] ?? tags.find((tag) => tag !== "");
if (revision === undefined) console.log(`There is no tag ${prefix}* yet, therefore no release to compare with.`);
else {
  const changes = changesSince(revision);
  if (changes === "") console.log(`The public interface is compatible with ${revision}.`);
  else console.error(`These changes since ${revision} can break a caller:\n${changes}`);
  process.exitCode = changes === "" ? 0 : 1;
}
