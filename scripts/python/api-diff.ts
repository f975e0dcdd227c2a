// Compares the public interface of packages/client-python with that of its last release, and fails when a caller's code could break.
import { spawnSync } from "node:child_process";
import { environment, preparePython, programOf, root, run } from "./environment.ts";

const name = "@patchbay/client-python";
const { stdout } = spawnSync("git", ["tag", "--list", `${name}@*`, "--sort=-v:refname"], {
  cwd: root,
  encoding: "utf8",
});
const tag = stdout.split("\n").find((line) => line !== "");

const reason = preparePython();
if (reason !== undefined) throw new Error(`${reason}. Install it to compare the interfaces.`);
if (tag === undefined) console.log(`There is no tag ${name}@* yet, therefore no release to compare with.`);
else {
  const options = ["--search", "packages/client-python/src", "--against", tag, "--format", "verbose"];
  const isCompatible = run(programOf(environment, "griffe"), ["check", "patchbay_client", ...options]);
  if (isCompatible) console.log(`The public interface is compatible with ${tag}.`);
  process.exitCode = isCompatible ? 0 : 1;
}
