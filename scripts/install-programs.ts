// Installs programs that some tests start, where Debian's package manager is available.
import { spawnSync } from "node:child_process";
import { globSync } from "node:fs";

interface Program {
  readonly name: string;
  /** Its package in Debian. */
  readonly debian: string;
  /** Where it can be. */
  readonly places: readonly string[];
  /** The tests that need it. */
  readonly tests: string;
}

const programs: readonly Program[] = [
  {
    name: "Chromium",
    debian: "chromium",
    places: ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"],
    tests: "of the pages",
  },
  {
    name: "PostgreSQL",
    debian: "postgresql",
    places: ["/usr/lib/postgresql/*/bin/postgres", "/usr/{bin,local/bin,local/pgsql/bin}/postgres"],
    tests: "with PostgreSQL",
  },
];

const isThere = ({ places }: Program): boolean => globSync(places).length > 0;

function run(command: string, args: readonly string[]): boolean {
  return spawnSync(command, args, { stdio: "inherit" }).status === 0;
}

/** Installs what is missing. Returns the programs that are missing still. */
export function installPrograms(): readonly Program[] {
  const missing = programs.filter((program) => !isThere(program));
  const canInstall = process.getuid?.() === 0 && spawnSync("apt-get", ["--version"]).status === 0;
  if (missing.length === 0 || !canInstall) return missing;
  run("apt-get", ["update", "-qq"]);
  for (const { debian } of missing) run("apt-get", ["install", "-y", "-qq", "--no-install-recommends", debian]);
  return missing.filter((program) => !isThere(program));
}
