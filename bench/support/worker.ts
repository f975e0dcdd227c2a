// Processes that measure one client each.
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
