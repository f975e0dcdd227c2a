// Checks the Go code of the repository: format, `go vet`, the golden files of the emitter and staticcheck. With --fix it formats the files.
import { spawnSync } from "node:child_process";
import { dirname, join } from "node:path";
import { checkGolden } from "./golden.ts";
import { findFiles, findModules, go, requireGo, root, runTool } from "./toolchain.ts";

const isFix = process.argv.includes("--fix");

/** Formats the files, or prints what differs from the format. */
function format(): boolean {
  const gofmt = join(dirname(requireGo()), process.platform === "win32" ? "gofmt.exe" : "gofmt");
  const { status, stdout, stderr } = spawnSync(gofmt, [isFix ? "-w" : "-d", ...findFiles()], {
    cwd: root,
    encoding: "utf8",
    maxBuffer: 1e9,
  });
  process.stdout.write(stdout);
  process.stderr.write(stderr);
  if (stdout !== "") console.error("Some files are not formatted. Run npm run go:fix.");
  return status === 0 && stdout === "";
}

function check(folder: string): boolean {
  const cwd = join(root, folder);
  const isVetted = go(["vet", "./..."], { cwd });
  const isClean = runTool("staticcheck", ["./..."], { cwd });
  if (!isVetted || !isClean) console.error(`The module ${folder} has the problems above.`);
  return isVetted && isClean;
}

// Each check runs, also after one that failed.
const results = [format(), ...(isFix ? [] : [checkGolden(), ...findModules().map(check)])];
process.exitCode = results.every(Boolean) ? 0 : 1;
