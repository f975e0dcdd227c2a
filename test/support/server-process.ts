import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { createServer } from "node:net";

/** How to start a server, and the line of its output that says it is ready. */
export interface ServerCommand {
  readonly command: string;
  readonly args: readonly string[];
  readonly env?: NodeJS.ProcessEnv;
  /** User and group that the process runs as. Default: those of the tests. */
  readonly user?: { readonly uid: number; readonly gid: number } | undefined;
  /** Matched against everything that the process has written to both of its streams. */
  readonly ready: RegExp;
  /** Sent when the process of the tests dies. Default: `KILL`. */
  readonly onOrphan?: "KILL" | "QUIT" | "TERM";
  /** Milliseconds to become ready. Default: 60,000. */
  readonly timeout?: number;
}

/** A running server process. */
export interface ServerProcess {
  readonly pid: number;
  /** The match of `ready`. */
  readonly match: RegExpExecArray;
  /** The output so far. */
  readonly output: () => string;
  /** Its exit code, `null` after a signal. */
  readonly ended: Promise<number | null>;
  /** Stops the process and its descendants with SIGSTOP: connections are accepted by the kernel, and nothing answers. */
  readonly pause: () => void;
  readonly resume: () => void;
  /** Ends the process and its descendants with SIGKILL. */
  readonly kill: () => Promise<void>;
  /** Asks the process to end, by default with SIGTERM, and waits for it. Kills it after 20 s. */
  readonly stop: (signal?: NodeJS.Signals) => Promise<void>;
}

const running = new Set<ChildProcess>();
process.once("exit", () => {
  for (const child of running) child.kill("SIGKILL");
});

/**
 * Ends a process when the process of the tests dies, however it dies: a shell reads from a pipe that the operating system then closes.
 * Returns a function that ends the watch.
 */
function watchOver(pid: number, signal: string): () => void {
  if (process.platform === "win32") return () => {};
  const script = `read -r line; test -n "$line" || kill -${signal} ${pid}`;
  const watcher = spawn("/bin/sh", ["-c", script], { stdio: ["pipe", "ignore", "ignore"] });
  watcher.unref();
  watcher.stdin.on("error", () => {});
  return () => watcher.stdin.end("ended\n");
}

/** Starts a server and waits until it is ready. Throws with its output if it ends or is not ready in time. */
export async function startServerProcess(options: ServerCommand): Promise<ServerProcess> {
  const { command, args, onOrphan = "KILL", timeout = 60_000 } = options;
  const child = spawn(command, args, {
    env: options.env ?? process.env,
    stdio: ["ignore", "pipe", "pipe"],
    ...options.user,
  });
  running.add(child);
  const unwatch = child.pid === undefined ? () => {} : watchOver(child.pid, onOrphan);
  let output = "";
  const ended = new Promise<number | null>((resolve) => {
    child.once("exit", (code) => {
      running.delete(child);
      unwatch();
      resolve(code);
    });
  });
  const match = await new Promise<RegExpExecArray>((resolve, reject) => {
    const fail = (reason: string): void => reject(new Error(`${command} ${reason}. Its output:\n${output}`));
    const timer = setTimeout(() => {
      child.kill("SIGKILL");
      fail(`is not ready after ${timeout} ms`);
    }, timeout);
    const read = (chunk: Buffer): void => {
      output += chunk.toString();
      const found = options.ready.exec(output);
      if (!found) return;
      clearTimeout(timer);
      resolve(found);
    };
    child.stdout.on("data", read);
    child.stderr.on("data", read);
    child.once("error", (error) => fail(`cannot be started: ${error.message}`));
    void ended.then((code) => fail(`ended with ${code} before it was ready`)).finally(() => clearTimeout(timer));
  });
  return { match, output: () => output, ended, ...controlsOf(child, ended) };
}

type Controls = Pick<ServerProcess, "pid" | "pause" | "resume" | "kill" | "stop">;

function controlsOf(child: ChildProcess, ended: Promise<number | null>): Controls {
  const pid = child.pid!;
  const isRunning = (): boolean => child.exitCode === null && child.signalCode === null;
  const signalAll = (signal: NodeJS.Signals): void => {
    if (!isRunning()) return;
    // The parent first, so that it starts nothing between the look and the signal.
    if (signal !== "SIGCONT") send(pid, "SIGSTOP");
    for (const one of [pid, ...descendantsOf(pid)]) send(one, signal);
  };
  return {
    pid,
    pause: () => signalAll("SIGSTOP"),
    resume: () => signalAll("SIGCONT"),
    kill: async () => {
      signalAll("SIGKILL");
      await ended;
    },
    stop: async (signal = "SIGTERM") => {
      if (isRunning()) {
        signalAll("SIGCONT");
        send(pid, signal);
      }
      const timer = setTimeout(() => signalAll("SIGKILL"), 20_000);
      await ended.finally(() => clearTimeout(timer));
    },
  };
}

function send(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // It ended in the meantime.
  }
}

function descendantsOf(pid: number): number[] {
  const children = childrenOf(pid);
  return [...children, ...children.flatMap(descendantsOf)];
}

function childrenOf(pid: number): number[] {
  const list = `/proc/${pid}/task/${pid}/children`;
  try {
    const text = existsSync(list) ? readFileSync(list, "utf8") : execFileSync("pgrep", ["-P", String(pid)]).toString();
    return text.split(/\s+/).filter(Boolean).map(Number);
  } catch {
    return [];
  }
}

/**
 * A TCP port on loopback that nothing listens on now. For servers that cannot choose one themselves or must keep it. It is below the
 * range from which systems pick free ports (from 32768 on Linux), so that no other server and no outgoing connection takes it
 * before this server starts, or while it restarts.
 */
export async function findFreePort(): Promise<number> {
  for (;;) {
    const port = 22_000 + Math.floor(Math.random() * 10_000);
    if (await isFree(port)) return port;
  }
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", () => resolve(false));
    server.listen(port, "127.0.0.1", () => server.close(() => resolve(true)));
  });
}
