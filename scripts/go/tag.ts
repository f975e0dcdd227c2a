// Creates the tag of the Go module next to the one that changesets creates: the Go command finds version X.Y.Z of a module in a
// folder by the tag FOLDER/vX.Y.Z. Usage: node scripts/go/tag.ts, after `npx changeset git-tag`.
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { packageFolder, root } from "./toolchain.ts";

/** The tag of a version. The path of a module has a suffix from version 2 on. */
export function toTag(version: string, goMod: string): string {
  const [, path = ""] = /^module (\S+)$/m.exec(goMod) ?? [];
  const [major = ""] = version.split(".");
  const suffix = Number(major) < 2 ? "" : `/v${major}`;
  const [ending = ""] = /\/v\d+$/.exec(path) ?? [];
  if (ending !== suffix)
    throw new Error(
      `Version ${version} needs a module path that ends with "${suffix}", got ${path}. Change go.mod and all imports.`,
    );
  return `packages/client-go/v${version}`;
}

if (process.argv[1] === import.meta.filename) {
  const { name, version } = JSON.parse(readFileSync(join(packageFolder, "package.json"), "utf8")) as {
    name: string;
    version: string;
  };
  const tag = toTag(version, readFileSync(join(packageFolder, "go.mod"), "utf8"));
  const run = (...args: string[]) => spawnSync("git", args, { cwd: root, encoding: "utf8" });
  const released = run("rev-parse", "--verify", "--quiet", `${name}@${version}^{commit}`).stdout.trim();
  if (released === "") throw new Error(`There is no tag ${name}@${version}. Run npx changeset git-tag first.`);
  const existing = run("rev-parse", "--verify", "--quiet", `${tag}^{commit}`).stdout.trim();
  if (existing !== "" && existing !== released)
    throw new Error(`The tag ${tag} is at ${existing}, not at ${released}.`);
  if (existing === "" && run("tag", tag, released).status !== 0) throw new Error(`git cannot create the tag ${tag}.`);
  console.log(existing === "" ? `Created the tag ${tag}.` : `The tag ${tag} exists.`);
}
