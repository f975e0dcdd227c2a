// Starts processes on a core, and reads their processor time and memory from /proc.
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";

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

/** Processor time of a process in milliseconds, in steps of 10. */
export function cpuOf(pid) {
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
