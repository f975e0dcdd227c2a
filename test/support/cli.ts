import { spawn, type ChildProcess } from "node:child_process";

const file = new URL("../../packages/mock-server/src/cli.ts", import.meta.url).pathname;

/** A running command and its output. */
export interface Command {
  readonly child: ChildProcess;
  readonly stdout: () => string;
  readonly stderr: () => string;
  /** Its exit code. */
  readonly ended: Promise<number | null>;
}

/** Starts the command from its sources. `stdout` and `stderr` return the output so far. */
export function startCli(...args: readonly string[]): Command {
  const child = spawn(process.execPath, ["--conditions=@patchbay/source", "--no-warnings", file, ...args]);
  let [output, errors] = ["", ""];
  child.stdout.on("data", (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (errors += chunk.toString()));
  const ended = new Promise<number | null>((resolve) => child.once("close", resolve));
  return { child, stdout: () => output, stderr: () => errors, ended };
}
