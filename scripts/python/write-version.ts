// Writes the version of packages/client-python/package.json, which changesets sets, into _version.py, from which hatchling takes it.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { packageFolder } from "./environment.ts";

const labels: Readonly<Record<string, string>> = { alpha: "a", beta: "b", rc: "rc" };

/** Turns a version of npm into the same version in Python's spelling: `1.0.0-beta.2` into `1.0.0b2`. */
export function toPythonVersion(version: string): string {
  const [, release, label, number] = /^(\d+\.\d+\.\d+)(?:-([a-z]+)\.(\d+))?$/.exec(version) ?? [];
  const short = label === undefined ? "" : labels[label];
  if (release === undefined || short === undefined)
    throw new Error(
      `Version ${version} of packages/client-python has no equivalent in Python. Use X.Y.Z, or X.Y.Z-alpha.N, -beta.N or -rc.N.`,
    );
  return `${release}${short}${number ?? ""}`;
}

if (process.argv[1] === import.meta.filename) {
  const { version } = JSON.parse(readFileSync(join(packageFolder, "package.json"), "utf8")) as { version: string };
  const file = join(packageFolder, "src/patchbay_client/_version.py");
  const text = readFileSync(file, "utf8");
  writeFileSync(file, text.replace(/^__version__ = .*$/m, `__version__ = "${toPythonVersion(version)}"`));
}
