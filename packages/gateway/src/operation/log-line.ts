import type { LogFormat } from "./log-format.ts";

/** Writes one line to standard error. Fields that are undefined are left out. */
export function writeLine(format: LogFormat, kind: string, fields: Readonly<Record<string, unknown>>): void {
  if (format === "silent") return;
  const time = new Date().toISOString();
  if (format === "json") {
    process.stderr.write(`${JSON.stringify({ time, kind, ...fields })}\n`);
    return;
  }
  const text = Object.entries(fields)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}=${typeof value === "string" ? value : JSON.stringify(value)}`)
    .join(" ");
  process.stderr.write(`${time.slice(11, 19)} ${kind} ${text}\n`);
}
