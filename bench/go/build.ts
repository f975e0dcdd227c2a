// CPU of the builds of the compared modules, and the size of a program that sends one request.
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, renameSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findGo, readGo, requireGo, root } from "../../scripts/go/toolchain.ts";
import { type Report, ratio } from "../support/report.mjs";
import { isQuick } from "../support/rounds.mjs";

/** The module of the benchmark. */
export const folder: string = import.meta.dirname;
export const cache: string = join(root, "node_modules/.cache/bench-go");
/** The program that measures a client; see main.go. */
export const program: string = join(cache, "worker");

/** Runs Go in the module of the benchmark. Throws if it fails. */
export function run(args: readonly string[], env: Readonly<Record<string, string>> = {}): string {
  const { isGood, output } = readGo(args, { cwd: folder, env });
  if (!isGood) throw new Error(`go ${args.join(" ")} failed.`);
  return output;
}

/** A build cache with the packages of the standard library that the clients need. It is made once for each version of Go. */
function prepareBuildCache(): string {
  const path = join(cache, `standard-library-${findGo().version}`);
  if (existsSync(path)) return path;
  const packages = run(["list", "-deps", "-f", "{{if .Standard}}{{.ImportPath}}{{end}}", "./hello/..."]).split(/\s+/);
  const unfinished = mkdtempSync(`${path}-`);
  run(["build", ...packages.filter((name) => name !== "" && name !== "unsafe")], { GOCACHE: unfinished });
  renameSync(unfinished, path);
  return path;
}

/** CPU seconds of a build, with all processes that it starts. */
function measureBuild(standardLibrary: string, name: string, module: string): number {
  const temporary = mkdtempSync(join(tmpdir(), "bench-go-"));
  cpSync(standardLibrary, temporary, { recursive: true });
  const { stdout, status } = spawnSync(program, ["time", requireGo(), "build", module], {
    cwd: folder,
    env: { ...process.env, GOCACHE: temporary, GOTOOLCHAIN: "local", GOFLAGS: "-buildvcs=false" },
    encoding: "utf8",
    stdio: ["ignore", "pipe", "inherit"],
  });
  rmSync(temporary, { recursive: true });
  if (status !== 0) throw new Error(`The build of ${name} failed.`);
  return Number(stdout);
}

function sizesOf(hello: string): string[] {
  return ["-s -w", ""].map((flags) => {
    const output = join(cache, "hello");
    run(["build", "-trimpath", `-ldflags=${flags}`, "-o", output, hello]);
    return (statSync(output).size / 1e6).toFixed(1);
  });
}

/** Adds the builds to the report. A quick run does not build openai-go, which takes more than a minute. */
export function compareBuilds(report: Report): void {
  const standardLibrary = prepareBuildCache();
  const ours = measureBuild(standardLibrary, "ours", "github.com/patchbay/patchbay/packages/client-go");
  const peer = isQuick ? Number.NaN : measureBuild(standardLibrary, "openai-go", "github.com/openai/openai-go/v3");
  const row = (name: string, seconds: number): string[] => [
    name,
    ratio(seconds, peer),
    Number.isNaN(seconds) ? "–" : seconds.toFixed(1),
    ...sizesOf(`./hello/${name.replace("openai-go", "openai")}`),
  ];
  report.table(
    "Build without the standard library, and a program that sends one request",
    ["", "CPU ÷ openai-go", "CPU, s", "stripped, MB", "program, MB"],
    [row("floor", Number.NaN), row("openai-go", peer), row("ours", ours)],
  );
  report.goal({ name: "Build of the module, CPU", measured: ours, atMost: 20, unit: " s" });
  const { Require } = JSON.parse(run(["mod", "edit", "-json", join(root, "packages/client-go/go.mod")])) as {
    Require: readonly object[] | null;
  };
  report.goal({ name: "Requirements of the module", measured: Require?.length ?? 0, atMost: 0 });
}
