// Processes that measure one client each, and take their turns in small blocks.
import { type ChildProcess, spawn } from "node:child_process";
import { createInterface } from "node:readline";

/** A process that reads commands from its standard input, and writes one line of JSON for each. */
export interface Worker {
  readonly process: ChildProcess;
  readonly send: <Reply>(command: string) => Promise<Reply>;
}

/** Starts a worker. `send` throws when the process has ended. */
export function startWorker(name: string, program: string, args: readonly string[]): Worker {
  const process = spawn(program, args, { stdio: ["pipe", "pipe", "inherit"] });
  const lines = createInterface({ input: process.stdout })[Symbol.asyncIterator]();
  const send = async <Reply>(command: string): Promise<Reply> => {
    process.stdin.write(`${command}\n`);
    const { value, done } = await lines.next();
    if (done) throw new Error(`${name} ended at the command "${command}".`);
    return JSON.parse(value) as Reply;
  };
  return { process, send };
}

/** Measures each in turn in small blocks, so that other load on the machine affects all equally. */
export async function alternate<Measured>(
  names: readonly string[],
  rounds: number,
  measure: (name: string) => Promise<Measured>,
): Promise<Record<string, Measured[]>> {
  const found: Record<string, Measured[]> = Object.fromEntries(names.map((name) => [name, []]));
  for (let round = 0; round < rounds; round++)
    for (const name of round % 2 ? names.toReversed() : names) found[name]!.push(await measure(name));
  return found;
}

/** The value of `--NAME=VALUE` on the command line. */
export const option = (name: string, fallback: string): string =>
  process.argv.find((argument) => argument.startsWith(`--${name}=`))?.slice(name.length + 3) ?? fallback;

/** Whether the run is a short one, whose numbers are rough: `--quick`. */
export const isQuick: boolean = process.argv.includes("--quick");
