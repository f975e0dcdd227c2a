import type { LogFormat } from "./log-format.ts";

/** Milliseconds for which lines are collected. A write for each line takes 20 µs of a request. */
const collectMs = 20;

let waiting = "";

/** Writes one line to standard error, together with others. Fields that are undefined are left out. */
export function writeLine(format: LogFormat, kind: string, fields: Readonly<Record<string, unknown>>): void {
  if (format === "silent") return;
  if (waiting === "") setTimeout(flushLines, collectMs).unref();
  waiting += `${format === "json" ? toJsonLine(kind, fields) : toPrettyLine(kind, fields)}\n`;
}

function toJsonLine(kind: string, fields: Readonly<Record<string, unknown>>): string {
  return JSON.stringify({ time: new Date().toISOString(), kind, ...fields });
}

function toPrettyLine(kind: string, fields: Readonly<Record<string, unknown>>): string {
  const text = Object.entries(fields)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}=${typeof value === "string" ? value : JSON.stringify(value)}`)
    .join(" ");
  return `${new Date().toISOString().slice(11, 19)} ${kind} ${text}`;
}

function flushLines(): void {
  const lines = waiting;
  waiting = "";
  if (lines !== "") process.stderr.write(lines);
}

process.once("exit", flushLines);
