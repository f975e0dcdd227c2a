import { execFileSync } from "node:child_process";
import { fstatSync, readFileSync } from "node:fs";
import { basename } from "node:path";

/** How often the parent is checked, in milliseconds. */
const interval = 500;

/** Programs that start other programs and wait for them without forwarding signals. */
const shells: ReadonlySet<string> = new Set(["sh", "bash", "dash", "zsh", "ash", "busybox"]);

/** A process and its parent, as of the start. */
interface Link {
  readonly pid: number;
  readonly parent: number | undefined;
}

/**
 * Calls `onEnd` once after the parent process has ended. If the parent is a shell, such as the one that `npx` starts, the
 * end of the shell's parent counts too. With `stdin`, so does the end of the pipe on standard input.
 * Returns a function that stops watching.
 */
export function watchParent(onEnd: () => void, { stdin = false }: { readonly stdin?: boolean } = {}): () => void {
  const parent = process.ppid;
  const status = statusOf(parent) ?? askSystem(parent);
  const link: Link = { pid: parent, parent: status && shells.has(status.name) ? status.parent : undefined };
  const timer = setInterval(() => {
    if (hasEnded(link)) end();
  }, interval);
  timer.unref();
  function end(): void {
    stop();
    onEnd();
  }
  function stop(): void {
    clearInterval(timer);
    process.stdin.off("end", end).off("close", end);
  }
  // A pipe closes when the last process that can write to it ends.
  if (stdin && isPipe(0)) process.stdin.once("end", end).once("close", end).resume();
  return stop;
}

/** When a parent ends, the system assigns its children to another process. */
function hasEnded({ pid, parent }: Link): boolean {
  if (process.ppid !== pid || !isAlive(pid)) return true;
  if (parent === undefined) return false;
  const now = statusOf(pid)?.parent ?? parent;
  return now !== parent || !isAlive(parent);
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // The process is running and belongs to another user.
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

function isPipe(descriptor: number): boolean {
  try {
    const stats = fstatSync(descriptor);
    return stats.isFIFO() || stats.isSocket();
  } catch {
    return false;
  }
}

interface Status {
  readonly name: string;
  readonly parent: number;
}

/** Name and parent of a process; `undefined` without `/proc`, and for a process that has ended. */
function statusOf(pid: number): Status | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, "utf8");
    const end = text.lastIndexOf(")");
    return { name: text.slice(text.indexOf("(") + 1, end), parent: Number(text.slice(end + 2).split(" ")[1]) };
  } catch {
    return undefined;
  }
}

/** Name and parent of a process from `ps`, for macOS. */
function askSystem(pid: number): Status | undefined {
  try {
    const text = execFileSync("ps", ["-o", "ppid=,comm=", "-p", String(pid)], { encoding: "utf8", timeout: 2000 });
    const [, parent, name] = /^\s*(\d+)\s+(.+?)\s*$/.exec(text) ?? [];
    return name === undefined ? undefined : { name: basename(name).replace(/^-/, ""), parent: Number(parent) };
  } catch {
    return undefined;
  }
}

/** Whether `npx` started this command directly. */
export function isStartedByNpx(command: string): boolean {
  const { npm_lifecycle_event: event, npm_lifecycle_script: script = "" } = process.env;
  return event === "npx" && script.includes(command);
}
