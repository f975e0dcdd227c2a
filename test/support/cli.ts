import { spawn, type ChildProcess } from "node:child_process";

const file = new URL("../../packages/mock-server/src/cli.ts", import.meta.url).pathname;

/** The command as it runs, and what it said so far. */
export interface Command {
  readonly child: ChildProcess;
  readonly said: () => string;
  readonly told: () => string;
  /** Its exit code. */
  readonly ended: Promise<number | null>;
}

/** Starts the command from its sources. `said` is what came on stdout, `told` on stderr. */
export function startCli(...args: readonly string[]): Command {
  const child = spawn(process.execPath, ["--conditions=@patchbay/source", "--no-warnings", file, ...args]);
  let [said, told] = ["", ""];
  child.stdout.on("data", (chunk: Buffer) => (said += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (told += chunk.toString()));
  const ended = new Promise<number | null>((resolve) => child.once("close", resolve));
  return { child, said: () => said, told: () => told, ended };
}
