// Starts processes on a core, and reads their processor time and memory from /proc.
import { spawn } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { connect, createServer } from "node:net";

const children = new Set();
process.once("exit", () => {
  for (const child of children) child.kill("SIGKILL");
});
for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => process.exit(1));

/** Starts a program, `node` by default, with arguments in a folder on a core. */
export function launch(args, { core, env = {}, cwd = process.cwd(), program = process.execPath }) {
  const child = spawn("taskset", ["-c", String(core), program, ...args], {
    cwd,
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  child.log = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (chunk) => (child.log = (child.log + chunk).slice(-2000)));
  children.add(child);
  child.once("exit", () => children.delete(child));
  return child;
}

/** Moves this process to a core. */
export const pin = (core) => spawn("taskset", ["-acp", String(core), String(process.pid)], { stdio: "ignore" });

const fields = (file) => readFileSync(file, "utf8");

/**
 * Processor time of a process in milliseconds: the exact sum over its threads. Threads that have ended are not in it, so it is for programs
 * that keep theirs, as Node.js does. In steps of 10 where the kernel does not count exactly.
 */
export function cpuOf(pid) {
  try {
    const threads = readdirSync(`/proc/${pid}/task`);
    const nanoseconds = threads.map((id) => Number(fields(`/proc/${pid}/task/${id}/schedstat`).split(" ")[0]));
    return nanoseconds.reduce((sum, value) => sum + value, 0) / 1e6;
  } catch (error) {
    if (error.code !== "ENOENT") throw error;
    return ticksOf(pid);
  }
}

/** Processor time of a process in milliseconds, in steps of 10, with the threads that have ended. */
export function ticksOf(pid) {
  const [, rest] = fields(`/proc/${pid}/stat`).split(") ");
  const [user, system] = rest.split(" ").slice(11, 13);
  return (Number(user) + Number(system)) * 10;
}

/** Processor time of the machine in milliseconds. */
export function cpuOfMachine() {
  const [user, nice, system, , , irq, softirq] = fields("/proc/stat")
    .split("\n")[0]
    .trim()
    .split(/\s+/)
    .slice(1)
    .map(Number);
  return (user + nice + system + irq + softirq) * 10;
}

/** Processor time of this process and all that it started, in milliseconds. */
export const cpuOfBench = () =>
  [process.pid, ...[...children].map(({ pid }) => pid)].reduce((sum, pid) => sum + cpuOf(pid), 0);

/** A field of /proc/PID/status in megabytes, such as `VmRSS`. */
export const memoryOf = (pid, name) =>
  Number(new RegExp(`${name}:\\s+(\\d+)`).exec(fields(`/proc/${pid}/status`))?.[1]) / 1024;

/** A port that is free now. */
export const freePort = () =>
  new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });

/** Whether something listens on a port. */
export const isListening = (port) =>
  new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1", () => {
      socket.destroy();
      resolve(true);
    });
    socket.once("error", () => resolve(false));
  });
